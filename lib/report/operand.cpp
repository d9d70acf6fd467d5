// SPDX-License-Identifier: Apache-2.0
#include "report/operand.hpp"

#include <algorithm>

namespace gongkai::detail {
namespace {

constexpr int scale = 9;

Int128 power_of_ten(int exponent) noexcept {
  Int128 out = 1;
  for (int i = 0; i < exponent; ++i) {
    out *= 10;
  }
  return out;
}

const FormTerm* bound_term(const FormOperand& operand) {
  for (const auto& term : operand) {
    if (term.kind == FormTerm::Kind::maximum) {
      if (const auto* inner = bound_term(term.of)) {
        return inner;
      }
    } else if (term.kind == FormTerm::Kind::cell &&
               (term.row.kind == FormSelector::Kind::each || term.column.kind == FormSelector::Kind::each)) {
      return &term;
    }
  }
  return nullptr;
}

void add_number(Range& range, int sign, const Decimal& value) {
  const Int128 signed_value = sign * scaled(value);
  range.low += signed_value;
  range.high += signed_value;
  range.with_zeros += signed_value;
  range.decimals = std::max(range.decimals, value.decimals);
  ++range.numbers;
}

void add_unknown(Range& range, int sign, bool is_signed) {
  (sign > 0 ? range.high_open : range.low_open) = true;
  if (is_signed) {
    range.high_open = range.low_open = true;
  }
  ++range.unknown;
}

}  // namespace

Int128 scaled(const Decimal& value) noexcept { return Int128{value.unscaled} * power_of_ten(scale - value.decimals); }

Decimal unscaled(Int128 value, int decimals) noexcept {
  const Int128 unit = power_of_ten(scale - decimals);
  const bool negative = value < 0;
  const Int128 magnitude = negative ? -value : value;
  const Int128 rounded = (magnitude + unit / 2) / unit;
  return {static_cast<std::int64_t>(negative ? -rounded : rounded), decimals};
}

const Table* Operands::table(const FormTerm& term) const {
  const AnnualReport* report = term.last_year ? previous_ : &report_;
  return report == nullptr ? nullptr : report->table(form_.tables()[term.table].id);
}

std::vector<std::string> Operands::row_ids(const FormTerm& term, const Table* table,
                                           std::optional<std::string_view> binding) const {
  const auto& definition = form_.tables()[term.table];
  const auto all = [&] {
    std::vector<std::string> out;
    if (definition.shape == TableShape::fixed) {
      for (const auto& row : definition.rows) {
        out.push_back(row.id);
      }
    } else if (table != nullptr) {
      for (std::size_t i = 0; i < table->row_count(); ++i) {
        out.push_back(table->row_id(i));
      }
    }
    return out;
  };
  switch (term.row.kind) {
    case FormSelector::Kind::one:
      return {term.row.name};
    case FormSelector::Kind::each:
      if (binding) {
        return {std::string{*binding}};
      }
      return term.row.name.empty() ? all() : form_.set(term.row.name);
    case FormSelector::Kind::set:
      break;
  }
  if (definition.shape == TableShape::fixed || (term.row.name != "rows" && term.row.name != "units")) {
    return form_.set(term.row.name);
  }
  auto out = all();
  if (term.row.name == "units") {
    out.erase(std::remove(out.begin(), out.end(), definition.units->total), out.end());
  }
  return out;
}

std::vector<std::string> Operands::column_ids(const FormTerm& term, std::optional<std::string_view> binding) const {
  switch (term.column.kind) {
    case FormSelector::Kind::one:
      return {term.column.name};
    case FormSelector::Kind::set:
      return form_.set(term.column.name);
    case FormSelector::Kind::each:
      break;
  }
  if (binding) {
    return {std::string{*binding}};
  }
  if (!term.column.name.empty()) {
    return form_.set(term.column.name);
  }
  std::vector<std::string> out;
  for (const auto& column : form_.tables()[term.table].columns) {
    out.push_back(column.id);
  }
  return out;
}

std::vector<std::string> Operands::bindings(const FormCheck& check) const {
  const FormTerm* term = nullptr;
  for (const auto& operand : check.operands) {
    if (term == nullptr) {
      term = bound_term(operand);
    }
  }
  if (term == nullptr) {
    return {std::string{}};
  }
  if (term->row.kind == FormSelector::Kind::each) {
    return row_ids(*term, table(*term), std::nullopt);
  }
  return column_ids(*term, std::nullopt);
}

bool Operands::available(const FormOperand& operand) const {
  return std::all_of(operand.begin(), operand.end(), [&](const FormTerm& term) {
    return term.kind == FormTerm::Kind::constant ||
           (term.kind == FormTerm::Kind::maximum ? available(term.of) : table(term) != nullptr);
  });
}

std::vector<CellAt> Operands::cells(const FormTerm& term, std::optional<std::string_view> binding) const {
  std::vector<CellAt> out;
  const Table* found = table(term);
  const auto rows = row_ids(term, found, binding);
  const auto columns = column_ids(term, binding);
  for (const auto& row : rows) {
    const auto r = found == nullptr ? std::nullopt : found->find_row(row);
    for (const auto& column : columns) {
      const auto c = found == nullptr ? std::nullopt : found->definition().find_column(column);
      const auto index = r && c ? found->cell_index(*r, *c) : std::nullopt;
      if (index) {
        out.push_back({found, *index, term.last_year});
      } else {
        out.push_back({nullptr, 0, term.last_year});
      }
    }
  }
  return out;
}

void Operands::add(const FormTerm& term, std::string_view binding, Operand& out) const {
  if (term.kind == FormTerm::Kind::constant) {
    add_number(out.range, term.sign, term.constant);
    return;
  }
  if (term.kind == FormTerm::Kind::maximum) {
    const Operand inner = [&] {
      Operand all;
      for (const auto& part : term.of) {
        add(part, binding, all);
      }
      return all;
    }();
    // The greatest of the numbers is a lower bound; a blank may be greater.
    std::optional<Decimal> greatest;
    for (const auto& value : inner.terms) {
      if (value.value && (!greatest || scaled(*value.value) > scaled(*greatest))) {
        greatest = value.value;
      }
    }
    if (greatest) {
      add_number(out.range, term.sign, *greatest);
      out.terms.push_back({term.sign, greatest});
    }
    if (inner.range.unknown > 0) {
      add_unknown(out.range, term.sign, false);
    }
    out.cells.insert(out.cells.end(), inner.cells.begin(), inner.cells.end());
    return;
  }
  for (const auto& cell : cells(term, binding)) {
    if (cell.is_number()) {
      add_number(out.range, term.sign, cell.number());
      out.terms.push_back({term.sign, cell.number()});
    } else {
      add_unknown(out.range, term.sign, cell.is_signed());
      out.terms.push_back({term.sign, std::nullopt});
    }
    out.cells.push_back(cell);
  }
}

Operand Operands::evaluate(const FormOperand& operand, std::string_view binding) const {
  Operand out;
  for (const auto& term : operand) {
    add(term, binding, out);
  }
  return out;
}

}  // namespace gongkai::detail
