// SPDX-License-Identifier: Apache-2.0
// Module report: documents of any origin, and how one is put together from Python.
#include <pybind11/native_enum.h>

#include <gongkai/documents/html.hpp>
#include <gongkai/report/document.hpp>
#include <gongkai/report/read.hpp>
#include <gongkai/report/render.hpp>

#include "value.hpp"

namespace gongkai::bindings {
namespace {

// Rows of texts; what a span covers has the text of its cell, what no cell covers is None.
std::vector<std::vector<std::optional<std::string>>> grid(const DocumentTable& table) {
  std::vector<std::vector<std::optional<std::string>>> out;
  for (std::int32_t row = 1; row <= table.rows(); ++row) {
    auto& line = out.emplace_back();
    for (std::int32_t column = 1; column <= table.columns(); ++column) {
      const DocumentCell* cell = table.at(row, column);
      line.push_back(cell == nullptr ? std::nullopt : std::optional{cell->text});
    }
  }
  return out;
}

void bind_limits(py::module_& module) {
  const ReadLimits given;
  py::class_<ReadLimits> type(module, "ReadLimits", "Bounds for reading what strangers send.");
  type.def(py::init([](std::size_t bytes, std::size_t mentions, std::size_t depth, std::size_t markup_depth,
                       std::size_t cells,
                       double seconds) { return ReadLimits{bytes, mentions, depth, markup_depth, cells, seconds}; }),
           py::kw_only(), py::arg("max_bytes") = given.max_bytes, py::arg("max_mentions") = given.max_mentions,
           py::arg("max_depth") = given.max_depth, py::arg("max_markup_depth") = given.max_markup_depth,
           py::arg("max_cells") = given.max_cells, py::arg("max_seconds") = given.max_seconds);
  bind_struct(type, 1, Field{"max_bytes", &ReadLimits::max_bytes, "Of one document."},
              Field{"max_mentions", &ReadLimits::max_mentions, "Quantity mentions of one document."},
              Field{"max_depth", &ReadLimits::max_depth, "Of nested JSON."},
              Field{"max_markup_depth", &ReadLimits::max_markup_depth, "Of nested HTML elements."},
              Field{"max_cells", &ReadLimits::max_cells, "Table cells of one document, spanned ones counted."},
              Field{"max_seconds", &ReadLimits::max_seconds, "That turning a file into a Document may take."});
  type.def("__repr__", [](const ReadLimits& limits) {
    return one_line("ReadLimits", std::to_string(limits.max_bytes) + " bytes, " + std::to_string(limits.max_cells) +
                                      " cells, " + std::to_string(limits.max_seconds) + " seconds");
  });
}

void bind_tables(py::module_& module) {
  py::class_<DocumentCell>(module, "DocumentCell", "A cell of a document's table; rows and columns are of the grid.")
      .def_readonly("text", &DocumentCell::text, "As printed; lines of its own are separated by line feeds.")
      .def_readonly("row", &DocumentCell::row, "Its first row, from 1.")
      .def_readonly("column", &DocumentCell::column, "Its first column, from 1.")
      .def_property_readonly(
          "row_span", [](const DocumentCell& cell) { return cell.span.rows; }, "How many rows it covers.")
      .def_property_readonly(
          "column_span", [](const DocumentCell& cell) { return cell.span.columns; }, "How many columns it covers.")
      .def_readonly("place", &DocumentCell::place, "Where it stands.")
      .def("__repr__", [](const DocumentCell& cell) { return one_line("DocumentCell", printed(cell.place)); });

  py::class_<DocumentTable>(module, "DocumentTable", "A table of a document, as a grid.")
      .def_property_readonly("rows", &DocumentTable::rows, "Rows of the grid.")
      .def_property_readonly("columns", &DocumentTable::columns, "Columns of the grid.")
      .def_property_readonly("cells", &DocumentTable::cells, "The cells, row by row.")
      .def(
          "at",
          [](const DocumentTable& table, std::int32_t row, std::int32_t column) -> std::optional<DocumentCell> {
            const auto* cell = table.at(row, column);
            return cell == nullptr ? std::nullopt : std::optional{*cell};
          },
          py::arg("row"), py::arg("column"), "The cell that covers a position, counted from 1; None where none does.")
      .def("grid", &grid, "Rows of texts; what a span covers has the text of its cell, what no cell covers is None.")
      .def("_repr_html_", py::overload_cast<const DocumentTable&>(&to_html), "As a <table> element.")
      .def("__repr__", [](const DocumentTable& table) {
        return one_line("DocumentTable",
                        std::to_string(table.rows()) + " rows, " + std::to_string(table.columns()) + " columns");
      });
}

void bind_blocks(py::module_& module) {
  py::native_enum<BlockKind>(module, "BlockKind", "enum.Enum", "What a piece of a document is.")
      .value("heading", BlockKind::heading, "A heading that the file marks as one.")
      .value("paragraph", BlockKind::paragraph, "A paragraph, or a line of text.")
      .value("table", BlockKind::table, "A table.")
      .finalize();
  py::class_<Block>(module, "Block", "One piece of a document.")
      .def_readonly("kind", &Block::kind, "Heading, paragraph or table.")
      .def_readonly("level", &Block::level, "Of a heading: 1 to 9; else 0.")
      .def_property_readonly(
          "table",
          [](const Block& block) { return block.kind == BlockKind::table ? std::optional{block.table} : std::nullopt; },
          "Of a table: its index in Document.tables; else None.")
      .def_readonly("begin", &Block::begin, "First byte in the UTF-8 form of Document.text.")
      .def_readonly("end", &Block::end, "The byte behind its last one.")
      .def("__repr__", [](const Block& block) {
        constexpr const char* kinds[] = {"heading", "paragraph", "table"};
        return one_line("Block", std::string{kinds[static_cast<std::size_t>(block.kind)]} + ", bytes " +
                                     std::to_string(block.begin) + " to " + std::to_string(block.end));
      });
}

void bind_whole(py::module_& module) {
  py::class_<Document>(module, "Document",
                       "A page or a file as readers of reports see it, whatever it came from: headings, paragraphs and "
                       "tables in the order of reading, each with its place. Immutable.")
      .def_property_readonly("text", &Document::text,
                             "Everything that is printed. Lines, columns and bytes of places are those of this text.")
      .def_property_readonly("blocks", &Document::blocks, "Headings, paragraphs and tables in document order.")
      .def_property_readonly("tables", &Document::tables, "The tables in document order.")
      .def_property_readonly("residues", &Document::residues,
                             "What a word processor left behind: tracked changes, comments, hidden rows and sheets.")
      .def_property_readonly("pictures", &Document::pictures,
                             "Pictures outside tables: their names, and where in the text they stand.")
      .def(
          "text_of", [](const Document& document, const Block& block) { return std::string{document.text_of(block)}; },
          py::arg("block"), "What a block says.")
      .def("_repr_html_", py::overload_cast<const Document&>(&to_html), "As HTML elements.")
      .def("__repr__", [](const Document& document) {
        return one_line("Document", std::to_string(document.blocks().size()) + " blocks, " +
                                        std::to_string(document.tables().size()) + " tables, " +
                                        std::to_string(document.residues().size()) + " residues");
      });

  py::class_<DocumentBuilder>(module, "DocumentBuilder",
                              "Puts a document together, piece by piece in the order of reading. ParseError 222 as "
                              "soon as a limit is exceeded; InvalidArgumentError 103 for a span below 1, 107 for calls "
                              "out of order.")
      .def(py::init<const ReadLimits&, std::string>(), py::arg("limits") = ReadLimits{}, py::arg("file") = "document")
      .def("add_paragraph", &DocumentBuilder::add_paragraph, py::arg("text"), "Blank text adds nothing.")
      .def("add_heading", &DocumentBuilder::add_heading, py::arg("text"), py::arg("level"),
           "A heading of level 1 to 9.")
      .def("begin_table", &DocumentBuilder::begin_table, "A table without cells adds nothing.")
      .def("begin_row", &DocumentBuilder::begin_row, "The next row of the table.")
      .def(
          "add_cell",
          [](DocumentBuilder& builder, std::string_view text, std::int32_t rows, std::int32_t columns) {
            builder.add_cell(text, CellSpan{rows, columns});
          },
          py::arg("text"), py::arg("row_span") = 1, py::arg("column_span") = 1,
          "Goes to the next free column of the row. Spans that reach beyond the last row end with it.")
      .def("end_table", &DocumentBuilder::end_table, "The table is complete.")
      .def("add_residue", &DocumentBuilder::add_residue, py::arg("text"),
           "What a word processor left behind, with the piece that was added last as its place.")
      .def("add_picture", &DocumentBuilder::add_picture, py::arg("name"),
           "A picture behind what was added last; `name` says which.")
      .def(
          "build", [](DocumentBuilder& builder) { return std::move(builder).build(); },
          "The document; the builder starts again.")
      .def("__repr__", [](const DocumentBuilder& /*builder*/) { return "<DocumentBuilder>"; });
}

}  // namespace

void bind_document(py::module_& module) {
  bind_limits(module);
  bind_tables(module);
  bind_blocks(module);
  bind_whole(module);

  module.def(
      "read_any_document",
      [](const py::bytes& data, std::string file, const ReadLimits& limits) {
        const std::string_view bytes{data};
        const py::gil_scoped_release unlocked;
        ReadOptions options;
        options.file = std::move(file);
        options.limits = limits;
        return read_any_document(bytes, options);
      },
      py::arg("data"), py::arg("file") = "document", py::arg("limits") = ReadLimits{},
      "The bytes of a text or an HTML page as a document. ParseError 221 when they are neither, 222 beyond the "
      "limits.");
  module.def(
      "read",
      [](const Document& document, std::string file, const ReadLimits& limits) {
        const py::gil_scoped_release unlocked;
        ReadOptions options;
        options.file = std::move(file);
        options.limits = limits;
        return read(document, options);
      },
      py::arg("document"), py::arg("file") = "document", py::arg("limits") = ReadLimits{},
      "A report from a document of any origin. ParseError 223 when no annual report can be recognised.");
  module.def("to_document", py::overload_cast<const AnnualReport&>(&to_document), py::arg("value"),
             py::call_guard<py::gil_scoped_release>(),
             "A report or a table as headings, paragraphs and tables with their spans, as on the official form.");
  module.def("to_document", py::overload_cast<const Table&>(&to_document), py::arg("value"),
             py::call_guard<py::gil_scoped_release>(), "One table.");
}

}  // namespace gongkai::bindings
