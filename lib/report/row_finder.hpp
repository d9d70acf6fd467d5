// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which rows of figures of a document are which rows of a form's table.

#include <gongkai/rules/form.hpp>
#include <optional>
#include <vector>

#include "report/table_rows.hpp"

namespace gongkai::detail {

/// Lines above the first row of a table in which its heads stand.
constexpr std::size_t heads_above = 14;
/// Characters of a line that is text and no row.
constexpr std::size_t running_text = 100;
/// How well a label must fit to be the head of a column.
constexpr double sure_head = 0.85;

/// The labels of a table with labelled rows.
struct GridLabels {
  explicit GridLabels(const FormTable& definition);

  /// A head of the table: of a column, a group of columns, a block.
  [[nodiscard]] bool is_head(const LinePiece& piece) const;

  LabelSet rows;
  LabelSet columns;
  LabelSet heads;  ///< of blocks and groups; the target says nothing
};

/// Rows of figures that are rows of the table.
struct FoundRows {
  std::vector<std::optional<std::size_t>> target;  ///< of each row of figures: the row of the form
  std::size_t first = 0;                           ///< the first and the last that were known by their labels
  std::size_t last = 0;
  double score = 0;
};

/// `nullopt` where the table cannot be seen. `cells` is the number of cells in each row of the form.
[[nodiscard]] std::optional<FoundRows> find_rows(const FormTable& definition, const GridLabels& labels,
                                                 const std::vector<std::size_t>& cells,
                                                 const std::vector<TableLine>& lines,
                                                 const std::vector<FigureRow>& rows);

}  // namespace gongkai::detail
