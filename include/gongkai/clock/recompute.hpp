// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// What a new holiday notice or a new rule would do to the deadlines of a whole register. Nothing is changed: a day
/// that was told to somebody stays a fact, this is a question.
///
///     const auto after = clock.with_calendar(WorkCalendar::from_json(bytes, "holidays-2027.json"));
///     for (const DueChange& change : recompute(cases, clock, after).open) {
///       std::cout << change.id << ": " << change.after << " instead of " << change.before << '\n';
///     }

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/calendar/day_reason.hpp>
#include <gongkai/clock/clock.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// One case of a register.
struct ClockCase {
  std::string id;
  DeadlineKind kind = DeadlineKind::reply;
  ClockHistory history;
};

/// What differs between the two answers.
enum class ChangeCause : std::uint8_t {
  calendar,  ///< days are worked or not that were not or were
  rulebook,  ///< another limit or rule of the start
  options,   ///< another choice on an open question
  several    ///< more than one of these
};

/// A due day, or its bounds. Both absent: no due day.
struct DueRange {
  std::optional<Date> earliest;
  std::optional<Date> latest;

  friend bool operator==(const DueRange& a, const DueRange& b) {
    return a.earliest == b.earliest && a.latest == b.latest;
  }
  friend bool operator!=(const DueRange& a, const DueRange& b) { return !(a == b); }
};

/// One case whose due day changes.
struct DueChange {
  std::size_t index = 0;  ///< in the list that was given
  std::string id;
  DueRange before;
  DueRange after;
  ChangeCause cause = ChangeCause::calendar;
  /// `calendar`: the days between start and due day that are now something else, as the new calendar has them.
  std::vector<DayReason> days;
  /// `rulebook`: the sources of the limit before and after.
  std::string source_before;
  std::string source_after;
};

/// The changes, in the order of the cases. A case that has been answered or withdrawn is over: its change is listed
/// apart and is nobody's task.
struct Recomputed {
  std::vector<DueChange> open;
  std::vector<DueChange> answered;
  std::size_t unchanged = 0;
};

/// Asks both clocks about every case. With `as_of`, only what had happened by then.
[[nodiscard]] GONGKAI_EXPORT Recomputed recompute(const std::vector<ClockCase>& cases, const Clock& before,
                                                  const Clock& after, std::optional<Date> as_of = std::nullopt);

/// `calendar`, …
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(ChangeCause cause) noexcept;

}  // namespace gongkai
