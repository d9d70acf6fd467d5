// SPDX-License-Identifier: Apache-2.0
#include "text/numerals.hpp"

#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr int max_digits = 15;

bool digit_at(std::u32string_view text, std::size_t i) { return i < text.size() && is_ascii_digit(text[i]); }

bool three_digits_at(std::u32string_view text, std::size_t i) {
  return digit_at(text, i) && digit_at(text, i + 1) && digit_at(text, i + 2) && !digit_at(text, i + 3);
}

}  // namespace

std::optional<Number> arabic_number(std::u32string_view text, std::size_t begin) {
  std::size_t i = begin;
  std::int64_t value = 0;
  int digits = 0;
  const auto take = [&] {
    value = value * 10 + static_cast<std::int64_t>(text[i] - U'0');
    ++digits;
    ++i;
  };
  while (digit_at(text, i) && digits < max_digits) {
    take();
  }
  if (digits == 0 || digit_at(text, i)) {
    return std::nullopt;
  }
  if (digits <= 3 && text[begin] != U'0') {
    while (i < text.size() && text[i] == U',' && three_digits_at(text, i + 1) && digits + 3 <= max_digits) {
      ++i;
      take();
      take();
      take();
    }
  }
  int decimals = 0;
  if (i < text.size() && text[i] == U'.' && digit_at(text, i + 1)) {
    ++i;
    while (digit_at(text, i)) {
      if (digits >= max_digits || decimals >= 9) {
        return std::nullopt;
      }
      take();
      ++decimals;
    }
  }
  return Number{Decimal{value, decimals}, i};
}

std::optional<Number> chinese_number(std::u32string_view text, std::size_t begin, const QuantityWords& words) {
  std::int64_t total = 0;    // closed by a myriad
  std::int64_t section = 0;  // below the next myriad
  std::int64_t digit = -1;   // read, not yet multiplied
  std::int64_t last_ten = 10000;
  std::size_t i = begin;
  for (; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (const auto d = words.digits.find(c); d != words.digits.end()) {
      if (digit > 0 || (digit == 0 && d->second == 0)) {
        return std::nullopt;  // 二三 is "two or three", 二〇一三 a year
      }
      digit = d->second;
    } else if (const auto t = words.tens.find(c); t != words.tens.end()) {
      if (t->second >= last_ten || (digit < 1 && !(t->second == 10 && section == 0))) {
        return std::nullopt;
      }
      section += (digit < 1 ? 1 : digit) * t->second;
      last_ten = t->second;
      digit = -1;
    } else if (const auto m = words.myriads.find(c); m != words.myriads.end()) {
      section += digit > 0 ? digit : 0;
      if (section == 0 || (total != 0 && m->second >= 100000000)) {
        break;
      }
      total += section * m->second;
      section = 0;
      digit = -1;
      last_ten = 10000;
    } else {
      break;
    }
  }
  if (i == begin) {
    return std::nullopt;
  }
  return Number{Decimal{total + section + (digit > 0 ? digit : 0), 0}, i};
}

std::optional<Decimal> scaled(Decimal value, std::int64_t factor) {
  while (factor % 10 == 0 && value.decimals > 0) {
    factor /= 10;
    --value.decimals;
  }
  if (value.unscaled != 0 && factor > INT64_MAX / 10 / value.unscaled) {
    return std::nullopt;
  }
  value.unscaled *= factor;
  return value;
}

}  // namespace gongkai::detail
