// SPDX-License-Identifier: Apache-2.0
#pragma once
// Patterns (sequences of concepts) over folded text. A pattern is matched by stepping a set of positions through its
// elements: the time is bounded by window × elements, whatever the text.
//
//     {name}    one word of the concept        {name?}  at most one        {name*}  any number, also none
//     [12]      up to 12 characters, without crossing a clause or another quantity
//     $         the end of the window          anything else stands for itself

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/hits.hpp"

namespace gongkai::detail {

using Concepts = std::map<std::string, Concept, std::less<>>;

struct PatternMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Where a pattern is matched. A window is cut to its 120 characters next to the anchor.
struct PatternWindow {
  const Hits* hits = nullptr;
  const std::vector<std::uint8_t>* blocked = nullptr;  ///< characters of the text that a gap may not cross
  std::size_t begin = 0;
  std::size_t end = 0;
};

class Pattern {
 public:
  /// The message of what is wrong with `source`, or a pattern. Literals become words of `vocabulary`.
  static std::optional<std::string> compile(std::string_view source, const Concepts& concepts, Vocabulary& vocabulary,
                                            Pattern& out);

  /// Ends exactly at the end of the window; the latest begin.
  [[nodiscard]] std::optional<std::size_t> match_back(const PatternWindow& window) const;
  /// Begins exactly at the begin of the window; the first end.
  [[nodiscard]] std::optional<std::size_t> match_front(const PatternWindow& window) const;
  /// The first one in the window.
  [[nodiscard]] std::optional<PatternMatch> find(const PatternWindow& window) const;
  /// The concepts without which it cannot match.
  [[nodiscard]] const ConceptSet& needs() const noexcept { return needs_; }

 private:
  struct Element {
    enum class Kind : std::uint8_t { word, optional_word, many_words, gap, end_of_window } kind = Kind::word;
    Concept words;
    std::size_t gap = 0;
  };
  std::vector<Element> elements_;
  ConceptSet needs_;
};

}  // namespace gongkai::detail
