// SPDX-License-Identifier: Apache-2.0
#pragma once
// How the readers of this module fill a Document piece by piece.

#include <gongkai/error.hpp>
#include <gongkai/report/document.hpp>
#include <string>
#include <utility>

namespace gongkai::detail {

/// A table under construction: places cells on the grid as HTML does.
class GridBuilder {
 public:
  /// \param cells_left that the grids of a document may still cover
  explicit GridBuilder(std::size_t cells_left) : cells_left_{cells_left} {}

  void begin_row();
  [[nodiscard]] bool in_row() const noexcept { return row_ > 0; }
  [[nodiscard]] bool empty() const noexcept { return cells_.empty(); }
  /// False when the grid would cover more cells than are left.
  [[nodiscard]] bool add(DocumentCell cell);
  /// Spans end with the last row. `covered` is what the grid took of the cells that were left.
  [[nodiscard]] DocumentTable finish(std::size_t& covered) &&;

 private:
  friend struct DocumentAccess;
  std::size_t cells_left_;
  std::int32_t row_ = 0;
  std::int32_t column_ = 1;             // next candidate in the current row
  std::vector<std::int32_t> occupied_;  // of each column: the last row that a span from above covers
  std::vector<DocumentCell> cells_;
};

struct DocumentAccess {
  static std::string& text(Document& document) { return document.text_; }
  static TextLayout& layout(Document& document) { return document.layout_; }
  static std::vector<Block>& blocks(Document& document) { return document.blocks_; }
  static std::vector<DocumentTable>& tables(Document& document) { return document.tables_; }
  static std::vector<Place>& residues(Document& document) { return document.residues_; }
  static std::vector<Place>& pictures(Document& document) { return document.pictures_; }
  static std::vector<DocumentCell>& cells(DocumentTable& table) { return table.cells_; }
  static DocumentTable make_table(std::vector<DocumentCell> cells, std::int32_t rows, std::int32_t columns);
};

[[noreturn]] inline void too_many_cells(const std::string& file, std::size_t limit) {
  throw ParseError{ErrorCode::too_large, file, "",
                   "its tables cover more than " + std::to_string(limit) + " cells (ReadLimits::max_cells)"};
}

}  // namespace gongkai::detail
