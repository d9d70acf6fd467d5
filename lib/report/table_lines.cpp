// SPDX-License-Identifier: Apache-2.0
#include "report/table_lines.hpp"

#include <algorithm>

#include "report/table_words.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t longest_line = 400;  // bytes; more is running text
constexpr std::size_t longest_page_number = 60;

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == 0xA0 || c == 0x3000 || c == 0x2002 || c == 0x2003 || c == U'\r' || c == U'\f';
}

// "- 4 -", "第 4 页 共 12 页": where a page of paper ended. A bare number may be a cell and is none.
bool is_page_number(std::string_view text) {
  std::u32string said;
  for (const char32_t c : to_utf32(text)) {
    const char32_t folded = c >= 0xFF10 && c <= 0xFF19 ? c - 0xFF10 + U'0' : c;
    if (is_ascii_digit(folded)) {
      if (said.empty() || said.back() != U'#') {
        said += U'#';
      }
    } else if (!is_blank(c)) {
      const bool dash = c == 0xFF0D || (c >= 0x2010 && c <= 0x2015);
      said += dash ? U'-' : c == 0xFF0C ? U',' : c;
    }
  }
  const auto& known = TableWords::builtin().page_numbers;
  return std::find(known.begin(), known.end(), said) != known.end();
}

LinePiece make_piece(std::string_view text) {
  LinePiece piece;
  if (auto figure = parse_figure(text)) {
    piece.is_figure = true;
    piece.figure = *std::move(figure);
  } else {
    piece.text = std::string{text};
    piece.label = parse_label(text);
  }
  return piece;
}

class Lines {
 public:
  explicit Lines(const Document& document) : document_{document} {}

  std::vector<TableLine> read() {
    const std::string_view text = document_.text();
    std::size_t counted = 0;
    std::int32_t line = 1;
    for (const auto& block : document_.blocks()) {
      if (block.kind == BlockKind::table) {
        read_table(block);
        continue;
      }
      line += static_cast<std::int32_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(counted),
                                                   text.begin() + static_cast<std::ptrdiff_t>(block.begin), '\n'));
      counted = block.begin;
      read_text(block, line);
    }
    return std::move(out_);
  }

 private:
  void put(TableLine line) {
    for (const auto& piece : line.pieces) {
      line.length += piece.label.core.size();
    }
    out_.push_back(std::move(line));
  }

  void read_table(const Block& block) {
    const auto& table = document_.tables()[block.table];
    auto cell = table.cells().begin();
    std::vector<const DocumentCell*> from_above;
    for (std::int32_t row = 1; row <= table.rows(); ++row) {
      TableLine line;
      line.table = block.table;
      line.row = row;
      from_above.erase(std::remove_if(from_above.begin(), from_above.end(),
                                      [&](const DocumentCell* c) { return c->row + c->span.rows <= row; }),
                       from_above.end());
      for (const auto* above : from_above) {
        add(line, *above, true);
      }
      for (; cell != table.cells().end() && cell->row == row; ++cell) {
        add(line, *cell, false);
        if (cell->span.rows > 1) {
          from_above.push_back(&*cell);
        }
      }
      std::stable_sort(line.pieces.begin(), line.pieces.end(),
                       [](const LinePiece& a, const LinePiece& b) { return a.column < b.column; });
      place(line, block);
      put(std::move(line));
    }
  }

  static void add(TableLine& line, const DocumentCell& cell, bool from_above) {
    LinePiece piece = make_piece(cell.text);
    piece.column = cell.column;
    piece.column_end = cell.column + cell.span.columns;
    piece.from_above = from_above;
    piece.place = cell.place;
    if (!from_above || !piece.is_figure || piece.figure.cell.kind != CellKind::number) {
      line.pieces.push_back(std::move(piece));
    }
  }

  // The bytes of the cells that begin in this row; an empty row has none.
  static void place(TableLine& line, const Block& block) {
    line.begin = block.begin;
    line.end = block.begin;
    bool first = true;
    for (const auto& piece : line.pieces) {
      if (piece.from_above || !piece.place.byte_offset) {
        continue;
      }
      const auto begin = static_cast<std::size_t>(*piece.place.byte_offset);
      const std::size_t end = begin + static_cast<std::size_t>(piece.place.byte_length.value_or(0));
      line.begin = first ? begin : std::min(line.begin, begin);
      line.end = first ? end : std::max(line.end, end);
      first = false;
    }
  }

  void read_text(const Block& block, std::int32_t number) {
    const auto text = std::string_view{document_.text()}.substr(block.begin, block.end - block.begin);
    if (text.size() < longest_page_number && is_page_number(text)) {
      return;
    }
    TableLine line;
    line.begin = block.begin;
    line.end = block.end;
    if (text.size() > longest_line) {
      line.length = text.size();
      out_.push_back(std::move(line));
      return;
    }
    // Columns are counted from the beginning of the printed line: its blanks were cut off the block.
    const auto& whole = document_.text();
    std::size_t start = block.begin;
    while (start > 0 && whole[start - 1] != '\n') {
      --start;
    }
    std::int32_t column = 1;
    for (std::size_t position = start; position < block.begin; ++column) {
      (void)next_code_point(whole, position);
    }
    for (std::size_t position = 0; position < text.size();) {
      const std::size_t before = position;
      const std::int32_t first = column;
      if (is_blank(next_code_point(text, position))) {
        ++column;
        continue;
      }
      std::size_t end = position;
      ++column;
      while (position < text.size() && !is_blank(next_code_point(text, position))) {
        end = position;
        ++column;
      }
      position = end;
      LinePiece piece = make_piece(text.substr(before, end - before));
      piece.column = first;
      piece.column_end = column;
      piece.place.line = number;
      piece.place.column = first;
      piece.place.byte_offset = static_cast<std::int64_t>(block.begin + before);
      piece.place.byte_length = static_cast<std::int64_t>(end - before);
      piece.place.text = std::string{text.substr(before, end - before)};
      line.pieces.push_back(std::move(piece));
    }
    put(std::move(line));
  }

  const Document& document_;
  std::vector<TableLine> out_;
};

}  // namespace

std::size_t TableLine::first_figure() const noexcept {
  std::size_t first = pieces.size();
  while (first > 0 && pieces[first - 1].is_figure) {
    --first;
  }
  return first;
}

std::vector<TableLine> table_lines(const Document& document) { return Lines{document}.read(); }

}  // namespace gongkai::detail
