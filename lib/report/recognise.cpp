// SPDX-License-Identifier: Apache-2.0
// Is it an annual report, of which year, in which form, and is it whole?
#include <algorithm>
#include <set>

#include "report/page.hpp"
#include "text/quantities.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t longest_title_tail = 24;
constexpr std::size_t longest_title = 60;
constexpr std::size_t title_lines = 4;

bool year_digit(char32_t c, int& year) {
  const auto numeral = QuantityWords::builtin().numeral(c);
  if (is_ascii_digit(c)) {
    year = year * 10 + static_cast<int>(c - U'0');
  } else if (numeral.kind == Numeral::Kind::digit) {
    year = year * 10 + static_cast<int>(numeral.value);
  } else {
    return false;
  }
  return true;
}

// The last year in [begin, end).
std::optional<int> year_in(std::u32string_view text, std::size_t begin, std::size_t end) {
  std::optional<int> out;
  for (std::size_t i = begin; i < std::min(end, text.size()); ++i) {
    if (const auto year = printed_year_at(text, i)) {
      out = year->value;
      i = year->end - 1;
    }
  }
  return out;
}

}  // namespace

std::optional<PrintedYear> printed_year_at(std::u32string_view text, std::size_t begin) {
  int year = 0;
  if (begin + 4 >= text.size() || (begin > 0 && is_ascii_digit(text[begin - 1]))) {
    return std::nullopt;
  }
  for (std::size_t k = 0; k < 4; ++k) {
    if (!year_digit(text[begin + k], year)) {
      return std::nullopt;
    }
  }
  const std::size_t word = QuantityWords::builtin().years.match_at(text, begin + 4);
  const bool bare = word == 0 && is_ascii_digit(text[begin]) && is_han(text[begin + 4]);
  return (word > 0 || bare) && year >= 1990 && year <= 2199 ? std::optional{PrintedYear{year, begin + 4 + word}}
                                                            : std::nullopt;
}

bool names_a_letter(std::u32string_view text, std::size_t from, const NarrativeLexicon& lexicon) {
  std::size_t end = from;
  while (end < text.size() && text[end] != U'\n' && text[end] != 0x3002 && text[end] != U',' &&
         end < from + longest_title_tail) {
    ++end;
  }
  return lexicon.words.official_letter.in(text, from, end);
}

std::optional<PatternMatch> find_report_words(const Head& head, std::size_t begin, const NarrativeLexicon& lexicon) {
  const auto& words = lexicon.words;
  const auto text = head.text;
  for (std::size_t i = begin; i < text.size(); ++i) {
    std::size_t end = i;
    head.hits->beginning(words.report_subject, i, [&](std::size_t, std::size_t behind) { end = behind; });
    if (end == i) {
      continue;
    }
    for (bool more = true; more && end < i + 40;) {
      if (const std::size_t length = words.report_kind.match_at(text, end); length > 0) {
        return PatternMatch{i, end + length};
      }
      std::size_t length = words.report_filler.match_at(text, end);
      if (const auto year = printed_year_at(text, end); length == 0 && year) {
        length = year->end - end;
      }
      if (length == 0 && end < text.size() && (text[end] == U'\n' || text[end] == 0x3001)) {
        length = 1;
      }
      more = length > 0;
      end += length;
    }
  }
  return std::nullopt;
}

namespace {

// One of the first lines says that it is something else: …指南, …的通知, …工作要点.
bool titled_otherwise(std::u32string_view text, const ReaderWords& words) {
  std::size_t begin = 0;
  for (std::size_t lines = 0; lines < title_lines && begin < text.size(); ++lines) {
    const std::size_t end = std::min(text.find(U'\n', begin), text.size());
    if (end - begin < longest_title && words.not_a_report.match_before(text, end) > 0) {
      return true;
    }
    begin = end + 1;
  }
  return false;
}

}  // namespace

bool is_annual_report(const Head& whole, const NarrativeLexicon& lexicon) {
  const Head head{whole.text.substr(0, head_size), whole.hits};
  const auto& words = lexicon.words;
  bool named = false;
  for (auto found = find_report_words(head, 0, lexicon); found && !named;
       found = find_report_words(head, found->end, lexicon)) {
    // A letter about reports is not a report.
    named = !names_a_letter(head.text, found->end, lexicon);
  }
  std::set<std::u32string_view> chapters;
  for (std::size_t i = 0; i < whole.text.size(); ++i) {
    whole.hits->beginning(words.chapter, i, [&](std::size_t begin, std::size_t end) {
      chapters.insert(whole.text.substr(begin, end - begin));
    });
  }
  const auto in_head = [&](Concept concept_) {
    return whole.hits->in(concept_, 0, std::min(head_size, whole.text.size()));
  };
  // Without a title, the opening formula: "本报告是根据《…政府信息公开条例》…"; or the tables of the form.
  const bool opened = in_head(words.report_opening) && in_head(words.report_basis);
  const bool tables = whole.hits->in(words.table_begin, 0, whole.text.size());
  if (titled_otherwise(head.text, words)) {
    return named && chapters.size() >= 5 && whole.hits->in(words.report_fact, 0, whole.text.size());
  }
  return (named && (chapters.size() >= 2 || opened)) || (opened && chapters.size() >= 3) ||
         (tables && chapters.size() >= 5);
}

