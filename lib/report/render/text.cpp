// SPDX-License-Identifier: Apache-2.0
// Text and Markdown: tables with bars between columns.
#include <algorithm>

#include "report/render/layout.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

using Matrix = std::vector<std::vector<std::string>>;

// Columns on a terminal: Chinese characters and full-width forms take two.
std::size_t width(std::string_view text) {
  std::size_t out = 0;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = next_code_point(text, position);
    const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                      (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                      (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
    out += wide ? 2 : 1;
  }
  return out;
}

// A bar or a line break inside a cell would be read as structure.
std::string one_line(std::string_view text, bool markdown) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      continue;
    }
    if (c == '|') {
      out += markdown ? "\\|" : "/";
    } else if (markdown && (c == '<' || c == '>' || c == '&')) {
      out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;";
    } else if (markdown && (c == '*' || c == '_' || c == '`' || c == '[' || c == ']' || c == '\\')) {
      out += '\\';
      out += c;
    } else {
      out += c;
    }
  }
  return out;
}

std::string with_marks(const LaidCell& cell) {
  std::string out = cell.text;
  for (const auto number : cell.findings) {
    out += "〔" + std::to_string(number) + "〕";
  }
  return out;
}

// Every cell at its place; what a span covers stays empty.
Matrix matrix(const LaidTable& table, bool markdown) {
  Matrix out(table.rows.size());
  std::vector<std::size_t> covered;  // rows still covered, by column
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    std::size_t column = 0;
    const auto skip_covered = [&] {
      while (column < covered.size() && covered[column] > 0) {
        --covered[column];
        out[row].emplace_back();
        ++column;
      }
    };
    for (const auto& cell : table.rows[row]) {
      skip_covered();
      for (std::size_t i = 0; i < cell.column_span; ++i, ++column) {
        out[row].push_back(i == 0 ? one_line(with_marks(cell), markdown) : std::string{});
        covered.resize(std::max(covered.size(), column + 1), 0);
        covered[column] = cell.row_span - 1;
      }
    }
    skip_covered();
  }
  std::size_t columns = 0;
  for (const auto& row : out) {
    columns = std::max(columns, row.size());
  }
  for (auto& row : out) {
    row.resize(columns);
  }
  return out;
}

std::vector<std::size_t> widths(const Matrix& cells) {
  std::vector<std::size_t> out(cells.empty() ? 0 : cells.front().size(), 3);
  for (const auto& row : cells) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      out[column] = std::max(out[column], width(row[column]));
    }
  }
  return out;
}

void put_row(const std::vector<std::string>& row, const std::vector<std::size_t>& to, std::string& out) {
  for (std::size_t column = 0; column < row.size(); ++column) {
    out += "| " + row[column] + std::string(to[column] - width(row[column]) + 1, ' ');
  }
  out += "|\n";
}

void put_rule(const std::vector<std::size_t>& to, std::string& out) {
  for (const auto size : to) {
    out += "| " + std::string(size, '-') + ' ';
  }
  out += "|\n";
}

void put_table(const LaidTable& table, bool markdown, std::string& out) {
  const auto cells = matrix(table, markdown);
  const auto to = widths(cells);
  for (std::size_t row = 0; row < cells.size(); ++row) {
    put_row(cells[row], to, out);
    if (markdown && row == 0) {
      put_rule(to, out);
    }
  }
}

void put_findings(const Layout& layout, Language language, bool markdown, std::string& out) {
  if (layout.findings.empty()) {
    return;
  }
  out += (markdown ? "## " : "") + findings_heading(language) + "\n\n";
  for (std::size_t i = 0; i < layout.findings.size(); ++i) {
    const auto line = finding_line(layout.findings[i], i + 1, language);
    out += (markdown ? "- " + one_line(line, true) : line) + "\n";
  }
}

std::string write(const Layout& layout, Language language, bool markdown) {
  std::string out;
  for (const auto& block : layout.blocks) {
    switch (block.kind) {
      case Block::Kind::title:
        out += (markdown ? "# " : "") + one_line(block.text, markdown);
        break;
      case Block::Kind::heading:
        out += (markdown ? "## " : "") + one_line(block.text, markdown);
        break;
      case Block::Kind::paragraph:
        out += one_line(block.text, markdown);
        break;
      case Block::Kind::table:
        put_table(block.table, markdown, out);
        break;
    }
    out += block.kind == Block::Kind::table ? "\n" : "\n\n";
  }
  put_findings(layout, language, markdown, out);
  return out;
}

}  // namespace

std::string write_text(const Layout& layout, Language language) { return write(layout, language, false); }
std::string write_markdown(const Layout& layout, Language language) { return write(layout, language, true); }

}  // namespace gongkai::detail
