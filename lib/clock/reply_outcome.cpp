// SPDX-License-Identifier: Apache-2.0
// The answer that the reply clock gives when no more events come.

#include <algorithm>

#include "clock/reply_clock.hpp"

namespace gongkai::detail {
namespace {

void set_overdue(const DayCounter& days, std::int32_t due, std::int32_t until, Outcome& out) {
  DaySpan span;
  span.calendar = CalendarDays{std::max(0, until - due)};
  const auto working = days.count_known(due, std::max(due, until));
  span.working = working ? std::optional<WorkingDays>{WorkingDays{*working}} : std::nullopt;
  out.overdue = span;
}

}  // namespace

Outcome ReplyClock::finish() {
  if (arrival_open_) {
    settle_start();
    arrival_open_ = false;  // findings are told once; `finish` is asked once
  }
  if (trace_ != nullptr) {
    trace_->sort();
  }
  Outcome out;
  out.asked = asked_;
  out.ignored = ignored_;
  out.start = start_;
  out.end = end_;
  const DayCounter& days = core_->days;
  const std::int32_t horizon = end_ != no_day ? end_ : as_of_ != no_day ? as_of_ : last_;

  // The pauses if those still open ended now, and if they ran to their caps.
  std::vector<Stretch> now;
  std::vector<Stretch> longest;
  bool open = false;
  bool endless = false;
  bool paused_now = false;
  for (const Pause& pause : pauses_) {
    if (!pause.takes_days || pause.from == no_day) {
      continue;
    }
    const bool capped = pause.cap.earliest != no_day;
    std::int32_t shortest_end = pause.to != no_day ? pause.to : std::max(horizon, pause.from);
    std::int32_t longest_end = pause.to != no_day ? pause.to : pause.cap.latest;
    if (capped) {
      shortest_end = std::min(shortest_end, pause.cap.earliest);
      longest_end =
          pause.cap.latest != no_day && longest_end != no_day ? std::min(longest_end, pause.cap.latest) : longest_end;
    }
    now.push_back({pause.from, shortest_end});
    if (end_ != no_day || longest_end == shortest_end) {
      longest.push_back({pause.from, shortest_end});
      continue;
    }
    if (longest_end == no_day) {
      open = endless = true;
      paused_now = paused_now || horizon >= pause.from;
    } else {
      open = open || longest_end > shortest_end;
      paused_now = paused_now || (longest_end > shortest_end && horizon >= pause.from);
      longest.push_back({pause.from, std::max(longest_end, shortest_end)});
    }
  }
  if (!now.empty()) {
    unite(now, count_from_);
    unite(longest, count_from_);
  }

  const bool unpaid_pause = fee_.ignored;  // by option a fee notice only pauses; unpaid it still lapses
  if (waiting()) {
    out.open = correction_.active() ? OpenReason::correction
               : fee_.active()      ? OpenReason::payment
                                    : OpenReason::reasons;
  } else if (start_ == no_day) {
    if (first_arrival_ != no_day && (restarting_ || first_start_ == no_day)) {
      const std::int32_t arrived = restarting_ ? arrival_.received : first_arrival_;
      const RulePiece& rule = core_->rules.reply.at(arrived);
      const RuleLine* line = arrival_.channel ? core_->rules.start_of(*arrival_.channel) : nullptr;
      if (rule.in_force() && line != nullptr && line->at(arrived).start != StartRule::none) {
        out.open = OpenReason::start;
        out.due = days.nth(arrived, rule.limit.count);
        out.due.latest = no_day;
        out.due.unknown = arrived;
      }
    }
  } else if (reply_ == nullptr) {
    find("no_rule", core_->rules.reply.pieces().back().citation, {{"day", text_of(start_)}});
  } else if (deferred_to_ != no_day) {
    out.due = {deferred_to_, deferred_to_, no_day};
  } else {
    out.due = days.nth(count_from_, limit(), now);
    if (open) {
      const DayRange last = endless ? DayRange{} : days.nth(count_from_, limit(), longest);
      if (last.latest != out.due.latest || endless) {
        out.open = OpenReason::opinion;
        out.due = {out.due.earliest, last.latest, std::max(out.due.unknown, horizon + 1)};
      }
    } else if (!out.due.certain()) {
      out.open = OpenReason::calendar;
    }
  }

  // How far it has run.
  const std::int32_t until = frozen(horizon);
  if (start_ != no_day && horizon != no_day) {
    const auto used = days.count_known(count_from_, until, now);
    out.used = used;
    if (out.due.earliest != no_day && as_of_ != no_day) {
      DaySpan span;
      const bool ahead = end_ == no_day && horizon < out.due.earliest;
      span.calendar = CalendarDays{ahead ? out.due.earliest - horizon : 0};
      if (!ahead) {
        span.working = WorkingDays{0};
      } else if (deferred_to_ == no_day && used) {
        span.working = WorkingDays{std::max(0, limit() - *used)};
      } else if (const auto left = days.count_known(horizon, out.due.earliest)) {
        span.working = WorkingDays{*left};
      }
      out.remaining = span;
    }
  }
  if (out.due.certain() && horizon != no_day && (end_ != no_day || as_of_ != no_day)) {
    set_overdue(days, out.due.earliest, horizon, out);
  }

  if (end_ != no_day) {
    const bool late = out.due.latest != no_day && end_ > out.due.latest;
    out.status = withdrawn_ ? DeadlineStatus::withdrawn : late ? DeadlineStatus::late : DeadlineStatus::met;
    if (late && trace_ != nullptr) {
      const auto n = days.count_known(out.due.latest, end_);
      find(withdrawn_ ? "withdrawn_late" : "reply_late", reply_citation(),
           {{"day", text_of(end_)},
            {"due", text_of(out.due.latest)},
            {"n", n ? std::to_string(*n) : "?"},
            {"calendar_days", std::to_string(end_ - out.due.latest)}});
    }
  } else if (as_of_ != no_day) {
    const Wait* lapsed = correction_.active() ? &correction_ : fee_.active() || unpaid_pause ? &fee_ : nullptr;
    if (lapsed != nullptr && lapsed->due.latest != no_day && as_of_ > lapsed->due.latest) {
      out.status = DeadlineStatus::abandoned;
      if (unpaid_pause) {
        out.due = DayRange{};
        out.open.reset();
        out.remaining.reset();
        out.overdue.reset();
      }
    } else if (waiting()) {
      out.status = DeadlineStatus::paused;
    } else if (start_ == no_day) {
      if (first_arrival_ != no_day && out.open) {
        out.status = restarting_ ? DeadlineStatus::paused : DeadlineStatus::running;
      }
    } else if (out.due.latest != no_day && as_of_ > out.due.latest) {
      out.status = DeadlineStatus::overdue;
    } else if (reply_ != nullptr) {
      out.status = paused_now ? DeadlineStatus::paused : DeadlineStatus::running;
    }
  }

  if (trace_ != nullptr && start_ != no_day && reply_ != nullptr && !waiting() && deferred_to_ == no_day) {
    const std::int32_t shown = out.due.certain() ? out.due.earliest : std::min(out.due.earliest, days.last());
    if (out.due.earliest != no_day) {
      trace_->run(count_from_, shown, now, core_->rules.reply.name(), reply_->citation, "clock_effect",
                  core_->rules.effect(Interruption::third_party_consultation).at(regime_day()).citation);
    }
  }
  if (trace_ != nullptr && end_ != no_day) {
    trace_->event(StepKind::end, end_, end_, 0, "reply_day", {});
  }
  return out;
}

}  // namespace gongkai::detail
