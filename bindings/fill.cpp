// SPDX-License-Identifier: Apache-2.0
// Module report: filling a form with counts.
#include <pybind11/native_enum.h>

#include <gongkai/report/fill.hpp>

#include "common.hpp"

namespace gongkai::bindings {
namespace {

// Whole numbers may be given as such, and Python's own decimals; floating-point numbers may not.
Decimal figure(const py::handle& value) {
  if (py::isinstance<py::int_>(value)) {
    return {value.cast<std::int64_t>(), 0};
  }
  if (py::isinstance(value, py::module_::import("decimal").attr("Decimal"))) {
    return Decimal::parse(py::str("{:f}").format(value).cast<std::string>());
  }
  return value.cast<Decimal>();
}

AnnualReport filled(const Form& form, const py::dict& counts, std::optional<std::string> organisation,
                    std::optional<int> year, std::optional<std::string> level, Missing missing, Totals totals) {
  Counts given;
  given.reserve(counts.size());
  for (const auto& [path, value] : counts) {
    given.emplace_back(path.cast<std::string>(), figure(value));
  }
  const py::gil_scoped_release unlocked;
  return fill(form, given, {std::move(organisation), year, std::move(level), missing, totals});
}

}  // namespace

void bind_fill(py::module_& module) {
  py::native_enum<Missing>(module, "Missing", "enum.Enum", "What a cell without a count becomes.")
      .value("blank", Missing::blank, "An empty cell: nobody said that it is zero.")
      .value("zero", Missing::zero, "Zero: the counts are complete, as from a register.")
      .finalize();
  py::native_enum<Totals>(module, "Totals", "enum.Enum", "Whether totals and shares that are not given are worked out.")
      .value("as_given", Totals::as_given, "They stay as the counts have them.")
      .value("compute", Totals::compute,
             "By the form's sums and ratios, where every part is a number; a blank part leaves the total blank.")
      .finalize();
  module.def("fill", &filled, py::arg("form"), py::arg("counts"), py::kw_only(), py::arg("organisation") = std::nullopt,
             py::arg("year") = std::nullopt, py::arg("level") = std::nullopt, py::arg("missing") = Missing::blank,
             py::arg("totals") = Totals::compute,
             "A complete report of the form. `counts`: path to int, Decimal or decimal.Decimal, such as "
             "{'requests.granted.natural_person': 64}. Shares are rounded half up to two decimals, a whole 0 or 100 "
             "without, as the reports of 2013 print them. NotFoundError 402 for a path that the form does not have.");
}

}  // namespace gongkai::bindings
