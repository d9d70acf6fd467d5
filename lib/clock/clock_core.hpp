// SPDX-License-Identifier: Apache-2.0
#pragma once
// What every clock works with, and what it answers.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <gongkai/calendar/work_calendar.hpp>
#include <gongkai/clock/deadline.hpp>
#include <gongkai/rules/rulebook.hpp>

#include "clock/day_counter.hpp"
#include "clock/questions.hpp"
#include "clock/rule_table.hpp"

namespace gongkai::detail {

/// A rulebook and a calendar, made ready. Immutable; shared by all answers.
struct ClockCore {
  /// `RulebookError` 303 when the rulebook lacks a rule or a question that clocks ask for.
  ClockCore(const Rulebook& rules_from, const WorkCalendar& days_from);

  Rulebook rulebook;
  WorkCalendar calendar;
  ClockRules rules;
  DayCounter days;
  /// By question: the choices that count as lawful, the default and the safe one.
  std::array<std::vector<std::uint8_t>, clock_questions> lawful;
};

/// The bare answer of any clock.
struct Outcome {
  std::int32_t start = no_day;     // the last (re)start
  DayRange due;                    // both `no_day`: none, or nothing can be said
  std::optional<OpenReason> open;  // why `due` is not certain
  std::int32_t end = no_day;       // when it was done or withdrawn
  std::optional<DeadlineStatus> status;
  std::optional<std::int32_t> used;
  std::optional<DaySpan> remaining;
  std::optional<DaySpan> overdue;
  QuestionSet asked = 0;          // open questions whose choice can matter
  std::int32_t ignored = no_day;  // the last event that a choice ignores

  /// The day by which a careful person acts.
  [[nodiscard]] std::int32_t first_due() const noexcept { return due.earliest; }
};

inline std::optional<Date> date_of(std::int32_t day) {
  return day == no_day ? std::nullopt : std::optional<Date>{Date::from_ordinal(day)};
}
inline std::string text_of(std::int32_t day) { return Date::from_ordinal(day).to_string(); }

}  // namespace gongkai::detail
