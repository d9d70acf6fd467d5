// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// An office's own registers, line by line: what each line says has happened becomes events, and the events the annual
/// report of a year. Requests (依申请公开登记簿), published items (主动公开信息登记表), cases of remedy (复议诉讼台账)
/// and figures that come from elsewhere.
///
///     RequestLine line;
///     line.number = "2024-001";
///     line.applicant.type = "natural_person";
///     line.received = Date{2024, 3, 4};
///     line.replied = Date{2024, 3, 25};
///     line.outcome = "granted";
///     RegisterLines lines;
///     lines.requests.push_back(line);
///     const auto events = events_of(lines, RequestRules::builtin("CN"));   // submitted, registered, decided
///     const auto told = tabulate(Form::builtin("cn-format-2021"), events, RequestRules::builtin("CN"),
///                                CatalogueRules::builtin("CN"), 2024);
///     told.report.cell("requests.granted.natural_person").value            // 1, and told.trace(…) names the line
///
/// A line is taken as it stands: what it leaves out is unknown. A line that cannot be meant is no event at all but a
/// problem with its field, value and rule; what is merely irregular becomes a finding when the events are replayed.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/base/decimal.hpp>
#include <gongkai/catalogue/event.hpp>
#include <gongkai/catalogue/transitions.hpp>
#include <gongkai/event/envelope.hpp>
#include <gongkai/export.hpp>
#include <gongkai/facts/tabulate.hpp>
#include <gongkai/request/event.hpp>
#include <gongkai/request/transitions.hpp>

namespace gongkai {

/// A third party or another agency that was asked.
struct ConsultationLine {
  std::string party;  ///< empty: not named
  std::optional<Date> consulted;
  std::optional<Date> delivered;
  std::optional<Date> answered;
  std::string answer;  ///< `consents`, `refuses`, `refuses_without_reason`; empty: not recorded
};

/// One request, one line. Words are tokens of the rulebook's taxonomies.
struct RequestLine {
  Source source;       ///< the file and the row's own key
  std::string number;  ///< 编号: one line each
  std::string letter;  ///< the letter that several requests came in
  Applicant applicant;
  std::string channel;  ///< `channel`
  std::string title;    ///< of the information
  std::string document_number;
  std::optional<Date> submitted;
  std::optional<Date> received;
  std::optional<Date> acknowledged;
  std::optional<Date> confirmed;
  std::optional<Date> correction_noticed;
  std::optional<Date> correction_delivered;
  std::optional<std::int32_t> correction_days;  ///< working days that the notice gives
  std::optional<Date> corrected;
  std::vector<ConsultationLine> third_parties;
  std::vector<ConsultationLine> agencies;
  std::optional<Date> extended;                ///< told
  std::optional<std::int32_t> extension_days;  ///< working days
  std::optional<Date> fee_noticed;
  std::optional<Date> fee_delivered;
  std::optional<std::int64_t> fee_fen;  ///< 分
  std::optional<Date> fee_paid;
  std::optional<Date> deferred;
  std::optional<Date> deferred_until;
  std::optional<Date> replied;  ///< 成文; without it the day it went out or arrived
  std::string reply;            ///< 答复文号: several requests may have one reply
  std::string outcome;          ///< `outcome`; empty: pending
  std::vector<std::string> grounds;
  std::string article;
  std::string reason;
  std::string reply_service;
  std::optional<Date> reply_posted;
  std::optional<Date> reply_delivered;
  std::optional<Date> withdrawn;
  std::optional<Date> closed;  ///< 办结: of a file that was closed without a reply, or whose reply has no day
};

/// One case of reconsideration or litigation.
struct RemedyLine {
  Source source;
  std::string request;  ///< its number
  std::string remedy;   ///< number of the case; empty: its kind and its place among those of the request
  std::string kind;     ///< `remedy`
  std::optional<Date> opened;
  std::optional<Date> concluded;
  std::string result;  ///< `remedy_result`
  std::string ledger;  ///< what else came of it, counted nowhere: 驳回起诉
};

/// One piece of information that the office formed, most of them published.
struct RecordLine {
  Source source;
  std::string id;            ///< its own key; empty: the index number, else the row
  std::string index_number;  ///< 索引号
  RecordData data;           ///< title, 成文日期, kind, classes, …
  std::string mode;          ///< `disclosure_mode`; empty: proactive for what is public, else not decided
  std::optional<Date> published;
  std::vector<std::string> channels;  ///< `publication_channel`; empty: website
  std::optional<Date> repealed;
  std::string repealed_by;
  std::string clarifies;  ///< the rumour, or what was incomplete (澄清)
};

/// A figure for a cell of the report that is not counted here, or that the office brings along.
struct FigureLine {
  Source source;
  std::int32_t year = 0;
  std::string path;  ///< `proactive.administrative_licenses.decisions`; of an opening `requests.carried_in.total`
  Decimal value;
  std::string document;  ///< where it stands
  bool opening = false;  ///< brought along from before the register begins
};

struct RegisterLines {
  std::vector<RequestLine> requests;
  std::vector<RemedyLine> remedies;
  std::vector<RecordLine> records;
  std::vector<FigureLine> figures;
};

/// Which of the lists.
enum class RegisterKind : std::uint8_t { requests, remedies, records, figures };

/// A line that cannot be meant.
struct LineProblem {
  RegisterKind kind = RegisterKind::requests;
  std::size_t line = 0;  ///< its place in its list, from 0
  std::string field;     ///< as the member is called
  std::string value;
  std::string rule;
  std::string rule_zh;

  friend bool operator==(const LineProblem& a, const LineProblem& b) {
    return a.kind == b.kind && a.line == b.line && a.field == b.field && a.value == b.value && a.rule == b.rule;
  }
};

/// Numbered from 1 through both lists: a number names one event.
struct RegisterEvents {
  std::vector<RequestEvent> requests;
  std::vector<RecordEvent> records;
  std::vector<LineProblem> problems;  ///< by list and line; a line with a problem gives no event
};

/// What the lines say. Events carry the line's `Source`, so that importing the lines again changes nothing
/// (`import_again`). The day of recording is taken to be the day itself: registers do not keep it.
[[nodiscard]] GONGKAI_EXPORT RegisterEvents events_of(const RegisterLines& lines, const RequestRules& rules);

/// The annual report from the events as they stood at the end of the year, with the findings of the histories before
/// those of the tabulation. Errors as `tabulate` (facts/tabulate.hpp).
[[nodiscard]] GONGKAI_EXPORT Tabulation tabulate(const Form& form, const RegisterEvents& events,
                                                 const RequestRules& rules, const CatalogueRules& catalogue_rules,
                                                 int year, const TabulateOptions& options = {});

/// `requests`, `remedies`, …
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(RegisterKind kind) noexcept;

}  // namespace gongkai
