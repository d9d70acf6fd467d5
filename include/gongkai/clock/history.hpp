// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// What happened in a case, as far as a clock cares: an ordered list of events, each with its day. Nothing is judged
/// here; an irregular history is as good a value as a regular one, and what is odd about it becomes a finding.
///
///     ClockHistory history;
///     history.add(ClockEvent::submitted(Date{2024, 3, 4}, rulebook.code("channel", "in_person")));
///     history.add(parse_clock_event("extended 2024-03-25 days=20", rulebook));
///
/// Every outgoing document (correction notice, extension notice, fee notice, letter to a third party, reply) has the
/// days it was decided (成文), posted (交邮) and delivered (签收). Time limits of the agency look at the day that its
/// way of service makes decisive (国办公开办函〔2016〕235号); the recipient's own clocks run from delivery.

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/code.hpp>
#include <gongkai/base/date.hpp>
#include <gongkai/base/period.hpp>
#include <gongkai/export.hpp>
#include <gongkai/rules/rulebook.hpp>

namespace gongkai {

/// What happened. The names are those of JSON and of the command line.
enum class ClockEventKind : std::uint8_t {
  submitted,              ///< 提交: the applicant sent or handed in the request
  received,               ///< 收到: it was with the agency (signed for, found in the letter box)
  acknowledged,           ///< an acknowledgement reached the applicant, automatic ones included
  confirmed,              ///< 确认: the office and the applicant confirmed receipt
  correction_noticed,     ///< 告知补正
  corrected,              ///< 收到补正后的申请; `posted` when the applicant posted it earlier
  third_party_consulted,  ///< 书面征求第三方意见
  third_party_answered,   ///< the opinion was received
  agency_consulted,       ///< 征求其他行政机关意见; see `Consultation`
  agency_answered,        ///< its opinion was received
  reasons_asked,          ///< 要求说明理由 (art. 35)
  reasons_given,          ///< the applicant's reasons were received
  extended,               ///< 延长答复期限并告知: `days` granted, `decided` is the approval
  deferred,               ///< 延迟答复并告知 (art. 35): `until` the day told
  fee_noticed,            ///< 收费通知
  fee_paid,               ///< 缴费
  replied,                ///< 答复
  withdrawn,              ///< 撤回
  formed,                 ///< information formed or changed (形成或者变更); `days` when another law sets a limit
  published,              ///< 主动公开
  stage_begun,            ///< a stage of review began; `days` is its limit
  stage_completed,        ///< it ended
  report_year,            ///< an annual report is to be made for `year` by a `body`; `on` is 31 December of that year
  report_published,       ///< it was published
  act_known,              ///< the act was or should have been known
  remedies_known,         ///< the remedies were or should have been known
  act_done,               ///< the act itself, for the absolute limits
  reconsideration_decided,  ///< decision on reconsideration; the applicant's clock runs from `delivered`
  reconsideration_expired,  ///< the reconsideration body's period ended without a decision
  reconsideration_applied,  ///< 申请行政复议
  lawsuit_filed             ///< 提起诉讼
};

/// How a document went out.
enum class ServiceWay : std::uint8_t {
  unstated,    ///< not recorded: the day given as `on` counts
  direct,      ///< 直接送达
  entrusted,   ///< 委托其他行政机关代为送达
  china_post,  ///< 邮政企业
  email,       ///< 电子邮件
  courier      ///< another courier, not qualified for official documents
};

/// Why another agency is asked.
enum class Consultation : std::uint8_t {
  joint_author,  ///< 共同制作机关, R2019 art. 34
  coordination   ///< 沟通、确认, R2019 art. 11
};

enum class Extent : std::uint8_t { whole, partly };
enum class Excuse : std::uint8_t { none, good_reason };
enum class Signature : std::uint8_t { given, refused };
enum class RemedyNotice : std::uint8_t { told, not_told };
enum class ActSubject : std::uint8_t { other, real_estate };

/// One event. `on` is the legal day; where `service` is stated, the day that it makes decisive is taken from `posted`
/// or `delivered` and `on` stands in for the one that is missing.
struct GONGKAI_EXPORT ClockEvent {
  ClockEvent(ClockEventKind event_kind, Date day) noexcept : kind{event_kind}, on{day} {}

