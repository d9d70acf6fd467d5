// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// A filled table of a form: the same type whether it was read from a published page or counted from our own facts.
/// Compact: eight bytes of value and one of state for each cell; what was printed, and where, is kept only for cells
/// where it says more than the number.
///
///     Table table{Form::builtin("cn-format-2021"), "requests"};
///     table.set("granted", "natural_person", Decimal{27, 0});
///     table.cell("granted", "natural_person").value == Decimal{27, 0}
///     table.cell("granted", "total").kind == CellKind::absent      // which is not zero

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gongkai/base/column.hpp>
#include <gongkai/base/decimal.hpp>
#include <gongkai/export.hpp>
#include <gongkai/report/cell.hpp>
#include <gongkai/rules/form.hpp>

namespace gongkai {

/// Kind and decimals of a cell in one byte: `kind | decimals << 4`.
[[nodiscard]] constexpr std::uint8_t cell_state(CellKind kind, int decimals = 0) noexcept {
  return static_cast<std::uint8_t>(static_cast<unsigned>(kind) | (static_cast<unsigned>(decimals) << 4U));
}
[[nodiscard]] constexpr CellKind state_kind(std::uint8_t state) noexcept {
  return static_cast<CellKind>(state & 0x0fU);
}
[[nodiscard]] constexpr int state_decimals(std::uint8_t state) noexcept { return state >> 4U; }

/// One table. Cells that were not set are absent. Rows of open and ranked tables are added as they come.
class GONGKAI_EXPORT Table {
 public:
  /// `NotFoundError` 402 when the form has no such table.
  Table(Form form, std::string_view table);

  [[nodiscard]] const Form& form() const noexcept { return form_; }
  [[nodiscard]] const FormTable& definition() const noexcept { return form_.tables()[table_]; }
  /// Index of the definition in `form().tables()`.
  [[nodiscard]] std::size_t table_index() const noexcept { return table_; }
  [[nodiscard]] const std::string& id() const noexcept { return definition().id; }

  // Rows: of the form, or the report's own
  [[nodiscard]] std::size_t row_count() const noexcept;
  [[nodiscard]] const std::string& row_id(std::size_t row) const;
  [[nodiscard]] std::optional<std::size_t> find_row(std::string_view row) const noexcept;
  /// Index of the row, added if it is new. `InvalidArgumentError` 103 for a fixed table, an empty id, a ranked row
  /// beyond the limit.
  std::size_t add_row(std::string_view row);

  // Cells by position
  [[nodiscard]] std::size_t cell_count() const noexcept { return values_.size(); }
  /// `nullopt` where the form has no cell.
  [[nodiscard]] std::optional<std::size_t> cell_index(std::size_t row, std::size_t column) const noexcept;
  /// Row and column of a cell.
  [[nodiscard]] FormCell position(std::size_t cell) const noexcept;
  [[nodiscard]] std::string path(std::size_t cell) const;
  [[nodiscard]] Cell cell(std::size_t index) const;
  [[nodiscard]] CellKind kind(std::size_t index) const noexcept { return state_kind(states_[index]); }
  [[nodiscard]] Decimal number(std::size_t index) const noexcept {
    return {values_[index], state_decimals(states_[index])};
  }
  void set(std::size_t index, const Cell& cell);
  void set(std::size_t index, const Decimal& number);

  // Cells by name; `NotFoundError` 402 where the form has none. A row of an open table is added by `set`.
  [[nodiscard]] Cell cell(std::string_view row, std::string_view column) const;
  void set(std::string_view row, std::string_view column, const Cell& cell);
  void set(std::string_view row, std::string_view column, const Decimal& number);

  // The memory itself: unscaled values and states, in the order of the cells
  [[nodiscard]] Span<const std::int64_t> values() const noexcept { return {values_.data(), values_.size()}; }
  [[nodiscard]] Span<const std::uint8_t> states() const noexcept { return {states_.data(), states_.size()}; }

  /// Same form, same rows, same cells as printed.
  friend GONGKAI_EXPORT bool operator==(const Table& a, const Table& b);
  friend bool operator!=(const Table& a, const Table& b) { return !(a == b); }

 private:
  struct Extra {
    std::string printed;
    Place place;
    bool in_words = false;
  };
  [[nodiscard]] std::size_t index_of(std::string_view row, std::string_view column) const;
  std::size_t index_to_set(std::string_view row, std::string_view column);

  Form form_;
  std::size_t table_;
  std::vector<std::string> rows_;  // of open and ranked tables
  std::vector<std::int64_t> values_;
  std::vector<std::uint8_t> states_;
  std::map<std::size_t, Extra> extras_;
};

}  // namespace gongkai
