// SPDX-License-Identifier: Apache-2.0
// Facts as Arrow tables, out and in, by the Arrow PyCapsule interface; requests as a stream of events.
#include <pybind11/native_enum.h>

#include <gongkai/facts/stream.hpp>
#include <gongkai/io/arrow.hpp>
#include <gongkai/io/arrow_abi.hpp>

#include "arrow_capsule.hpp"

namespace gongkai::bindings {
void bind_facts_arrow(py::module_& module) {
  py::native_enum<FactTable>(module, "FactTable", "enum.Enum", "Which of the lists of `Facts`.")
      .value("requests", FactTable::requests, "One line a request.")
      .value("remedies", FactTable::remedies, "One line a case of reconsideration or litigation.")
      .value("publications", FactTable::publications, "One line a version of a record.")
      .value("reviews", FactTable::reviews, "One line a review.")
      .value("fees", FactTable::fees, "One line a payment.")
      .value("figures", FactTable::figures, "One line a figure declared or brought along.")
      .value("inquiries", FactTable::inquiries, "One line an inquiry (咨询).")
      .finalize();
  module.def("fact_columns", &fact_columns, py::arg("table"), "The names of the columns of a table.");
  module.def(
      "_export_facts",
      [](const Facts& facts, FactTable table) {
        return capsule_of<ArrowArrayStream>("arrow_array_stream",
                                            [&](ArrowArrayStream& out) { export_arrow(facts, table, &out); });
      },
      py::arg("facts"), py::arg("table"));
  module.def(
      "import_arrow",
      [](FactTable table, const py::object& source, const std::optional<Facts>& into) {
        const auto stream =
            taken(pointed_to<ArrowArrayStream>(source.attr("__arrow_c_stream__")(), "arrow_array_stream"));
        return import_arrow(table, stream.get(), into.value_or(Facts{}));
      },
      py::arg("table"), py::arg("source"), py::arg("into") = py::none(),
      "Facts from any table with `__arrow_c_stream__` (pyarrow, polars, duckdb, pandas 2.2 and later): `into`, or "
      "empty "
      "ones, with this list replaced. InvalidArgumentError 105 names the column and the row that do not fit.");

  py::class_<RequestStream>(module, "RequestStream",
                            "Facts of requests from events as they come, for registers longer than memory: only open "
                            "cases and those of the year that is not over are held.")
      .def(py::init<const RequestRules&>(), py::arg("rules"))
      .def("add", &RequestStream::add, py::arg("event"),
           "In the order of legal days, else InvalidArgumentError 103; corrections already put in place.")
      .def_property_readonly("held", &RequestStream::held, "Cases in memory.")
      .def("take", &RequestStream::take, "The facts that are certain so far; they are not told again.")
      .def("finish", &RequestStream::finish, "All that is left, open cases included. The stream begins anew.")
      .def("__repr__", [](const RequestStream& it) {
        return one_line("RequestStream", std::to_string(it.held()) + " cases held");
      });
}

}  // namespace gongkai::bindings
