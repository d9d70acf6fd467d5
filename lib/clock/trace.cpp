// SPDX-License-Identifier: Apache-2.0
#include "clock/trace.hpp"

#include <algorithm>

#include "clock/clock_findings.hpp"

namespace gongkai::detail {

void Trace::start(std::int32_t day, std::int32_t limit, std::string_view rule, std::string_view citation) {
  const Date date = Date::from_ordinal(day);
  steps.push_back({StepKind::start, date, date, WorkingDays{0}, WorkingDays{limit}, {}, rule, citation});
}

void Trace::restart(std::int32_t from, std::int32_t day, std::int32_t limit, std::string_view rule,
                    std::string_view citation) {
  steps.push_back({StepKind::restart,
                   Date::from_ordinal(from),
                   Date::from_ordinal(day),
                   WorkingDays{0},
                   WorkingDays{limit},
                   {},
                   rule,
                   citation});
}

void Trace::event(StepKind kind, std::int32_t from, std::int32_t to, std::int32_t days, std::string_view rule,
                  std::string_view citation) {
  steps.push_back(
      {kind, Date::from_ordinal(from), Date::from_ordinal(to), WorkingDays{0}, WorkingDays{days}, {}, rule, citation});
}

void Trace::sort() {
  const auto before = [](const DeadlineStep& a, const DeadlineStep& b) {
    const Date day_a = a.kind == StepKind::restart ? a.to : a.from;
    const Date day_b = b.kind == StepKind::restart ? b.to : b.from;
    return day_a != day_b ? day_a < day_b : a.kind == StepKind::start && b.kind != StepKind::start;
  };
  for (std::size_t i = 1; i < steps.size(); ++i) {  // a handful of steps, nearly sorted
    for (std::size_t j = i; j > 0 && before(steps[j], steps[j - 1]); --j) {
      std::swap(steps[j], steps[j - 1]);
    }
  }
}

DeadlineStep Trace::counted(std::int32_t from, std::int32_t to) const {
  DeadlineStep step{
      StepKind::count, Date::from_ordinal(from), Date::from_ordinal(to), WorkingDays{0}, WorkingDays{0}, {}, {}, {}};
  const DayCounter& days = core_->days;
  const std::int32_t known = std::min(to, days.last());
  step.counted = WorkingDays{known > from ? days.count(from, known) : 0};
  step.skipped.reserve(static_cast<std::size_t>(std::max(0, known - from - step.counted.count())));
  const auto& special = core_->calendar.impl().special();
  auto next = std::lower_bound(special.begin(), special.end(), Date::from_ordinal(from + 1),
                               [](const DayReason& reason, Date date) { return reason.date < date; });
  for (std::int32_t day = from + 1; day <= known; ++day) {
    const Date date = Date::from_ordinal(day);
    while (next != special.end() && next->date < date) {
      ++next;
    }
    if (days.worked(day)) {
      continue;
    }
    const bool by_notice = next != special.end() && next->date == date && !next->worked();
    if (!by_notice) {
      step.skipped.push_back({date, SkipReason::weekend, {}, {}});
    } else if (next->kind == DayKind::local_closure) {
      step.skipped.push_back({date, SkipReason::closure, next->name, next->source});
    } else {
      step.skipped.push_back({date, SkipReason::holiday, next->name, next->notice});
    }
  }
  return step;
}

void Trace::run(std::int32_t start, std::int32_t due, const std::vector<Stretch>& pauses, std::string_view rule,
                std::string_view citation, std::string_view pause_rule, std::string_view pause_citation) {
  std::int32_t at = start;
  const auto count_to = [&](std::int32_t to) {
    if (to > at) {
      DeadlineStep step = counted(at, to);
      step.rule = rule;
      step.citation = citation;
      steps.push_back(std::move(step));
    }
  };
  for (const Stretch pause : pauses) {
    if (pause.from >= due) {
      break;
    }
    count_to(pause.from);
    const std::int32_t to = std::min(pause.to, due);
    const auto taken = core_->days.count_known(pause.from, to);
    steps.push_back({StepKind::pause,
                     Date::from_ordinal(pause.from),
                     Date::from_ordinal(to),
                     WorkingDays{taken.value_or(0)},
                     WorkingDays{0},
                     {},
                     pause_rule,
                     pause_citation});
    at = pause.to;
  }
  count_to(due);
}

void Trace::finding(std::string_view id, std::string_view citation, Values values) {
  findings.push_back(ClockFindings::builtin().make(id, citation, values));
}

}  // namespace gongkai::detail
