// SPDX-License-Identifier: Apache-2.0
// Module request: requests as events (R2019 arts 27-45).
#include <pybind11/native_enum.h>
#include <gongkai/request/event.hpp>
#include <gongkai/request/transitions.hpp>

#include "actions.hpp"

namespace gongkai::bindings {
namespace {

constexpr const char* names[] = {"RequestSubmitted",
                                 "RequestArrived",
                                 "RequestAcknowledged",
                                 "RequestConfirmed",
                                 "RequestRegistered",
                                 "RequestIdentified",
                                 "RequestSplit",
                                 "RequestCorrectionNoticed",
                                 "RequestCorrected",
                                 "RequestCorrectionLapsed",
                                 "RequestThirdPartyConsulted",
                                 "RequestThirdPartyAnswered",
                                 "RequestAgencyConsulted",
                                 "RequestAgencyAnswered",
                                 "RequestReasonsAsked",
                                 "RequestReasonsGiven",
                                 "RequestDeferred",
                                 "RequestFeeNoticed",
                                 "RequestFeePaid",
                                 "RequestFeeWaived",
                                 "RequestFeeLapsed",
                                 "RequestExtended",
                                 "RequestDecided",
                                 "RequestServed",
                                 "RequestFiled",
                                 "RequestWithdrawn",
                                 "RequestRemedyOpened",
                                 "RequestRemedyConcluded",
                                 "InquiryRecorded",
                                 "OpeningBalance",
                                 "FigureDeclared",
                                 "RequestRetracted"};
constexpr const char* docs[] = {
    "Handed in or sent (提交). Name and wording are personal data (R2019 art. 29).",
    "It is with the agency (收到, R2019 art. 31).",
    "An acknowledgement reached the applicant, automatic ones included.",
    "Both sides confirmed receipt (双方确认, R2019 art. 31(3)).",
    "Registered (登记, R2019 art. 45).",
    "Who the applicant is was found out, or two were found to be one, or one to be two.",
    "The letter held several matters: it goes on as several requests (一事一申请), and is none itself.",
    "告知补正: once, all that is missing, with a period (R2019 art. 30).",
    "收到补正 (R2019 art. 30).",
    "Not corrected in time: deemed abandoned (R2019 art. 30).",
    "书面征求第三方意见 (R2019 art. 32).",
    "The third party's answer: consents, refuses, refuses_without_reason (R2019 art. 32).",
    "征求其他行政机关意见 (R2019 arts 11, 34); basis: joint_author or coordination.",
    "The other agency's answer: consents, refuses.",
    "Reasons asked for excessive requests (R2019 art. 35).",
    "The reasons came (R2019 art. 35).",
    "延迟答复: reasons accepted, and the applicant told until when (R2019 art. 35).",
    "收费通知 (R2019 art. 42, 国办函〔2020〕109号). Amounts in 分.",
    "A payment, in 分.",
    "减免 (R2008 art. 28).",
    "Not paid in time: deemed abandoned (国办函〔2020〕109号).",
    "延长答复期限, told to the applicant (R2019 art. 33(2)).",
    "作出答复: one outcome (R2019 arts 36-39), with grounds, article, evidence and what is withheld.",
    "A document of the request went out or arrived: days that were not known yet.",
    "归档 (R2019 art. 45).",
    "撤回.",
    "申请复议、起诉 (R2019 art. 51); also against silence.",
    "审结; without a result, and with `ledger`: counted nowhere (驳回起诉, 二审).",
    "咨询: somebody asked something that is no request.",
    "What an office brings along from the time before: a figure of one row and column, and its document.",
    "A figure that the office gets from elsewhere, for a cell of a report: its path, value and document.",
    "The event that this one corrects never was."};

void bind_stage(py::module_& module) {
  py::native_enum<RequestStage>(module, "RequestStage", "enum.Enum", "Where a request stands.")
      .value("not_received", RequestStage::not_received, "未收到.")
      .value("received", RequestStage::received, "已收到，待登记.")
      .value("processing", RequestStage::processing, "办理中.")
      .value("correction_asked", RequestStage::correction_asked, "待补正.")
      .value("consulting", RequestStage::consulting, "征求意见中.")
      .value("fee_noticed", RequestStage::fee_noticed, "待缴费.")
      .value("decided", RequestStage::decided, "已答复.")
      .value("served", RequestStage::served, "已送达.")
      .value("filed", RequestStage::filed, "已归档.")
      .value("abandoned", RequestStage::abandoned, "视为放弃.")
      .value("withdrawn", RequestStage::withdrawn, "已撤回.")
      .value("split", RequestStage::split, "已拆分.")
      .finalize();
  module.def(
      "label_zh", [](RequestStage stage) { return std::string{label_zh(stage)}; }, py::arg("stage"),
      "What offices call it.");
}

void bind_state_values(py::module_& module) {
  py::class_<RequestDecision>(module, "RequestDecision", "One decision on a request.")
      .def_readonly("outcome", &RequestDecision::outcome, "A word of the taxonomy `outcome`.")
      .def_readonly("document", &RequestDecision::document,
                    "The id of the reply; one reply may answer several requests.")
      .def_property_readonly(
          "decided_on", [](const RequestDecision& it) { return it.decided_on; }, "成文.")
      .def_readonly("posted_on", &RequestDecision::posted_on, "交邮.")
      .def_readonly("delivered_on", &RequestDecision::delivered_on, "签收.")
      .def_readonly("service", &RequestDecision::service, "How it was served.")
      .def_readonly("grounds", &RequestDecision::grounds, "Words of the taxonomy `ground`.")
      .def_readonly("principal_ground", &RequestDecision::principal_ground, "Which of several counts.")
      .def_readonly("article", &RequestDecision::article, "As cited to the applicant.")
      .def_readonly("withheld", &RequestDecision::withheld, "Of a partial disclosure.")
      .def_readonly("released", &RequestDecision::released, "What was handed over.")
      .def_readonly("clearance", &RequestDecision::clearance, "With which it was released.")
      .def_readonly("published_at", &RequestDecision::published_at, "Where it is public already.")
      .def_readonly("record", &RequestDecision::record, "The record of the catalogue that it is.")
      .def_readonly("event", &RequestDecision::event, "The sequence of its event.")
      .def("__repr__", [](const RequestDecision& it) {
        return one_line("RequestDecision", it.outcome + ' ' + it.decided_on.to_string());
      });
  py::class_<RequestConsultation>(module, "RequestConsultation", "A consultation that is out, or came back.")
      .def_readonly("party", &RequestConsultation::party, "Who is asked.")
      .def_readonly("third_party", &RequestConsultation::third_party, "A third party, no agency.")
      .def_property_readonly(
          "asked_on", [](const RequestConsultation& it) { return it.asked_on; }, "When.")
      .def_readonly("answered_on", &RequestConsultation::answered_on, "None: no answer yet.")
      .def_readonly("answer", &RequestConsultation::answer, "consents, refuses, refuses_without_reason.")
      .def("__repr__",
           [](const RequestConsultation& it) { return one_line("RequestConsultation", it.party + ' ' + it.answer); });
  py::class_<RequestFee>(module, "RequestFee", "What is owed and paid, in 分.")
      .def_readonly("tariff", &RequestFee::tariff, "fee_per_item or fee_per_page.")
      .def_readonly("amount_fen", &RequestFee::amount_fen, "Owed.")
      .def_readonly("paid_fen", &RequestFee::paid_fen, "Paid.")
      .def_readonly("pages", &RequestFee::pages, "Under the tariff by page.")
      .def_property_readonly(
          "noticed_on", [](const RequestFee& it) { return it.noticed_on; }, "The day of the notice.")
      .def_readonly("waived", &RequestFee::waived, "Ground of a waiver.")
      .def("__repr__", [](const RequestFee& it) {
        return one_line("RequestFee", std::to_string(it.paid_fen) + " of " + std::to_string(it.amount_fen) + " fen");
      });
  py::class_<RequestPayment>(module, "RequestPayment", "Money that came in.")
      .def_property_readonly(
          "day", [](const RequestPayment& it) { return it.day; }, "When.")
      .def_readonly("fen", &RequestPayment::fen, "分.")
      .def_readonly("event", &RequestPayment::event, "Sequence of the event.")
      .def("__repr__", [](const RequestPayment& it) {
        return one_line("RequestPayment", it.day.to_string() + ' ' + std::to_string(it.fen) + " fen");
      });
  py::class_<RequestClosing>(module, "RequestClosing",
                             "The end of a file without a reply: withdrawn, not corrected, not paid.")
      .def_readonly("outcome", &RequestClosing::outcome, "other_correction_overdue, …")
      .def_property_readonly(
          "day", [](const RequestClosing& it) { return it.day; }, "When that was recorded.")
      .def_readonly("reopened_on", &RequestClosing::reopened_on,
                    "Corrected late with good reason, or answered after all.")
      .def_readonly("event", &RequestClosing::event, "Sequence of the event.")
      .def("__repr__",
           [](const RequestClosing& it) { return one_line("RequestClosing", it.outcome + ' ' + it.day.to_string()); });
  py::class_<RequestRemedy>(module, "RequestRemedy", "One case of reconsideration or litigation.")
      .def_readonly("id", &RequestRemedy::id, "Of the case.")
      .def_readonly("kind", &RequestRemedy::kind, "A word of the taxonomy `remedy`.")
      .def_property_readonly(
          "opened_on", [](const RequestRemedy& it) { return it.opened_on; }, "When it began.")
      .def_readonly("concluded_on", &RequestRemedy::concluded_on, "None: 尚未审结.")
      .def_readonly("result", &RequestRemedy::result,
                    "A word of the taxonomy `remedy_result`; empty: none that counts.")
      .def_readonly("ledger", &RequestRemedy::ledger, "What else came of it, counted nowhere.")
      .def_readonly("decide_again", &RequestRemedy::decide_again, "The agency has to decide anew.")
      .def_readonly("decided_anew", &RequestRemedy::decided_anew, "And it has.")
      .def_readonly("opened_event", &RequestRemedy::opened_event, "Sequence of the event.")
      .def_readonly("concluded_event", &RequestRemedy::concluded_event, "Sequence of the event.")
      .def("__repr__",
           [](const RequestRemedy& it) { return one_line("RequestRemedy", it.id + ' ' + it.kind + ' ' + it.result); });
  py::class_<Inquiry>(module, "Inquiry", "咨询: no request.")
      .def_readonly("id", &Inquiry::id, "Its number.")
      .def_property_readonly(
          "day", [](const Inquiry& it) { return it.day; }, "When.")
      .def_readonly("channel", &Inquiry::channel, "How it came.")
      .def_readonly("topic", &Inquiry::topic, "About what.")
      .def_readonly("event", &Inquiry::event, "Sequence of the event.")
      .def("__repr__", [](const Inquiry& it) { return one_line("Inquiry", it.id + ' ' + it.day.to_string()); });
  py::class_<OpeningFigure>(module, "OpeningFigure", "What was brought along.")
      .def_readonly("year", &OpeningFigure::year, "For which year.")
      .def_readonly("table", &OpeningFigure::table, "Of the form.")
      .def_readonly("row", &OpeningFigure::row, "Of the table.")
      .def_readonly("column", &OpeningFigure::column, "Of the table.")
      .def_readonly("value", &OpeningFigure::value, "How many.")
      .def_readonly("document", &OpeningFigure::document, "Where it stands.")
      .def_readonly("event", &OpeningFigure::event, "Sequence of the event.")
      .def("__repr__", [](const OpeningFigure& it) {
        return one_line("OpeningFigure", it.table + '.' + it.row + '.' + it.column + ' ' + std::to_string(it.value));
      });
  py::class_<DeclaredFigure>(module, "DeclaredFigure", "What another office declared.")
      .def_readonly("year", &DeclaredFigure::year, "For which year.")
      .def_readonly("path", &DeclaredFigure::path, "Of the cell.")
      .def_readonly("value", &DeclaredFigure::value, "As declared.")
      .def_readonly("document", &DeclaredFigure::document, "Where it stands.")
      .def_readonly("event", &DeclaredFigure::event, "Sequence of the event.")
      .def("__repr__",
           [](const DeclaredFigure& it) { return one_line("DeclaredFigure", it.path + ' ' + it.value.to_string()); });
}

void bind_state(py::module_& module) {
  py::class_<RequestState>(module, "RequestState", "Where one request stands: what its events come to.")
      .def_readonly("id", &RequestState::id, "Its id.")
      .def_readonly("stage", &RequestState::stage, "Where it stands.")
      .def_property_readonly(
          "applicant", [](const RequestState& it) { return it.applicant; }, "Who asks.")
      .def_readonly("channel", &RequestState::channel, "How it came.")
      .def_readonly("letter", &RequestState::letter, "The letter that it came in.")
      .def_readonly("number", &RequestState::number, "In the office's register.")
      .def_readonly("title", &RequestState::title, "Of the information, where one is named.")
      .def_readonly("document_number", &RequestState::document_number, "文号 of the information.")
      .def_readonly("submitted_on", &RequestState::submitted_on, "提交.")
      .def_readonly("received_on", &RequestState::received_on, "收到.")
      .def_readonly("split_into", &RequestState::split_into, "The requests that it goes on as.")
      .def_readonly("consultations", &RequestState::consultations, "Of third parties and agencies.")
      .def_readonly("fee", &RequestState::fee, "None: no fee.")
      .def_readonly("decisions", &RequestState::decisions, "In order; the last one stands.")
      .def_readonly("payments", &RequestState::payments, "Money that came in.")
      .def_readonly("closings", &RequestState::closings, "Ends without a reply.")
      .def_readonly("receipt_events", &RequestState::receipt_events, "Sequences of the events by which it came in.")
      .def_readonly("history_documents", &RequestState::history_documents, "The document of each event of `history`.")
      .def_readonly("remedies", &RequestState::remedies, "Reconsideration and litigation.")
      .def_property_readonly(
          "history", [](const RequestState& it) { return it.history; }, "What the clock has to know.")
      .def_readonly("last_day", &RequestState::last_day, "Of the last event.")
      .def_readonly("events", &RequestState::events, "Sequences of its events, in their order.")
      .def_readonly("findings", &RequestState::findings, "What was irregular, in the order of the events.")
      .def_property_readonly("outcome", &RequestState::outcome, "The one that stands; empty: pending.")
      .def(
          "__eq__", [](const RequestState& a, const RequestState& b) { return a == b; }, py::is_operator())
      .def(
          "__ne__", [](const RequestState& a, const RequestState& b) { return a != b; }, py::is_operator())
      .def("_repr_html_",
           [](const py::object& self) { return py::module_::import("gongkai.timeline").attr("request_html")(self); })
      .def("__repr__",
           [](const RequestState& it) {
             return one_line("RequestState", it.id + ' ' + std::string{to_string(it.stage)} +
                                                 (it.outcome().empty() ? "" : ' ' + it.outcome()));
           })
      .attr("__hash__") = py::none();

  py::class_<RequestRegister>(module, "RequestRegister", "The register of an office (登记簿), by request.")
      .def(py::init<>())
      .def_property_readonly(
          "requests",
          [](const py::object& self) { return parts_of(self, self.cast<const RequestRegister&>().requests); }, "By id.")
      .def_readonly("inquiries", &RequestRegister::inquiries, "咨询.")
      .def_readonly("opening", &RequestRegister::opening, "What was brought along.")
      .def_readonly("declared", &RequestRegister::declared, "What other offices declared.")
      .def("find", &RequestRegister::find, py::arg("request"), py::return_value_policy::reference_internal,
           "By id; None when it is not there.")
      .def("__len__", [](const RequestRegister& it) { return it.requests.size(); })
      .def("_repr_html_",
           [](const py::object& self) { return py::module_::import("gongkai.timeline").attr("register_html")(self); })
      .def("__repr__", [](const RequestRegister& it) {
        return one_line("RequestRegister", std::to_string(it.requests.size()) + " requests");
      });

  py::class_<RequestHistory>(module, "RequestHistory", "The register of a history, and what is wrong with it.")
      .def_property_readonly(
          "requests",
          [](const py::object& self) {
            return py::cast(self.cast<const RequestHistory&>().requests, py::return_value_policy::reference_internal,
                            self);
          },
          "The register.")
      .def_readonly("findings", &RequestHistory::findings, "Of the order and of every request, sorted.")
      .def("__repr__", [](const RequestHistory& it) {
        return one_line("RequestHistory", std::to_string(it.requests.requests.size()) + " requests, " +
                                              std::to_string(it.findings.size()) + " findings");
      });
}

void bind_motion(py::module_& module) {
  py::class_<RequestRules>(module, "RequestRules", "What requests are decided by: stages, rulebook, calendar, options.")
      .def_static("builtin", &RequestRules::builtin, py::arg("country"), "NotFoundError 401.")
      .def_property_readonly(
          "stages", [](const RequestRules& it) { return it.stages; }, "Actions, roles, articles.")
      .def_property_readonly(
          "clock", [](const RequestRules& it) { return it.clock; }, "Rulebook, calendar, options.")
      .def(
          "with_clock",
          [](const RequestRules& rules, const Clock& clock) {
            RequestRules out = rules;
            out.clock = clock;
            return out;
          },
          py::arg("clock"), "The same with another calendar, rulebook or other choices on open questions.")
      .def("__repr__", [](const RequestRules&) { return std::string{"<RequestRules>"}; });

  module.def("request_graph", &request_graph, py::return_value_policy::reference, "The stages of requests.");
  module.def(
      "decide",
      [](const RequestRegister& requests, const std::string& request, const py::object& command, const Actor& actor,
         const When& when, const RequestRules& rules) {
        return decide(requests, request, action_of<RequestAction>(command), actor, when, rules);
      },
      py::arg("requests"), py::arg("request"), py::arg("command"), py::arg("actor"), py::arg("when"), py::arg("rules"),
      "The events that a command comes to, not yet numbered. TransitionError 501-508 when the stage, the role, a "
      "missing statement, a missing clearance, the days or a rule forbid it.");
  module.def(
      "apply",
      [](const RequestRegister& requests, const RequestEvent& event, const RequestRules& rules) {
        return apply(requests, event, rules);
      },
      py::arg("requests"), py::arg("event"), py::arg("rules"),
      "Another register. Never refuses: what is irregular becomes a finding.");
  module.def(
      "replay",
      [](const std::vector<RequestEvent>& events, Date as_of, Date known_at, const RequestRules& rules) {
        const py::gil_scoped_release unlocked;
        return replay(events, as_of, known_at, rules);
      },
      py::arg("events"), py::arg("as_of"), py::arg("known_at"), py::arg("rules"),
      "The register as of a day (what was legally so) and as known at a day (what had been recorded).");
  module.def(
      "check",
      [](const RequestRegister& requests, Date as_of, const RequestRules& rules) {
        const py::gil_scoped_release unlocked;
        return check(requests, as_of, rules);
      },
      py::arg("requests"), py::arg("as_of"), py::arg("rules"),
      "What the clock finds: late notices, second extensions, replies overdue. Sorted.");
  module.def("reply_deadline", &reply_deadline, py::arg("request"), py::arg("rules"), py::arg("as_of"),
             "The reply period of a request, looked at on a day.");
  module.def("read_request_events", &read_request_events, py::arg("data"), py::arg("on_bad") = OnBadLine::keep_good,
             "Events from JSON Lines; every bad line is reported.");
  module.def("parse_request_event", &parse_request_event, py::arg("json"), py::arg("file") = "event",
             "One event. ParseError 201-206.");
  module.def("request_event_schema", &request_event_schema, py::arg("rulebook"),
             "The JSON Schema (2020-12) of one line, as text, with the words of the rulebook's taxonomies.");
}

}  // namespace

void bind_request(py::module_& module) {
  bind_stage(module);
  bind_fields<Applicant>(module, "Applicant",
                         "Who asks (申请人): an id given or derived, type, name, keyed hash of the proof of identity.");
  bind_fields<OutgoingDocument>(module, "OutgoingDocument",
                                "A document that goes out: decided (成文), posted (交邮), delivered (签收).");
  bind_actions<RequestAction>(module, names, docs);
  bind_event<RequestEvent>(module, "Request", "Something that happened to a request, or to the register.",
                           &parse_request_event);
  bind_state_values(module);
  bind_state(module);
  bind_motion(module);
}

}  // namespace gongkai::bindings
