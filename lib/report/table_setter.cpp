// SPDX-License-Identifier: Apache-2.0
#include "report/table_setter.hpp"

#include <algorithm>

#include "report/table_words.hpp"

namespace gongkai::detail {
namespace {

bool is_money(const std::string& unit) {
  const auto& money = TableWords::builtin().money;
  return std::find(money.begin(), money.end(), unit) != money.end();
}

}  // namespace

Cell figure_cell(const LinePiece& piece, const std::string& unit, ValueKind kind) {
  Cell cell = piece.figure.cell;
  cell.place = piece.place;
  if (cell.kind != CellKind::number && cell.kind != CellKind::approximate) {
    return cell;
  }
  const auto& printed = piece.figure.unit;
  const bool foreign =
      !printed.empty() && printed != unit &&
      (printed == "%" || is_money(printed) ? !unit.empty() || kind != ValueKind::decimal : is_money(unit));
  if (foreign) {
    cell.kind = CellKind::approximate;
  }
  return cell;
}

void set_figure(Table& table, std::size_t cell, const LinePiece* piece) {
  if (piece == nullptr) {
    Cell blank;
    blank.kind = CellKind::blank;
    table.set(cell, blank);
    return;
  }
  const auto at = table.position(cell);
  const auto& row = table.definition().rows[at.row];
  const auto& column = table.definition().columns[at.column];
  table.set(cell, figure_cell(*piece, row.unit.empty() ? column.unit : row.unit, row.kind.value_or(column.kind)));
}

void set_inferred(Table& table, std::size_t cell, std::optional<std::int64_t> number,
                  const std::vector<const LinePiece*>& figures) {
  Cell out;
  out.kind = number ? CellKind::number : CellKind::blank;
  if (number) {
    out.value.unscaled = *number;
    out.printed = std::to_string(*number);
  }
  // The place is that of the figures together: which of their digits is what the document does not show.
  out.place = figures.front()->place;
  for (const auto* piece : figures) {
    if (piece != figures.front()) {
      out.place.text += " " + piece->place.text;
    }
    if (piece->place.byte_offset && out.place.byte_offset) {
      out.place.byte_length = *piece->place.byte_offset + piece->place.byte_length.value_or(0) - *out.place.byte_offset;
    }
  }
  table.set(cell, out);
}

}  // namespace gongkai::detail
