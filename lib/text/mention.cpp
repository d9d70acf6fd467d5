// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gongkai/error.hpp>
#include <gongkai/text/mention.hpp>

#include "text/numerals.hpp"
#include "text/period_of.hpp"
#include "text/quantities.hpp"
#include "text/utf32.hpp"
#include "text/whose_of.hpp"

namespace gongkai {
namespace {

using detail::is_ascii_digit;
using detail::is_ascii_letter;
using detail::is_han;
using detail::QuantityWords;

constexpr char32_t full_stop = 0x3002;
constexpr char32_t enumeration_comma = 0x3001;
constexpr std::size_t longest_what = 40;

bool clause_break(char32_t c) {
  return c == U',' || c == U';' || c == U':' || c == full_stop || c == U'!' || c == U'?' || c == U'\n' || c == U'|';
}

// Characters of addresses, times, telephone numbers and other codes.
bool joins_code(char32_t c) {
  return is_ascii_digit(c) || is_ascii_letter(c) || c == U'.' || c == U':' || c == U'/' || c == U'@' || c == U'_' ||
         c == U'-' || c == U'?' || c == U'=' || c == U'&' || c == U'#' || c == U'~' || c == U'+' || c == U'*';
}

class Finder {
 public:
  Finder(const NormalisedText& text, std::optional<int> year, const ReadLimits& limits)
      : source_{text}, text_{text.folded()}, words_{QuantityWords::builtin()}, year_{year}, limits_{limits} {}

  std::vector<Mention> run() {
    const auto sentences = split_sentences(source_);
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      const std::size_t first = out_.size();
      for (std::size_t i = sentences[s].begin; i < sentences[s].end;) {
        i = step(i, sentences[s]);
      }
      if (out_.size() == first) {
        continue;
      }
      const auto markers = detail::period_markers(text_, sentences[s], year_, words_);
      for (std::size_t m = first; m < out_.size(); ++m) {
        finish(out_[m], s, sentences[s], markers, m > first ? out_[m - 1].end : sentences[s].begin);
      }
    }
    return std::move(out_);
  }

 private:
  char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : U'\n'; }
  char32_t before(std::size_t i) const { return i > 0 ? text_[i - 1] : U'\n'; }

  bool is_numeral(char32_t c) const {
    const auto kind = words_.numeral(c).kind;
    return kind != detail::Numeral::Kind::none && kind != detail::Numeral::Kind::myriad;
  }

  // Looks at position `i` and returns where to go on.
  std::size_t step(std::size_t i, TextRange sentence) {
    const char32_t c = text_[i];
    if (is_ascii_digit(c) || is_ascii_letter(c)) {
      return arabic(i, sentence);
    }
    if (is_numeral(c)) {
      if (const std::size_t length = words_.percent_words.match_at(text_, i); length > 0) {
        return percent_in_words(i, length);
      }
      return chinese(i, sentence);
    }
    return i + 1;
  }

  std::size_t arabic(std::size_t begin, TextRange sentence) {
    std::size_t end = begin;
    while (end < sentence.end && joins_code(text_[end])) {
      ++end;
    }
    const auto number = detail::arabic_number(text_, begin);
    if (!number) {
      return end;
    }
    // A trailing colon or full stop belongs to the sentence; anything else makes it a code.
    const std::size_t rest = number->end;
    const bool plain =
        rest >= end || (rest + 1 == end && (text_[rest] == U':' || text_[rest] == U'.' || text_[rest] == U'~'));
    const char32_t previous = before(begin);
    // "1 234": two cells or one number; nothing tells which.
    const bool torn = previous == U' ' && begin >= 2 && is_ascii_digit(text_[begin - 2]);
    const bool code = !plain || torn || previous == U'/' || previous == U'-' || previous == U'@' || previous == U'.' ||
                      previous == U'#';
    if (code) {
      return std::max(end, rest);
    }
    if (rest + 1 == end && text_[rest] == U'.' && is_han(at(end))) {
      return end;  // the numbering of an item: "2.规章100"
    }
    return quantity(begin, *number, sentence, Digits::arabic);
  }

  std::size_t chinese(std::size_t begin, TextRange sentence) {
    const auto number = detail::chinese_number(text_, begin, words_);
    if (!number) {
      std::size_t end = begin + 1;
      while (end < sentence.end && is_numeral(text_[end])) {
        ++end;
      }
      return end;
    }
    return quantity(begin, *number, sentence, number->end - begin == 1 ? Digits::one_chinese : Digits::chinese);
  }

  std::size_t percent_in_words(std::size_t begin, std::size_t length) {
    auto number = detail::chinese_number(text_, begin + length, words_);
    if (!number) {
      number = detail::arabic_number(text_, begin + length);
    }
    // 百分之百: a hundred stands alone only here.
    if (const auto whole = words_.numeral(at(begin + length)); !number && whole.kind == detail::Numeral::Kind::ten) {
      number = detail::Number{Decimal{whole.value, 0}, begin + length + 1};
    }
    if (!number) {
      return begin + length;
    }
    add(begin, number->end, number->end, number->value, "%", false);
    return number->end;
  }

