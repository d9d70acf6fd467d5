// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Where requests stand. A state is what its events come to; nothing of it is stored. Due days are the clock's:
/// `clock.deadline(DeadlineKind::reply, request.history)`.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/base/decimal.hpp>
#include <gongkai/base/finding.hpp>
#include <gongkai/clock/history.hpp>
#include <gongkai/event/clearance.hpp>
#include <gongkai/export.hpp>
#include <gongkai/request/applicant.hpp>

namespace gongkai {

/// In the order of the stages of `request_graph()`.
enum class RequestStage : std::uint8_t {
  not_received,      ///< 未收到
  received,          ///< 已收到，待登记
  processing,        ///< 办理中
  correction_asked,  ///< 待补正
  consulting,        ///< 征求意见中
  fee_noticed,       ///< 待缴费
  decided,           ///< 已答复
  served,            ///< 已送达
  filed,             ///< 已归档
  abandoned,         ///< 视为放弃
  withdrawn,         ///< 已撤回
  split              ///< 已拆分
};

/// One decision on a request; a later one came after an annulment, or irregularly.
struct RequestDecision {
  std::string outcome;
  std::string document;
  Date decided_on;
  std::optional<Date> posted_on;
  std::optional<Date> delivered_on;
  std::string service;
  std::vector<std::string> grounds;
  std::string principal_ground;
  std::string article;
  std::vector<WithheldPart> withheld;
  std::optional<ContentDigest> released;
  std::optional<Clearance> clearance;  ///< with which it was released
  std::string published_at;
  std::string record;
  std::int64_t event = 0;
};

/// A consultation that is out, or came back.
struct RequestConsultation {
  std::string party;
  bool third_party = false;
  Date asked_on;
  std::optional<Date> answered_on;
  std::string answer;
};

/// What is owed, and what of it is paid.
struct RequestFee {
  std::string tariff;
  std::int64_t amount_fen = 0;
  std::int64_t paid_fen = 0;
  std::int64_t pages = 0;
  Date noticed_on;
  std::string waived;  ///< `waiver_ground`
};

/// Money that came in.
struct RequestPayment {
  Date day;
  std::int64_t fen = 0;  ///< 分
  std::int64_t event = 0;
};

/// The end of a file without a reply: withdrawn, not corrected, not paid.
struct RequestClosing {
  std::string outcome;              ///< `other_correction_overdue`, …
  Date day;                         ///< that was recorded
  std::optional<Date> reopened_on;  ///< corrected late with good reason, or answered all the same
  std::int64_t event = 0;
};

/// One case of reconsideration or litigation.
struct RequestRemedy {
  std::string id;
  std::string kind;
  Date opened_on;
  std::optional<Date> concluded_on;
  std::string result;  ///< `remedy_result`; empty: pending, or ledger only
  std::string ledger;
  bool decide_again = false;  ///< it says that the agency has to decide anew
  bool decided_anew = false;  ///< and the agency has
  std::int64_t opened_event = 0;
  std::int64_t concluded_event = 0;
};

/// Values only; made by `apply` and `replay` (request/transitions.hpp).
struct RequestState {
  explicit RequestState(std::string request_id) : id{std::move(request_id)} {}

  std::string id;
  // First what nearly every event reads or writes: in a large register each state is far from the next.
  RequestStage stage = RequestStage::not_received;
  std::optional<Date> submitted_on;
  std::optional<Date> received_on;
  std::optional<Date> last_day;
  ClockHistory history;                        ///< what the clock has to know
  std::vector<std::string> history_documents;  ///< the document of each event of `history`; empty without one
  std::vector<std::int64_t> receipt_events;  ///< those by which it came in: submitted, arrived, acknowledged, confirmed
  std::vector<std::int64_t> events;
  std::vector<RequestDecision> decisions;
  std::vector<RequestClosing> closings;
  std::vector<RequestRemedy> remedies;
  std::vector<RequestConsultation> consultations;
  std::vector<RequestPayment> payments;
  Applicant applicant;
  std::string channel;
  std::string letter;
  std::string number;
  std::string title;
  std::string document_number;
  std::vector<std::string> split_into;
  std::optional<RequestFee> fee;
  std::vector<Finding> findings;

  /// The outcome that stands: that of the last decision, else of the closing; empty: pending.
  [[nodiscard]] GONGKAI_EXPORT const std::string& outcome() const noexcept;
};

/// 咨询.
struct Inquiry {
  std::string id;
  Date day;
  std::string channel;
  std::string topic;
  std::int64_t event = 0;
};
/// What was brought along.
struct OpeningFigure {
  std::int32_t year = 0;
  std::string table;
  std::string row;
  std::string column;
  std::int64_t value = 0;
  std::string document;
  std::int64_t event = 0;
};

/// What another office declared.
struct DeclaredFigure {
  std::int32_t year = 0;
  std::string path;
  Decimal value;
  std::string document;
  std::int64_t event = 0;
};

/// The register of an office (登记簿).
struct RequestRegister {
  std::map<std::string, RequestState> requests;
  std::vector<Inquiry> inquiries;
  std::vector<OpeningFigure> opening;
  std::vector<DeclaredFigure> declared;

  [[nodiscard]] GONGKAI_EXPORT const RequestState* find(std::string_view request) const;
};

[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(RequestStage stage) noexcept;
/// 未收到, 已收到, …
[[nodiscard]] GONGKAI_EXPORT std::string_view label_zh(RequestStage stage) noexcept;
[[nodiscard]] GONGKAI_EXPORT bool operator==(const RequestState& a, const RequestState& b);
[[nodiscard]] inline bool operator!=(const RequestState& a, const RequestState& b) { return !(a == b); }

}  // namespace gongkai