  [[nodiscard]] static ClockEvent submitted(Date day, std::optional<Code> channel = std::nullopt);
  [[nodiscard]] static ClockEvent received(Date day, std::optional<Code> channel = std::nullopt);

  ClockEventKind kind;
  Date on;
  std::optional<Date> decided;
  std::optional<Date> posted;
  std::optional<Date> delivered;
  std::optional<Date> until;        ///< a day told to the applicant
  std::optional<WorkingDays> days;  ///< a length stated in the document
  std::optional<Code> channel;      ///< of a request or a corrected request
  std::optional<Code> body;         ///< who makes an annual report (taxonomy `body`)
  std::optional<Code> outcome;      ///< of a reply (taxonomy `outcome`)
  ServiceWay service = ServiceWay::unstated;
  Consultation basis = Consultation::joint_author;
  Extent extent = Extent::whole;
  Excuse excuse = Excuse::none;
  Signature signature = Signature::given;
  RemedyNotice remedies = RemedyNotice::told;
  ActSubject subject = ActSubject::other;
  std::string party;  ///< who was asked or answered; pairs question and answer, may be empty

  GONGKAI_EXPORT friend bool operator==(const ClockEvent& a, const ClockEvent& b);
  friend bool operator!=(const ClockEvent& a, const ClockEvent& b) { return !(a == b); }
};

/// The events of one case in the order in which they were recorded. Events of one day take effect in that order;
/// otherwise the days decide, whatever the order of recording.
class GONGKAI_EXPORT ClockHistory {
 public:
  ClockHistory() = default;
  explicit ClockHistory(std::vector<ClockEvent> events) noexcept : events_{std::move(events)} {}

  /// A list of objects: `[{"event": "submitted", "on": "2024-03-04", "channel": "in_person"}, …]`. Keys as the members
  /// of `ClockEvent`; `"partly"`, `"good_reason"`, `"refused"`, `"real_estate"`: true, `"remedies_told"`: false.
  /// `ParseError` 201–206, 222: unknown keys, channels, days.
  [[nodiscard]] static ClockHistory from_json(std::string_view bytes, const std::string& file,
                                              const Rulebook& rulebook);
  /// `from_json(h.to_json(), …) == h`
  [[nodiscard]] std::string to_json() const;

  void add(ClockEvent event) { events_.push_back(std::move(event)); }
  /// More became known of the event at a place: from 0, below `events().size()`.
  void amend(std::size_t at, ClockEvent event) { events_[at] = std::move(event); }
  void reserve(std::size_t events) { events_.reserve(events); }
  void clear() noexcept { events_.clear(); }
  [[nodiscard]] const std::vector<ClockEvent>& events() const noexcept { return events_; }
  [[nodiscard]] bool empty() const noexcept { return events_.empty(); }

  friend bool operator==(const ClockHistory& a, const ClockHistory& b) { return a.events_ == b.events_; }
  friend bool operator!=(const ClockHistory& a, const ClockHistory& b) { return !(a == b); }

 private:
  std::vector<ClockEvent> events_;
};

/// An event in words, as the command line takes it: kind, day, then `key=value` in any order.
/// `"extended 2024-03-25 days=20 decided=2024-03-22"`, `"replied service=china_post posted=2024-04-01"`.
/// The day may be left out when `posted`, `delivered` or `decided` is given. `ParseError` 202–206 with the word.
[[nodiscard]] GONGKAI_EXPORT ClockEvent parse_clock_event(std::string_view text, const Rulebook& rulebook);

[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(ClockEventKind kind) noexcept;
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(ServiceWay way) noexcept;
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(Consultation basis) noexcept;
/// `nullopt` for an unknown word.
[[nodiscard]] GONGKAI_EXPORT std::optional<ClockEventKind> parse_clock_event_kind(std::string_view text) noexcept;
/// `extended 2024-03-25 days=20`: what `parse_clock_event` reads.
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, const ClockEvent& event);

}  // namespace gongkai
