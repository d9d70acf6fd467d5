// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Facts: one flat row for each thing that a report can count, naming the events that justify it. Facts are derived,
/// never stored; what a form counts is asked of them (facts/tabulate.hpp), and they leave and enter as Arrow
/// (io/arrow.hpp).
///
///     const auto facts = derive(requests, catalogue, reviews, rules);   // the states of a day
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

/// Sequences of events, in the order in which they took effect.
using EventIds = std::vector<std::int64_t>;

/// One request (件). Letters that were split are none; their parts are.
struct RequestFact {
  std::string request;
  std::string applicant;            ///< id; empty: not known
  std::string applicant_type;       ///< `applicant_type`; empty: not known, and counted in no column
  std::string channel;              ///< `channel`
  std::optional<Date> received_on;  ///< by `year_of_request`; the first receipt, no restart moves it
  std::optional<Date> closed_on;    ///< by `year_of_outcome`; none: pending as of the day asked
  std::string outcome;              ///< `outcome`: the one that counts in the year of `closed_on`
  bool answered = false;            ///< closed by a reply, not by withdrawal or lapse
  bool brought_along = false;       ///< never received here: one of those that an opening balance carries in
  EventIds received_events;
  EventIds closed_events;
};

/// One case of reconsideration or litigation.
struct RemedyFact {
  std::string request;
  std::string remedy;
  std::string kind;  ///< `remedy`
  Date opened_on;
  std::optional<Date> concluded_on;
  std::string result;        ///< `remedy_result`
  bool ledger_only = false;  ///< concluded, and counted nowhere
  EventIds opened_events;
  EventIds concluded_events;
};

/// One version of one record of the catalogue: a document that was revised is one repealed and one issued.
struct PublicationFact {
  std::string record;
  std::int32_t version = 1;  ///< from 1
  std::string kind;          ///< `record_kind`
  std::string mode;          ///< `disclosure_mode`
  std::vector<RecordClass> classes;
  std::optional<Date> created_on;    ///< 成文日期
  std::optional<Date> published_on;  ///< 发布日期: the first act
  bool was_public = false;           ///< an earlier version was
  std::optional<Date> in_force_from;
  std::optional<Date> in_force_to;  ///< that day included
  std::optional<Date> repealed_on;  ///< repealed, or replaced by the next version
  std::optional<bool> full_text;
  std::vector<Date> clarified_on;  ///< once for each clarification that it makes
  EventIds formed_events;
  EventIds published_events;
  EventIds repealed_events;
  EventIds clarified_events;  ///< one for each of `clarified_on`
};

/// One review.
struct ReviewFact {
  std::string review;
  std::string about;
  std::string policy;
  std::int32_t rounds = 0;
  std::optional<Date> completed_on;
  std::optional<Conclusion> conclusion;
  EventIds events;
};

/// One payment.
struct FeeFact {
  std::string request;
  Date paid_on;
  std::int64_t fen = 0;  ///< 分
  EventIds events;
};

/// A figure that is not counted but declared, or brought along.
struct FigureFact {
  std::int32_t year = 0;
  std::string path;  ///< of the form: `proactive.administrative_licenses.decisions`
  Decimal value;
  std::string document;  ///< where it stands
  bool opening = false;
  EventIds events;
};

/// One inquiry that is no request.
struct InquiryFact {
  std::string inquiry;
  std::string channel;
  Date day;
  EventIds events;
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
  std::vector<Finding> findings;  ///< `FCT.DAY`: what counts in no year. Sorted.
};

/// What the histories come to. The states are those as of a day; the options of the clock say which day puts what in a
/// year. The first end of a request stands. Within its year the last one does: a reply that was annulled and decided
/// again, a file that was closed and opened again; opened again and not closed by the year's end it is pending.
[[nodiscard]] GONGKAI_EXPORT Facts derive(const RequestRegister& requests, const Catalogue& catalogue,
                                          const std::map<std::string, ReviewState>& reviews, const RequestRules& rules);

}  // namespace gongkai
