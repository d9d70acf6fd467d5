// SPDX-License-Identifier: Apache-2.0
#include <gongkai/rules/form.hpp>

#include <algorithm>
#include <array>
#include <gongkai/error.hpp>

#include "detail/embedded.hpp"
#include "rules/form_data.hpp"

namespace gongkai {
namespace {

struct Builtin {
  std::string_view id;
  std::string_view file;
};
// In the order of their validity.
constexpr std::array<Builtin, 5> builtins{{{"cn-narrative-2008", "cn/forms/cn-narrative-2008.json"},
                                           {"cn-statistics-2014", "cn/forms/cn-statistics-2014.json"},
                                           {"cn-trial-2019", "cn/forms/cn-trial-2019.json"},
                                           {"cn-format-2021", "cn/forms/cn-format-2021.json"},
                                           {"us-foia-annual", "us/forms/us-foia-annual.json"}}};

Form load(const Builtin& builtin) {
  const auto bytes = detail::embedded_file(builtin.file);
  if (!bytes) {
    throw InternalError{"the built-in file " + std::string{builtin.file} + " is missing"};
  }
  return Form::parse(*bytes, std::string{builtin.file});
}

const std::vector<Form>& all_builtins() {
  static const std::vector<Form> forms = [] {
    std::vector<Form> out;
    for (const auto& builtin : builtins) {
      out.push_back(load(builtin));
    }
    return out;
  }();
  return forms;
}

[[noreturn]] void unknown(const std::string& what, std::string_view name, const std::string& known) {
  throw NotFoundError{ErrorCode::unknown_name, std::string{name},
                      "there is no " + what + " \"" + std::string{name} + "\"; known: " + known};
}

}  // namespace

Form Form::builtin(std::string_view id) {
  for (const auto& form : all_builtins()) {
    if (form.id() == id) {
      return form;
    }
  }
  std::string known;
  for (const auto& form : all_builtins()) {
    known += (known.empty() ? "" : ", ") + form.id();
  }
  unknown("built-in form", id, known);
}

std::vector<std::string> Form::builtin_ids() {
  std::vector<std::string> out;
  for (const auto& builtin : builtins) {
    out.emplace_back(builtin.id);
  }
  return out;
}

std::vector<Form> Form::of_year(std::string_view country, int report_year) {
  std::vector<Form> out;
  for (const auto& form : all_builtins()) {
    if (form.country() == country && form.status() != Status::draft && form.first_year() <= report_year &&
        report_year <= form.last_year().value_or(report_year)) {
      out.push_back(form);
    }
  }
  return out;
}

const std::string& Form::id() const noexcept { return data_->id; }
const std::string& Form::country() const noexcept { return data_->country; }
Form::Status Form::status() const noexcept { return data_->status; }
const std::string& Form::name() const noexcept { return data_->name; }
const std::string& Form::name_en() const noexcept { return data_->name_en; }
const Citation& Form::citation() const noexcept { return data_->citation; }
int Form::first_year() const noexcept { return data_->first_year; }
std::optional<int> Form::last_year() const noexcept { return data_->last_year; }
bool Form::in_contract() const noexcept { return data_->in_contract; }
const std::vector<FormChapter>& Form::chapters() const noexcept { return data_->chapters; }
const std::vector<FormTable>& Form::tables() const noexcept { return data_->tables; }
const std::vector<FormCheck>& Form::checks() const noexcept { return data_->checks; }
std::string_view Form::json() const noexcept { return data_->source; }
bool Form::same(const Form& other) const noexcept { return data_->source == other.data_->source; }

const std::vector<std::string>& Form::set(std::string_view name) const {
  const auto found = data_->sets.find(name);
  if (found == data_->sets.end()) {
    std::string known;
    for (const auto& entry : data_->sets) {
      known += (known.empty() ? "" : ", ") + entry.first;
    }
    unknown("set of the form " + id(), name, known);
  }
  return found->second;
}

std::optional<std::size_t> Form::find_table(std::string_view id) const noexcept {
  const auto& all = data_->tables;
  const auto found = std::find_if(all.begin(), all.end(), [&](const FormTable& table) { return table.id == id; });
  return found == all.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - all.begin())};
}

