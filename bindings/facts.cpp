// SPDX-License-Identifier: Apache-2.0
// Module facts: what histories come to as flat rows, and the report of a year from them.
#include <pybind11/native_enum.h>

#include <gongkai/facts/fact.hpp>
#include <gongkai/facts/tabulate.hpp>
#include <map>

#include "value.hpp"

namespace gongkai::bindings {
namespace {

void bind_requests(py::module_& module) {
  py::class_<RequestFact>(module, "RequestFact", "One request (件). Letters that were split are none; their parts are.")
      .def_readonly("request", &RequestFact::request, "Its id.")
      .def_readonly("applicant", &RequestFact::applicant, "Id; empty: not known.")
      .def_readonly("applicant_type", &RequestFact::applicant_type, "Empty: not known, and counted in no column.")
      .def_readonly("channel", &RequestFact::channel, "A word of the taxonomy `channel`.")
      .def_readonly("received_on", &RequestFact::received_on, "By the option year_of_request.")
      .def_readonly("closed_on", &RequestFact::closed_on, "By the option year_of_outcome; None: pending.")
      .def_readonly("outcome", &RequestFact::outcome, "The one that counts in the year of closed_on.")
      .def_readonly("answered", &RequestFact::answered, "Closed by a reply, not by withdrawal or lapse.")
      .def_readonly("brought_along", &RequestFact::brought_along, "One of those that an opening balance carries in.")
      .def_readonly("received_events", &RequestFact::received_events, "Sequences of the events.")
      .def_readonly("closed_events", &RequestFact::closed_events, "Sequences of the events.")
      .def("__repr__", [](const RequestFact& it) { return one_line("RequestFact", it.request + ' ' + it.outcome); });
  py::class_<RemedyFact>(module, "RemedyFact", "One case of reconsideration or litigation.")
      .def_readonly("request", &RemedyFact::request, "Of which request.")
      .def_readonly("remedy", &RemedyFact::remedy, "The case.")
      .def_readonly("kind", &RemedyFact::kind, "A word of the taxonomy `remedy`.")
      .def_property_readonly(
          "opened_on", [](const RemedyFact& it) { return it.opened_on; }, "When it began.")
      .def_readonly("concluded_on", &RemedyFact::concluded_on, "None: 尚未审结.")
      .def_readonly("result", &RemedyFact::result, "A word of the taxonomy `remedy_result`.")
      .def_readonly("ledger_only", &RemedyFact::ledger_only, "Concluded, and counted nowhere.")
      .def_readonly("opened_events", &RemedyFact::opened_events, "Sequences of the events.")
      .def_readonly("concluded_events", &RemedyFact::concluded_events, "Sequences of the events.")
      .def("__repr__", [](const RemedyFact& it) { return one_line("RemedyFact", it.remedy + ' ' + it.kind); });
  py::class_<FeeFact>(module, "FeeFact", "One payment.")
      .def_readonly("request", &FeeFact::request, "For which request.")
      .def_property_readonly(
          "paid_on", [](const FeeFact& it) { return it.paid_on; }, "When.")
      .def_readonly("fen", &FeeFact::fen, "分.")
      .def_readonly("events", &FeeFact::events, "Sequences of the events.")
      .def("__repr__",
           [](const FeeFact& it) { return one_line("FeeFact", it.request + ' ' + std::to_string(it.fen)); });
  py::class_<InquiryFact>(module, "InquiryFact", "One inquiry that is no request.")
      .def_readonly("inquiry", &InquiryFact::inquiry, "Its number.")
      .def_readonly("channel", &InquiryFact::channel, "How it came.")
      .def_property_readonly(
          "day", [](const InquiryFact& it) { return it.day; }, "When.")
      .def_readonly("events", &InquiryFact::events, "Sequences of the events.")
      .def("__repr__", [](const InquiryFact& it) { return one_line("InquiryFact", it.inquiry); });
}

void bind_publications(py::module_& module) {
  py::class_<PublicationFact>(module, "PublicationFact",
                              "One version of one record: a document that was revised is one repealed and one issued.")
      .def_readonly("record", &PublicationFact::record, "Its id.")
      .def_readonly("version", &PublicationFact::version, "From 1.")
      .def_readonly("kind", &PublicationFact::kind, "A word of the taxonomy `record_kind`.")
      .def_readonly("mode", &PublicationFact::mode, "A word of the taxonomy `disclosure_mode`.")
      .def_readonly("classes", &PublicationFact::classes, "Places in classifications.")
      .def_readonly("created_on", &PublicationFact::created_on, "成文日期.")
      .def_readonly("published_on", &PublicationFact::published_on, "发布日期: the first act.")
      .def_readonly("was_public", &PublicationFact::was_public, "An earlier version was.")
      .def_readonly("in_force_from", &PublicationFact::in_force_from, "生效日期.")
      .def_readonly("in_force_to", &PublicationFact::in_force_to, "有效期至, that day included.")
      .def_readonly("repealed_on", &PublicationFact::repealed_on, "Repealed, or replaced by the next version.")
      .def_readonly("full_text", &PublicationFact::full_text, "全文电子化; None: not known.")
      .def_readonly("clarified_on", &PublicationFact::clarified_on, "Once for each clarification that it makes.")
      .def_readonly("formed_events", &PublicationFact::formed_events, "Sequences of the events.")
      .def_readonly("published_events", &PublicationFact::published_events, "Sequences of the events.")
      .def_readonly("repealed_events", &PublicationFact::repealed_events, "Sequences of the events.")
      .def_readonly("clarified_events", &PublicationFact::clarified_events, "One for each of clarified_on.")
      .def("__repr__", [](const PublicationFact& it) { return one_line("PublicationFact", it.record); });
  py::class_<ReviewFact>(module, "ReviewFact", "One review.")
      .def_readonly("review", &ReviewFact::review, "Its id.")
      .def_readonly("about", &ReviewFact::about, "The record or request.")
      .def_readonly("policy", &ReviewFact::policy, "The policy that it followed.")
      .def_readonly("rounds", &ReviewFact::rounds, "How often it was handed in.")
      .def_readonly("completed_on", &ReviewFact::completed_on, "None: not completed.")
      .def_readonly("conclusion", &ReviewFact::conclusion, "None: not completed.")
      .def_readonly("events", &ReviewFact::events, "Sequences of the events.")
      .def("__repr__", [](const ReviewFact& it) { return one_line("ReviewFact", it.review); });
  py::class_<FigureFact>(module, "FigureFact", "A figure that is not counted but declared, or brought along.")
      .def_readonly("year", &FigureFact::year, "For which year.")
      .def_readonly("path", &FigureFact::path, "Of the cell.")
      .def_readonly("value", &FigureFact::value, "As declared.")
      .def_readonly("document", &FigureFact::document, "Where it stands.")
      .def_readonly("opening", &FigureFact::opening, "Brought along from before the events.")
      .def_readonly("events", &FigureFact::events, "Sequences of the events.")
      .def("__repr__",
           [](const FigureFact& it) { return one_line("FigureFact", it.path + ' ' + it.value.to_string()); });
}

py::object facts_framed(const char* function, const py::object& self, const std::string& table) {
  return py::module_::import("gongkai.fact_tables").attr(function)(self, table);
}

void bind_all(py::module_& module) {
  py::native_enum<RuleMaking>(module, "RuleMaking", "enum.Enum", "Whether the body may make rules (规章).")
      .value("unknown", RuleMaking::unknown, "Its row is counted from the catalogue.")
      .value("none", RuleMaking::none, "Its row is zero.")
      .finalize();

  py::class_<Facts>(module, "Facts", "What histories come to: flat rows, each naming the events that justify it.")
      .def_readonly("requests", &Facts::requests, "By id.")
      .def_readonly("remedies", &Facts::remedies, "By request and case.")
      .def_readonly("publications", &Facts::publications, "By record.")
      .def_readonly("reviews", &Facts::reviews, "By id.")
      .def_readonly("fees", &Facts::fees, "By request.")
      .def_readonly("figures", &Facts::figures, "Declared and brought along.")
      .def_readonly("inquiries", &Facts::inquiries, "咨询.")
      .def_readonly("findings", &Facts::findings, "FCT.DAY: requests that count in no year. Sorted.")
      .def(py::init<>(), "None of anything: for import_arrow.")
      .def(
          "to_pandas",
          [](const py::object& self, const std::string& table) { return facts_framed("to_pandas", self, table); },
          py::arg("table") = "requests", "A pandas data frame of one list, by the names of FactTable. Unknown is null.")
      .def(
          "to_polars",
          [](const py::object& self, const std::string& table) { return facts_framed("to_polars", self, table); },
          py::arg("table") = "requests", "A polars data frame of one list.")
      .def(
          "to_arrow",
          [](const py::object& self, const std::string& table) { return facts_framed("to_arrow", self, table); },
          py::arg("table") = "requests", "A pyarrow table of one list; nothing is copied.")
      .def("__repr__", [](const Facts& it) {
        return one_line("Facts", std::to_string(it.requests.size()) + " requests, " +
                                     std::to_string(it.publications.size()) + " publications");
      });

  py::class_<CellSource>(module, "CellSource", "A fact that counts in a cell.")
      .def_readonly("kind", &CellSource::kind, "request, remedy, publication, figure, inquiry.")
      .def_readonly("fact", &CellSource::fact, "Its id; of a declared figure the document it stands in.")
      .def_property_readonly(
          "events", [](const CellSource& it) { return frozen(it.events); }, "Sequences of the events.")
      .def_readonly("opening", &CellSource::opening, "Brought along from before the events.")
      .def_readonly("amount", &CellSource::amount, "What it adds to the cell.")
      .def(
          "__eq__", [](const CellSource& a, const CellSource& b) { return a == b; }, py::is_operator())
      .def("__hash__",
           [](const CellSource& it) { return py::hash(py::make_tuple(it.kind, it.fact, frozen(it.events))); })
      .def("__repr__", [](const CellSource& it) { return one_line("CellSource", it.kind + ' ' + it.fact); });

  py::class_<Tabulation>(module, "Tabulation", "A report and what stands behind it.")
      .def_readonly("report", &Tabulation::report, "The annual report.")
      .def_readonly("sources", &Tabulation::sources, "Path to facts; totals have none of their own.")
      .def_readonly("parts", &Tabulation::parts, "Path of a total to the paths that it adds up.")
      .def_readonly("findings", &Tabulation::findings, "Facts that no cell counts, figures that contradict. Sorted.")
      .def("trace", &Tabulation::trace, py::arg("path"),
           "What the cell adds up; of a total, what its parts add up. Empty when it counts nothing.")
      .def("cells_of", &Tabulation::cells_of, py::arg("event"), "The cells in which an event counts, sorted.")
      .def("__repr__", [](const Tabulation& it) {
        return one_line("Tabulation", std::to_string(it.sources.size()) + " cells with facts");
      });

  module.def(
      "derive",
      [](const RequestRegister& requests, const Catalogue& catalogue, const std::map<std::string, ReviewState>& reviews,
         const RequestRules& rules) {
        const py::gil_scoped_release unlocked;
        return derive(requests, catalogue, reviews, rules);
      },
      py::arg("requests"), py::arg("catalogue"), py::arg("reviews"), py::arg("rules"),
      "What states as of a day come to. The options of the clock say which day puts what in a year.");
  module.def(
      "tabulate",
      [](const Form& form, const Facts& facts, const Rulebook& rulebook, int year, const std::string& organisation,
         const std::string& class_scheme, RuleMaking rule_making) {
        const py::gil_scoped_release unlocked;
        return tabulate(form, facts, rulebook, year, TabulateOptions{organisation, class_scheme, rule_making});
      },
      py::arg("form"), py::arg("facts"), py::arg("rulebook"), py::arg("year"), py::kw_only(),
      py::arg("organisation") = "", py::arg("class_scheme") = "catalogue_class",
      py::arg("rule_making") = RuleMaking::unknown,
      "The annual report of a year. What is counted is zero when there is none of it; what only a declaration can "
      "tell stays blank without one.");
}

}  // namespace

void bind_facts(py::module_& module) {
  bind_requests(module);
  bind_publications(module);
  bind_all(module);
}

}  // namespace gongkai::bindings
