// SPDX-License-Identifier: Apache-2.0
// Module base: days, decimals, citations, places, findings.
#include <pybind11/native_enum.h>
#include <pybind11/operators.h>

#include <functional>

#include <gongkai/base/citation.hpp>
#include <gongkai/base/date.hpp>
#include <gongkai/base/decimal.hpp>
#include <gongkai/base/finding.hpp>
#include <gongkai/base/language.hpp>
#include <gongkai/base/period.hpp>
#include <gongkai/base/place.hpp>

#include "value.hpp"

namespace gongkai::bindings {
namespace {

template <typename Days>
py::class_<Days> bind_days(py::module_& module, const char* name, const char* doc) {
  py::class_<Days> type(module, name, doc);
  type.def(py::init<std::int32_t>(), py::arg("count"))
      .def_property_readonly("count", &Days::count, "The number of days; negative counts back.")
      .def(py::self + py::self)
      .def(py::self - py::self)
      .def(-py::self)
      .def(py::self == py::self)
      .def(py::self != py::self)
      .def(py::self < py::self)
      .def(py::self <= py::self)
      .def(py::self > py::self)
      .def(py::self >= py::self)
      .def("__hash__", [name](Days days) { return py::hash(py::make_tuple(name, days.count())); })
      .def("__repr__", [name](Days days) { return std::string{name} + "(" + std::to_string(days.count()) + ")"; })
      .def("__str__", &printed<Days>)
      .def(py::pickle([](Days days) { return py::make_tuple(1, days.count()); },
                      [](const py::tuple& state) { return Days{state[1].cast<std::int32_t>()}; }));
  return type;
}

void bind_periods(py::module_& module) {
  bind_days<WorkingDays>(
      module, "WorkingDays",
      "工作日: days on which public bodies work, make-up days (调休上班) included. Only a WorkCalendar "
      "can add them to a day.");
  bind_days<CalendarDays>(module, "CalendarDays", "自然日: every day counts. `date + CalendarDays(60)` is a date.")
      .def(
          "__add__", [](CalendarDays days, Date date) { return date + days; }, py::is_operator())
      .def(
          "__radd__", [](CalendarDays days, Date date) { return date + days; }, py::is_operator())
      .def(
          "__rsub__", [](CalendarDays days, Date date) { return date - days; }, py::is_operator());
}

void bind_decimal(py::module_& module) {
  py::class_<Decimal> type(
      module, "Decimal",
      "A decimal number as printed: `Decimal(1190, 2)` is 11.90 and not equal to 11.9, but has the "
      "same value.");
  type.def(py::init([](std::int64_t unscaled, int decimals) {
             return Decimal{unscaled, decimals};
           }),
           py::arg("unscaled"), py::arg("decimals") = 0)
      .def(py::init(&Decimal::parse), py::arg("text"),
           "As printed: `Decimal('11.90')`. InvalidArgumentError 103 for anything but digits, a sign and a point.");
  bind_struct(type, 1, Field{"unscaled", &Decimal::unscaled, "The number without its decimal point."},
              Field{"decimals", &Decimal::decimals, "How many digits stand behind the decimal point."});
  type.def("same_value", &same_value, py::arg("other"), "Whether both mean the same number: 1.50 and 1.5 do.")
      .def("__float__", &Decimal::to_double)
      .def("__repr__",
           [](const Decimal& value) {
             return "Decimal(" + std::to_string(value.unscaled) + ", " + std::to_string(value.decimals) + ")";
           })
      .def("__str__", &Decimal::to_string);
}

void bind_citation(py::module_& module) {
  py::class_<Citation>(module, "Citation", "Where a rule stands: the instrument and, where it has one, the article.")
      .def(py::init<std::string, std::string>(), py::arg("instrument"), py::arg("article") = "")
      .def_property_readonly("instrument", &Citation::instrument, "As the source prints it: 国务院令第711号.")
      .def_property_readonly("article", &Citation::article, "Empty when the instrument is cited as a whole.")
      .def(py::self == py::self)
      .def(py::self != py::self)
      .def("__hash__",
           [](const Citation& value) { return py::hash(py::make_tuple(value.instrument(), value.article())); })
      .def("__repr__",
           [](const Citation& value) {
             return "Citation(" + repr(value.instrument()) +
                    (value.article().empty() ? ")" : ", " + repr(value.article()) + ")");
           })
      .def("__str__", &Citation::to_string)
      .def(py::pickle([](const Citation& value) { return py::make_tuple(1, value.instrument(), value.article()); },
                      [](const py::tuple& state) {
                        return Citation{state[1].cast<std::string>(), state[2].cast<std::string>()};
                      }));
}

void bind_place(py::module_& module) {
  py::class_<Place> type(module, "Place",
                         "Where something stands in a document. All counts begin at 1; columns are characters.");
  type.def(
      py::init([](std::optional<std::int32_t> line, std::optional<std::int32_t> column,
                  std::optional<std::int32_t> table, std::optional<std::int32_t> row, std::optional<std::int32_t> cell,
                  std::optional<std::int64_t> byte_offset, std::optional<std::int64_t> byte_length, std::string text) {
        Place place;
        place.line = line;
        place.column = column;
        place.table = table;
        place.row = row;
        place.cell = cell;
        place.byte_offset = byte_offset;
        place.byte_length = byte_length;
        place.text = std::move(text);
        return place;
      }),
      py::kw_only(), py::arg("line") = py::none(), py::arg("column") = py::none(), py::arg("table") = py::none(),
      py::arg("row") = py::none(), py::arg("cell") = py::none(), py::arg("byte_offset") = py::none(),
      py::arg("byte_length") = py::none(), py::arg("text") = "");
  bind_struct(type, 1, Field{"line", &Place::line, "Line of running text."},
              Field{"column", &Place::column, "Column in the line, in characters."},
              Field{"table", &Place::table, "Number of the table."}, Field{"row", &Place::row, "Row of the table."},
              Field{"cell", &Place::cell, "Cell of the row."},
              Field{"byte_offset", &Place::byte_offset, "First byte in the decoded UTF-8 text, from 0."},
              Field{"byte_length", &Place::byte_length, "Number of bytes there."},
              Field{"text", &Place::text, "What is printed there."});
  type.def(py::self < py::self)
      .def("__repr__", [](const Place& place) { return one_line("Place", printed(place)); })
      .def("__str__", &printed<Place>);
}

void bind_finding(py::module_& module) {
  py::native_enum<Severity>(module, "Severity", "enum.Enum", "How bad a finding is.")
      .value("error", Severity::error, "Cannot be right, or breaks a duty.")
      .value("warning", Severity::warning, "Very likely wrong, but with an innocent reading.")
      .value("note", Severity::note, "Worth a look.")
      .finalize();
  py::native_enum<Language>(module, "Language", "enum.Enum", "The language of an explanation or a label.")
      .value("en", Language::en, "English.")
      .value("zh", Language::zh, "Chinese (中文).")
      .finalize();
  py::native_enum<Family>(module, "Family", "enum.Enum", "Which family of rules made a finding.")
      .value("logic", Family::logic)
      .value("text", Family::text)
      .value("completeness", Family::completeness)
      .value("timeliness", Family::timeliness)
      .value("originality", Family::originality)
      .value("wording", Family::wording)
      .value("reading", Family::reading)
      .value("procedure", Family::procedure)
      .finalize();

  py::class_<Finding> type(module, "Finding",
                           "What a check found: a value, never an exception. It names the rule, both sides of its "
                           "equation, the cells, and where each number stands.");
  bind_struct(type, 1, Field{"code", &Finding::code, "Stable, as X.PARTS; see docs/errors.md."},
              Field{"family", &Finding::family, "Which family of rules."},
              Field{"severity", &Finding::severity, "How bad it is."},
              Field{"message", &Finding::message, "One sentence in English."},
              Field{"message_zh", &Finding::message_zh, "The same in Chinese."},
              Field{"left", &Finding::left,
                    "The computed side, with the printed number of decimals; None if there is "
                    "none."},
              Field{"right", &Finding::right, "The printed side; None if there is none."},
              Field{"cells", &Finding::cells, "Paths of the cells: narrative.proactive_total."},
              Field{"where", &Finding::where, "Where each number stands."},
              Field{"citation", &Finding::citation, "The legal source; empty where there is none."},
              Field{"suggestion", &Finding::suggestion, "A likely repair; empty where there is none."});
  type.def(py::self < py::self)
      .def("__repr__", [](const Finding& finding) { return one_line("Finding", printed(finding)); })
      .def("__str__", &printed<Finding>);
}

}  // namespace

void bind_base(py::module_& module) {
  bind_periods(module);
  bind_decimal(module);
  bind_citation(module);
  bind_place(module);
  bind_finding(module);
}

}  // namespace gongkai::bindings
