// SPDX-License-Identifier: Apache-2.0
// Text as it was found: rows of cells between bars become tables, every other line is a paragraph.
#include <algorithm>
#include <gongkai/report/document.hpp>
#include <gongkai/text/normalise.hpp>

#include "report/document_access.hpp"
#include "text/utf32.hpp"

namespace gongkai {
namespace {

// The bar of ASCII and its full-width twin.
constexpr std::string_view bars[] = {"|", "\xEF\xBD\x9C"};

struct Bar {
  std::size_t begin;
  std::size_t length;
};

std::vector<Bar> bars_in(std::string_view line) {
  std::vector<Bar> out;
  for (const auto bar : bars) {
    for (std::size_t at = line.find(bar); at != std::string_view::npos; at = line.find(bar, at + bar.size())) {
      out.push_back({at, bar.size()});
    }
  }
  std::sort(out.begin(), out.end(), [](const Bar& a, const Bar& b) { return a.begin < b.begin; });
  return out;
}

// Tabs behind the first thing of a line, at least two of them, or one inside a table or before an empty last cell: the
// cells of a row. Then those before it are empty cells too, and no indentation.
std::vector<Bar> tabs_in(std::string_view line, bool in_table) {
  std::vector<Bar> out;
  const std::size_t first = line.find_first_not_of(" \t\r\xE3\x80");
  std::size_t behind = 0;
  for (std::size_t at = line.find('\t'); at != std::string_view::npos; at = line.find('\t', at + 1)) {
    out.push_back({at, 1});
    behind += at > first ? 1U : 0U;
  }
  const bool empty_last = !line.empty() && line.find_last_not_of('\r') == line.rfind('\t');
  return behind >= 2 || (behind == 1 && (in_table || empty_last)) ? out : std::vector<Bar>{};
}

// "|---|:--:|": the line below the head of a Markdown table.
bool is_rule(std::string_view line) {
  return line.find('-') != std::string_view::npos && line.find_first_not_of("|-: \t\r+") == std::string_view::npos;
}

struct TrimmedText {
  std::size_t begin;
  std::size_t end;
};

// Without white space (also the ideographic) at both ends.
TrimmedText trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  const auto blank_at = [&](std::size_t i) -> std::size_t {
    if (text[i] == ' ' || text[i] == '\t' || text[i] == '\r' || text[i] == '\f') {
      return 1;
    }
    const auto wide = text.substr(i, 3);
    return wide == "\xE3\x80\x80" ? 3 : wide.substr(0, 2) == "\xC2\xA0" ? 2 : 0;
  };
  while (begin < end) {
    const std::size_t length = blank_at(begin);
    if (length == 0 || begin + length > end) {
      break;
    }
    begin += length;
  }
  while (end > begin) {
    const std::size_t length = blank_at(end - 1) == 1                       ? 1
                               : end >= begin + 3 && blank_at(end - 3) == 3 ? 3
                               : end >= begin + 2 && blank_at(end - 2) == 2 ? 2
                                                                            : 0;
    if (length == 0) {
      break;
    }
    end -= length;
  }
  return {begin, end};
}

std::int32_t characters(std::string_view text) {
  std::int32_t count = 0;
  for (std::size_t position = 0; position < text.size(); ++count) {
    (void)detail::next_code_point(text, position);
  }
  return count;
}

class TextReader {
 public:
  TextReader(std::string decoded, const ReadLimits& limits, const std::string& file)
      : limits_{limits}, file_{file}, cells_left_{limits.max_cells} {
    detail::DocumentAccess::text(document_) = std::move(decoded);
    detail::DocumentAccess::layout(document_) = TextLayout::lines;
  }

  Document read() {
    const std::string_view text = document_.text();
    std::size_t begin = 0;
    for (line_ = 1; begin < text.size(); ++line_) {
      const std::size_t found = text.find('\n', begin);
      const std::size_t end = found == std::string_view::npos ? text.size() : found;
      read_line(begin, end);
      begin = end + 1;
    }
    end_table();
    return std::move(document_);
  }

 private:
  struct Row {
    std::size_t begin;  // of its text in the document
    std::int32_t number;
    std::string_view text;
    std::vector<Bar> bars;
    bool bar_first;
    bool bar_last;
    bool rule;
  };

