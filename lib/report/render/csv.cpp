// SPDX-License-Identifier: Apache-2.0
// One line a cell: path, labels, kind, number, what is printed.
#include "report/render/layout.hpp"

namespace gongkai::detail {
namespace {

constexpr std::string_view head = "path,row,column,kind,value,printed\r\n";

std::string joined(const std::vector<std::string>& labels) {
  std::string out;
  for (const auto& label : labels) {
    for (const char c : (out.empty() ? "" : " › ") + label) {
      out += c == '\n' ? std::string{} : std::string{c};
    }
  }
  return out;
}

// RFC 4180. A spreadsheet takes a text that begins with one of these for a formula: an apostrophe makes it text.
std::string text_field(const std::string& text) {
  const bool formula = !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos;
  const std::string safe = (formula ? "'" : "") + text;
  if (safe.find_first_of(",\"\r\n") == std::string::npos) {
    return safe;
  }
  std::string out = "\"";
  for (const char c : safe) {
    out += c == '"' ? std::string{"\"\""} : std::string{c};
  }
  return out + "\"";
}

void put(const std::string& path, const std::string& row, const std::string& column, const Cell& cell,
         std::string& out) {
  out += text_field(path) + "," + text_field(row) + "," + text_field(column) + "," + std::string{to_string(cell.kind)} +
         "," + (cell.kind == CellKind::number ? cell.value.to_string() : std::string{}) + "," +
         text_field(cell.printed) + "\r\n";
}

void put_table(const Table& table, std::string& out) {
  const auto& definition = table.definition();
  for (std::size_t index = 0; index < table.cell_count(); ++index) {
    const auto at = table.position(index);
    const auto row = definition.shape == TableShape::fixed ? joined(definition.row_path(at.row)) : table.row_id(at.row);
    put(table.path(index), row, joined(definition.column_path(at.column)), table.cell(index), out);
  }
}

void put_narrative(const AnnualReport& report, std::string& out) {
  for (const auto& [slot, cell] : report.narrative) {
    put("narrative." + slot, slot, "", cell, out);
  }
  for (const auto& entry : report.classes) {
    put("narrative.classes." + entry.label + ".count", entry.label, "count", entry.count, out);
    put("narrative.classes." + entry.label + ".percent", entry.label, "percent", entry.percent, out);
  }
  for (const auto& entry : report.channels) {
    put("narrative.channels." + entry.label + ".count", entry.label, "count", entry.count, out);
  }
  for (const auto& entry : report.outcomes) {
    put("narrative.outcomes." + entry.label + ".count", entry.label, "count", entry.count, out);
  }
}

}  // namespace

std::string write_csv(const std::vector<const Table*>& tables, const AnnualReport* report) {
  std::string out{head};
  if (report != nullptr) {
    put_narrative(*report, out);
  }
  for (const Table* table : tables) {
    put_table(*table, out);
  }
  return out;
}

}  // namespace gongkai::detail
