// SPDX-License-Identifier: Apache-2.0
#pragma once
// The tables of a truth file as a report.

#include <gongkai/report/annual_report.hpp>

#include <map>
#include <string>

#include "detail/json_reader.hpp"
#include "report/json_number.hpp"

namespace gongkai::testing {

inline Cell truth_cell(const detail::JsonCursor& at) {
  Cell out;
  if (at.is_null()) {
    out.kind = CellKind::blank;
  } else if (at.is_string()) {
    const auto number = detail::first_number(at.string());
    out.kind = number ? CellKind::number : CellKind::mark;
    out.value = number.value_or(Decimal{});
    out.printed = at.string();
  } else {
    out.kind = CellKind::number;
    out.value = *detail::decimal_of(at.json());
  }
  return out;
}

/// Row id of an official label, group labels included: "（三）不予公开 / 1.属于国家秘密".
inline std::string row_of_label(const FormTable& table, const std::string& label) {
  const auto slash = label.rfind(" / ");
  const std::string own = slash == std::string::npos ? label : label.substr(slash + 3);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const auto path = table.row_path(row);
    const bool same = path.back() == own || path.back().compare(0, own.size() + 3, own + "（") == 0;
    if (same && (slash == std::string::npos ? path.size() < 3 : path.at(path.size() - 2) == label.substr(0, slash))) {
      return table.rows[row].id;
    }
  }
  return {};
}

/// Throws where the truth names something that the form does not have.
inline AnnualReport report_of_truth(const detail::JsonCursor& truth) {
  static const std::map<std::string, std::string> names{{"made", "issued"},
                                                        {"valid", "in_force"},
                                                        {"processed", "decisions"},
                                                        {"last_year_items", "items_last_year"},
                                                        {"change", "items_change"},
                                                        {"social_welfare_org", "public_welfare_org"},
                                                        {"maintained", "upheld"},
                                                        {"review", "reconsideration"},
                                                        {"litigation_post_review", "litigation_after_reconsideration"}};
  const auto translated = [](const std::string& name) {
    const auto found = names.find(name);
    return found == names.end() ? name : found->second;
  };
  AnnualReport out;
  out.organisation = truth.at("organisation").string();
  if (!truth.at("year").is_null()) {
    out.year = static_cast<int>(truth.at("year").integer(1990, 2199));
  }
  out.style = "cn-" + truth.at("style").string();
  out.complete = truth.at("complete").boolean();
  const auto figures = truth.at("figures");
  for (const auto& [key, id] :
       {std::pair<const char*, const char*>{"table2", "proactive"}, {"table3", "requests"}, {"table4", "remedies"}}) {
    const auto section = figures.find(key);
    if (!section) {
      continue;
    }
    Table table{Form::builtin(*out.style), id};
    for (const auto& [label, values] : section->members()) {
      const std::string row =
          std::string{id} == "remedies" ? translated(label) : row_of_label(table.definition(), label);
      for (const auto& [column, value] : values.members()) {
        table.set(row, translated(column), truth_cell(value));
      }
    }
    out.tables.push_back(std::move(table));
  }
  return out;
}

}  // namespace gongkai::testing