const FormTable& Form::table(std::string_view id) const {
  if (const auto found = find_table(id)) {
    return data_->tables[*found];
  }
  std::string known;
  for (const auto& table : data_->tables) {
    known += (known.empty() ? "" : ", ") + table.id;
  }
  unknown("table of the form " + this->id(), id, known);
}

std::optional<FormPath> Form::cell(std::string_view path) const {
  const auto parts = detail::split_path(data_->tables, path);
  if (!parts) {
    return std::nullopt;
  }
  const auto& table = data_->tables[parts->table];
  const auto column = table.find_column(parts->column);
  if (!column || parts->row.empty()) {
    return std::nullopt;
  }
  const auto& definition = table.columns[*column];
  FormPath out{parts->table, std::string{parts->row}, *column, definition.kind, definition.is_signed, definition.unit};
  if (table.shape == TableShape::fixed) {
    const auto row = table.find_row(parts->row);
    if (!row || !table.find_cell(*row, *column)) {
      return std::nullopt;
    }
    out.kind = table.kind_of(*row, *column);
    if (!table.rows[*row].unit.empty()) {
      out.unit = table.rows[*row].unit;
    }
  }
  return out;
}

std::string Form::path(std::size_t table, std::string_view row, std::size_t column) const {
  const auto& definition = data_->tables.at(table);
  std::string out = definition.id + "." + std::string{row};
  const auto& name = definition.columns.at(column).id;
  return name.empty() ? out : out + "." + name;
}

namespace detail {

std::optional<SplitPath> split_path(const std::vector<FormTable>& tables, std::string_view path) noexcept {
  // The longest id wins: `narrative.classes` before `narrative`.
  std::optional<SplitPath> best;
  std::size_t best_length = 0;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const auto& table = tables[i];
    if (table.id.size() < best_length || path.size() <= table.id.size() + 1 ||
        path.compare(0, table.id.size(), table.id) != 0 || path[table.id.size()] != '.') {
      continue;
    }
    const auto rest = path.substr(table.id.size() + 1);
    if (table.columns.size() == 1 && table.columns.front().id.empty()) {
      best = SplitPath{i, rest, {}};
    } else {
      // A label may hold dots; a column id does not.
      const auto dot = rest.rfind('.');
      if (dot == std::string_view::npos) {
        continue;
      }
      best = SplitPath{i, rest.substr(0, dot), rest.substr(dot + 1)};
    }
    best_length = table.id.size();
  }
  return best;
}

}  // namespace detail

std::string_view to_string(ValueKind kind) noexcept {
  constexpr std::array<std::string_view, 6> words{"count", "decimal", "percent", "text", "date", "duration"};
  return words[static_cast<std::size_t>(kind)];
}
std::string_view to_string(MergeRule rule) noexcept {
  constexpr std::array<std::string_view, 6> words{"none", "sum", "minimum", "maximum", "distribution", "top"};
  return words[static_cast<std::size_t>(rule)];
}
std::string_view to_string(TableShape shape) noexcept {
  constexpr std::array<std::string_view, 3> words{"fixed", "open", "ranked"};
  return words[static_cast<std::size_t>(shape)];
}
std::string_view to_string(TableLayout layout) noexcept {
  constexpr std::array<std::string_view, 3> words{"grid", "one_row", "list"};
  return words[static_cast<std::size_t>(layout)];
}
std::string_view to_string(Form::Status status) noexcept {
  constexpr std::array<std::string_view, 3> words{"in_force", "lapsed", "draft"};
  return words[static_cast<std::size_t>(status)];
}

}  // namespace gongkai
