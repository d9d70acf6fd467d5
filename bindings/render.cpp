// SPDX-License-Identifier: Apache-2.0
// Module report: how reports and tables are written for people and programs.
#include <pybind11/native_enum.h>

#include <gongkai/report/render.hpp>

#include "common.hpp"

namespace gongkai::bindings {
namespace {

template <typename T>
std::string written(const T& value, RenderFormat format, std::vector<Finding> findings, Language language) {
  RenderOptions options;
  options.findings = std::move(findings);
  options.language = language;
  return render(value, format, options);
}

template <typename T>
void bind_written(py::module_& module, const char* doc) {
  module.def("render", &written<T>, py::arg("value"), py::arg("format"), py::arg("findings") = std::vector<Finding>{},
             py::arg("language") = Language::zh, py::call_guard<py::gil_scoped_release>(), doc);
  // What a notebook shows.
  const py::object type = py::type::of<T>();
  type.attr("_repr_html_") =
      py::cpp_function([](const T& value) { return written(value, RenderFormat::html, {}, Language::zh); },
                       py::name("_repr_html_"), py::is_method(type), "As HTML.");
}

}  // namespace

void bind_render(py::module_& module) {
  py::native_enum<RenderFormat>(module, "RenderFormat", "enum.Enum", "What a report or a table is written as.")
      .value("text", RenderFormat::text, "UTF-8 for terminals and mail, columns aligned.")
      .value("markdown", RenderFormat::markdown, "Tables with bars.")
      .value("html", RenderFormat::html, "A page of its own, with its style; for print too.")
      .value("csv", RenderFormat::csv, "One line a cell; text that a spreadsheet would take for a formula is disarmed.")
      .value("json", RenderFormat::json, "The report as JSON, schema 1.")
      .finalize();
  bind_written<AnnualReport>(module,
                             "A whole report; findings stand beside their cells and as a list. A narrative report "
                             "without its text is told in sentences, which `read` reads back.");
  bind_written<Table>(module, "One table as it stands on the official form; as HTML a <table> element.");
}

}  // namespace gongkai::bindings
