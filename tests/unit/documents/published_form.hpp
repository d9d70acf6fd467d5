// SPDX-License-Identifier: Apache-2.0
#pragma once
// Filled forms for the tests, and the grid that a page shows of them.

#include <gongkai/report/table.hpp>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace gongkai::testing {

/// A cell of a page: what is printed, and its spans.
struct PrintedCell {
  std::string text;
  std::size_t rows = 1;
  std::size_t columns = 1;
  bool figure = false;
};
using PrintedRow = std::vector<PrintedCell>;
using PrintedTable = std::vector<PrintedRow>;

/// Where the character number `count` begins, at most the end.
inline std::size_t byte_of(const std::string& text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && count-- == 0) {
      break;
    }
  }
  return at;
}

inline std::string printed(const Cell& cell) { return cell.is_number() ? cell.value.to_string() : cell.printed; }

inline PrintedTable printed_table(const Table& table) {
  PrintedTable out;
  for (const auto& row : table.definition().grid()) {
    PrintedRow line;
    for (const auto& cell : row) {
      const bool figure = cell.role == GridCell::Role::value;
      line.push_back({figure ? printed(table.cell(*cell.cell)) : cell.text, cell.row_span, cell.column_span, figure});
    }
    out.push_back(std::move(line));
  }
  return out;
}

enum class Blanks { none, instead_of_zeros };

/// Figures that satisfy every identity of the form, as a report without mistakes has them.
class Filler {
 public:
  explicit Filler(std::uint32_t seed) : random_{seed} {}

  std::vector<Table> fill(const Form& form, Blanks blanks) {
    std::vector<Table> out;
    out.push_back(proactive(form));
    out.push_back(requests(form, blanks));
    out.push_back(remedies(form));
    return out;
  }

 private:
  std::int64_t count() {
    const auto roll = random_() % 10;
    return roll < 6   ? 0
           : roll < 9 ? static_cast<std::int64_t>(random_() % 12)
                      : static_cast<std::int64_t>(random_() % 3000);
  }
  static void put(Table& table, std::size_t row, std::size_t column, std::int64_t value, bool blank) {
    Cell cell;
    cell.kind = blank ? CellKind::blank : CellKind::number;
    cell.value.unscaled = blank ? 0 : value;
    cell.printed = blank ? "" : std::to_string(value);
    table.set(*table.cell_index(row, column), cell);
  }

  Table proactive(const Form& form) {
    Table table{form, "proactive"};
    for (std::size_t c = 0; c < table.cell_count(); ++c) {
      const auto at = table.position(c);
      const auto& column = table.definition().columns[at.column];
      Decimal value{count(), 0};
      if (column.kind == ValueKind::decimal) {
        value.decimals = static_cast<int>(random_() % 5);
        value.unscaled += value.decimals > 0 ? 10000 : 0;
      } else if (column.is_signed && random_() % 2 == 0) {
        value.unscaled = -value.unscaled;
      }
      table.set(c, value);
    }
    return table;
  }

  Table requests(const Form& form, Blanks blanks) {
    Table table{form, "requests"};
    const auto& definition = table.definition();
    const std::size_t rows = definition.rows.size();
    const std::size_t columns = definition.columns.size();
    std::vector<std::vector<std::int64_t>> cells(rows, std::vector<std::int64_t>(columns, 0));
    const std::size_t total = rows - 2;
    const std::size_t carried_out = rows - 1;
    for (std::size_t c = 0; c + 1 < columns; ++c) {
      for (std::size_t r = 2; r < total; ++r) {
        cells[r][c] = count();
        cells[total][c] += cells[r][c];
      }
      cells[carried_out][c] = count();
      const std::int64_t sum = cells[total][c] + cells[carried_out][c];
      cells[1][c] = std::min(sum, count());
      cells[0][c] = sum - cells[1][c];
    }
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t c = 0; c + 1 < columns; ++c) {
        cells[r][columns - 1] += cells[r][c];
      }
      for (std::size_t c = 0; c < columns; ++c) {
        const bool organisation = c > 0 && c + 1 < columns;
        put(table, r, c, cells[r][c], blanks == Blanks::instead_of_zeros && organisation && cells[r][c] == 0);
      }
    }
    return table;
  }

  Table remedies(const Form& form) {
    Table table{form, "remedies"};
    for (std::size_t r = 0; r < table.row_count(); ++r) {
      std::int64_t sum = 0;
      for (std::size_t c = 0; c < 4; ++c) {
        const std::int64_t value = count();
        sum += value;
        put(table, r, c, value, false);
      }
      put(table, r, 4, sum, false);
    }
    return table;
  }

  std::mt19937 random_;
};

}  // namespace gongkai::testing
