// SPDX-License-Identifier: Apache-2.0
#include "report/accumulator.hpp"

#include <algorithm>
#include <gongkai/error.hpp>

#include "report/operand.hpp"

namespace gongkai::detail {
namespace {

std::int64_t checked(Int128 value) {
  if (value > INT64_MAX || value < INT64_MIN) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "sum", "a sum of the reports is beyond 19 digits"};
  }
  return static_cast<std::int64_t>(value);
}

Int128 power_of_ten(int exponent) {
  Int128 out = 1;
  for (int i = 0; i < exponent; ++i) {
    out *= 10;
  }
  return out;
}

void take(std::optional<Decimal>& kept, const Decimal& value, bool higher) {
  const bool better = !kept || (higher ? scaled(value) > scaled(*kept) : scaled(value) < scaled(*kept));
  // Of equal values the one with fewer decimals, so that the order does not matter.
  if (better || (scaled(value) == scaled(*kept) && value.decimals < kept->decimals)) {
    kept = value;
  }
}

void count(Coverage& coverage, CellKind kind, std::size_t times = 1) {
  switch (kind) {
    case CellKind::number:
    case CellKind::date:
    case CellKind::text:
      coverage.numbers += times;
      return;
    case CellKind::blank:
    case CellKind::mark:
      coverage.blanks += times;
      return;
    case CellKind::approximate:
      coverage.approximate += times;
      return;
    case CellKind::absent:
      coverage.absent += times;
      return;
  }
}

std::string unit_of(const std::string& row) {
  const auto slash = row.rfind('/');
  return slash == std::string::npos ? std::string{} : row.substr(0, slash);
}

}  // namespace

void CellSum::add(CellKind kind, const Decimal& value, bool ends) {
  count(coverage, kind);
  if (kind != CellKind::number) {
    return;
  }
  if (ends) {
    take(lowest, value, false);
    take(highest, value, true);
  }
  if (value.decimals == decimals) {
    sum += value.unscaled;
    return;
  }
  const int finer = std::max(decimals, value.decimals);
  sum = sum * power_of_ten(finer - decimals) + Int128{value.unscaled} * power_of_ten(finer - value.decimals);
  decimals = finer;
}

void CellSum::add(const CellSum& other) {
  const int finer = std::max(decimals, other.decimals);
  sum = sum * power_of_ten(finer - decimals) + other.sum * power_of_ten(finer - other.decimals);
  decimals = finer;
  if (other.lowest) {
    take(lowest, *other.lowest, false);
    take(highest, *other.highest, true);
  }
  coverage.numbers += other.coverage.numbers;
  coverage.blanks += other.coverage.blanks;
  coverage.approximate += other.coverage.approximate;
  coverage.absent += other.coverage.absent;
}

bool operator<(const RankedRow& a, const RankedRow& b) {
  for (std::size_t i = 0; i < a.cells.size() && i < b.cells.size(); ++i) {
    const Int128 x = scaled(a.cells[i].value);
    const Int128 y = scaled(b.cells[i].value);
    if (a.cells[i].kind != b.cells[i].kind) {
      return a.cells[i].kind > b.cells[i].kind;  // what is stated first
    }
    if (x != y) {
      return x < y;
    }
    if (a.cells[i].printed != b.cells[i].printed) {
      return a.cells[i].printed < b.cells[i].printed;
    }
  }
  return a.cells.size() < b.cells.size();
}

Accumulator::Accumulator(const Form& form) : form_{form}, tables_(form.tables().size()) {
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    const auto& table = form.tables()[i];
    begins_.push_back(size_);
    size_ += table.cells.size();
    for (const auto& cell : table.cells) {
      ends_.push_back(keeps_ends(i, cell.column) ? 1 : 0);
    }
  }
  fixed_.resize(size_);
}

bool Accumulator::keeps_ends(std::size_t table, std::size_t column) const noexcept {
  const auto merge = form_.tables()[table].columns[column].merge;
  return merge == MergeRule::minimum || merge == MergeRule::maximum;
}

