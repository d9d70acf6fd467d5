// SPDX-License-Identifier: Apache-2.0
#pragma once
// Enumerators and their words: one table for printer, parser and labels.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace gongkai::detail {

struct Word {
  std::string_view word;
  std::string_view label_zh;
};

template <typename Enum, std::size_t N>
[[nodiscard]] constexpr const Word& word_of(const std::array<Word, N>& words, Enum value) noexcept {
  return words[static_cast<std::size_t>(value)];
}

template <typename Enum, std::size_t N>
[[nodiscard]] constexpr std::optional<Enum> enumerator_of(const std::array<Word, N>& words,
                                                          std::string_view text) noexcept {
  for (std::size_t i = 0; i < N; ++i) {
    if (words[i].word == text) {
      return static_cast<Enum>(i);
    }
  }
  return std::nullopt;
}

}  // namespace gongkai::detail
