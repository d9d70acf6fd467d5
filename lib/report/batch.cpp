// SPDX-License-Identifier: Apache-2.0
#include <gongkai/report/batch.hpp>

#include <algorithm>
#include <gongkai/error.hpp>
#include <iterator>

#include "report/clean_test.hpp"

namespace gongkai {
namespace {

template <typename Value>
void keep(const std::vector<std::int64_t>& values, BatchColumn& column, std::vector<Value>& out) {
  column.width = sizeof(Value);
  column.begin = static_cast<std::uint32_t>(out.size());
  std::transform(values.begin(), values.end(), std::back_inserter(out),
                 [](std::int64_t value) { return static_cast<Value>(value); });
  out.resize(column.begin + ReportBatch::block_size);
}

}  // namespace

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
  blocks_.reserve(reports / block_size);
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
  std::string key(states.begin(), states.end());
  const auto [found, is_new] = pattern_ids_.emplace(std::move(key), static_cast<std::uint32_t>(patterns_.size()));
  if (is_new) {
    Pattern pattern;
    pattern.states.assign(states.begin(), states.end());
    patterns_.push_back(std::move(pattern));
  }
  patterns_of_.push_back(found->second);
  open_.insert(open_.end(), values.begin(), values.end());
  if (open_.size() == block_size * cells_) {
    blocks_.push_back(unfinished());
    open_.clear();
  }
}

BatchBlock ReportBatch::unfinished() const {
  BatchBlock out;
  out.reports = open_.size() / cells_;
  out.columns.resize(cells_);
  const std::size_t first = blocks_.size() * block_size;
  std::vector<std::int64_t> column(out.reports);
  for (std::size_t cell = 0; cell < cells_ && out.reports > 0; ++cell) {
    auto& about = out.columns[cell];
    about.state = state(first, cell);
    for (std::size_t i = 0; i < out.reports; ++i) {
      column[i] = open_[i * cells_ + cell];
      if (state(first + i, cell) != about.state) {
        about.state = BatchColumn::mixed;
      }
    }
    const auto ends = std::minmax_element(column.begin(), column.end());
    about.lowest = *ends.first;
    about.highest = *ends.second;
    if (about.lowest == about.highest) {
      continue;
    }
    if (about.lowest >= 0 && about.highest <= UINT8_MAX) {
      keep(column, about, out.bytes);
    } else if (about.lowest >= INT16_MIN && about.highest <= INT16_MAX) {
      keep(column, about, out.shorts);
    } else if (about.lowest >= INT32_MIN && about.highest <= INT32_MAX) {
      keep(column, about, out.words);
    } else {
      keep(column, about, out.longs);
    }
  }
  out.bytes.shrink_to_fit();
  out.shorts.shrink_to_fit();
  out.words.shrink_to_fit();
  out.longs.shrink_to_fit();
  return out;
}

std::int64_t ReportBatch::value(std::size_t report, std::size_t cell) const noexcept {
  const std::size_t at = report % block_size;
  if (report / block_size == blocks_.size()) {
    return open_[at * cells_ + cell];
  }
  const auto& block = blocks_[report / block_size];
  const auto& column = block.columns[cell];
  switch (column.width) {
    case 0:
      return column.lowest;
    case 1:
      return block.bytes[column.begin + at];
    case 2:
      return block.shorts[column.begin + at];
    case 4:
      return block.words[column.begin + at];
    default:
      return block.longs[column.begin + at];
  }
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
  std::vector<std::size_t> others;
  const auto check_block = [&](const BatchBlock& block, std::size_t first) {
    others.clear();
    clean.find_others(block, first, others);
    for (const auto report : others) {
      for (auto& finding : check(batch.report(report), options)) {
        out.push_back({report, std::move(finding)});
      }
    }
  };
  for (std::size_t i = 0; i < batch.blocks().size(); ++i) {
    check_block(batch.blocks()[i], i * ReportBatch::block_size);
  }
  check_block(batch.unfinished(), batch.blocks().size() * ReportBatch::block_size);
  return out;
}

}  // namespace gongkai
