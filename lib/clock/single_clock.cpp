// SPDX-License-Identifier: Apache-2.0
#include "clock/single_clock.hpp"

#include <algorithm>

namespace gongkai::detail {

void SingleClock::count(std::int32_t n) {
  days = n;
  due = core->days.nth(start, n);
}

void SingleClock::fixed(std::int32_t day, Trace* trace) {
  due = {day, day, no_day};
  is_fixed = true;
  if (trace != nullptr && core->days.knows(day) && !core->days.worked(day)) {
    trace->finding("due_on_rest_day", citation != nullptr ? *citation : std::string{}, {{"day", text_of(day)}});
  }
}

void SingleClock::no_limit(Trace* trace, std::int32_t day) const {
  if (trace != nullptr) {
    trace->finding("no_limit", citation != nullptr ? *citation : std::string{}, {{"day", text_of(day)}});
  }
}

Outcome SingleClock::finish(Trace* trace) const {
  Outcome out;
  out.start = start;
  out.due = due;
  out.open = open;
  out.asked = asked;
  out.ignored = ignored;
  const std::int32_t act = done;
  out.end = act;
  if (!open && due.earliest != no_day && !due.certain()) {
    out.open = OpenReason::calendar;
  }
  const std::int32_t horizon = act != no_day ? act : as_of;
  const DayCounter& counter = core->days;
  if (start != no_day && horizon != no_day && in_working_days) {
    out.used = counter.count_known(start, horizon);
  }
  if (due.earliest != no_day && as_of != no_day) {
    const bool ahead = act == no_day && as_of < due.earliest;
    DaySpan span;
    span.calendar = CalendarDays{ahead ? due.earliest - as_of : 0};
    const auto working = counter.count_known(as_of, ahead ? due.earliest : as_of);
    span.working = working ? std::optional<WorkingDays>{WorkingDays{*working}} : std::nullopt;
    out.remaining = span;
  }
  if (due.certain() && horizon != no_day) {
    DaySpan span;
    span.calendar = CalendarDays{std::max(0, horizon - due.earliest)};
    const auto working = counter.count_known(due.earliest, std::max(due.earliest, horizon));
    span.working = working ? std::optional<WorkingDays>{WorkingDays{*working}} : std::nullopt;
    out.overdue = span;
  }
  const bool has_clock = start != no_day || is_fixed || open.has_value();
  if (act != no_day) {
    const bool late = due.latest != no_day && act > due.latest;
    out.status = late && lapses && !excused ? DeadlineStatus::abandoned
                 : late                     ? DeadlineStatus::late
                                            : DeadlineStatus::met;
    if (late && trace != nullptr) {
      const auto n = counter.count_known(due.latest, act);
      trace->finding("act_late", citation != nullptr ? *citation : std::string{},
                     {{"day", text_of(act)},
                      {"due", text_of(due.latest)},
                      {"n", n ? std::to_string(*n) : "?"},
                      {"calendar_days", std::to_string(act - due.latest)}});
    }
  } else if (as_of != no_day && has_clock && (start == no_day || as_of >= start)) {
    const bool passed = due.latest != no_day && as_of > due.latest;
    out.status = !passed ? DeadlineStatus::running : lapses ? DeadlineStatus::abandoned : DeadlineStatus::overdue;
  }
  if (trace != nullptr) {
    const std::string_view name = rule != nullptr ? std::string_view{rule->name()} : std::string_view{};
    const std::string_view source = citation != nullptr ? std::string_view{*citation} : std::string_view{};
    if (start != no_day && in_working_days) {
      trace->event(StepKind::start, start, start, days, name, source);
      if (due.earliest != no_day) {
        trace->run(start, std::min(due.earliest, std::max(start, counter.last())), {}, name, source, {}, {});
      }
    }
    if (is_fixed) {
      trace->event(StepKind::fixed, due.earliest, due.earliest, 0, name, source);
    }
    if (act != no_day) {
      trace->event(StepKind::end, act, act, 0, {}, {});
    }
  }
  return out;
}

}  // namespace gongkai::detail
