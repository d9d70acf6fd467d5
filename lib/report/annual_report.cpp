// SPDX-License-Identifier: Apache-2.0
#include <gongkai/report/annual_report.hpp>

#include <algorithm>

namespace gongkai {
namespace {

constexpr std::string_view narrative_prefix = "narrative.";
constexpr std::string_view classes_prefix = "narrative.classes.";

bool begins_with(std::string_view text, std::string_view prefix) noexcept {
  return text.compare(0, prefix.size(), prefix) == 0;
}

}  // namespace

const Cell& AnnualReport::figure(std::string_view slot) const noexcept {
  static const Cell absent{};
  for (const auto& [name, cell] : narrative) {
    if (name == slot) {
      return cell;
    }
  }
  return absent;
}

const Table* AnnualReport::table(std::string_view id) const noexcept {
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const Table& table) { return table.id() == id; });
  return found == tables.end() ? nullptr : &*found;
}

Table* AnnualReport::table(std::string_view id) noexcept {
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const Table& table) { return table.id() == id; });
  return found == tables.end() ? nullptr : &*found;
}

Cell AnnualReport::cell(std::string_view path) const {
  if (begins_with(path, classes_prefix)) {
    const auto rest = path.substr(classes_prefix.size());
    const auto dot = rest.rfind('.');
    for (const auto& figure : classes) {
      if (dot != std::string_view::npos && figure.label == rest.substr(0, dot)) {
        const auto part = rest.substr(dot + 1);
        return part == "count" ? figure.count : part == "percent" ? figure.percent : Cell{};
      }
    }
    return {};
  }
  if (begins_with(path, narrative_prefix)) {
    return figure(path.substr(narrative_prefix.size()));
  }
  for (const auto& table : tables) {
    const auto at = table.form().cell(path);
    if (at && at->table == table.table_index()) {
      const auto row = table.find_row(at->row);
      const auto index = row ? table.cell_index(*row, at->column) : std::nullopt;
      return index ? table.cell(*index) : Cell{};
    }
  }
  return {};
}

}  // namespace gongkai
