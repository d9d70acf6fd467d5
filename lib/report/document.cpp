// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gongkai/error.hpp>
#include <gongkai/report/document.hpp>
#include <optional>

#include "report/document_access.hpp"

namespace gongkai {

const DocumentCell* DocumentTable::at(std::int32_t row, std::int32_t column) const noexcept {
  if (row < 1 || row > rows_ || column < 1 || column > columns_) {
    return nullptr;
  }
  const auto position =
      static_cast<std::size_t>(row - 1) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column - 1);
  const std::int32_t index = grid_[position];
  return index == 0 ? nullptr : &cells_[static_cast<std::size_t>(index - 1)];
}

namespace detail {

void GridBuilder::begin_row() {
  ++row_;
  column_ = 1;
}

bool GridBuilder::add(DocumentCell cell) {
  while (static_cast<std::size_t>(column_) <= occupied_.size() &&
         occupied_[static_cast<std::size_t>(column_ - 1)] >= row_) {
    ++column_;
  }
  const std::size_t end = static_cast<std::size_t>(column_ - 1) + static_cast<std::size_t>(cell.span.columns);
  // The grid is a rectangle: short rows cost as much as the longest.
  if (std::max(occupied_.size(), end) * static_cast<std::size_t>(row_) > cells_left_) {
    return false;
  }
  cell.row = row_;
  cell.column = column_;
  occupied_.resize(std::max(occupied_.size(), end), 0);
  for (std::size_t c = static_cast<std::size_t>(column_ - 1); c < end; ++c) {
    occupied_[c] = std::max(occupied_[c], row_ - 1 + cell.span.rows);
  }
  column_ += cell.span.columns;
  cells_.push_back(std::move(cell));
  return true;
}

DocumentTable GridBuilder::finish(std::size_t& covered) && {
  auto table = DocumentAccess::make_table(std::move(cells_), row_, static_cast<std::int32_t>(occupied_.size()));
  covered = occupied_.size() * static_cast<std::size_t>(row_);
  return table;
}

DocumentTable DocumentAccess::make_table(std::vector<DocumentCell> cells, std::int32_t rows, std::int32_t columns) {
  DocumentTable table;
  table.rows_ = rows;
  table.columns_ = columns;
  table.cells_ = std::move(cells);
  table.grid_.assign(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns), 0);
  std::int32_t index = 0;
  for (auto& cell : table.cells_) {
    ++index;
    cell.span.rows = std::min(cell.span.rows, rows - cell.row + 1);
    for (std::int32_t r = cell.row; r < cell.row + cell.span.rows; ++r) {
      for (std::int32_t c = cell.column; c < cell.column + cell.span.columns; ++c) {
        auto& at = table.grid_[static_cast<std::size_t>(r - 1) * static_cast<std::size_t>(columns) +
                               static_cast<std::size_t>(c - 1)];
        at = at == 0 ? index : at;
      }
    }
  }
  return table;
}

}  // namespace detail

namespace {

// A line of the document's text ends with two breaks of which only one is a line feed: the reader of running text never
// joins what stands on the two sides of it, and lines are still counted one by one.
constexpr std::string_view paragraph_end = "\xE2\x80\xA9\n";
constexpr std::string_view cell_separator = " | ";

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// `lower_case` stands in `text` from `at` on, in whatever case.
bool stands_at(std::string_view text, std::size_t at, std::string_view lower_case) noexcept {
  if (at + lower_case.size() > text.size()) {
    return false;
  }
  for (std::size_t i = 0; i < lower_case.size(); ++i) {
    if (lower(text[at + i]) != lower_case[i]) {
      return false;
    }
  }
  return true;
}

std::string on_one_line(std::string_view text) {
  std::string out{text};
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return out;
}

}  // namespace

struct DocumentBuilder::State {
  ReadLimits limits;
  std::string file;
  Document document;
  std::size_t cells_left = 0;
  std::int32_t line = 1;
  std::optional<detail::GridBuilder> table;
  Block table_block;
  bool first_in_row = true;

  std::string& text() { return detail::DocumentAccess::text(document); }

  void expect_table(bool wanted, const char* call) const {
    if (table.has_value() != wanted) {
      throw InvalidArgumentError{ErrorCode::invalid_option, call,
                                 wanted ? "no table has been begun" : "the table before it has not been ended"};
    }
  }
  void append(std::string_view piece) {
    if (text().size() + piece.size() > limits.max_bytes) {
      throw ParseError{ErrorCode::too_large, file, "",
                       "more text than " + std::to_string(limits.max_bytes) + " bytes (ReadLimits::max_bytes)"};
    }
    text().append(piece);
  }
  void end_line() {
    append(paragraph_end);
    ++line;
  }
  void add_block(BlockKind kind, std::string_view content, std::int32_t level) {
    if (is_blank(content)) {
      return;
    }
    Block block;
    block.kind = kind;
    block.level = level;
    block.begin = text().size();
    append(on_one_line(content));
    block.end = text().size();
    end_line();
    detail::DocumentAccess::blocks(document).push_back(block);
  }
};

