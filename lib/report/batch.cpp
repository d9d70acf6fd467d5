// SPDX-License-Identifier: Apache-2.0
#include <gongkai/report/batch.hpp>

#include <algorithm>
#include <gongkai/error.hpp>

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
  values_.reserve(reports * cells_);
  states_.reserve(reports * cells_);
}

void ReportBatch::add(const AnnualReport& report) {
  for (const auto& table : report.tables) {
    if (table.form() != form_) {
      throw InvalidArgumentError{
          ErrorCode::out_of_range, table.id(),
          "the table " + table.id() + " is of the form " + table.form().id() + ", the batch of " + form_.id()};
    }
  }
  values_.resize(values_.size() + cells_);
  states_.resize(states_.size() + cells_);
  const auto begin = values_.size() - cells_;
  for (const auto& table : report.tables) {
    const auto at = static_cast<std::ptrdiff_t>(begin + begins_[table.table_index()]);
    std::copy(table.values().begin(), table.values().end(), values_.begin() + at);
    std::copy(table.states().begin(), table.states().end(), states_.begin() + at);
  }
}

void ReportBatch::add(Span<const std::int64_t> values, Span<const std::uint8_t> states) {
  if (values.size() != cells_ || states.size() != cells_) {
    throw InvalidArgumentError{ErrorCode::length_mismatch, "values",
                               "a report of " + form_.id() + " has " + std::to_string(cells_) + " cells"};
  }
  values_.insert(values_.end(), values.begin(), values.end());
  states_.insert(states_.end(), states.begin(), states.end());
}

AnnualReport ReportBatch::report(std::size_t index) const {
  AnnualReport out;
  out.style = form_.id();
  out.complete = true;
  for (std::size_t t = 0; t < form_.tables().size(); ++t) {
    Table table{form_, form_.tables()[t].id};
    for (std::size_t i = 0; i < table.cell_count(); ++i) {
      const auto at = index * cells_ + begins_[t] + i;
      Cell cell;
      cell.kind = state_kind(states_[at]);
      cell.value = {values_[at], state_decimals(states_[at])};
      table.set(i, cell);
    }
    out.tables.push_back(std::move(table));
  }
  return out;
}

std::vector<BatchFinding> check(const ReportBatch& batch, const CheckOptions& options) {
  const detail::CleanTest clean{batch, options};
  std::vector<BatchFinding> out;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    if (clean.passes(batch.values(i).data(), batch.states(i).data())) {
      continue;
    }
    for (auto& finding : check(batch.report(i), options)) {
      out.push_back({i, std::move(finding)});
    }
  }
  return out;
}

}  // namespace gongkai
