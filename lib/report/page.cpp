// SPDX-License-Identifier: Apache-2.0
#include "report/page.hpp"

#include <algorithm>

#include "text/period_of.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr char32_t full_stop = 0x3002;
constexpr char32_t enumeration_comma = 0x3001;
constexpr std::size_t longest_heading = 45;
constexpr std::size_t longest_head = 60;  // of a table
constexpr std::size_t shortest_torn = 9;  // characters; a shorter line that just ends is a heading

bool is_numeral(char32_t c) {
  return QuantityWords::builtin().numeral(c).kind != Numeral::Kind::none || is_ascii_digit(c);
}

// 0: no heading; 1: "一、…", "第一部分", a line without numbering; 2: "(一)…", "1.…".
int heading_level(std::u32string_view line) {
  std::size_t i = 0;
  const bool bracket = !line.empty() && line[0] == U'(';
  i += bracket ? 1U : 0U;
  while (i < line.size() && i < 4 && is_numeral(line[i])) {
    ++i;
  }
  if (i == (bracket ? 1U : 0U) || i >= line.size()) {
    return 1;
  }
  const bool closed = bracket ? line[i] == U')' : line[i] == enumeration_comma || line[i] == U'.' || line[i] == U')';
  return closed && (bracket || is_ascii_digit(line[0])) ? 2 : 1;
}

bool numbered(std::u32string_view line) {
  std::size_t i = !line.empty() && line[0] == U'(' ? 1U : 0U;
  const std::size_t first = i;
  while (i < line.size() && i < first + 3 && is_numeral(line[i])) {
    ++i;
  }
  return i > first && i < line.size() && (line[i] == enumeration_comma || line[i] == U'.' || line[i] == U')');
}

// A short line without a sentence end, or a short numbered sentence that opens its line: "(一)主动公开情况。".
bool heading_shape(std::u32string_view text, TextRange sentence) {
  const std::size_t size = sentence.end - sentence.begin;
  if (size < 2 || size > longest_heading) {
    return false;
  }
  const char32_t last = text[sentence.end - 1];
  const auto line = text.substr(sentence.begin, size - 1);
  const bool plain = std::none_of(line.begin(), line.end(), [](char32_t c) { return c == full_stop || c == U';'; });
  if (last == U'\n') {
    return plain;
  }
  const bool opens_line = sentence.begin == 0 || text[sentence.begin - 1] == U'\n';
  return plain && opens_line && numbered(line) && line.find(U',') == std::u32string_view::npos;
}

class Builder {
 public:
  explicit Builder(Page& page) : page_{page}, words_{page.lexicon->words} {}

  void run() {
    ConceptSet top;
    ConceptSet near;
    TextRange heading;
    bool table = false;
    std::size_t next = 0;
    for (std::size_t s = 0; s < page_.sentences.size(); ++s) {
      const TextRange sentence = page_.sentences[s];
      const ConceptSet said = page_.hits.concepts_in(sentence.begin, sentence.end);
      while (next < page_.mentions.size() && page_.mentions[next].begin < sentence.begin) {
        ++next;
      }
      const bool has_figure = next < page_.mentions.size() && page_.mentions[next].begin < sentence.end;
      const bool is_heading = !has_figure && heading_shape(page_.text, sentence);
      table = table_goes_on(table, is_heading, said, sentence);
      if (is_heading && !table) {
        heading = sentence;
        near = said;
        if (heading_level(page_.text.substr(sentence.begin, sentence.end - sentence.begin)) == 1) {
          top = said;
        }
      }
      page_.torn.push_back(!table && !is_heading && torn(s));
      page_.said.push_back(said);
      page_.is_heading.push_back(is_heading);
      page_.in_table.push_back(table);
      page_.heading.push_back(heading);
      ConceptSet headed = top;
      headed.add(near);
      page_.headed.push_back(headed);
    }
  }

 private:
  // The line before ends in the middle of something, and this one does not begin like a sentence: a year, 本镇, 未.
  bool torn(std::size_t s) const {
    const TextRange sentence = page_.sentences[s];
    const auto text = page_.text;
    if (s == 0 || text[sentence.begin - 1] != U'\n') {
      return false;
    }
    const TextRange before = page_.sentences[s - 1];
    const std::size_t size = before.end - before.begin;
    if (size < shortest_torn || !is_han(text[before.end - 2]) || !is_han(text[sentence.begin]) ||
        numbered(text.substr(before.begin, size - 1))) {
      return false;
    }
    const std::size_t next = page_.first_mention(sentence.begin);
    const bool ends_with_figure = next > 0 && page_.mentions[next - 1].end == before.end - 1;
    const auto& words = QuantityWords::builtin();
    const auto begins = [&](Concept concept_) { return concept_.match_at(text, sentence.begin) > 0; };
    return !ends_with_figure && !begins(words.self) && !begins(words.area) && !begins(words.each) &&
           !begins(words.this_year) && !begins(words.until) && !begins(words.clause_lead) && !begins(words.levels) &&
           !begins(words_.bare_none) && !begins(words_.none_lead) && !begins(words_.sentence_begin) &&
           !names_the_year_soon(sentence);
  }

