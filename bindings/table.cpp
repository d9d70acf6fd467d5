// SPDX-License-Identifier: Apache-2.0
// Module report: filled tables, and what else a report holds beside its text.
#include <gongkai/report/annual_report.hpp>
#include <gongkai/report/table.hpp>

#include "value.hpp"

namespace gongkai::bindings {
namespace {

std::vector<std::string> row_ids(const Table& table) {
  std::vector<std::string> out;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    out.push_back(table.row_id(row));
  }
  return out;
}

std::vector<std::string> column_ids(const Table& table) {
  std::vector<std::string> out;
  for (const auto& column : table.definition().columns) {
    out.push_back(column.id);
  }
  return out;
}

// (row, column, cell) for every cell that the form has, absent ones included.
py::tuple cells(const Table& table) {
  py::tuple out(table.cell_count());
  for (std::size_t i = 0; i < table.cell_count(); ++i) {
    const auto at = table.position(i);
    out[i] = py::make_tuple(table.row_id(at.row), table.definition().columns[at.column].id, table.cell(i));
  }
  return out;
}

Table table_of(const py::tuple& state) {
  if (state.size() != 5 || state[0].cast<int>() != 1) {
    throw InvalidArgumentError{ErrorCode::invalid_option, "pickle",
                               "a pickle of another version of gongkai: write it again from its source"};
  }
  Table out{state[1].cast<Form>(), state[2].cast<std::string>()};
  if (out.definition().shape != TableShape::fixed) {
    for (const auto& row : state[3].cast<std::vector<std::string>>()) {
      out.add_row(row);
    }
  }
  std::size_t index = 0;
  for (const auto& entry : state[4].cast<py::tuple>()) {
    out.set(index++, entry.cast<py::tuple>()[2].cast<Cell>());
  }
  return out;
}

py::tuple state_of_table(const Table& table) {
  return py::make_tuple(1, table.form(), table.id(), row_ids(table), cells(table));
}

}  // namespace

void bind_table(py::module_& module) {
  py::class_<Table>(module, "Table", "One filled table of a form: published, or counted from our own facts. Immutable.")
      .def_property_readonly("form", &Table::form, "Its form.")
      .def_property_readonly("id", &Table::id, "Its id: `requests`.")
      .def_property_readonly("definition", &Table::definition, "The table of the form that it fills.")
      .def_property_readonly("rows", &row_ids, "Ids of the rows; of an open table the labels that the report gives.")
      .def_property_readonly("columns", &column_ids, "Ids of the columns.")
      .def("cell", py::overload_cast<std::string_view, std::string_view>(&Table::cell, py::const_), py::arg("row"),
           py::arg("column") = "", "A cell by row and column; NotFoundError 402 where the form has none.")
      .def(
          "to_pandas",
          [](const py::object& self, const std::string& layout) { return framed("to_pandas", self, layout); },
          py::arg("layout") = "long",
          "A pandas data frame, long (one line a cell) or wide (one line a row). A figure that is not stated is NaN.")
      .def(
          "to_polars",
          [](const py::object& self, const std::string& layout) { return framed("to_polars", self, layout); },
          py::arg("layout") = "long", "As to_pandas, for polars. A figure that is not stated is null.")
      .def(
          "to_arrow",
          [](const py::object& self, const std::string& layout) { return framed("to_arrow", self, layout); },
          py::arg("layout") = "long", "As to_pandas, as a pyarrow table. A figure that is not stated is null.")
      .def("cells", &cells, "(row, column, cell) for every cell of the form, row by row; absent ones included.")
      .def(
          "__eq__", [](const Table& a, const Table& b) { return a == b; }, py::is_operator())
      .def(
          "__ne__", [](const Table& a, const Table& b) { return a != b; }, py::is_operator())
      .def("__hash__", [](const Table& table) { return py::hash(py::make_tuple(table.id(), cells(table))); })
      .def("__repr__",
           [](const Table& table) {
             return one_line("Table",
                             table.form().id() + ' ' + table.id() + ", " + std::to_string(table.row_count()) + " rows");
           })
      .def(py::pickle(&state_of_table, &table_of));

  py::class_<Chapter> chapter(module, "Chapter", "A chapter with its text.");
  bind_struct(chapter, 1, Field{"heading", &Chapter::heading, "As printed."},
              Field{"text", &Chapter::text, "Its text."}, Field{"place", &Chapter::place, "Where it begins."});
  chapter.def("__repr__", [](const Chapter& value) { return one_line("Chapter", value.heading); });

  py::class_<Explanation> explanation(module, "Explanation", "A note of the report that explains a difference.");
  bind_struct(explanation, 1, Field{"text", &Explanation::text, "As printed."},
              Field{"cells", &Explanation::cells, "Paths that it speaks of; empty: the report as a whole."},
              Field{"place", &Explanation::place, "Where it stands."});
  explanation.def("__repr__", [](const Explanation& value) { return one_line("Explanation", value.text); });

  py::class_<OtherRow> row(module, "OtherRow", "A row of a published table that the form does not have.");
  bind_struct(row, 1, Field{"table", &OtherRow::table, "Id of the table."},
              Field{"label", &OtherRow::label, "As printed."},
              Field{"values", &OtherRow::values, "(column id, cell) of each figure."});
  row.def("__repr__", [](const OtherRow& value) { return one_line("OtherRow", value.table + ' ' + value.label); });
}

}  // namespace gongkai::bindings
