// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which of the cells of a row each of its figures fills.

#include <optional>
#include <string>
#include <vector>

#include "report/table_arithmetic.hpp"
#include "report/table_rows.hpp"

namespace gongkai::detail {

/// Where the columns of a table stand, as far as it shows.
struct ColumnPlaces {
  struct Range {
    std::int32_t begin = 0;
    std::int32_t end = 0;
  };
  std::optional<std::size_t> table;          ///< of the document; none: columns of characters in lines of text
  std::vector<std::optional<Range>> ranges;  ///< of each column

  [[nodiscard]] bool complete() const noexcept;
};

/// A figure for each cell; nullptr: a cell that is there and blank without anything printed.
using PlacedFigures = std::vector<const LinePiece*>;

/// By structure alone: as many figures as cells, blanks that spans have left, or the places of the columns.
[[nodiscard]] std::optional<PlacedFigures> place_figures(const FigureRow& row, std::size_t cells,
                                                         const ColumnPlaces& places);

/// Of a row in which the document breaks off: the figures whose column is certain, the last of them left out, since it
/// may have lost digits. Of other cells nothing is known: nullptr.
[[nodiscard]] PlacedFigures place_cut_figures(const FigureRow& row, std::size_t cells, const ColumnPlaces& places);

/// The places of the columns in a table of the document, from a row that has a figure printed in each.
[[nodiscard]] ColumnPlaces columns_of_row(const FigureRow& row, std::size_t table);

/// The figures as runs of digits, for `cut_figures`.
[[nodiscard]] std::optional<std::vector<FigureRun>> runs_of(const std::vector<const LinePiece*>& figures);

/// The places of the columns in lines of text, from the rows that have a figure in each; incomplete when the
/// figures do not stand below each other.
[[nodiscard]] ColumnPlaces columns_of_text(const std::vector<const FigureRow*>& rows, std::size_t cells);

}  // namespace gongkai::detail
