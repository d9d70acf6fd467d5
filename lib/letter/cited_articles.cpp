// SPDX-License-Identifier: Apache-2.0
#include "letter/cited_articles.hpp"

#include "letter/letter_scan.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

// A title is no longer than this; an opening bracket without its twin does not swallow the letter.
constexpr std::size_t longest_title = 60;

// 第三项, 第(三)项, 第二款: the number, and what is behind the word.
std::optional<LetterNumber> division_at(std::u32string_view text, std::size_t at, char32_t word) {
  if (!starts(text, at, U"第")) {
    return std::nullopt;
  }
  ++at;
  const bool bracket = starts(text, at, U"(");
  auto number = number_at(text, at + (bracket ? 1 : 0));
  if (!number) {
    return std::nullopt;
  }
  if (bracket) {
    if (!starts(text, number->end, U")")) {
      return std::nullopt;
    }
    ++number->end;
  }
  if (number->end >= text.size() || text[number->end] != word) {
    return std::nullopt;
  }
  ++number->end;
  return number;
}

class Reader {
 public:
  Reader(const NormalisedText& text, const LetterWords& words) : source_{text}, text_{text.folded()}, words_{words} {}

  std::vector<CitedArticle> run() {
    for (std::size_t at = 0; at < text_.size();) {
      if (text_[at] == U'《') {
        at = title(at);
      } else if (text_[at] == U'第') {
        at = article(at);
      } else {
        ++at;
      }
    }
    return std::move(out_);
  }

 private:
  std::size_t title(std::size_t at) {
    const auto near = text_.substr(at, longest_title);
    const auto end = near.find(U'》');
    if (end == nowhere) {
      return at + 1;
    }
    instrument_ = to_utf8(near.substr(1, end - 1));
    return at + end + 1;
  }

  // Without brackets an instrument is known by the words just before the article.
  void unbracketed(std::size_t at) {
    if (at == 0 || text_[at - 1] == U'》') {
      return;
    }
    const auto before = text_.substr(at > longest_title ? at - longest_title : 0, std::min(at, longest_title));
    for (const auto& name : words_.regulations) {
      if (before.size() >= name.size() && before.substr(before.size() - name.size()) == name &&
          (name.size() > 2 || before.size() < 4 || before.substr(before.size() - 4) != U"实施条例")) {
        instrument_ = to_utf8(words_.regulations.front());
        return;
      }
    }
    if (before.back() == U'法' || (before.size() >= 2 && before.substr(before.size() - 2) == U"条例")) {
      auto first = before.size();
      while (first > 0 && is_han(before[first - 1])) {
        --first;
      }
      instrument_ = to_utf8(before.substr(first));
    }
  }

  std::size_t article(std::size_t at) {
    const auto number = division_at(text_, at, U'条');
    if (!number) {
      return at + 1;
    }
    unbracketed(at);
    auto end = number->end;
    std::optional<std::int32_t> clause;
    std::optional<std::int32_t> item;
    if (const auto found = division_at(text_, end, U'款')) {
      clause = found->value;
      end = found->end;
    }
    if (const auto found = division_at(text_, end, U'项')) {
      item = found->value;
      end = found->end;
    }
    add(at, end, number->value, clause, item);
    // 第(三)项、第(五)项: further items of the same article.
    for (;;) {
      const auto gap = end < text_.size() &&
                               (text_[end] == U'、' || text_[end] == U'和' || text_[end] == U'及' || text_[end] == U',')
                           ? end + 1
                           : nowhere;
      if (gap == nowhere) {
        return end;
      }
      if (const auto further = division_at(text_, gap, U'项')) {
        add(gap, further->end, number->value, clause, further->value);
        end = further->end;
      } else if (const auto next = division_at(text_, gap, U'款')) {
        add(gap, next->end, number->value, next->value, std::nullopt);
        clause = next->value;
        end = next->end;
      } else {
        return end;
      }
    }
  }

  void add(std::size_t begin, std::size_t end, std::int32_t article, std::optional<std::int32_t> clause,
           std::optional<std::int32_t> item) {
    out_.push_back({instrument_, article, clause, item, source_.place(begin, end - begin)});
  }

  const NormalisedText& source_;
  std::u32string_view text_;
  const LetterWords& words_;
  std::string instrument_;
  std::vector<CitedArticle> out_;
};

}  // namespace

std::vector<CitedArticle> cited_articles(const NormalisedText& text, const LetterWords& words) {
  return Reader{text, words}.run();
}

}  // namespace gongkai::detail
