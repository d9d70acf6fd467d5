// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// The answer of a count that may run out of the published notices, without an exception: a day, or what is missing.
///
///     auto answer = calendar.try_add(Date{2026, 12, 14}, WorkingDays{20});
///     if (const CalendarGap* gap = answer.gap()) {
///       gap->first_unknown_day == Date{2027, 1, 1};
///       gap->counted == WorkingDays{13};  // 15 … 31 December 2026; seven more are wanted
///     }

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include <gongkai/base/date.hpp>
#include <gongkai/base/period.hpp>

namespace gongkai {

/// Where the knowledge of a calendar ends for one question.
struct CalendarGap {
  Date first_unknown_day;      ///< the first day, in the direction of the count, that the calendar does not know
  std::string missing_notice;  ///< which notice would answer it, in words
  WorkingDays counted;         ///< working days found before it, never negative; the rest of the count is open

  friend bool operator==(const CalendarGap& a, const CalendarGap& b) {
    return a.first_unknown_day == b.first_unknown_day && a.missing_notice == b.missing_notice && a.counted == b.counted;
  }
  friend bool operator!=(const CalendarGap& a, const CalendarGap& b) { return !(a == b); }
};

/// A day that is certain, or the gap that keeps it from being so. Exactly one of `day()`, `gap()` is there.
class CalendarAnswer {
 public:
  explicit CalendarAnswer(Date day) : value_{day} {}
  explicit CalendarAnswer(CalendarGap gap) : value_{std::move(gap)} {}

  [[nodiscard]] std::optional<Date> day() const noexcept {
    const Date* const day = std::get_if<Date>(&value_);
    return day == nullptr ? std::nullopt : std::optional<Date>{*day};
  }
  /// Null when there is a day. Points into the answer: what `try_add` returns must be kept.
  [[nodiscard]] const CalendarGap* gap() const& noexcept { return std::get_if<CalendarGap>(&value_); }
  [[nodiscard]] const CalendarGap* gap() const&& = delete;

 private:
  std::variant<Date, CalendarGap> value_;
};

}  // namespace gongkai
