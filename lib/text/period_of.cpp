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
    const auto found = words.digits.find(c);
    if (is_ascii_digit(c)) {
      year = year * 10 + static_cast<int>(c - U'0');
    } else if (found != words.digits.end()) {
      year = year * 10 + static_cast<int>(found->second);
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
  for (std::size_t i = sentence.begin; i < sentence.end;) {
    std::size_t length = 0;
    if (const auto named = year_at(part, i, words); named && (i == 0 || !is_ascii_digit(text[i - 1]))) {
      // From one year to another, and the end of a year after "until", are more than the year.
      PeriodMarker marker{i, i + 5, MentionPeriod::this_year, named, false};
      if (year && *named != *year) {
        marker.period = MentionPeriod::other_year;
      }
      if (!out.empty()) {
        const auto& before = out.back();
        const bool until = before.period == MentionPeriod::cumulative && !before.weak && marker.begin <= before.end + 1;
        const bool range = before.year && *before.year < *named && marker.begin <= before.end + 12 &&
                           words.range.in(text, before.end, marker.begin);
        if (until || range) {
          marker.period = MentionPeriod::cumulative;
        }
      }
      if (words.year_end.match_at(part, marker.end) > 0) {
        marker.period = MentionPeriod::cumulative;
      }
      out.push_back(marker);
      length = 5;
    } else if ((length = words.this_year.match_at(part, i)) > 0) {
      out.push_back({i, i + length, MentionPeriod::this_year, year, false});
    } else if ((length = words.other_year.match_at(part, i)) > 0) {
      out.push_back({i, i + length, MentionPeriod::other_year, std::nullopt, false});
    } else if ((length = words.cumulative.match_at(part, i)) > 0) {
      out.push_back({i, i + length, MentionPeriod::cumulative, std::nullopt, false});
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
    if (!(marker.weak && out.period != MentionPeriod::unstated)) {
      out = marker;
    }
  }
  return out;
}

}  // namespace gongkai::detail
