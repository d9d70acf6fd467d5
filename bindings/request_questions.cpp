// SPDX-License-Identifier: Apache-2.0
// What is asked of requests: what belongs together, what they cost, another clock, the evidence of a decision.
#include <pybind11/native_enum.h>

#include <gongkai/request/evidence.hpp>
#include <gongkai/request/fee.hpp>
#include <gongkai/request/outcome.hpp>
#include <gongkai/request/transitions.hpp>
#include <gongkai/request/what_if.hpp>

#include "value.hpp"

namespace gongkai::bindings {
namespace {

void bind_matches(py::module_& module) {
  py::native_enum<MatchKind>(module, "MatchKind", "enum.Enum", "Why two requests belong together.")
      .value("repeat", MatchKind::repeat, "The same applicant asks for what he was given (R2019 art. 36(6)).")
      .value("popular", MatchKind::popular, "Others asked for the same: publish it (R2019 art. 44(1)).")
      .value("same_applicant", MatchKind::same_applicant, "Perhaps one applicant: same type and name.")
      .finalize();
  py::class_<RequestMatch> match(module, "RequestMatch", "A proposal, never acted on by itself.");
  bind_struct(match, 1, Field{"kind", &RequestMatch::kind, "Why."},
              Field{"request", &RequestMatch::request, "The later."},
              Field{"other", &RequestMatch::other, "The earlier."},
              Field{"by", &RequestMatch::by, "title, document_number, content, name."});
  match.def("__repr__", [](const RequestMatch& it) {
    return one_line("RequestMatch", it.request + ' ' + std::string{to_string(it.kind)} + ' ' + it.other);
  });
  module.def(
      "matches",
      [](const RequestRegister& requests) {
        const py::gil_scoped_release unlocked;
        return matches(requests);
      },
      py::arg("requests"), "Everything that matches, by request.");
}

void bind_fees(py::module_& module) {
  module.def("normalised_name", &normalised_name, py::arg("name"),
             "Without blanks, full-width letters and digits as half-width, ASCII letters small.");
  module.def("applicant_id", &applicant_id, py::arg("type"), py::arg("name"), py::arg("identity_key"),
             "Derived from all three. InvalidArgumentError 103 when one is empty.");
  module.def(
      "fee_per_item", &fee_per_item, py::arg("rulebook"), py::arg("submitted_on"), py::arg("position"),
      "What the position-th request of one applicant in a month costs (按件计收, 国办函〔2020〕109号). NotFoundError "
      "403 where no tariff is in force.");
  module.def("fee_per_page", &fee_per_page, py::arg("rulebook"), py::arg("submitted_on"), py::arg("pages"),
             "What so many pages of one request cost (按量计收, 国办函〔2020〕109号). NotFoundError 403.");
  module.def(
      "month_position",
      [](const RequestRegister& requests, const std::string& request, const RequestRules& rules) {
        return month_position(requests, request, rules.clock.options());
      },
      py::arg("requests"), py::arg("request"), py::arg("rules"),
      "The place of a request among those of the same applicant in the same month (option fee_month). NotFoundError "
      "402, InvalidArgumentError 103.");
  module.def(
      "outcome_of_several", &outcome_of_several, py::arg("outcomes"), py::arg("clock"), py::arg("principal") = "",
      "Which outcome of several counts: partly handed over is partially_granted (R2019 art. 37), of refusals the "
      "principal one or the first in the order of the form. InvalidArgumentError 103.");
  module.def("cost_fee", &cost_fee, py::arg("rulebook"), py::arg("submitted_on"), py::arg("items"),
             "Cost fees under R2008, pairs of rule and number. NotFoundError 403: a national rulebook states none.");
}

void bind_what_if(py::module_& module) {
  py::class_<RequestChange>(module, "RequestChange", "A request that is due or stands elsewhere under another clock.")
      .def_readonly("request", &RequestChange::request, "Its id.")
      .def_readonly("stage", &RequestChange::stage, "Where it stands in the register.")
      .def_readonly("before", &RequestChange::before, "Its status as it is; None: no clock runs.")
      .def_readonly("after", &RequestChange::after, "As it would be.")
      .def_readonly("due_before", &RequestChange::due_before, "The due day as it is, or its bounds.")
      .def_readonly("due_after", &RequestChange::due_after, "As it would be.")
      .def_readonly("cause", &RequestChange::cause, "Calendar, rulebook or options; several: not one of them alone.")
      .def("__repr__", [](const RequestChange& it) { return one_line("RequestChange", it.request); });
  const auto tally = [](const StatusTally& cases) {
    py::dict out;
    for (std::size_t i = 0; i < cases.cases.size(); ++i) {
      out[py::str(std::string{to_string(static_cast<DeadlineStatus>(i))})] = cases.cases[i];
    }
    out["not_begun"] = cases.not_begun;
    return out;
  };
  py::class_<RegisterWhatIf>(module, "RegisterWhatIf", "Where the requests of a register stand under two clocks.")
      .def_property_readonly(
          "before", [tally](const RegisterWhatIf& it) { return tally(it.before); },
          "Requests by name of `DeadlineStatus` and `not_begun`, as it is.")
      .def_property_readonly(
          "after", [tally](const RegisterWhatIf& it) { return tally(it.after); }, "The same, as it would be.")
      .def_property_readonly(
          "late_before", [](const RegisterWhatIf& it) { return it.before.late(); },
          "Answered late or overdue, as it is.")
      .def_property_readonly(
          "late_after", [](const RegisterWhatIf& it) { return it.after.late(); }, "The same, as it would be.")
      .def_readonly("changes", &RegisterWhatIf::changes, "Requests whose due day or status differs, by id.")
      .def("__repr__", [](const RegisterWhatIf& it) {
        return one_line("RegisterWhatIf", std::to_string(it.before.late()) + " late, would be " +
                                              std::to_string(it.after.late()) + ", " +
                                              std::to_string(it.changes.size()) + " changes");
      });
  module.def(
      "what_if",
      [](const RequestRegister& requests, const Clock& before, const Clock& after, Date as_of, DeadlineKind kind) {
        const py::gil_scoped_release unlocked;
        return what_if(requests, before, after, as_of, kind);
      },
      py::arg("requests"), py::arg("before"), py::arg("after"), py::arg("as_of"), py::arg("kind") = DeadlineKind::reply,
      "Which requests of a register would be due on another day or stand elsewhere if a rule, the calendar or an "
      "option "
      "differed. A question: nothing is changed.");
}

void bind_evidence(py::module_& module) {
  py::class_<EvidenceRules>(module, "EvidenceRules", "Which evidence which decision needs, as data.")
      .def_static("builtin", &EvidenceRules::builtin, py::arg("country"), "NotFoundError 401.")
      .def_static("parse", &EvidenceRules::parse, py::arg("json"), py::arg("file"), "RulebookError 304.")
      .def_property_readonly("identity", &EvidenceRules::identity, "Content hash of the data.")
      .def("__repr__", [](const EvidenceRules& it) { return one_line("EvidenceRules", it.identity()); });
  py::class_<BundleDocument>(module, "BundleDocument", "A document of the file, or a note of it in the register.")
      .def_readonly("name", &BundleDocument::name, "Its id, or what the register calls it.")
      .def_readonly("action", &BundleDocument::action, "Of the event that names it.")
      .def_readonly("event", &BundleDocument::event, "Its sequence.")
      .def_readonly("day", &BundleDocument::day, "Legal day of that event.")
      .def_readonly("digest", &BundleDocument::digest, "None: the file was not given.")
      .def("__repr__", [](const BundleDocument& it) { return one_line("BundleDocument", it.name); });
  py::class_<BundleItem>(module, "BundleItem", "One kind of evidence that the decision needs.")
      .def_readonly("kind", &BundleItem::kind, "search_record, risk_assessment, …")
      .def_readonly("label_zh", &BundleItem::label_zh, "检索记录, …")
      .def_readonly("needed_by", &BundleItem::needed_by, "Grounds, outcome or circumstance.")
      .def_readonly("citation", &BundleItem::citation, "Of the first of them.")
      .def_readonly("documents", &BundleItem::documents, "What fulfils it; empty: missing.")
      .def("__repr__", [](const BundleItem& it) {
        return one_line("BundleItem", it.kind + ' ' + std::to_string(it.documents.size()) + " documents");
      });
  py::class_<EvidenceBundle>(module, "EvidenceBundle", "证据目录 of a request, as a manifest.")
      .def_readonly("request", &EvidenceBundle::request, "Its id.")
      .def_readonly("outcome", &EvidenceBundle::outcome, "Of the decision that stands; empty: none.")
      .def_readonly("decided_on", &EvidenceBundle::decided_on, "Its day.")
      .def_readonly("rules", &EvidenceBundle::rules, "Identity of the evidence rules.")
      .def_readonly("items", &EvidenceBundle::items, "What is needed, in the order of the rules.")
      .def_readonly("documents", &EvidenceBundle::documents, "Every document that the history names.")
      .def_property_readonly("missing", &EvidenceBundle::missing, "Kinds without a document.")
      .def(
          "to_json", [](const EvidenceBundle& it) { return to_json(it); }, "One line, with its version.")
      .def(
          "_repr_html_", [](const EvidenceBundle& it) { return to_html(it); }, "Two tables, escaped.")
      .def("__repr__", [](const EvidenceBundle& it) {
        return one_line("EvidenceBundle", it.request + ", " + std::to_string(it.items.size()) + " needed, " +
                                              std::to_string(it.missing().size()) + " missing");
      });
  module.def(
      "evidence_bundle",
      [](const RequestState& request, const std::vector<RequestEvent>& events, const EvidenceRules& rules,
         const std::map<std::string, ContentDigest>& digests) {
        const py::gil_scoped_release unlocked;
        return evidence_bundle(request, events, rules, digests);
      },
      py::arg("request"), py::arg("events"), py::arg("rules"),
      py::arg("digests") = std::map<std::string, ContentDigest>{},
      "What the decision that stands needs as evidence (法释〔2025〕8号 art. 5), which documents of the history fulfil "
      "it, what is missing. Digests by name of document.");
}

}  // namespace

void bind_request_questions(py::module_& module) {
  bind_matches(module);
  bind_fees(module);
  bind_what_if(module);
  bind_evidence(module);
}

}  // namespace gongkai::bindings
