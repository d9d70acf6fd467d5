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

// A short line without a sentence end that begins with a numbering ("二、", "(一)", "一 概述") or a bracket.
bool is_heading(std::u32string_view text, TextRange sentence) {
  std::size_t size = sentence.end - sentence.begin;
  if (size < 2 || size > longest_heading || text[sentence.end - 1] != U'\n') {
    return false;
  }
  const auto line = text.substr(sentence.begin, size - 1);
  return std::none_of(line.begin(), line.end(), [](char32_t c) { return c == full_stop || c == U';'; });
}

}  // namespace

bool is_clause_break(char32_t c) noexcept {
  return c == U',' || c == U';' || c == U':' || c == full_stop || c == U'!' || c == U'?' || c == U'\n' || c == U'|';
}

std::size_t Page::clause_begin(std::size_t position, TextRange sentence) const {
  std::size_t begin = position;
  while (begin > sentence.begin && !is_clause_break(text[begin - 1])) {
    --begin;
  }
  const auto next = std::lower_bound(mentions.begin(), mentions.end(), position,
                                     [](const Mention& mention, std::size_t p) { return mention.begin < p; });
  if (next != mentions.begin()) {
    const std::size_t end = std::prev(next)->end;
    begin = end <= position ? std::max(begin, end) : begin;
  }
  return begin;
}

std::size_t Page::clause_end(std::size_t position, TextRange sentence) const {
  std::size_t end = position;
  while (end < sentence.end && !is_clause_break(text[end]) && text[end] != enumeration_comma &&
         !is_ascii_digit(text[end])) {
    ++end;
  }
  return end;
}

MentionPeriod Page::period_before(std::size_t position, std::size_t sentence_index) const {
  return period_at(period_markers(text, sentences[sentence_index], year, QuantityWords::builtin()), position).period;
}

bool Page::has_context(const std::vector<const Concept*>& concepts, std::size_t sentence_index) const {
  const TextRange ranges[] = {sentences[sentence_index], heading[sentence_index]};
  return concepts.empty() || std::any_of(concepts.begin(), concepts.end(), [&](const Concept* words) {
           return std::any_of(std::begin(ranges), std::end(ranges),
                              [&](TextRange range) { return words->in(text, range.begin, range.end); });
         });
}

Page make_page(const NormalisedText& source, std::optional<int> year, const ReadLimits& limits) {
  Page page;
  page.source = &source;
  page.year = year;
  page.text = source.folded();
  page.sentences = split_sentences(source);
  TextRange heading;
  for (const auto& sentence : page.sentences) {
    if (is_heading(page.text, sentence)) {
      heading = sentence;
    }
    page.heading.push_back(heading);
  }
  page.mentions = find_mentions(source, year, limits);
  page.blocked.assign(page.text.size() + 1, false);
  for (std::size_t i = 0; i < page.text.size(); ++i) {
    page.blocked[i] = is_clause_break(page.text[i]);
  }
  for (const auto& mention : page.mentions) {
    std::fill(page.blocked.begin() + static_cast<std::ptrdiff_t>(mention.begin),
              page.blocked.begin() + static_cast<std::ptrdiff_t>(mention.end), true);
  }
  return page;
}

}  // namespace gongkai::detail
