// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reads one table of a form out of the lines of a document.

#include <gongkai/report/annual_report.hpp>
#include <gongkai/report/document.hpp>
#include <gongkai/report/table.hpp>
#include <gongkai/text/mention.hpp>
#include <optional>
#include <string>
#include <vector>

#include "report/table_rows.hpp"

namespace gongkai::detail {

struct TableReading {
  explicit TableReading(Table empty) : table{std::move(empty)} {}

  Table table;
  double score = 0;                   ///< how well the form fits what is printed; to compare forms
  std::vector<std::size_t> lines;     ///< that belong to the table: its figures, labels and heads
  std::vector<std::string> inferred;  ///< paths of cells that only the identities could place
  std::vector<Place> unplaced;        ///< figures for which no cell was found
  std::vector<OtherRow> other_rows;
};

/// `nullopt` where nothing of the table can be seen. `rows` are the rows of figures of all lines.
[[nodiscard]] std::optional<TableReading> read_grid(const Form& form, std::size_t table,
                                                    const std::vector<TableLine>& lines,
                                                    const std::vector<FigureRow>& rows);
/// A table of which all figures stand side by side (TableLayout::one_row).
[[nodiscard]] std::optional<TableReading> read_one_row(const Form& form, std::size_t table,
                                                       const std::vector<TableLine>& lines);

/// A table of one figure a line (TableLayout::list).
[[nodiscard]] std::optional<TableReading> read_list(const Form& form, std::size_t table,
                                                    const std::vector<TableLine>& lines);

/// Everything that the tables of a document say.
struct TablesOfDocument {
  std::vector<TableReading> readings;  ///< at most one of each table
  std::vector<TextRange> covered;      ///< bytes of the document's text that are tables, not running text
};

/// `year` decides between forms only where what is printed does not.
[[nodiscard]] TablesOfDocument read_tables(const Document& document, std::optional<int> year);

}  // namespace gongkai::detail
