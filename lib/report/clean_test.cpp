// SPDX-License-Identifier: Apache-2.0
#include "report/clean_test.hpp"

#include <algorithm>
#include <limits>

#include "detail/int128.hpp"
#include "report/check_parts.hpp"
#include "report/column_sums.hpp"
#include "report/operand.hpp"

namespace gongkai::detail {
namespace {

bool is_plain(const FormOperand& operand) {
  return std::all_of(operand.begin(), operand.end(),
                     [](const FormTerm& term) { return term.kind == FormTerm::Kind::cell && !term.last_year; });
}

// The greatest absolute value that any sum of some of the cells can have.
Int128 bound(const BatchBlock& block, const std::uint16_t* first, const std::uint16_t* last) {
  Int128 above = 0;
  Int128 below = 0;
  for (const auto* cell = first; cell != last; ++cell) {
    const auto& column = block.columns[*cell];
    above += std::max<std::int64_t>(column.highest, 0);
    below -= std::min<std::int64_t>(column.lowest, 0);
  }
  return std::max(above, below);
}

template <typename Sum>
void compare(const BatchBlock& block, const std::uint16_t* first, const std::uint16_t* middle,
             const std::uint16_t* last, bool at_most, std::vector<std::uint8_t>& marks) {
  ColumnSums<Sum> left;
  ColumnSums<Sum> right;
  left.assign(block, first, middle);
  right.assign(block, middle, last);
  std::uint8_t* out = marks.data();
  if (at_most) {
    for (std::size_t i = 0; i < ReportBatch::block_size; ++i) {
      out[i] = static_cast<std::uint8_t>(out[i] | static_cast<std::uint8_t>(left.sums[i] > right.sums[i]));
    }
    return;
  }
  // Nearly always all are equal, which is told faster than which are not.
  Sum wrong = 0;
  for (std::size_t i = 0; i < ReportBatch::block_size; ++i) {
    wrong = static_cast<Sum>(wrong | (left.sums[i] ^ right.sums[i]));
  }
  for (std::size_t i = 0; i < ReportBatch::block_size && wrong != 0; ++i) {
    out[i] = static_cast<std::uint8_t>(out[i] | static_cast<std::uint8_t>(left.sums[i] != right.sums[i]));
  }
}

}  // namespace

CleanTest::CleanTest(const ReportBatch& batch, const CheckOptions& options)
    : batch_{batch}, whole_(batch.cells(), 0), not_negative_(batch.cells(), 0) {
  const auto& form = batch.form();
  for (const auto& check : form.checks()) {
    const bool of_text = check.kind == CheckKind::mentions || is_of_whole_document(check) ||
                         (check.kind == CheckKind::named && check.name == "fee_grid");
    const bool of_others = check.needs_last_year() || (check.kind == CheckKind::named &&
                                                       (check.name == "jump" || check.name == "unit_slip" ||
                                                        check.name == "identical_tables" || check.name == "aggregate"));
    const bool no_level = !check.levels.empty() && !options.level;
    const bool no_limit = check.kind == CheckKind::named && check.name == "share" &&
                          options.limits.find(check.code) == options.limits.end();
    if (of_text || of_others || no_level || no_limit) {
      continue;  // a batch has neither text nor a year before
    }
    add(batch, form, check);
  }
  for (const auto cell : cells_) {
    whole_[cell] = 1;
  }
  for (const auto& pattern : batch.patterns()) {
    bool plain = !always_in_full_;
    for (std::size_t cell = 0; cell < batch.cells(); ++cell) {
      plain = plain && (whole_[cell] == 0 || pattern.states[cell] == cell_state(CellKind::number));
    }
    plain_patterns_.push_back(plain ? 1 : 0);
  }
}

void CleanTest::add(const ReportBatch& batch, const Form& form, const FormCheck& check) {
  AnnualReport report;
  for (const auto& table : form.tables()) {
    report.tables.emplace_back(form, table.id);
  }
  const Operands operands{form, report, nullptr};
  const auto position = [&](const CellAt& cell) {
    return static_cast<std::uint16_t>(batch.table_begin(cell.table->table_index()) + cell.index);
  };
  if (check.kind == CheckKind::named && check.name == "counts") {
    for (const auto& operand : check.operands) {
      for (const auto& term : operand) {
        for (const auto& cell : operands.cells(term, std::nullopt)) {
          if (cell.table == nullptr) {
            continue;
          }
          const auto at = cell.table->position(cell.index);
          not_negative_[position(cell)] |= static_cast<std::uint8_t>(!cell.is_signed());
          whole_[position(cell)] |=
              static_cast<std::uint8_t>(cell.table->definition().kind_of(at.row, at.column) == ValueKind::count);
        }
      }
    }
    return;
  }
  const bool linear =
      (check.kind == CheckKind::sum || check.kind == CheckKind::equal || check.kind == CheckKind::at_most) &&
      check.when.empty() && is_plain(check.operands[0]) && is_plain(check.operands[1]);
  if (!linear) {
    always_in_full_ = true;
    return;
  }
  for (const auto& binding : operands.bindings(check)) {
    std::vector<std::uint16_t> sides[2];
    std::size_t there[2] = {0, 0};
    for (std::size_t side = 0; side < 2; ++side) {
      for (const auto& term : check.operands[side]) {
        for (const auto& cell : operands.cells(term, binding)) {
          if (cell.table != nullptr) {
            // A subtracted term stands on the other side.
            sides[term.sign > 0 ? side : 1 - side].push_back(position(cell));
            ++there[side];
          }
        }
      }
    }
    if (there[0] == 0 || there[1] == 0) {
      continue;
    }
    Equation equation;
    equation.first = static_cast<std::uint32_t>(cells_.size());
    cells_.insert(cells_.end(), sides[0].begin(), sides[0].end());
    equation.middle = static_cast<std::uint32_t>(cells_.size());
    cells_.insert(cells_.end(), sides[1].begin(), sides[1].end());
    equation.last = static_cast<std::uint32_t>(cells_.size());
    equation.at_most = check.kind == CheckKind::at_most;
    equations_.push_back(equation);
  }
}

void CleanTest::mark_patterns(const BatchBlock& block, std::size_t first, Marks& marks) const {
  for (std::size_t i = 0; i < block.reports; ++i) {
    marks[i] = static_cast<std::uint8_t>(plain_patterns_[batch_.pattern_of(first + i)] == 0);
  }
}

void CleanTest::mark_negative(const BatchBlock& block, Marks& marks) const {
  for (std::size_t cell = 0; cell < not_negative_.size(); ++cell) {
    const auto& column = block.columns[cell];
    if (not_negative_[cell] == 0 || column.lowest >= 0) {
      continue;
    }
    for (std::size_t i = 0; i < block.reports; ++i) {
      const bool negative = column.width == 0   ? true
                            : column.width == 1 ? false
                            : column.width == 2 ? block.shorts[column.begin + i] < 0
                            : column.width == 4 ? block.words[column.begin + i] < 0
                                                : block.longs[column.begin + i] < 0;
      marks[i] |= static_cast<std::uint8_t>(negative);
    }
  }
}

void CleanTest::mark_broken(const BatchBlock& block, const Equation& equation, Marks& marks) const {
  const auto* first = cells_.data() + equation.first;
  const auto* middle = cells_.data() + equation.middle;
  const auto* last = cells_.data() + equation.last;
  const auto greatest = std::max(bound(block, first, middle), bound(block, middle, last));
  if (greatest <= std::numeric_limits<std::int16_t>::max()) {
    compare<std::int16_t>(block, first, middle, last, equation.at_most, marks);
  } else if (greatest <= std::numeric_limits<std::int32_t>::max()) {
    compare<std::int32_t>(block, first, middle, last, equation.at_most, marks);
  } else if (greatest <= std::numeric_limits<std::int64_t>::max()) {
    compare<std::int64_t>(block, first, middle, last, equation.at_most, marks);
  } else {
    std::fill(marks.begin(), marks.end(), std::uint8_t{1});
  }
}

void CleanTest::find_others(const BatchBlock& block, std::size_t first, std::vector<std::size_t>& out) const {
  Marks marks(ReportBatch::block_size, 0);
  mark_patterns(block, first, marks);
  mark_negative(block, marks);
  for (const auto& equation : equations_) {
    mark_broken(block, equation, marks);
  }
  for (std::size_t i = 0; i < block.reports; ++i) {
    if (marks[i] != 0) {
      out.push_back(first + i);
    }
  }
}

}  // namespace gongkai::detail
