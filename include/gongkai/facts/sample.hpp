// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// An office that does not exist: the events of some years of requests, records and reviews, for examples, notebooks
/// and measurements. The same options give the same events on every machine. Names are made up.
///
///     const auto office = sample_office();                 // 50,000 requests in the five years 2019–2023
///     const auto requests = replay(office.requests, {2023, 12, 31}, {2023, 12, 31}, RequestRules::builtin("CN"));
///     requests.findings.empty()

#include <cstdint>
#include <vector>

#include <gongkai/catalogue/event.hpp>
#include <gongkai/export.hpp>
#include <gongkai/request/event.hpp>
#include <gongkai/review/event.hpp>

namespace gongkai {

struct SampleOptions {
  std::uint64_t seed = 2013;
  std::int32_t first_year = 2019;
  std::int32_t years = 5;
  std::int64_t requests = 50000;     ///< spread evenly over the years
  std::int64_t records = 2000;       ///< each drafted, reviewed and most of them published
  std::int32_t late_per_mille = 10;  ///< requests answered after their day
};

/// Events in the order of recording, numbered from 1 in each list, none after the last day of the last year: what was
/// not finished by then is pending. By procedure throughout: no finding but that of late replies.
struct SampleOffice {
  std::vector<RequestEvent> requests;
  std::vector<RecordEvent> records;
  std::vector<ReviewEvent> reviews;
};

/// `InvalidArgumentError` 103 for a negative number, no year, or years for which holidays are not published.
[[nodiscard]] GONGKAI_EXPORT SampleOffice sample_office(const SampleOptions& options = {});

}  // namespace gongkai
