// SPDX-License-Identifier: Apache-2.0
// From an answer to words.

#include <algorithm>

#include "clock/event_words.hpp"
#include "clock/explain.hpp"
#include "clock/explain_words.hpp"
#include "clock/option_table.hpp"

namespace gongkai::detail {
namespace {

using std::string_view_literals::operator""sv;

class PageWriter {
 public:
  PageWriter(const Deadline& deadline, const Deadline::Impl& impl, Language language)
      : deadline_{&deadline}, impl_{&impl}, language_{language}, words_{&ClockWords::builtin()} {}

  ExplainPage write() {
    page_.title = say("title", {{"kind", say("kind." + std::string{to_string(deadline_->kind())})}});
    answer();
    for (const ClockEvent& event : deadline_->history().events()) {
      if (deadline_->as_of() && event.on > *deadline_->as_of()) {
        continue;  // the answer does not know of it
      }
      page_.events.emplace_back(event.on.to_string(), event_text(event));
    }
    for (const DeadlineStep& step : deadline_->steps()) {
      page_.steps.push_back(step_text(step));
    }
    for (const Finding& finding : deadline_->findings()) {
      std::string message = language_ == Language::zh ? finding.message_zh : finding.message;
      page_.findings.emplace_back(finding.code + say("bracket.open") +
                                      say("severity." + std::string{to_string(finding.severity)}) +
                                      say("bracket.close"),
                                  finding.citation.empty() ? message : message + source(finding.citation));
    }
    choices();
    const WorkCalendar& calendar = impl_->core().calendar;
    page_.sources = {say("source.calendar", {{"country", calendar.country()},
                                             {"from", calendar.first_day().to_string()},
                                             {"to", calendar.last_day().to_string()},
                                             {"hash", calendar.content_hash()}}),
                     say("source.rulebook", {{"country", impl_->core().rulebook.country()},
                                             {"hash", impl_->core().rulebook.content_hash()}})};
    return std::move(page_);
  }

 private:
  [[nodiscard]] std::string say(std::string_view key, ClockWords::Values values = {}) const {
    return words_->say(key, language_, values);
  }
  [[nodiscard]] std::string day(Date date) const {
    return say("value.day", {{"day", date.to_string()},
                             {"weekday", say("weekday." + std::to_string(static_cast<int>(date.weekday())))}});
  }
  [[nodiscard]] std::string source(std::string_view citation) const {
    return say("bracket.open") + std::string{citation} + say("bracket.close");
  }
  [[nodiscard]] std::string span(const DaySpan& both) const {
    return say("value.span", {{"working", both.working ? std::to_string(both.working->count()) : say("value.unknown")},
                              {"calendar", std::to_string(both.calendar.count())}});
  }
  void row(std::string_view label, std::string value) { page_.answer.emplace_back(say(label), std::move(value)); }

  void answer() {
    if (const auto due = deadline_->due()) {
      row("label.due", day(*due));
    } else if (const auto open = deadline_->provisional()) {
      const std::string missing =
          open->reason != OpenReason::calendar ? std::string{}
          : language_ == Language::en
              ? open->missing
              : say("missing.notice",
                    {{"year", std::to_string(Date::from_ordinal(impl_->outcome.due.unknown).year())}});
      const std::string reason = say("open." + std::string{to_string(open->reason)}, {{"missing", missing}});
      if (!open->earliest && !open->latest) {
        row("label.no_due", reason);
      } else {
        row("label.range",
            say("value.range", {{"earliest", open->earliest ? day(*open->earliest) : say("value.nothing_yet")},
                                {"latest", open->latest ? day(*open->latest) : say("value.open_end")},
                                {"reason", reason}}));
      }
    } else {
      row("label.no_due", say("none"));
    }
    if (const auto start = deadline_->start()) {
      row("label.start", day(*start));
    }
    if (const auto safe = deadline_->safe_due()) {
      std::string by;
      for (const OptionChoice& choice : safe->choices) {
        by += (by.empty() ? "" : say("list.separator")) + choice.question + "=" + choice.choice + say("bracket.open") +
              meaning_of(choice) + say("bracket.close");
      }
      row("label.safe", by.empty() ? say("value.same_as_due", {{"day", safe->due.to_string()}})
                                   : say("value.by_choices", {{"day", safe->due.to_string()}, {"choices", by}}));
    }
    const auto as_of = deadline_->as_of();
    if (!as_of) {
      return;
    }
    page_.answer.emplace_back(say("label.as_of", {{"day", as_of->to_string()}}), status(*as_of));
    if (const auto used = deadline_->days_used(*as_of)) {
      row("label.used", std::to_string(used->count()));
    }
    const auto now = deadline_->status(*as_of);
    if (const auto left = deadline_->remaining(*as_of);
        left && (now == DeadlineStatus::running || now == DeadlineStatus::paused)) {
      row("label.remaining", span(*left));
    }
    if (const auto over = deadline_->overdue_by(*as_of); over && over->calendar.count() > 0) {
      row("label.overdue", span(*over));
    }
  }

