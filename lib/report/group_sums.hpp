// SPDX-License-Identifier: Apache-2.0
#pragma once
// The sums of a batch by groups, a block and a cell at a time.

#include <gongkai/base/column.hpp>
#include <gongkai/report/batch.hpp>
#include <vector>

#include "report/accumulator.hpp"

namespace gongkai::detail {

struct GroupSums {
  std::vector<Accumulator> sums;     // by group
  std::vector<std::size_t> reports;  // by group
};

/// Every group is less than `count`, and there is one for each report.
[[nodiscard]] GroupSums sum_groups(const ReportBatch& batch, Span<const std::uint32_t> groups, std::size_t count);

}  // namespace gongkai::detail
