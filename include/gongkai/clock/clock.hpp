// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// The engine of all deadlines: a rulebook, a calendar and the choices on open questions.
///
///     const auto clock = gongkai::Clock::builtin("cn");
///     clock.due(DeadlineKind::reply, history).due == Date{2024, 4, 1};   // bare: for many at once
///     clock.deadline(DeadlineKind::reply, history).explain();            // with its derivation
///
/// Rules are taken from the rulebook by the day the clock starts; nothing here knows a year or a limit.

#include <iosfwd>
#include <memory>
#include <optional>
#include <string_view>

#include <gongkai/base/date.hpp>
#include <gongkai/calendar/work_calendar.hpp>
#include <gongkai/clock/deadline.hpp>
#include <gongkai/clock/history.hpp>
#include <gongkai/clock/options.hpp>
#include <gongkai/export.hpp>
#include <gongkai/rules/rulebook.hpp>

namespace gongkai {

/// The bare answer. As the members of `Deadline` of these names.
struct DueDay {
  std::optional<Date> start;
  std::optional<Date> due;
  std::optional<Date> earliest;  ///< equals `due` when that is there
  std::optional<Date> latest;    ///< equals `due` when that is there
  std::optional<DeadlineStatus> status;
  std::optional<WorkingDays> days_used;
};

/// Cheap handle on something immutable: copy it, share it between threads.
class GONGKAI_EXPORT Clock {
 public:
  /// `RulebookError` 304 when the rulebook lacks a rule that the clock asks for.
  Clock(const Rulebook& rulebook, const WorkCalendar& calendar, const Options& options = {});
  /// The built-in rulebook of that name with its country's calendar. `NotFoundError` 401.
  [[nodiscard]] static Clock builtin(std::string_view rulebook);

  [[nodiscard]] const Rulebook& rulebook() const noexcept;
  [[nodiscard]] const WorkCalendar& calendar() const noexcept;
  [[nodiscard]] const Options& options() const noexcept;
  [[nodiscard]] Clock with_options(const Options& options) const;
  [[nodiscard]] Clock with_calendar(const WorkCalendar& calendar) const;
  [[nodiscard]] Clock with_rulebook(const Rulebook& rulebook) const;

  /// The answer with its derivation. With `as_of`, only what had happened by then, and open pauses end on it.
  [[nodiscard]] Deadline deadline(DeadlineKind kind, ClockHistory history,
                                  std::optional<Date> as_of = std::nullopt) const;
  /// The same without derivation, findings and texts. `status` and `days_used` only with `as_of`.
  [[nodiscard]] DueDay due(DeadlineKind kind, const ClockHistory& history,
                           std::optional<Date> as_of = std::nullopt) const;

  class Impl;  // hidden
  [[nodiscard]] const std::shared_ptr<const Impl>& impl() const noexcept { return impl_; }
  explicit Clock(std::shared_ptr<const Impl> impl) noexcept;

 private:
  std::shared_ptr<const Impl> impl_;
};

}  // namespace gongkai