  void read_line(std::size_t begin, std::size_t end) {
    const auto line = std::string_view{document_.text()}.substr(begin, end - begin);
    const auto inside = trimmed(line, 0, line.size());
    if (inside.begin == inside.end) {
      end_table();
      return;
    }
    auto found = bars_in(line);
    if (found.empty()) {
      found = tabs_in(line, !rows_.empty());
    }
    if (found.empty()) {
      end_table();
      Block block;
      block.begin = begin + inside.begin;
      block.end = begin + inside.end;
      detail::DocumentAccess::blocks(document_).push_back(block);
      return;
    }
    if (rows_.empty()) {
      table_begin_ = begin;
    }
    table_end_ = end;
    Row row{begin,
            line_,
            line,
            found,
            inside.begin == found.front().begin,
            inside.end == found.back().begin + found.back().length,
            is_rule(line)};
    rows_.push_back(std::move(row));
  }

  // A bar at the beginning of every line is a border; where only some have it, it is behind an empty cell. So at the
  // end.
  void read_row(const Row& row, bool border_before, bool border_behind) {
    grid_.begin_row();
    line_of_cell_ = row.number;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= row.bars.size(); ++i) {
      const std::size_t end = i < row.bars.size() ? row.bars[i].begin : row.text.size();
      const auto inside = trimmed(row.text, begin, end);
      const bool outside =
          inside.begin == inside.end && ((i == 0 && border_before) || (i == row.bars.size() && border_behind));
      if (!outside) {
        add_cell(row.text, row.begin, inside);
      }
      begin = i < row.bars.size() ? end + row.bars[i].length : end;
    }
  }

  void add_cell(std::string_view line, std::size_t offset, TrimmedText inside) {
    DocumentCell cell;
    cell.text = std::string{line.substr(inside.begin, inside.end - inside.begin)};
    cell.place.line = line_of_cell_;
    cell.place.column = characters(line.substr(0, inside.begin)) + 1;
    cell.place.byte_offset = static_cast<std::int64_t>(offset + inside.begin);
    cell.place.byte_length = static_cast<std::int64_t>(cell.text.size());
    cell.place.text = cell.text;
    if (!grid_.add(std::move(cell))) {
      detail::too_many_cells(file_, limits_.max_cells);
    }
  }

  void end_table() {
    if (rows_.empty()) {
      return;
    }
    // The rule of a Markdown table decides for the whole of it.
    const auto rule = std::find_if(rows_.begin(), rows_.end(), [](const Row& row) { return row.rule; });
    const bool before = rule != rows_.end()
                            ? rule->bar_first
                            : std::all_of(rows_.begin(), rows_.end(), [](const Row& row) { return row.bar_first; });
    const bool behind = rule != rows_.end()
                            ? rule->bar_last
                            : std::all_of(rows_.begin(), rows_.end(), [](const Row& row) { return row.bar_last; });
    grid_ = detail::GridBuilder{cells_left_};
    for (const auto& row : rows_) {
      if (!row.rule) {
        read_row(row, before, behind);
      }
    }
    rows_.clear();
    if (grid_.empty()) {
      return;
    }
    auto& tables = detail::DocumentAccess::tables(document_);
    std::size_t covered = 0;
    tables.push_back(std::move(grid_).finish(covered));
    cells_left_ -= std::min(cells_left_, covered);
    for (auto& cell : detail::DocumentAccess::cells(tables.back())) {
      cell.place.table = static_cast<std::int32_t>(tables.size());
      cell.place.row = cell.row;
      cell.place.cell = cell.column;
    }
    Block block;
    block.kind = BlockKind::table;
    block.table = tables.size() - 1;
    block.begin = table_begin_;
    block.end = table_end_;
    detail::DocumentAccess::blocks(document_).push_back(block);
  }

  const ReadLimits& limits_;
  const std::string& file_;
  Document document_;
  std::size_t cells_left_;
  std::int32_t line_ = 1;
  std::int32_t line_of_cell_ = 1;
  std::vector<Row> rows_;  // of the table that is being read
  detail::GridBuilder grid_{0};
  std::size_t table_begin_ = 0;
  std::size_t table_end_ = 0;
};

}  // namespace

Document read_text_document(std::string_view bytes, const ReadLimits& limits, const std::string& file) {
  return TextReader{decode(bytes, limits, file), limits, file}.read();
}

}  // namespace gongkai
