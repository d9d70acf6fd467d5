// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reconsideration and litigation: limits in calendar days, months and years.

#include "clock/other_clocks.hpp"

namespace gongkai::detail {

/// The last day of a period that begins on `start` (not counted): months and years end on the corresponding day.
struct PeriodEnd {
  std::int32_t day = no_day;
  bool month_end = false;  // there is no corresponding day
};
[[nodiscard]] PeriodEnd period_end(std::int32_t start, TimeLimit limit, MonthEnd month_end);

[[nodiscard]] Outcome evaluate_remedy(const ClockCore& core, DeadlineKind kind, const ClockHistory& history,
                                      const Timeline& timeline, const Options& options, std::int32_t as_of,
                                      Trace* trace);

}  // namespace gongkai::detail
