// SPDX-License-Identifier: Apache-2.0
// Reads one table of a form, and finds its parts.
#include <algorithm>
#include <functional>
#include <set>

#include "rules/form_data.hpp"

namespace gongkai {
namespace {

using detail::JsonCursor;
using detail::refuse_form;

std::string text_or_empty(const JsonCursor& at, std::string_view key) {
  const auto found = at.find(key);
  return found ? found->string() : std::string{};
}

std::vector<std::string> strings_or_none(const JsonCursor& at, std::string_view key) {
  const auto found = at.find(key);
  return found ? found->strings() : std::vector<std::string>{};
}

template <typename Part>
std::optional<std::size_t> find_id(const std::vector<Part>& parts, std::string_view id) noexcept {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.id == id; });
  return found == parts.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - parts.begin())};
}

template <typename Part>
void add(std::vector<Part>& parts, Part part, const JsonCursor& at, const char* what) {
  if (find_id(parts, part.id)) {
    refuse_form(at.at("id"), "the " + std::string{what} + " \"" + part.id + "\" stands twice");
  }
  parts.push_back(std::move(part));
}

std::optional<std::size_t> group_named(const JsonCursor& at, std::string_view key,
                                       const std::vector<FormGroup>& groups) {
  const auto name = at.find(key);
  if (!name) {
    return std::nullopt;
  }
  const auto found = find_id(groups, name->string());
  if (!found) {
    refuse_form(*name, "no group \"" + name->string() + "\" stands before");
  }
  return found;
}

std::vector<FormGroup> groups(const JsonCursor& at, std::string_view key) {
  std::vector<FormGroup> out;
  if (const auto list = at.find(key)) {
    for (const auto& element : list->elements()) {
      element.object({"id", "label"}, {"label_en", "variants", "in"});
      FormGroup group;
      group.id = element.at("id").string();
      group.label = element.at("label").string();
      group.label_en = text_or_empty(element, "label_en");
      group.variants = strings_or_none(element, "variants");
      group.parent = group_named(element, "in", out);
      add(out, std::move(group), element, "group");
    }
  }
  return out;
}

ValueKind value_kind(const JsonCursor& at) {
  return detail::read_token<ValueKind>(at, {{"count", ValueKind::count},
                                            {"decimal", ValueKind::decimal},
                                            {"percent", ValueKind::percent},
                                            {"text", ValueKind::text},
                                            {"date", ValueKind::date},
                                            {"duration", ValueKind::duration}});
}

FormColumn column(const JsonCursor& at, const std::vector<FormGroup>& groups) {
  at.object({"id", "label", "kind", "merge"}, {"label_en", "variants", "in", "signed", "unit", "histogram"});
  FormColumn out;
  out.id = at.at("id").string();
  if (out.id.find_first_of(".*@") != std::string::npos) {
    refuse_form(at.at("id"), "a column id holds no dot, * or @");
  }
  out.label = at.at("label").string();
  out.label_en = text_or_empty(at, "label_en");
  out.variants = strings_or_none(at, "variants");
  out.group = group_named(at, "in", groups);
  out.kind = value_kind(at.at("kind"));
  out.merge = detail::read_token<MergeRule>(at.at("merge"), {{"none", MergeRule::none},
                                                             {"sum", MergeRule::sum},
                                                             {"minimum", MergeRule::minimum},
                                                             {"maximum", MergeRule::maximum},
                                                             {"distribution", MergeRule::distribution},
                                                             {"top", MergeRule::top}});
  if (const auto is_signed = at.find("signed")) {
    out.is_signed = is_signed->boolean();
  }
  out.unit = text_or_empty(at, "unit");
  out.histogram = text_or_empty(at, "histogram");
  if ((out.merge == MergeRule::distribution) != !out.histogram.empty()) {
    refuse_form(at, "\"histogram\" goes with merge \"distribution\" and with nothing else");
  }
  return out;
}

std::vector<std::size_t> members(const JsonCursor& at,
                                 const std::function<std::optional<std::size_t>(std::string_view)>& find) {
  std::vector<std::size_t> out;
  for (const auto& element : at.elements()) {
    const auto found = find(element.string());
    if (!found) {
      refuse_form(element, "the table has no \"" + element.string() + "\"");
    }
    if (std::find(out.begin(), out.end(), *found) != out.end()) {
      refuse_form(element, "\"" + element.string() + "\" stands twice");
    }
    out.push_back(*found);
  }
  return out;
}

void read_blocks(const JsonCursor& at, FormTable& table) {
  const auto blocks = at.find("blocks");
  if (!blocks) {
    FormBlock all;
    all.head = text_or_empty(at, "head");
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      all.rows.push_back(i);
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      all.columns.push_back(i);
    }
    table.blocks.push_back(std::move(all));
    return;
  }
  std::set<std::size_t> placed;
  for (const auto& element : blocks->elements()) {
    element.object({"id", "heading", "rows", "columns"}, {"head"});
    FormBlock block;
    block.id = element.at("id").string();
    block.heading = element.at("heading").string();
    block.head = text_or_empty(element, "head");
    block.rows = members(element.at("rows"), [&](std::string_view id) { return table.find_row(id); });
    block.columns = members(element.at("columns"), [&](std::string_view id) { return table.find_column(id); });
    for (const auto row : block.rows) {
      if (!placed.insert(row).second) {
        refuse_form(element.at("rows"), "the row \"" + table.rows[row].id + "\" stands in two blocks");
      }
    }
    add(table.blocks, std::move(block), element, "block");
  }
  if (placed.size() != table.rows.size()) {
    refuse_form(*blocks, "not every row stands in a block");
  }
}

