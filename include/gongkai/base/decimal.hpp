// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// A decimal number as printed: 11.90 has two decimals, 11.9 has one. Never a floating-point number.
///
///     Decimal{1190, 2}.to_string() == "11.90"
///     Decimal::parse("11.90") == Decimal{1190, 2}
///     Decimal{1190, 2} != Decimal{119, 1} && same_value(Decimal{1190, 2}, Decimal{119, 1})

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

#include <gongkai/export.hpp>

namespace gongkai {

/// `unscaled / 10^decimals`. Equal means printed alike; `same_value` compares what is meant.
struct Decimal {
  std::int64_t unscaled = 0;
  int decimals = 0;  ///< 0–9

  /// Digits with at most one point and a sign before them, as printed: `-0.50`. `InvalidArgumentError` 103 for anything
  /// else, for more than nine decimals, and for what 64 bits cannot hold.
  [[nodiscard]] GONGKAI_EXPORT static Decimal parse(std::string_view text);

  [[nodiscard]] GONGKAI_EXPORT double to_double() const noexcept;
  /// With exactly `decimals` decimals: `11.90`.
  [[nodiscard]] GONGKAI_EXPORT std::string to_string() const;
  friend bool operator==(const Decimal& a, const Decimal& b) noexcept {
    return a.unscaled == b.unscaled && a.decimals == b.decimals;
  }
  friend bool operator!=(const Decimal& a, const Decimal& b) noexcept { return !(a == b); }
};

/// `1.50` and `1.5` have the same value.
[[nodiscard]] GONGKAI_EXPORT bool same_value(const Decimal& a, const Decimal& b) noexcept;

/// As `to_string`.
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, const Decimal& decimal);

}  // namespace gongkai
