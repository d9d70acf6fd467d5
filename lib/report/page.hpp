// SPDX-License-Identifier: Apache-2.0
#pragma once
// A report's text with what all readers of it share: words found, sentences, headings, tables, clauses.

#include <gongkai/text/mention.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/lexicon.hpp"

namespace gongkai::detail {

struct Page {
  const NormalisedText* source = nullptr;
  const NarrativeLexicon* lexicon = nullptr;
  std::u32string_view text;
  Hits hits;
  std::vector<TextRange> sentences;
  std::vector<ConceptSet> said;    ///< of each sentence: the concepts in it
  std::vector<ConceptSet> headed;  ///< of each sentence: those in the headings above it
  std::vector<TextRange> heading;  ///< of each sentence: the nearest heading above it (empty: none)
  std::vector<bool> is_heading;    ///< of each sentence
  std::vector<bool> in_table;      ///< of each sentence: its numbers are cells, not statements
  std::vector<bool> torn;          ///< of each sentence: its line goes on with what the line before began
  std::vector<Mention> mentions;
  std::optional<int> year;
  std::vector<std::uint8_t> blocked;  ///< characters that a pattern's gap may not cross

  /// From the last clause break or quantity before `position` on, within its sentence.
  [[nodiscard]] std::size_t clause_begin(std::size_t position, TextRange sentence) const;
  [[nodiscard]] std::size_t clause_end(std::size_t position, TextRange sentence) const;
  /// From the last clause break on, quantities or not.
  [[nodiscard]] std::size_t whole_clause_begin(std::size_t position, TextRange sentence) const;
  /// The period that the sentence gives what stands at `position`.
  [[nodiscard]] MentionPeriod period_before(std::size_t position, std::size_t sentence_index) const;
  /// One of the concepts stands in the sentence or in the headings above it.
  [[nodiscard]] bool has_context(const ConceptSet& concepts, std::size_t sentence_index) const {
    return said[sentence_index].has_any(concepts) || headed[sentence_index].has_any(concepts);
  }
  [[nodiscard]] PatternWindow window(std::size_t begin, std::size_t end) const { return {&hits, &blocked, begin, end}; }
  /// What is printed there, without the line breaks and blanks of the page.
  [[nodiscard]] std::string label(std::size_t begin, std::size_t end) const;
  /// Index of the first mention that begins at or behind `position`.
  [[nodiscard]] std::size_t first_mention(std::size_t position) const;
};

[[nodiscard]] Page make_page(const NormalisedText& text, const NarrativeLexicon& lexicon, Hits hits,
                             std::optional<int> year, const ReadLimits& limits);

[[nodiscard]] bool is_clause_break(char32_t c) noexcept;

/// The beginning of a document, where it says what it is.
struct Head {
  std::u32string_view text;
  const Hits* hits = nullptr;
};
constexpr std::size_t head_size = 4000;         // characters, in which title and opening stand
constexpr std::size_t recognised_size = 60000;  // characters, in which chapters are looked for

/// Organisation, year, style and whether the text is whole.
[[nodiscard]] bool is_annual_report(const Head& head, const NarrativeLexicon& lexicon);
/// A line near the beginning that is nothing but a year and "report": the name stands on the line before it.
[[nodiscard]] std::optional<TextRange> find_bare_title(std::u32string_view text, const NarrativeLexicon& lexicon);
[[nodiscard]] std::optional<int> report_year(const Head& head, const NarrativeLexicon& lexicon);
[[nodiscard]] std::optional<std::string> report_organisation(const Page& page);
/// The names in title and signature, as they stand there.
struct PrintedName {
  std::u32string name;
  std::size_t begin = 0;
};
struct PrintedNames {
  std::optional<PrintedName> title;
  std::optional<PrintedName> signature;
};
[[nodiscard]] PrintedNames report_names(const Page& page);
[[nodiscard]] std::string report_style(const Page& page);
[[nodiscard]] bool report_complete(const Page& page);

/// Where the words "annual report on the disclosure of government information" stand, from `begin` on.
[[nodiscard]] std::optional<PatternMatch> find_report_words(const Head& head, std::size_t begin,
                                                            const NarrativeLexicon& lexicon);

/// Whether the words that go on at `from` make it a letter about reports ("…年度报告的通知").
[[nodiscard]] bool names_a_letter(std::u32string_view text, std::size_t from, const NarrativeLexicon& lexicon);

/// A year in Arabic or Chinese digits with the word for year behind it: its value, and where it ends.
struct PrintedYear {
  int value = 0;
  std::size_t end = 0;
};
[[nodiscard]] std::optional<PrintedYear> printed_year_at(std::u32string_view text, std::size_t begin);

}  // namespace gongkai::detail
