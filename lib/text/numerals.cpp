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
    const auto numeral = words.numeral(text[i]);
    if (numeral.kind == Numeral::Kind::digit) {
      if (digit > 0 || (digit == 0 && numeral.value == 0)) {
        return std::nullopt;  // 二三 is "two or three", 二〇一三 a year
      }
      digit = numeral.value;
    } else if (numeral.kind == Numeral::Kind::whole_ten) {  // 廿三
      if (last_ten <= 10 || digit > 0) {
        return std::nullopt;
      }
      section += numeral.value;
      last_ten = 10;
      digit = -1;
    } else if (numeral.kind == Numeral::Kind::ten) {
      if (numeral.value >= last_ten || (digit < 1 && !(numeral.value == 10 && section == 0))) {
        return std::nullopt;
      }
      section += (digit < 1 ? 1 : digit) * numeral.value;
      last_ten = numeral.value;
      digit = -1;
    } else if (numeral.kind == Numeral::Kind::myriad) {
      section += digit > 0 ? digit : 0;
      if (section == 0 || (total != 0 && numeral.value >= 100000000)) {
        break;
      }
      total += section * numeral.value;
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
  Number number{Decimal{total + section + (digit > 0 ? digit : 0), 0}, i};
  // 三点五
  if (words.decimal_point.match_at(text, i) > 0) {
    std::size_t behind = i + 1;
    while (behind < text.size() && behind < i + 5 && words.numeral(text[behind]).kind == Numeral::Kind::digit &&
           number.value.unscaled < 1000000000) {
      number.value.unscaled = number.value.unscaled * 10 + words.numeral(text[behind]).value;
      ++number.value.decimals;
      number.end = ++behind;
    }
  }
  return number;
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
