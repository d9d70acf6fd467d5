// SPDX-License-Identifier: Apache-2.0
#include <gongkai/base/decimal.hpp>

#include <ostream>

namespace gongkai {

double Decimal::to_double() const noexcept {
  double divisor = 1;
  for (int i = 0; i < decimals; ++i) {
    divisor *= 10;
  }
  return static_cast<double>(unscaled) / divisor;
}

std::string Decimal::to_string() const {
  const bool negative = unscaled < 0;
  std::string digits = std::to_string(negative ? -unscaled : unscaled);
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) {
    digits.insert(0, places + 1 - digits.size(), '0');
  }
  if (places > 0) {
    digits.insert(digits.size() - places, 1, '.');
  }
  return negative ? "-" + digits : digits;
}

bool same_value(const Decimal& a, const Decimal& b) noexcept {
  std::int64_t x = a.unscaled;
  std::int64_t y = b.unscaled;
  int dx = a.decimals;
  int dy = b.decimals;
  for (; dx > 0 && x % 10 == 0; --dx) {
    x /= 10;
  }
  for (; dy > 0 && y % 10 == 0; --dy) {
    y /= 10;
  }
  return x == y && (dx == dy || x == 0);
}

std::ostream& operator<<(std::ostream& out, const Decimal& decimal) { return out << decimal.to_string(); }

}  // namespace gongkai
