// SPDX-License-Identifier: Apache-2.0
#include "clock/remedies.hpp"

#include <algorithm>

#include <gongkai/error.hpp>

#include "clock/documents.hpp"
#include "clock/single_clock.hpp"

namespace gongkai::detail {
namespace {

// What the events say about the act that is attacked.
struct Act {
  std::int32_t known = no_day;    // knowing it (receipt of the reply)
  std::int32_t refused = no_day;  // the day of the reply, which selects the law
  std::int32_t done = no_day;     // the act itself
  std::int32_t remedies_known = no_day;
  std::int32_t decision_received = no_day;
  std::int32_t filed = no_day;
  bool told = true;
  bool silent = false;  // `known` is the day the reply period ended
  bool real_estate = false;
  std::optional<Code> outcome;
  std::optional<OpenReason> open;
  DayRange silence;  // when the end of the reply period is itself a range
};

std::int32_t sent(const TimedEvent& item) {
  return item.event->posted ? std::min(item.event->posted->to_ordinal(), item.day) : item.day;
}

Act read(const Timeline& timeline, DeadlineKind kind, std::int32_t as_of) {
  Act act;
  for (const TimedEvent& item : timeline) {
    const ClockEvent& event = *item.event;
    switch (event.kind) {
      case ClockEventKind::replied:
        act.refused = item.day;
        act.known = recipient_day(event, as_of);
        act.outcome = event.outcome;
        act.told = event.remedies == RemedyNotice::told;
        act.open = act.known == no_day ? std::optional<OpenReason>{OpenReason::delivery} : std::nullopt;
        break;
      case ClockEventKind::act_known:
        act.known = item.day;
        act.told = event.remedies == RemedyNotice::told;
        act.open.reset();
        break;
      case ClockEventKind::act_done:
        act.done = item.day;
        act.real_estate = event.subject == ActSubject::real_estate;
        break;
      case ClockEventKind::remedies_known:
        act.remedies_known = item.day;
        break;
      case ClockEventKind::reconsideration_decided:
        act.decision_received = recipient_day(event, as_of);
        break;
      case ClockEventKind::reconsideration_expired:
        act.decision_received = item.day;
        break;
      case ClockEventKind::reconsideration_applied:
        act.filed = kind == DeadlineKind::reconsideration ? sent(item) : act.filed;
        break;
      case ClockEventKind::lawsuit_filed:
        act.filed = kind == DeadlineKind::litigation ? sent(item) : act.filed;
        break;
      default:
        break;
    }
  }
  if (act.refused == no_day) {
    act.refused = act.known;
  }
  return act;
}

const RulePiece& of_silence(const RuleLine& silence, const RuleLine& act, std::int32_t day, const RuleLine*& used) {
  // Where no rule on silence was printed yet, that on acts applies (options.md, law of remedies by day).
  used = silence.at(day).in_force() ? &silence : &act;
  return used->at(day);
}

class Remedy {
 public:
  Remedy(const ClockCore& core, const Options& options, std::int32_t as_of, Trace* trace)
      : core_{&core}, options_{&options}, clock_{core, as_of}, trace_{trace} {
    clock_.in_working_days = false;
  }

  void period(std::int32_t start, const RuleLine& line, const RulePiece& rule) {
    clock_.start = start;
    clock_.set_rule(line, rule);
    if (!rule.in_force()) {
      if (trace_ != nullptr) {
        trace_->finding("no_rule", rule.citation, {{"day", text_of(start)}});
      }
      return;
    }
    if (trace_ != nullptr) {
      trace_->event(StepKind::start, start, start, 0, line.name(), rule.citation);
    }
    clock_.due = end_of(start, rule.limit, trace_);
  }

  /// The end of another period that the first may not pass.
  void at_most(std::int32_t start, const RuleLine& line, const RulePiece& rule) {
    if (!rule.in_force()) {
      return;
    }
    const DayRange cap = end_of(start, rule.limit, nullptr);
    if (cap.certain() && (clock_.due.latest == no_day || cap.latest < clock_.due.latest)) {
      clock_.set_rule(line, rule);
      if (clock_.due.earliest == no_day || !clock_.due.certain()) {
        clock_.due.latest = cap.latest;
        clock_.due.unknown = start;
      } else {
        clock_.due = cap;
      }
      if (trace_ != nullptr) {
        trace_->event(StepKind::fixed, start, cap.latest, 0, line.name(), rule.citation);
      }
    }
  }

