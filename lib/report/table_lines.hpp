// SPDX-License-Identifier: Apache-2.0
#pragma once
// A document as lines of labels and figures: the rows of its tables, and the lines of its text. What a published table
// was made of (cells, columns between blanks, one cell a line) no longer matters from here on.

#include <gongkai/report/document.hpp>
#include <string>
#include <vector>

#include "report/table_cell.hpp"
#include "report/table_label.hpp"

namespace gongkai::detail {

/// A label or a figure of a line.
struct LinePiece {
  bool is_figure = false;
  Label label;                  ///< of a label
  std::string text;             ///< of a label, as printed
  TableFigure figure;           ///< of a figure; a blank cell is one
  std::int32_t column = 0;      ///< of the grid, or the first character in the line of text
  std::int32_t column_end = 0;  ///< one past the last
  bool from_above = false;      ///< a cell that began in a row above
  Place place;
};

struct TableLine {
  std::vector<LinePiece> pieces;
  std::size_t begin = 0;  ///< bytes of the document's text
  std::size_t end = 0;
  std::optional<std::size_t> table;  ///< of the document, for the row of one
  std::int32_t row = 0;              ///< in that table
  std::size_t length = 0;            ///< characters of its labels together

  /// Pieces from `first_figure()` on are figures.
  [[nodiscard]] std::size_t first_figure() const noexcept;
};

[[nodiscard]] std::vector<TableLine> table_lines(const Document& document);

}  // namespace gongkai::detail
