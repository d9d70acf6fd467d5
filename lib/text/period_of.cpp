// SPDX-License-Identifier: Apache-2.0
#include "text/period_of.hpp"

#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

// A year of four Arabic digits or four Chinese ones, before the word for year.
std::optional<int> year_at(std::u32string_view text, std::size_t i, const QuantityWords& words) {
  int year = 0;
  for (std::size_t k = 0; k < 4; ++k) {
    if (i + k >= text.size()) {
      return std::nullopt;
    }
    const char32_t c = text[i + k];
    const auto numeral = words.numeral(c);
    if (is_ascii_digit(c)) {
      year = year * 10 + static_cast<int>(c - U'0');
    } else if (numeral.kind == Numeral::Kind::digit) {
      year = year * 10 + static_cast<int>(numeral.value);
    } else {
      return std::nullopt;
    }
  }
  return year >= 1949 && year <= 2199 && words.years.match_at(text, i + 4) > 0 ? std::optional{year} : std::nullopt;
}

}  // namespace

std::vector<PeriodMarker> period_markers(std::u32string_view text, TextRange sentence, std::optional<int> year,
                                         const QuantityWords& words) {
  std::vector<PeriodMarker> out;
  const auto part = text.substr(0, sentence.end);
  std::size_t title = 0;  // depth of 《》: a year inside belongs to the title
  for (std::size_t i = sentence.begin; i < sentence.end;) {
    const char32_t c = text[i];
    title += c == 0x300A ? 1U : 0U;
    title -= c == 0x300B && title > 0 ? 1U : 0U;
    std::size_t length = 0;
    if (title > 0) {
      ++i;
      continue;
    }
    if (const std::size_t carried = words.not_period.match_at(part, i); carried > 0) {
      i += carried;
      continue;
    }
    if (const auto named = year_at(part, i, words); named && (i == 0 || !is_ascii_digit(text[i - 1]))) {
      PeriodMarker marker{i, i + 5, MentionPeriod::this_year, named, false};
      if (year && *named != *year) {
        marker.period = MentionPeriod::other_year;
      }
      const bool at_its_end = words.year_end.match_at(part, marker.end) > 0;
      const auto before = out.empty() ? PeriodMarker{} : out.back();
      const bool until = !out.empty() && before.period == MentionPeriod::until && marker.begin <= before.end + 1;
      // From one year to another is more than the year.
      const bool range = before.year && *before.year < *named && marker.begin <= before.end + 12 &&
                         words.range.in(text, before.end, marker.begin);
      if (range) {
        marker.period = MentionPeriod::cumulative;
      } else if (until) {
        marker.period = year && *named == *year ? MentionPeriod::until : MentionPeriod::cumulative;
      } else if (at_its_end && marker.period == MentionPeriod::this_year && !before.year) {
        marker.period = MentionPeriod::until;
      }
      out.push_back(marker);
      length = 5;
    } else if ((length = words.this_year.match_at(part, i)) > 0) {
      out.push_back({i, i + length, MentionPeriod::this_year, year, false});
    } else if ((length = words.other_year.match_at(part, i)) > 0) {
      out.push_back({i, i + length, MentionPeriod::other_year, std::nullopt, false});
    } else if ((length = words.cumulative.match_at(part, i)) > 0) {
      out.push_back({i, i + length, MentionPeriod::cumulative, std::nullopt, false});
    } else if ((length = words.until.match_at(part, i)) > 0) {
      out.push_back({i, i + length, MentionPeriod::until, std::nullopt, false});
    } else if ((length = words.cumulative_weak.match_at(part, i)) > 0) {
      out.push_back({i, i + length, MentionPeriod::cumulative, std::nullopt, true});
    }
    i += length > 0 ? length : 1;
  }
  return out;
}

PeriodMarker period_at(const std::vector<PeriodMarker>& markers, std::size_t position) {
  PeriodMarker out;
  for (const auto& marker : markers) {
    if (marker.end > position) {
      break;
    }
    // 累计 after a year means within it; after "until" it means all that has come so far.
    if (marker.weak && out.period == MentionPeriod::until) {
      out.period = MentionPeriod::cumulative;
    } else if (!(marker.weak && out.period != MentionPeriod::unstated)) {
      out = marker;
    }
  }
  return out;
}

}  // namespace gongkai::detail
