// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Quantities in Chinese sentences: 共主动公开政府信息121条, 占99.17%, 10余项, 一百二十一件.
///
///     for (const auto& mention : gongkai::find_mentions(text, 2013)) ...
///
/// A mention is what the text says: a number with its measure word, whether it is exact, about which period and
/// about whom.
/// Dates, years, articles of laws, document numbers, telephone numbers, addresses and the numbering of items are
/// no quantities and never become mentions. Nothing is rounded and nothing is guessed.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <gongkai/base/decimal.hpp>
#include <gongkai/base/limits.hpp>
#include <gongkai/base/place.hpp>
#include <gongkai/export.hpp>
#include <gongkai/text/normalise.hpp>

namespace gongkai {

/// The period that a sentence gives its figure.
enum class MentionPeriod : std::uint8_t {
  unstated,    ///< the sentence does not say
  this_year,   ///< the year asked for, 本年, 今年, 全年
  until,       ///< 截至2013年12月31日, without saying since when
  cumulative,  ///< 累计, 自2008年以来, 历年: more than the year
  other_year,  ///< 2012年 in a report for 2013, 去年
  change       ///< 比上年增加12件: a difference, not a stock
};

/// One quantity.
struct Mention {
  std::string what;  ///< the words that say what is counted, as printed
  std::string whose;  ///< the body that the sentence names for it: 本镇, 全区, 市水务局; empty when it names none
  Decimal value;      ///< of an approximation: the number it is built on (10 for 10余)
  std::string unit;          ///< measure word as folded; empty when none is printed; `%` for a percentage
  std::string printed;       ///< the number without its measure word, as printed: `10余`
  bool approximate = false;  ///< 余, 多, 约, 近: no number to reckon with
  MentionPeriod period = MentionPeriod::unstated;
  std::optional<int> year;   ///< the year that the sentence names for it
  Place place;               ///< of number and measure word
  std::size_t begin = 0;     ///< first folded character
  std::size_t end = 0;       ///< one past the last one, measure word included
  std::size_t sentence = 0;  ///< index in `split_sentences`
};

/// Half-open range of folded characters.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Sentences: up to and including 。！？, a line break or a table bar. In order, without gaps.
[[nodiscard]] GONGKAI_EXPORT std::vector<TextRange> split_sentences(const NormalisedText& text);

/// All quantities, in document order. `year` is the year reported on, where it is known. `ParseError` 222 beyond
/// `limits.max_mentions`. Linear in the length of the text.
[[nodiscard]] GONGKAI_EXPORT std::vector<Mention> find_mentions(const NormalisedText& text,
                                                                std::optional<int> year = std::nullopt,
                                                                const ReadLimits& limits = {});

/// `this_year` …
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(MentionPeriod period) noexcept;

}  // namespace gongkai