void read_rows(const JsonCursor& at, FormTable& table) {
  for (const auto& element : at.elements()) {
    element.object({"id", "label"}, {"label_en", "variants", "in", "unit", "indent", "kind"});
    FormRow row;
    row.id = element.at("id").string();
    row.label = element.at("label").string();
    row.label_en = text_or_empty(element, "label_en");
    row.variants = strings_or_none(element, "variants");
    row.group = group_named(element, "in", table.row_groups);
    row.unit = text_or_empty(element, "unit");
    if (const auto kind = element.find("kind")) {
      row.kind = value_kind(*kind);
    }
    if (const auto indent = element.find("indent")) {
      row.indent = static_cast<int>(indent->integer(0, 9));
    }
    add(table.rows, std::move(row), element, "row");
  }
}

void read_shape(const JsonCursor& at, FormTable& table) {
  table.shape = detail::read_token<TableShape>(
      at.at("shape"), {{"fixed", TableShape::fixed}, {"open", TableShape::open}, {"ranked", TableShape::ranked}});
  table.layout = detail::read_token<TableLayout>(
      at.at("layout"), {{"grid", TableLayout::grid}, {"one_row", TableLayout::one_row}, {"list", TableLayout::list}});
  if (const auto units = at.find("units")) {
    units->object({"total", "total_label"});
    table.units = FormUnits{units->at("total").string(), units->at("total_label").string()};
  }
  if (const auto limit = at.find("limit")) {
    table.limit = static_cast<std::size_t>(limit->integer(1, 1000));
  }
  const bool fixed = table.shape == TableShape::fixed;
  if (fixed != at.find("rows").has_value()) {
    refuse_form(at, "\"rows\" belongs to fixed tables, and to these it must");
  }
  if ((table.shape == TableShape::ranked) != (table.limit > 0)) {
    refuse_form(at, "\"limit\" belongs to ranked tables, and to these it must");
  }
}

std::vector<std::string> path_of(const std::vector<FormGroup>& groups, std::optional<std::size_t> group,
                                 const std::string& own) {
  std::vector<std::string> out{own};
  for (; group; group = groups[*group].parent) {
    out.insert(out.begin(), groups[*group].label);
  }
  return out;
}

}  // namespace

namespace detail {

FormTable read_form_table(const JsonCursor& at) {
  at.object({"id", "label", "shape", "layout", "columns"},
            {"label_en", "units", "limit", "head", "row_groups", "column_groups", "rows", "blocks"});
  FormTable table;
  table.id = at.at("id").string();
  if (table.id.empty()) {
    refuse_form(at.at("id"), "a table has an id");
  }
  table.label = at.at("label").string();
  table.label_en = text_or_empty(at, "label_en");
  read_shape(at, table);
  table.row_groups = groups(at, "row_groups");
  table.column_groups = groups(at, "column_groups");
  for (const auto& element : at.at("columns").elements()) {
    add(table.columns, column(element, table.column_groups), element, "column");
  }
  if (table.columns.empty() || (table.columns.size() > 1 && table.find_column(""))) {
    refuse_form(at.at("columns"), "a table has columns; only a single one may be without a name");
  }
  if (const auto rows = at.find("rows")) {
    read_rows(*rows, table);
  }
  read_blocks(at, table);
  std::set<std::pair<std::size_t, std::size_t>> cells;
  for (const auto& block : table.blocks) {
    for (const auto row : block.rows) {
      for (const auto column : block.columns) {
        cells.emplace(row, column);
      }
    }
  }
  for (const auto& [row, column] : cells) {
    table.cells.push_back({row, column});
  }
  return table;
}

}  // namespace detail

std::optional<std::size_t> FormTable::find_row(std::string_view row) const noexcept { return find_id(rows, row); }
std::optional<std::size_t> FormTable::find_column(std::string_view column) const noexcept {
  return find_id(columns, column);
}

std::optional<std::size_t> FormTable::find_cell(std::size_t row, std::size_t column) const noexcept {
  const auto before = [](const FormCell& a, const FormCell& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
  };
  const FormCell wanted{row, column};
  const auto found = std::lower_bound(cells.begin(), cells.end(), wanted, before);
  return found == cells.end() || before(wanted, *found)
             ? std::nullopt
             : std::optional{static_cast<std::size_t>(found - cells.begin())};
}

ValueKind FormTable::kind_of(std::size_t row, std::size_t column) const noexcept {
  return row < rows.size() && rows[row].kind ? *rows[row].kind : columns[column].kind;
}

std::vector<std::string> FormTable::row_path(std::size_t row) const {
  return path_of(row_groups, rows.at(row).group, rows.at(row).label);
}
std::vector<std::string> FormTable::column_path(std::size_t column) const {
  return path_of(column_groups, columns.at(column).group, columns.at(column).label);
}

}  // namespace gongkai
