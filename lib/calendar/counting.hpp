// SPDX-License-Identifier: Apache-2.0
#pragma once
// The one rule of counting, for a single day and for every row of a column.

#include <cstdint>

#include "calendar/calendar_impl.hpp"

namespace gongkai::detail {

enum class Known : std::uint8_t {
  yes,
  before,  // a day before the coverage is needed
  after    // a day after the coverage is needed
};

struct Counted {
  Known known;
  std::int64_t day;      // day number: of the answer, or of the first day, in the direction of the count, not known
  std::int64_t counted;  // working days found before that; of `working_days_between`, the answer
};

/// See `WorkCalendar::add`. `n` must be within ±2^40, so that nothing overflows.
inline Counted nth_working_day(const CountingTables& tables, std::int64_t day, std::int64_t n) noexcept {
  const std::int64_t index = day - tables.before_first;
  const std::int64_t days = tables.days();
  // Where one may stand: counting needs the days ahead, not the day stood on.
  const std::int64_t low = n > 0 ? 0 : 1;
  const std::int64_t high = n < 0 ? days + 1 : days;
  if (index < low) {
    return {Known::before, day, 0};
  }
  if (index > high) {
    return {Known::after, day, 0};
  }
  if (n == 0) {
    return {Known::yes, day, 0};
  }
  // Working days up to here: those on or before `day` going forward, those strictly before it going back.
  const std::int64_t passed = tables.rank[static_cast<std::size_t>(n > 0 ? index : index - 1)];
  const std::int64_t wanted = n > 0 ? passed + n : passed + n + 1;
  if (wanted > tables.working_days()) {
    return {Known::after, tables.before_first + days + 1, tables.working_days() - passed};
  }
  if (wanted < 1) {
    return {Known::before, tables.before_first, passed};
  }
  return {Known::yes, tables.before_first + tables.nth[static_cast<std::size_t>(wanted - 1)], 0};
}

/// See `WorkCalendar::working_days_between`. As with `add`, the day before the coverage may be counted from.
inline Counted working_days_between(const CountingTables& tables, std::int64_t a, std::int64_t b) noexcept {
  const std::int64_t low = a < b ? a : b;
  const std::int64_t high = a < b ? b : a;
  const std::int64_t last = tables.before_first + tables.days();
  if (low < tables.before_first) {
    return {Known::before, low, 0};
  }
  if (high > last) {
    return {Known::after, low > last ? low : last + 1, 0};
  }
  const auto rank = [&](std::int64_t day) { return tables.rank[static_cast<std::size_t>(day - tables.before_first)]; };
  return {Known::yes, b, std::int64_t{rank(b)} - rank(a)};
}

}  // namespace gongkai::detail
