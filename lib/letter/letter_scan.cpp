// SPDX-License-Identifier: Apache-2.0
#include "letter/letter_scan.hpp"

#include "text/numerals.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

Numeral numeral_of(char32_t c) { return QuantityWords::builtin().numeral(c); }

// 二〇二四: digits one by one, as years are written.
std::optional<LetterNumber> spelled_at(std::u32string_view text, std::size_t at) {
  LetterNumber out;
  out.end = at;
  while (out.end < text.size() && out.end - at < 4) {
    const char32_t c = text[out.end];
    const auto numeral = numeral_of(c);
    if (!is_ascii_digit(c) && numeral.kind != Numeral::Kind::digit) {
      break;
    }
    out.value = out.value * 10 + static_cast<std::int32_t>(is_ascii_digit(c) ? c - U'0' : numeral.value);
    ++out.end;
  }
  return out.end == at ? std::nullopt : std::optional{out};
}

}  // namespace

bool is_number_character(char32_t c) { return is_ascii_digit(c) || numeral_of(c).kind != Numeral::Kind::none; }

std::optional<LetterNumber> number_at(std::u32string_view text, std::size_t at) {
  const bool arabic = at < text.size() && is_ascii_digit(text[at]);
  const auto number = arabic ? arabic_number(text, at) : chinese_number(text, at, QuantityWords::builtin());
  if (!number || number->value.decimals != 0 || number->value.unscaled > 9999) {
    return std::nullopt;
  }
  return LetterNumber{static_cast<std::int32_t>(number->value.unscaled), number->end};
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
