// SPDX-License-Identifier: Apache-2.0
#include "text/vocabulary.hpp"

#include <algorithm>

namespace gongkai::detail {
namespace {

constexpr std::size_t most_words = 60000;

}  // namespace

std::size_t Concept::match_at(std::u32string_view text, std::size_t position) const noexcept {
  std::size_t longest = 0;
  if (vocabulary_ != nullptr && position < text.size()) {
    vocabulary_->words_at(text, position, [&](std::size_t length, std::uint16_t word) {
      longest = vocabulary_->concepts_of(word).has(id_) ? length : longest;
    });
  }
  return longest;
}

std::size_t Concept::match_before(std::u32string_view text, std::size_t position) const noexcept {
  std::size_t longest = 0;
  if (vocabulary_ != nullptr && position <= text.size()) {
    vocabulary_->words_before(text, position, [&](std::size_t length, std::uint16_t word) {
      longest = vocabulary_->concepts_of(word).has(id_) ? length : longest;
    });
  }
  return longest;
}

std::optional<std::size_t> Concept::find_in(std::u32string_view text, std::size_t begin,
                                            std::size_t end) const noexcept {
  const auto part = text.substr(0, std::min(end, text.size()));
  for (std::size_t position = begin; position < part.size(); ++position) {
    if (match_at(part, position) > 0) {
      return position;
    }
  }
  return std::nullopt;
}

bool Concept::equals(std::u32string_view text) const noexcept { return match_at(text, 0) == text.size(); }

const std::vector<std::u32string>& Concept::words() const noexcept {
  static const std::vector<std::u32string> none;
  return vocabulary_ == nullptr ? none : vocabulary_->words_of(id_);
}

Vocabulary::Vocabulary() : members_(1) {}

std::uint16_t Vocabulary::Trie::add_child(std::uint16_t node, char32_t c) {
  if (const std::uint16_t there = child(node, c); there != 0) {
    return there;
  }
  const auto made = static_cast<std::uint16_t>(word.size());
  word.push_back(0);
  if (node == 0) {
    first[c] = made;
    return made;
  }
  if (2 * ++used > slots.size()) {
    grow();
  }
  const std::uint32_t key = (std::uint32_t{node} << 16U) | static_cast<std::uint32_t>(c);
  std::size_t i = place(key);
  while (slots[i].key != 0) {
    i = (i + 1) & (slots.size() - 1);
  }
  slots[i] = {key, made};
  return made;
}

void Vocabulary::Trie::grow() {
  std::vector<Slot> old(2 * slots.size());
  old.swap(slots);
  for (const auto& slot : old) {
    if (slot.key != 0) {
      std::size_t i = place(slot.key);
      while (slots[i].key != 0) {
        i = (i + 1) & (slots.size() - 1);
      }
      slots[i] = slot;
    }
  }
}

std::optional<Concept> Vocabulary::define(const std::vector<std::u32string>& words) {
  if (words_.size() >= ConceptSet::capacity) {
    return std::nullopt;
  }
  const auto id = static_cast<ConceptId>(words_.size());
  words_.push_back(words);
  for (const auto& word : words) {
    if (word.empty() || std::any_of(word.begin(), word.end(), [](char32_t c) { return c > 0xFFFF; }) ||
        forward_.word.size() + word.size() >= most_words || backward_.word.size() + word.size() >= most_words) {
      return std::nullopt;
    }
    auto& number = ids_[word];
    if (number == 0) {
      number = static_cast<std::uint16_t>(members_.size());
      members_.emplace_back();
      std::uint16_t node = 0;
      for (const char32_t c : word) {
        node = forward_.add_child(node, c);
      }
      forward_.word[node] = number;
      node = 0;
      for (std::size_t i = word.size(); i-- > 0;) {
        node = backward_.add_child(node, word[i]);
      }
      backward_.word[node] = number;
    }
    members_[number].add(id);
  }
  return Concept{*this, id};
}

}  // namespace gongkai::detail
