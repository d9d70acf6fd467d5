// SPDX-License-Identifier: Apache-2.0
// Modules agency and report: bodies, reports added up and compared.
#include <pybind11/native_enum.h>

#include <gongkai/agency/agency.hpp>
#include <gongkai/report/compare.hpp>
#include <gongkai/report/json.hpp>
#include <gongkai/report/merge.hpp>
#include <gongkai/report/merge_tree.hpp>

#include "value.hpp"

namespace gongkai::bindings {
namespace {

void bind_agency(py::module_& module) {
  py::native_enum<AgencyKind>(module, "AgencyKind", "enum.Enum", "What kind of body it is.")
      .value("town", AgencyKind::town)
      .value("department", AgencyKind::department)
      .value("county", AgencyKind::county)
      .value("prefecture", AgencyKind::prefecture)
      .value("province", AgencyKind::province)
      .value("ministry", AgencyKind::ministry)
      .value("vertical", AgencyKind::vertical)
      .finalize();
  py::native_enum<AgencyLevel>(module, "AgencyLevel", "enum.Enum", "Where a body stands.")
      .value("town", AgencyLevel::town)
      .value("county", AgencyLevel::county)
      .value("prefecture", AgencyLevel::prefecture)
      .value("province", AgencyLevel::province)
      .value("national", AgencyLevel::national)
      .finalize();

  // An optional<Date> has no default that pickle could fill; the name of a period is enough to tell it by.
  py::class_<AgencyPeriod>(module, "AgencyPeriod", "What was so of a body from one day to another.")
      .def_readonly("first_day", &AgencyPeriod::from, "The first day; None: since before the data.")
      .def_readonly("last_day", &AgencyPeriod::to, "The last day; None: still so.")
      .def_readonly("name", &AgencyPeriod::name, "As it signs.")
      .def_readonly("kind", &AgencyPeriod::kind, "What kind of body it is.")
      .def_readonly("level", &AgencyPeriod::level, "Where it stands.")
      .def_readonly("parent", &AgencyPeriod::parent, "Id of the body that it belongs to; None at the top.")
      .def("__repr__", [](const AgencyPeriod& period) { return one_line("AgencyPeriod", period.name); });

  py::class_<Agency>(module, "Agency", "One body through time.")
      .def_property_readonly("id", &Agency::id, "Its id.")
      .def_property_readonly("periods", &Agency::periods, "Its periods, in the order of time.")
      .def_property_readonly("predecessors", &Agency::predecessors, "Ids of the bodies whose work it took over.")
      .def("name", &Agency::name, py::arg("day"), "Its name on a day; None when it did not exist.")
      .def("__repr__", [](const Agency& agency) { return one_line("Agency", agency.id()); });

  py::class_<AgencyTree>(module, "AgencyTree", "All bodies of a place, and what belonged to what.")
      .def_static(
          "parse", [](const py::bytes& csv, const std::string& file) { return AgencyTree::parse(csv, file); },
          py::arg("csv"), py::arg("file") = "agencies.csv",
          "From CSV with the columns id, name, from, to, kind, level, parent, succeeds; one line a period. ParseError "
          "231 with line:column.")
      .def_property_readonly("agencies", &AgencyTree::agencies, "All bodies, in the order of the file.")
      .def("at", &AgencyTree::at, py::arg("id"), py::return_value_policy::copy, "By id; NotFoundError 402.")
      .def(
          "find",
          [](const AgencyTree& tree, std::string_view name, Date day) -> std::optional<Agency> {
            const auto* found = tree.find(name, day);
            return found == nullptr ? std::nullopt : std::optional<Agency>{*found};
          },
          py::arg("name"), py::arg("day"), "Who had this name on the day; None when nobody or several had it.")
      .def("children", &AgencyTree::children, py::arg("id"), py::arg("day"), "Ids of what belonged to it on the day.")
      .def("descendants", &AgencyTree::descendants, py::arg("id"), py::arg("day"), "Ids of everything below it.")
      .def("successors", &AgencyTree::successors, py::arg("id"), "Ids of those who took over its work.")
      .def("__repr__", [](const AgencyTree& tree) {
        return one_line("AgencyTree", std::to_string(tree.agencies().size()) + " agencies");
      });
}

void bind_rollup(py::module_& module) {
  py::native_enum<ReportStanding>(module, "ReportStanding", "enum.Enum", "Which of two reports of one body counts.")
      .value("unstated", ReportStanding::unstated)
      .value("final", ReportStanding::final)
      .finalize();

  py::class_<Coverage> coverage(module, "Coverage", "How many reports say what about a cell.");
  bind_struct(coverage, 1, Field{"numbers", &Coverage::numbers, "State a number."},
              Field{"blanks", &Coverage::blanks, "Left it blank, or with a mark."},
              Field{"approximate", &Coverage::approximate, "State an approximation."},
              Field{"absent", &Coverage::absent, "Do not state it."});
  coverage.def("__repr__", [](const Coverage& value) {
    return one_line("Coverage", std::to_string(value.numbers) + " numbers, " + std::to_string(value.blanks) +
                                    " blanks, " + std::to_string(value.absent) + " absent");
  });

  py::class_<Contribution> contribution(module, "Contribution", "One body's part in a merged cell.");
  bind_struct(contribution, 1, Field{"body", &Contribution::body, "Who states it."},
              Field{"cell", &Contribution::cell, "What it states."});
  contribution.def("__repr__", [](const Contribution& value) {
    return one_line("Contribution", value.body + ' ' + value.cell.printed);
  });

  py::class_<Rollup>(module, "Rollup",
                     "Reports of one form and year, merged: the same result whatever the order. Of two reports of one "
                     "body one is counted.")
      .def(py::init([](const Form& form) { return Rollup{form}; }), py::arg("form"))
      .def(
          "add",
          [](Rollup& rollup, const AnnualReport& report, std::string_view body, ReportStanding standing) {
            rollup.add(report, body, standing);
          },
          py::arg("report"), py::arg("body") = "", py::arg("standing") = ReportStanding::unstated,
          "Adds a report; `body` says who reports, where the report's organisation does not. InvalidArgumentError 103 "
          "without any name, or for another year than the reports before.")
      .def(
          "merge", [](Rollup& rollup, const Rollup& other) { rollup.add(other); }, py::arg("other"),
          "Adds another roll-up of the same form and year.")
      .def_property_readonly("form", &Rollup::form, "Its form.")
      .def_property_readonly("year", &Rollup::year, "The report year; None while not known.")
      .def_property_readonly("bodies", &Rollup::bodies, "Who is counted, sorted.")
      .def("__len__", &Rollup::count)
      .def("report", &Rollup::report, py::arg("organisation") = py::none(), "The merged report.")
      .def("coverage", &Rollup::coverage, py::arg("path"), "How many reports say what about the cell.")
      .def("trace", &Rollup::trace, py::arg("path"), "What each body says in the cell, sorted by body.")
      .def("missing", &Rollup::missing, py::arg("expected"), "Those of the expected bodies that are not counted.")
      .def("findings", &Rollup::findings, "N.DUPLICATE, C.FORM; sorted.")
      .def("__repr__", [](const Rollup& rollup) {
        return one_line("Rollup", rollup.form().id() + ", " + std::to_string(rollup.count()) + " reports");
      });

  module.def(
      "check_consolidated",
      [](const AnnualReport& report, const Rollup& children, const std::vector<std::string>& missing) {
        return check_consolidated(report, children, missing.empty() ? Roster::complete : Roster::incomplete);
      },
      py::arg("report"), py::arg("children"), py::arg("missing") = py::list(),
      "AGG.SUM: a consolidated report against the sum of the reports that it consolidates. With bodies missing, or "
      "blanks, only a sum above the consolidated figure is found.");
}

void bind_tree(py::module_& module) {
  py::class_<TreeTotal>(module, "TreeTotal", "The total of one body that has others below it.")
      .def_readonly("agency", &TreeTotal::agency, "Its id in the tree.")
      .def_readonly("name", &TreeTotal::name, "Its name at the end of the year.")
      .def_readonly("rollup", &TreeTotal::rollup, "The reports of the bodies below.")
      .def_readonly("missing", &TreeTotal::missing, "Names of the bodies below without a report.")
      .def_readonly("findings", &TreeTotal::findings, "N.DUPLICATE, C.FORM, AGG.SUM; sorted.")
      .def("__repr__", [](const TreeTotal& total) { return one_line("TreeTotal", total.name); });
  py::class_<TreeMerge>(module, "TreeMerge", "The reports of a place added up along its tree of bodies.")
      .def_readonly("totals", &TreeMerge::totals, "One for each body with others below it, in the order of the file.")
      .def_readonly("unknown_bodies", &TreeMerge::unknown_bodies, "Who reported and is not in the tree.")
      .def("__repr__", [](const TreeMerge& merge) {
        return one_line("TreeMerge", std::to_string(merge.totals.size()) + " totals");
      });
  module.def("merge_tree", &merge_tree, py::arg("tree"), py::arg("reports"), py::arg("form"), py::arg("year"),
             py::call_guard<py::gil_scoped_release>(),
             "Adds reports up along a tree. A report of a body with others below it is its consolidated report: it is "
             "compared with their sum. InvalidArgumentError 103 for a report of another year.");
}

void bind_compare(py::module_& module) {
  py::class_<CellDifference>(module, "CellDifference", "One cell of two reports.")
      .def_readonly("path", &CellDifference::path, "The cell: requests.granted.total.")
      .def_readonly("a", &CellDifference::a, "What the first states.")
      .def_readonly("b", &CellDifference::b, "What the second states.")
      .def_readonly("absolute", &CellDifference::absolute, "b - a, where both are numbers; else None.")
      .def_readonly("relative", &CellDifference::relative,
                    "(b - a) / a in percent, half up to two decimals; None where a is 0 or negative.")
      .def_property_readonly("is_same", &CellDifference::is_same, "Whether both state the same.")
      .def("__repr__", [](const CellDifference& value) {
        return one_line("CellDifference", value.path + ": " + value.a.printed + " to " + value.b.printed);
      });
  module.def("compare", &compare, py::arg("a"), py::arg("b"), py::call_guard<py::gil_scoped_release>(),
             "Two reports cell by cell: every cell that one of them states.");

  py::class_<ReportJson>(module, "ReportJson", "What one line of report JSON holds.")
      .def_readonly("report", &ReportJson::report, "The report.")
      .def_readonly("findings", &ReportJson::findings, "The findings that were written with it.")
      .def_readonly("file", &ReportJson::file, "The name of the file that it was read from.")
      .def("__repr__", [](const ReportJson& value) { return one_line("ReportJson", value.file); });
  module.def(
      "from_json",
      [](const py::bytes& data, std::string file, std::vector<Form> forms) {
        const std::string_view bytes{data};
        const py::gil_scoped_release unlocked;
        JsonOptions options;
        options.file = std::move(file);
        options.forms = std::move(forms);
        return from_json(bytes, options);
      },
      py::arg("data"), py::arg("file") = "report", py::arg("forms") = py::list(),
      "Reads what to_json wrote, strictly: ParseError 201 to 206 with JSON pointer, 222 beyond the limits. `forms`: "
      "forms beside the built-in ones.");
}

}  // namespace

void bind_merge(py::module_& module) {
  bind_agency(module);
  bind_rollup(module);
  bind_tree(module);
  bind_compare(module);
}

}  // namespace gongkai::bindings
