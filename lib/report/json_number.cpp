// SPDX-License-Identifier: Apache-2.0
#include "report/json_number.hpp"

namespace gongkai::detail {
namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

struct Scan {
  Decimal value;
  std::size_t end = 0;
};

// A number that begins at `text[0]`: digits, at most one point, commas between groups.
std::optional<Scan> scan(std::string_view text) {
  Scan out;
  int digits = 0;
  bool point = false;
  for (; out.end < text.size(); ++out.end) {
    const char c = text[out.end];
    const bool more = out.end + 1 < text.size() && is_digit(text[out.end + 1]);
    if (is_digit(c)) {
      if (++digits > 18 || (point && ++out.value.decimals > 9)) {
        return std::nullopt;
      }
      out.value.unscaled = out.value.unscaled * 10 + (c - '0');
    } else if (c == '.' && !point && more && digits > 0) {
      point = true;
    } else if (c != ',' || point || !more || digits == 0) {
      break;
    }
  }
  return digits == 0 ? std::nullopt : std::optional{out};
}

}  // namespace

std::optional<Decimal> decimal_of(const Json& json) {
  if (const auto* whole = std::get_if<std::int64_t>(&json.value())) {
    return Decimal{*whole, 0};
  }
  if (std::get_if<double>(&json.value()) == nullptr) {
    return std::nullopt;
  }
  // The writer prints the shortest text that reads as the same number.
  const std::string text = json.dump();
  const bool negative = text.front() == '-';
  const std::string_view digits = std::string_view{text}.substr(negative ? 1 : 0);
  auto found = scan(digits);
  if (!found) {
    return std::nullopt;
  }
  if (found->end != digits.size()) {
    // 1e-05, 1.5e+16
    if (digits[found->end] != 'e') {
      return std::nullopt;
    }
    const bool down = digits[found->end + 1] == '-';
    int exponent = 0;
    for (const char c : digits.substr(found->end + (is_digit(digits[found->end + 1]) ? 1 : 2))) {
      exponent = exponent * 10 + (c - '0');
    }
    found->value.decimals += down ? exponent : -exponent;
    for (; found->value.decimals < 0; ++found->value.decimals) {
      if (found->value.unscaled > INT64_MAX / 10) {
        return std::nullopt;
      }
      found->value.unscaled *= 10;
    }
    if (found->value.decimals > 9) {
      return std::nullopt;
    }
  }
  while (found->value.decimals > 0 && found->value.unscaled % 10 == 0) {
    found->value.unscaled /= 10;  // 12.0 is twelve
    --found->value.decimals;
  }
  if (negative) {
    found->value.unscaled = -found->value.unscaled;
  }
  return found->value;
}

std::optional<Decimal> first_number(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_digit(text[i])) {
      const auto found = scan(text.substr(i));
      return found ? std::optional{found->value} : std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace gongkai::detail
