// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// What can happen to a request (政府信息公开申请). An action is also the command for it: `decide` turns it into events
/// or refuses. Words of closed lists are tokens of the rulebook's taxonomies.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <gongkai/base/decimal.hpp>
#include <gongkai/event/clearance.hpp>
#include <gongkai/event/codec.hpp>
#include <gongkai/event/envelope.hpp>
#include <gongkai/export.hpp>
#include <gongkai/request/applicant.hpp>
#include <gongkai/rules/rulebook.hpp>

namespace gongkai {

/// A document that goes out, with its days; the legal day of its event stands in for those that are not known.
struct OutgoingDocument {
  std::string id;                    ///< of the document: one reply may answer several requests
  std::string service;               ///< `direct`, `entrusted`, `china_post`, `email`, `courier`; empty: not recorded
  std::optional<Date> decided_on;    ///< 成文
  std::optional<Date> posted_on;     ///< 交邮
  std::optional<Date> delivered_on;  ///< 签收
};

/// Handed in or sent (提交).
struct RequestSubmitted {
  Applicant applicant;
  std::string channel;  ///< `channel`
  std::string letter;   ///< id of the letter it came in; one letter may hold several requests
  std::string wants;    ///< what is asked for, in the applicant's words; personal data
  std::string title;    ///< title of the information, where one is named
  std::string document_number;
};
/// It is with the agency: signed for, found in the letter box, in the mailbox (收到).
struct RequestArrived {};
/// An acknowledgement reached the applicant, automatic ones included.
struct RequestAcknowledged {};
/// Both sides confirmed receipt (双方确认).
struct RequestConfirmed {};
/// Registered (登记).
struct RequestRegistered {
  std::string number;          ///< in the office's register
  std::string applicant_type;  ///< `applicant_type`; empty: as submitted
};
/// Who the applicant is was found out, or two were found to be one, or one to be two.
struct RequestIdentified {
  std::string applicant;  ///< id
  std::string reason;
};
/// The letter held several matters: it goes on as several requests (一事一申请), and is none itself.
struct RequestSplit {
  std::vector<std::string> into;
};
/// 告知补正: once, all that is missing, with a period.
struct RequestCorrectionNoticed {
  OutgoingDocument document;
  std::string what;
  std::optional<std::int32_t> working_days;  ///< the period that the notice states
};
/// 收到补正.
struct RequestCorrected {
  std::string channel;
  bool in_part = false;           ///< something is still unclear
  bool with_good_reason = false;  ///< late, and rightly so
  std::optional<Date> posted_on;  ///< by the applicant
};
/// Not corrected in time: deemed abandoned (逾期不补正).
struct RequestCorrectionLapsed {};
/// 书面征求第三方意见.
struct RequestThirdPartyConsulted {
  std::string party;
  OutgoingDocument document;
};
struct RequestThirdPartyAnswered {
  std::string party;
  std::string answer;  ///< `consents`, `refuses`, `refuses_without_reason`
};
/// 征求其他行政机关意见.
struct RequestAgencyConsulted {
  std::string party;
  std::string basis;  ///< `joint_author` (R2019 art. 34) or `coordination` (art. 11)
  OutgoingDocument document;
};
struct RequestAgencyAnswered {
  std::string party;
  std::string answer;  ///< `consents`, `refuses`
};
/// Reasons asked for excessive requests (R2019 art. 35).
struct RequestReasonsAsked {
  OutgoingDocument document;
};
struct RequestReasonsGiven {
  bool accepted = false;
};
/// 延迟答复: reasons accepted, and the applicant told until when.
struct RequestDeferred {
  std::optional<Date> until;
};
/// 收费通知.
struct RequestFeeNoticed {
  OutgoingDocument document;
  std::string tariff;           ///< `fee_per_item` or `fee_per_page`, never both
  std::int64_t amount_fen = 0;  ///< 分
  std::int64_t pages = 0;       ///< under the tariff by page
};
struct RequestFeePaid {
  std::int64_t amount_fen = 0;
};
/// 减免.
struct RequestFeeWaived {
  std::string ground;  ///< `waiver_ground`
  std::string reason;
};
/// Not paid in time: deemed abandoned (逾期不缴费).
struct RequestFeeLapsed {};
/// 延长答复期限, told to the applicant.
struct RequestExtended {
  OutgoingDocument document;
  std::int32_t working_days = 0;  ///< 0: not recorded, for imported histories
  std::optional<Date> told_due;  ///< the due day that the notice names: a fact that no later calendar alters
  std::string reason;
};
/// 作出答复: one outcome.
struct RequestDecided {
  std::string outcome;  ///< `outcome`
  OutgoingDocument document;
  std::vector<std::string> grounds;  ///< `ground`
  std::string principal_ground;      ///< which of several counts
  std::string article;
  std::string reason;
  std::vector<std::string> evidence;  ///< what the file holds for it: search record, consultation, risk assessment, …
  std::vector<WithheldPart> withheld;     ///< of a partial disclosure
  std::optional<ContentDigest> released;  ///< what is handed over
  std::optional<Clearance> clearance;     ///< of exactly that
  std::string published_at;               ///< where it is public already, or when and where it will be
  std::string record;                     ///< the record of the catalogue that it is
};
/// A document of the request went out or arrived: days that were not known yet.
struct RequestServed {
  std::string document;  ///< its id; empty: the reply
  std::string service;
  std::optional<Date> posted_on;
  std::optional<Date> delivered_on;
  bool refused_signature = false;
};
/// 归档.
struct RequestFiled {};
/// 撤回.
struct RequestWithdrawn {
  std::string reason;
};
/// 申请复议、起诉; also against silence.
struct RequestRemedyOpened {
  std::string remedy;  ///< id of the case
  std::string kind;    ///< `remedy`
  std::string body;
};
/// 审结.
struct RequestRemedyConcluded {
  std::string remedy;
  std::string result;  ///< `remedy_result`, or empty with `ledger`: counted nowhere (驳回起诉, 二审, …)
  std::string ledger;
  bool decide_again = false;  ///< the agency has to decide anew
};
/// 咨询: somebody asked something that is no request.
struct InquiryRecorded {
  std::string channel;
  std::string topic;
};
/// What an office brings along from the time before: a figure of one row and column, and the document it stands in.
struct OpeningBalance {
  std::int32_t year = 0;
  std::string table;
  std::string row;
  std::string column;
  std::int64_t value = 0;
  std::string document;
};
/// A figure that the office gets from elsewhere (licences, penalties, fees collected), for a cell of a report.
struct FigureDeclared {
  std::int32_t year = 0;
  std::string path;  ///< `proactive.administrative_licenses.decisions`
  Decimal value;
  std::string document;  ///< where it stands
};
/// The event that this one corrects never was.
struct RequestRetracted {
  std::string reason;
};

/// In the order of the actions of `request_graph()`; the last four are none of them.
using RequestAction =
    std::variant<RequestSubmitted, RequestArrived, RequestAcknowledged, RequestConfirmed, RequestRegistered,
                 RequestIdentified, RequestSplit, RequestCorrectionNoticed, RequestCorrected, RequestCorrectionLapsed,
                 RequestThirdPartyConsulted, RequestThirdPartyAnswered, RequestAgencyConsulted, RequestAgencyAnswered,
                 RequestReasonsAsked, RequestReasonsGiven, RequestDeferred, RequestFeeNoticed, RequestFeePaid,
                 RequestFeeWaived, RequestFeeLapsed, RequestExtended, RequestDecided, RequestServed, RequestFiled,
                 RequestWithdrawn, RequestRemedyOpened, RequestRemedyConcluded, InquiryRecorded, OpeningBalance,
                 FigureDeclared, RequestRetracted>;

/// Immutable once in a list. `envelope.subject` is the request's id.
struct RequestEvent {
  Envelope envelope;
  RequestAction action;

