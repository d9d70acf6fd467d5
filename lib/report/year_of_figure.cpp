// SPDX-License-Identifier: Apache-2.0
#include "report/year_of_figure.hpp"

#include <algorithm>

#include "text/period_of.hpp"

namespace gongkai::detail {
namespace {

bool names_this_year(const std::vector<PeriodMarker>& markers) {
  return std::any_of(markers.begin(), markers.end(),
                     [](const PeriodMarker& marker) { return marker.period == MentionPeriod::this_year; });
}

bool only_joined(const Page& page, std::size_t begin, std::size_t end) {
  while (begin < end) {
    const std::size_t length = page.lexicon->words.joined.match_at(page.text.substr(0, end), begin);
    if (length == 0 && page.text[begin] != U',') {
      return false;
    }
    begin += std::max<std::size_t>(length, 1);
  }
  return true;
}

}  // namespace

bool YearOfFigure::ours(const Mention& mention) const {
  if (year_ != StatementYear::report) {
    return mention.period == MentionPeriod::other_year &&
           (mention.year ? mention.year == other_year() : year_ == StatementYear::last);
  }
  switch (mention.period) {
    case MentionPeriod::unstated:
    case MentionPeriod::this_year:
    case MentionPeriod::until:
      return true;
    case MentionPeriod::cumulative:
      return only_weakly_cumulative(mention);
    case MentionPeriod::other_year:
    case MentionPeriod::change:
      return false;
  }
  return false;
}

std::optional<int> YearOfFigure::other_year() const {
  return page_.year ? std::optional{*page_.year + (year_ == StatementYear::last ? -1 : 1)} : std::nullopt;
}

// 累计 alone: within the year when the sentence before it in the same paragraph names the year.
bool YearOfFigure::only_weakly_cumulative(const Mention& mention) const {
  const auto& words = QuantityWords::builtin();
  const auto markers = period_markers(page_.text, page_.sentences[mention.sentence], page_.year, words);
  const bool only_weak = std::all_of(markers.begin(), markers.end(),
                                     [&](const PeriodMarker& m) { return m.weak || m.begin >= mention.begin; });
  if (!only_weak) {
    return false;
  }
  for (std::size_t s = mention.sentence; s-- > 0 && page_.text[page_.sentences[s].end - 1] != U'\n';) {
    const auto before =
        period_at(period_markers(page_.text, page_.sentences[s], page_.year, words), page_.sentences[s].end);
    if (before.period != MentionPeriod::unstated) {
      return before.period == MentionPeriod::this_year;
    }
  }
  return false;
}

bool YearOfFigure::clause_is_ours(std::size_t s, TextRange clause) const {
  const auto marker =
      period_at(period_markers(page_.text, page_.sentences[s], page_.year, QuantityWords::builtin()), clause.end);
  return year_ == StatementYear::report
             ? marker.period != MentionPeriod::other_year
             : marker.period == MentionPeriod::other_year && marker.year && marker.year == other_year();
}

bool YearOfFigure::year_in_all_years(std::size_t m, std::size_t clause) const {
  const auto& mention = page_.mentions[m];
  if (m == 0 || mention.period != MentionPeriod::this_year || page_.mentions[m - 1].sentence != mention.sentence) {
    return false;
  }
  const auto& before = page_.mentions[m - 1];
  const auto markers = period_markers(page_.text, {clause, mention.begin}, page_.year, QuantityWords::builtin());
  return (before.period == MentionPeriod::cumulative || before.period == MentionPeriod::until ||
          told_apart_later(m - 1)) &&
         names_this_year(markers);
}

bool YearOfFigure::told_apart_later(std::size_t m) const {
  const auto& mention = page_.mentions[m];
  if (m + 1 >= page_.mentions.size() || page_.mentions[m + 1].sentence != mention.sentence ||
      page_.mentions[m + 1].unit != mention.unit) {
    return false;
  }
  const auto& words = QuantityWords::builtin();
  const TextRange sentence = page_.sentences[mention.sentence];
  const std::size_t next = page_.mentions[m + 1].begin;
  const auto markers = period_markers(page_.text, {mention.end, next}, page_.year, words);
  return words.cumulative_weak.in(page_.text, page_.whole_clause_begin(mention.begin, sentence), mention.begin) &&
         page_.hits.in(page_.lexicon->words.fresh, mention.end, next) && names_this_year(markers);
}

bool distributed_to(const Page& page, Concept name, std::size_t m) {
  const auto& mention = page.mentions[m];
  if (!page.said[mention.sentence].has(page.lexicon->words.distributed.id())) {
    return false;
  }
  const TextRange sentence = page.sentences[mention.sentence];
  std::size_t first = m;
  while (first > 0 && page.mentions[first - 1].sentence == mention.sentence &&
         only_joined(page, page.mentions[first - 1].end, page.mentions[first].begin)) {
    --first;
  }
  const auto word = page.hits.last_in(page.lexicon->words.distributed, sentence.begin, page.mentions[first].begin);
  if (!word || page.mentions[first].begin - *word > 3) {
    return false;
  }
  std::size_t last = m;
  while (last + 1 < page.mentions.size() && page.mentions[last + 1].sentence == mention.sentence &&
         only_joined(page, page.mentions[last].end, page.mentions[last + 1].begin)) {
    ++last;
  }
  std::vector<const Concept*> names;
  for (std::size_t i = page.whole_clause_begin(*word, sentence); i < *word;) {
    std::size_t length = 0;
    for (const auto& other : page.lexicon->slots) {
      if (const std::size_t here = other.named ? other.named->match_at(page.text, i) : 0; here > 0) {
        names.push_back(&*other.named);
        length = here;
        break;
      }
    }
    i += std::max<std::size_t>(length, 1);
  }
  return names.size() == last - first + 1 && names[m - first]->id() == name.id();
}
}  // namespace gongkai::detail
