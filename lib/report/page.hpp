// SPDX-License-Identifier: Apache-2.0
#pragma once
// A report's text with what all readers of it share: sentences, headings, clauses.

#include <gongkai/text/mention.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/lexicon.hpp"

namespace gongkai::detail {

struct Page {
  const NormalisedText* source = nullptr;
  std::u32string_view text;
  std::vector<TextRange> sentences;
  std::vector<TextRange> heading;  ///< of each sentence: the heading above it (empty range: none)
  std::vector<Mention> mentions;
  std::optional<int> year;
  std::vector<bool> blocked;  ///< characters that a pattern's gap may not cross

  /// From the last clause break or quantity before `position` on, within its sentence.
  [[nodiscard]] std::size_t clause_begin(std::size_t position, TextRange sentence) const;
  [[nodiscard]] std::size_t clause_end(std::size_t position, TextRange sentence) const;
  /// The period that the sentence gives what stands at `position`.
  [[nodiscard]] MentionPeriod period_before(std::size_t position, std::size_t sentence_index) const;
  /// One of the concepts stands in the sentence before `end`, or in the heading above it.
  [[nodiscard]] bool has_context(const std::vector<const Concept*>& concepts, std::size_t sentence_index) const;
};

[[nodiscard]] Page make_page(const NormalisedText& text, std::optional<int> year, const ReadLimits& limits);

[[nodiscard]] bool is_clause_break(char32_t c) noexcept;

/// Organisation, year, style and whether the text is whole.
[[nodiscard]] bool is_annual_report(const Page& page, const NarrativeLexicon& lexicon);
[[nodiscard]] std::optional<int> report_year(std::u32string_view text, const NarrativeLexicon& lexicon);
[[nodiscard]] std::optional<std::string> report_organisation(const Page& page, const NarrativeLexicon& lexicon);
[[nodiscard]] std::string report_style(const Page& page, std::optional<int> year, const NarrativeLexicon& lexicon);
[[nodiscard]] bool report_complete(const Page& page, const NarrativeLexicon& lexicon);

/// Where the words "annual report on the disclosure of government information" begin, from `begin` on.
[[nodiscard]] std::optional<PatternMatch> find_report_words(std::u32string_view text, std::size_t begin,
                                                            const NarrativeLexicon& lexicon);

/// Whether the words that go on at `from` make it a letter about reports ("…年度报告的通知").
[[nodiscard]] bool names_a_letter(std::u32string_view text, std::size_t from, const NarrativeLexicon& lexicon);

}  // namespace gongkai::detail
