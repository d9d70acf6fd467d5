// SPDX-License-Identifier: Apache-2.0
#include "report/narrative_tables.hpp"

#include <algorithm>

namespace gongkai::detail {
namespace {

constexpr const char* slots_id = "narrative";
constexpr const char* classes_id = "narrative.classes";

std::optional<Table> take(AnnualReport& report, std::string_view id) {
  const auto found =
      std::find_if(report.tables.begin(), report.tables.end(), [&](const Table& table) { return table.id() == id; });
  if (found == report.tables.end()) {
    return std::nullopt;
  }
  Table out = *found;
  report.tables.erase(found);
  return out;
}

bool is_told(const Cell& cell) { return cell.is_number() || cell.kind == CellKind::approximate; }

bool has_table(const Form& form, std::string_view id) {
  return std::any_of(form.tables().begin(), form.tables().end(),
                     [&](const FormTable& table) { return table.id == id; });
}

}  // namespace

void move_narrative_out(AnnualReport& report) {
  if (const auto slots = take(report, slots_id)) {
    for (std::size_t i = 0; i < slots->cell_count(); ++i) {
      if (is_told(slots->cell(i))) {
        report.narrative.emplace_back(slots->row_id(slots->position(i).row), slots->cell(i));
      }
    }
  }
  if (const auto classes = take(report, classes_id)) {
    for (std::size_t row = 0; row < classes->row_count(); ++row) {
      ClassFigure figure;
      figure.label = classes->row_id(row);
      figure.count = classes->cell(figure.label, "count");
      figure.percent = classes->cell(figure.label, "percent");
      for (Cell* cell : {&figure.count, &figure.percent}) {
        if (!is_told(*cell)) {
          *cell = Cell{};
        }
      }
      if (figure.percent.is_number()) {
        figure.percent.printed += "%";
      }
      report.classes.push_back(std::move(figure));
    }
  }
}

AnnualReport with_narrative_tables(const AnnualReport& report, const Form& form) {
  AnnualReport out = report;
  if (report.style != form.id() || !has_table(form, slots_id) || report.table(slots_id) != nullptr) {
    return out;
  }
  // Only figures are told: a cell that the form does not have, or that is no number, is not stated here either.
  Table slots{form, slots_id};
  for (const auto& [name, cell] : report.narrative) {
    if (slots.find_row(name) && is_told(cell)) {
      slots.set(name, slots.definition().columns.front().id, cell);
    }
  }
  out.tables.push_back(std::move(slots));
  if (has_table(form, classes_id) && !report.classes.empty()) {
    Table classes{form, classes_id};
    for (const auto& figure : report.classes) {
      for (const auto& [column, cell] : {std::pair{"count", &figure.count}, std::pair{"percent", &figure.percent}}) {
        if (is_told(*cell)) {
          classes.set(figure.label, column, *cell);
        }
      }
    }
    out.tables.push_back(std::move(classes));
  }
  return out;
}

}  // namespace gongkai::detail
