// SPDX-License-Identifier: Apache-2.0
#pragma once
// Every word of a vocabulary that stands in a text, found in one pass.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/vocabulary.hpp"

namespace gongkai::detail {

struct Hit {
  std::uint32_t begin = 0;
  std::uint16_t length = 0;
  std::uint16_t word = 0;
};

class Hits {
 public:
  Hits() = default;
  Hits(const Vocabulary& vocabulary, std::u32string_view text);

  /// Calls `use(begin, end)` for each word of the concept that begins at `position`.
  template <typename Use>
  void beginning(Concept words, std::size_t position, Use use) const {
    for (std::size_t i = from_[position]; i < from_[position + 1]; ++i) {
      if (is(hits_[i], words)) {
        use(position, position + hits_[i].length);
      }
    }
  }
  /// The same for each word that ends at `position`.
  template <typename Use>
  void ending(Concept words, std::size_t position, Use use) const {
    for (std::size_t i = until_[position]; i < until_[position + 1]; ++i) {
      const Hit& hit = hits_[by_end_[i]];
      if (is(hit, words)) {
        use(std::size_t{hit.begin}, position);
      }
    }
  }
  /// The first word of the concept that lies in [begin, end).
  [[nodiscard]] std::optional<std::size_t> find_in(Concept words, std::size_t begin, std::size_t end) const noexcept;
  [[nodiscard]] bool in(Concept words, std::size_t begin, std::size_t end) const noexcept {
    return find_in(words, begin, end).has_value();
  }
  /// The end of the last word of the concept that lies in [begin, end).
  [[nodiscard]] std::optional<std::size_t> last_in(Concept words, std::size_t begin, std::size_t end) const noexcept;
  /// All concepts with a word that begins in [begin, end).
  [[nodiscard]] ConceptSet concepts_in(std::size_t begin, std::size_t end) const noexcept;

 private:
  [[nodiscard]] bool is(const Hit& hit, Concept words) const noexcept {
    return vocabulary_->concepts_of(hit.word).has(words.id());
  }

  const Vocabulary* vocabulary_ = nullptr;
  std::vector<Hit> hits_;              // by begin
  std::vector<std::uint32_t> from_;    // of each position: its first hit
  std::vector<std::uint32_t> by_end_;  // hits by end
  std::vector<std::uint32_t> until_;   // of each position: its first in by_end_
};

}  // namespace gongkai::detail