  enum class Digits { arabic, chinese, one_chinese };

  std::size_t quantity(std::size_t begin, detail::Number number, TextRange sentence, Digits digits) {
    std::size_t i = number.end;
    bool approximate = words_.approximate_before.match_before(text_, begin) > 0;
    std::optional<Decimal> value = number.value;
    const std::size_t sign = at(i) == U' ' ? i + 1 : i;
    if (const std::size_t length = words_.percent.match_at(text_, sign); length > 0 && digits == Digits::arabic) {
      add(begin, i, sign + length, *value, "%", approximate);
      return sign + length;
    }
    if (const std::size_t length = words_.approximate_after.match_at(text_, i); length > 0) {
      approximate = true;
      i += length;
    }
    if (words_.measures.match_at(text_, i) < 2) {  // not 万元, which is a unit of its own
      std::int64_t factor = 1;
      for (const auto kind : {detail::Numeral::Kind::ten, detail::Numeral::Kind::myriad}) {
        if (const auto numeral = words_.numeral(at(i)); numeral.kind == kind && multiplies(kind, digits, approximate)) {
          factor *= numeral.value;
          ++i;
        }
      }
      if (factor > 1) {
        value = detail::scaled(*value, factor);
      }
      if (const std::size_t length = words_.approximate_after.match_at(text_, i); length > 0) {
        approximate = true;
        i += length;
      }
    }
    const std::size_t after_number = std::min(i, sentence.end);
    if (!value) {
      return after_number;
    }
    if (const auto bracketed = measure_in_brackets(i); bracketed > 0) {
      add(begin, after_number, i + bracketed, *value,
          detail::to_utf8(std::u32string_view{text_}.substr(i + 1, bracketed - 2)), approximate);
      return i + bracketed;
    }
    const std::size_t measure = words_.measures.match_at(text_, i);
    const std::size_t end = i + measure;
    if (measure > 0) {
      if (is_ordinal(begin) || (digits == Digits::one_chinese && is_han(at(end)))) {
        return end;
      }
      if (words_.approximate_behind.match_at(text_, end) > 0) {
        approximate = true;
      }
      add(begin, after_number, end, *value, detail::to_utf8(std::u32string_view{text_}.substr(i, measure)),
          approximate);
      return end;
    }
    std::string unit;
    if (digits == Digits::arabic && stands_alone(begin, i, *value, unit)) {
      add(begin, after_number, i, *value, std::move(unit), approximate);
    }
    return after_number;
  }

  // 3.2万, 10余万; a number in Chinese has taken its 万 itself, unless 余 stood before it: 十余万.
  static bool multiplies(detail::Numeral::Kind kind, Digits digits, bool approximate) {
    return digits == Digits::arabic || (kind == detail::Numeral::Kind::myriad && approximate);
  }

  // "121(条)": the length of the bracket with a measure word and nothing else.
  std::size_t measure_in_brackets(std::size_t i) const {
    if (at(i) != U'(') {
      return 0;
    }
    const std::size_t length = words_.measures.match_at(text_, i + 1);
    return length > 0 && at(i + 1 + length) == U')' ? length + 2 : 0;
  }

  // 第15条, 第9至12条
  bool is_ordinal(std::size_t begin) const {
    if (words_.ordinal.match_before(text_, begin) > 0) {
      return true;
    }
    std::size_t i = begin;
    for (std::size_t k = 0; k < 2 && i > 0; ++k) {  // one link back is enough: 第9至12条, 第9、10条
      const char32_t link = before(i);
      if (words_.range.match_before(text_, i) == 0 && link != enumeration_comma) {
        return false;
      }
      --i;
      std::size_t digits = 0;
      while (i > 0 && (is_ascii_digit(before(i)) || is_numeral(before(i)))) {
        --i;
        ++digits;
      }
      if (digits > 0 && words_.ordinal.match_before(text_, i) > 0) {
        return true;
      }
    }
    return false;
  }

