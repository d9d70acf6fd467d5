// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Many filled reports of one form, for a province or a nation: blocks of 1,024 reports, and in a block cell after
/// cell, two bytes a value. So an equation is worked out for many reports at once, and a nation fits into memory. A
/// cell with values that need more than two bytes has eight in its block. What is blank, a mark or has decimals is told
/// once for all reports that are alike in that.
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
  static constexpr std::size_t block_size = 1024;  ///< reports in a block; the last one may have fewer
  struct Block {
    std::vector<std::uint16_t> narrow;            ///< cell after cell, `block_size` values each; 0 where no report is
    std::vector<std::uint16_t> largest;           ///< the largest value of each cell that is not wide
    std::vector<std::vector<std::int64_t>> wide;  ///< of each cell: empty, or all values, and `narrow` says nothing
  };
  /// The states of reports that are alike.
  struct Pattern {
    std::vector<std::uint8_t> states;
    std::vector<std::uint16_t> exceptions;  ///< cells that are no number, or have decimals
  };
  [[nodiscard]] const std::vector<Block>& blocks() const noexcept { return blocks_; }
  [[nodiscard]] std::size_t pattern_of(std::size_t report) const noexcept { return patterns_of_[report]; }
  [[nodiscard]] const std::vector<Pattern>& patterns() const noexcept { return patterns_; }

 private:
  std::uint32_t pattern_id(Span<const std::uint8_t> states);
  void widen(Block& block, std::size_t cell) const;

  Form form_;
  std::size_t cells_ = 0;
  std::vector<std::size_t> begins_;
  std::vector<Block> blocks_;
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
