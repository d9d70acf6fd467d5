// SPDX-License-Identifier: Apache-2.0
#include <gongkai/request/what_if.hpp>

#include <vector>

namespace gongkai {
namespace {

struct Answer {
  std::optional<DeadlineStatus> status;
  DueRange due;

  friend bool operator!=(const Answer& a, const Answer& b) { return a.status != b.status || a.due != b.due; }
};

Answer ask(const Clock& clock, DeadlineKind kind, const ClockHistory& history, Date as_of) {
  const auto day = clock.due(kind, history, as_of);
  return {day.status, {day.earliest, day.latest}};
}

void count(StatusTally& tally, const Answer& answer) {
  if (answer.status) {
    ++tally.cases[static_cast<std::size_t>(*answer.status)];
  } else {
    ++tally.not_begun;
  }
}

// The clock before with one thing of the clock after, for each thing that differs.
struct Variant {
  Clock clock;
  ChangeCause cause;
};

std::vector<Variant> variants(const Clock& before, const Clock& after) {
  std::vector<Variant> out;
  if (before.calendar() != after.calendar()) {
    out.push_back({before.with_calendar(after.calendar()), ChangeCause::calendar});
  }
  if (before.rulebook() != after.rulebook()) {
    out.push_back({before.with_rulebook(after.rulebook()), ChangeCause::rulebook});
  }
  if (before.options() != after.options()) {
    out.push_back({before.with_options(after.options()), ChangeCause::options});
  }
  return out;
}

}  // namespace

RegisterWhatIf what_if(const RequestRegister& requests, const Clock& before, const Clock& after, Date as_of,
                       DeadlineKind kind) {
  RegisterWhatIf out;
  const auto alone = variants(before, after);
  for (const auto& [id, state] : requests.requests) {
    if (state.stage == RequestStage::split) {
      continue;
    }
    const auto was = ask(before, kind, state.history, as_of);
    const auto would = ask(after, kind, state.history, as_of);
    count(out.before, was);
    count(out.after, would);
    if (!(was != would)) {
      continue;
    }
    RequestChange change{id, state.stage, was.status, would.status, was.due, would.due, ChangeCause::several};
    int causes = 0;
    for (const auto& variant : alone) {
      if (alone.size() == 1 || ask(variant.clock, kind, state.history, as_of) != was) {
        change.cause = causes++ == 0 ? variant.cause : ChangeCause::several;
      }
    }
    out.changes.push_back(std::move(change));
  }
  return out;
}

}  // namespace gongkai
