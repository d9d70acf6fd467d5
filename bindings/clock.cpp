// SPDX-License-Identifier: Apache-2.0
// Module clock: deadlines with their reasons.
#include <pybind11/native_enum.h>

#include <variant>

#include <gongkai/clock/clock.hpp>
#include <gongkai/clock/recompute.hpp>

#include "value.hpp"

namespace gongkai::bindings {
namespace {

void bind_enums(py::module_& module) {
  py::native_enum<DeadlineKind>(module, "DeadlineKind", "enum.Enum", "Whose deadline, for what.")
      .value("reply", DeadlineKind::reply, "答复")
      .value("correction_notice", DeadlineKind::correction_notice, "补正告知")
      .value("correction", DeadlineKind::correction, "申请人补正")
      .value("third_party_answer", DeadlineKind::third_party_answer, "第三方意见")
      .value("agency_answer", DeadlineKind::agency_answer, "共同制作机关意见")
      .value("fee_payment", DeadlineKind::fee_payment, "缴费")
      .value("proactive_publication", DeadlineKind::proactive_publication, "主动公开")
      .value("review_stage", DeadlineKind::review_stage, "保密审查环节")
      .value("annual_report", DeadlineKind::annual_report, "年度报告")
      .value("reconsideration", DeadlineKind::reconsideration, "申请行政复议")
      .value("litigation", DeadlineKind::litigation, "提起行政诉讼")
      .finalize();
  py::native_enum<DeadlineStatus>(module, "DeadlineStatus", "enum.Enum", "Where a clock stands on a day.")
      .value("running", DeadlineStatus::running, "Not yet done, the due day included.")
      .value("paused", DeadlineStatus::paused, "A consultation is out, or a correction or payment is awaited.")
      .value("overdue", DeadlineStatus::overdue, "The due day has passed and nothing was done.")
      .value("met", DeadlineStatus::met, "Done in time.")
      .value("late", DeadlineStatus::late, "Done after the due day.")
      .value("abandoned", DeadlineStatus::abandoned, "视为放弃")
      .value("withdrawn", DeadlineStatus::withdrawn, "撤回")
      .finalize();
  py::native_enum<OpenReason>(module, "OpenReason", "enum.Enum", "What keeps a due day from being certain.")
      .value("calendar", OpenReason::calendar, "A holiday notice that is not published.")
      .value("opinion", OpenReason::opinion, "A consultation that is still out.")
      .value("start", OpenReason::start, "A confirmation or receipt that is not recorded.")
      .value("delivery", OpenReason::delivery, "The recipient's receipt is not recorded.")
      .value("correction", OpenReason::correction, "The corrected request has not come.")
      .value("payment", OpenReason::payment, "The fee is not paid.")
      .value("reasons", OpenReason::reasons, "The applicant's reasons have not come.")
      .value("remedies", OpenReason::remedies, "The applicant has not been told of the remedies.")
      .value("stated_limit", OpenReason::stated_limit, "A limit that only a document can state.")
      .finalize();
  py::native_enum<StepKind>(module, "StepKind", "enum.Enum", "What a step of a derivation does to the clock.")
      .value("start", StepKind::start, "It starts; the day is not counted.")
      .value("count", StepKind::count, "Days are counted.")
      .value("pause", StepKind::pause, "Worked days are not counted.")
      .value("wait", StepKind::wait, "It stands until it restarts.")
      .value("restart", StepKind::restart, "The limit begins anew.")
      .value("extension", StepKind::extension, "Days were added.")
      .value("deferral", StepKind::deferral, "The day told replaces the due day.")
      .value("month_end", StepKind::month_end, "No corresponding day: the last of the month.")
      .value("roll", StepKind::roll, "Moved from a rest day.")
      .value("fixed", StepKind::fixed, "A day that the law names.")
      .value("end", StepKind::end, "It stops.")
      .finalize();
  py::native_enum<SkipReason>(module, "SkipReason", "enum.Enum", "Why a day was not counted.")
      .value("weekend", SkipReason::weekend, "周末")
      .value("holiday", SkipReason::holiday, "放假")
      .value("closure", SkipReason::closure, "Closed by a local order.")
      .finalize();
  py::native_enum<ExplainFormat>(module, "ExplainFormat", "enum.Enum", "How an explanation is written.")
      .value("text", ExplainFormat::text, "For a terminal.")
      .value("markdown", ExplainFormat::markdown, "For a page.")
      .value("json", ExplainFormat::json, "For a program.")
      .value("html", ExplainFormat::html, "A fragment for other pages, escaped.")
      .finalize();
  py::native_enum<ChangeCause>(module, "ChangeCause", "enum.Enum", "What differs between two answers.")
      .value("calendar", ChangeCause::calendar, "Days are worked or not that were not or were.")
      .value("rulebook", ChangeCause::rulebook, "Another limit or rule of the start.")
      .value("options", ChangeCause::options, "Another choice on an open question.")
      .value("several", ChangeCause::several, "More than one of these.")
      .finalize();
}

py::dict choices_of(const Options& options) {
  py::dict out;
  for (const auto question : Options::questions()) {
    out[py::str(std::string{question})] = py::str(std::string{options.get(question)});
  }
  return out;
}

void bind_answers(py::module_& module) {
  py::class_<ProvisionalDue> provisional(module, "ProvisionalDue", "Bounds of a due day that is not certain.");
  provisional.def_readonly("reason", &ProvisionalDue::reason, "What keeps it open.")
      .def_readonly("earliest", &ProvisionalDue::earliest, "None: nothing can be said yet.")
      .def_readonly("latest", &ProvisionalDue::latest, "None: open end.")
      .def_readonly("missing", &ProvisionalDue::missing, "The notice that is missing, else empty.")
      .def("__repr__", [](const ProvisionalDue& due) {
        return one_line("ProvisionalDue", (due.earliest ? due.earliest->to_string() : "?") + " … " +
                                              (due.latest ? due.latest->to_string() : "?") + " (" +
                                              std::string{to_string(due.reason)} + ")");
      });
  py::class_<DaySpan> span(module, "DaySpan", "The same stretch in working days and in calendar days.");
  span.def_readonly("working", &DaySpan::working, "None where the calendar does not reach.")
      .def_readonly("calendar", &DaySpan::calendar, "Calendar days.")
      .def("__repr__", [](const DaySpan& both) {
        return one_line("DaySpan", (both.working ? std::to_string(both.working->count()) : "?") + " working, " +
                                       std::to_string(both.calendar.count()) + " calendar days");
      });
  py::class_<OptionChoice> choice(module, "OptionChoice", "A choice that differs from the options of an answer.");
  bind_struct(choice, 1, Field{"question", &OptionChoice::question, "Name of the open question."},
              Field{"choice", &OptionChoice::choice, "Name of the choice."});
  choice.def("__repr__",
             [](const OptionChoice& value) { return one_line("OptionChoice", value.question + '=' + value.choice); });
  py::class_<SafeDue> safe(module, "SafeDue", "稳妥到期日: the earliest due day over all lawful choices.");
  safe.def_readonly("due", &SafeDue::due, "Who acts by it is in time whatever a court decides.")
      .def_readonly("choices", &SafeDue::choices, "What makes it differ from the answer; empty when nothing does.")
      .def_readonly("left_out", &SafeDue::left_out, "Choices that could not be obeyed any more.")
      .def("__repr__", [](const SafeDue& value) { return one_line("SafeDue", value.due.to_string()); });
  py::class_<SkippedDay> skipped(module, "SkippedDay", "A day that was not counted.");
  skipped.def_readonly("date", &SkippedDay::date, "The day.")
      .def_readonly("reason", &SkippedDay::reason, "Why.")
      .def_property_readonly(
          "name", [](const SkippedDay& day) { return std::string{day.name}; }, "The holiday.")
      .def_property_readonly(
          "notice", [](const SkippedDay& day) { return std::string{day.notice}; }, "Its notice.")
      .def("__repr__", [](const SkippedDay& day) {
        return one_line("SkippedDay", day.date.to_string() + ' ' + std::string{to_string(day.reason)});
      });
  py::class_<DeadlineStep> step(module, "DeadlineStep", "One step of a derivation.");
  step.def_readonly("kind", &DeadlineStep::kind, "What it does to the clock.")
      .def_property_readonly(
          "from_", [](const DeadlineStep& value) { return value.from; },
          "The day before the first one of the step; of a start the day itself.")
      .def_readonly("to", &DeadlineStep::to, "Its last day.")
      .def_readonly("counted", &DeadlineStep::counted, "Working days counted; of a pause those taken out.")
      .def_readonly("days", &DeadlineStep::days, "Of a start the limit, of an extension what was added.")
      .def_readonly("skipped", &DeadlineStep::skipped, "Days of the step that are not worked.")
      .def_property_readonly(
          "rule", [](const DeadlineStep& value) { return std::string{value.rule}; },
          "Name of the rule or of the open question.")
      .def_property_readonly(
          "citation", [](const DeadlineStep& value) { return std::string{value.citation}; }, "Its source.")
      .def("__repr__", [](const DeadlineStep& value) { return one_line("DeadlineStep", printed(value)); });
}

void bind_history(py::module_& module) {
  py::class_<ClockHistory> history(module, "ClockHistory",
                                   "The events of one case in the order in which they were recorded. Made by "
                                   "Clock.history or Clock.history_from_json.");
  history.def("to_json", &ClockHistory::to_json, "A list of objects as JSON; `Clock.history_from_json` reads it back.")
      .def_property_readonly(
          "events",
          [](const ClockHistory& value) {
            std::vector<std::string> out;
            for (const ClockEvent& event : value.events()) {
              out.push_back(printed(event));
            }
            return out;
          },
          "Each event in words.")
      .def("__len__", [](const ClockHistory& value) { return value.events().size(); })
      .def(
          "__eq__", [](const ClockHistory& a, const ClockHistory& b) { return a == b; }, py::is_operator())
      .def(
          "__ne__", [](const ClockHistory& a, const ClockHistory& b) { return a != b; }, py::is_operator())
      .def("__hash__", [](const ClockHistory& value) { return std::hash<std::string>{}(value.to_json()); })
      .def("__repr__", [](const ClockHistory& value) {
        return one_line("ClockHistory", std::to_string(value.events().size()) + " events");
      });
}

void bind_deadline(py::module_& module) {
  py::class_<Deadline> type(module, "Deadline", "A deadline and everything that may be asked about it. Immutable.");
  type.def_property_readonly("kind", &Deadline::kind, "Whose deadline, for what.")
      .def_property_readonly("history", &Deadline::history, "The events it was made from.")
      .def_property_readonly("as_of", &Deadline::as_of, "The day on which it looks at the history, or None: all.")
      .def_property_readonly("start", &Deadline::start, "The day the clock (re)started last, not counted; or None.")
      .def_property_readonly("due", &Deadline::due, "The due day when it is certain, else None. It is included.")
      .def_property_readonly("provisional", &Deadline::provisional, "Why there is no `due`, with bounds; or None.")
      .def_property_readonly("safe_due", &Deadline::safe_due, "The earliest due day over all lawful choices, or None.")
      .def_property_readonly("steps", &Deadline::steps, "The derivation.")
      .def_property_readonly("findings", &Deadline::findings, "What is odd about the history, sorted.")
      .def_property_readonly(
          "options", [](const Deadline& deadline) { return choices_of(deadline.options()); },
          "The choice on every open question that it was made with.")
      .def("status", &Deadline::status, py::arg("as_of"), "What was so on a day; None: no clock runs.")
      .def("remaining", &Deadline::remaining, py::arg("as_of"), "From the day after `as_of` to the due day, or None.")
      .def("overdue_by", &Deadline::overdue_by, py::arg("as_of"),
           "From the day after the due day to the reply or `as_of`; zero when in time; or None.")
      .def("days_used", &Deadline::days_used, py::arg("as_of"), "Working days since the last start, pauses left out.")
      .def("at", &Deadline::at, py::arg("as_of"), "The answer as it was on a day.")
      .def("explain", &Deadline::explain, py::arg("format") = ExplainFormat::text, py::arg("language") = Language::en,
           "A page for the file: the answer, each step with its source, each finding, the choices made.")
      .def(
          "_repr_html_", [](const Deadline& deadline) { return deadline.explain(ExplainFormat::html); },
          "The page for the file, as HTML.")
      .def("__repr__", [](const Deadline& deadline) { return one_line("Deadline", printed(deadline)); })
      .def("__str__", &printed<Deadline>);
}

void bind_recompute(py::module_& module) {
  py::class_<DueRange> range(module, "DueRange", "A due day, or its bounds.");
  bind_struct(range, 1, Field{"earliest", &DueRange::earliest, "Or None."},
              Field{"latest", &DueRange::latest, "Or None: open end."});
  range.def("__repr__", [](const DueRange& value) {
    return one_line("DueRange", (value.earliest ? value.earliest->to_string() : "?") + " … " +
                                    (value.latest ? value.latest->to_string() : "?"));
  });
  py::class_<DueChange> change(module, "DueChange", "A case whose due day changes.");
  change.def_readonly("id", &DueChange::id, "As it was given.")
      .def_readonly("before", &DueChange::before, "The due day as it was.")
      .def_readonly("after", &DueChange::after, "The due day as it would be.")
      .def_readonly("cause", &DueChange::cause, "What makes the difference.")
      .def_readonly("days", &DueChange::days, "The days that are now something else.")
      .def_readonly("source_before", &DueChange::source_before, "Source of the limit as it was, or empty.")
      .def_readonly("source_after", &DueChange::source_after, "Source of the limit as it would be, or empty.")
      .def("__repr__", [](const DueChange& value) { return one_line("DueChange", value.id); });
  py::class_<Recomputed> result(module, "Recomputed", "What would change in a register.");
  result.def_readonly("open", &Recomputed::open, "Changes of cases that are open.")
      .def_readonly("answered", &Recomputed::answered, "Changes of cases that are over: nobody's task.")
      .def_readonly("unchanged", &Recomputed::unchanged, "How many cases stay as they are.")
      .def("__repr__", [](const Recomputed& value) {
        return one_line("Recomputed", std::to_string(value.open.size()) + " open, " +
                                          std::to_string(value.answered.size()) + " answered, " +
                                          std::to_string(value.unchanged) + " unchanged");
      });
}

// The choices of a mapping from question to choice.
Options options_of(const std::map<std::string, std::string>& choices) {
  Options options;
  for (const auto& [question, choice] : choices) {
    options.set(question, choice);
  }
  return options;
}

void bind_clock_class(py::module_& module) {
  py::class_<Clock> type(module, "Clock",
                         "The engine of all deadlines: a rulebook, a calendar and the choices on open questions. "
                         "Immutable.");
  type.def_static("builtin", &Clock::builtin, py::arg("rulebook") = "cn",
                  "The built-in rulebook of that name (`cn`, `cn-fj`, …) with its country's calendar. NotFoundError "
                  "401.")
      .def_property_readonly("rulebook", &Clock::rulebook, "Its rulebook.")
      .def_property_readonly("calendar", &Clock::calendar, "Its calendar.")
      .def_property_readonly(
          "options", [](const Clock& clock) { return choices_of(clock.options()); },
          "The choice made on each open question.")
      .def(
          "with_options",
          [](const Clock& clock, const std::map<std::string, std::string>& options) {
            return clock.with_options(options_of(options));
          },
          py::arg("options"),
          "With other choices, by name: {\"fee_payment\": \"pause_only\"}. NotFoundError 402 for an unknown question, "
          "InvalidArgumentError 107 for an unknown choice.")
      .def("with_calendar", &Clock::with_calendar, py::arg("calendar"), "With another calendar.")
      .def("with_rulebook", &Clock::with_rulebook, py::arg("rulebook"), "With another rulebook.")
      .def(
          "history",
          [](const Clock& clock, const std::vector<std::string>& events) {
            ClockHistory history;
            for (const std::string& event : events) {
              history.add(parse_clock_event(event, clock.rulebook()));
            }
            return history;
          },
          py::arg("events"),
          "From events in words: \"submitted 2024-03-04 channel=in_person\", \"extended 2024-03-25 days=20\". "
          "ParseError 202-206.")
      .def(
          "history_from_json",
          [](const Clock& clock, const std::string& data, const std::string& file) {
            return ClockHistory::from_json(data, file, clock.rulebook());
          },
          py::arg("data"), py::arg("file") = "history.json", "From a list of objects as JSON. ParseError 201-206.")
      .def("deadline", &Clock::deadline, py::arg("kind"), py::arg("history"), py::arg("as_of") = py::none(),
           "The answer with its derivation. With `as_of`, only what had happened by then.")
      .def(
          "recompute",
          [](const Clock& before, const std::vector<std::pair<std::string, ClockHistory>>& cases, const Clock& after,
             DeadlineKind kind, std::optional<Date> as_of) {
            std::vector<ClockCase> list;
            list.reserve(cases.size());
            for (const auto& [id, history] : cases) {
              list.push_back({id, kind, history});
            }
            const py::gil_scoped_release release;
            return recompute(list, before, after, as_of);
          },
          py::arg("cases"), py::arg("after"), py::arg("kind") = DeadlineKind::reply, py::arg("as_of") = py::none(),
          "What another clock would do to a register of (id, history). Nothing is changed.")
      .def("__repr__", [](const Clock& clock) {
        return one_line("Clock", clock.rulebook().country() + ", " + printed(clock.options()));
      });
}

}  // namespace

void bind_clock(py::module_& module) {
  bind_enums(module);
  bind_answers(module);
  bind_history(module);
  bind_deadline(module);
  bind_recompute(module);
  bind_clock_class(module);
}

}  // namespace gongkai::bindings