  // "永宁街道办事处2014年全年…"
  bool names_the_year_soon(TextRange sentence) const {
    for (std::size_t i = sentence.begin; i < std::min(sentence.end, sentence.begin + 18); ++i) {
      if (is_clause_break(page_.text[i])) {
        return false;
      }
      if (printed_year_at(page_.text, i) || QuantityWords::builtin().this_year.match_at(page_.text, i) > 0) {
        return true;
      }
    }
    return false;
  }

  // The head of a table is a short line or a cell; a sentence may hold its words too (统计数据, 信息内容涉及…).
  bool table_goes_on(bool table, bool is_heading, const ConceptSet& said, TextRange sentence) const {
    if (table) {
      return !(is_heading && said.has(words_.table_end.id()));
    }
    const char32_t last = page_.text[sentence.end - 1];
    const bool cell = sentence.end - sentence.begin <= longest_head && (last == U'\n' || last == U'|');
    return cell && said.has(words_.table_begin.id());
  }

  Page& page_;
  const ReaderWords& words_;
};

}  // namespace

bool is_clause_break(char32_t c) noexcept {
  return c == U',' || c == U';' || c == U':' || c == full_stop || c == U'!' || c == U'?' || c == U'\n' || c == U'|';
}

std::string Page::label(std::size_t begin, std::size_t end) const {
  constexpr std::string_view ideographic_space = "\xE3\x80\x80";
  const auto printed = source->printed(begin, end - begin);
  std::string out;
  for (std::size_t i = 0; i < printed.size();) {
    if (printed.compare(i, ideographic_space.size(), ideographic_space) == 0) {
      i += ideographic_space.size();
      continue;
    }
    if (printed[i] != ' ' && printed[i] != '\n' && printed[i] != '\r' && printed[i] != '\t') {
      out += printed[i];
    }
    ++i;
  }
  return out;
}

std::size_t Page::first_mention(std::size_t position) const {
  return static_cast<std::size_t>(
      std::lower_bound(mentions.begin(), mentions.end(), position,
                       [](const Mention& mention, std::size_t p) { return mention.begin < p; }) -
      mentions.begin());
}

std::size_t Page::whole_clause_begin(std::size_t position, TextRange sentence) const {
  std::size_t begin = position;
  while (begin > sentence.begin && !is_clause_break(text[begin - 1])) {
    --begin;
  }
  return begin;
}

std::size_t Page::clause_begin(std::size_t position, TextRange sentence) const {
  const std::size_t begin = whole_clause_begin(position, sentence);
  if (const std::size_t next = first_mention(position); next > 0) {
    const std::size_t end = mentions[next - 1].end;
    return end <= position ? std::max(begin, end) : begin;
  }
  return begin;
}

std::size_t Page::clause_end(std::size_t position, TextRange sentence) const {
  std::size_t end = position;
  while (end < sentence.end && !is_clause_break(text[end]) && text[end] != enumeration_comma && text[end] != U'(' &&
         !is_ascii_digit(text[end])) {
    ++end;
  }
  return end;
}

MentionPeriod Page::period_before(std::size_t position, std::size_t sentence_index) const {
  return period_at(period_markers(text, sentences[sentence_index], year, QuantityWords::builtin()), position).period;
}

Page make_page(const NormalisedText& source, const NarrativeLexicon& lexicon, Hits hits, std::optional<int> year,
               const ReadLimits& limits) {
  Page page;
  page.source = &source;
  page.lexicon = &lexicon;
  page.year = year;
  page.text = source.folded();
  page.hits = std::move(hits);
  page.sentences = split_sentences(source);
  page.mentions = find_mentions(source, year, limits);
  page.blocked.assign(page.text.size() + 1, 0);
  for (std::size_t i = 0; i < page.text.size(); ++i) {
    page.blocked[i] = is_clause_break(page.text[i]) ? 1 : 0;
  }
  for (const auto& mention : page.mentions) {
    std::fill(page.blocked.begin() + static_cast<std::ptrdiff_t>(mention.begin),
              page.blocked.begin() + static_cast<std::ptrdiff_t>(mention.end), std::uint8_t{1});
  }
  Builder{page}.run();
  return page;
}

}  // namespace gongkai::detail
