// SPDX-License-Identifier: Apache-2.0
#include <gongkai/report/table.hpp>

#include <algorithm>
#include <gongkai/error.hpp>

namespace gongkai {
namespace {

// What `cell` would print by itself.
std::string plain(CellKind kind, const Decimal& value) {
  switch (kind) {
    case CellKind::number:
      return value.to_string();
    case CellKind::date:
      return Date::from_ordinal(static_cast<std::int32_t>(value.unscaled)).to_string();
    case CellKind::absent:
    case CellKind::blank:
    case CellKind::mark:
    case CellKind::approximate:
    case CellKind::text:
      break;
  }
  return {};
}

}  // namespace

Table::Table(Form form, std::string_view table) : form_{std::move(form)} {
  (void)form_.table(table);  // throws when there is none
  table_ = *form_.find_table(table);
  values_.resize(definition().cells.size());
  states_.resize(definition().cells.size());
}

std::size_t Table::row_count() const noexcept {
  return definition().shape == TableShape::fixed ? definition().rows.size() : rows_.size();
}

const std::string& Table::row_id(std::size_t row) const {
  return definition().shape == TableShape::fixed ? definition().rows.at(row).id : rows_.at(row);
}

std::optional<std::size_t> Table::find_row(std::string_view row) const noexcept {
  if (definition().shape == TableShape::fixed) {
    return definition().find_row(row);
  }
  const auto found = std::find(rows_.begin(), rows_.end(), row);
  return found == rows_.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - rows_.begin())};
}

std::size_t Table::add_row(std::string_view row) {
  if (const auto found = find_row(row)) {
    return *found;
  }
  const auto refuse = [&](const std::string& why) {
    throw InvalidArgumentError{ErrorCode::out_of_range, std::string{row}, "the table " + id() + " " + why};
  };
  if (definition().shape == TableShape::fixed) {
    refuse("has the rows of its form and no other, not \"" + std::string{row} + "\"");
  }
  if (row.empty()) {
    refuse("needs a name for a new row");
  }
  if (definition().shape == TableShape::ranked && !definition().units && rows_.size() >= definition().limit) {
    refuse("has at most " + std::to_string(definition().limit) + " rows");
  }
  rows_.emplace_back(row);
  values_.resize(rows_.size() * definition().columns.size());
  states_.resize(values_.size());
  return rows_.size() - 1;
}

std::optional<std::size_t> Table::cell_index(std::size_t row, std::size_t column) const noexcept {
  if (definition().shape == TableShape::fixed) {
    return definition().find_cell(row, column);
  }
  if (row >= rows_.size() || column >= definition().columns.size()) {
    return std::nullopt;
  }
  return row * definition().columns.size() + column;
}

FormCell Table::position(std::size_t cell) const noexcept {
  if (definition().shape == TableShape::fixed) {
    return definition().cells[cell];
  }
  return {cell / definition().columns.size(), cell % definition().columns.size()};
}

std::string Table::path(std::size_t cell) const {
  const auto at = position(cell);
  return form_.path(table_, row_id(at.row), at.column);
}

Cell Table::cell(std::size_t index) const {
  Cell out;
  out.kind = kind(index);
  out.value = number(index);
  const auto extra = extras_.find(index);
  if (extra == extras_.end()) {
    out.printed = plain(out.kind, out.value);
  } else {
    out.printed = extra->second.printed;
    out.place = extra->second.place;
    out.in_words = extra->second.in_words;
  }
  return out;
}

void Table::set(std::size_t index, const Cell& cell) {
  if (cell.value.decimals < 0 || cell.value.decimals > 9) {
    throw InvalidArgumentError{ErrorCode::out_of_range, path(index), "a figure has 0 to 9 decimals"};
  }
  values_[index] = cell.value.unscaled;
  states_[index] = cell_state(cell.kind, cell.value.decimals);
  if (cell.in_words || cell.place != Place{} ||
      (!cell.printed.empty() && cell.printed != plain(cell.kind, cell.value))) {
    extras_[index] = Extra{cell.printed, cell.place, cell.in_words};
  } else {
    extras_.erase(index);
  }
}

void Table::set(std::size_t index, const Decimal& number) {
  Cell cell;
  cell.kind = CellKind::number;
  cell.value = number;
  set(index, cell);
}

std::size_t Table::index_of(std::string_view row, std::string_view column) const {
  const auto r = find_row(row);
  const auto c = definition().find_column(column);
  const auto found = r && c ? cell_index(*r, *c) : std::nullopt;
  if (!found) {
    const std::string path = id() + "." + std::string{row} + "." + std::string{column};
    throw NotFoundError{ErrorCode::unknown_name, path, "the form " + form_.id() + " has no cell " + path};
  }
  return *found;
}

std::size_t Table::index_to_set(std::string_view row, std::string_view column) {
  if (definition().shape != TableShape::fixed && definition().find_column(column)) {
    add_row(row);
  }
  return index_of(row, column);
}

Cell Table::cell(std::string_view row, std::string_view column) const {
  // A row that the report did not name is not stated.
  if (definition().shape != TableShape::fixed && definition().find_column(column) && !find_row(row)) {
    return {};
  }
  return cell(index_of(row, column));
}
void Table::set(std::string_view row, std::string_view column, const Cell& cell) {
  set(index_to_set(row, column), cell);
}
void Table::set(std::string_view row, std::string_view column, const Decimal& number) {
  set(index_to_set(row, column), number);
}

bool operator==(const Table& a, const Table& b) {
  if (a.form_ != b.form_ || a.table_ != b.table_ || a.rows_ != b.rows_ || a.states_ != b.states_ ||
      a.extras_.size() != b.extras_.size()) {
    return false;
  }
  for (std::size_t i = 0; i < a.values_.size(); ++i) {
    if (a.values_[i] != b.values_[i] && a.kind(i) != CellKind::absent) {
      return false;
    }
  }
  return std::equal(a.extras_.begin(), a.extras_.end(), b.extras_.begin(), [](const auto& x, const auto& y) {
    return x.first == y.first && x.second.printed == y.second.printed && x.second.place == y.second.place &&
           x.second.in_words == y.second.in_words;
  });
}

}  // namespace gongkai
