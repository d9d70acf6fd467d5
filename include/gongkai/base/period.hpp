// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Two kinds of days that the law never mixes: working days (工作日) and calendar days (自然日).
///
///     calendar.add(date, WorkingDays{20});   // compiles
///     date + CalendarDays{60};               // compiles
///     calendar.add(date, CalendarDays{20});  // does not compile, nor does date + WorkingDays{20}

#include <cstdint>
#include <functional>
#include <iosfwd>

#include <gongkai/export.hpp>

namespace gongkai {

/// A signed number of days of one kind. Comparable and addable within the kind, not across kinds.
template <typename Kind>
class DayCount {
 public:
  explicit constexpr DayCount(std::int32_t count) noexcept : count_{count} {}
  [[nodiscard]] constexpr std::int32_t count() const noexcept { return count_; }

  [[nodiscard]] friend constexpr DayCount operator+(DayCount a, DayCount b) noexcept { return DayCount{a.count_ + b.count_}; }
  [[nodiscard]] friend constexpr DayCount operator-(DayCount a, DayCount b) noexcept { return DayCount{a.count_ - b.count_}; }
  [[nodiscard]] friend constexpr DayCount operator-(DayCount a) noexcept { return DayCount{-a.count_}; }
  friend constexpr bool operator==(DayCount a, DayCount b) noexcept { return a.count_ == b.count_; }
  friend constexpr bool operator!=(DayCount a, DayCount b) noexcept { return a.count_ != b.count_; }
  friend constexpr bool operator<(DayCount a, DayCount b) noexcept { return a.count_ < b.count_; }
  friend constexpr bool operator<=(DayCount a, DayCount b) noexcept { return a.count_ <= b.count_; }
  friend constexpr bool operator>(DayCount a, DayCount b) noexcept { return a.count_ > b.count_; }
  friend constexpr bool operator>=(DayCount a, DayCount b) noexcept { return a.count_ >= b.count_; }

 private:
  std::int32_t count_;
};

struct WorkingDaysKind;
struct CalendarDaysKind;

/// 工作日: days on which public bodies work, make-up days (调休上班) included.
using WorkingDays = DayCount<WorkingDaysKind>;
/// 自然日: every day counts.
using CalendarDays = DayCount<CalendarDaysKind>;

/// `20 working days`
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, WorkingDays days);
/// `60 calendar days`
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, CalendarDays days);

}  // namespace gongkai

template <typename Kind>
struct std::hash<gongkai::DayCount<Kind>> {
  std::size_t operator()(gongkai::DayCount<Kind> days) const noexcept { return std::hash<std::int32_t>{}(days.count()); }
};
