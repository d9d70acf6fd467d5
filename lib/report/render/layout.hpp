// SPDX-License-Identifier: Apache-2.0
#pragma once
// A report as a row of blocks, before it becomes text, Markdown or HTML.

#include <gongkai/report/render.hpp>
#include <string>
#include <vector>

namespace gongkai::detail {

/// One rectangle of a table. What a span covers is left out, as in HTML.
struct LaidCell {
  GridCell::Role role{};
  std::string text;
  std::size_t row_span = 1;
  std::size_t column_span = 1;
  std::string path;                   ///< of values
  std::vector<std::size_t> findings;  ///< numbers, from 1, of the findings about this cell
};

struct LaidTable {
  std::string caption;
  std::vector<std::vector<LaidCell>> rows;
};

struct Block {
  enum class Kind { title, heading, paragraph, table } kind = Kind::paragraph;
  std::string text;
  LaidTable table;
};

struct Layout {
  std::vector<Block> blocks;
  std::vector<Finding> findings;
};

[[nodiscard]] LaidTable lay_out(const Table& table, const std::vector<Finding>& findings);
[[nodiscard]] Layout lay_out(const AnnualReport& report, const RenderOptions& options);

/// What is printed for a cell: the printed text where there is one, else the number; nothing for absent and blank.
[[nodiscard]] std::string cell_text(const Cell& cell);

/// The figures of a narrative report as sentences that `read` understands, by chapter id of the form.
struct Sentences {
  std::string chapter;
  std::string text;
};
[[nodiscard]] std::vector<Sentences> tell(const AnnualReport& report);

/// One line for a finding: `[1] 错误 X.PARTS …`
[[nodiscard]] std::string finding_line(const Finding& finding, std::size_t number, Language language);
[[nodiscard]] std::string findings_heading(Language language);

[[nodiscard]] std::string write_text(const Layout& layout, Language language);
[[nodiscard]] std::string write_markdown(const Layout& layout, Language language);
[[nodiscard]] std::string write_html(const Layout& layout, Language language);
[[nodiscard]] std::string write_html_table(const LaidTable& table);
[[nodiscard]] std::string write_csv(const std::vector<const Table*>& tables, const AnnualReport* report);

}  // namespace gongkai::detail
