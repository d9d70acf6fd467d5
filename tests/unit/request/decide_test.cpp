// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/request/office.hpp"

namespace gongkai::request_office {
namespace {

constexpr Date day1{2024, 3, 4};  // in person: due 2024-04-01
constexpr Date day2{2024, 3, 11};
constexpr Date day3{2024, 3, 25};

Desk opened() { return Desk{}.open("q1", day1); }

TEST(RequestDecide, ARequestIsAnsweredInTime) {
  auto desk = opened().act("q1", granted(day3), day3);
  RequestServed posted;
  posted.service = "china_post";
  posted.posted_on = Date{2024, 3, 26};
  desk.act("q1", posted, Date{2024, 3, 26}).act("q1", RequestFiled{}, Date{2024, 4, 2});
  const auto& request = desk.request();
  EXPECT_EQ(request.stage, RequestStage::filed);
  EXPECT_EQ(request.outcome(), "granted");
  EXPECT_EQ(request.decisions.front().posted_on, (Date{2024, 3, 26}));
  const auto deadline = reply_deadline(request, rules(), Date{2024, 4, 30});
  EXPECT_EQ(deadline.due(), (Date{2024, 4, 1}));
  EXPECT_EQ(deadline.status(Date{2024, 4, 30}), DeadlineStatus::met);
  EXPECT_TRUE(request.findings.empty());
  EXPECT_TRUE(check(desk.requests(), Date{2024, 4, 30}, rules()).empty());
}

TEST(RequestDecide, WhatIsHandedOverNeedsAMatchingClearance) {
  const auto desk = opened();
  auto reply = granted(day3);
  reply.clearance.reset();
  EXPECT_EQ(desk.refusal("q1", reply, day3), 505);
  reply.clearance = cleared(2, day3);
  EXPECT_EQ(desk.refusal("q1", reply, day3), 505);
  reply.clearance = cleared(1, day3 + CalendarDays{1});
  EXPECT_EQ(desk.refusal("q1", reply, day3), 505);
  reply = granted(day3);
  reply.clearance->conclusion = Conclusion::withhold;
  EXPECT_EQ(desk.refusal("q1", reply, day3), 505);
  // Where it is public already nothing is handed over.
  RequestDecided public_already;
  public_already.outcome = "granted";
  EXPECT_EQ(desk.refusal("q1", public_already, day3), 504);
  public_already.published_at = "https://example.org";
  EXPECT_EQ(desk.refusal("q1", public_already, day3), 0);
}

TEST(RequestDecide, EveryRefusalHasAnArticleAReasonAndKnownWords) {
  const auto desk = opened();
  EXPECT_EQ(desk.refusal("q1", refused(), day3), 0);
  auto reply = refused();
  reply.article.clear();
  EXPECT_EQ(desk.refusal("q1", reply, day3), 504);
  reply = refused();
  reply.reason.clear();
  EXPECT_EQ(desk.refusal("q1", reply, day3), 504);
  EXPECT_EQ(desk.refusal("q1", refused("denied_because"), day3), 508);
  reply = refused();
  reply.grounds = {"laziness"};
  EXPECT_EQ(desk.refusal("q1", reply, day3), 508);
  reply = refused();
  reply.principal_ground = "state_secret";
  EXPECT_EQ(desk.refusal("q1", reply, day3), 508);
  // All 21 outcomes of the closed list can be decided.
  for (const auto& member : rules().clock.rulebook().taxonomy("outcome").members()) {
    auto each = refused(std::string{member.code.token()});
    each.released = digest(1);
    each.clearance = cleared(1, day3);
    each.withheld = {{"附件", "personal_privacy", "art. 15"}};
    EXPECT_EQ(desk.refusal("q1", each, day3), 0) << member.code;
  }
}

TEST(RequestDecide, APartialDisclosureListsWhatIsWithheld) {
  const auto desk = opened();
  auto reply = granted(day3);
  reply.outcome = "partially_granted";
  EXPECT_EQ(desk.refusal("q1", reply, day3), 504);
  reply.withheld = {{"附件1第3列", "personal_privacy", "art. 15"}};
  EXPECT_EQ(desk.refusal("q1", reply, day3), 0);
}

TEST(RequestDecide, AnExtensionIsToldOnceAndBeforeTheReplyIsDue) {
  auto desk = opened();
  EXPECT_EQ(desk.refusal("q1", extension(21), day3), 508);
  EXPECT_EQ(desk.refusal("q1", extension(0), day3), 508);
  EXPECT_EQ(desk.refusal("q1", extension(20), Date{2024, 4, 1}), 508);
  auto silent = extension(20);
  silent.reason.clear();
  EXPECT_EQ(desk.refusal("q1", silent, day3), 504);
  desk.act("q1", extension(20), day3);
  EXPECT_EQ(reply_deadline(desk.request(), rules(), day3).due(), (Date{2024, 4, 29}));
  EXPECT_EQ(desk.refusal("q1", extension(5), day3), 508);
  try {
    (void)decide(desk.requests(), "q1", extension(5), clerk, on(day3), rules());
    FAIL();
  } catch (const TransitionError& error) {
    EXPECT_EQ(error.article(), "国务院令第711号, art. 33(2)");
    EXPECT_EQ(error.stage(), "processing");
  }
}

TEST(RequestDecide, ACorrectionIsAskedOnceAndRestartsTheClock) {
  auto desk = opened();
  desk.act("q1", correction_notice(Date{2024, 3, 8}), Date{2024, 3, 6});
  EXPECT_EQ(desk.request().stage, RequestStage::correction_asked);
  EXPECT_EQ(desk.refusal("q1", granted(day3), day3), 501);
  // 15 working days from the day after 8 March: until the 29th.
  EXPECT_EQ(desk.refusal("q1", RequestCorrectionLapsed{}, Date{2024, 3, 29}), 508);
  auto lapsed = desk;
  lapsed.act("q1", RequestCorrectionLapsed{}, Date{2024, 4, 1});
  EXPECT_EQ(lapsed.request().outcome(), "other_correction_overdue");
  EXPECT_EQ(lapsed.refusal("q1", RequestCorrected{}, Date{2024, 4, 2}), 501);
  RequestCorrected excused;
  excused.with_good_reason = true;
  lapsed.act("q1", excused, Date{2024, 4, 2});
  EXPECT_EQ(lapsed.request().stage, RequestStage::processing);
  EXPECT_EQ(lapsed.request().outcome(), "");

  desk.act("q1", RequestCorrected{}, Date{2024, 3, 20});
  EXPECT_EQ(reply_deadline(desk.request(), rules(), Date{2024, 3, 20}).start(), (Date{2024, 3, 20}));
  EXPECT_EQ(desk.refusal("q1", correction_notice(Date{2024, 3, 22}), Date{2024, 3, 21}), 508);
}

TEST(RequestDecide, ConsultationsStopTheClockUntilAllHaveAnswered) {
  auto desk = opened();
  desk.act("q1", RequestThirdPartyConsulted{"甲公司", letter("c1", day2)}, day2);
  desk.act("q1", RequestAgencyConsulted{"县财政局", "joint_author", letter("c2", day2)}, day2);
  EXPECT_EQ(desk.request().stage, RequestStage::consulting);
  EXPECT_EQ(desk.refusal("q1", RequestThirdPartyAnswered{"乙公司", "consents"}, day3), 508);
  EXPECT_EQ(desk.refusal("q1", RequestThirdPartyAnswered{"甲公司", "shrugs"}, day3), 508);
  EXPECT_EQ(desk.refusal("q1", RequestAgencyConsulted{"县财政局", "curiosity", letter("c3")}, day3), 508);
  desk.act("q1", RequestThirdPartyAnswered{"甲公司", "refuses"}, Date{2024, 3, 18});
  EXPECT_EQ(desk.request().stage, RequestStage::consulting);
  desk.act("q1", RequestAgencyAnswered{"县财政局", "consents"}, Date{2024, 3, 18});
  EXPECT_EQ(desk.request().stage, RequestStage::processing);
  // 12 … 18 March are not counted: five working days later than 1 April, over Qingming.
  EXPECT_EQ(reply_deadline(desk.request(), rules(), day3).due(), (Date{2024, 4, 9}));
  EXPECT_TRUE(desk.request().findings.empty());
}

TEST(RequestDecide, ALetterIsSplitIntoRequestsOfTheirOwn) {
  auto desk = Desk{}.act("q1", submission(), day1);
  EXPECT_EQ(desk.refusal("q1", RequestSplit{{"q2"}}, day1), 504);
  EXPECT_EQ(desk.refusal("q1", RequestSplit{{"q2", "q1"}}, day1), 508);
  EXPECT_EQ(desk.refusal("q1", RequestSplit{{"q2", "q2"}}, day1), 508);
  desk.act("q1", RequestSplit{{"q2", "q3"}}, day1);
  EXPECT_EQ(desk.refusal("q1", granted(day3), day3), 501);
  EXPECT_EQ(desk.request().stage, RequestStage::split);
}

TEST(RequestDecide, OneReplyMayAnswerSeveralRequests) {
  auto desk = opened().open("q2", day1);
  desk.act("q1", granted(day3), day3).act("q2", granted(day3), day3);
  EXPECT_EQ(desk.request("q1").decisions[0].document, desk.request("q2").decisions[0].document);
}

TEST(RequestDecide, AWithdrawalEndsARequestAtAnyTimeBeforeTheReply) {
  EXPECT_EQ(Desk{}.act("q1", submission(), day1).act("q1", RequestWithdrawn{}, day2).request().outcome(), "other_misc");
  EXPECT_EQ(opened().act("q1", granted(day3), day3).refusal("q1", RequestWithdrawn{}, day3), 501);
}

TEST(RequestDecide, AfterAnAnnulmentItIsDecidedAgain) {
  auto desk = opened().act("q1", refused(), day3);
  EXPECT_EQ(desk.refusal("q1", granted(day3), day3), 501);
  EXPECT_EQ(desk.refusal("q1", RequestRemedyOpened{"r1", "duel", ""}, day3), 508);
  desk.act("q1", RequestRemedyOpened{"r1", "reconsideration", "县人民政府"}, Date{2024, 4, 10});
  EXPECT_EQ(desk.refusal("q1", RequestRemedyOpened{"r1", "reconsideration", ""}, Date{2024, 4, 10}), 508);
  EXPECT_EQ(desk.refusal("q1", RequestRemedyConcluded{"r2", "upheld", "", false}, Date{2024, 5, 10}), 508);
  EXPECT_EQ(desk.refusal("q1", RequestRemedyConcluded{"r1", "pending", "", false}, Date{2024, 5, 10}), 508);
  EXPECT_EQ(desk.refusal("q1", RequestRemedyConcluded{"r1", "", "", false}, Date{2024, 5, 10}), 504);
  desk.act("q1", RequestRemedyConcluded{"r1", "corrected", "", true}, Date{2024, 5, 10});
  auto again = granted(Date{2024, 5, 20});
  again.document = letter("reply-2");
  desk.act("q1", again, Date{2024, 5, 20});
  EXPECT_EQ(desk.request().outcome(), "granted");
  EXPECT_EQ(desk.request().decisions.size(), 2U);
  EXPECT_TRUE(desk.request().findings.empty());
  EXPECT_EQ(desk.refusal("q1", again, Date{2024, 5, 21}), 501);
}

TEST(RequestDecide, DaysOfServiceComeLaterAndNameTheirDocument) {
  auto desk = opened();
  desk.act("q1", RequestCorrectionNoticed{letter("correction-1"), "年度", 15}, Date{2024, 3, 6});
  RequestServed served;
  served.document = "correction-9";
  EXPECT_EQ(desk.refusal("q1", served, Date{2024, 3, 8}), 504);
  served.delivered_on = Date{2024, 3, 8};
  EXPECT_EQ(desk.refusal("q1", served, Date{2024, 3, 8}), 508);
  served.document = "";
  EXPECT_EQ(desk.refusal("q1", served, Date{2024, 3, 8}), 508);
  served.document = "correction-1";
  served.service = "pigeon";
  EXPECT_EQ(desk.refusal("q1", served, Date{2024, 3, 8}), 508);
  served.service = "direct";
  desk.act("q1", served, Date{2024, 3, 8});
  EXPECT_EQ(rules().clock.deadline(DeadlineKind::correction, desk.request().history).due(), (Date{2024, 3, 29}));
}

TEST(RequestDecide, InquiriesAndFiguresBroughtAlongAreNoRequests) {
  Desk desk;
  desk.act("i1", InquiryRecorded{"online", "如何申请"}, day1);
  desk.act("o1", OpeningBalance{2024, "requests", "carried_in", "natural_person", 3, "2023年年报"}, day1);
  EXPECT_TRUE(desk.requests().requests.empty());
  EXPECT_EQ(desk.requests().inquiries.size(), 1U);
  EXPECT_EQ(desk.requests().opening.front().value, 3);
}

}  // namespace
}  // namespace gongkai::request_office
