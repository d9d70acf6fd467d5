// SPDX-License-Identifier: Apache-2.0
#pragma once
// Days as numbers, stretches of days, and the union of stretches: the arithmetic below every clock.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace gongkai::detail {

/// "No such day": below every day number.
constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

/// The days after `from` up to and including `to`. Empty when `to <= from`.
struct Stretch {
  std::int32_t from;
  std::int32_t to;
};

/// The union of stretches as disjoint ones in order of days; what lies before `start` is cut off.
inline void unite(std::vector<Stretch>& stretches, std::int32_t start) {
  std::sort(stretches.begin(), stretches.end(), [](Stretch a, Stretch b) { return a.from < b.from; });
  std::size_t kept = 0;
  for (const Stretch stretch : stretches) {
    const std::int32_t from = std::max(stretch.from, start);
    if (stretch.to <= from) {
      continue;
    }
    if (kept > 0 && from <= stretches[kept - 1].to) {
      stretches[kept - 1].to = std::max(stretches[kept - 1].to, stretch.to);
    } else {
      stretches[kept++] = Stretch{from, stretch.to};
    }
  }
  stretches.resize(kept);
}

}  // namespace gongkai::detail