  GONGKAI_EXPORT friend bool operator==(const RequestEvent& a, const RequestEvent& b);
  friend bool operator!=(const RequestEvent& a, const RequestEvent& b) { return !(a == b); }
};

/// `submitted`, `arrived`, …
[[nodiscard]] GONGKAI_EXPORT std::string_view action_name(const RequestAction& action);

/// One line: `{"schema":1,"event":"request.submitted",…,"data":{…}}`. `parse_request_event(to_json(e)) == e`.
[[nodiscard]] GONGKAI_EXPORT std::string to_json(const RequestEvent& event);
/// `ParseError` 201–206 with `file` as its name.
[[nodiscard]] GONGKAI_EXPORT RequestEvent parse_request_event(std::string_view json, const std::string& file = "event");
/// JSON Lines.
[[nodiscard]] GONGKAI_EXPORT EventFile<RequestEvent> read_request_events(std::string_view bytes, OnBadLine on_bad);
[[nodiscard]] GONGKAI_EXPORT std::string to_json_lines(const std::vector<RequestEvent>& events);
/// What importing rows again comes to (event/codec.hpp).
[[nodiscard]] GONGKAI_EXPORT Import<RequestEvent> import_again(const std::vector<RequestEvent>& known,
                                                               const std::vector<RequestEvent>& incoming,
                                                               Date recorded_on);
/// The JSON Schema (2020-12) of one line, with the words of the rulebook's taxonomies. It refuses more than
/// `parse_request_event`, which also reads words that no list has: an irregular history is imported, with findings.
[[nodiscard]] GONGKAI_EXPORT std::string request_event_schema(const Rulebook& rulebook);

}  // namespace gongkai
