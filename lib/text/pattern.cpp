// SPDX-License-Identifier: Apache-2.0
#include "text/pattern.hpp"

#include <algorithm>
#include <array>

#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t widest = 120;

// Positions within a window, each once, in the order of coming.
class Positions {
 public:
  explicit Positions(std::size_t origin) : origin_{origin} {}

  void add(std::size_t position) noexcept {
    const std::size_t i = position - origin_;
    if (i < seen_.size() && !seen_[i]) {
      seen_[i] = true;
      at_[size_++] = position;
    }
  }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] std::size_t operator[](std::size_t i) const noexcept { return at_[i]; }

 private:
  std::size_t origin_;
  std::size_t size_ = 0;
  std::array<bool, widest + 1> seen_{};
  std::array<std::size_t, widest + 1> at_;
};

}  // namespace

std::optional<std::string> Pattern::compile(std::string_view source, const Concepts& concepts, Vocabulary& vocabulary,
                                            Pattern& out) {
  const auto text = to_utf32(source);
  Pattern pattern;
  std::u32string literal;
  bool full = false;
  const auto flush = [&] {
    if (!literal.empty()) {
      Element element;
      const auto defined = vocabulary.define({literal});
      full = full || !defined;
      element.words = defined.value_or(Concept{});
      pattern.elements_.push_back(element);
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
        element.words = found->second;
      } else {
        if (inside.size() > 2 || inside.find_first_not_of("0123456789") != std::string::npos) {
          return "a gap is a number from 0 to 99";
        }
        element.kind = Element::Kind::gap;
        element.gap = static_cast<std::size_t>(std::stoi(inside));
      }
      pattern.elements_.push_back(element);
      i = close;
    } else if (c == U'}' || c == U']') {
      return "a closing bracket without its opening one";
    } else if (c == U'$') {
      flush();
      Element element;
      element.kind = Element::Kind::end_of_window;
      pattern.elements_.push_back(element);
    } else {
      literal += c;
    }
  }
  flush();
  if (pattern.elements_.empty()) {
    return "the pattern is empty";
  }
  if (full) {
    return "there are too many concepts";
  }
  for (const auto& element : pattern.elements_) {
    if (element.kind == Element::Kind::word) {
      pattern.needs_.add(element.words.id());
    }
  }
  out = std::move(pattern);
  return std::nullopt;
}

std::optional<std::size_t> Pattern::match_back(const PatternWindow& window) const {
  const std::size_t floor = std::max(window.begin, window.end - std::min(window.end, widest));
  Positions now{floor};
  now.add(window.end);
  for (auto element = elements_.rbegin(); element != elements_.rend() && now.size() > 0; ++element) {
    Positions next{floor};
    const auto take_words = [&](std::size_t position) {
      window.hits->ending(element->words, position, [&](std::size_t begin, std::size_t) {
        if (begin >= floor) {
          next.add(begin);
        }
      });
    };
    switch (element->kind) {
      case Element::Kind::end_of_window:
        next = now;
        break;
      case Element::Kind::gap:
        for (std::size_t i = 0; i < now.size(); ++i) {
          next.add(now[i]);
          for (std::size_t k = 1; k <= element->gap && now[i] >= floor + k; ++k) {
            if ((*window.blocked)[now[i] - k] != 0) {
              break;
            }
            next.add(now[i] - k);
          }
        }
        break;
      case Element::Kind::word:
        for (std::size_t i = 0; i < now.size(); ++i) {
          take_words(now[i]);
        }
        break;
      case Element::Kind::optional_word:
        for (std::size_t i = 0; i < now.size(); ++i) {
          next.add(now[i]);
          take_words(now[i]);
        }
        break;
      case Element::Kind::many_words:
        next = now;
        for (std::size_t i = 0; i < next.size(); ++i) {
          take_words(next[i]);
        }
        break;
    }
    now = next;
  }
  std::optional<std::size_t> latest;
  for (std::size_t i = 0; i < now.size(); ++i) {
    latest = std::max(latest.value_or(now[i]), now[i]);
  }
  return latest;
}

std::optional<std::size_t> Pattern::match_front(const PatternWindow& window) const {
  const std::size_t ceiling = std::min(window.end, window.begin + widest);
  Positions now{window.begin};
  now.add(window.begin);
  for (auto element = elements_.begin(); element != elements_.end() && now.size() > 0; ++element) {
    Positions next{window.begin};
    const auto take_words = [&](std::size_t position) {
      window.hits->beginning(element->words, position, [&](std::size_t, std::size_t end) {
        if (end <= ceiling) {
          next.add(end);
        }
      });
    };
    switch (element->kind) {
      case Element::Kind::end_of_window:
        for (std::size_t i = 0; i < now.size(); ++i) {
          if (now[i] == window.end) {
            next.add(now[i]);
          }
        }
        break;
      case Element::Kind::gap:
        for (std::size_t i = 0; i < now.size(); ++i) {
          next.add(now[i]);
          for (std::size_t k = 0; k < element->gap && now[i] + k < ceiling; ++k) {
            if ((*window.blocked)[now[i] + k] != 0) {
              break;
            }
            next.add(now[i] + k + 1);
          }
        }
        break;
      case Element::Kind::word:
        for (std::size_t i = 0; i < now.size(); ++i) {
          take_words(now[i]);
        }
        break;
      case Element::Kind::optional_word:
        for (std::size_t i = 0; i < now.size(); ++i) {
          next.add(now[i]);
          take_words(now[i]);
        }
        break;
      case Element::Kind::many_words:
        next = now;
        for (std::size_t i = 0; i < next.size(); ++i) {
          take_words(next[i]);
        }
        break;
    }
    now = next;
  }
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < now.size(); ++i) {
    first = std::min(first.value_or(now[i]), now[i]);
  }
  return first;
}

std::optional<PatternMatch> Pattern::find(const PatternWindow& window) const {
  const auto& first = elements_.front();
  for (std::size_t begin = window.begin; begin < window.end; ++begin) {
    bool possible = first.kind != Element::Kind::word;
    if (!possible) {
      window.hits->beginning(first.words, begin, [&](std::size_t, std::size_t) { possible = true; });
    }
    if (possible) {
      PatternWindow rest = window;
      rest.begin = begin;
      if (const auto end = match_front(rest)) {
        return PatternMatch{begin, *end};
      }
    }
  }
  return std::nullopt;
}

}  // namespace gongkai::detail
