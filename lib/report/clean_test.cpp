// SPDX-License-Identifier: Apache-2.0
#include "report/clean_test.hpp"

#include <algorithm>

#include "report/check_parts.hpp"
#include "report/operand.hpp"

namespace gongkai::detail {
namespace {

// Sums of whole numbers below this cannot leave an int64, however many cells a form has.
constexpr std::int64_t largest = std::int64_t{1} << 48U;

bool is_plain(const FormOperand& operand) {
  return std::all_of(operand.begin(), operand.end(),
                     [](const FormTerm& term) { return term.kind == FormTerm::Kind::cell && !term.last_year; });
}

}  // namespace

CleanTest::CleanTest(const ReportBatch& batch, const CheckOptions& options) : size_{batch.cells()} {
  state_mask_.assign(size_, 0);
  negative_mask_.assign(size_, 0);
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
    state_mask_[cell] = 0xff;
    negative_mask_[cell] = -1;  // a great or negative figure is looked at in full
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
          negative_mask_[position(cell)] = cell.is_signed() ? 0 : -1;
          if (cell.table->definition().kind_of(at.row, at.column) == ValueKind::count) {
            state_mask_[position(cell)] = 0xff;
          }
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

bool CleanTest::passes(const std::int64_t* values, const std::uint8_t* states) const noexcept {
  constexpr std::uint8_t whole_number = cell_state(CellKind::number);
  unsigned other = always_in_full_ ? 1U : 0U;
  for (std::size_t i = 0; i < size_; ++i) {
    other |= static_cast<unsigned>(states[i] ^ whole_number) & state_mask_[i];
  }
  std::int64_t negative = 0;
  for (std::size_t i = 0; i < size_; ++i) {
    negative |= values[i] & negative_mask_[i];
  }
  // No sign bit and none above `largest`.
  if (other != 0 || negative < 0 || negative >= largest) {
    return false;
  }
  for (const auto& equation : equations_) {
    std::int64_t left = 0;
    std::int64_t right = 0;
    for (std::uint32_t i = equation.first; i < equation.middle; ++i) {
      left += values[cells_[i]];
    }
    for (std::uint32_t i = equation.middle; i < equation.last; ++i) {
      right += values[cells_[i]];
    }
    if (equation.at_most ? left > right : left != right) {
      return false;
    }
  }
  return true;
}

}  // namespace gongkai::detail
