// SPDX-License-Identifier: Apache-2.0
// What decide refuses, and what a history that was not decided here is told about: grounds, days, notices, remedies.
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/request/office.hpp"

namespace gongkai::request_office {
namespace {

constexpr Date day{2024, 3, 4};

std::vector<std::string> codes(const RequestAction& action, Date on_day = day + CalendarDays{3},
                               const std::vector<RequestEvent>& between = {}) {
  std::vector<RequestEvent> events{event(1, day, submission()), event(2, day, RequestRegistered{"1", ""})};
  for (auto next : between) {
    next.envelope.sequence = static_cast<std::int64_t>(events.size()) + 1;
    events.push_back(std::move(next));
  }
  events.push_back(event(static_cast<std::int64_t>(events.size()) + 1, on_day, action));
  std::vector<std::string> out;
  for (const auto& finding : replay(events, never, never, rules()).findings) {
    EXPECT_EQ(finding.message.find('{'), std::string::npos);
    EXPECT_FALSE(finding.message_zh.empty());
    out.push_back(finding.code);
  }
  return out;
}
using Codes = std::vector<std::string>;

TEST(RequestIrregular, ARefusalStatesItsGround) {
  auto reply = refused();
  reply.grounds.clear();
  const auto desk = Desk{}.open("q1", day);
  EXPECT_EQ(desk.refusal("q1", reply, day), 504);
  EXPECT_EQ(codes(reply), Codes{"REQ.GROUND"});
  // What is not held or not processed has none of the closed list.
  reply.outcome = "unable_not_held";
  EXPECT_EQ(desk.refusal("q1", reply, day), 0);
  EXPECT_TRUE(codes(reply).empty());
  auto part = granted(day);
  part.outcome = "partially_granted";
  part.withheld = {{"附件", "because", ""}};
  EXPECT_EQ(desk.refusal("q1", part, day), 508);
}

TEST(RequestIrregular, DaysOfADocumentStandInTheirOrder) {
  const auto desk = Desk{}.open("q1", day);
  const auto reply = [&](std::optional<Date> decided, std::optional<Date> posted, std::optional<Date> delivered) {
    auto out = refused();
    out.document.decided_on = decided;
    out.document.posted_on = posted;
    out.document.delivered_on = delivered;
    return out;
  };
  const Date next = day + CalendarDays{1};
  EXPECT_EQ(desk.refusal("q1", reply(day, next, next), next), 0);
  for (const auto& wrong : {reply(next, day, std::nullopt), reply(std::nullopt, next, day),
                            reply(next, std::nullopt, day), reply(day - CalendarDays{1}, std::nullopt, std::nullopt)}) {
    EXPECT_EQ(desk.refusal("q1", wrong, next), 507);
    const auto found = codes(wrong);
    EXPECT_NE(std::find(found.begin(), found.end(), "REQ.DAYS"), found.end());
  }
  RequestServed served;
  served.posted_on = day;
  const auto decided = Desk{}.open("q1", day).act("q1", refused(), next);
  EXPECT_EQ(decided.refusal("q1", served, next), 507);
  auto early = event(9, day, RequestArrived{});
  early.envelope.recorded_on = day - CalendarDays{1};
  const auto history = replay({event(1, day - CalendarDays{2}, submission()), early}, never, never, rules());
  ASSERT_EQ(history.findings.size(), 1U);
  EXPECT_EQ(history.findings[0].code, "REQ.DAYS");
}

TEST(RequestIrregular, AnExtensionIsToldInANotice) {
  auto silent = extension(20);
  silent.document = {};
  EXPECT_EQ(Desk{}.open("q1", day).refusal("q1", silent, day), 504);
  EXPECT_EQ(codes(silent), Codes{"REQ.NOTICE"});
  EXPECT_TRUE(codes(extension(20)).empty());
}

TEST(RequestIrregular, ReconsiderationComesFirstWhereTheLawSaysSo) {
  const RequestRemedyOpened suit{"s1", "litigation_direct", ""};
  const auto answered = [](const RequestDecided& reply, Date received) {
    return Desk{}.open("q1", received).act("q1", reply, received);
  };
  // A refusal of 2024 needs it, one of 2023 does not, nor what is not held, nor silence.
  EXPECT_EQ(answered(refused(), day).refusal("q1", suit, day), 508);
  EXPECT_EQ(answered(refused(), Date{2023, 3, 6}).refusal("q1", suit, day), 0);
  EXPECT_EQ(answered(refused("unable_not_held"), day).refusal("q1", suit, day), 0);
  EXPECT_EQ(answered(refused("denied_administrative_query"), day).refusal("q1", suit, day), 0);
  EXPECT_EQ(Desk{}.open("q1", day).refusal("q1", suit, day), 0);
  const RequestRemedyOpened after{"s2", "litigation_after_reconsideration", ""};
  auto desk = answered(refused(), day);
  EXPECT_EQ(desk.refusal("q1", after, day), 508);
  desk.act("q1", RequestRemedyOpened{"r1", "reconsideration", ""}, day);
  EXPECT_EQ(desk.refusal("q1", after, day), 0);
  // It happened all the same: it counts, with a finding.
  EXPECT_EQ(codes(suit, day + CalendarDays{5}, {event(0, day + CalendarDays{1}, refused())}), Codes{"REQ.REMEDY"});
}

TEST(RequestIrregular, FiguresStateWhereTheyStand) {
  const Desk desk;
  EXPECT_EQ(desk.refusal("o1", OpeningBalance{2023, "requests", "carried_in", "total", 3, ""}, day), 504);
  EXPECT_EQ(desk.refusal("o1", OpeningBalance{2023, "requests", "", "total", 3, "年报"}, day), 504);
  EXPECT_EQ(desk.refusal("o1", OpeningBalance{2023, "requests", "carried_in", "total", -3, "年报"}, day), 508);
  EXPECT_EQ(desk.refusal("f1", FigureDeclared{2023, "", Decimal{3, 0}, "统计表"}, day), 504);
  EXPECT_EQ(desk.refusal("f1", FigureDeclared{2023, "proactive.rules.issued", Decimal{3, 0}, "统计表"}, day), 0);
  EXPECT_THROW(
      (void)decide({}, "i1", InquiryRecorded{"phone", "办事时间"}, clerk, {day, day - CalendarDays{1}}, rules()),
      TransitionError);
}

TEST(RequestIrregular, ApplicantsAreDerivedWhereThatIsCertain) {
  auto what = submission("");
  what.applicant.identity_key = "hmac-1";
  Desk desk;
  desk.open("q1", day, what);
  EXPECT_EQ(desk.request().applicant.id, applicant_id("natural_person", "张三", "hmac-1"));
  what.applicant.identity_key.clear();
  desk.open("q2", day, what);
  EXPECT_EQ(desk.request("q2").applicant.id, "");
}

TEST(RequestIrregular, PartsOfALetterAreEntered) {
  Desk desk;
  desk.act("q1", submission(), day).act("q1", RequestSplit{{"q2", "q3"}}, day).open("q2", day);
  const auto findings = check(desk.requests(), day, rules());
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].code, "REQ.SPLIT");
  EXPECT_NE(findings[0].message.find("q3"), std::string::npos);
}

TEST(RequestIrregular, ARequestIsChargedOnce) {
  Desk desk;
  desk.open("q1", day);
  desk.act("q1", RequestFeeNoticed{letter("f", day), "fee_per_page", 38000, 68}, day);
  desk.act("q1", RequestFeePaid{38000}, day);
  EXPECT_EQ(desk.refusal("q1", RequestFeeNoticed{letter("g", day), "fee_per_page", 38000, 68}, day), 508);
  ASSERT_EQ(desk.request().payments.size(), 1U);
  EXPECT_EQ(desk.request().payments[0].event, 4);
}

}  // namespace
}  // namespace gongkai::request_office