  // A number without a measure word is a quantity only where a label stands directly before it and the item ends
  // behind it: "组织机构5;". The measure word may stand with the label: "公开信息数(条):121".
  bool stands_alone(std::size_t begin, std::size_t end, const Decimal& value, std::string& unit) const {
    if (end >= text_.size()) {
      return false;  // the text may break off inside the number
    }
    const char32_t next = at(end);
    const bool closed = next == U',' || next == U';' || next == full_stop || next == U'\n' || next == U'|' ||
                        (next == enumeration_comma && is_han(before(begin)));
    const bool year_like = value.decimals == 0 && value.unscaled >= 1900 && value.unscaled <= 2199 && end - begin == 4;
    const bool code_like = end - begin > 5 || (text_[begin] == U'0' && end - begin > 1 && value.decimals == 0);
    if (!closed || year_like || code_like) {
      return false;
    }
    std::size_t label_end = before(begin) == U':' ? begin - 1 : begin;
    if (before(label_end) == U')') {
      const std::size_t length = words_.measures.match_before(text_, label_end - 1);
      if (length == 0 || label_end < length + 2 || text_[label_end - length - 2] != U'(') {
        return false;
      }
      unit = detail::to_utf8(std::u32string_view{text_}.substr(label_end - 1 - length, length));
      label_end -= length + 2;
    }
    return is_han(before(label_end)) && words_.not_before.match_before(text_, label_end) == 0;
  }

  void add(std::size_t begin, std::size_t number_end, std::size_t end, Decimal value, std::string unit,
           bool approximate) {
    if (out_.size() >= limits_.max_mentions) {
      throw ParseError{ErrorCode::too_large, "document", "",
                       "more than " + std::to_string(limits_.max_mentions) + " quantities (ReadLimits::max_mentions)"};
    }
    Mention mention;
    mention.value = value;
    mention.unit = std::move(unit);
    mention.printed = std::string{source_.printed(begin, number_end - begin)};
    mention.approximate = approximate;
    mention.begin = begin;
    mention.end = end;
    out_.push_back(std::move(mention));
  }

  void finish(Mention& mention, std::size_t sentence_index, TextRange sentence,
              const std::vector<detail::PeriodMarker>& markers, std::size_t floor) {
    mention.sentence = sentence_index;
    mention.place = source_.place(mention.begin, mention.end - mention.begin);
    const auto marker = detail::period_at(markers, mention.begin);
    mention.period = marker.period;
    mention.year = marker.year;
    std::size_t clause = mention.begin;
    while (clause > floor && !clause_break(text_[clause - 1])) {
      --clause;
    }
    const std::size_t near = std::max(clause, mention.begin - std::min<std::size_t>(mention.begin, 6));
    bool change = words_.change.in(text_, near, mention.begin);
    for (std::size_t i = clause; i < mention.begin && !change; ++i) {
      const std::size_t length = words_.compared_with.match_at(text_, i);
      change = length > 0 && (words_.other_year.match_at(text_, i + length) > 0 ||
                              std::any_of(markers.begin(), markers.end(), [&](const detail::PeriodMarker& m) {
                                return m.begin == i + length && m.year;
                              }));
    }
    if (change) {
      mention.period = MentionPeriod::change;
    }
    mention.whose = detail::whose_of(text_, sentence, mention.begin, words_);
    mention.what = what(mention, clause, sentence);
  }

  // The noun behind the measure word where there is one (14名兼职工作人员), else the words before the number.
  std::string what(const Mention& mention, std::size_t clause, TextRange sentence) const {
    std::size_t end = mention.end;
    while (end < sentence.end && !clause_break(text_[end]) && text_[end] != enumeration_comma && text_[end] != U')' &&
           text_[end] != U'(' && !is_ascii_digit(text_[end])) {
      ++end;
    }
    if (end - mention.end >= 2 && end - mention.end <= longest_what && mention.unit != "%") {
      return std::string{source_.printed(mention.end, end - mention.end)};
    }
    const std::size_t begin = std::max(clause, mention.begin - std::min(mention.begin, longest_what));
    return std::string{source_.printed(begin, mention.begin - begin)};
  }

  const NormalisedText& source_;
  const std::u32string& text_;
  const QuantityWords& words_;
  std::optional<int> year_;
  const ReadLimits& limits_;
  std::vector<Mention> out_;
};

}  // namespace

std::vector<TextRange> split_sentences(const NormalisedText& text) {
  std::vector<TextRange> out;
  const auto& folded = text.folded();
  std::size_t begin = 0;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char32_t c = folded[i];
    if (c == full_stop || c == U'!' || c == U'?' || c == U'\n' || c == U'|') {
      out.push_back({begin, i + 1});
      begin = i + 1;
    }
  }
  if (begin < folded.size()) {
    out.push_back({begin, folded.size()});
  }
  return out;
}

std::vector<Mention> find_mentions(const NormalisedText& text, std::optional<int> year, const ReadLimits& limits) {
  return Finder{text, year, limits}.run();
}

std::string_view to_string(MentionPeriod period) noexcept {
  switch (period) {
    case MentionPeriod::unstated:
      return "unstated";
    case MentionPeriod::this_year:
      return "this_year";
    case MentionPeriod::until:
      return "until";
    case MentionPeriod::cumulative:
      return "cumulative";
    case MentionPeriod::other_year:
      return "other_year";
    case MentionPeriod::change:
      return "change";
  }
  return "unstated";
}

}  // namespace gongkai
