// SPDX-License-Identifier: Apache-2.0
#pragma once
// Figures of a document as cells of a table.

#include <gongkai/report/table.hpp>
#include <vector>

#include "report/table_lines.hpp"

namespace gongkai::detail {

/// The figure as a cell that counts in `unit`. One with another unit (251000元 where 万元 belong) is no number to
/// reckon with here: it is kept as printed, as an approximation is.
[[nodiscard]] Cell figure_cell(const LinePiece& piece, const std::string& unit, ValueKind kind);

/// nullptr: blank, without anything printed.
void set_figure(Table& table, std::size_t cell, const LinePiece* piece);

/// A number that the identities have cut out of `figures` (nullopt: blank).
void set_inferred(Table& table, std::size_t cell, std::optional<std::int64_t> number,
                  const std::vector<const LinePiece*>& figures);

}  // namespace gongkai::detail