void Accumulator::keep_top(std::size_t table, std::vector<RankedRow>& rows) const {
  std::sort(rows.begin(), rows.end());
  if (rows.size() > form_.tables()[table].limit) {
    rows.resize(form_.tables()[table].limit);
  }
}

void Accumulator::add(const Table& table) {
  auto& sums = tables_[table.table_index()];
  ++sums.reports;
  if (table.definition().shape == TableShape::fixed) {
    for (std::size_t i = 0; i < table.cell_count(); ++i) {
      fixed_[begins_[table.table_index()] + i].add(table.kind(i), table.number(i),
                                                   keeps_ends(table.table_index(), table.position(i).column));
    }
    return;
  }
  const std::size_t columns = table.definition().columns.size();
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (table.definition().shape == TableShape::ranked) {
      RankedRow ranked;
      for (std::size_t column = 0; column < columns; ++column) {
        ranked.cells.push_back(table.cell(row * columns + column));
        ranked.cells.back().place = {};
      }
      auto& rows = sums.ranked[unit_of(table.row_id(row))];
      rows.push_back(std::move(ranked));
      keep_top(table.table_index(), rows);
      continue;
    }
    auto& cells = sums.open[table.row_id(row)];
    cells.resize(columns);
    for (std::size_t column = 0; column < columns; ++column) {
      cells[column].add(table.kind(row * columns + column), table.number(row * columns + column),
                        keeps_ends(table.table_index(), column));
    }
  }
}

void Accumulator::add_absent(std::size_t table) {
  ++tables_[table].reports;
  for (std::size_t i = 0; i < form_.tables()[table].cells.size(); ++i) {
    ++fixed_[begins_[table] + i].coverage.absent;
  }
}

void Accumulator::add(const Accumulator& other) {
  for (std::size_t i = 0; i < size_; ++i) {
    fixed_[i].add(other.fixed_[i]);
  }
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    auto& sums = tables_[t];
    const auto& more = other.tables_[t];
    sums.reports += more.reports;
    for (const auto& [row, cells] : more.open) {
      auto& own = sums.open[row];
      own.resize(cells.size());
      for (std::size_t i = 0; i < cells.size(); ++i) {
        own[i].add(cells[i]);
      }
    }
    for (const auto& [unit, rows] : more.ranked) {
      auto& own = sums.ranked[unit];
      own.insert(own.end(), rows.begin(), rows.end());
      keep_top(t, own);
    }
  }
}

void Accumulator::add_row(const ReportBatch& batch, std::size_t report) {
  for (std::size_t i = 0; i < size_; ++i) {
    add_cell(i, batch, report);
  }
  add_reports(1);
}

void Accumulator::add_cell(std::size_t cell, const ReportBatch& batch, std::size_t report) {
  const auto state = batch.state(report, cell);
  fixed_[cell].add(state_kind(state), {batch.value(report, cell), state_decimals(state)}, ends_[cell] != 0);
}

void Accumulator::add_reports(std::size_t count) {
  for (auto& table : tables_) {
    table.reports += count;
  }
}

CellSum Accumulator::cell(const FormPath& at) const {
  const auto& definition = form_.tables()[at.table];
  const auto& sums = tables_[at.table];
  if (definition.shape == TableShape::fixed) {
    return fixed_[begins_[at.table] + *definition.find_cell(*definition.find_row(at.row), at.column)];
  }
  const auto row = sums.open.find(at.row);
  CellSum out = row == sums.open.end() ? CellSum{} : row->second[at.column];
  // Who does not name the row does not state it.
  const auto& coverage = out.coverage;
  out.coverage.absent = sums.reports - coverage.numbers - coverage.blanks - coverage.approximate;
  return out;
}

