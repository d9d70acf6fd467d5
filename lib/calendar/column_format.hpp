// SPDX-License-Identifier: Apache-2.0
#pragma once
// How a number in a column is a day.

#include <cstdint>
#include <gongkai/base/column.hpp>
#include <limits>
#include <type_traits>

namespace gongkai::detail {

constexpr std::int64_t not_a_time = std::numeric_limits<std::int64_t>::min();  // numpy's NaT

/// `PerDay`: steps of the column's unit in a day.
template <typename Value, std::int64_t PerDay>
struct DayFormat {
  using Raw = Value;
  static constexpr std::int64_t per_day = PerDay;
  static constexpr bool has_null = sizeof(Raw) == 8;

  static constexpr Raw null() noexcept { return has_null ? static_cast<Raw>(not_a_time) : Raw{0}; }
  static constexpr bool is_null(Raw raw) noexcept { return has_null && std::int64_t{raw} == not_a_time; }
  /// The day in which the moment lies, before 1970 too.
  static constexpr std::int64_t day(Raw raw) noexcept {
    if constexpr (PerDay == 1) {
      return raw;
    } else {
      const std::int64_t quotient = std::int64_t{raw} / PerDay;
      return quotient - (raw % PerDay < 0 ? 1 : 0);
    }
  }
  static constexpr bool is_midnight([[maybe_unused]] Raw raw) noexcept {
    if constexpr (PerDay == 1) {
      return true;
    } else {
      return raw % PerDay == 0;
    }
  }
  static constexpr bool can_hold(std::int64_t day) noexcept {
    return day > std::numeric_limits<Raw>::min() / PerDay && day < std::numeric_limits<Raw>::max() / PerDay;
  }
  /// Numbers as wide as the column, without sign: they wrap around instead of overflowing.
  using Unsigned = std::make_unsigned_t<Raw>;

  /// Exactly how often `per_day` goes into `distance`; more than 2^47 when it does not. `per_day` is an odd number
  /// times a power of two: multiplying by the inverse of the odd one modulo 2^64 divides exact multiples, and the
  /// rotation brings what is left below the power of two to the top. So there is no division, and no second test for
  /// midnight.
  static constexpr Unsigned days_in(Unsigned distance) noexcept {
    if constexpr (PerDay == 1) {
      return distance;
    } else {
      const Unsigned product = distance * inverse();
      return (product >> twos()) | (product << (64 - twos()));
    }
  }
  static constexpr Raw raw(std::int64_t day) noexcept { return static_cast<Raw>(day * PerDay); }

 private:
  static constexpr unsigned twos() noexcept {
    unsigned out = 0;
    for (std::int64_t rest = PerDay; rest % 2 == 0; rest /= 2) {
      ++out;
    }
    return out;
  }
  // Newton's iteration doubles the number of right bits.
  static constexpr Unsigned inverse() noexcept {
    const auto odd = static_cast<Unsigned>(PerDay >> twos());
    Unsigned out = odd;  // right in three bits
    for (int i = 0; i < 5; ++i) {
      out *= 2 - odd * out;
    }
    return out;
  }
};

using NarrowDays = DayFormat<std::int32_t, 1>;
using WideDays = DayFormat<std::int64_t, 1>;
using Seconds = DayFormat<std::int64_t, 86400>;
using Milliseconds = DayFormat<std::int64_t, 86400000>;
using Microseconds = DayFormat<std::int64_t, 86400000000>;
using Nanoseconds = DayFormat<std::int64_t, 86400000000000>;

/// Whether no row from `begin` to `end` is null by the bitmap.
template <typename T>
bool all_valid(const Column<T>& column, std::size_t begin, std::size_t end) noexcept {
  if (!column.may_have_nulls()) {
    return true;
  }
  for (std::size_t i = begin; i < end;) {
    const std::size_t bit = column.validity_offset() + i;
    const bool whole_byte = bit % 8 == 0 && end - i >= 8;
    if (whole_byte ? column.validity()[bit / 8] != 0xFF : !column.is_valid(i)) {
      return false;
    }
    i += whole_byte ? 8 : 1;
  }
  return true;
}

}  // namespace gongkai::detail
