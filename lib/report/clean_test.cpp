// SPDX-License-Identifier: Apache-2.0
#include "report/clean_test.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "report/check_parts.hpp"
#include "report/operand.hpp"

namespace gongkai::detail {
namespace {

// Of wide cells only figures below this are reckoned with here: no sum of them leaves an int64.
constexpr std::int64_t largest = std::int64_t{1} << 48U;

bool is_plain(const FormOperand& operand) {
  return std::all_of(operand.begin(), operand.end(),
                     [](const FormTerm& term) { return term.kind == FormTerm::Kind::cell && !term.last_year; });
}

}  // namespace

CleanTest::CleanTest(const ReportBatch& batch, const CheckOptions& options)
    : batch_{batch}, whole_(batch.cells(), false), not_negative_(batch.cells(), false) {
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
    add(form, check);
  }
  for (const auto& equation : equations_) {
    for (const auto* side : {&equation.left, &equation.right}) {
      for (const auto cell : *side) {
        whole_[cell] = true;
        not_negative_[cell] = true;  // a negative figure is looked at in full
      }
    }
  }
  for (const auto& pattern : batch.patterns()) {
    const bool plain = std::none_of(pattern.exceptions.begin(), pattern.exceptions.end(),
                                    [&](std::uint16_t cell) { return whole_[cell]; });
    plain_patterns_.push_back(plain && !always_in_full_ ? 1 : 0);
  }
}

void CleanTest::add(const Form& form, const FormCheck& check) {
  AnnualReport report;
  for (const auto& table : form.tables()) {
    report.tables.emplace_back(form, table.id);
  }
  const Operands operands{form, report, nullptr};
  const auto position = [&](const CellAt& cell) {
    return static_cast<std::uint16_t>(batch_.table_begin(cell.table->table_index()) + cell.index);
  };
  if (check.kind == CheckKind::named && check.name == "counts") {
    for (const auto& operand : check.operands) {
      for (const auto& term : operand) {
        for (const auto& cell : operands.cells(term, std::nullopt)) {
          if (cell.table == nullptr) {
            continue;
          }
          const auto at = cell.table->position(cell.index);
          not_negative_[position(cell)] = !cell.is_signed();
          if (cell.table->definition().kind_of(at.row, at.column) == ValueKind::count) {
            whole_[position(cell)] = true;
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
    equations_.push_back({std::move(sides[0]), std::move(sides[1]), check.kind == CheckKind::at_most});
  }
}

namespace {

constexpr std::size_t size = ReportBatch::block_size;
using Sums = std::array<std::uint16_t, size>;

// Sums of columns, four at a time so that a sum is seldom loaded and stored. They are right as long as the largest
// values of the columns come to less than 65,536 together: what overflows in between comes back.
void add_columns(const ReportBatch::Block& block, const std::vector<std::uint16_t>& cells, Sums& sums) {
  const auto column = [&](std::size_t i) { return block.narrow.data() + cells[i] * size; };
  sums.fill(0);
  std::size_t i = 0;
  for (; i + 4 <= cells.size(); i += 4) {
    const std::uint16_t* a = column(i);
    const std::uint16_t* b = column(i + 1);
    const std::uint16_t* c = column(i + 2);
    const std::uint16_t* d = column(i + 3);
    for (std::size_t k = 0; k < size; ++k) {
      sums[k] = static_cast<std::uint16_t>(sums[k] + a[k] + b[k] + c[k] + d[k]);
    }
  }
  for (; i < cells.size(); ++i) {
    const std::uint16_t* a = column(i);
    for (std::size_t k = 0; k < size; ++k) {
      sums[k] = static_cast<std::uint16_t>(sums[k] + a[k]);
    }
  }
}

// Whether the sum of the cells is less than 65,536 in every report of the block.
bool fits(const ReportBatch::Block& block, const std::vector<std::uint16_t>& cells) {
  std::uint32_t sum = 0;
  for (const auto cell : cells) {
    if (!block.wide[cell].empty()) {
      return false;
    }
    sum += block.largest[cell];
  }
  return sum <= std::numeric_limits<std::uint16_t>::max();
}

}  // namespace

void CleanTest::suspects(std::size_t block_index, std::vector<std::uint8_t>& out) const {
  const auto& block = batch_.blocks()[block_index];
  const std::size_t first = block_index * size;
  std::array<std::uint16_t, size> wrong{};
  out.assign(size, 0);
  wide_cells(block, out);
  Sums left;
  Sums right;
  for (const auto& equation : equations_) {
    if (!fits(block, equation.left) || !fits(block, equation.right)) {
      in_full(block, equation, out);
      continue;
    }
    add_columns(block, equation.left, left);
    add_columns(block, equation.right, right);
    for (std::size_t k = 0; k < size; ++k) {
      const std::uint16_t at_most = static_cast<std::uint16_t>(left[k] > right[k] ? 1 : 0);
      wrong[k] = static_cast<std::uint16_t>(wrong[k] | (equation.at_most ? at_most : left[k] ^ right[k]));
    }
  }
  out.resize(std::min(size, batch_.size() - first));
  for (std::size_t k = 0; k < out.size(); ++k) {
    const bool plain = plain_patterns_[batch_.pattern_of(first + k)] != 0;
    out[k] = static_cast<std::uint8_t>(out[k] != 0 || wrong[k] != 0 || !plain ? 1 : 0);
  }
}

void CleanTest::wide_cells(const ReportBatch::Block& block, std::vector<std::uint8_t>& out) const {
  for (std::size_t cell = 0; cell < block.wide.size(); ++cell) {
    const auto& values = block.wide[cell];
    for (std::size_t k = 0; not_negative_[cell] && k < values.size(); ++k) {
      out[k] = static_cast<std::uint8_t>(out[k] != 0 || values[k] < 0 || values[k] >= largest ? 1 : 0);
    }
  }
}

// Wide cells and large sums. Figures that no int64 could sum are suspect already.
void CleanTest::in_full(const ReportBatch::Block& block, const Equation& equation, std::vector<std::uint8_t>& out) {
  const auto value = [&](std::uint16_t cell, std::size_t k) -> std::int64_t {
    return block.wide[cell].empty() ? block.narrow[cell * size + k] : block.wide[cell][k];
  };
  for (std::size_t k = 0; k < size; ++k) {
    std::int64_t difference = 0;
    for (std::size_t i = 0; out[k] == 0 && i < equation.left.size(); ++i) {
      difference += value(equation.left[i], k);
    }
    for (std::size_t i = 0; out[k] == 0 && i < equation.right.size(); ++i) {
      difference -= value(equation.right[i], k);
    }
    if (equation.at_most ? difference > 0 : difference != 0) {
      out[k] = 1;
    }
  }
}

}  // namespace gongkai::detail
