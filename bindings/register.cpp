// SPDX-License-Identifier: Apache-2.0
// An office's registers, line by line, as events, and the report of a year from them.
#include <pybind11/native_enum.h>

#include <gongkai/facts/register.hpp>

#include "actions.hpp"
#include "facts/fields.hpp"

namespace gongkai::bindings {
namespace {

void bind_lines(py::module_& module) {
  bind_fields<ConsultationLine>(module, "ConsultationLine", "A third party or another agency that was asked.");
  bind_fields<RequestLine>(module, "RequestLine",
                           "One request as a register has it (依申请公开登记簿). Words are tokens of the rulebook's "
                           "taxonomies; what is left out is unknown.");
  bind_fields<RemedyLine>(module, "RemedyLine", "One case of reconsideration or litigation (复议诉讼台账).");
  bind_fields<RecordLine>(module, "RecordLine", "One piece of information as a register has it (主动公开信息登记表).");
  bind_fields<FigureLine>(module, "FigureLine",
                          "A figure for a cell of the report that is not counted here, or that is brought along.");
  py::class_<RegisterLines>(module, "RegisterLines", "All lines of an office's registers.")
      .def(py::init([](std::vector<RequestLine> requests, std::vector<RemedyLine> remedies,
                       std::vector<RecordLine> records, std::vector<FigureLine> figures) {
             return RegisterLines{std::move(requests), std::move(remedies), std::move(records), std::move(figures)};
           }),
           py::kw_only(), py::arg("requests") = py::tuple(), py::arg("remedies") = py::tuple(),
           py::arg("records") = py::tuple(), py::arg("figures") = py::tuple())
      .def_readonly("requests", &RegisterLines::requests, "Of requests.")
      .def_readonly("remedies", &RegisterLines::remedies, "Of remedies.")
      .def_readonly("records", &RegisterLines::records, "Of published items.")
      .def_readonly("figures", &RegisterLines::figures, "Of figures.")
      .def("__repr__", [](const RegisterLines& it) {
        return one_line("RegisterLines", std::to_string(it.requests.size()) + " requests, " +
                                             std::to_string(it.remedies.size()) + " remedies, " +
                                             std::to_string(it.records.size()) + " records, " +
                                             std::to_string(it.figures.size()) + " figures");
      });
}

void bind_events(py::module_& module) {
  py::native_enum<RegisterKind>(module, "RegisterKind", "enum.Enum", "Which list of `RegisterLines`.")
      .value("requests", RegisterKind::requests, "依申请公开登记簿.")
      .value("remedies", RegisterKind::remedies, "复议诉讼台账.")
      .value("records", RegisterKind::records, "主动公开信息登记表.")
      .value("figures", RegisterKind::figures, "填报数据.")
      .finalize();
  py::class_<LineProblem> problem(module, "LineProblem", "A line that cannot be meant.");
  bind_struct(problem, 1, Field{"kind", &LineProblem::kind, "Of which list."},
              Field{"line", &LineProblem::line, "Its place there, from 0."},
              Field{"field", &LineProblem::field, "As the attribute is called."},
              Field{"value", &LineProblem::value, "What stands there."},
              Field{"rule", &LineProblem::rule, "What is wanted."},
              Field{"rule_zh", &LineProblem::rule_zh, "The same in Chinese."});
  problem.def("__repr__", [](const LineProblem& it) {
    return one_line("LineProblem",
                    std::string{to_string(it.kind)} + ' ' + std::to_string(it.line) + ' ' + it.field + ": " + it.rule);
  });
  py::class_<RegisterEvents>(module, "RegisterEvents", "What lines say, numbered from 1 through both lists.")
      .def(py::init([](std::vector<RequestEvent> requests, std::vector<RecordEvent> records) {
             return RegisterEvents{std::move(requests), std::move(records), {}};
           }),
           py::kw_only(), py::arg("requests") = py::tuple(), py::arg("records") = py::tuple())
      .def_readonly("requests", &RegisterEvents::requests, "Events of requests.")
      .def_readonly("records", &RegisterEvents::records, "Events of records.")
      .def_readonly("problems", &RegisterEvents::problems, "By list and line; such a line gives no event.")
      .def("__repr__", [](const RegisterEvents& it) {
        return one_line("RegisterEvents", std::to_string(it.requests.size() + it.records.size()) + " events, " +
                                              std::to_string(it.problems.size()) + " problems");
      });
  module.def(
      "events_of",
      [](const RegisterLines& lines, const RequestRules& rules) {
        const py::gil_scoped_release unlocked;
        return events_of(lines, rules);
      },
      py::arg("lines"), py::arg("rules"),
      "What the lines say has happened. Events carry the line's source, so that importing the lines again changes "
      "nothing (`import_again`).");
  module.def(
      "tabulate",
      [](const Form& form, const RegisterEvents& events, const RequestRules& rules,
         const CatalogueRules& catalogue_rules, int year, const std::string& organisation,
         const std::string& class_scheme, RuleMaking rule_making) {
        const py::gil_scoped_release unlocked;
        return tabulate(form, events, rules, catalogue_rules, year,
                        TabulateOptions{organisation, class_scheme, rule_making});
      },
      py::arg("form"), py::arg("events"), py::arg("rules"), py::arg("catalogue_rules"), py::arg("year"), py::kw_only(),
      py::arg("organisation") = "", py::arg("class_scheme") = "catalogue_class",
      py::arg("rule_making") = RuleMaking::unknown,
      "The annual report from the events as they stood at the end of the year, with the findings of the histories "
      "before those of the tabulation.");
}

}  // namespace

void bind_register(py::module_& module) {
  bind_lines(module);
  bind_events(module);
}

}  // namespace gongkai::bindings
