// SPDX-License-Identifier: Apache-2.0
#include "text/whose_of.hpp"

#include <algorithm>

#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t farthest = 160;  // characters back
constexpr std::size_t longest_name = 22;

bool clause_break(char32_t c) { return c == U',' || c == U';' || c == U':' || c == U'(' || c == 0x3001; }

class Whose {
 public:
  Whose(std::u32string_view text, const QuantityWords& words) : text_{text}, words_{words} {}

  // The subject of the clause [begin, end), or nothing.
  std::u32string_view subject(std::size_t begin, std::size_t end) const {
    begin = behind_lead(begin, end);
    if (begin >= end) {
      return {};
    }
    const auto clause = text_.substr(0, end);
    if (const std::size_t length = pronoun(clause, begin); length > 0) {
      return text_.substr(begin, length);
    }
    if (const std::size_t length = words_.levels.match_at(clause, begin); length > 0 && follows(begin + length, end)) {
      return text_.substr(begin, length);
    }
    return name(begin, end);
  }

 private:
  // Words of time, numbering and connection before the subject.
  std::size_t behind_lead(std::size_t begin, std::size_t end) const {
    const auto clause = text_.substr(0, end);
    for (bool more = true; more && begin < end;) {
      const char32_t c = text_[begin];
      if (const std::size_t length = words_.clause_lead.match_at(clause, begin); length > 0) {
        begin += length;
      } else if (is_ascii_digit(c) || (!is_han(c) && !is_ascii_letter(c))) {
        ++begin;
      } else {
        more = false;
      }
    }
    return begin;
  }

  // 本镇, 全区, 各部门, 全区各部门
  std::size_t pronoun(std::u32string_view clause, std::size_t begin) const {
    for (const auto* lead : {&words_.self, &words_.area, &words_.each}) {
      const std::size_t length = lead->match_at(clause, begin);
      const std::size_t kind = length > 0 ? words_.kinds.match_at(clause, begin + length) : 0;
      if (kind > 0) {
        const std::size_t each = lead == &words_.each ? 0 : pronoun_of_parts(clause, begin + length + kind);
        return length + kind + each;
      }
    }
    return 0;
  }
  std::size_t pronoun_of_parts(std::u32string_view clause, std::size_t begin) const {
    const std::size_t each = words_.each.match_at(clause, begin);
    const std::size_t kind = each > 0 ? words_.kinds.match_at(clause, begin + each) : 0;
    return kind > 0 ? each + kind : 0;
  }

  bool follows(std::size_t at, std::size_t end) const {
    return at >= end || is_ascii_digit(text_[at]) || words_.body_follow.match_at(text_.substr(0, end), at) > 0;
  }

  // The longest name of a body that begins the clause and is followed by what a subject does.
  std::u32string_view name(std::size_t begin, std::size_t end) const {
    const auto clause = text_.substr(0, std::min(end, begin + longest_name));
    std::u32string_view best;
    for (std::size_t i = begin; i < clause.size() && (is_han(text_[i]) || text_[i] == U'(' || text_[i] == U')'); ++i) {
      if (words_.not_body.match_at(clause, i) > 0) {
        break;
      }
      const std::size_t behind = i + 1;
      if (behind >= begin + 2 && words_.body_ends.match_before(clause, behind) > 0 &&
          words_.body_ends.match_before(clause, behind) < behind - begin && follows(behind, end)) {
        best = text_.substr(begin, behind - begin);
      }
    }
    // "2013年度我局": only the end is the subject.
    for (std::size_t i = begin; i < begin + best.size(); ++i) {
      if (const std::size_t length = pronoun(clause, i); length > 0 && i + length == begin + best.size()) {
        return text_.substr(i, length);
      }
    }
    return best;
  }

  std::u32string_view text_;
  const QuantityWords& words_;
};

}  // namespace

std::string whose_of(std::u32string_view text, TextRange sentence, std::size_t position, const QuantityWords& words) {
  const Whose whose{text, words};
  const std::size_t floor = std::max(sentence.begin, position - std::min(position, farthest));
  std::size_t end = position;
  for (std::size_t begin = position; begin > floor; --begin) {
    if (text[begin - 1] == U')') {  // what stands in brackets is not the subject of what follows
      const std::size_t open = text.rfind(U'(', begin - 1);
      begin = open != std::u32string_view::npos && open > floor ? open + 1 : begin;
    }
    if (begin == floor + 1 || clause_break(text[begin - 1])) {
      const std::size_t from = clause_break(text[begin - 1]) ? begin : begin - 1;
      if (const auto found = whose.subject(from, end); !found.empty()) {
        return to_utf8(found);
      }
      end = begin - 1;
    }
  }
  return {};
}

}  // namespace gongkai::detail
