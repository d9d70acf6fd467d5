// SPDX-License-Identifier: Apache-2.0
#pragma once
// Shares in percent as reports print them.

#include <gongkai/base/decimal.hpp>

#include "detail/int128.hpp"

namespace gongkai::detail {

/// part / whole in percent, rounded half up to `decimals` (0–9): exact. `whole` is positive, `part` not negative.
[[nodiscard]] inline Decimal share_in_percent(Int128 part, Int128 whole, int decimals) noexcept {
  Int128 quotient = part * 100 / whole;
  Int128 rest = part * 100 % whole;
  for (int i = 0; i < decimals; ++i) {
    quotient = quotient * 10 + rest * 10 / whole;
    rest = rest * 10 % whole;
  }
  return {static_cast<std::int64_t>(quotient + (2 * rest >= whole ? 1 : 0)), decimals};
}

/// (current − previous) / previous in percent, rounded half away from zero to `decimals`: exact. `previous` is
/// positive.
[[nodiscard]] inline Decimal change_in_percent(Int128 previous, Int128 current, int decimals) noexcept {
  const Int128 difference = current - previous;
  const Decimal size = share_in_percent(difference < 0 ? -difference : difference, previous, decimals);
  return {difference < 0 ? -size.unscaled : size.unscaled, decimals};
}

}  // namespace gongkai::detail
