// SPDX-License-Identifier: Apache-2.0
#pragma once
// Sums of tables. Adding is associative and commutative, and so is every counter.

#include <gongkai/report/batch.hpp>
#include <gongkai/report/merge.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "detail/int128.hpp"

namespace gongkai::detail {

/// What many reports say in one cell.
struct CellSum {
  Int128 sum = 0;  ///< of numbers, with `decimals` decimals; room for more than a figure has, whatever comes first
  int decimals = 0;
  std::optional<Decimal> lowest;
  std::optional<Decimal> highest;
  Coverage coverage;

  /// `ends`: whether the lowest and the highest are kept.
  void add(CellKind kind, const Decimal& value, bool ends);
  void add(const CellSum& other);
};

/// One row of a ranked table, to be sorted.
struct RankedRow {
  std::vector<Cell> cells;
};
[[nodiscard]] bool operator<(const RankedRow& a, const RankedRow& b);

class Accumulator {
 public:
  explicit Accumulator(const Form& form);

  void add(const Table& table);
  /// A table that a report does not have.
  void add_absent(std::size_t table);
  void add(const Accumulator& other);
  /// A report of a batch.
  void add_row(const ReportBatch& batch, std::size_t report);

  // The same cell by cell, the cells of the fixed tables one after the other: whoever adds all cells of some reports
  // tells how many they were.
  void add_cell(std::size_t cell, const ReportBatch& batch, std::size_t report);
  void add_cell(std::size_t cell, const CellSum& sum) { fixed_[cell].add(sum); }
  void add_reports(std::size_t count);
  /// Whether the lowest and the highest of a cell are kept.
  [[nodiscard]] bool keeps_ends(std::size_t cell) const noexcept { return ends_[cell] != 0; }

  [[nodiscard]] CellSum cell(const FormPath& at) const;
  [[nodiscard]] std::vector<Table> tables() const;

 private:
  struct TableSums {
    std::map<std::string, std::vector<CellSum>, std::less<>> open;      // row → columns
    std::map<std::string, std::vector<RankedRow>, std::less<>> ranked;  // unit → first rows
    std::size_t reports = 0;                                            // that have the table or not
  };
  void keep_top(std::size_t table, std::vector<RankedRow>& rows) const;
  [[nodiscard]] Cell merged(std::size_t table, const std::string& row, std::size_t column, const CellSum& sum) const;
  [[nodiscard]] bool keeps_ends(std::size_t table, std::size_t column) const noexcept;
  [[nodiscard]] Cell median(const FormColumn& column, const std::string& row) const;

  Form form_;
  std::vector<TableSums> tables_;
  std::vector<CellSum> fixed_;       // of all fixed tables, one after the other
  std::vector<std::size_t> begins_;  // of each table in them
  std::size_t size_ = 0;             // cells of fixed tables
  std::vector<std::uint8_t> ends_;   // by cell
};

}  // namespace gongkai::detail