bool looks_like_html(std::string_view bytes) noexcept {
  constexpr std::size_t looked_at = 65536;
  constexpr std::string_view tags[] = {"<!doctype html", "<html", "<head", "<body", "<table", "<tr",  "<td",
                                       "<div",           "<p>",   "<p ",   "<br",   "<span",  "<meta"};
  const auto begin = bytes.substr(0, looked_at);
  for (std::size_t at = begin.find('<'); at != std::string_view::npos; at = begin.find('<', at + 1)) {
    for (const auto tag : tags) {
      if (stands_at(bytes, at, tag)) {
        return true;
      }
    }
  }
  return false;
}

DocumentBuilder::DocumentBuilder(const ReadLimits& limits, std::string file) : state_{std::make_unique<State>()} {
  state_->limits = limits;
  state_->file = std::move(file);
  state_->cells_left = limits.max_cells;
}
DocumentBuilder::~DocumentBuilder() = default;
DocumentBuilder::DocumentBuilder(DocumentBuilder&&) noexcept = default;
DocumentBuilder& DocumentBuilder::operator=(DocumentBuilder&&) noexcept = default;

void DocumentBuilder::add_paragraph(std::string_view text) {
  state_->expect_table(false, "add_paragraph");
  state_->add_block(BlockKind::paragraph, text, 0);
}

void DocumentBuilder::add_heading(std::string_view text, std::int32_t level) {
  state_->expect_table(false, "add_heading");
  if (level < 1 || level > 9) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "level", "a heading has a level from 1 to 9"};
  }
  state_->add_block(BlockKind::heading, text, level);
}

void DocumentBuilder::begin_table() {
  state_->expect_table(false, "begin_table");
  state_->table.emplace(state_->cells_left);
  state_->table_block = Block{};
  state_->table_block.kind = BlockKind::table;
  state_->table_block.begin = state_->text().size();
}

void DocumentBuilder::begin_row() {
  state_->expect_table(true, "begin_row");
  if (!state_->first_in_row) {
    state_->end_line();
  }
  state_->table->begin_row();
  state_->first_in_row = true;
}

void DocumentBuilder::add_cell(std::string_view text, CellSpan span) {
  auto& state = *state_;
  state.expect_table(true, "add_cell");
  if (!state.table->in_row()) {
    throw InvalidArgumentError{ErrorCode::invalid_option, "add_cell", "no row has been begun"};
  }
  if (span.rows < 1 || span.columns < 1) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "span", "a cell covers at least one row and one column"};
  }
  if (!state.first_in_row) {
    state.append(cell_separator);
  }
  state.first_in_row = false;
  DocumentCell cell;
  cell.text = std::string{text};
  cell.span = span;
  cell.place.line = state.line;
  cell.place.byte_offset = static_cast<std::int64_t>(state.text().size());
  state.append(on_one_line(text));
  cell.place.byte_length = static_cast<std::int64_t>(state.text().size()) - *cell.place.byte_offset;
  cell.place.text = cell.text;
  if (!state.table->add(std::move(cell))) {
    detail::too_many_cells(state.file, state.limits.max_cells);
  }
}

void DocumentBuilder::end_table() {
  auto& state = *state_;
  state.expect_table(true, "end_table");
  if (!state.first_in_row) {
    state.end_line();
  }
  state.first_in_row = true;
  auto grid = *std::move(state.table);
  state.table.reset();
  if (grid.empty()) {
    return;
  }
  auto& tables = detail::DocumentAccess::tables(state.document);
  std::size_t covered = 0;
  tables.push_back(std::move(grid).finish(covered));
  state.cells_left -= std::min(state.cells_left, covered);
  for (auto& cell : detail::DocumentAccess::cells(tables.back())) {
    cell.place.table = static_cast<std::int32_t>(tables.size());
    cell.place.row = cell.row;
    cell.place.cell = cell.column;
  }
  state.table_block.table = tables.size() - 1;
  state.table_block.end = state.text().size();
  detail::DocumentAccess::blocks(state.document).push_back(state.table_block);
}

void DocumentBuilder::add_residue(std::string_view text) {
  Place place;
  place.line = std::max(state_->line - 1, 1);
  place.text = std::string{text};
  detail::DocumentAccess::residues(state_->document).push_back(std::move(place));
}

void DocumentBuilder::add_picture(std::string_view name) {
  state_->expect_table(false, "add_picture");
  Place place;
  place.line = state_->line;
  place.byte_offset = static_cast<std::int64_t>(state_->text().size());
  place.byte_length = 0;
  place.text = std::string{name};
  detail::DocumentAccess::pictures(state_->document).push_back(std::move(place));
}

Document DocumentBuilder::build() && {
  state_->expect_table(false, "build");
  Document out = std::move(state_->document);
  *this = DocumentBuilder{state_->limits, state_->file};
  return out;
}

}  // namespace gongkai
