// SPDX-License-Identifier: Apache-2.0
// Module clock: another limit over a register, and how long answers took.
#include <gongkai/clock/day_histogram.hpp>
#include <gongkai/clock/what_if.hpp>

#include "value.hpp"

namespace gongkai::bindings {
namespace {

py::dict dict_of(const StatusTally& tally) {
  py::dict out;
  for (std::size_t i = 0; i < tally.cases.size(); ++i) {
    out[py::str(std::string{to_string(static_cast<DeadlineStatus>(i))})] = tally.cases[i];
  }
  out["not_begun"] = tally.not_begun;
  return out;
}

void bind_what_if(py::module_& module) {
  py::class_<StatusChange> change(module, "StatusChange", "A case that stands elsewhere under another limit.");
  change.def_readonly("index", &StatusChange::index, "In the list that was given.")
      .def_readonly("id", &StatusChange::id, "As it was given.")
      .def_readonly("before", &StatusChange::before, "Its status as it was; None: no clock runs.")
      .def_readonly("after", &StatusChange::after, "As it would be.")
      .def_readonly("due_before", &StatusChange::due_before, "The due day as it was.")
      .def_readonly("due_after", &StatusChange::due_after, "As it would be.")
      .def("__repr__", [](const StatusChange& value) { return one_line("StatusChange", value.id); });
  py::class_<WhatIf> answer(module, "WhatIf", "Where the cases of a register stand under two clocks.");
  answer
      .def_property_readonly(
          "before", [](const WhatIf& value) { return dict_of(value.before); },
          "Cases by name of `DeadlineStatus` and `not_begun`, as it is.")
      .def_property_readonly(
          "after", [](const WhatIf& value) { return dict_of(value.after); }, "The same, as it would be.")
      .def_property_readonly(
          "late_before", [](const WhatIf& value) { return value.before.late(); }, "Answered late or overdue, as it is.")
      .def_property_readonly(
          "late_after", [](const WhatIf& value) { return value.after.late(); }, "The same, as it would be.")
      .def_readonly("changes", &WhatIf::changes, "Cases whose status differs, in the order given.")
      .def("__repr__", [](const WhatIf& value) {
        return one_line("WhatIf",
                        std::to_string(value.before.late()) + " late, would be " + std::to_string(value.after.late()));
      });
  const py::class_<Clock> clock = module.attr("Clock");
  const auto supposed = [&](auto limit_of, const char* what) {
    clock.attr("with_limit") = py::cpp_function(limit_of, py::name("with_limit"), py::is_method(clock),
                                                py::sibling(py::getattr(clock, "with_limit", py::none())),
                                                py::arg("rule"), py::arg("limit"), what);
  };
  supposed(
      [](const Clock& self, const std::string& rule, WorkingDays limit) {
        return with_limit(self, rule, TimeLimit{limit.count(), TimeUnit::working_days});
      },
      "The clock with another length of one limit (`reply`, `extension`, …), for what_if. NotFoundError 402, "
      "InvalidArgumentError 103, 107.");
  supposed(
      [](const Clock& self, const std::string& rule, CalendarDays limit) {
        return with_limit(self, rule, TimeLimit{limit.count(), TimeUnit::calendar_days});
      },
      "The same in calendar days.");
  clock.attr("what_if") = py::cpp_function(
      [](const Clock& before, const std::vector<std::pair<std::string, ClockHistory>>& cases, const Clock& after,
         Date as_of, DeadlineKind kind) {
        std::vector<ClockCase> list;
        list.reserve(cases.size());
        for (const auto& [id, history] : cases) {
          list.push_back({id, kind, history});
        }
        const py::gil_scoped_release release;
        return what_if(list, before, after, as_of);
      },
      py::name("what_if"), py::is_method(clock), py::arg("cases"), py::arg("after"), py::arg("as_of"),
      py::arg("kind") = DeadlineKind::reply,
      "Where every case of a register of (id, history) would stand on a day under another clock.");
}

void bind_histogram(py::module_& module) {
  py::class_<DayHistogram> type(
      module, "DayHistogram", "How long something took, over many cases: exact counts of whole days, to be added up.");
  type.def(py::init<>(), "Without cases.")
      .def_static(
          "of",
          [](const std::vector<std::optional<std::int32_t>>& days) {
            DayHistogram out;
            for (const auto& each : days) {
              if (each) {
                out.add(*each);
              }
            }
            return out;
          },
          py::arg("days"), "Every number; None is left out. InvalidArgumentError 103 for a negative one.")
      .def_static("from_json", &DayHistogram::from_json, py::arg("data"), py::arg("file") = "histogram.json",
                  "What `to_json` wrote. ParseError 201-206.")
      .def_property_readonly("total", &DayHistogram::total, "Cases.")
      .def_property_readonly("counts", &DayHistogram::counts, "Days to cases, in order; none with 0.")
      .def_property_readonly("shortest", &DayHistogram::shortest, "Or None.")
      .def_property_readonly("longest", &DayHistogram::longest, "Or None.")
      .def_property_readonly("median", &DayHistogram::median, "One decimal, exact; None without cases.")
      .def("add", &DayHistogram::add, py::arg("days"), py::arg("cases") = 1, "So many more that took `days`.")
      .def("merge", &DayHistogram::merge, py::arg("other"), "Adds the cases of another; the order does not matter.")
      .def("at_most", &DayHistogram::at_most, py::arg("days"), "Cases that took `days` or fewer.")
      .def("quantile", &DayHistogram::quantile, py::arg("numerator"), py::arg("denominator"),
           "The fewest days in which that share of the cases was done (nearest rank), or None.")
      .def("mean", &DayHistogram::mean, py::arg("decimals") = 1, "Rounded half up, or None.")
      .def("to_json", &DayHistogram::to_json, "For `from_json`.")
      .def(
          "__eq__", [](const DayHistogram& a, const DayHistogram& b) { return a == b; }, py::is_operator())
      .def(
          "__ne__", [](const DayHistogram& a, const DayHistogram& b) { return a != b; }, py::is_operator())
      .def(py::pickle([](const DayHistogram& value) { return value.to_json(); },
                      [](const std::string& data) { return DayHistogram::from_json(data, "pickle"); }))
      .def("__repr__", [](const DayHistogram& value) { return one_line("DayHistogram", printed(value)); });
  type.attr("__hash__") = py::none();  // it may be added to
}

}  // namespace

void bind_clock_statistics(py::module_& module) {
  bind_what_if(module);
  bind_histogram(module);
}

}  // namespace gongkai::bindings