std::optional<TextRange> find_bare_title(std::u32string_view text, const NarrativeLexicon& lexicon) {
  const auto& words = lexicon.words;
  std::size_t begin = 0;
  for (std::size_t lines = 0; lines < title_lines && begin < text.size(); ++lines) {
    const std::size_t end = std::min(text.find(U'\n', begin), text.size());
    if (const auto year = printed_year_at(text, begin); year && end - begin < longest_title) {
      std::size_t at = year->end;
      for (std::size_t length = 1; length > 0 && at < end;) {
        length = words.report_filler.match_at(text, at);
        at += length;
      }
      if (at + words.report_kind.match_at(text, at) == end && at < end) {
        return TextRange{begin, end};
      }
    }
    begin = end + 1;
  }
  return std::nullopt;
}

namespace {

// Without title and period: the one year with which sentences begin ("2012年,我局…"), at least twice.
std::optional<int> year_of_sentences(std::u32string_view text) {
  std::optional<int> out;
  std::size_t times = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = i == 0 || text[i - 1] == U'\n' || text[i - 1] == 0x3002;
    if (const auto year = begins ? printed_year_at(text, i) : std::nullopt) {
      if (out && *out != year->value) {
        return std::nullopt;
      }
      out = year->value;
      ++times;
    }
  }
  return times >= 2 ? out : std::nullopt;
}

}  // namespace

std::optional<int> report_year(const Head& whole, const NarrativeLexicon& lexicon) {
  const Head head{whole.text.substr(0, head_size), whole.hits};
  const auto text = head.text;
  for (auto found = find_report_words(head, 0, lexicon); found; found = find_report_words(head, found->end, lexicon)) {
    if (const auto inside = year_in(text, found->begin, found->end)) {
      return inside;
    }
    const std::size_t from = found->begin - std::min<std::size_t>(found->begin, 36);
    std::size_t begin = found->begin;
    std::size_t lines = 0;
    while (begin > from && text[begin - 1] != 0x3002 && text[begin - 1] != U'|' && lines < 2) {
      --begin;
      lines += text[begin] == U'\n' ? 1U : 0U;
    }
    if (const auto before = year_in(text, begin, found->begin)) {
      return before;
    }
  }
  if (const auto title = find_bare_title(text, lexicon)) {
    return printed_year_at(text, title->begin)->value;
  }
  // The period of the figures: a year whose last day is named.
  std::optional<int> current;
  for (std::size_t i = 0; i + 4 < text.size(); ++i) {
    if (const auto year = printed_year_at(text, i)) {
      current = year->value;
      i = year->end - 1;
    } else if (current && is_ascii_digit(text[i]) && text.compare(i, 2, U"12") == 0 &&
               text.compare(i + 3, 2, U"31") == 0 && is_han(text[i + 2])) {
      return current;
    }
  }
  return year_of_sentences(whole.text);
}

std::string report_style(const Page& page) {
  const auto& styles = page.lexicon->styles;
  for (const auto& rule : styles) {
    std::set<std::u32string_view> seen;
    for (std::size_t i = 0; rule.at_least > 0 && seen.size() < rule.at_least && i < page.text.size(); ++i) {
      page.hits.beginning(
          rule.any, i, [&](std::size_t begin, std::size_t end) { seen.insert(page.text.substr(begin, end - begin)); });
    }
    if (rule.at_least > 0 && seen.size() >= rule.at_least) {
      return rule.style;
    }
  }
  for (const auto& rule : styles) {
    const bool dated = rule.first_year && page.year && *page.year >= *rule.first_year &&
                       (!rule.last_year || *page.year <= *rule.last_year);
    if (dated || rule.at_least == 0) {
      return rule.style;
    }
  }
  return styles.empty() ? std::string{} : styles.back().style;
}

bool report_complete(const Page& page) {
  const auto& words = page.lexicon->words;
  // Only a text that has come to its closing chapters can be whole.
  std::u32string_view text = page.text;
  const std::size_t half = text.size() / 2;
  if (!page.hits.in(words.last_chapter, half, text.size())) {
    return false;
  }
  // What follows the first attachment near the end belongs to the page, not to the report.
  const std::size_t tail = text.size() - std::min<std::size_t>(text.size(), 300);
  if (page.hits.in(words.attachment, tail, text.size())) {
    return true;
  }
  while (!text.empty()) {
    while (!text.empty() && (text.back() == U'\n' || text.back() == U'|' || text.back() == U' ')) {
      text.remove_suffix(1);
    }
    const std::size_t line = text.find_last_of(U"\n|");
    const std::size_t begin = line == std::u32string_view::npos ? 0 : line + 1;
    if (begin < text.size() && text.size() - begin < 40 && page.hits.in(words.furniture, begin, text.size())) {
      text = text.substr(0, begin);
      continue;
    }
    break;
  }
  if (text.empty()) {
    return false;
  }
  const char32_t last = text.back();
  const bool sentence_end = last == 0x3002 || last == U'!' || last == U'?' || last == 0x201D || last == U')';
  // A signature: a short last line, with a day before or in it.
  const std::size_t line = text.rfind(U'\n');
  const std::size_t begin = line == std::u32string_view::npos ? 0 : line + 1;
  const bool dated_line = text.size() - begin <= 20 && year_in(text, begin, text.size()).has_value();
  bool dated_before = false;
  if (line != std::u32string_view::npos && line > 0 && text.size() - begin <= 30) {
    const std::size_t previous = text.rfind(U'\n', line - 1);
    const std::size_t previous_begin = previous == std::u32string_view::npos ? 0 : previous + 1;
    dated_before = line - previous_begin <= 20 && year_in(text, previous_begin, line).has_value();
  }
  return sentence_end || dated_line || dated_before;
}

}  // namespace gongkai::detail
