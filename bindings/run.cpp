// SPDX-License-Identifier: Apache-2.0
// Module report: what only shows over many reports, and who has not reported.
#include <gongkai/report/check.hpp>
#include <gongkai/report/run.hpp>

#include "value.hpp"

namespace gongkai::bindings {
namespace {

// What a file of options says, as keyword arguments of `check`.
py::dict check_options(const py::bytes& data, const std::string& file) {
  const auto options = CheckOptions::parse(std::string_view{data}, file);
  py::dict out;
  out["severities"] = options.severities;
  out["limits"] = options.limits;
  out["level"] = options.level;
  out["local_due"] = options.local_due;
  out["words"] = options.words;
  return out;
}

}  // namespace

void bind_run(py::module_& module) {
  py::class_<SharedSentence> shared(module, "SharedSentence", "A sentence that two reports share.");
  bind_struct(shared, 1, Field{"here", &SharedSentence::here, "In the report; the place of its chapter, its own text."},
              Field{"there", &SharedSentence::there, "In the other one."});
  shared.def("__repr__", [](const SharedSentence& value) { return one_line("SharedSentence", value.here.text); });

  py::class_<RunFinding> found(module, "RunFinding", "A finding about one report of a run.");
  bind_struct(found, 1, Field{"report", &RunFinding::report, "Its index, in the order of `add`."},
              Field{"other", &RunFinding::other, "The report that it is compared with; None where there is none."},
              Field{"finding", &RunFinding::finding, "What was found."},
              Field{"shared", &RunFinding::shared, "O.PEER: the sentences, in document order."});
  found.def("__repr__", [](const RunFinding& value) {
    return one_line("RunFinding", std::to_string(value.report) + " " + printed(value.finding));
  });

  py::class_<ReportRun>(module, "ReportRun",
                        "Many reports at once: text that is another body's, second reports of a body. Time and memory "
                        "grow with their number, not with its square.")
      .def(py::init([](std::map<std::string, Severity> severities, std::map<std::string, std::int64_t> limits) {
             CheckOptions options;
             options.severities = std::move(severities);
             options.limits = std::move(limits);
             return ReportRun{std::move(options)};
           }),
           py::kw_only(), py::arg("severities") = py::dict(), py::arg("limits") = py::dict())
      .def(
          "add",
          [](ReportRun& run, const AnnualReport& report, std::string_view file, std::string_view standing) {
            if (standing != "final" && standing != "unstated") {
              throw InvalidArgumentError{ErrorCode::invalid_option, "standing",
                                         "\"final\" or \"unstated\" is expected"};
            }
            return run.add(report, file, standing == "final" ? ReportStanding::final : ReportStanding::unstated);
          },
          py::arg("report"), py::arg("file"), py::kw_only(), py::arg("standing") = "unstated",
          "Its index. `file` is a name for messages; `standing` is final or unstated.")
      .def("findings", &ReportRun::findings, py::call_guard<py::gil_scoped_release>(),
           "O.PEER, O.NAME, N.DUPLICATE, sorted by report.")
      .def("__len__", &ReportRun::size)
      .def("__repr__",
           [](const ReportRun& run) { return one_line("ReportRun", std::to_string(run.size()) + " reports"); });

  py::class_<RosterBody>(module, "RosterBody", "A body that must report.")
      .def(py::init([](std::string name, std::vector<std::string> other_names) {
             return RosterBody{std::move(name), std::move(other_names)};
           }),
           py::arg("name"), py::arg("other_names") = std::vector<std::string>{})
      .def_readonly("name", &RosterBody::name, "Its name.")
      .def_readonly("other_names", &RosterBody::other_names,
                    "Earlier or shorter names under which a report counts too.")
      .def("matches", &is_name_of, py::arg("printed"), "Whether a report signed with this name is its.")
      .def("__repr__", [](const RosterBody& value) { return one_line("RosterBody", value.name); });

  module.def("roster_of", &roster_of, py::arg("tree"), py::arg("parent"), py::arg("year"),
             "The bodies below `parent` on the last day of the year, with the names that they had before.");
  module.def(
      "check_roster",
      [](const std::vector<RosterBody>& roster, const std::vector<AnnualReport>& reports, int year) {
        return check_roster(Span<const RosterBody>{roster}, Span<const AnnualReport>{reports}, year);
      },
      py::arg("roster"), py::arg("reports"), py::arg("year"), py::call_guard<py::gil_scoped_release>(),
      "D.ABSENT: those on the roster for whom no report of the year is there, in its order.");
  module.def("content_hash", &content_hash, py::arg("report"), py::call_guard<py::gil_scoped_release>(),
             "32 hexadecimal digits over what a report says, places left out: to notice a change (P.CHANGED). "
             "Identity, not evidence.");
  module.def("check_options", &check_options, py::arg("data"), py::arg("file") = "options",
             "Keyword arguments of `check` from a file of JSON: a place's severities, limits, days and words. "
             "ParseError 201 to 206.");
}

}  // namespace gongkai::bindings
