// SPDX-License-Identifier: Apache-2.0
#include "report/group_sums.hpp"

#include <algorithm>
#include <utility>

namespace gongkai::detail {
namespace {

// The groups of a block's reports, numbered as they first come.
struct Numbering {
  std::vector<std::uint16_t> of_report;
  std::vector<std::uint32_t> groups;       // by number
  std::vector<std::int64_t> reports;       // by number
  std::vector<std::uint16_t> run_ends;     // where neighbours of one group end
  std::vector<std::uint16_t> run_numbers;  // likewise

  void assign(const std::uint32_t* of, std::size_t size, std::vector<std::uint32_t>& memory) {
    of_report.clear();
    groups.clear();
    reports.clear();
    run_ends.clear();
    run_numbers.clear();
    for (std::size_t i = 0; i < size; ++i) {
      auto& number = memory[of[i]];
      if (number >= groups.size() || groups[number] != of[i]) {
        number = static_cast<std::uint32_t>(groups.size());
        groups.push_back(of[i]);
        reports.push_back(0);
      }
      ++reports[number];
      of_report.push_back(static_cast<std::uint16_t>(number));
      if (i > 0 && of_report[i] == of_report[i - 1]) {
        run_ends.back() = static_cast<std::uint16_t>(i + 1);
      } else {
        run_ends.push_back(static_cast<std::uint16_t>(i + 1));
        run_numbers.push_back(of_report[i]);
      }
    }
  }
  // Long runs are summed as they lie.
  [[nodiscard]] bool is_sorted() const noexcept { return run_ends.size() * 16 <= of_report.size(); }
};

class Summing {
 public:
  Summing(const ReportBatch& batch, std::size_t count)
      : batch_{batch},
        count_{count},
        numbers_of_(count, 0),
        totals_(batch.cells() * count, 0),
        counts_(batch.cells() * count, 0),
        decimals_(batch.cells(), 0),
        out_{std::vector<Accumulator>(count, Accumulator{batch.form()}), std::vector<std::size_t>(count, 0)} {}

  void add(const BatchBlock& block, std::size_t first, const std::uint32_t* groups) {
    numbering_.assign(groups, block.reports, numbers_of_);
    for (std::size_t number = 0; number < numbering_.groups.size(); ++number) {
      out_.reports[numbering_.groups[number]] += static_cast<std::size_t>(numbering_.reports[number]);
    }
    for (std::size_t cell = 0; cell < block.columns.size(); ++cell) {
      const auto& column = block.columns[cell];
      const bool numbers = column.state != BatchColumn::mixed && state_kind(column.state) == CellKind::number;
      if (numbers && column.width < sizeof(std::int64_t) && column.lowest >= INT32_MIN && column.highest <= INT32_MAX &&
          !out_.sums.front().keeps_ends(cell)) {
        add_numbers(block, cell);
      } else {
        for (std::size_t i = 0; i < block.reports; ++i) {
          out_.sums[groups[i]].add_cell(cell, batch_, first + i);
        }
      }
    }
  }

  GroupSums finish() {
    for (std::size_t cell = 0; cell < batch_.cells(); ++cell) {
      pour(cell);
    }
    for (std::size_t group = 0; group < count_; ++group) {
      out_.sums[group].add_reports(out_.reports[group]);
    }
    return std::move(out_);
  }

 private:
  // A cell whose reports in the block are all numbers with the same decimals.
  void add_numbers(const BatchBlock& block, std::size_t cell) {
    const auto& column = block.columns[cell];
    if (state_decimals(column.state) != decimals_[cell]) {
      pour(cell);
      decimals_[cell] = state_decimals(column.state);
    }
    std::int64_t* totals = totals_.data() + cell * count_;
    std::int64_t* counts = counts_.data() + cell * count_;
    for (std::size_t number = 0; number < numbering_.groups.size(); ++number) {
      counts[numbering_.groups[number]] += numbering_.reports[number];
    }
    switch (column.width) {
      case 0:
        for (std::size_t number = 0; number < numbering_.groups.size() && column.lowest != 0; ++number) {
          totals[numbering_.groups[number]] += column.lowest * numbering_.reports[number];
        }
        return;
      case 1:
        return add_values<std::uint32_t>(block.bytes.data() + column.begin, totals);
      case 2:
        return add_values<std::int32_t>(block.shorts.data() + column.begin, totals);
      default:
        return add_values<std::int64_t>(block.words.data() + column.begin, totals);
    }
  }

