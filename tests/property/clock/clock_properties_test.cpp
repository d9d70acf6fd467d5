// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <sstream>

#include "clock/clock_impl.hpp"
#include "clock/other_clocks.hpp"
#include "clock/reply_clock.hpp"
#include "random_history.hpp"

namespace gongkai {
namespace {

class ClockProperty : public ::testing::Test {
 protected:
  static std::string text(const ClockHistory& history) {
    std::ostringstream out;
    for (const ClockEvent& event : history.events()) {
      out << event << '\n';
    }
    return out.str();
  }

  Clock clock_ = Clock::builtin("cn");
  testing::RandomCases cases_{20190515, clock_.rulebook()};
};

void expect_same(const detail::Outcome& a, const detail::Outcome& b, const std::string& what) {
  ASSERT_EQ(a.start, b.start) << what;
  ASSERT_EQ(a.due.earliest, b.due.earliest) << what;
  ASSERT_EQ(a.due.latest, b.due.latest) << what;
  ASSERT_EQ(a.status, b.status) << what;
  ASSERT_EQ(a.used, b.used) << what;
  ASSERT_EQ(a.open, b.open) << what;
}

TEST_F(ClockProperty, FeedingEventsOneByOneGivesWhatReplayingThePrefixGives) {
  const detail::ClockCore& core = *clock_.impl()->core;
  const Options options;
  for (int i = 0; i < 3000; ++i) {
    const ClockHistory history = cases_.any();
    const detail::Timeline timeline{history, options, detail::no_day};
    detail::ReplyClock clock{core, options, detail::no_day, nullptr};
    ClockHistory prefix;
    for (const detail::TimedEvent& item : timeline) {
      clock.apply(*item.event, item.day);
      prefix.add(*item.event);
      detail::ReplyClock now = clock;  // asking does not disturb
      expect_same(now.finish(), detail::evaluate(core, DeadlineKind::reply, prefix, options, detail::no_day, nullptr),
                  text(prefix));
    }
  }
}

TEST_F(ClockProperty, OneMoreEventIsTheWholeHistoryAgain) {
  for (int i = 0; i < 500; ++i) {
    const ClockHistory history = cases_.any();
    Deadline grown = clock_.deadline(DeadlineKind::reply, ClockHistory{});
    for (const ClockEvent& event : history.events()) {
      grown = grown.with(event);
    }
    const Deadline whole = clock_.deadline(DeadlineKind::reply, history);
    ASSERT_EQ(grown.explain(ExplainFormat::json), whole.explain(ExplainFormat::json));
  }
}

TEST_F(ClockProperty, WhatHappensAfterADayDoesNotChangeTheStatusOfThatDay) {
  for (int i = 0; i < 3000; ++i) {
    const ClockHistory history = cases_.any();
    const Date day = history.events().front().on + CalendarDays{cases_.number(0, 100)};
    ClockHistory past;
    for (ClockEvent event : history.events()) {
      if (event.on <= day) {
        event.delivered = event.delivered && *event.delivered <= day ? event.delivered : std::nullopt;
        past.add(event);
      }
    }
    const Deadline all = clock_.deadline(DeadlineKind::reply, history);
    const Deadline then = clock_.deadline(DeadlineKind::reply, past);
    ASSERT_EQ(all.status(day), then.status(day)) << text(history) << day;
    ASSERT_EQ(all.days_used(day), then.days_used(day)) << text(history) << day;
    ASSERT_EQ(all.remaining(day), then.remaining(day)) << text(history) << day;
  }
}

TEST_F(ClockProperty, ALongerLimitNeverMakesADeadlineEarlier) {
  const std::string overlay =
      R"json({"schema": 1, "kind": "rules", "country": "cn", "layer": "overlay", "place": "CN-X",
    "values": [{"rule": "reply", "from": "2008-05-01", "value": {"working_days": 23},
                "citations": [{"instrument": "R2019", "article": "art. 33"}], "standing": "local"}]})json";
  const Clock longer = clock_.with_rulebook(clock_.rulebook().with_overlay(overlay, "longer.json"));
  int compared = 0;
  for (int i = 0; i < 5000; ++i) {
    const ClockHistory history = cases_.any();
    const DueDay base = clock_.due(DeadlineKind::reply, history);
    const DueDay more = longer.due(DeadlineKind::reply, history);
    bool deferred = false;  // a told day replaces whatever the limit gave
    for (const ClockEvent& event : history.events()) {
      deferred = deferred || event.kind == ClockEventKind::deferred;
    }
    if (base.due && more.due && !deferred) {
      ++compared;
      ASSERT_LE(*base.due, *more.due) << text(history);
    }
  }
  EXPECT_GT(compared, 1000);
}

