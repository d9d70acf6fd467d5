// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// A deadline and everything that an official, an applicant or a court may ask about it.
///
///     const auto clock = Clock::builtin("cn");
///     ClockHistory history;
///     history.add(ClockEvent::submitted(Date{2024, 3, 4}, clock.rulebook().code("channel", "in_person")));
///     const Deadline reply = clock.deadline(DeadlineKind::reply, history);
///     reply.due() == Date{2024, 4, 1};                                        // 国务院令第711号, art. 33(2)
///     reply.status(Date{2024, 4, 2}) == DeadlineStatus::overdue;
///     std::cout << reply.explain();
///
/// Irregular histories never throw: what is odd is a finding (`CLK.*`) with its citation, and the answer is the one
/// that docs/guide/options.md states for it. Where the answer depends on a day that is not known (an opinion that has
/// not come, a holiday notice that is not published) there is no `due()` but a range and the name of what is missing.

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/base/finding.hpp>
#include <gongkai/base/language.hpp>
#include <gongkai/base/period.hpp>
#include <gongkai/clock/history.hpp>
#include <gongkai/clock/interval.hpp>
#include <gongkai/clock/options.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// Whose deadline, for what.
enum class DeadlineKind : std::uint8_t {
  reply,                  ///< 答复 (R2019 art. 33)
  correction_notice,      ///< 补正告知 (art. 30)
  correction,             ///< the applicant's 补正
  third_party_answer,     ///< 第三方意见 (art. 32)
  agency_answer,          ///< 共同制作机关意见 (art. 34)
  fee_payment,            ///< 缴费 (国办函〔2020〕109号)
  proactive_publication,  ///< 主动公开 (art. 26)
  review_stage,           ///< a stage of 保密审查, its limit stated locally
  annual_report,          ///< 年度报告 (art. 49)
  reconsideration,        ///< 申请行政复议
  litigation              ///< 提起行政诉讼
};

/// Where the clock stands on a day.
enum class DeadlineStatus : std::uint8_t {
  running,    ///< not yet done, the due day included
  paused,     ///< a consultation is out, or a correction or payment is awaited
  overdue,    ///< the due day has passed and nothing was done
  met,        ///< done in time
  late,       ///< done after the due day
  abandoned,  ///< 视为放弃: not corrected or not paid in time
  withdrawn   ///< 撤回
};

/// What keeps a due day from being certain.
enum class OpenReason : std::uint8_t {
  calendar,     ///< a holiday notice that is not published
  opinion,      ///< a consultation that is still out
  start,        ///< a confirmation, acknowledgement or receipt that is not recorded
  delivery,     ///< the day on which the recipient received the document is not recorded
  correction,   ///< the corrected request has not come
  payment,      ///< the fee is not paid
  reasons,      ///< the applicant's reasons have not come (only where an option lets them stop the clock)
  remedies,     ///< the applicant has not been told of the remedies
  stated_limit  ///< a limit that only a document or local rule can state
};

/// Bounds of a due day that is not certain. No `latest`: open end. No `earliest`: nothing can be said yet.
struct ProvisionalDue {
  OpenReason reason;
  std::optional<Date> earliest;
  std::optional<Date> latest;
  std::string missing;  ///< for `calendar`: "the State Council's holiday notice for 2027"; else empty

  friend bool operator==(const ProvisionalDue& a, const ProvisionalDue& b) {
    return a.reason == b.reason && a.earliest == b.earliest && a.latest == b.latest && a.missing == b.missing;
  }
};

/// The same stretch in both kinds of days; `working` is absent where the calendar does not reach.
struct DaySpan {
  std::optional<WorkingDays> working;
  CalendarDays calendar{0};

  friend bool operator==(const DaySpan& a, const DaySpan& b) {
    return a.working == b.working && a.calendar == b.calendar;
  }
};

/// A choice that was made differently from the options of the answer.
struct OptionChoice {
  std::string question;
  std::string choice;

  friend bool operator==(const OptionChoice& a, const OptionChoice& b) {
    return a.question == b.question && a.choice == b.choice;
  }
};

/// 稳妥到期日: the earliest due day over all lawful choices. Who acts by it is in time whatever a court decides.
struct SafeDue {
  Date due;
  std::vector<OptionChoice> choices;  ///< what makes it differ from the answer; empty when nothing does
  /// Choices whose due day had passed before the event that they ignore came: they could not be obeyed any more.
  std::vector<OptionChoice> left_out;
};

enum class ExplainFormat : std::uint8_t {
  text,
  markdown,
  json,
  html  ///< a fragment, escaped, for other pages to take in
};

/// One deadline of one case. Immutable; a cheap handle.
class GONGKAI_EXPORT Deadline {
 public:
  [[nodiscard]] DeadlineKind kind() const noexcept;
  [[nodiscard]] const ClockHistory& history() const noexcept;
  /// The choices that this answer was made with.
  [[nodiscard]] const Options& options() const noexcept;
  /// The day on which the answer looks at the history; none: all that is recorded.
  [[nodiscard]] std::optional<Date> as_of() const noexcept;

  /// The day the clock (re)started last; that day is not counted. None: it has not.
  [[nodiscard]] std::optional<Date> start() const noexcept;
  /// The due day when it is certain. It is included: done on it is done in time.
  [[nodiscard]] std::optional<Date> due() const noexcept;
  /// Why there is no `due()`; none when there is one, or when no rule sets one (see `findings()`).
  [[nodiscard]] std::optional<ProvisionalDue> provisional() const;
  /// None when no choice gives a day.
  [[nodiscard]] std::optional<SafeDue> safe_due() const;

  /// What was so on a day, from what had happened by then; later events are not looked at. None: no clock runs.
  [[nodiscard]] std::optional<DeadlineStatus> status(Date as_of) const;
  /// From the day after `as_of` to the due day; zero on it and afterwards. `working` leaves pauses out. None without a
  /// due day; for a provisional one to its earliest day.
  [[nodiscard]] std::optional<DaySpan> remaining(Date as_of) const;
  /// From the day after the due day to the reply or `as_of`; zero when in time.
  [[nodiscard]] std::optional<DaySpan> overdue_by(Date as_of) const;
  /// Working days from the day after the last (re)start to the reply or `as_of`, pauses left out.
  [[nodiscard]] std::optional<WorkingDays> days_used(Date as_of) const;

  [[nodiscard]] const std::vector<DeadlineStep>& steps() const noexcept;
  /// Sorted.
  [[nodiscard]] const std::vector<Finding>& findings() const noexcept;

  /// The answer as it was on a day: only what had happened by then.
  [[nodiscard]] Deadline at(Date as_of) const;
  /// The answer after one more event.
  [[nodiscard]] Deadline with(ClockEvent event) const;

  /// A page for the file: the answer, each step with its source, each finding, the choices made, calendar and rulebook.
  [[nodiscard]] std::string explain(ExplainFormat format = ExplainFormat::text, Language language = Language::en) const;

  class Impl;  // hidden
  explicit Deadline(std::shared_ptr<const Impl> impl) noexcept;

 private:
  std::shared_ptr<const Impl> impl_;
};

[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(DeadlineKind kind) noexcept;
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(DeadlineStatus status) noexcept;
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(OpenReason reason) noexcept;
/// `nullopt` for an unknown word.
[[nodiscard]] GONGKAI_EXPORT std::optional<DeadlineKind> parse_deadline_kind(std::string_view text) noexcept;
/// `reply due 2024-04-01`
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, const Deadline& deadline);

}  // namespace gongkai
