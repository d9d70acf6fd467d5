// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which period a sentence gives a figure.

#include <cstddef>
#include <gongkai/text/mention.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "text/quantities.hpp"

namespace gongkai::detail {

struct PeriodMarker {
  std::size_t begin = 0;
  std::size_t end = 0;
  MentionPeriod period = MentionPeriod::unstated;
  std::optional<int> year;
  bool weak = false;  ///< 累计: cumulative unless the sentence names the year
};

/// The markers of one sentence, in order.
[[nodiscard]] std::vector<PeriodMarker> period_markers(std::u32string_view text, TextRange sentence,
                                                       std::optional<int> year, const QuantityWords& words);

/// What the markers before `position` say of it: the nearest one counts.
[[nodiscard]] PeriodMarker period_at(const std::vector<PeriodMarker>& markers, std::size_t position);

}  // namespace gongkai::detail
