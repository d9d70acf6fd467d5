// SPDX-License-Identifier: Apache-2.0
#pragma once
// Concepts (sets of words) and patterns (sequences of concepts) over folded text. A pattern is matched by stepping
// a set of positions through its elements: the time is bounded by window × elements, whatever the text.
//
//     {name}    one word of the concept        {name?}  at most one        {name*}  any number, also none
//     [12]      up to 12 characters, without crossing a clause or another quantity
//     $         the end of the window          anything else stands for itself

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::detail {

/// Words, the longest first.
class Concept {
 public:
  Concept() = default;
  explicit Concept(std::vector<std::u32string> words);

  [[nodiscard]] const std::vector<std::u32string>& words() const noexcept { return words_; }
  /// Length of the longest word at `position`, 0 when there is none.
  [[nodiscard]] std::size_t match_at(std::u32string_view text, std::size_t position) const noexcept;
  /// Length of the longest word that ends at `position`.
  [[nodiscard]] std::size_t match_before(std::u32string_view text, std::size_t position) const noexcept;
  [[nodiscard]] std::optional<std::size_t> find_in(std::u32string_view text, std::size_t begin,
                                                   std::size_t end) const noexcept;
  [[nodiscard]] bool in(std::u32string_view text, std::size_t begin, std::size_t end) const noexcept {
    return find_in(text, begin, end).has_value();
  }

 private:
  std::vector<std::u32string> words_;
};

using Concepts = std::map<std::string, Concept, std::less<>>;

/// Where a pattern matched: the latest start, and the end.
struct PatternMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class Pattern {
 public:
  /// The message of what is wrong with `source`, or a pattern. `concepts` must outlive it.
  static std::optional<std::string> compile(std::string_view source, const Concepts& concepts, Pattern& out);

  /// A match within [begin, end) that ends exactly at `end` (`at_end`), starts exactly at `begin` (`at_begin`), or
  /// stands anywhere. `blocked[i]` (indexed from 0 of the text) marks characters that a gap may not cross.
  enum class Anchor { at_begin, at_end, anywhere };
  [[nodiscard]] std::optional<PatternMatch> match(std::u32string_view text, std::size_t begin, std::size_t end,
                                                  Anchor anchor, const std::vector<bool>& blocked) const;

 private:
  struct Element {
    enum class Kind { word, optional_word, many_words, gap, end_of_window } kind = Kind::word;
    const Concept* words = nullptr;
    Concept literal;  // when words is null
    std::size_t gap = 0;
  };
  [[nodiscard]] static const Concept& words_of(const Element& element) {
    return element.words != nullptr ? *element.words : element.literal;
  }
  std::vector<Element> elements_;
};

}  // namespace gongkai::detail
