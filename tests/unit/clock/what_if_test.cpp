// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/clock/what_if.hpp>
#include <gongkai/error.hpp>

namespace gongkai {
namespace {

class WhatIfTest : public ::testing::Test {
 protected:
  ClockCase replied(std::string id, Date received, std::optional<Date> on) {
    ClockCase out{std::move(id), DeadlineKind::reply, {}};
    out.history.add(ClockEvent::submitted(received, clock_.rulebook().code("channel", "in_person")));
    if (on) {
      out.history.add(ClockEvent{ClockEventKind::replied, *on});
    }
    return out;
  }

  Clock clock_ = Clock::builtin("cn");
};

// Received on 2024-03-04: twenty working days end on 1 April, fifteen on 25 March.
TEST_F(WhatIfTest, AShorterLimitMakesSomeAnswersLate) {
  const std::vector<ClockCase> cases{
      replied("a", Date{2024, 3, 4}, Date{2024, 3, 25}), replied("b", Date{2024, 3, 4}, Date{2024, 3, 26}),
      replied("c", Date{2024, 3, 4}, Date{2024, 4, 2}), replied("d", Date{2024, 3, 4}, std::nullopt),
      replied("e", Date{2024, 4, 22}, std::nullopt)};
  const Clock shorter = with_limit(clock_, "reply", TimeLimit{15, TimeUnit::working_days});
  const WhatIf answer = what_if(cases, clock_, shorter, Date{2024, 4, 1});
  EXPECT_EQ(answer.before.of(DeadlineStatus::met), 2U);
  EXPECT_EQ(answer.before.late(), 0U);  // on 1 April nothing is known of the reply of the 2nd
  EXPECT_EQ(answer.before.not_begun, 1U);
  EXPECT_EQ(answer.after.of(DeadlineStatus::met), 1U);
  EXPECT_EQ(answer.after.of(DeadlineStatus::late), 1U);
  EXPECT_EQ(answer.after.of(DeadlineStatus::overdue), 2U);
  ASSERT_EQ(answer.changes.size(), 3U);
  EXPECT_EQ(answer.changes[0].id, "b");
  EXPECT_EQ(answer.changes[0].index, 1U);
  EXPECT_EQ(answer.changes[0].before, DeadlineStatus::met);
  EXPECT_EQ(answer.changes[0].after, DeadlineStatus::late);
  EXPECT_EQ(answer.changes[0].due_before.latest, (Date{2024, 4, 1}));
  EXPECT_EQ(answer.changes[0].due_after.latest, (Date{2024, 3, 25}));
}

TEST_F(WhatIfTest, TheSameLimitChangesNothing) {
  const std::vector<ClockCase> cases{replied("a", Date{2024, 3, 4}, Date{2024, 3, 25}),
                                     replied("b", Date{2013, 3, 4}, Date{2013, 4, 26})};
  const Clock same = with_limit(clock_, "extension", TimeLimit{20, TimeUnit::working_days});
  const WhatIf answer = what_if(cases, clock_, same, Date{2024, 4, 1});
  EXPECT_EQ(answer.before, answer.after);
  EXPECT_TRUE(answer.changes.empty());
}

TEST_F(WhatIfTest, ALimitIsSupposedUnderBothRegulationsAndNotBeforeThem) {
  const Clock ten = with_limit(clock_, "reply", TimeLimit{10, TimeUnit::working_days});
  EXPECT_EQ(ten.deadline(DeadlineKind::reply, replied("", Date{2024, 3, 4}, std::nullopt).history).due(),
            (Date{2024, 3, 18}));
  EXPECT_EQ(ten.deadline(DeadlineKind::reply, replied("", Date{2013, 3, 4}, std::nullopt).history).due(),
            (Date{2013, 3, 18}));
  EXPECT_FALSE(ten.deadline(DeadlineKind::reply, replied("", Date{2008, 4, 1}, std::nullopt).history).due());
}

TEST_F(WhatIfTest, WhatIsNoLimitIsRefused) {
  const TimeLimit ten{10, TimeUnit::working_days};
  EXPECT_THROW((void)with_limit(clock_, "replies", ten), NotFoundError);
  EXPECT_THROW((void)with_limit(clock_, "clock_start", ten), InvalidArgumentError);
  EXPECT_THROW((void)with_limit(clock_, "reply", TimeLimit{0, TimeUnit::working_days}), InvalidArgumentError);
}

}  // namespace
}  // namespace gongkai
