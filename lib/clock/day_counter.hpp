// SPDX-License-Identifier: Apache-2.0
#pragma once
// Counting over a calendar with pauses taken out, and past its end over the family of calendars that may follow.

#include <cstdint>
#include <optional>
#include <vector>

#include <gongkai/calendar/work_calendar.hpp>

#include "calendar/calendar_impl.hpp"
#include "clock/family.hpp"
#include "clock/stretches.hpp"

namespace gongkai::detail {

/// A day, or its bounds: certain when both are the same. `no_day` as a bound: open on that side.
struct DayRange {
  std::int32_t earliest = no_day;
  std::int32_t latest = no_day;
  std::int32_t unknown = no_day;  ///< the first day whose notice would have to be known; `no_day` when certain

  [[nodiscard]] bool certain() const noexcept { return unknown == no_day && earliest != no_day; }
};

class DayCounter {
 public:
  explicit DayCounter(const WorkCalendar& calendar);

  [[nodiscard]] std::int32_t first() const noexcept { return before_first_ + 1; }
  [[nodiscard]] std::int32_t last() const noexcept { return last_; }
  [[nodiscard]] bool knows(std::int32_t day) const noexcept { return day > before_first_ && day <= last_; }
  /// Of a known day.
  [[nodiscard]] bool worked(std::int32_t day) const noexcept { return rank(day) != rank(day - 1); }
  /// Working days in (from, to]; both within the coverage, or `from` the day before it.
  [[nodiscard]] std::int32_t count(std::int32_t from, std::int32_t to) const noexcept {
    return to > from ? rank(to) - rank(from) : 0;
  }
  /// As `count`, none where the calendar does not reach.
  [[nodiscard]] std::optional<std::int32_t> count_known(std::int32_t from, std::int32_t to) const noexcept;
  /// As `count_known` without the days of `pauses` (disjoint, in order).
  [[nodiscard]] std::optional<std::int32_t> count_known(std::int32_t from, std::int32_t to,
                                                        const std::vector<Stretch>& pauses) const noexcept;
  /// The fewest working days in (from, to] outside `pauses` over all calendars that are possible.
  [[nodiscard]] std::int32_t count_at_least(std::int32_t from, std::int32_t to,
                                            const std::vector<Stretch>& pauses) const;

  /// The n-th working day (n ≥ 1) strictly after `start` outside `pauses` (disjoint, in order).
  [[nodiscard]] DayRange nth(std::int32_t start, std::int32_t n, const std::vector<Stretch>& pauses = {}) const;
  /// As `nth` without pauses and without bounds: uncertain past the calendar. `start` within the coverage.
  [[nodiscard]] DayRange nth_plain(std::int32_t start, std::int32_t n) const noexcept {
    const std::int32_t wanted = rank(start) + n;
    if (wanted > working_days_) {
      return {no_day, no_day, last_ + 1};
    }
    const std::int32_t day = before_first_ + nth_[static_cast<std::size_t>(wanted - 1)];
    return {day, day, no_day};
  }
  /// `day` if it is worked, else the next working day.
  [[nodiscard]] DayRange on_or_after(std::int32_t day) const;

 private:
  [[nodiscard]] std::int32_t rank(std::int32_t day) const noexcept {
    return rank_[static_cast<std::size_t>(day - before_first_)];
  }
  [[nodiscard]] DayRange nth_beyond(std::int32_t after, std::int32_t n, const std::vector<Stretch>& pauses) const;

  const std::uint16_t* rank_;
  const std::uint16_t* nth_;
  std::int32_t before_first_;
  std::int32_t last_;
  std::int32_t working_days_;
  const CalendarFamily* family_;
  std::uint8_t weekend_bits_ = 0;
};

}  // namespace gongkai::detail
