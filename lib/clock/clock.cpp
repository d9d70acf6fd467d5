// SPDX-License-Identifier: Apache-2.0
#include <gongkai/clock/clock.hpp>

#include <algorithm>
#include <cctype>
#include <utility>

#include "clock/clock_impl.hpp"
#include "clock/other_clocks.hpp"

namespace gongkai {
namespace {

std::shared_ptr<const Clock::Impl> make(std::shared_ptr<const detail::ClockCore> core, const Options& options) {
  auto impl = std::make_shared<Clock::Impl>();
  impl->core = std::move(core);
  impl->options = options;
  return impl;
}

std::int32_t day_of(const std::optional<Date>& day) { return day ? day->to_ordinal() : detail::no_day; }

}  // namespace

Clock::Clock(const Rulebook& rulebook, const WorkCalendar& calendar, const Options& options)
    : impl_{make(std::make_shared<const detail::ClockCore>(rulebook, calendar), options)} {}
Clock::Clock(std::shared_ptr<const Impl> impl) noexcept : impl_{std::move(impl)} {}

Clock Clock::builtin(std::string_view rulebook) {
  const Rulebook rules = Rulebook::builtin(rulebook);
  std::string country = rules.country();
  std::transform(country.begin(), country.end(), country.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return Clock{rules, WorkCalendar::builtin(country)};
}

const Rulebook& Clock::rulebook() const noexcept { return impl_->core->rulebook; }
const WorkCalendar& Clock::calendar() const noexcept { return impl_->core->calendar; }
const Options& Clock::options() const noexcept { return impl_->options; }
Clock Clock::with_options(const Options& options) const { return Clock{make(impl_->core, options)}; }
Clock Clock::with_calendar(const WorkCalendar& calendar) const { return Clock{rulebook(), calendar, options()}; }
Clock Clock::with_rulebook(const Rulebook& rulebook) const { return Clock{rulebook, calendar(), options()}; }

Deadline Clock::deadline(DeadlineKind kind, ClockHistory history, std::optional<Date> as_of) const {
  auto impl = std::make_shared<Deadline::Impl>();
  impl->clock = impl_;
  impl->kind = kind;
  impl->history = std::move(history);
  impl->as_of = day_of(as_of);
  detail::Trace trace{*impl_->core};
  impl->outcome = detail::evaluate(*impl_->core, kind, impl->history, impl_->options, impl->as_of, &trace);
  impl->safe = detail::safe_due(*impl_->core, kind, impl->history, impl_->options, impl->as_of, impl->outcome);
  if (impl->safe) {
    for (const OptionChoice& choice : impl->safe->left_out) {
      trace.finding("safe_left_out", {}, {{"question", choice.question}, {"choice", choice.choice}});
    }
  }
  std::sort(trace.findings.begin(), trace.findings.end());
  impl->steps = std::move(trace.steps);
  impl->findings = std::move(trace.findings);
  return Deadline{std::move(impl)};
}

DueDay Clock::due(DeadlineKind kind, const ClockHistory& history, std::optional<Date> as_of) const {
  const detail::Outcome outcome = detail::evaluate(*impl_->core, kind, history, impl_->options, day_of(as_of), nullptr);
  DueDay day;
  day.start = detail::date_of(outcome.start);
  day.due = outcome.due.certain() ? detail::date_of(outcome.due.earliest) : std::nullopt;
  day.earliest = detail::date_of(outcome.due.earliest);
  day.latest = detail::date_of(outcome.due.latest);
  if (as_of) {
    day.status = outcome.status;
    day.days_used = outcome.used ? std::optional<WorkingDays>{WorkingDays{*outcome.used}} : std::nullopt;
  }
  return day;
}

}  // namespace gongkai
