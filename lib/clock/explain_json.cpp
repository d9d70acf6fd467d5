// SPDX-License-Identifier: Apache-2.0
// An explanation for machines: the same answer, keys in English, messages in the language asked for.

#include "clock/event_words.hpp"
#include "clock/explain.hpp"
#include "clock/option_table.hpp"
#include "detail/json_reader.hpp"

namespace gongkai::detail {
namespace {

Json day(const std::optional<Date>& date) { return date ? Json{date->to_string()} : Json{}; }

Json span(const std::optional<DaySpan>& both) {
  if (!both) {
    return {};
  }
  return Json::Object{{"working", both->working ? Json{both->working->count()} : Json{}},
                      {"calendar", both->calendar.count()}};
}

Json choices(const std::vector<OptionChoice>& list) {
  Json::Object out;
  for (const OptionChoice& choice : list) {
    out.emplace_back(choice.question, choice.choice);
  }
  return out;
}

Json step_json(const DeadlineStep& step) {
  Json::Array skipped;
  for (const SkippedDay& each : step.skipped) {
    skipped.emplace_back(Json::Object{{"date", each.date.to_string()},
                                      {"reason", std::string{to_string(each.reason)}},
                                      {"name", std::string{each.name}},
                                      {"notice", std::string{each.notice}}});
  }
  return Json::Object{{"step", std::string{to_string(step.kind)}},
                      {"from", step.from.to_string()},
                      {"to", step.to.to_string()},
                      {"counted", step.counted.count()},
                      {"days", step.days.count()},
                      {"skipped", std::move(skipped)},
                      {"rule", std::string{step.rule}},
                      {"citation", std::string{step.citation}}};
}

}  // namespace

std::string explain_json(const Deadline& deadline, const Deadline::Impl& impl, Language language) {
  Json::Object out{{"kind", std::string{to_string(deadline.kind())}},
                   {"start", day(deadline.start())},
                   {"due", day(deadline.due())}};
  Json open;
  if (const auto range = deadline.provisional()) {
    open = Json::Object{{"reason", std::string{to_string(range->reason)}},
                        {"earliest", day(range->earliest)},
                        {"latest", day(range->latest)},
                        {"missing", range->missing}};
  }
  out.emplace_back("provisional", std::move(open));
  Json safe;
  if (const auto found = deadline.safe_due()) {
    safe = Json::Object{
        {"due", found->due.to_string()}, {"choices", choices(found->choices)}, {"left_out", choices(found->left_out)}};
  }
  out.emplace_back("safe_due", std::move(safe));
  out.emplace_back("as_of", day(deadline.as_of()));
  if (const auto as_of = deadline.as_of()) {
    const auto status = deadline.status(*as_of);
    const auto used = deadline.days_used(*as_of);
    out.emplace_back("status", status ? Json{std::string{to_string(*status)}} : Json{});
    out.emplace_back("days_used", used ? Json{used->count()} : Json{});
    out.emplace_back("remaining", span(deadline.remaining(*as_of)));
    out.emplace_back("overdue_by", span(deadline.overdue_by(*as_of)));
  }
  Json::Array events;
  for (const ClockEvent& event : deadline.history().events()) {
    events.push_back(event_json(event));
  }
  out.emplace_back("events", std::move(events));
  Json::Array happened;  // what of it the answer knows, in words
  for (const auto& [on, text] : explain_page(deadline, impl, language).events) {
    happened.emplace_back(Json::Object{{"on", on}, {"text", text}});
  }
  out.emplace_back("happened", std::move(happened));
  Json::Array steps;
  for (const DeadlineStep& step : deadline.steps()) {
    steps.push_back(step_json(step));
  }
  out.emplace_back("steps", std::move(steps));
  Json::Array findings;
  for (const Finding& finding : deadline.findings()) {
    findings.emplace_back(Json::Object{{"code", finding.code},
                                       {"severity", std::string{to_string(finding.severity)}},
                                       {"message", language == Language::zh ? finding.message_zh : finding.message},
                                       {"citation", finding.citation}});
  }
  out.emplace_back("findings", std::move(findings));
  Json::Object options;
  for (unsigned i = 0; i < clock_questions; ++i) {
    const OptionField& field = option_fields()[i];
    options.emplace_back(std::string{field.name}, std::string{field.choices[field.get(deadline.options())]});
  }
  out.emplace_back("options", std::move(options));
  const WorkCalendar& calendar = impl.core().calendar;
  out.emplace_back("calendar", Json::Object{{"country", calendar.country()},
                                            {"from", calendar.first_day().to_string()},
                                            {"to", calendar.last_day().to_string()},
                                            {"hash", calendar.content_hash()}});
  out.emplace_back("rulebook", Json::Object{{"country", impl.core().rulebook.country()},
                                            {"hash", impl.core().rulebook.content_hash()}});
  return Json{std::move(out)}.dump();
}

}  // namespace gongkai::detail
