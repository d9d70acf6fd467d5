// SPDX-License-Identifier: Apache-2.0
#pragma once
// Words and the concepts they belong to, in two tries (forward and backward), so that asking for a word at a place
// costs its length and not the number of words.

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::detail {

using ConceptId = std::uint16_t;

/// A set of concepts.
class ConceptSet {
 public:
  static constexpr std::size_t capacity = 320;

  void add(ConceptId id) noexcept { bits_[id / 64U] |= std::uint64_t{1} << (id % 64U); }
  void remove(ConceptId id) noexcept { bits_[id / 64U] &= ~(std::uint64_t{1} << (id % 64U)); }
  void add(const ConceptSet& other) noexcept {
    for (std::size_t i = 0; i < bits_.size(); ++i) {
      bits_[i] |= other.bits_[i];
    }
  }
  [[nodiscard]] bool has(ConceptId id) const noexcept { return ((bits_[id / 64U] >> (id % 64U)) & 1U) != 0; }
  [[nodiscard]] bool has_all(const ConceptSet& other) const noexcept {
    for (std::size_t i = 0; i < bits_.size(); ++i) {
      if ((bits_[i] & other.bits_[i]) != other.bits_[i]) {
        return false;
      }
    }
    return true;
  }
  [[nodiscard]] bool has_any(const ConceptSet& other) const noexcept {
    for (std::size_t i = 0; i < bits_.size(); ++i) {
      if ((bits_[i] & other.bits_[i]) != 0) {
        return true;
      }
    }
    return false;
  }

 private:
  std::array<std::uint64_t, capacity / 64> bits_{};
};

class Vocabulary;

/// One concept of a vocabulary. Copies are cheap; the vocabulary must outlive them. The default one has no words.
class Concept {
 public:
  Concept() = default;
  Concept(const Vocabulary& vocabulary, ConceptId id) : vocabulary_{&vocabulary}, id_{id} {}

  [[nodiscard]] ConceptId id() const noexcept { return id_; }
  /// Length of the longest word at `position`, 0 when there is none.
  [[nodiscard]] std::size_t match_at(std::u32string_view text, std::size_t position) const noexcept;
  /// Length of the longest word that ends at `position`.
  [[nodiscard]] std::size_t match_before(std::u32string_view text, std::size_t position) const noexcept;
  [[nodiscard]] std::optional<std::size_t> find_in(std::u32string_view text, std::size_t begin,
                                                   std::size_t end) const noexcept;
  [[nodiscard]] bool in(std::u32string_view text, std::size_t begin, std::size_t end) const noexcept {
    return find_in(text, begin, end).has_value();
  }
  /// Whether `text` as a whole is one of the words.
  [[nodiscard]] bool is(std::u32string_view text) const noexcept { return !text.empty() && equals(text); }
  [[nodiscard]] const std::vector<std::u32string>& words() const noexcept;

 private:
  [[nodiscard]] bool equals(std::u32string_view text) const noexcept;

  const Vocabulary* vocabulary_ = nullptr;
  ConceptId id_ = 0;
};

/// Filled once, then only asked. It does not move, since concepts point to it.
class Vocabulary {
 public:
  Vocabulary();
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;

  /// A new concept with these words. `nullopt` when there are too many concepts or words.
  std::optional<Concept> define(const std::vector<std::u32string>& words);

  /// Calls `use(length, word)` for every word that begins at `position`, the shortest first.
  template <typename Use>
  void words_at(std::u32string_view text, std::size_t position, Use use) const {
    walk(
        forward_, text.size() - position, [&](std::size_t i) { return text[position + i]; }, use);
  }
  /// The same for every word that ends at `position`.
  template <typename Use>
  void words_before(std::u32string_view text, std::size_t position, Use use) const {
    walk(
        backward_, position, [&](std::size_t i) { return text[position - 1 - i]; }, use);
  }
  [[nodiscard]] const ConceptSet& concepts_of(std::uint16_t word) const noexcept { return members_[word]; }
  [[nodiscard]] const std::vector<std::u32string>& words_of(ConceptId id) const noexcept { return words_[id]; }

 private:
  // Children in one hash table, keyed by node and character: a node has few, and most characters begin no word.
  struct Trie {
    struct Slot {
      std::uint32_t key = 0;
      std::uint16_t node = 0;
    };
    std::vector<Slot> slots = std::vector<Slot>(64);
    std::size_t used = 0;
    std::vector<std::uint16_t> first = std::vector<std::uint16_t>(0x10000, 0);
    std::vector<std::uint16_t> word = std::vector<std::uint16_t>(1, 0);  // by node; node 0 is none, word 0 is none

    [[nodiscard]] std::uint16_t child(std::uint16_t node, char32_t c) const noexcept {
      if (c > 0xFFFF) {
        return 0;
      }
      if (node == 0) {
        return first[c];
      }
      const std::uint32_t key = (std::uint32_t{node} << 16U) | static_cast<std::uint32_t>(c);
      for (std::size_t i = place(key); slots[i].key != 0; i = (i + 1) & (slots.size() - 1)) {
        if (slots[i].key == key) {
          return slots[i].node;
        }
      }
      return 0;
    }
    [[nodiscard]] std::size_t place(std::uint32_t key) const noexcept {
      return (key * 2654435769U >> 7U) & (slots.size() - 1);
    }
    std::uint16_t add_child(std::uint16_t node, char32_t c);
    void grow();
  };

  template <typename Character, typename Use>
  void walk(const Trie& trie, std::size_t size, Character character, Use use) const {
    std::uint16_t node = 0;
    for (std::size_t i = 0; i < size; ++i) {
      node = trie.child(node, character(i));
      if (node == 0) {
        return;
      }
      if (trie.word[node] != 0) {
        use(i + 1, trie.word[node]);
      }
    }
  }

  Trie forward_;
  Trie backward_;
  std::vector<ConceptSet> members_;  // by word
  std::map<std::u32string, std::uint16_t> ids_;
  std::vector<std::vector<std::u32string>> words_;  // by concept
};

}  // namespace gongkai::detail
