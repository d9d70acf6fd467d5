// SPDX-License-Identifier: Apache-2.0
#pragma once
// Small things that letters are read by: numbers, days, words; all on folded text.

#include <algorithm>
#include <gongkai/base/date.hpp>
#include <gongkai/rules/dated_value.hpp>
#include <optional>
#include <string_view>

#include "letter/letter_words.hpp"

namespace gongkai::detail {

inline constexpr auto nowhere = std::u32string_view::npos;

/// A whole number up to 9999, 六十, 二十五, 60, as running text has them (text/numerals.hpp); `end` is behind it.
struct LetterNumber {
  std::int32_t value = 0;
  std::size_t end = 0;
};
[[nodiscard]] std::optional<LetterNumber> number_at(std::u32string_view text, std::size_t at);
/// A character that a number may consist of.
[[nodiscard]] bool is_number_character(char32_t c);

/// 2024年3月25日, 二〇二四年三月二十五日, beginning here.
struct LetterDay {
  Date day;
  std::size_t end = 0;
};
[[nodiscard]] std::optional<LetterDay> day_at(std::u32string_view text, std::size_t at);

/// The last length of time in the text: 六十日内, 6个月, 60个工作日; the day of a date is none.
[[nodiscard]] std::optional<TimeLimit> last_limit(std::u32string_view text);

[[nodiscard]] inline bool starts(std::u32string_view text, std::size_t at, std::u32string_view word) {
  return at <= text.size() && text.substr(at, word.size()) == word;
}
[[nodiscard]] inline bool has_any(std::u32string_view text, const WordList& words) {
  return std::any_of(words.begin(), words.end(), [&](const auto& word) { return text.find(word) != nowhere; });
}
/// A word that is not denied by 不 before it.
[[nodiscard]] inline bool says_any(std::u32string_view text, const WordList& words) {
  return std::any_of(words.begin(), words.end(), [&](const auto& word) {
    for (auto at = text.find(word); at != nowhere; at = text.find(word, at + 1)) {
      if (at == 0 || text[at - 1] != U'不') {
        return true;
      }
    }
    return false;
  });
}

}  // namespace gongkai::detail
