// SPDX-License-Identifier: Apache-2.0
// Many reports and many requests at once: columns from numpy or any buffer in, counts as a buffer out.
#include <array>

#include <gongkai/facts/count.hpp>
#include <gongkai/report/batch.hpp>
#include <gongkai/report/merge.hpp>

#include "value.hpp"

namespace gongkai::bindings {
namespace {

/// A column of a buffer, its memory shared; `owner` keeps it alive. `InvalidArgumentError` 105 for another type.
template <typename T>
Span<const T> column_of(const py::buffer_info& info, const char* name) {
  if (info.ndim != 1 || !info.item_type_is_equivalent_to<T>() ||
      (info.size > 1 && info.strides[0] != static_cast<py::ssize_t>(sizeof(T)))) {
    throw InvalidArgumentError{
        ErrorCode::unsupported_column, name,
        std::string{name} + ": an array of uint" + std::to_string(8 * sizeof(T)) + " without gaps is wanted"};
  }
  return {static_cast<const T*>(info.ptr), static_cast<std::size_t>(info.size)};
}

void bind_reports(py::module_& module) {
  py::class_<BatchFinding>(module, "BatchFinding", "A finding and the report that it is about.")
      .def_readonly("report", &BatchFinding::report, "Its place in the batch.")
      .def_property_readonly(
          "finding", [](const BatchFinding& it) { return it.finding; }, "What is wrong.")
      .def("__repr__", [](const BatchFinding& it) {
        return one_line("BatchFinding", std::to_string(it.report) + ' ' + it.finding.code);
      });
  py::class_<ReportBatch>(module, "ReportBatch",
                          "Many filled reports of one form in contiguous memory: checked and summed by the million.")
      .def(py::init<Form>(), py::arg("form"))
      .def_property_readonly("form", &ReportBatch::form, "Their form.")
      .def("__len__", &ReportBatch::size)
      .def(
          "add", [](ReportBatch& batch, const AnnualReport& report) { batch.add(report); }, py::arg("report"),
          "Its tables; texts, places and names are not kept. InvalidArgumentError 103 for tables of another form.")
      .def(
          "report",
          [](const ReportBatch& batch, std::size_t index) {
            if (index >= batch.size()) {
              throw py::index_error("there are " + std::to_string(batch.size()) + " reports");
            }
            return batch.report(index);
          },
          py::arg("index"), "One report again, without name and year.")
      .def(
          "check",
          [](const ReportBatch& batch) {
            const py::gil_scoped_release unlocked;
            return check(batch);
          },
          "What `check` finds in each report, in the order of the reports.")
      .def("__repr__",
           [](const ReportBatch& batch) { return one_line("ReportBatch", std::to_string(batch.size()) + " reports"); });
  module.def(
      "merge_groups",
      [](const ReportBatch& batch, const py::buffer& groups, std::size_t count) {
        const auto info = groups.request();
        const auto column = column_of<std::uint32_t>(info, "groups");
        const py::gil_scoped_release unlocked;
        return merge_groups(batch, column, count);
      },
      py::arg("batch"), py::arg("groups"), py::arg("count"),
      "The reports summed into groups: report i goes to groups[i] (uint32), which is less than count. One roll-up a "
      "group, children forgotten. InvalidArgumentError 104 for another number of groups, 103 for one out of range.");
}

void bind_counts(py::module_& module) {
  py::class_<CountShape> shape(module, "CountShape",
                               "How many of each there are. With the 21 outcomes of the form of 2021, outcomes is 22: "
                               "the one after the last is pending.");
  shape.def(py::init([](std::size_t agencies, std::size_t years, std::size_t types, std::size_t outcomes) {
              return CountShape{agencies, years, types, outcomes};
            }),
            py::kw_only(), py::arg("agencies"), py::arg("years"), py::arg("applicant_types"), py::arg("outcomes"));
  bind_struct(shape, 1, Field{"agencies", &CountShape::agencies, "Of agencies."},
              Field{"years", &CountShape::years, "Of years."},
              Field{"applicant_types", &CountShape::applicant_types, "Of the taxonomy applicant_type."},
              Field{"outcomes", &CountShape::outcomes, "Of the taxonomy outcome, and pending."});
  shape.def("__repr__", [](const CountShape& it) {
    return "CountShape(agencies=" + std::to_string(it.agencies) + ", years=" + std::to_string(it.years) +
           ", applicant_types=" + std::to_string(it.applicant_types) + ", outcomes=" + std::to_string(it.outcomes) +
           ')';
  });

  py::class_<RequestCounts>(module, "RequestCounts",
                            "A number for each agency, year, type and outcome: `numpy.asarray(counts)` has those four "
                            "dimensions and shares the memory.",
                            py::buffer_protocol())
      .def_property_readonly(
          "shape", [](const RequestCounts& it) { return it.shape(); }, "How many of each.")
      .def("at", &RequestCounts::at, py::arg("agency"), py::arg("year"), py::arg("type"), py::arg("outcome"),
           "InvalidArgumentError 103 outside the shape.")
      .def(
          "__add__", [](const RequestCounts& a, const RequestCounts& b) { return merge(a, b); }, py::is_operator(),
          py::arg("other"))
      .def("__repr__",
           [](const RequestCounts& it) {
             return one_line("RequestCounts", std::to_string(it.shape().size()) + " counters");
           })
      .def_buffer([](RequestCounts& it) {
        const auto& s = it.shape();
        const std::array<std::size_t, 4> extents{s.agencies, s.years, s.applicant_types, s.outcomes};
        std::vector<py::ssize_t> dimensions(extents.begin(), extents.end());
        std::vector<py::ssize_t> strides(4, sizeof(std::int64_t));
        for (std::size_t i = 3; i-- > 0;) {
          strides[i] = strides[i + 1] * dimensions[i + 1];
        }
        return py::buffer_info(const_cast<std::int64_t*>(it.values().data()), sizeof(std::int64_t),
                               py::format_descriptor<std::int64_t>::format(), 4, std::move(dimensions),
                               std::move(strides), true);
      });

  module.def(
      "count",
      [](const py::buffer& agency, const py::buffer& year, const py::buffer& type, const py::buffer& outcome,
         const CountShape& of) {
        const std::array<py::buffer_info, 4> info{agency.request(), year.request(), type.request(), outcome.request()};
        const CountColumns rows{column_of<std::uint16_t>(info[0], "agency"), column_of<std::uint8_t>(info[1], "year"),
                                column_of<std::uint8_t>(info[2], "applicant_type"),
                                column_of<std::uint8_t>(info[3], "outcome")};
        const py::gil_scoped_release unlocked;
        return count(rows, of);
      },
      py::arg("agency"), py::arg("year"), py::arg("applicant_type"), py::arg("outcome"), py::arg("shape"),
      "Counts of requests, hundreds of millions of rows a second: agency uint16, the others uint8, members of "
      "taxonomies from 0 in their order. InvalidArgumentError 105 for other types, 104 for other lengths, 103 with the "
      "first row outside the shape.");

  py::class_<RequestColumns>(module, "RequestColumns", "The requests of many agencies as columns, filled from facts.")
      .def(py::init<Rulebook, std::int32_t>(), py::arg("rulebook"), py::arg("first_year"))
      .def("add", &RequestColumns::add, py::arg("agency"), py::arg("facts"),
           "The requests of one agency; what cannot be counted is left out and counted there.")
      .def("__len__", &RequestColumns::size)
      .def_property_readonly("left_out", &RequestColumns::left_out,
                             "Requests without a day of receipt, with an unknown type or outcome.")
      .def(
          "count",
          [](const RequestColumns& columns, const CountShape& of) {
            const py::gil_scoped_release unlocked;
            return count(columns.by_received_year(), of);
          },
          py::arg("shape"), "By the year of receipt. InvalidArgumentError 103 for a request received before the first.")
      .def(
          "fill",
          [](const RequestColumns& columns, const Form& form, const CountShape& of, const Rulebook& rulebook) {
            const py::gil_scoped_release unlocked;
            return fill_requests(form, columns.rows(), of, rulebook);
          },
          py::arg("form"), py::arg("shape"), py::arg("rulebook"),
          "A report for each agency and year, agency by agency, with what is carried over: `fill_requests` of C++.")
      .def("__repr__", [](const RequestColumns& it) {
        return one_line("RequestColumns", std::to_string(it.size()) + " requests");
      });
}

}  // namespace

void bind_batch(py::module_& module) {
  bind_reports(module);
  bind_counts(module);
}

}  // namespace gongkai::bindings
