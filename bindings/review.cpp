// SPDX-License-Identifier: Apache-2.0
// Module review: review before disclosure (R2019 art. 17).
#include <pybind11/native_enum.h>

#include <gongkai/review/event.hpp>
#include <gongkai/review/policy.hpp>
#include <gongkai/review/transitions.hpp>

#include "actions.hpp"

namespace gongkai::bindings {
namespace {

constexpr const char* names[] = {"ReviewSubmitted",
                                 "ReviewApproved",
                                 "ReviewEscalated",
                                 "ReviewConsentBySilence",
                                 "ReviewReturned",
                                 "ReviewRefused",
                                 "ReviewReferred",
                                 "ReviewReferralAnswered",
                                 "ReviewConsultationOpened",
                                 "ReviewOpinionGiven",
                                 "ReviewConsultationConcluded",
                                 "ReviewContentChanged",
                                 "ReviewWithdrawn",
                                 "ReviewRetracted"};
constexpr const char* docs[] = {
    "Handed in for review (送审); a redacted copy names its original and what it leaves out (R2019 art. 37).",
    "A stage is decided (审核通过). A conclusion other than 公开 needs article and reason.",
    "A stage was not decided in time, and the next one decides (上提).",
    "A stage was not decided in time, which the office's rules take as consent; against 先审查、后公开, so opted in "
    "only.",
    "Back to the drafter (退回修改).",
    "May not be disclosed, and no later stage is asked (R2019 arts 14-16).",
    "Doubt is put to the competent department or the secrecy administration (报审, R2019 art. 17(3)).",
    "Its answer; it binds the stages that follow.",
    "Doubt is put to the office's own people (会商).",
    "One opinion; the last one of a person counts.",
    "What came out of it; it binds the stages that follow.",
    "The content changed: what was reviewed is no longer what is there.",
    "Taken back by the drafter (撤回).",
    "The event that this one corrects never was."};

void bind_enums(py::module_& module) {
  py::native_enum<ReviewStage>(module, "ReviewStage", "enum.Enum", "Where a review stands.")
      .value("not_submitted", ReviewStage::not_submitted, "未送审.")
      .value("in_review", ReviewStage::in_review, "审查中.")
      .value("in_consultation", ReviewStage::in_consultation, "会商中.")
      .value("referred", ReviewStage::referred, "报审待复.")
      .value("returned", ReviewStage::returned, "退回修改.")
      .value("completed", ReviewStage::completed, "审结.")
      .value("refused", ReviewStage::refused, "不予通过.")
      .value("lapsed", ReviewStage::lapsed, "因内容变更失效.")
      .value("withdrawn", ReviewStage::withdrawn, "撤回.")
      .finalize();
  py::native_enum<DecisionKind>(module, "DecisionKind", "enum.Enum", "How a stage of the policy was passed.")
      .value("approved", DecisionKind::approved, "Decided.")
      .value("escalated", DecisionKind::escalated, "Passed over in time.")
      .value("silence", DecisionKind::silence, "Silence taken as consent.")
      .finalize();
  py::native_enum<OnTimeout>(module, "OnTimeout", "enum.Enum", "What follows when a stage is not decided in time.")
      .value("block", OnTimeout::block, "The review waits, and is overdue.")
      .value("escalate", OnTimeout::escalate, "The next stage decides without it.")
      .value("approve", OnTimeout::approve, "Silence is consent, only where the caller opts in.")
      .finalize();
  py::native_enum<ReviewSilence>(module, "ReviewSilence", "enum.Enum", "Whether silence may consent.")
      .value("is_no_consent", ReviewSilence::is_no_consent, "The default: first reviewed, then disclosed.")
      .value("is_consent", ReviewSilence::is_consent, "Where a policy says so.")
      .finalize();
  module.def(
      "label_zh", [](ReviewStage stage) { return std::string{label_zh(stage)}; }, py::arg("stage"),
      "What offices call it.");
}

void bind_policies(py::module_& module) {
  py::class_<ReviewStagePolicy> stage(module, "ReviewStagePolicy", "One stage of a policy.");
  stage.def_readonly("stage", &ReviewStagePolicy::stage, "Its id.")
      .def_readonly("role", &ReviewStagePolicy::role, "Whose it is.")
      .def_readonly("label_zh", &ReviewStagePolicy::label_zh, "科室负责人审核.")
      .def_readonly("required", &ReviewStagePolicy::required, "An optional stage may be passed over.")
      .def_readonly("limit", &ReviewStagePolicy::limit, "In working days; None: no limit.")
      .def_readonly("on_timeout", &ReviewStagePolicy::on_timeout, "What follows when it is not decided in time.")
      .def("__repr__",
           [](const ReviewStagePolicy& it) { return one_line("ReviewStagePolicy", it.stage + ' ' + it.role); });

  py::class_<ConsultationPolicy>(module, "ConsultationPolicy", "How doubt is settled among the office's own (会商).")
      .def_readonly("roles", &ConsultationPolicy::roles, "Whose opinions count.")
      .def_readonly("quorum", &ConsultationPolicy::quorum, "So many persons.")
      .def_readonly("must_speak", &ConsultationPolicy::must_speak, "Roles without which nothing is concluded.")
      .def_readonly("unanimous", &ConsultationPolicy::unanimous, "Otherwise more than half of the opinions.")
      .def("__repr__", [](const ConsultationPolicy& it) {
        return one_line("ConsultationPolicy", "quorum " + std::to_string(it.quorum));
      });

  py::class_<ReviewPolicy>(module, "ReviewPolicy", "How an office reviews before it discloses, as data.")
      .def_static("parse", &ReviewPolicy::parse, py::arg("data"), py::arg("file"),
                  "RulebookError 304 with file and pointer.")
      .def_property_readonly("id", &ReviewPolicy::id, "Its id.")
      .def_property_readonly("title_zh", &ReviewPolicy::title_zh, "In Chinese.")
      .def_property_readonly("title_en", &ReviewPolicy::title_en, "In English.")
      .def_property_readonly("source", &ReviewPolicy::source, "Where this chain was read.")
      .def_property_readonly(
          "stages", [](const ReviewPolicy& it) { return it.stages(); }, "In order.")
      .def_property_readonly(
          "consultation", [](const ReviewPolicy& it) { return it.consultation(); }, "None: doubt is only referred.")
      .def_property_readonly("drafter_is_kept_out", &ReviewPolicy::drafter_is_kept_out,
                             "The drafter decides no stage of his own draft.")
      .def_property_readonly("one_stage_per_person", &ReviewPolicy::one_stage_per_person,
                             "Nobody decides two stages of one round.")
      .def_property_readonly("identity", &ReviewPolicy::identity, "Content hash of the data.")
      .def("__repr__", [](const ReviewPolicy& it) {
        return one_line("ReviewPolicy", it.id() + ", " + std::to_string(it.stages().size()) + " stages");
      });

  py::class_<ReviewPolicies>(module, "ReviewPolicies", "The policies that an office knows, by id.")
      .def(py::init<>())
      .def_static("builtin", &ReviewPolicies::builtin, py::arg("country"), "NotFoundError 401.")
      .def("with_policy", &ReviewPolicies::with, py::arg("policy"), "With one more; one of the same id is replaced.")
      .def("find", &ReviewPolicies::find, py::arg("id"), py::return_value_policy::copy, "None when it is not there.")
      .def("at", &ReviewPolicies::at, py::arg("id"), py::return_value_policy::copy, "NotFoundError 402.")
      .def("ids", &ReviewPolicies::ids, "All of them.")
      .def("__repr__", [](const ReviewPolicies& it) {
        return one_line("ReviewPolicies", std::to_string(it.ids().size()) + " policies");
      });
}

void bind_state(py::module_& module) {
  py::class_<ReviewDecision>(module, "ReviewDecision", "A stage of the policy that was passed.")
      .def_readonly("round", &ReviewDecision::round, "Counted from 1 with each submission.")
      .def_readonly("stage", &ReviewDecision::stage, "Its id.")
      .def_readonly("kind", &ReviewDecision::kind, "How it was passed.")
      .def_property_readonly(
          "by", [](const ReviewDecision& it) { return it.by; }, "Who, in which role.")
      .def_property_readonly(
          "day", [](const ReviewDecision& it) { return it.day; }, "When.")
      .def_readonly("conclusion", &ReviewDecision::conclusion, "Of an escalation without meaning.")
      .def_readonly("article", &ReviewDecision::article, "What it rests on.")
      .def_readonly("reason", &ReviewDecision::reason, "Why.")
      .def_readonly("event", &ReviewDecision::event, "Sequence of the event.")
      .def("__repr__", [](const ReviewDecision& it) {
        return one_line("ReviewDecision",
                        it.stage + ' ' + std::string{to_string(it.conclusion)} + ' ' + it.day.to_string());
      });
  py::class_<ReviewOpinion>(module, "ReviewOpinion", "What somebody said in a consultation.")
      .def_property_readonly(
          "by", [](const ReviewOpinion& it) { return it.by; }, "Who.")
      .def_property_readonly(
          "day", [](const ReviewOpinion& it) { return it.day; }, "When.")
      .def_readonly("conclusion", &ReviewOpinion::conclusion, "What he thinks.")
      .def_readonly("reason", &ReviewOpinion::reason, "Why.")
      .def("__repr__", [](const ReviewOpinion& it) {
        return one_line("ReviewOpinion", it.by.actor + ' ' + std::string{to_string(it.conclusion)});
      });
  py::class_<BindingConclusion>(module, "BindingConclusion", "A conclusion that the stages must follow.")
      .def_readonly("conclusion", &BindingConclusion::conclusion, "Which.")
      .def_readonly("source", &BindingConclusion::source, "consultation, or the body that answered.")
      .def_property_readonly(
          "day", [](const BindingConclusion& it) { return it.day; }, "When.")
      .def("__repr__", [](const BindingConclusion& it) {
        return one_line("BindingConclusion", std::string{to_string(it.conclusion)} + " by " + it.source);
      });
  py::class_<ReviewState>(module, "ReviewState", "Where a review stands: what its events come to.")
      .def(py::init<std::string>(), py::arg("id"), "Not handed in yet.")
      .def_readonly("id", &ReviewState::id, "Its id.")
      .def_readonly("stage", &ReviewState::stage, "Where it stands.")
      .def_readonly("policy", &ReviewState::policy, "Id of the policy.")
      .def_readonly("round", &ReviewState::round, "Counted from 1 with each submission.")
      .def_readonly("next_stage", &ReviewState::next_stage, "Position in the policy of the stage whose turn it is.")
      .def_readonly("digest", &ReviewState::digest, "Of the content.")
      .def_readonly("redacted_from", &ReviewState::redacted_from, "The original of a redacted copy.")
      .def_readonly("withheld", &ReviewState::withheld, "What the copy leaves out.")
      .def_readonly("about", &ReviewState::about, "The record or request.")
      .def_readonly("title", &ReviewState::title, "标题.")
      .def_readonly("drafter", &ReviewState::drafter, "The drafter's id.")
      .def_readonly("decisions", &ReviewState::decisions, "Of all rounds.")
      .def_readonly("opinions", &ReviewState::opinions, "Of the consultation that is open or was last.")
      .def_readonly("binding", &ReviewState::binding, "What the stages must follow.")
      .def_readonly("referred_to", &ReviewState::referred_to, "While it is referred.")
      .def_readonly("stage_since", &ReviewState::stage_since, "When the turn came to the stage.")
      .def_readonly("clearance", &ReviewState::clearance, "While it is completed.")
      .def_readonly("issued", &ReviewState::issued, "Every clearance it ever gave, oldest first.")
      .def_readonly("last_day", &ReviewState::last_day, "Of the last event.")
      .def_readonly("events", &ReviewState::events, "Sequences of its events, in their order.")
      .def_readonly("findings", &ReviewState::findings, "What was irregular, in the order of the events.")
      .def(
          "__eq__", [](const ReviewState& a, const ReviewState& b) { return a == b; }, py::is_operator())
      .def(
          "__ne__", [](const ReviewState& a, const ReviewState& b) { return a != b; }, py::is_operator())
      .def(
          "__repr__",
          [](const ReviewState& it) { return one_line("ReviewState", it.id + ' ' + std::string{to_string(it.stage)}); })
      .attr("__hash__") = py::none();

  py::class_<ReviewHistory>(module, "ReviewHistory", "All reviews of a history, and what is wrong with it.")
      .def_property_readonly(
          "reviews", [](const py::object& self) { return parts_of(self, self.cast<const ReviewHistory&>().reviews); },
          "By id.")
      .def_readonly("findings", &ReviewHistory::findings, "Of the order and of every review, sorted.")
      .def("__repr__", [](const ReviewHistory& it) {
        return one_line("ReviewHistory", std::to_string(it.reviews.size()) + " reviews, " +
                                             std::to_string(it.findings.size()) + " findings");
      });
}

void bind_motion(py::module_& module) {
  py::class_<ReviewRules>(module, "ReviewRules", "What reviews are decided by.")
      .def_static("builtin", &ReviewRules::builtin, py::arg("country"), "NotFoundError 401.")
      .def(
          "replaced",
          [](const ReviewRules& rules, std::optional<ReviewPolicies> policies, std::optional<ReviewSilence> silence,
             std::optional<StageRules> stages, std::optional<WorkCalendar> calendar) {
            ReviewRules out = rules;
            out.stages = stages ? std::move(*stages) : out.stages;
            out.calendar = calendar ? std::move(*calendar) : out.calendar;
            out.policies = policies ? std::move(*policies) : out.policies;
            out.silence = silence.value_or(out.silence);
            return out;
          },
          py::kw_only(), py::arg("policies") = py::none(), py::arg("silence") = py::none(),
          py::arg("stages") = py::none(), py::arg("calendar") = py::none(),
          "The same with other policies, another word on silence, an office's own roles or calendar.")
      .def_property_readonly(
          "stages", [](const ReviewRules& it) { return it.stages; }, "Actions, roles, articles.")
      .def_property_readonly(
          "policies", [](const ReviewRules& it) { return it.policies; }, "By id.")
      .def_property_readonly(
          "calendar", [](const ReviewRules& it) { return it.calendar; }, "Counts the limits.")
      .def_property_readonly(
          "rulebook", [](const ReviewRules& it) { return it.rulebook; }, "The grounds that may be named.")
      .def_readonly("silence", &ReviewRules::silence, "Whether silence may consent.")
      .def("__repr__", [](const ReviewRules&) { return std::string{"<ReviewRules>"}; });

  py::class_<OverdueTurn> turn(module, "OverdueTurn", "A stage that was not decided in time, and what may follow.");
  turn.def_readonly("review", &OverdueTurn::review, "Its id.")
      .def_readonly("stage", &OverdueTurn::stage, "Of its policy.")
      .def_readonly("role", &OverdueTurn::role, "Who is to be reminded.")
      .def_property_readonly(
          "due", [](const OverdueTurn& it) { return it.due; }, "The last day it had.")
      .def_readonly("on_timeout", &OverdueTurn::on_timeout, "What may follow.")
      .def("__repr__", [](const OverdueTurn& it) {
        return one_line("OverdueTurn", it.review + ' ' + it.stage + ' ' + it.due.to_string());
      });
  module.def("overdue_turns", &overdue_turns, py::arg("reviews"), py::arg("as_of"), py::arg("rules"),
             "The turns whose limit ended before a day, the oldest first. What the calendar cannot tell is left out.");

  module.def("review_graph", &review_graph, py::return_value_policy::reference, "The stages of reviews.");
  module.def(
      "decide",
      [](const ReviewState& state, const py::object& command, const Actor& actor, const When& when,
         const ReviewRules& rules) { return decide(state, action_of<ReviewAction>(command), actor, when, rules); },
      py::arg("state"), py::arg("command"), py::arg("actor"), py::arg("when"), py::arg("rules"),
      "Of a review. TransitionError 501-508.");
  module.def(
      "apply",
      [](const ReviewState& state, const ReviewEvent& event, const ReviewRules& rules) {
        return apply(state, event, rules);
      },
      py::arg("state"), py::arg("event"), py::arg("rules"), "Another state of a review. Never refuses.");
  module.def(
      "replay",
      [](const std::vector<ReviewEvent>& events, Date as_of, Date known_at, const ReviewRules& rules) {
        const py::gil_scoped_release unlocked;
        return replay(events, as_of, known_at, rules);
      },
      py::arg("events"), py::arg("as_of"), py::arg("known_at"), py::arg("rules"), "All reviews of a history.");
  module.def(
      "turn_of",
      [](const ReviewState& state, const ReviewRules& rules) -> std::optional<ReviewStagePolicy> {
        const auto* found = turn_of(state, rules);
        return found == nullptr ? std::nullopt : std::optional<ReviewStagePolicy>{*found};
      },
      py::arg("state"), py::arg("rules"), "The stage whose turn it is; None unless in review.");
  module.def(
      "turn_due",
      [](const ReviewState& state, const ReviewRules& rules) -> std::optional<std::variant<Date, CalendarGap>> {
        const auto due = turn_due(state, rules);
        if (!due) {
          return std::nullopt;
        }
        if (const CalendarGap* gap = due->gap()) {
          return std::variant<Date, CalendarGap>{*gap};
        }
        return std::variant<Date, CalendarGap>{*due->day()};
      },
      py::arg("state"), py::arg("rules"),
      "The last day for the stage whose turn it is, or the gap of the calendar; None without a turn or a limit.");
  module.def("read_review_events", &read_review_events, py::arg("data"), py::arg("on_bad") = OnBadLine::keep_good,
             "Events from JSON Lines; every bad line is reported.");
  module.def("parse_review_event", &parse_review_event, py::arg("json"), py::arg("file") = "event",
             "One event. ParseError 201-206.");
  module.def("review_event_schema", &review_event_schema, py::arg("rulebook"),
             "The JSON Schema (2020-12) of one line, as text, with the words of the rulebook's taxonomies.");
}

}  // namespace

void bind_review(py::module_& module) {
  bind_enums(module);
  bind_actions<ReviewAction>(module, names, docs);
  bind_event<ReviewEvent>(module, "Review", "Something that happened in a review.", &parse_review_event);
  bind_policies(module);
  bind_state(module);
  bind_motion(module);
}

}  // namespace gongkai::bindings
