// SPDX-License-Identifier: Apache-2.0
#include "letter/letter_scan.hpp"

#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr std::u32string_view chinese_digits = U"零一二三四五六七八九";

std::optional<std::int32_t> chinese_digit(char32_t c) noexcept {
  if (c == U'〇' || c == U'○') {
    return 0;
  }
  if (c == U'两') {
    return 2;
  }
  const auto at = chinese_digits.find(c);
  return at == nowhere ? std::nullopt : std::optional{static_cast<std::int32_t>(at)};
}

std::optional<std::int32_t> unit_of(char32_t c) noexcept {
  switch (c) {
    case U'十':
      return 10;
    case U'百':
      return 100;
    case U'千':
      return 1000;
    default:
      return std::nullopt;
  }
}

// 二〇二四: digits one by one, as years are written.
std::optional<LetterNumber> spelled_at(std::u32string_view text, std::size_t at) {
  LetterNumber out;
  out.end = at;
  while (out.end < text.size() && out.end - at < 4) {
    const auto digit = is_ascii_digit(text[out.end]) ? static_cast<std::int32_t>(text[out.end] - U'0')
                                                     : chinese_digit(text[out.end]).value_or(-1);
    if (digit < 0) {
      break;
    }
    out.value = out.value * 10 + digit;
    ++out.end;
  }
  return out.end == at ? std::nullopt : std::optional{out};
}

}  // namespace

bool is_number_character(char32_t c) noexcept {
  return is_ascii_digit(c) || chinese_digit(c).has_value() || unit_of(c).has_value();
}

std::optional<LetterNumber> number_at(std::u32string_view text, std::size_t at) {
  LetterNumber out;
  out.end = at;
  if (at < text.size() && is_ascii_digit(text[at])) {
    while (out.end < text.size() && is_ascii_digit(text[out.end])) {
      if (out.end - at == 4) {
        return std::nullopt;
      }
      out.value = out.value * 10 + static_cast<std::int32_t>(text[out.end++] - U'0');
    }
    return out;
  }
  std::int32_t pending = -1;
  std::int32_t last_unit = 10000;
  for (; out.end < text.size(); ++out.end) {
    if (const auto digit = chinese_digit(text[out.end])) {
      if (pending > 0) {
        return std::nullopt;  // 二五: no number
      }
      pending = *digit;
    } else if (const auto unit = unit_of(text[out.end])) {
      if (*unit >= last_unit) {
        return std::nullopt;  // 十百: none either
      }
      last_unit = *unit;
      out.value += (pending > 0 ? pending : 1) * *unit;
      pending = -1;
    } else {
      break;
    }
  }
  if (out.end == at) {
    return std::nullopt;
  }
  out.value += std::max(pending, 0);
  return out;
}

std::optional<LetterDay> day_at(std::u32string_view text, std::size_t at) {
  const auto year = spelled_at(text, at);
  if (!year || year->end - at != 4 || !starts(text, year->end, U"年")) {
    return std::nullopt;
  }
  const auto month = number_at(text, year->end + 1);
  if (!month || !starts(text, month->end, U"月")) {
    return std::nullopt;
  }
  const auto day = number_at(text, month->end + 1);
  if (!day || (!starts(text, day->end, U"日") && !starts(text, day->end, U"号"))) {
    return std::nullopt;
  }
  const bool exists = year->value >= 1 && month->value >= 1 && month->value <= 12 && day->value >= 1 &&
                      day->value <= Date::days_in_month(year->value, month->value);
  return exists ? std::optional{LetterDay{Date{year->value, month->value, day->value}, day->end + 1}} : std::nullopt;
}

std::optional<TimeLimit> last_limit(std::u32string_view text) {
  std::optional<TimeLimit> out;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_number_character(text[at])) {
      ++at;
      continue;
    }
    auto behind = at;
    while (behind < text.size() && is_number_character(text[behind])) {
      ++behind;
    }
    const auto number = number_at(text, at);
    const bool of_a_date = at > 0 && (text[at - 1] == U'月' || text[at - 1] == U'第');
    if (number && number->end == behind && number->value > 0 && !of_a_date) {
      const auto is = [&](std::u32string_view unit) { return starts(text, behind, unit); };
      if (is(U"个工作日") || is(U"工作日")) {
        out = TimeLimit{number->value, TimeUnit::working_days};
      } else if (is(U"日") || is(U"天") || is(U"个自然日")) {
        out = TimeLimit{number->value, TimeUnit::calendar_days};
      } else if (is(U"个月") || is(U"月内")) {
        out = TimeLimit{number->value, TimeUnit::months};
      } else if (is(U"年内") && number->value < 100) {
        out = TimeLimit{number->value, TimeUnit::years};
      }
    }
    at = behind;
  }
  return out;
}

}  // namespace gongkai::detail
