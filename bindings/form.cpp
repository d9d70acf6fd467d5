// SPDX-License-Identifier: Apache-2.0
// Module rules, the part about report forms.
#include <pybind11/native_enum.h>

#include <gongkai/error.hpp>
#include <gongkai/rules/form.hpp>

#include "value.hpp"

namespace gongkai::bindings {
namespace {

void bind_enums(py::module_& module) {
  py::native_enum<ValueKind>(module, "ValueKind", "enum.Enum", "What a cell holds; each may carry a mark instead.")
      .value("count", ValueKind::count)
      .value("decimal", ValueKind::decimal)
      .value("percent", ValueKind::percent)
      .value("text", ValueKind::text)
      .value("date", ValueKind::date)
      .value("duration", ValueKind::duration)
      .finalize();
  py::native_enum<MergeRule>(module, "MergeRule", "enum.Enum", "How the cells of many reports become one.")
      .value("none", MergeRule::none)
      .value("sum", MergeRule::sum)
      .value("minimum", MergeRule::minimum)
      .value("maximum", MergeRule::maximum)
      .value("distribution", MergeRule::distribution)
      .value("top", MergeRule::top)
      .finalize();
  py::native_enum<TableShape>(module, "TableShape", "enum.Enum", "Whose rows a table has: the form's, or the report's.")
      .value("fixed", TableShape::fixed)
      .value("open", TableShape::open)
      .value("ranked", TableShape::ranked)
      .finalize();
  py::native_enum<TableLayout>(module, "TableLayout", "enum.Enum", "How a table stands on paper.")
      .value("grid", TableLayout::grid)
      .value("one_row", TableLayout::one_row)
      .value("list", TableLayout::list)
      .finalize();
  py::native_enum<Form::Status>(module, "FormStatus", "enum.Enum", "Whether a form is in force.")
      .value("in_force", Form::Status::in_force)
      .value("lapsed", Form::Status::lapsed)
      .value("draft", Form::Status::draft)
      .finalize();
  py::native_enum<CheckKind>(module, "CheckKind", "enum.Enum", "The closed set of checks that a form may ask for.")
      .value("sum", CheckKind::sum)
      .value("equal", CheckKind::equal)
      .value("at_most", CheckKind::at_most)
      .value("ratio", CheckKind::ratio)
      .value("between", CheckKind::between)
      .value("ordered", CheckKind::ordered)
      .value("unique", CheckKind::unique)
      .value("present_if", CheckKind::present_if)
      .value("mentions", CheckKind::mentions)
      .value("carry", CheckKind::carry)
      .value("named", CheckKind::named)
      .finalize();
}

void bind_parts(py::module_& module) {
  py::class_<FormRow> row(module, "FormRow", "A row of a form.");
  bind_struct(row, 1, Field{"id", &FormRow::id, "Its id, the same in every language."},
              Field{"label", &FormRow::label, "As the form prints it."},
              Field{"label_en", &FormRow::label_en, "In English; empty where the form is."},
              Field{"variants", &FormRow::variants, "How published reports print it otherwise."},
              Field{"group", &FormRow::group, "Index of the enclosing group, or None."},
              Field{"unit", &FormRow::unit, "Its unit, where the row says it."},
              Field{"indent", &FormRow::indent, "How far it is indented in a list."},
              Field{"kind", &FormRow::kind, "What it holds, where it differs from the column's."});
  row.def("__repr__", [](const FormRow& value) { return one_line("FormRow", value.id + ' ' + value.label); });

  py::class_<FormColumn> column(module, "FormColumn", "A column of a form.");
  bind_struct(column, 1, Field{"id", &FormColumn::id, "Its id; empty for the only column of a list."},
              Field{"label", &FormColumn::label, "As the form prints it."},
              Field{"label_en", &FormColumn::label_en, "In English; empty where the form is."},
              Field{"variants", &FormColumn::variants, "How published reports print it otherwise."},
              Field{"group", &FormColumn::group, "Index of the enclosing group, or None."},
              Field{"kind", &FormColumn::kind, "What its cells hold."},
              Field{"is_signed", &FormColumn::is_signed, "Whether they may be negative (本年增/减)."},
              Field{"unit", &FormColumn::unit, "Their unit."},
              Field{"merge", &FormColumn::merge, "How the cells of many reports become one."},
              Field{"histogram", &FormColumn::histogram, "The table with the distribution of a median."});
  column.def("__repr__", [](const FormColumn& value) { return one_line("FormColumn", value.id + ' ' + value.label); });

  py::class_<FormTable>(module, "FormTable", "One table of a form.")
      .def_readonly("id", &FormTable::id, "Its id: `requests`.")
      .def_readonly("label", &FormTable::label, "Its title on the form.")
      .def_readonly("label_en", &FormTable::label_en, "Its title in English.")
      .def_readonly("shape", &FormTable::shape, "Whose rows it has.")
      .def_readonly("layout", &FormTable::layout, "How it stands on paper.")
      .def_readonly("rows", &FormTable::rows, "The rows of a fixed table.")
      .def_readonly("columns", &FormTable::columns, "The columns.")
      .def("__repr__", [](const FormTable& value) { return one_line("FormTable", value.id + ' ' + value.label); });

  py::class_<FormCheck>(module, "FormCheck", "One check that a form asks for.")
      .def_readonly("code", &FormCheck::code, "Code of its findings: T3.BAL.")
      .def_readonly("kind", &FormCheck::kind, "Which of the closed set of checks it is.")
      .def_readonly("severity", &FormCheck::severity, "How bad a failure is, unless the caller says otherwise.")
      .def_readonly("citation", &FormCheck::citation, "Its ground; None for practice.")
      .def_property_readonly("needs_last_year", &FormCheck::needs_last_year, "Whether it needs the report before.")
      .def("__repr__", [](const FormCheck& value) {
        return one_line("FormCheck", value.code + ' ' + std::string{to_string(value.kind)});
      });
}

}  // namespace

void bind_form(py::module_& module) {
  bind_enums(module);
  bind_parts(module);
  py::class_<Form>(module, "Form", "A report form as data: chapters, tables with labels and spans, checks. Immutable.")
      .def_static("builtin", &Form::builtin, py::arg("id"),
                  "By id: cn-narrative-2008, cn-statistics-2014 (a draft), cn-trial-2019, cn-format-2021, "
                  "us-foia-annual. NotFoundError 402.")
      .def_static("builtin_ids", &Form::builtin_ids, "The ids of the built-in forms.")
      .def_static("of_year", &Form::of_year, py::arg("country"), py::arg("report_year"),
                  "The built-in forms of a country for reports of a year, drafts left out.")
      .def_static("parse", &Form::parse, py::arg("json"), py::arg("file") = "form",
                  "Reads a form strictly: RulebookError 311 with file and JSON pointer.")
      .def_property_readonly("id", &Form::id, "Its id.")
      .def_property_readonly("country", &Form::country, "The country: cn.")
      .def_property_readonly("status", &Form::status, "Whether it is in force.")
      .def_property_readonly("name", &Form::name, "Its official name.")
      .def_property_readonly("name_en", &Form::name_en, "Its name in English.")
      .def_property_readonly("citation", &Form::citation, "Where it was laid down.")
      .def_property_readonly("first_year", &Form::first_year, "The first report year that it is for.")
      .def_property_readonly("last_year", &Form::last_year, "The last one; None while it is in force.")
      .def_property_readonly("tables", &Form::tables, "Its tables.")
      .def_property_readonly("checks", &Form::checks, "Its checks.")
      .def_property_readonly("json", &Form::json, "The JSON that it was read from.")
      .def("table", &Form::table, py::arg("id"), py::return_value_policy::copy, "A table by id; NotFoundError 402.")
      .def(
          "__eq__", [](const Form& a, const Form& b) { return a == b; }, py::is_operator())
      .def(
          "__ne__", [](const Form& a, const Form& b) { return a != b; }, py::is_operator())
      .def("__hash__", [](const Form& form) { return py::hash(py::cast(form.json())); })
      .def("__repr__", [](const Form& form) { return one_line("Form", form.id()); })
      .def(py::pickle([](const Form& form) { return py::make_tuple(form.json()); },
                      [](const py::tuple& state) {
                        if (state.size() != 1) {
                          throw InvalidArgumentError{ErrorCode::invalid_option, "pickle",
                                                     "a pickle of another version of gongkai: write it again from "
                                                     "its source"};
                        }
                        return Form::parse(state[0].cast<std::string>(), "pickle");
                      }));
}

}  // namespace gongkai::bindings
