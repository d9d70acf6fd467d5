// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Many filled reports of one form in contiguous memory, for a province or a nation: blocks of 1,024 reports, in a
/// block cell after cell, each cell's figures in the fewest bytes that hold all of them. So an equation is worked out
/// for many reports side by side. What is blank, a mark or has decimals is told once for all reports that are alike in
/// that.
///
///     ReportBatch batch{Form::builtin("cn-format-2021")};
///     batch.add(report);
///     check(batch)          // the same findings as check(batch.report(0)), millions of reports a second

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <gongkai/base/column.hpp>
#include <gongkai/base/finding.hpp>
#include <gongkai/export.hpp>
#include <gongkai/report/annual_report.hpp>
#include <gongkai/report/check.hpp>
#include <gongkai/rules/form.hpp>

namespace gongkai {

/// One cell of all reports of a block.
struct BatchColumn {
  static constexpr std::uint8_t mixed = 0xff;

  std::int64_t lowest = 0;   ///< of the unscaled values
  std::int64_t highest = 0;  ///< likewise
  std::uint32_t begin = 0;   ///< where its values begin among those of its width
  std::uint8_t width = 0;    ///< bytes a value: 1 (0 to 255), 2, 4 or 8 (signed); 0: every value is `lowest`
  std::uint8_t state = 0;    ///< `cell_state` of all the reports, or `mixed`
};

/// Reports that lie together: for each column of a width above 0, `ReportBatch::block_size` values one after the other,
/// zeros behind the last report.
struct BatchBlock {
  std::size_t reports = 0;
  std::vector<BatchColumn> columns;  ///< one a cell
  std::vector<std::uint8_t> bytes;
  std::vector<std::int16_t> shorts;
  std::vector<std::int32_t> words;
  std::vector<std::int64_t> longs;
};

/// Reports of one form with the rows of the form only. Texts, places and names are not kept.
class GONGKAI_EXPORT ReportBatch {
 public:
  /// `InvalidArgumentError` 103 for a form with open or ranked tables.
  explicit ReportBatch(Form form);

  [[nodiscard]] const Form& form() const noexcept { return form_; }
  [[nodiscard]] std::size_t size() const noexcept { return patterns_of_.size(); }
  /// Cells of one report, the tables one after the other in the order of the form.
  [[nodiscard]] std::size_t cells() const noexcept { return cells_; }
  /// Where a table begins among them.
  [[nodiscard]] std::size_t table_begin(std::size_t table) const { return begins_.at(table); }
  /// `NotFoundError` 402.
  [[nodiscard]] std::size_t cell(std::string_view path) const;

  void reserve(std::size_t reports);
  /// Tables of another form than the batch's are `InvalidArgumentError` 103; a table that is not there is absent.
  void add(const AnnualReport& report);
  /// One report as it lies in memory (`cell_state`); 104 for another number of cells.
  void add(Span<const std::int64_t> values, Span<const std::uint8_t> states);

  /// The unscaled value and the state of a cell.
  [[nodiscard]] std::int64_t value(std::size_t report, std::size_t cell) const noexcept;
  [[nodiscard]] std::uint8_t state(std::size_t report, std::size_t cell) const noexcept {
    return patterns_[patterns_of_[report]].states[cell];
  }
  /// The report again, without name and year.
  [[nodiscard]] AnnualReport report(std::size_t index) const;

  // The memory itself
  static constexpr std::size_t block_size = 1024;
  /// The states of reports that are alike.
  struct Pattern {
    std::vector<std::uint8_t> states;
  };
  /// The full blocks; the reports behind them are `unfinished`.
  [[nodiscard]] const std::vector<BatchBlock>& blocks() const noexcept { return blocks_; }
  /// The last reports as a block, packed for the question; without reports where all blocks are full.
  [[nodiscard]] BatchBlock unfinished() const;
  [[nodiscard]] std::size_t pattern_of(std::size_t report) const noexcept { return patterns_of_[report]; }
  [[nodiscard]] const std::vector<Pattern>& patterns() const noexcept { return patterns_; }

 private:
  Form form_;
  std::size_t cells_ = 0;
  std::vector<std::size_t> begins_;
  std::vector<BatchBlock> blocks_;          // full ones
  std::vector<std::int64_t> open_;          // the reports behind them, one after the other
  std::vector<std::uint32_t> patterns_of_;  // of each report
  std::vector<Pattern> patterns_;
  std::unordered_map<std::string, std::uint32_t> pattern_ids_;  // by states
};

/// A finding and the report that it is about.
struct BatchFinding {
  std::size_t report = 0;
  Finding finding;
};

/// What `check` finds in each report, in the order of the reports.
[[nodiscard]] GONGKAI_EXPORT std::vector<BatchFinding> check(const ReportBatch& batch,
                                                             const CheckOptions& options = {});

}  // namespace gongkai