  [[nodiscard]] DayRange end_of(std::int32_t start, TimeLimit limit, Trace* trace) {
    const PeriodEnd end = period_end(start, limit, options_->month_end);
    if (end.month_end) {
      clock_.asked |= bit(Question::month_end);
      if (trace != nullptr) {
        trace->event(StepKind::month_end, start, end.day, 0, "month_end", {});
      }
    }
    if (limit.unit == TimeUnit::working_days) {
      return core_->days.nth(start, limit.count);
    }
    const DayRange rolled = core_->days.on_or_after(end.day);
    if (rolled.certain() && rolled.earliest == end.day) {
      return rolled;
    }
    clock_.asked |= bit(Question::calendar_end_roll);
    if (options_->calendar_end_roll == CalendarEndRoll::no_roll) {
      return {end.day, end.day, no_day};
    }
    if (trace != nullptr && rolled.certain()) {
      trace->event(StepKind::roll, end.day, rolled.earliest, 0, "calendar_end_roll", {});
    }
    return rolled;
  }

  SingleClock& clock() noexcept { return clock_; }

 private:
  const ClockCore* core_;
  const Options* options_;
  SingleClock clock_;
  Trace* trace_;
};

}  // namespace

PeriodEnd period_end(std::int32_t start, TimeLimit limit, MonthEnd month_end) {
  const Date from = Date::from_ordinal(start);
  switch (limit.unit) {
    case TimeUnit::working_days:
    case TimeUnit::calendar_days:
      return {start + limit.count, false};
    case TimeUnit::months:
    case TimeUnit::years:
      break;
  }
  const int months = from.year() * 12 + from.month() - 1 + limit.count * (limit.unit == TimeUnit::years ? 12 : 1);
  const int year = months / 12;
  const int month = months % 12 + 1;
  const int last = Date::days_in_month(year, month);
  if (from.day() <= last) {
    return {Date{year, month, from.day()}.to_ordinal(), false};
  }
  const Date end{year, month, last};
  return {(month_end == MonthEnd::last_day ? end : end + CalendarDays{1}).to_ordinal(), true};
}

Outcome evaluate_remedy(const ClockCore& core, DeadlineKind kind, const ClockHistory& history, const Timeline& timeline,
                        const Options& options, std::int32_t as_of, Trace* trace) {
  const ClockRules& rules = core.rules;
  Remedy remedy{core, options, as_of, trace};
  SingleClock& clock = remedy.clock();
  Act act = read(timeline, kind, as_of);
  if (act.known == no_day && !act.open) {
    // Neither a reply nor an act: silence, once the reply period has ended.
    const Outcome reply = evaluate_reply(core, history, options, as_of, nullptr);
    clock.asked |= reply.asked;
    clock.ignored = reply.ignored;
    if (reply.end == no_day && reply.due.certain()) {
      act.silent = true;
      act.known = reply.due.earliest;
      act.refused = act.known;
    }
  }
  clock.done = act.filed;
  const bool lawsuit = kind == DeadlineKind::litigation;
  if (lawsuit && act.decision_received != no_day) {
    const std::int32_t law = act.refused != no_day ? act.refused : act.decision_received;
    remedy.period(act.decision_received, rules.litigation_after_reconsideration,
                  rules.litigation_after_reconsideration.at(law));
    return clock.finish(trace);
  }
  if (act.known == no_day) {
    clock.open = act.open;
    return clock.finish(trace);
  }
  if (lawsuit) {
    const RulePiece& first = rules.mandatory_reconsideration.at(act.refused);
    if (act.outcome && first.in_force() && trace != nullptr &&
        std::find(first.set.begin(), first.set.end(), *act.outcome) != first.set.end()) {
      trace->finding("reconsideration_first", first.citation);
    }
    const RuleLine* used = &rules.litigation_direct;
    if (act.silent) {
      clock.asked |= bit(Question::silence);
      if (options.silence == Silence::sixty_days) {
        const RulePiece& sixty = of_silence(rules.reconsideration_of_silence, rules.reconsideration, act.known, used);
        remedy.period(act.known, *used, sixty);
        return clock.finish(trace);
      }
    }
    const RulePiece& rule = act.silent
                                ? of_silence(rules.litigation_of_silence, rules.litigation_direct, act.known, used)
                                : rules.litigation_direct.at(act.refused);
    remedy.period(act.known, *used, rule);
    return clock.finish(trace);
  }
  const RuleLine* used = &rules.reconsideration;
  const RulePiece& rule = act.silent
                              ? of_silence(rules.reconsideration_of_silence, rules.reconsideration, act.known, used)
                              : rules.reconsideration.at(act.refused);
  if (act.told || act.remedies_known != no_day) {
    remedy.period(act.told ? act.known : std::max(act.known, act.remedies_known), *used, rule);
  } else {
    clock.start = act.known;
    clock.open = OpenReason::remedies;
  }
  if (!act.told) {
    remedy.at_most(act.known, rules.reconsideration_not_notified, rules.reconsideration_not_notified.at(act.refused));
  }
  if (act.done != no_day) {
    const RuleLine& absolute =
        act.real_estate ? rules.reconsideration_absolute_real_estate : rules.reconsideration_absolute;
    remedy.at_most(act.done, absolute, absolute.at(act.refused));
  }
  return clock.finish(trace);
}

}  // namespace gongkai::detail
