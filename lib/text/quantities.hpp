// SPDX-License-Identifier: Apache-2.0
#pragma once
// The words around numbers: rules/cn/lexicon/quantities.json.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/vocabulary.hpp"

namespace gongkai::detail {

class JsonCursor;

/// What a character says in a number written in Chinese.
struct Numeral {
  enum class Kind : std::uint8_t { none, digit, ten, whole_ten, myriad } kind = Kind::none;
  std::int64_t value = 0;
};

struct QuantityWords {
  Concept measures, percent, percent_words, decimal_point, approximate_before, approximate_after, approximate_behind,
      not_before, ordinal, years, year_end, range, this_year, other_year, cumulative, cumulative_weak, until,
      not_period, change, compared_with;
  /// Whose a figure is: 本/我/该 + kind, 全 + kind, 各…, a level, or a name that ends in an ending of bodies.
  Concept self, area, each, kinds, levels, body_ends, body_follow, not_body, clause_lead;

  [[nodiscard]] Numeral numeral(char32_t c) const noexcept {
    return c < numeral_of_.size() ? numerals_[numeral_of_[c]] : Numeral{};
  }

  /// Reads strictly: `RulebookError` 302 with file and pointer.
  static QuantityWords parse(std::string_view bytes, const std::string& file);
  static const QuantityWords& builtin();

 private:
  void put_numerals(const JsonCursor& at, Numeral::Kind kind);

  std::shared_ptr<Vocabulary> vocabulary_ = std::make_shared<Vocabulary>();
  std::vector<Numeral> numerals_ = std::vector<Numeral>(1);                    // the first one is none
  std::vector<std::uint8_t> numeral_of_ = std::vector<std::uint8_t>(0x10000);  // by character
};

}  // namespace gongkai::detail
