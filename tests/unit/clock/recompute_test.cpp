// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/clock/recompute.hpp>

namespace gongkai {
namespace {

class Recompute : public ::testing::Test {
 protected:
  ClockCase handed_in(std::string id, Date day) {
    ClockCase out{std::move(id), DeadlineKind::reply, {}};
    out.history.add(ClockEvent::submitted(day, clock_.rulebook().code("channel", "in_person")));
    return out;
  }

  Clock clock_ = Clock::builtin("cn");
};

// The notice of 2019-03-22 moved Labour Day: 1 to 4 May off, 28 April and 5 May worked.
TEST_F(Recompute, ANewNoticeIsNamedWithTheDaysThatItChanges) {
  const Clock before = clock_.with_calendar(clock_.calendar().as_known_on(Date{2019, 3, 21}));
  std::vector<ClockCase> cases{handed_in("a", Date{2019, 4, 10}), handed_in("b", Date{2019, 2, 25}),
                               handed_in("c", Date{2019, 4, 10})};
  cases[2].history.add(ClockEvent{ClockEventKind::replied, Date{2019, 4, 29}});
  const Recomputed result = recompute(cases, before, clock_);
  EXPECT_EQ(result.unchanged, 1U);
  ASSERT_EQ(result.open.size(), 1U);
  ASSERT_EQ(result.answered.size(), 1U);
  const DueChange& change = result.open.front();
  EXPECT_EQ(change.id, "a");
  EXPECT_EQ(change.before.latest, (Date{2019, 5, 2}));
  EXPECT_EQ(change.after.latest, (Date{2019, 4, 30}));
  EXPECT_EQ(change.cause, ChangeCause::calendar);
  ASSERT_EQ(change.days.size(), 2U);  // 28 April worked, 2 May off
  EXPECT_EQ(change.days.front().date, (Date{2019, 4, 28}));
  EXPECT_EQ(change.days.front().notice, "国办发明电〔2019〕3号");
  EXPECT_EQ(result.answered.front().id, "c");
}

TEST_F(Recompute, ALocalRuleIsNamedWithItsSource) {
  const std::string overlay =
      R"json({"schema": 1, "kind": "rules", "country": "cn", "layer": "overlay", "place": "CN-X", "values": [
        {"rule": "reply", "from": "2024-01-01", "value": {"working_days": 10}, "standing": "local",
         "citations": [{"instrument": "R2019", "article": "art. 33(2)"}]}]})json";
  const Clock after = clock_.with_rulebook(clock_.rulebook().with_overlay(overlay, "ten.json"));
  const Recomputed result = recompute({handed_in("a", Date{2024, 3, 4})}, clock_, after);
  ASSERT_EQ(result.open.size(), 1U);
  EXPECT_EQ(result.open.front().cause, ChangeCause::rulebook);
  EXPECT_EQ(result.open.front().after.latest, (Date{2024, 3, 18}));
  EXPECT_EQ(result.open.front().source_before, "国务院令第711号, art. 33(2)");
}

TEST_F(Recompute, AnotherChoiceIsACauseAndTheSameClockChangesNothing) {
  Options options;
  options.receipt_on_rest_day = ReceiptOnRestDay::next_working_day;
  const std::vector<ClockCase> cases{handed_in("a", Date{2024, 3, 3}), handed_in("b", Date{2024, 3, 4})};
  const Recomputed result = recompute(cases, clock_, clock_.with_options(options));
  ASSERT_EQ(result.open.size(), 1U);
  EXPECT_EQ(result.open.front().cause, ChangeCause::options);
  const Recomputed same = recompute(cases, clock_, clock_);
  EXPECT_EQ(same.unchanged, 2U);
  EXPECT_TRUE(same.open.empty());
}

TEST_F(Recompute, APublishedNoticeTurnsARangeIntoADay) {
  const Clock before = clock_.with_calendar(clock_.calendar().as_known_on(Date{2025, 11, 1}));
  const Recomputed result = recompute({handed_in("a", Date{2025, 12, 22})}, before, clock_);
  ASSERT_EQ(result.open.size(), 1U);
  const DueChange& change = result.open.front();
  EXPECT_NE(change.before.earliest, change.before.latest);
  EXPECT_EQ(change.after.earliest, change.after.latest);
  EXPECT_LE(*change.before.earliest, *change.after.earliest);
  EXPECT_GE(*change.before.latest, *change.after.latest);
  EXPECT_FALSE(change.days.empty());
}

}  // namespace
}  // namespace gongkai