  // `Sum` holds the sum of any values of a block.
  template <typename Sum, typename Value>
  void add_values(const Value* values, std::int64_t* totals) {
    if (numbering_.is_sorted()) {
      std::size_t i = 0;
      for (std::size_t run = 0; run < numbering_.run_ends.size(); ++run) {
        Sum sum = 0;
        for (; i < numbering_.run_ends[run]; ++i) {
          sum += static_cast<Sum>(values[i]);
        }
        totals[numbering_.groups[numbering_.run_numbers[run]]] += static_cast<std::int64_t>(sum);
      }
      return;
    }
    // Neighbours go into different sums, so that one of the same group need not wait for the other.
    constexpr std::size_t ways = 4;
    const std::size_t size = numbering_.of_report.size();
    const std::size_t groups = numbering_.groups.size();
    const std::uint16_t* numbers = numbering_.of_report.data();
    Sum sums[ways][ReportBatch::block_size];
    for (auto& way : sums) {
      std::fill_n(way, groups, Sum{0});
    }
    std::size_t i = 0;
    for (; i + ways <= size; i += ways) {
      sums[0][numbers[i]] += static_cast<Sum>(values[i]);
      sums[1][numbers[i + 1]] += static_cast<Sum>(values[i + 1]);
      sums[2][numbers[i + 2]] += static_cast<Sum>(values[i + 2]);
      sums[3][numbers[i + 3]] += static_cast<Sum>(values[i + 3]);
    }
    for (; i < size; ++i) {
      sums[0][numbers[i]] += static_cast<Sum>(values[i]);
    }
    for (std::size_t number = 0; number < groups; ++number) {
      totals[numbering_.groups[number]] += static_cast<std::int64_t>(sums[0][number]) + sums[1][number] +
                                           static_cast<std::int64_t>(sums[2][number]) + sums[3][number];
    }
  }

  void pour(std::size_t cell) {
    for (std::size_t group = 0; group < count_; ++group) {
      CellSum sum;
      sum.sum = std::exchange(totals_[cell * count_ + group], 0);
      sum.decimals = decimals_[cell];
      sum.coverage.numbers = static_cast<std::size_t>(std::exchange(counts_[cell * count_ + group], 0));
      if (sum.coverage.numbers > 0) {
        out_.sums[group].add_cell(cell, sum);
      }
    }
  }

  const ReportBatch& batch_;
  std::size_t count_;
  Numbering numbering_;
  std::vector<std::uint32_t> numbers_of_;  // by group
  std::vector<std::int64_t> totals_;       // by cell and group; 32-bit values of fewer than 2^32 reports
  std::vector<std::int64_t> counts_;       // likewise
  std::vector<int> decimals_;              // of the totals, by cell
  GroupSums out_;
};

}  // namespace

GroupSums sum_groups(const ReportBatch& batch, Span<const std::uint32_t> groups, std::size_t count) {
  if (count == 0) {
    return {};
  }
  Summing summing{batch, count};
  for (std::size_t i = 0; i < batch.blocks().size(); ++i) {
    const std::size_t first = i * ReportBatch::block_size;
    summing.add(batch.blocks()[i], first, groups.data() + first);
  }
  const std::size_t first = batch.blocks().size() * ReportBatch::block_size;
  summing.add(batch.unfinished(), first, groups.data() + first);
  return summing.finish();
}

}  // namespace gongkai::detail
