// SPDX-License-Identifier: Apache-2.0
#pragma once
// Where a report contradicts its own face: years, names, missing subjects.

#include <gongkai/report/annual_report.hpp>
#include <map>
#include <string>
#include <vector>

#include "report/slots.hpp"

namespace gongkai::detail {

/// The statements about the report's year, the year before and the year after, by path.
struct StatementsByYear {
  std::map<std::string, std::vector<Statement>> now, last, next;
};
[[nodiscard]] std::vector<Slip> find_slips(const Page& page, const std::optional<std::string>& organisation,
                                           const StatementsByYear& statements);
/// Ids of the subjects that a report with several chapters does not touch.
[[nodiscard]] std::vector<std::string> missing_subjects(const Page& page);

}  // namespace gongkai::detail