Cell Accumulator::merged(std::size_t table, const std::string& row, std::size_t column, const CellSum& sum) const {
  const auto& definition = form_.tables()[table].columns[column];
  const auto row_index = form_.tables()[table].find_row(row);
  const auto kind = form_.tables()[table].kind_of(row_index.value_or(form_.tables()[table].rows.size()), column);
  Cell out;
  if (definition.merge == MergeRule::distribution) {
    return median(definition, row);
  }
  const bool sums_up = definition.merge == MergeRule::sum && kind != ValueKind::percent && kind != ValueKind::text;
  const bool ends = definition.merge == MergeRule::minimum || definition.merge == MergeRule::maximum;
  if (!sums_up && !ends) {
    return out;
  }
  if (sum.coverage.numbers == 0) {
    out.kind = sum.coverage.blanks + sum.coverage.approximate > 0 ? CellKind::blank : CellKind::absent;
    return out;
  }
  out.kind = CellKind::number;
  out.value = sums_up ? Decimal{checked(sum.sum), sum.decimals}
                      : *(definition.merge == MergeRule::minimum ? sum.lowest : sum.highest);
  return out;
}

// The class of the distribution in which the middle lies; between two classes, both.
Cell Accumulator::median(const FormColumn& column, const std::string& row) const {
  const auto table = *form_.find_table(column.histogram);
  const auto& definition = form_.tables()[table];
  const auto found = tables_[table].open.find(row);
  Cell out;
  if (found == tables_[table].open.end()) {
    return out;
  }
  // The total of the distribution is no class of it.
  const auto is_total = [&](const FormColumn& candidate) {
    return std::any_of(form_.checks().begin(), form_.checks().end(), [&](const FormCheck& check) {
      return check.kind == CheckKind::sum && check.operands[0].front().table == table &&
             check.operands[0].front().column.kind == FormSelector::Kind::one &&
             check.operands[0].front().column.name == candidate.id;
    });
  };
  std::vector<std::pair<std::string, Int128>> classes;
  Int128 total = 0;
  for (std::size_t i = 0; i < definition.columns.size(); ++i) {
    if (!is_total(definition.columns[i])) {
      classes.emplace_back(definition.columns[i].label, found->second[i].sum);
      total += found->second[i].sum;
    }
  }
  const auto class_of = [&](Int128 rank) -> const std::string& {
    std::size_t i = 0;
    for (Int128 below = classes[0].second; below < rank; below += classes[++i].second) {
    }
    return classes[i].first;
  };
  if (total <= 0) {
    return out;
  }
  const auto& lower = class_of((total + 1) / 2);
  const auto& upper = class_of(total / 2 + 1);
  out.kind = CellKind::approximate;
  out.printed = lower == upper ? lower : lower + " / " + upper;
  return out;
}

std::vector<Table> Accumulator::tables() const {
  std::vector<Table> out;
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    Table table{form_, form_.tables()[t].id};
    const auto& definition = form_.tables()[t];
    for (std::size_t i = 0; i < definition.cells.size(); ++i) {
      const auto at = definition.cells[i];
      table.set(i, merged(t, definition.rows[at.row].id, at.column, fixed_[begins_[t] + i]));
    }
    for (const auto& [row, cells] : tables_[t].open) {
      const auto index = table.add_row(row);
      for (std::size_t column = 0; column < cells.size(); ++column) {
        table.set(*table.cell_index(index, column), merged(t, row, column, cells[column]));
      }
    }
    for (const auto& [unit, rows] : tables_[t].ranked) {
      for (std::size_t rank = 0; rank < rows.size(); ++rank) {
        const auto index = table.add_row((unit.empty() ? unit : unit + "/") + std::to_string(rank + 1));
        for (std::size_t column = 0; column < rows[rank].cells.size(); ++column) {
          if (definition.columns[column].merge == MergeRule::top) {
            table.set(*table.cell_index(index, column), rows[rank].cells[column]);
          }
        }
      }
    }
    out.push_back(std::move(table));
  }
  return out;
}

}  // namespace gongkai::detail
