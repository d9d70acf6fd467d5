// SPDX-License-Identifier: Apache-2.0
#include "report/check_reading.hpp"

#include <map>

namespace gongkai::detail {

void check_reading(const AnnualReport& report, const CheckCatalogue& catalogue, std::vector<Finding>& out) {
  const std::string style = report.style.value_or(std::string{});
  const auto add = [&](Finding finding) {
    finding.citation.clear();  // the law says nothing about how a page is read
    out.push_back(std::move(finding));
  };
  for (const auto& place : report.unplaced) {
    auto finding = catalogue.make("unplaced", style, {{"words", place.text}});
    finding.where = {place};
    add(std::move(finding));
  }
  // The cells that one run of digits was cut into are one finding.
  std::map<std::pair<std::size_t, Place>, std::vector<std::string>> cells;
  for (const auto& path : report.inferred) {
    for (std::size_t t = 0; t < report.tables.size(); ++t) {
      const auto& table = report.tables[t];
      for (std::size_t c = 0; c < table.cell_count(); ++c) {
        if (table.path(c) == path) {
          cells[{t, table.cell(c).place}].push_back(path);
        }
      }
    }
  }
  for (auto& [key, paths] : cells) {
    std::string figures;
    for (const auto& path : paths) {
      const auto cell = report.cell(path);
      figures += (figures.empty() ? "" : ", ") + (cell.is_number() ? cell.value.to_string() : std::string{"–"});
    }
    auto finding = catalogue.make("inferred", style, {{"words", key.second.text}, {"figures", figures}});
    finding.cells = std::move(paths);
    finding.where = {key.second};
    add(std::move(finding));
  }
}

}  // namespace gongkai::detail
