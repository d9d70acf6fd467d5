// SPDX-License-Identifier: Apache-2.0
#pragma once
// The operands of a form's checks, worked out over a filled report. A cell that is blank, absent, a mark or an
// approximation may hold any number from 0 on (a signed cell any number at all): an operand is therefore a range.

#include <gongkai/report/annual_report.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detail/int128.hpp"

namespace gongkai::detail {

/// One cell of this year's or last year's report; no table: not in the report.
struct CellAt {
  const Table* table = nullptr;
  std::size_t index = 0;
  bool last_year = false;

  [[nodiscard]] bool is_number() const noexcept {
    return table != nullptr && (table->kind(index) == CellKind::number || table->kind(index) == CellKind::date);
  }
  [[nodiscard]] Decimal number() const noexcept { return table->number(index); }
  [[nodiscard]] bool is_signed() const noexcept {
    return table != nullptr && table->definition().columns[table->position(index).column].is_signed;
  }
};

/// All decimals are brought to nine places, which is exact.
[[nodiscard]] Int128 scaled(const Decimal& value) noexcept;
/// Back, with the given number of decimals, rounded half away from zero.
[[nodiscard]] Decimal unscaled(Int128 value, int decimals) noexcept;

struct Range {
  Int128 low = 0;
  Int128 high = 0;
  bool low_open = false;   ///< no lower bound
  bool high_open = false;  ///< no upper bound
  Int128 with_zeros = 0;   ///< blanks taken as zero
  int decimals = 0;        ///< the most that a number in it has
  std::size_t numbers = 0;
  std::size_t unknown = 0;

  [[nodiscard]] bool is_exact() const noexcept { return unknown == 0; }
};

/// What an operand is made of, for messages.
struct TermValue {
  int sign = 1;
  std::optional<Decimal> value;  ///< none: blank
};
struct Operand {
  Range range;
  std::vector<CellAt> cells;
  std::vector<TermValue> terms;
};

/// The report and the one before, seen through one form.
class Operands {
 public:
  Operands(const Form& form, const AnnualReport& report, const AnnualReport* previous)
      : form_{form}, report_{report}, previous_{previous} {}

  /// What `*` stands for in a check: ids of rows or columns. A check without `*` has the one binding "".
  [[nodiscard]] std::vector<std::string> bindings(const FormCheck& check) const;
  /// Whether the tables of the operand are there; of last year's, whether the report before has them.
  [[nodiscard]] bool available(const FormOperand& operand) const;
  [[nodiscard]] Operand evaluate(const FormOperand& operand, std::string_view binding) const;
  /// The cells of a term, `*` and sets expanded. With no binding `*` is expanded too.
  [[nodiscard]] std::vector<CellAt> cells(const FormTerm& term, std::optional<std::string_view> binding) const;
  [[nodiscard]] const Table* table(const FormTerm& term) const;

 private:
  [[nodiscard]] std::vector<std::string> row_ids(const FormTerm& term, const Table* table,
                                                 std::optional<std::string_view> binding) const;
  [[nodiscard]] std::vector<std::string> column_ids(const FormTerm& term,
                                                    std::optional<std::string_view> binding) const;
  void add(const FormTerm& term, std::string_view binding, Operand& out) const;

  const Form& form_;
  const AnnualReport& report_;
  const AnnualReport* previous_;
};

}  // namespace gongkai::detail