TEST_F(ClockProperty, MoreExtensionAndMorePauseNeverMakeADeadlineEarlier) {
  for (int i = 0; i < 4000; ++i) {
    const Date start = cases_.day();
    ClockHistory history = cases_.received(start);
    cases_.consult(history, start + CalendarDays{cases_.number(0, 20)}, cases_.number(0, 30), "A", cases_.chance(50));
    const DueDay base = clock_.due(DeadlineKind::reply, history);
    ClockHistory paused = history;
    cases_.consult(paused, start + CalendarDays{cases_.number(0, 40)}, cases_.number(0, 40), "B", cases_.chance(50));
    ASSERT_LE(*base.due, *clock_.due(DeadlineKind::reply, paused).due) << text(paused);
    std::optional<Date> before = base.due;
    for (int days = 1; days <= 22; days += 7) {
      ClockHistory extended = history;
      ClockEvent extension{ClockEventKind::extended, start + CalendarDays{3}};
      extension.days = WorkingDays{days};
      extended.add(extension);
      const DueDay now = clock_.due(DeadlineKind::reply, extended);
      ASSERT_LE(*before, *now.due) << text(extended);
      before = now.due;
    }
  }
}

TEST_F(ClockProperty, APauseOfZeroLengthChangesNothing) {
  for (int i = 0; i < 4000; ++i) {
    const Date start = cases_.day();
    ClockHistory history = cases_.received(start);
    cases_.consult(history, start + CalendarDays{cases_.number(0, 30)}, cases_.number(0, 20), "A", false);
    ClockHistory more = history;
    cases_.consult(more, start + CalendarDays{cases_.number(0, 60)}, 0, "B", cases_.chance(50));
    ASSERT_EQ(clock_.due(DeadlineKind::reply, history).due, clock_.due(DeadlineKind::reply, more).due) << text(more);
  }
}

TEST_F(ClockProperty, SplittingAPauseAtADayChangesNothingWhileNoCapBites) {
  for (int i = 0; i < 4000; ++i) {
    const Date start = cases_.day();
    const Date sent = start + CalendarDays{cases_.number(0, 15)};
    const int length = cases_.number(2, 20);
    const int cut = cases_.number(1, length - 1);
    ClockHistory whole = cases_.received(start);
    cases_.consult(whole, sent, length, "A", true);
    ClockHistory split = cases_.received(start);
    cases_.consult(split, sent, cut, "A", true);
    cases_.consult(split, sent + CalendarDays{cut}, length - cut, "B", true);
    ASSERT_EQ(clock_.due(DeadlineKind::reply, whole).due, clock_.due(DeadlineKind::reply, split).due) << text(split);
  }
}

TEST_F(ClockProperty, TheSafeDueDayIsNeverLaterAndIsThatOfItsOwnChoices) {
  int earlier = 0;
  for (int i = 0; i < 3000; ++i) {
    const ClockHistory history = cases_.any();
    const Deadline deadline = clock_.deadline(DeadlineKind::reply, history);
    const auto safe = deadline.safe_due();
    if (!safe) {
      ASSERT_FALSE(deadline.due()) << text(history);
      continue;
    }
    if (deadline.due()) {
      ASSERT_LE(safe->due, *deadline.due()) << text(history);
      earlier += safe->due < *deadline.due() ? 1 : 0;
    }
    Options options;
    for (const OptionChoice& choice : safe->choices) {
      options.set(choice.question, choice.choice);
    }
    ASSERT_EQ(clock_.with_options(options).due(DeadlineKind::reply, history).earliest, safe->due) << text(history);
  }
  EXPECT_GT(earlier, 100);
}

TEST_F(ClockProperty, TheStepsAddUpToTheLimit) {
  for (int i = 0; i < 3000; ++i) {
    const ClockHistory history = cases_.any();
    const Deadline deadline = clock_.deadline(DeadlineKind::reply, history);
    int counted = 0;
    int allowed = 0;
    bool deferred = false;
    for (const DeadlineStep& step : deadline.steps()) {
      if (step.kind == StepKind::start || step.kind == StepKind::restart) {
        allowed = step.days.count();
        deferred = false;
      }
      allowed += step.kind == StepKind::extension ? step.days.count() : 0;
      deferred = deferred || step.kind == StepKind::deferral;
      if (step.kind == StepKind::count) {
        counted += step.counted.count();
        ASSERT_EQ(step.counted.count() + static_cast<int>(step.skipped.size()), (step.to - step.from).count());
      }
    }
    if (deadline.due() && !deferred) {
      ASSERT_EQ(counted, allowed) << deadline.explain();
    }
  }
}

TEST_F(ClockProperty, AHistorySurvivesJsonAndWords) {
  for (int i = 0; i < 1000; ++i) {
    const ClockHistory history = cases_.any();
    ASSERT_EQ(ClockHistory::from_json(history.to_json(), "history.json", clock_.rulebook()), history);
    for (const ClockEvent& event : history.events()) {
      std::ostringstream words;
      words << event;
      ASSERT_EQ(parse_clock_event(words.str(), clock_.rulebook()), event) << words.str();
    }
  }
}

}  // namespace
}  // namespace gongkai
