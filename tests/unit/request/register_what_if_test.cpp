// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <gongkai/request/what_if.hpp>

#include "unit/request/office.hpp"

namespace {

using namespace gongkai;                  // NOLINT(google-build-using-namespace)
using namespace gongkai::request_office;  // NOLINT(google-build-using-namespace)

constexpr Date day{2024, 4, 1};

// Received on 2024-03-04, due on 1 April; a is answered on 26 March, b is open, c was withdrawn, d is split.
Desk office() {
  Desk desk;
  desk.open("a", Date{2024, 3, 4}).open("b", Date{2024, 3, 4}).open("c", Date{2024, 3, 4});
  desk.act("a", granted(Date{2024, 3, 26}), Date{2024, 3, 26});
  desk.act("c", RequestWithdrawn{""}, Date{2024, 3, 5});
  desk.act("d", submission(), Date{2024, 3, 4}).act("d", RequestSplit{{"a", "b"}}, Date{2024, 3, 5});
  return desk;
}
Clock shorter() { return with_limit(rules().clock, "reply", TimeLimit{15, TimeUnit::working_days}); }

TEST(RegisterWhatIf, AShorterLimitIsToldRequestByRequest) {
  const auto answer = what_if(office().requests(), rules().clock, shorter(), day);
  EXPECT_EQ(answer.before.late(), 0U);
  EXPECT_EQ(answer.after.late(), 2U);
  EXPECT_EQ(answer.before.of(DeadlineStatus::withdrawn), 1U);
  EXPECT_EQ(answer.after.of(DeadlineStatus::withdrawn), 1U);
  ASSERT_GE(answer.changes.size(), 2U);
  EXPECT_EQ(answer.changes[0].request, "a");
  EXPECT_EQ(answer.changes[0].stage, RequestStage::decided);
  EXPECT_EQ(answer.changes[0].before, DeadlineStatus::met);
  EXPECT_EQ(answer.changes[0].after, DeadlineStatus::late);
  EXPECT_EQ(answer.changes[1].request, "b");
  EXPECT_EQ(answer.changes[1].before, DeadlineStatus::running);
  EXPECT_EQ(answer.changes[1].after, DeadlineStatus::overdue);
  EXPECT_EQ(answer.changes[1].due_before, (DueRange{Date{2024, 4, 1}, Date{2024, 4, 1}}));
  EXPECT_EQ(answer.changes[1].due_after, (DueRange{Date{2024, 3, 25}, Date{2024, 3, 25}}));
  EXPECT_EQ(answer.changes[1].cause, ChangeCause::rulebook);
  for (const auto& change : answer.changes) {
    EXPECT_NE(change.request, "d");  // it is no request any more
  }
}

TEST(RegisterWhatIf, ExchangingTheClocksExchangesTheSidesAndTheSameClockChangesNothing) {
  const auto desk = office();
  const auto there = what_if(desk.requests(), rules().clock, shorter(), day);
  const auto back = what_if(desk.requests(), shorter(), rules().clock, day);
  EXPECT_EQ(there.before, back.after);
  EXPECT_EQ(there.after, back.before);
  ASSERT_EQ(there.changes.size(), back.changes.size());
  for (std::size_t i = 0; i < back.changes.size(); ++i) {
    EXPECT_EQ(there.changes[i].request, back.changes[i].request);
    EXPECT_EQ(there.changes[i].due_before, back.changes[i].due_after);
    EXPECT_EQ(there.changes[i].before, back.changes[i].after);
  }
  const auto same = what_if(desk.requests(), rules().clock, rules().clock, day);
  EXPECT_TRUE(same.changes.empty());
  EXPECT_EQ(same.before, same.after);
}

TEST(RegisterWhatIf, ADueDayThatMovesIsToldAlsoWhereTheStatusStays) {
  const auto longer = with_limit(rules().clock, "reply", TimeLimit{25, TimeUnit::working_days});
  const auto answer = what_if(office().requests(), rules().clock, longer, Date{2024, 3, 20});
  EXPECT_EQ(answer.before, answer.after);
  ASSERT_FALSE(answer.changes.empty());
  for (const auto& change : answer.changes) {
    EXPECT_EQ(change.before, change.after);
    EXPECT_NE(change.due_before, change.due_after);
  }
}

TEST(RegisterWhatIf, AnotherChoiceOnAnOpenQuestionIsItsOwnCause) {
  Desk desk;
  auto letter = submission();
  letter.channel = "online";
  desk.act("a", letter, Date{2024, 3, 4}).act("a", RequestAcknowledged{}, Date{2024, 3, 6});
  auto options = rules().clock.options();
  options.online_submission = OnlineSubmission::submission_day;
  const auto chosen = rules().clock.with_options(options);
  const auto answer = what_if(desk.requests(), rules().clock, chosen, Date{2024, 3, 20});
  ASSERT_EQ(answer.changes.size(), 1U);
  EXPECT_EQ(answer.changes[0].cause, ChangeCause::options);
  EXPECT_LT(*answer.changes[0].due_after.latest, *answer.changes[0].due_before.latest);
  const auto both = what_if(desk.requests(), rules().clock, shorter().with_options(options), Date{2024, 3, 20});
  ASSERT_EQ(both.changes.size(), 1U);
  EXPECT_EQ(both.changes[0].cause, ChangeCause::several);
}

TEST(RegisterWhatIf, AnEmptyRegisterAndRequestsWithoutAClockAreCounted) {
  EXPECT_TRUE(what_if(RequestRegister{}, rules().clock, shorter(), day).changes.empty());
  RequestRegister requests;
  requests.requests.emplace("x", RequestState{"x"});
  const auto answer = what_if(requests, rules().clock, shorter(), day);
  EXPECT_EQ(answer.before.not_begun, 1U);
  EXPECT_EQ(answer.after.not_begun, 1U);
}

}  // namespace
