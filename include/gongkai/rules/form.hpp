// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// A report form (年度报告格式) as data: its chapters, its tables with their official labels and spans, what each cell
/// holds, and the checks (勾稽关系) between the cells. Filling, checking, reading, merging, comparing and rendering are
/// functions over a form; none of them knows a particular one.
///
///     const auto form = Form::builtin("cn-format-2021");          // 国办公开办函〔2021〕30号
///     form.table("requests").rows.size() == 25
///     form.cell("requests.granted.natural_person")->kind == ValueKind::count
///
/// One grammar of paths everywhere: `table.row.column`; a table with a single unnamed column has `table.row`. A table's
/// id may hold a dot (`narrative.classes`), and so may the label of an open row.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/citation.hpp>
#include <gongkai/export.hpp>
#include <gongkai/rules/form_check.hpp>

namespace gongkai {

/// What a cell holds. Each may carry a mark (`/`, `—`) instead.
enum class ValueKind : std::uint8_t { count, decimal, percent, text, date, duration };

/// How the cells of many reports become one.
enum class MergeRule : std::uint8_t {
  none,          ///< not at all: an average, a text
  sum,           ///< counts and amounts
  minimum,       ///< the lowest response time
  maximum,       ///< the highest
  distribution,  ///< a median: only from the distribution that the form names
  top            ///< the first `FormTable::limit` of a ranked table
};

enum class TableShape : std::uint8_t {
  fixed,  ///< the rows of the form
  open,   ///< rows that each report names itself: classes, components of an agency
  ranked  ///< 1, 2, 3 …, at most `FormTable::limit`: the ten oldest
};

/// How a table stands on paper.
enum class TableLayout : std::uint8_t {
  grid,     ///< labels at the left and above, groups with spans
  one_row,  ///< a single row of figures: the rows stand side by side, each with all columns
  list      ///< one figure a line, labels indented
};

/// A label that spans several rows or columns.
struct FormGroup {
  std::string id;
  std::string label;     ///< as the form prints it
  std::string label_en;  ///< empty where the form is in English
  std::vector<std::string> variants;
  std::optional<std::size_t> parent;  ///< index of the enclosing group
};

struct FormRow {
  std::string id;
  std::string label;
  std::string label_en;
  std::vector<std::string> variants;  ///< how published reports print it otherwise
  std::optional<std::size_t> group;
  std::string unit;               ///< 件, 条; empty where the column says it or nothing does
  int indent = 0;                 ///< of `TableLayout::list`
  std::optional<ValueKind> kind;  ///< where it differs from the column's
};

struct FormColumn {
  std::string id;  ///< empty: the only column, not part of the path
  std::string label;
  std::string label_en;
  std::vector<std::string> variants;
  std::optional<std::size_t> group;
  ValueKind kind{};
  bool is_signed = false;  ///< 本年增/减: may be negative
  std::string unit;
  MergeRule merge{};
  std::string histogram;  ///< of MergeRule::distribution: the table that holds the distribution
};

/// A part of a table under a heading of its own, with its own column heads (第二十条第（一）项).
struct FormBlock {
  std::string id;
  std::string heading;  ///< empty: no line of its own
  std::string head;     ///< over the row labels: 信息内容; with line breaks as the form has them
  std::vector<std::size_t> rows;
  std::vector<std::size_t> columns;
};

/// A cell that exists: not every column goes through every row.
struct FormCell {
  std::size_t row = 0;
  std::size_t column = 0;
};

/// The first dimension of a table whose rows are the parts of one body (agency components).
struct FormUnits {
  std::string total;  ///< row id of the whole: `overall`
  std::string total_label;
};

/// One rectangle of a table on paper. Rectangles that a span covers are left out, as in HTML.
struct GridCell {
  enum class Role : std::uint8_t { heading, label, value, empty };
  Role role{};
  std::string text;  ///< of headings and labels
  std::size_t row_span = 1;
  std::size_t column_span = 1;
  std::optional<std::size_t> cell;  ///< of values: index in FormTable::cells
};
using GridRow = std::vector<GridCell>;

/// One table of a form.
struct GONGKAI_EXPORT FormTable {
  std::string id;
  std::string label;
  std::string label_en;
  TableShape shape{};
  TableLayout layout{};
  std::optional<FormUnits> units;
  std::size_t limit = 0;  ///< of ranked tables
  std::vector<FormGroup> row_groups;
  std::vector<FormGroup> column_groups;
  std::vector<FormRow> rows;  ///< empty for open and ranked tables
  std::vector<FormColumn> columns;
  std::vector<FormBlock> blocks;
  std::vector<FormCell> cells;  ///< of fixed tables, row by row

