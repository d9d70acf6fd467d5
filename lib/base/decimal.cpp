// SPDX-License-Identifier: Apache-2.0
#include <gongkai/base/decimal.hpp>

#include <algorithm>
#include <charconv>
#include <gongkai/error.hpp>
#include <ostream>

namespace gongkai {
namespace {

constexpr std::size_t most_decimals = 9;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Decimal Decimal::parse(std::string_view text) {
  const std::size_t sign = !text.empty() && text.front() == '-' ? 1 : 0;
  const std::size_t point = std::min(text.find('.'), text.size());
  const auto whole = text.substr(sign, point - std::min(sign, point));
  const auto fraction = text.substr(std::min(point + 1, text.size()));
  std::string digits{text.substr(0, point)};
  digits += fraction;
  Decimal out;
  out.decimals = static_cast<int>(fraction.size());
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), out.unscaled);
  const bool plain = !whole.empty() && std::all_of(whole.begin(), whole.end(), is_digit) &&
                     std::all_of(fraction.begin(), fraction.end(), is_digit) &&
                     (point == text.size() || !fraction.empty()) && fraction.size() <= most_decimals;
  if (!plain || read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) {
    throw InvalidArgumentError{
        ErrorCode::out_of_range, std::string{text},
        "\"" + std::string{text} + "\" is no number as printed: digits, one point, nine decimals"};
  }
  return out;
}

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
