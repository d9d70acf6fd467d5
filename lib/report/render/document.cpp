// SPDX-License-Identifier: Apache-2.0
// Reports as documents for the writers of Word and Excel files, and documents for notebooks.
#include <algorithm>

#include "detail/html.hpp"
#include "report/render/layout.hpp"

namespace gongkai {
namespace {

constexpr std::int32_t title_level = 1;
constexpr std::int32_t chapter_level = 2;
constexpr std::int32_t lowest_html_level = 6;

void add_table(const detail::LaidTable& table, DocumentBuilder& builder) {
  builder.begin_table();
  for (const auto& row : table.rows) {
    builder.begin_row();
    for (const auto& cell : row) {
      builder.add_cell(cell.text,
                       {static_cast<std::int32_t>(cell.row_span), static_cast<std::int32_t>(cell.column_span)});
    }
  }
  builder.end_table();
}

// What we wrote ourselves has no bounds that strangers' files have.
DocumentBuilder unbounded() {
  ReadLimits limits;
  limits.max_bytes = static_cast<std::size_t>(-1);
  limits.max_cells = static_cast<std::size_t>(-1);
  return DocumentBuilder{limits, "report"};
}

std::string attribute(const char* name, std::int32_t span) {
  return span > 1 ? std::string{" "} + name + "=\"" + std::to_string(span) + "\"" : std::string{};
}

}  // namespace

Document to_document(const AnnualReport& report) {
  auto builder = unbounded();
  for (const auto& block : detail::lay_out(report, {}).blocks) {
    switch (block.kind) {
      case detail::Block::Kind::title:
        builder.add_heading(block.text, title_level);
        break;
      case detail::Block::Kind::heading:
        builder.add_heading(block.text, chapter_level);
        break;
      case detail::Block::Kind::paragraph:
        builder.add_paragraph(block.text);
        break;
      case detail::Block::Kind::table:
        add_table(block.table, builder);
        break;
    }
  }
  return std::move(builder).build();
}

Document to_document(const Table& table) {
  auto builder = unbounded();
  add_table(detail::lay_out(table, {}), builder);
  return std::move(builder).build();
}

std::string to_html(const DocumentTable& table) {
  std::string out = "<table>\n";
  std::int32_t row = 0;
  for (const auto& cell : table.cells()) {
    // A row that spans from above cover wholly has no cells, but is there.
    for (; row < cell.row; ++row) {
      out += row == 0 ? "<tr>" : "</tr>\n<tr>";
    }
    out += "<td" + attribute("rowspan", cell.span.rows) + attribute("colspan", cell.span.columns) + ">" +
           detail::with_breaks(cell.text) + "</td>";
  }
  for (; row < table.rows(); ++row) {
    out += row == 0 ? "<tr>" : "</tr>\n<tr>";
  }
  return out + "</tr>\n</table>\n";
}

std::string to_html(const Document& document) {
  std::string out;
  for (const auto& block : document.blocks()) {
    if (block.kind == BlockKind::table) {
      out += to_html(document.tables()[block.table]);
      continue;
    }
    const std::string name = block.kind == BlockKind::heading
                                 ? "h" + std::to_string(std::clamp(block.level, title_level, lowest_html_level))
                                 : "p";
    out += "<" + name + ">" + detail::escape(document.text_of(block)) + "</" + name + ">\n";
  }
  return out;
}

}  // namespace gongkai
