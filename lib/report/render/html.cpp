// SPDX-License-Identifier: Apache-2.0
// A page one would show a mayor: black on white, the fonts of official documents, the same on paper.
#include "detail/html.hpp"
#include "report/render/layout.hpp"

namespace gongkai::detail {
namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light; }
body { margin: 0; background: #f4f4f1; color: #1a1a1a; font: 16px/1.75 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; }
main { max-width: 62rem; margin: 0 auto; padding: 3rem 3.5rem 4rem; background: #fff; }
h1, h2 { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", SimHei, sans-serif; line-height: 1.4; }
h1 { margin: 0 0 2rem; font-size: 1.75rem; text-align: center; }
h2 { margin: 2.5rem 0 1rem; font-size: 1.2rem; }
p { margin: 0 0 0.75rem; text-indent: 2em; }
.wide { overflow-x: auto; }
.wide table { min-width: 46rem; }
table { width: 100%; margin: 0 0 1.5rem; border-collapse: collapse; font-size: 0.875rem; line-height: 1.45; }
caption { padding: 0 0 0.5rem; text-align: left; font-weight: bold; }
th, td { padding: 0.35rem 0.5rem; border: 1px solid #555; text-align: center; vertical-align: middle; font-variant-numeric: tabular-nums; }
th { background: #f0f0ec; font-weight: normal; }
tbody th { text-align: left; }
tbody th[scope^="col"] { text-align: center; }
td.error { background: #fde3e0; } td.warning { background: #fff1cf; } td.note { background: #e6eefb; }
sup a { color: #8f1508; }
.findings { padding-left: 1.5rem; text-indent: 0; }
.findings li { margin-bottom: 0.6rem; }
.findings b { margin-right: 0.4rem; }
.findings .error b { color: #8f1508; } .findings .warning b { color: #6b4a00; } .findings .note b { color: #1f4690; }
.findings small { display: block; color: #4a4a4a; }
@media (max-width: 45rem) { main { padding: 1.5rem 1rem; } }
@media print {
  body { background: #fff; font-size: 11pt; } main { max-width: none; padding: 0; } .wide { overflow: visible; } .wide table { min-width: 0; }
  h2 { break-after: avoid; } tr, li { break-inside: avoid; }
  td.error, td.warning, td.note, th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  @page { size: A4; margin: 20mm 18mm; }
}
)";

void put_span(const char* name, std::size_t span, std::string& out) {
  if (span > 1) {
    out += std::string{" "} + name + "=\"" + std::to_string(span) + "\"";
  }
}

// Headings span columns, labels span rows: a screen reader needs to know for which.
std::string_view scope(const LaidCell& cell) {
  if (cell.role == GridCell::Role::heading) {
    return cell.column_span > 1 ? "colgroup" : "col";
  }
  return cell.row_span > 1 ? "rowgroup" : "row";
}

void put_cell(const LaidCell& cell, const std::vector<Finding>& findings, std::string& out) {
  const bool head = cell.role == GridCell::Role::heading || cell.role == GridCell::Role::label;
  out += head ? "<th scope=\"" + std::string{scope(cell)} + "\"" : "<td";
  put_span("rowspan", cell.row_span, out);
  put_span("colspan", cell.column_span, out);
  if (!cell.findings.empty() && cell.findings.front() <= findings.size()) {
    // The worst comes first: findings are sorted.
    out += " class=\"" + std::string{to_string(findings[cell.findings.front() - 1].severity)} + "\"";
  }
  out += ">" + with_breaks(cell.text);
  for (const auto number : cell.findings) {
    const auto n = std::to_string(number);
    out += "<sup><a href=\"#finding-" + n + "\">[" + n + "]</a></sup>";
  }
  out += head ? "</th>" : "</td>";
}

// The lines before the first label are the head of the table; later headings (第二十条第（五）项) stay in the body.
std::size_t head_lines(const LaidTable& table) {
  std::size_t out = 0;
  for (const auto& row : table.rows) {
    for (const auto& cell : row) {
      if (cell.role == GridCell::Role::label || cell.role == GridCell::Role::value) {
        return out;
      }
    }
    ++out;
  }
  return out;
}

void put_table(const LaidTable& table, const std::vector<Finding>& findings, std::string& out) {
  out += "<table>\n";
  if (!table.caption.empty()) {
    out += "<caption>" + escape(table.caption) + "</caption>\n";
  }
  const std::size_t head = head_lines(table);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (row == 0 && head > 0) {
      out += "<thead>\n";
    }
    if (row == head) {
      out += head > 0 ? "</thead>\n<tbody>\n" : "<tbody>\n";
    }
    out += "<tr>";
    for (const auto& cell : table.rows[row]) {
      put_cell(cell, findings, out);
    }
    out += "</tr>\n";
  }
  out += head == table.rows.size() && head > 0 ? "</thead>\n</table>\n" : "</tbody>\n</table>\n";
}

void put_findings(const Layout& layout, Language language, std::string& out) {
  if (layout.findings.empty()) {
    return;
  }
  out += "<section aria-labelledby=\"findings\">\n<h2 id=\"findings\">" + escape(findings_heading(language)) +
         "</h2>\n<ol class=\"findings\">\n";
  for (std::size_t i = 0; i < layout.findings.size(); ++i) {
    const auto& finding = layout.findings[i];
    out += "<li id=\"finding-" + std::to_string(i + 1) + "\" class=\"" + std::string{to_string(finding.severity)} +
           "\"><b>" + escape(finding.code) + "</b>" +
           escape(language == Language::zh && !finding.message_zh.empty() ? finding.message_zh : finding.message);
    std::string more = finding.citation;
    for (const auto& place : finding.where) {
      if (!place.text.empty()) {
        more += (more.empty() ? "“" : " · “") + place.text + "”";
      }
    }
    if (!more.empty()) {
      out += "<small>" + escape(more) + "</small>";
    }
    out += "</li>\n";
  }
  out += "</ol>\n</section>\n";
}

}  // namespace

std::string write_html_table(const LaidTable& table) {
  std::string out;
  put_table(table, {}, out);
  return out;
}

std::string write_html(const Layout& layout, Language language) {
  std::string title;
  for (const auto& block : layout.blocks) {
    if (block.kind == Block::Kind::title) {
      title = block.text;
    }
  }
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
      escape(title) + "</title>\n<style>" + std::string{style} + "</style>\n</head>\n<body>\n<main>\n";
  for (const auto& block : layout.blocks) {
    switch (block.kind) {
      case Block::Kind::title:
        out += "<h1>" + escape(block.text) + "</h1>\n";
        break;
      case Block::Kind::heading:
        out += "<h2>" + escape(block.text) + "</h2>\n";
        break;
      case Block::Kind::paragraph:
        out += "<p>" + escape(block.text) + "</p>\n";
        break;
      case Block::Kind::table:
        // A wide table scrolls on a small screen; what scrolls must be reachable by keyboard.
        out +=
            "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" + escape(block.table.caption) + "\">\n";
        put_table(block.table, layout.findings, out);
        out += "</div>\n";
        break;
    }
  }
  put_findings(layout, language, out);
  out += "</main>\n</body>\n</html>\n";
  return out;
}

}  // namespace gongkai::detail
