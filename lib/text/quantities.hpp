// SPDX-License-Identifier: Apache-2.0
#pragma once
// The words around numbers: rules/cn/lexicon/quantities.json.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "text/concept.hpp"

namespace gongkai::detail {

struct QuantityWords {
  std::map<char32_t, std::int64_t> digits;
  std::map<char32_t, std::int64_t> tens;
  std::map<char32_t, std::int64_t> myriads;
  Concept measures, percent, percent_words, approximate_before, approximate_after, approximate_behind, not_before,
      not_behind, ordinal, years, year_end, range, this_year, other_year, cumulative, cumulative_weak, change,
      compared_with;

  /// Reads strictly: `RulebookError` 302 with file and pointer.
  static QuantityWords parse(std::string_view bytes, const std::string& file);
  static const QuantityWords& builtin();
};

}  // namespace gongkai::detail
