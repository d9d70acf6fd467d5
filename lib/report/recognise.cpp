// SPDX-License-Identifier: Apache-2.0
// Is it an annual report, of which year, in which form, and is it whole?
#include <algorithm>
#include <set>

#include "report/page.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t title_region = 4000;  // characters
constexpr std::size_t longest_title_tail = 24;

std::optional<int> four_digits(std::u32string_view text, std::size_t i) {
  if (i + 4 > text.size() || (i > 0 && is_ascii_digit(text[i - 1]))) {
    return std::nullopt;
  }
  int year = 0;
  for (std::size_t k = 0; k < 4; ++k) {
    if (!is_ascii_digit(text[i + k])) {
      return std::nullopt;
    }
    year = year * 10 + static_cast<int>(text[i + k] - U'0');
  }
  const bool ends = i + 4 >= text.size() || !is_ascii_digit(text[i + 4]);
  return ends && year >= 1990 && year <= 2199 ? std::optional{year} : std::nullopt;
}

// Four digits with a Chinese character behind them: the word for year, whatever its form.
std::optional<int> year_in(std::u32string_view text, std::size_t begin, std::size_t end) {
  std::optional<int> out;
  for (std::size_t i = begin; i < std::min(end, text.size()); ++i) {
    if (const auto year = four_digits(text, i); year && i + 4 < text.size() && is_han(text[i + 4])) {
      out = year;
    }
  }
  return out;
}

}  // namespace

bool names_a_letter(std::u32string_view text, std::size_t from, const NarrativeLexicon& lexicon) {
  std::size_t end = from;
  while (end < text.size() && text[end] != U'\n' && text[end] != 0x3002 && text[end] != U',' &&
         end < from + longest_title_tail) {
    ++end;
  }
  return lexicon.at("official_letter").in(text, from, end);
}

std::optional<PatternMatch> find_report_words(std::u32string_view text, std::size_t begin,
                                              const NarrativeLexicon& lexicon) {
  const auto& subject = lexicon.at("report_subject");
  const auto& filler = lexicon.at("report_filler");
  const auto& kind = lexicon.at("report_kind");
  for (std::size_t i = begin; i < text.size(); ++i) {
    std::size_t end = i + subject.match_at(text, i);
    if (end == i) {
      continue;
    }
    for (bool more = true; more && end < i + 40;) {
      if (const std::size_t length = kind.match_at(text, end); length > 0) {
        return PatternMatch{i, end + length};
      }
      std::size_t length = filler.match_at(text, end);
      if (length == 0 && four_digits(text, end)) {
        length = 4;
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

bool is_annual_report(const Page& page, const NarrativeLexicon& lexicon) {
  const auto head = page.text.substr(0, title_region);
  bool named = false;
  for (auto found = find_report_words(head, 0, lexicon); found && !named;
       found = find_report_words(head, found->end, lexicon)) {
    // A letter about reports is not a report.
    named = !names_a_letter(head, found->end, lexicon);
  }
  std::set<std::u32string> chapters;
  for (const auto& word : lexicon.at("chapter").words()) {
    if (page.text.find(word) != std::u32string_view::npos) {
      chapters.insert(word);
    }
  }
  // Without a title, the opening formula: "本报告是根据《…政府信息公开条例》…".
  const bool opened =
      lexicon.at("report_opening").in(head, 0, head.size()) && lexicon.at("report_basis").in(head, 0, head.size());
  return (named && chapters.size() >= 2) || (opened && chapters.size() >= 3);
}

std::optional<int> report_year(std::u32string_view text, const NarrativeLexicon& lexicon) {
  const auto head = text.substr(0, title_region);
  for (auto found = find_report_words(head, 0, lexicon); found; found = find_report_words(head, found->end, lexicon)) {
    if (const auto inside = year_in(head, found->begin, found->end)) {
      return inside;
    }
    const std::size_t from = found->begin - std::min<std::size_t>(found->begin, 36);
    std::size_t begin = found->begin;
    std::size_t lines = 0;
    while (begin > from && head[begin - 1] != 0x3002 && head[begin - 1] != U'|' && lines < 2) {
      --begin;
      lines += head[begin] == U'\n' ? 1U : 0U;
    }
    if (const auto before = year_in(head, begin, found->begin)) {
      return before;
    }
  }
  // The period of the figures: a year whose last day is named.
  std::optional<int> current;
  for (std::size_t i = 0; i + 4 < head.size(); ++i) {
    if (const auto year = four_digits(head, i); year && is_han(head[i + 4])) {
      current = year;
      i += 4;
    } else if (current && is_ascii_digit(head[i]) && head.compare(i, 2, U"12") == 0 &&
               head.compare(i + 3, 2, U"31") == 0 && is_han(head[i + 2])) {
      return current;
    }
  }
  return std::nullopt;
}

std::string report_style(const Page& page, std::optional<int> year, const NarrativeLexicon& lexicon) {
  const auto marked = [&](const StyleRule& rule) {
    return rule.at_least > 0 && static_cast<std::size_t>(std::count_if(
                                    rule.any.words().begin(), rule.any.words().end(), [&](const std::u32string& word) {
                                      return page.text.find(word) != std::u32string_view::npos;
                                    })) >= rule.at_least;
  };
  for (const auto& rule : lexicon.styles) {
    if (marked(rule)) {
      return rule.style;
    }
  }
  for (const auto& rule : lexicon.styles) {
    const bool dated =
        rule.first_year && year && *year >= *rule.first_year && (!rule.last_year || *year <= *rule.last_year);
    if (dated || rule.at_least == 0) {
      return rule.style;
    }
  }
  return lexicon.styles.empty() ? std::string{} : lexicon.styles.back().style;
}

bool report_complete(const Page& page, const NarrativeLexicon& lexicon) {
  // Only a text that has come to its closing chapters can be whole.
  std::u32string_view text = page.text;
  const std::size_t half = text.size() / 2;
  if (!lexicon.at("last_chapter").in(text, half, text.size())) {
    return false;
  }
  // What follows the first attachment near the end belongs to the page, not to the report.
  const std::size_t tail = text.size() - std::min<std::size_t>(text.size(), 300);
  if (lexicon.at("attachment").in(text, tail, text.size())) {
    return true;
  }
  const auto& furniture = lexicon.at("furniture");
  while (!text.empty()) {
    while (!text.empty() && (text.back() == U'\n' || text.back() == U'|' || text.back() == U' ')) {
      text.remove_suffix(1);
    }
    const std::size_t line = text.find_last_of(U"\n|");
    const std::size_t begin = line == std::u32string_view::npos ? 0 : line + 1;
    if (begin < text.size() && text.size() - begin < 40 && furniture.in(text, begin, text.size())) {
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
