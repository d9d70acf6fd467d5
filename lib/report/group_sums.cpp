// SPDX-License-Identifier: Apache-2.0
#include "report/group_sums.hpp"

#include <algorithm>
#include <limits>

namespace gongkai::detail {
namespace {

constexpr std::size_t size = ReportBatch::block_size;
constexpr std::size_t side_by_side = 8;  // columns whose sums stay in registers
constexpr std::size_t worth_it = 64;     // reports added up in two bytes at once

// Adds up `Cells` columns that stand one after the other. `Sum` is two bytes where the sums are known to fit: half the
// instructions of four bytes, which always do.
template <typename Sum, std::size_t Cells>
void add_columns(const std::uint16_t* values, const std::uint16_t* begin, const std::uint16_t* end,
                 std::int64_t* sums) {
  Sum own[Cells] = {};
  for (const auto* at = begin; at != end; ++at) {
    const std::uint16_t* value = values + *at;
    for (std::size_t cell = 0; cell < Cells; ++cell) {
      own[cell] = static_cast<Sum>(own[cell] + value[cell * size]);
    }
  }
  for (std::size_t cell = 0; cell < Cells; ++cell) {
    sums[cell] += own[cell];
  }
}

template <typename Sum>
Sum sum_of(const std::uint16_t* values, std::size_t count) {
  Sum out = 0;
  for (std::size_t i = 0; i < count; ++i) {
    out = static_cast<Sum>(out + values[i]);
  }
  return out;
}

// Reports that stand one after the other, as they do when a nation is loaded province by province: as many at once as
// two bytes hold the sum of.
std::int64_t sum_straight(const std::uint16_t* values, std::size_t reports, std::uint16_t largest) {
  const std::size_t piece = std::numeric_limits<std::uint16_t>::max() / std::max<std::size_t>(largest, 1);
  if (piece < worth_it) {
    return sum_of<std::uint32_t>(values, reports);
  }
  std::int64_t out = 0;
  for (std::size_t i = 0; i < reports; i += piece) {
    out += sum_of<std::uint16_t>(values + i, std::min(piece, reports - i));
  }
  return out;
}

}  // namespace

GroupSums::GroupSums(const ReportBatch& batch, std::vector<Accumulator*> sums)
    : batch_{batch}, sums_{std::move(sums)}, run_of_(sums_.size(), 0) {}

// By counting: the reports of a group keep their order.
void GroupSums::sort(const std::uint32_t* groups, std::size_t reports) {
  runs_.clear();
  for (std::size_t i = 0; i < reports; ++i) {
    auto& run = run_of_[groups[i]];
    if (run == 0) {
      runs_.push_back({groups[i], 0, 0});
      run = runs_.size();
    }
    ++runs_[run - 1].end;
  }
  std::size_t begin = 0;
  for (auto& run : runs_) {
    const std::size_t length = run.end;
    run = {run.group, begin, begin};
    begin += length;
  }
  order_.resize(reports);
  for (std::size_t i = 0; i < reports; ++i) {
    order_[runs_[run_of_[groups[i]] - 1].end++] = static_cast<std::uint16_t>(i);
  }
  for (const auto& run : runs_) {
    run_of_[run.group] = 0;
  }
}

void GroupSums::add(std::size_t block, const std::uint32_t* groups) {
  sort(groups, std::min(size, batch_.size() - block * size));
  for (const auto& run : runs_) {
    sums_[run.group]->begin_lane();
  }
  const auto& memory = batch_.blocks()[block];
  for (std::size_t cell = 0; cell < batch_.cells();) {
    const std::size_t columns = cell + side_by_side <= batch_.cells() ? side_by_side : 1;
    const auto largest = *std::max_element(memory.largest.begin() + static_cast<std::ptrdiff_t>(cell),
                                           memory.largest.begin() + static_cast<std::ptrdiff_t>(cell + columns));
    for (const auto& run : runs_) {
      auto* lane = sums_[run.group]->lane_.data() + cell;
      const auto* order = order_.data() + run.begin;
      const std::size_t reports = run.end - run.begin;
      if (order[reports - 1] == order[0] + reports - 1) {
        for (std::size_t c = 0; c < columns; ++c) {
          lane[c] +=
              sum_straight(memory.narrow.data() + (cell + c) * size + order[0], reports, memory.largest[cell + c]);
        }
        continue;
      }
      const bool fits = largest * reports <= std::numeric_limits<std::uint16_t>::max();
      const auto add = columns == 1 ? add_columns<std::uint32_t, 1>
                       : fits       ? add_columns<std::uint16_t, side_by_side>
                                    : add_columns<std::uint32_t, side_by_side>;
      add(memory.narrow.data() + cell * size, order, order + reports, lane);
    }
    cell += columns;
  }
  for (const auto& run : runs_) {
    correct(block, run);
    sums_[run.group]->count_lane(run.end - run.begin);
  }
}

void GroupSums::correct(std::size_t block, const Run& run) {
  const auto& memory = batch_.blocks()[block];
  auto& to = *sums_[run.group];
  const auto* begin = order_.data() + run.begin;
  const auto* end = order_.data() + run.end;
  const auto take_back = [&](std::size_t at, std::size_t cell) {
    to.lane_[cell] -= memory.narrow[cell * size + at];
    to.add_cell(batch_, block * size + at, cell);
  };
  for (std::size_t cell = 0; cell < batch_.cells(); ++cell) {
    if (!to.lane_allowed_) {
      std::for_each(begin, end, [&](std::size_t at) { take_back(at, cell); });
    } else if (!memory.wide[cell].empty()) {
      for (const auto* at = begin; at != end; ++at) {
        to.lane_[cell] -= memory.narrow[cell * size + *at];
      }
      add_wide(block, cell, begin, end, to);
    }
  }
  for (const auto* at = begin; at != end && to.lane_allowed_; ++at) {
    const auto& pattern = batch_.patterns()[batch_.pattern_of(block * size + *at)];
    for (const auto cell : pattern.exceptions) {
      if (memory.wide[cell].empty()) {
        take_back(*at, cell);
      }
    }
  }
}

// Numbers that are alike in their decimals are added up before they are put to the sum of the cell.
void GroupSums::add_wide(std::size_t block, std::size_t cell, const std::uint16_t* begin, const std::uint16_t* end,
                         Accumulator& to) const {
  constexpr std::int64_t small = std::int64_t{1} << 48U;
  const auto& values = batch_.blocks()[block].wide[cell];
  const std::uint8_t alike = batch_.state(block * size + *begin, cell);
  CellSum sum;
  sum.decimals = state_decimals(alike);
  for (const auto* at = begin; at != end; ++at) {
    const std::size_t report = block * size + *at;
    const std::int64_t value = values[*at];
    if (state_kind(alike) == CellKind::number && batch_.state(report, cell) == alike && value > -small &&
        value < small) {
      sum.sum += value;
      ++sum.coverage.numbers;
      ++to.beside_[cell];
    } else {
      to.add_cell(batch_, report, cell);
    }
  }
  if (sum.coverage.numbers > 0) {
    to.fixed_[cell].add(sum);
  }
}

}  // namespace gongkai::detail
