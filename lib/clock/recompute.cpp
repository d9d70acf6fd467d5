// SPDX-License-Identifier: Apache-2.0
#include <gongkai/clock/recompute.hpp>

#include <algorithm>

#include "clock/clock_impl.hpp"
#include "clock/other_clocks.hpp"

namespace gongkai {
namespace {

struct Sides {
  const Clock* before;
  const Clock* after;
  bool calendar;
  bool rulebook;
  bool options;
};

DueRange range_of(const detail::Outcome& outcome) {
  return {detail::date_of(outcome.due.earliest), detail::date_of(outcome.due.latest)};
}

detail::Outcome ask(const Clock& clock, const ClockCase& each, std::int32_t as_of, const Options& options) {
  return detail::evaluate(*clock.impl()->core, each.kind, each.history, options, as_of, nullptr);
}

// The days that are worked in one calendar and not in the other, where both know them.
std::vector<DayReason> different_days(const WorkCalendar& before, const WorkCalendar& after, std::int32_t from,
                                      std::int32_t to) {
  std::vector<DayReason> days;
  for (std::int32_t day = from; from != detail::no_day && day <= to; ++day) {
    const Date date = Date::from_ordinal(day);
    if (!after.covers(date)) {
      continue;
    }
    const bool worked = after.is_working_day(date);
    if (before.covers(date) ? before.is_working_day(date) != worked : worked != (date.weekday() < Weekday::saturday)) {
      days.push_back(after.why(date));
    }
  }
  return days;
}

std::string source_of(const Clock& clock, const ClockCase& each, std::optional<Date> as_of) {
  const Deadline deadline = clock.deadline(each.kind, each.history, as_of);
  for (auto step = deadline.steps().rbegin(); step != deadline.steps().rend(); ++step) {
    if (step->kind == StepKind::count || step->kind == StepKind::fixed || step->kind == StepKind::start) {
      return std::string{step->citation};
    }
  }
  return {};
}

ChangeCause cause_of(const Sides& sides, const ClockCase& each, std::int32_t as_of, const DueRange& before) {
  if (static_cast<int>(sides.calendar) + static_cast<int>(sides.rulebook) + static_cast<int>(sides.options) > 1) {
    // Which of them alone already does it?
    const auto differs = [&](const Clock& clock, const Options& options) {
      return range_of(ask(clock, each, as_of, options)) != before;
    };
    const Options& old = sides.before->options();
    const bool by_days = sides.calendar && differs(sides.before->with_calendar(sides.after->calendar()), old);
    const bool by_rules = sides.rulebook && differs(sides.before->with_rulebook(sides.after->rulebook()), old);
    const bool by_choice = sides.options && differs(*sides.before, sides.after->options());
    if (static_cast<int>(by_days) + static_cast<int>(by_rules) + static_cast<int>(by_choice) != 1) {
      return ChangeCause::several;
    }
    return by_days ? ChangeCause::calendar : by_rules ? ChangeCause::rulebook : ChangeCause::options;
  }
  return sides.calendar ? ChangeCause::calendar : sides.rulebook ? ChangeCause::rulebook : ChangeCause::options;
}

}  // namespace

Recomputed recompute(const std::vector<ClockCase>& cases, const Clock& before, const Clock& after,
                     std::optional<Date> as_of) {
  const Sides sides{&before, &after, before.calendar() != after.calendar(), before.rulebook() != after.rulebook(),
                    before.options() != after.options()};
  const std::int32_t day = as_of ? as_of->to_ordinal() : detail::no_day;
  Recomputed out;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const ClockCase& each = cases[i];
    const detail::Outcome was = ask(before, each, day, before.options());
    const detail::Outcome is = ask(after, each, day, after.options());
    const DueRange old_due = range_of(was);
    const DueRange new_due = range_of(is);
    if (old_due == new_due) {
      ++out.unchanged;
      continue;
    }
    DueChange change;
    change.index = i;
    change.id = each.id;
    change.before = old_due;
    change.after = new_due;
    change.cause = cause_of(sides, each, day, old_due);
    if (change.cause == ChangeCause::calendar || change.cause == ChangeCause::several) {
      const std::int32_t last = std::max({was.due.earliest, was.due.latest, is.due.earliest, is.due.latest});
      change.days = different_days(before.calendar(), after.calendar(), std::min(was.start, is.start), last);
    }
    if (change.cause == ChangeCause::rulebook || change.cause == ChangeCause::several) {
      change.source_before = source_of(before, each, as_of);
      change.source_after = source_of(after, each, as_of);
    }
    const bool over = is.end != detail::no_day;
    (over ? out.answered : out.open).push_back(std::move(change));
  }
  return out;
}

std::string_view to_string(ChangeCause cause) noexcept {
  static constexpr std::string_view names[] = {"calendar", "rulebook", "options", "several"};
  return names[static_cast<std::size_t>(cause)];
}

}  // namespace gongkai
