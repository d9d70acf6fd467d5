// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows of figures with the labels that stand at them, wherever a line ends.

#include <cstddef>
#include <vector>

#include "report/table_lines.hpp"

namespace gongkai::detail {

/// One row of figures.
struct FigureRow {
  std::vector<const LinePiece*> labels;   ///< before the figures, in their line
  std::vector<const LinePiece*> before;   ///< on lines of their own, since the last row
  std::vector<const LinePiece*> figures;  ///< blank cells included
  std::size_t first_line = 0;
  std::size_t last_line = 0;
  bool one_a_line = false;  ///< each figure stands on a line of its own

  [[nodiscard]] bool has_figure() const noexcept;  ///< other than blanks
};

/// The rows of lines [begin, end), in order. A row of a table without any label and figure is none.
[[nodiscard]] std::vector<FigureRow> figure_rows(const std::vector<TableLine>& lines, std::size_t begin,
                                                 std::size_t end);

/// The label of a row among `set`: what stands directly before the figures, else more of it.
[[nodiscard]] std::optional<LabelMatch> match_row(const FigureRow& row, const LabelSet& set);

}  // namespace gongkai::detail
