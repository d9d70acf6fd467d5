// SPDX-License-Identifier: Apache-2.0
#include <gongkai/report/batch.hpp>

#include <algorithm>
#include <gongkai/error.hpp>
#include <limits>

#include "report/clean_test.hpp"

namespace gongkai {

ReportBatch::ReportBatch(Form form) : form_{std::move(form)} {
  for (const auto& table : form_.tables()) {
    if (table.shape != TableShape::fixed) {
      throw InvalidArgumentError{ErrorCode::out_of_range, form_.id(),
                                 "the table " + table.id + " of " + form_.id() +
                                     " has rows of the report's own; a batch "
                                     "holds reports whose rows are those of the form"};
    }
    begins_.push_back(cells_);
    cells_ += table.cells.size();
  }
}

std::size_t ReportBatch::cell(std::string_view path) const {
  const auto at = form_.cell(path);
  if (!at) {
    throw NotFoundError{ErrorCode::unknown_name, std::string{path},
                        "the form " + form_.id() + " has no cell " + std::string{path}};
  }
  const auto& table = form_.tables()[at->table];
  return begins_[at->table] + *table.find_cell(*table.find_row(at->row), at->column);
}

void ReportBatch::reserve(std::size_t reports) {
  blocks_.reserve((reports + block_size - 1) / block_size);
  patterns_of_.reserve(reports);
}

void ReportBatch::add(const AnnualReport& report) {
  std::vector<std::int64_t> values(cells_);
  std::vector<std::uint8_t> states(cells_);
  for (const auto& table : report.tables) {
    if (table.form() != form_) {
      throw InvalidArgumentError{
          ErrorCode::out_of_range, table.id(),
          "the table " + table.id() + " is of the form " + table.form().id() + ", the batch of " + form_.id()};
    }
    const auto at = static_cast<std::ptrdiff_t>(begins_[table.table_index()]);
    std::copy(table.values().begin(), table.values().end(), values.begin() + at);
    std::copy(table.states().begin(), table.states().end(), states.begin() + at);
  }
  add(values, states);
}

void ReportBatch::add(Span<const std::int64_t> values, Span<const std::uint8_t> states) {
  if (values.size() != cells_ || states.size() != cells_) {
    throw InvalidArgumentError{ErrorCode::length_mismatch, "values",
                               "a report of " + form_.id() + " has " + std::to_string(cells_) + " cells"};
  }
  const std::size_t at = size() % block_size;
  if (at == 0) {
    Block block;
    block.narrow.assign(cells_ * block_size, 0);
    block.largest.assign(cells_, 0);
    block.wide.resize(cells_);
    blocks_.push_back(std::move(block));
  }
  auto& block = blocks_.back();
  for (std::size_t cell = 0; cell < cells_; ++cell) {
    const std::int64_t value = values[cell];
    if (block.wide[cell].empty() && (value < 0 || value > std::numeric_limits<std::uint16_t>::max())) {
      widen(block, cell);
    }
    if (!block.wide[cell].empty()) {
      block.wide[cell][at] = value;
      continue;
    }
    const auto narrow = static_cast<std::uint16_t>(value);
    block.narrow[cell * block_size + at] = narrow;
    block.largest[cell] = std::max(block.largest[cell], narrow);
  }
  patterns_of_.push_back(pattern_id(states));
}

std::uint32_t ReportBatch::pattern_id(Span<const std::uint8_t> states) {
  std::string key(states.begin(), states.end());
  const auto [found, is_new] = pattern_ids_.emplace(std::move(key), static_cast<std::uint32_t>(patterns_.size()));
  if (is_new) {
    Pattern pattern;
    pattern.states.assign(states.begin(), states.end());
    for (std::size_t i = 0; i < cells_; ++i) {
      if (pattern.states[i] != cell_state(CellKind::number)) {
        pattern.exceptions.push_back(static_cast<std::uint16_t>(i));
      }
    }
    patterns_.push_back(std::move(pattern));
  }
  return found->second;
}

void ReportBatch::widen(Block& block, std::size_t cell) const {
  const auto* narrow = block.narrow.data() + cell * block_size;
  block.wide[cell].assign(narrow, narrow + block_size);
}

std::int64_t ReportBatch::value(std::size_t report, std::size_t cell) const noexcept {
  const auto& block = blocks_[report / block_size];
  const std::size_t at = report % block_size;
  return block.wide[cell].empty() ? block.narrow[cell * block_size + at] : block.wide[cell][at];
}

AnnualReport ReportBatch::report(std::size_t index) const {
  AnnualReport out;
  out.style = form_.id();
  out.complete = true;
  for (std::size_t t = 0; t < form_.tables().size(); ++t) {
    Table table{form_, form_.tables()[t].id};
    for (std::size_t i = 0; i < table.cell_count(); ++i) {
      const auto at = begins_[t] + i;
      Cell cell;
      cell.kind = state_kind(state(index, at));
      cell.value = {value(index, at), state_decimals(state(index, at))};
      table.set(i, cell);
    }
    out.tables.push_back(std::move(table));
  }
  return out;
}

std::vector<BatchFinding> check(const ReportBatch& batch, const CheckOptions& options) {
  const detail::CleanTest clean{batch, options};
  std::vector<BatchFinding> out;
  std::vector<std::uint8_t> suspects;
  for (std::size_t block = 0; block < batch.blocks().size(); ++block) {
    clean.suspects(block, suspects);
    for (std::size_t i = 0; i < suspects.size(); ++i) {
      if (suspects[i] == 0) {
        continue;
      }
      const std::size_t report = block * ReportBatch::block_size + i;
      for (auto& finding : check(batch.report(report), options)) {
        out.push_back({report, std::move(finding)});
      }
    }
  }
  return out;
}

}  // namespace gongkai
