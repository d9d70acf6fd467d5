// SPDX-License-Identifier: Apache-2.0
#pragma once
// What every binding file needs. Every file has one `bind_` function, called by module.cpp in the order of the modules,
// and in it the same order for every class: constructors, factories, properties, predicates, operations, operators,
// text. There is no logic here.

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <sstream>
#include <string>

#include "casters.hpp"

namespace gongkai::bindings {

namespace py = pybind11;

void bind_errors(py::module_& module);
void bind_base(py::module_& module);
void bind_codes(py::module_& module);
void bind_text(py::module_& module);
void bind_calendar(py::module_& module);
void bind_calendar_columns(py::module_& module);
void bind_rules(py::module_& module);
void bind_form(py::module_& module);
void bind_table(py::module_& module);
void bind_report(py::module_& module);
void bind_document(py::module_& module);
void bind_fill(py::module_& module);
void bind_merge(py::module_& module);
void bind_run(py::module_& module);
void bind_render(py::module_& module);
void bind_clock(py::module_& module);
void bind_clock_columns(py::module_& module);
void bind_clock_statistics(py::module_& module);
void bind_event(py::module_& module);
void bind_catalogue(py::module_& module);
void bind_request(py::module_& module);
void bind_request_questions(py::module_& module);
void bind_review(py::module_& module);
void bind_facts(py::module_& module);
void bind_facts_arrow(py::module_& module);
void bind_release(py::module_& module);
void bind_register(py::module_& module);
void bind_letter(py::module_& module);
void bind_batch(py::module_& module);

/// As `operator<<` prints it.
template <typename T>
std::string printed(const T& value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

/// `<Name text>` in one line, whatever the text holds.
inline std::string one_line(const char* name, std::string text) {
  for (char& character : text) {
    if (static_cast<unsigned char>(character) < 0x20) {
      character = ' ';
    }
  }
  return std::string{"<"} + name + ' ' + text + '>';
}

/// What the Python half makes of a table: gongkai.tables.
inline py::object framed(const char* function, const py::object& self, const std::string& layout) {
  return py::module_::import("gongkai.tables").attr(function)(self, layout);
}

/// As Python's `repr` prints it.
template <typename T>
std::string repr(const T& value) {
  return py::repr(py::cast(value)).template cast<std::string>();
}

}  // namespace gongkai::bindings
