// SPDX-License-Identifier: Apache-2.0
#include "text/hits.hpp"

#include <algorithm>

namespace gongkai::detail {

Hits::Hits(const Vocabulary& vocabulary, std::u32string_view text) : vocabulary_{&vocabulary} {
  from_.reserve(text.size() + 2);
  hits_.reserve(text.size());
  until_.assign(text.size() + 2, 0);
  for (std::size_t position = 0; position < text.size(); ++position) {
    from_.push_back(static_cast<std::uint32_t>(hits_.size()));
    vocabulary.words_at(text, position, [&](std::size_t length, std::uint16_t word) {
      hits_.push_back({static_cast<std::uint32_t>(position), static_cast<std::uint16_t>(length), word});
      ++until_[position + length + 1];
    });
  }
  from_.resize(text.size() + 2, static_cast<std::uint32_t>(hits_.size()));
  for (std::size_t position = 1; position < until_.size(); ++position) {
    until_[position] += until_[position - 1];
  }
  by_end_.resize(hits_.size());
  auto next = until_;
  for (std::size_t i = 0; i < hits_.size(); ++i) {
    by_end_[next[hits_[i].begin + hits_[i].length]++] = static_cast<std::uint32_t>(i);
  }
}

std::optional<std::size_t> Hits::find_in(Concept words, std::size_t begin, std::size_t end) const noexcept {
  if (begin >= end || end >= from_.size()) {
    return std::nullopt;
  }
  for (std::size_t i = from_[begin]; i < from_[end]; ++i) {
    if (hits_[i].begin + hits_[i].length <= end && is(hits_[i], words)) {
      return hits_[i].begin;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> Hits::last_in(Concept words, std::size_t begin, std::size_t end) const noexcept {
  std::optional<std::size_t> last;
  if (begin >= end || end >= from_.size()) {
    return last;
  }
  for (std::size_t i = from_[begin]; i < from_[end]; ++i) {
    const std::size_t behind = hits_[i].begin + hits_[i].length;
    if (behind <= end && is(hits_[i], words)) {
      last = std::max(last.value_or(0), behind);
    }
  }
  return last;
}

ConceptSet Hits::concepts_in(std::size_t begin, std::size_t end) const noexcept {
  ConceptSet out;
  if (begin < end && end < from_.size()) {
    for (std::size_t i = from_[begin]; i < from_[end]; ++i) {
      out.add(vocabulary_->concepts_of(hits_[i].word));
    }
  }
  return out;
}

}  // namespace gongkai::detail
