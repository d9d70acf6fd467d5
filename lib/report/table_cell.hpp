// SPDX-License-Identifier: Apache-2.0
#pragma once
// What stands in a cell of a published table: a figure, a mark, nothing, or words.

#include <gongkai/report/cell.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace gongkai::detail {

/// A figure of a table as it stands there.
struct TableFigure {
  Cell cell;              ///< without its place
  std::string unit;       ///< as folded: 元, 件; empty when none is printed
  std::u32string digits;  ///< of a number without sign, unit, point and blanks: what may have run together
};

/// `nullopt` when the text is words: a label, a heading.
[[nodiscard]] std::optional<TableFigure> parse_figure(std::string_view printed);

/// Folded, without blanks and line breaks.
[[nodiscard]] std::u32string fold_cell(std::string_view printed);

}  // namespace gongkai::detail