  // In a sentence of ours: without its own full stop.
  [[nodiscard]] std::string meaning_of(const OptionChoice& chosen) const {
    std::string meaning;
    for (const Choice& choice : impl_->core().rulebook.question(chosen.question).choices) {
      if (choice.name == chosen.choice) {
        meaning = choice.meaning.in(language_);
      }
    }
    for (const std::string_view stop : {"."sv, "。"sv}) {
      if (meaning.size() >= stop.size() && meaning.compare(meaning.size() - stop.size(), stop.size(), stop) == 0) {
        meaning.resize(meaning.size() - stop.size());
      }
    }
    return meaning;
  }

  [[nodiscard]] std::string status(Date as_of) const {
    const auto now = deadline_->status(as_of);
    return now ? say("status." + std::string{to_string(*now)}) : say("none");
  }

  [[nodiscard]] std::string event_text(const ClockEvent& event) const {
    std::string text = say("event." + std::string{to_string(event.kind)});
    std::string details;
    for (const auto& [key, value] : members_of(event)) {
      if (key == "event" || key == "on") {
        continue;
      }
      std::string shown = value;
      if (key == "channel" || key == "body" || key == "outcome") {
        const Code code = key == "channel" ? *event.channel : key == "body" ? *event.body : *event.outcome;
        shown = impl_->core().rulebook.label(code, language_);
      } else if (key == "service" || key == "basis") {
        shown = say("word." + value);
      }
      details += (details.empty() ? "" : say("list.separator")) + say("detail." + key, {{"value", shown}});
    }
    return details.empty() ? text : text + say("colon") + details;
  }

  [[nodiscard]] std::string rule_label(std::string_view rule) const {
    const Rulebook& rulebook = impl_->core().rulebook;
    for (const RuleDefinition& definition : rulebook.definitions()) {
      if (definition.code.token() == rule) {
        return definition.label.in(language_);
      }
    }
    for (const OpenQuestion& question : rulebook.questions()) {
      if (question.name == rule) {
        return question.question.in(language_);
      }
    }
    return {};
  }

  [[nodiscard]] ExplainPage::Step step_text(const DeadlineStep& step) const {
    ExplainPage::Step out;
    const bool after = step.kind == StepKind::count || step.kind == StepKind::pause;
    const Date from = after ? step.from + CalendarDays{1} : step.from;
    out.days = from < step.to ? from.to_string() + " … " + step.to.to_string() : step.to.to_string();
    out.text = say("step." + std::string{to_string(step.kind)},
                   {{"counted", std::to_string(step.counted.count())}, {"days", std::to_string(step.days.count())}});
    const bool begins = step.kind == StepKind::start || step.kind == StepKind::restart;
    if (begins && step.days.count() > 0) {
      out.text +=
          (language_ == Language::en ? " " : "") + say("step.limit", {{"days", std::to_string(step.days.count())}});
    }
    for (std::size_t i = 0; i < step.skipped.size();) {
      std::size_t end = i + 1;
      while (end < step.skipped.size() && step.skipped[end].reason == step.skipped[i].reason &&
             step.skipped[end].notice == step.skipped[i].notice && step.skipped[end].name == step.skipped[i].name &&
             step.skipped[end].date == step.skipped[end - 1].date + CalendarDays{1}) {
        ++end;
      }
      const SkippedDay& first = step.skipped[i];
      std::string days = first.date.to_string();
      if (end - i > 1) {
        days += " … " + step.skipped[end - 1].date.to_string();
      }
      days +=
          " " + (first.name.empty() ? say("skip." + std::string{to_string(first.reason)}) : std::string{first.name});
      if (!first.notice.empty()) {
        days += source(first.notice);
      }
      out.skipped.push_back(std::move(days));
      i = end;
    }
    const std::string label = rule_label(step.rule);
    out.source = label;
    if (!step.citation.empty()) {
      out.source += (label.empty() ? "" : say("colon")) + std::string{step.citation};
    }
    return out;
  }

  void choices() {
    const Options defaults;
    for (unsigned i = 0; i < clock_questions; ++i) {
      const OptionField& field = option_fields()[i];
      const std::uint8_t chosen = field.get(deadline_->options());
      const bool differs = chosen != field.get(defaults);
      if (!differs && (impl_->outcome.asked & (QuestionSet{1} << i)) == 0) {
        continue;  // the answer did not depend on it
      }
      const OpenQuestion& question = impl_->core().rulebook.question(field.name);
      std::string meaning;
      for (const Choice& choice : question.choices) {
        if (choice.name == field.choices[chosen]) {
          meaning = choice.meaning.in(language_);
        }
      }
      page_.choices.emplace_back(question.question.in(language_),
                                 meaning +
                                     source(std::string{field.name} + "=" + std::string{field.choices[chosen]} + ", " +
                                            say(differs ? "option.chosen" : "option.default")) +
                                     " " + question.basis.in(language_));
    }
  }

  const Deadline* deadline_;
  const Deadline::Impl* impl_;
  Language language_;
  const ClockWords* words_;
  ExplainPage page_;
};

}  // namespace

ExplainPage explain_page(const Deadline& deadline, const Deadline::Impl& impl, Language language) {
  return PageWriter{deadline, impl, language}.write();
}

}  // namespace gongkai::detail
