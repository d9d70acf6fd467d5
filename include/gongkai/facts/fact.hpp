// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Facts: one flat row for each thing that a report can count, naming the events that justify it. Facts are derived,
/// never stored; what a form counts is asked of them (facts/tabulate.hpp).
///
///     const auto facts = derive(requests, catalogue, reviews, rules, {2023, 12, 31});
///     facts.requests[0].outcome == "granted"; facts.requests[0].closed_events == std::vector<std::int64_t>{17};

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/base/decimal.hpp>
#include <gongkai/base/finding.hpp>
#include <gongkai/catalogue/state.hpp>
#include <gongkai/event/clearance.hpp>
#include <gongkai/export.hpp>
#include <gongkai/request/state.hpp>
#include <gongkai/request/transitions.hpp>
#include <gongkai/review/state.hpp>

namespace gongkai {

/// One request (件). Letters that were split are none; their parts are.
struct RequestFact {
  std::string request;
  std::string applicant_type;                 ///< `applicant_type`; empty: not known, and counted in no column
  std::optional<std::int32_t> received_year;  ///< by `year_of_request`; the first receipt, no restart moves it
  std::optional<std::int32_t> closed_year;    ///< by `year_of_outcome`; none: pending as of the day asked
  std::string outcome;                        ///< the one that counts in `closed_year`
  bool answered = false;                      ///< closed by a reply, not by withdrawal or lapse
  std::vector<std::int64_t> received_events;
  std::vector<std::int64_t> closed_events;
};

/// One case of reconsideration or litigation.
struct RemedyFact {
  std::string request;
  std::string remedy;
  std::string kind;  ///< `remedy`
  std::int32_t opened_year = 0;
  std::optional<std::int32_t> concluded_year;
  std::string result;        ///< `remedy_result`
  bool ledger_only = false;  ///< concluded, and counted nowhere
  std::vector<std::int64_t> events;
};

/// One record of the catalogue.
struct PublicationFact {
  std::string record;
  std::string kind;  ///< `record_kind`
  std::vector<RecordClass> classes;
  std::optional<Date> created_on;          ///< 成文日期
  std::optional<Date> first_published_on;  ///< 发布日期
  std::optional<Date> in_force_from;
  std::optional<Date> in_force_to;
  std::optional<Date> repealed_on;
  std::optional<bool> full_text;
  std::vector<Date> clarified_on;  ///< once for each clarification that it makes
  std::vector<std::int64_t> events;
};

/// One review.
struct ReviewFact {
  std::string review;
  std::string about;
  std::int32_t rounds = 0;
  std::optional<Date> completed_on;
  std::optional<Conclusion> conclusion;
  std::vector<std::int64_t> events;
};

/// One payment.
struct FeeFact {
  std::string request;
  Date paid_on;
  std::int64_t fen = 0;  ///< 分
};

/// A figure that is not counted but declared, or brought along.
struct FigureFact {
  std::int32_t year = 0;
  std::string path;  ///< of the form: `proactive.administrative_licenses.decisions`
  Decimal value;
  std::string document;
  bool opening = false;
  std::int64_t event = 0;
};

/// One inquiry that is no request.
struct InquiryFact {
  std::string inquiry;
  Date day;
  std::int64_t event = 0;
};

/// All of them, each list in the order of ids.
struct Facts {
  std::vector<RequestFact> requests;
  std::vector<RemedyFact> remedies;
  std::vector<PublicationFact> publications;
  std::vector<ReviewFact> reviews;
  std::vector<FeeFact> fees;
  std::vector<FigureFact> figures;
  std::vector<InquiryFact> inquiries;
  std::vector<Finding> findings;  ///< `FCT.DAY`: requests that count in no year. Sorted.
};

/// What the histories come to. The states are those as of a day; the options of the clock say which day puts what in a
/// year. An outcome that was annulled and decided again: within the year of the first reply the last one counts.
[[nodiscard]] GONGKAI_EXPORT Facts derive(const RequestRegister& requests, const Catalogue& catalogue,
                                          const std::map<std::string, ReviewState>& reviews, const RequestRules& rules);

}  // namespace gongkai
