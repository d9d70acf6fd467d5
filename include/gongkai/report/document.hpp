// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// A published page as readers of reports see it, whatever file it came from: headings, paragraphs and tables in the
/// order of reading, each with its place. HTML becomes one by `read_html_document` (gongkai/documents/html.hpp), text
/// by `read_text_document`; Word and Excel files by whoever fills a `DocumentBuilder`:
///
///     DocumentBuilder builder;
///     builder.add_heading("四、政府信息公开行政复议、行政诉讼情况", 1);
///     builder.begin_table();
///     builder.begin_row();
///     builder.add_cell("行政复议", {1, 5});      // one row high, five columns wide
///     builder.end_table();
///     const Document document = std::move(builder).build();
///     document.tables().at(0).at(1, 5)->text     // "行政复议": the cell that covers row 1, column 5

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/limits.hpp>
#include <gongkai/base/place.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

namespace detail {
struct DocumentAccess;
}

/// How many rows and columns a cell covers, each at least 1.
struct CellSpan {
  std::int32_t rows = 1;
  std::int32_t columns = 1;
};

/// A cell of a table. Rows and columns are those of the grid, counted from 1: a cell beside one that spans several rows
/// keeps the column that a reader sees it in.
struct DocumentCell {
  std::string text;  ///< as printed; what stands on lines of its own is separated by line feeds
  std::int32_t row = 1;
  std::int32_t column = 1;
  CellSpan span;
  Place place;
};

/// A table as a grid.
class GONGKAI_EXPORT DocumentTable {
 public:
  [[nodiscard]] std::int32_t rows() const noexcept { return rows_; }
  [[nodiscard]] std::int32_t columns() const noexcept { return columns_; }
  /// In the order of the document: row by row.
  [[nodiscard]] const std::vector<DocumentCell>& cells() const noexcept { return cells_; }
  /// The cell that covers the position, or null: rows may be shorter than the table is wide.
  [[nodiscard]] const DocumentCell* at(std::int32_t row, std::int32_t column) const noexcept;

 private:
  friend struct detail::DocumentAccess;
  std::int32_t rows_ = 0;
  std::int32_t columns_ = 0;
  std::vector<DocumentCell> cells_;
  std::vector<std::int32_t> grid_;  // row-major: 1 + index of the cell, 0 for none
};

enum class BlockKind : std::uint8_t { heading, paragraph, table };

/// One piece of a document.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::int32_t level = 0;  ///< of a heading that the file marks as one: 1–9
  std::size_t table = 0;   ///< index in `Document::tables()`, of a table
  std::size_t begin = 0;   ///< bytes [begin, end) of `Document::text()`
  std::size_t end = 0;
};

/// Where the bytes of a document have their lines.
enum class TextLayout : std::uint8_t {
  paragraphs,  ///< a line of `text()` is a whole paragraph, heading or table row
  lines        ///< the text as it was found: a paragraph may be broken over several lines
};

/// A document. Immutable.
class GONGKAI_EXPORT Document {
 public:
  /// Everything that is printed, UTF-8. Lines, columns and bytes of places are those of this text.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] TextLayout layout() const noexcept { return layout_; }
  /// In document order; their ranges of `text()` do not overlap.
  [[nodiscard]] const std::vector<Block>& blocks() const noexcept { return blocks_; }
  [[nodiscard]] const std::vector<DocumentTable>& tables() const noexcept { return tables_; }
  /// What a block says, as it stands in `text()`.
  [[nodiscard]] std::string_view text_of(const Block& block) const noexcept {
    return std::string_view{text_}.substr(block.begin, block.end - block.begin);
  }
  /// What a word processor left behind: tracked changes, comments, hidden rows and sheets. `check` reports them.
  [[nodiscard]] const std::vector<Place>& residues() const noexcept { return residues_; }
  /// Pictures outside tables, in document order: their names, and between which bytes of `text()` they stand. A table
  /// that was published as one cannot be read; `check` reports it where the table is missing.
  [[nodiscard]] const std::vector<Place>& pictures() const noexcept { return pictures_; }

 private:
  friend struct detail::DocumentAccess;
  std::string text_;
  TextLayout layout_ = TextLayout::paragraphs;
  std::vector<Block> blocks_;
  std::vector<DocumentTable> tables_;
  std::vector<Place> residues_;
  std::vector<Place> pictures_;
};

/// Puts a document together, piece by piece in the order of reading. `ParseError` 222 as soon as a limit is exceeded;
/// `InvalidArgumentError` 103 for a span below 1, 107 for calls out of order (a cell outside a row).
class GONGKAI_EXPORT DocumentBuilder {
 public:
  explicit DocumentBuilder(const ReadLimits& limits = {}, std::string file = "document");
  ~DocumentBuilder();
  DocumentBuilder(DocumentBuilder&&) noexcept;
  DocumentBuilder& operator=(DocumentBuilder&&) noexcept;

  /// Blank text adds nothing.
  void add_paragraph(std::string_view text);
  /// \param level 1–9
  void add_heading(std::string_view text, std::int32_t level);
  /// A table without cells adds nothing. Tables do not nest: what is inside a cell is its text.
  void begin_table();
  void begin_row();
  /// Goes to the next free column of the row. Spans that reach beyond the last row end with it.
  void add_cell(std::string_view text, CellSpan span = {});
  void end_table();
  /// Words with the paragraph that was added last as their place.
  void add_residue(std::string_view text);
  /// A picture behind what was added last; `name` says which.
  void add_picture(std::string_view name);

  /// The document; the builder starts again.
  [[nodiscard]] Document build() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Whether the bytes are HTML, by the tags in them.
[[nodiscard]] GONGKAI_EXPORT bool looks_like_html(std::string_view bytes) noexcept;

/// Text as it was found (also Markdown): rows `a | b` become tables, every other line is a paragraph. Errors as
/// `decode`.
[[nodiscard]] GONGKAI_EXPORT Document read_text_document(std::string_view bytes, const ReadLimits& limits = {},
                                                         const std::string& file = "document");

}  // namespace gongkai
