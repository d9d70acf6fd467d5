// SPDX-License-Identifier: Apache-2.0
// The clocks that have one start and one limit: of recipients, of publication, of stages, of the annual report.

#include "clock/other_clocks.hpp"

#include <algorithm>

#include "clock/documents.hpp"
#include "clock/limits.hpp"
#include "clock/remedies.hpp"
#include "clock/reply_clock.hpp"
#include "clock/single_clock.hpp"

namespace gongkai::detail {
namespace {

// Where the law of the day stands: the day the request arrived, for what happens before the clock starts.
std::int32_t regime_of(const ReplyClock& reply, std::int32_t fallback) noexcept {
  return reply.first_start() != no_day     ? reply.first_start()
         : reply.first_arrival() != no_day ? reply.first_arrival()
                                           : fallback;
}

ReplyClock arrival_only(const ClockCore& core, const Options& options, std::int32_t as_of, const Timeline& timeline,
                        Trace* trace) {
  ReplyClock reply{core, options, as_of, trace};
  for (const TimedEvent& item : timeline) {
    if (item.event->kind == ClockEventKind::corrected || item.event->kind == ClockEventKind::correction_noticed) {
      break;
    }
    reply.apply(*item.event, item.day);
  }
  return reply;
}

const TimedEvent* first(const Timeline& timeline, ClockEventKind kind) {
  return std::find_if(timeline.begin(), timeline.end(),
                      [&](const TimedEvent& item) { return item.event->kind == kind; });
}

const TimedEvent* last(const Timeline& timeline, ClockEventKind kind) {
  const TimedEvent* found = timeline.end();
  for (const TimedEvent& item : timeline) {
    if (item.event->kind == kind) {
      found = &item;
    }
  }
  return found;
}

const TimedEvent* after(const Timeline& timeline, const TimedEvent* from, ClockEventKind kind) {
  return std::find_if(from, timeline.end(), [&](const TimedEvent& item) { return item.event->kind == kind; });
}

std::int32_t sent_day(const TimedEvent& item) {
  return item.event->posted ? std::min(item.event->posted->to_ordinal(), item.day) : item.day;
}

void own_limit(SingleClock& clock, const OwnLimit& limit, std::int32_t document_day, Trace* trace) {
  clock.start = limit.start;
  clock.rule = limit.rule;
  clock.citation = limit.piece != nullptr ? &limit.piece->citation : nullptr;
  clock.days = limit.days;
  clock.due = limit.due;
  if (!limit.known) {
    clock.no_limit(trace, document_day);
    return;
  }
  if (limit.start == no_day) {
    clock.open = OpenReason::delivery;
    if (trace != nullptr) {
      trace->finding("delivery_unknown", clock.citation != nullptr ? *clock.citation : std::string{},
                     {{"day", text_of(document_day)}});
    }
  }
}

Outcome correction_notice(const ClockCore& core, const Options& options, std::int32_t as_of, const Timeline& timeline,
                          Trace* trace) {
  ReplyClock reply = arrival_only(core, options, as_of, timeline, nullptr);
  const Outcome started = reply.finish();
  SingleClock clock{core, as_of};
  clock.asked = started.asked & (bit(Question::online_submission) | bit(Question::receipt_on_rest_day));
  clock.ignored = started.ignored;
  clock.start = reply.first_start();
  if (clock.start == no_day) {
    return clock.finish(trace);
  }
  const RulePiece& rule = core.rules.correction_notice.at(clock.start);
  clock.set_rule(core.rules.correction_notice, rule);
  if (!rule.in_force()) {
    clock.no_limit(trace, clock.start);
  } else {
    clock.count(rule.limit.count);
  }
  const TimedEvent* notice = first(timeline, ClockEventKind::correction_noticed);
  clock.done = notice != timeline.end() ? notice->day : no_day;
  return clock.finish(trace);
}

Outcome recipient(const ClockCore& core, DeadlineKind kind, const Options& options, std::int32_t as_of,
                  const Timeline& timeline, Trace* trace) {
  SingleClock clock{core, as_of};
  const ReplyClock reply = arrival_only(core, options, as_of, timeline, nullptr);
  if (kind == DeadlineKind::correction) {
    const TimedEvent* notice = first(timeline, ClockEventKind::correction_noticed);
    if (notice == timeline.end()) {
      return clock.finish(trace);
    }
    own_limit(clock, correction_limit(core, *notice->event, notice->day, regime_of(reply, notice->day), as_of),
              notice->day, trace);
    const TimedEvent* corrected = after(timeline, notice, ClockEventKind::corrected);
    clock.done = corrected != timeline.end() ? sent_day(*corrected) : no_day;
    clock.excused = corrected != timeline.end() && corrected->event->excuse == Excuse::good_reason;
    clock.lapses = true;
    return clock.finish(trace);
  }
  if (kind == DeadlineKind::fee_payment) {
    const TimedEvent* notice = first(timeline, ClockEventKind::fee_noticed);
    if (notice == timeline.end()) {
      return clock.finish(trace);
    }
    own_limit(clock, fee_limit(core, *notice->event, notice->day, as_of), notice->day, trace);
    for (const TimedEvent* item = notice; item != timeline.end(); ++item) {
      if (item->event->kind == ClockEventKind::fee_paid && item->event->extent == Extent::whole &&
          clock.done == no_day) {
        clock.done = item->day;
      }
    }
    clock.lapses = true;
    return clock.finish(trace);
  }
  // Of several who were asked: the first one that has not answered, else the first.
  const bool third = kind == DeadlineKind::third_party_answer;
  const auto asked = third ? ClockEventKind::third_party_consulted : ClockEventKind::agency_consulted;
  const auto answered = third ? ClockEventKind::third_party_answered : ClockEventKind::agency_answered;
  const TimedEvent* chosen = nullptr;
  const TimedEvent* answer = nullptr;
  for (const TimedEvent* item = timeline.begin(); item != timeline.end(); ++item) {
    if (item->event->kind != asked) {
      continue;
    }
    const TimedEvent* its = std::find_if(item, timeline.end(), [&](const TimedEvent& other) {
      return other.event->kind == answered && (other.event->party.empty() || other.event->party == item->event->party);
    });
    if (chosen == nullptr || (answer != nullptr && its == timeline.end())) {
      chosen = item;
      answer = its != timeline.end() ? its : nullptr;
    }
  }
  if (chosen == nullptr) {
    return clock.finish(trace);
  }
  own_limit(clock, answer_limit(core, *chosen->event, chosen->day, regime_of(reply, chosen->day), as_of), chosen->day,
            trace);
  clock.done = answer != nullptr ? sent_day(*answer) : no_day;
  return clock.finish(trace);
}

Outcome publication(const ClockCore& core, std::int32_t as_of, const Timeline& timeline, Trace* trace) {
  SingleClock clock{core, as_of};
  const TimedEvent* formed = last(timeline, ClockEventKind::formed);
  if (formed == timeline.end()) {
    return clock.finish(trace);
  }
  clock.start = formed->day;
  const RulePiece& rule = core.rules.proactive_disclosure.at(clock.start);
  clock.set_rule(core.rules.proactive_disclosure, rule);
  if (formed->event->days && formed->event->days->count() > 0) {
    clock.count(formed->event->days->count());  // another law or regulation sets its own period
    clock.citation = nullptr;
  } else if (rule.in_force()) {
    clock.count(rule.limit.count);
  } else if (trace != nullptr) {
    trace->finding("no_rule", rule.citation, {{"day", text_of(clock.start)}});
  }
  const TimedEvent* published = after(timeline, formed, ClockEventKind::published);
  clock.done = published != timeline.end() ? published->day : no_day;
  return clock.finish(trace);
}

Outcome stage(const ClockCore& core, std::int32_t as_of, const Timeline& timeline, Trace* trace) {
  SingleClock clock{core, as_of};
  const TimedEvent* begun = last(timeline, ClockEventKind::stage_begun);
  if (begun == timeline.end()) {
    return clock.finish(trace);
  }
  clock.start = begun->day;
  if (begun->event->days && begun->event->days->count() > 0) {
    clock.count(begun->event->days->count());
  } else {
    clock.open = OpenReason::stated_limit;
  }
  const TimedEvent* completed = after(timeline, begun, ClockEventKind::stage_completed);
  clock.done = completed != timeline.end() ? completed->day : no_day;
  return clock.finish(trace);
}

Outcome annual_report(const ClockCore& core, std::int32_t as_of, const Timeline& timeline, Trace* trace) {
  SingleClock clock{core, as_of};
  const TimedEvent* year = last(timeline, ClockEventKind::report_year);
  if (year == timeline.end()) {
    return clock.finish(trace);
  }
  // The old Regulations speak of every agency alike.
  const RuleLine* line = year->event->body ? core.rules.report_of(*year->event->body) : nullptr;
  if (line == nullptr || line->at(year->day).state == ValueState::no_rule) {
    line = core.rules.report_of(core.rulebook.code("body", "every_agency"));
  }
  const RulePiece* rule = line != nullptr ? &line->at(year->day) : nullptr;
  if (rule == nullptr || !rule->in_force()) {
    clock.no_limit(trace, year->day);
    return clock.finish(trace);
  }
  clock.set_rule(*line, *rule);
  clock.fixed(rule->day.in(Date::from_ordinal(year->day).year() + 1).to_ordinal(), trace);
  const TimedEvent* published = after(timeline, timeline.begin(), ClockEventKind::report_published);
  clock.done = published != timeline.end() ? published->day : no_day;
  return clock.finish(trace);
}

}  // namespace

Outcome evaluate(const ClockCore& core, DeadlineKind kind, const ClockHistory& history, const Options& options,
                 std::int32_t as_of, Trace* trace) {
  if (kind == DeadlineKind::reply) {
    return evaluate_reply(core, history, options, as_of, trace);
  }
  // What lies ahead is named by the year it is about: 31 December of it may well come after `as_of`.
  const std::int32_t horizon = kind == DeadlineKind::annual_report ? no_day : as_of;
  const Timeline timeline{history, options, horizon};
  switch (kind) {
    case DeadlineKind::correction_notice:
      return correction_notice(core, options, as_of, timeline, trace);
    case DeadlineKind::correction:
    case DeadlineKind::fee_payment:
    case DeadlineKind::third_party_answer:
    case DeadlineKind::agency_answer:
      return recipient(core, kind, options, as_of, timeline, trace);
    case DeadlineKind::proactive_publication:
      return publication(core, as_of, timeline, trace);
    case DeadlineKind::review_stage:
      return stage(core, as_of, timeline, trace);
    case DeadlineKind::annual_report:
      return annual_report(core, as_of, timeline, trace);
    case DeadlineKind::reconsideration:
    case DeadlineKind::litigation:
      return evaluate_remedy(core, kind, history, timeline, options, as_of, trace);
    case DeadlineKind::reply:
      break;
  }
  return {};
}

}  // namespace gongkai::detail
