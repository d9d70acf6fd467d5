// SPDX-License-Identifier: Apache-2.0
#include "text/concept.hpp"

#include <algorithm>

#include "text/utf32.hpp"

namespace gongkai::detail {

Concept::Concept(std::vector<std::u32string> words) : words_{std::move(words)} {
  std::sort(words_.begin(), words_.end(), [](const std::u32string& a, const std::u32string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
}

std::size_t Concept::match_at(std::u32string_view text, std::size_t position) const noexcept {
  for (const auto& word : words_) {
    if (position < text.size() && text.compare(position, word.size(), word) == 0) {
      return word.size();
    }
  }
  return 0;
}

std::size_t Concept::match_before(std::u32string_view text, std::size_t position) const noexcept {
  for (const auto& word : words_) {
    if (word.size() <= position && text.compare(position - word.size(), word.size(), word) == 0) {
      return word.size();
    }
  }
  return 0;
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

std::optional<std::string> Pattern::compile(std::string_view source, const Concepts& concepts, Pattern& out) {
  const auto text = to_utf32(source);
  Pattern pattern;
  std::u32string literal;
  const auto flush = [&] {
    if (!literal.empty()) {
      Element element;
      element.literal = Concept{{literal}};
      pattern.elements_.push_back(std::move(element));
      literal.clear();
    }
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (c == U'{' || c == U'[') {
      flush();
      const std::size_t close = text.find(c == U'{' ? U'}' : U']', i);
      if (close == std::u32string::npos || close == i + 1) {
        return "an opening bracket is not closed, or holds nothing";
      }
      std::string inside = to_utf8(std::u32string_view{text}.substr(i + 1, close - i - 1));
      Element element;
      if (c == U'{') {
        if (inside.back() == '?' || inside.back() == '*') {
          element.kind = inside.back() == '?' ? Element::Kind::optional_word : Element::Kind::many_words;
          inside.pop_back();
        }
        const auto found = concepts.find(inside);
        if (found == concepts.end()) {
          return "there is no concept \"" + inside + "\"";
        }
        element.words = &found->second;
      } else {
        if (inside.size() > 2 || inside.find_first_not_of("0123456789") != std::string::npos) {
          return "a gap is a number from 0 to 99";
        }
        element.kind = Element::Kind::gap;
        element.gap = static_cast<std::size_t>(std::stoi(inside));
      }
      pattern.elements_.push_back(std::move(element));
      i = close;
    } else if (c == U'}' || c == U']') {
      return "a closing bracket without its opening one";
    } else if (c == U'$') {
      flush();
      Element element;
      element.kind = Element::Kind::end_of_window;
      pattern.elements_.push_back(std::move(element));
    } else {
      literal += c;
    }
  }
  flush();
  if (pattern.elements_.empty()) {
    return "the pattern is empty";
  }
  out = std::move(pattern);
  return std::nullopt;
}

std::optional<PatternMatch> Pattern::match(std::u32string_view text, std::size_t begin, std::size_t end, Anchor anchor,
                                           const std::vector<bool>& blocked) const {
  if (begin > end || end > text.size()) {
    return std::nullopt;
  }
  const auto window = text.substr(0, end);
  const std::size_t size = end - begin + 1;
  // start[p]: one more than the latest start of a partial match that has come to begin + p; 0 = none.
  std::vector<std::size_t> start(size, 0);
  for (std::size_t p = 0; p < size; ++p) {
    start[p] = anchor == Anchor::at_begin && p != 0 ? 0 : p + 1;
  }
  for (const auto& element : elements_) {
    std::vector<std::size_t> next(size, 0);
    const auto reach = [&](std::size_t p, std::size_t from) { next[p] = std::max(next[p], from); };
    switch (element.kind) {
      case Element::Kind::end_of_window:
        reach(size - 1, start[size - 1]);
        break;
      case Element::Kind::gap: {
        for (std::size_t p = 0; p < size; ++p) {
          if (start[p] == 0) {
            continue;
          }
          reach(p, start[p]);
          for (std::size_t k = 0; k < element.gap && p + k + 1 < size && !blocked[begin + p + k]; ++k) {
            reach(p + k + 1, start[p]);
          }
        }
        break;
      }
      default: {
        if (element.kind != Element::Kind::word) {
          next = start;
        }
        for (std::size_t p = 0; p < size; ++p) {
          const std::size_t from = element.kind == Element::Kind::many_words ? next[p] : start[p];
          if (from == 0) {
            continue;
          }
          for (const auto& word : words_of(element).words()) {
            if (p + word.size() < size && window.compare(begin + p, word.size(), word) == 0) {
              reach(p + word.size(), from);
            }
          }
        }
        break;
      }
    }
    start = std::move(next);
  }
  if (anchor == Anchor::at_end) {
    return start[size - 1] == 0 ? std::nullopt : std::optional{PatternMatch{begin + start[size - 1] - 1, end}};
  }
  for (std::size_t p = 0; p < size; ++p) {
    if (start[p] != 0) {
      return PatternMatch{begin + start[p] - 1, begin + p};
    }
  }
  return std::nullopt;
}

}  // namespace gongkai::detail