  [[nodiscard]] std::optional<std::size_t> find_row(std::string_view row) const noexcept;
  [[nodiscard]] std::optional<std::size_t> find_column(std::string_view column) const noexcept;
  /// Of a fixed table; `nullopt` where the form has no such cell.
  [[nodiscard]] std::optional<std::size_t> find_cell(std::size_t row, std::size_t column) const noexcept;
  /// What the cell holds; `row` counts in fixed tables only.
  [[nodiscard]] ValueKind kind_of(std::size_t row, std::size_t column) const noexcept;
  /// The labels that enclose a row, outermost first, its own last.
  [[nodiscard]] std::vector<std::string> row_path(std::size_t row) const;
  [[nodiscard]] std::vector<std::string> column_path(std::size_t column) const;
  /// The table as it stands on paper, headings and spans included; of open and ranked tables the headings only.
  [[nodiscard]] std::vector<GridRow> grid() const;
};

/// A chapter of the report, in the order of the form.
struct FormChapter {
  std::string id;
  std::string heading;
  std::vector<std::string> variants;
  std::vector<std::string> words;  ///< one of them in a published heading: it is this chapter's
  std::string table;               ///< id of the table that it consists of; empty: text
};

/// What a path leads to.
struct FormPath {
  std::size_t table = 0;
  std::string row;  ///< id, or the label of an open row
  std::size_t column = 0;
  ValueKind kind{};
  bool is_signed = false;
  std::string unit;
};

/// An immutable form; a cheap handle, safe to share between threads. Equal means the same data.
class GONGKAI_EXPORT Form {
 public:
  enum class Status : std::uint8_t { in_force, lapsed, draft };
  struct Data;

  /// By id: `cn-narrative-2008`, `cn-statistics-2014` (a draft), `cn-trial-2019`, `cn-format-2021`, `us-foia-annual`.
  /// `NotFoundError` 402.
  [[nodiscard]] static Form builtin(std::string_view id);
  [[nodiscard]] static std::vector<std::string> builtin_ids();
  /// The built-in forms of a country for reports of a year, in the order of their validity; drafts left out.
  [[nodiscard]] static std::vector<Form> of_year(std::string_view country, int report_year);
  /// Strict: `RulebookError` 311 with file and JSON pointer.
  [[nodiscard]] static Form parse(std::string_view json, const std::string& file);

  [[nodiscard]] const std::string& id() const noexcept;
  [[nodiscard]] const std::string& country() const noexcept;
  [[nodiscard]] Status status() const noexcept;
  [[nodiscard]] const std::string& name() const noexcept;
  [[nodiscard]] const std::string& name_en() const noexcept;
  [[nodiscard]] const Citation& citation() const noexcept;
  /// The report years that the form is for.
  [[nodiscard]] int first_year() const noexcept;
  [[nodiscard]] std::optional<int> last_year() const noexcept;
  /// Whether its tables are the ones that schema 1 of the report JSON names (`tables`), not `form_tables`.
  [[nodiscard]] bool in_contract() const noexcept;

  [[nodiscard]] const std::vector<FormChapter>& chapters() const noexcept;
  [[nodiscard]] const std::vector<FormTable>& tables() const noexcept;
  [[nodiscard]] const std::vector<FormCheck>& checks() const noexcept;
  /// Row or column ids of a set of the form (`outcomes`); `NotFoundError` 402.
  [[nodiscard]] const std::vector<std::string>& set(std::string_view name) const;

  /// `NotFoundError` 402.
  [[nodiscard]] const FormTable& table(std::string_view id) const;
  [[nodiscard]] std::optional<std::size_t> find_table(std::string_view id) const noexcept;
  /// `nullopt` for a path that the form does not have. A row of an open table is whatever stands between.
  [[nodiscard]] std::optional<FormPath> cell(std::string_view path) const;
  /// `table.row.column`, or `table.row` for the unnamed column.
  [[nodiscard]] std::string path(std::size_t table, std::string_view row, std::size_t column) const;

  /// The JSON that it was read from: `parse(form.json(), …) == form`.
  [[nodiscard]] std::string_view json() const noexcept;
  [[nodiscard]] const Data& data() const noexcept { return *data_; }
  friend bool operator==(const Form& a, const Form& b) noexcept { return a.data_ == b.data_ || a.same(b); }
  friend bool operator!=(const Form& a, const Form& b) noexcept { return !(a == b); }

 private:
  explicit Form(std::shared_ptr<const Data> data) noexcept : data_{std::move(data)} {}
  [[nodiscard]] bool same(const Form& other) const noexcept;

  std::shared_ptr<const Data> data_;
};

/// `count`, `decimal`, …
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(ValueKind kind) noexcept;
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(MergeRule rule) noexcept;
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(TableShape shape) noexcept;
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(TableLayout layout) noexcept;
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(Form::Status status) noexcept;

}  // namespace gongkai
