// SPDX-License-Identifier: Apache-2.0
// Histories, corrections, matches, the codec.
#include <gtest/gtest.h>

#include <algorithm>
#include <gongkai/request/applicant.hpp>

#include "unit/request/office.hpp"

namespace gongkai::request_office {
namespace {

std::vector<std::string> codes(const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const auto& finding : findings) {
    EXPECT_EQ(finding.message.find('{'), std::string::npos) << finding.message;
    EXPECT_FALSE(finding.message_zh.empty());
    out.push_back(finding.code);
  }
  return out;
}

RequestHistory told(const std::vector<RequestEvent>& events) { return replay(events, never, never, rules()); }

TEST(RequestHistory, WhatNobodyWouldHaveDecidedIsReportedNotRefused) {
  auto reply = refused("denied_process");
  reply.article.clear();
  reply.evidence.clear();
  auto partial = granted({2024, 3, 5});
  partial.outcome = "partially_granted";
  partial.clearance.reset();
  const auto history = told({event(1, {2024, 3, 1}, reply),                      // before it was received
                             event(2, {2024, 3, 4}, submission(), "q2"),         //
                             event(3, {2024, 3, 5}, partial, "q2"),              // not registered, not cleared
                             event(4, {2024, 3, 6}, refused("nonsense"), "q2"),  // a second reply
                             event(5, {2024, 3, 7}, RequestThirdPartyAnswered{"甲", "consents"}, "q2"),
                             event(6, {2024, 3, 7}, RequestRemedyConcluded{"r1", "upheld", "", false}, "q2")});
  EXPECT_EQ(codes(history.findings), (std::vector<std::string>{"REQ.ARTICLE", "REQ.CLEARANCE", "REQ.OUTCOME",
                                                               "REQ.PARTS", "REQ.REMEDY", "REQ.STAGE", "REQ.STAGE",
                                                               "REQ.STAGE", "REQ.STAGE", "REQ.EVIDENCE", "REQ.PARTY"}));
  EXPECT_EQ(history.requests.find("q1")->outcome(), "denied_process");
}

TEST(RequestHistory, TheClocksFindingsAreReportedByRequest) {
  const auto history = told({event(1, {2024, 3, 4}, submission()), event(2, {2024, 3, 4}, RequestRegistered{}),
                             event(3, {2024, 4, 3}, extension(20)),  // after it was due
                             event(4, {2024, 4, 10}, granted({2024, 4, 10}))});
  EXPECT_TRUE(history.findings.empty());
  const auto findings = check(history.requests, {2024, 12, 31}, rules());
  EXPECT_EQ(codes(findings), (std::vector<std::string>{"CLK.EXTENSION_LATE", "CLK.REPLY_LATE"}));
  EXPECT_EQ(findings.front().cells.front(), "q1");
}

TEST(RequestHistory, ACorrectionMovesTheReplyToItsRightDay) {
  std::vector<RequestEvent> events{event(1, {2024, 3, 4}, submission()), event(2, {2024, 3, 4}, RequestRegistered{}),
                                   event(3, {2024, 4, 10}, granted({2024, 3, 29}))};
  auto right = event(4, {2024, 3, 29}, granted({2024, 3, 29}));
  right.envelope.recorded_on = Date{2024, 5, 6};
  right.envelope.corrects = 3;
  events.push_back(right);
  const auto status = [&](Date known_at) {
    const auto history = replay(events, never, known_at, rules());
    return reply_deadline(*history.requests.find("q1"), rules(), {2024, 12, 31}).status({2024, 12, 31});
  };
  EXPECT_EQ(status({2024, 5, 5}), DeadlineStatus::late);
  EXPECT_EQ(status({2024, 5, 6}), DeadlineStatus::met);
}

TEST(RequestMatches, RepeatsAndPopularRequestsAreProposed) {
  Desk desk;
  desk.open("q1", {2024, 3, 4}, submission("a1", "《2023年 决算》")).act("q1", granted({2024, 3, 5}), {2024, 3, 5});
  desk.open("q2", {2024, 4, 1}, submission("a1", "2023年决算"));
  desk.open("q3", {2024, 4, 2}, submission("a2", "２０２３年决算。"));
  desk.open("q4", {2024, 4, 3}, submission("a3", "2024年预算"));
  std::vector<std::string> found;
  for (const auto& match : matches(desk.requests())) {
    if (match.kind != MatchKind::same_applicant) {
      found.push_back(std::string{to_string(match.kind)} + " " + match.request + " " + match.other + " " + match.by);
    }
  }
  EXPECT_EQ(found, (std::vector<std::string>{"repeat q2 q1 title", "popular q3 q1 title"}));
}

TEST(RequestMatches, WhatWasNotGivenIsNoRepeat) {
  Desk desk;
  desk.open("q1", {2024, 3, 4}).act("q1", refused(), {2024, 3, 5});
  desk.open("q2", {2024, 4, 1});
  for (const auto& match : matches(desk.requests())) {
    EXPECT_NE(match.kind, MatchKind::repeat);
  }
}

TEST(RequestMatches, OneNameWithoutProofIsAProposalOnly) {
  const auto named = [](const std::string& id, const std::string& name, const std::string& key) {
    auto out = submission(id, "");
    out.applicant.name = name;
    out.applicant.identity_key = key;
    return out;
  };
  Desk desk;
  desk.open("q1", {2024, 3, 4}, named("a1", "张 三", "k1"));
  desk.open("q2", {2024, 3, 5}, named("a2", "张三", ""));
  desk.open("q3", {2024, 3, 6}, named("a3", "李四", "k3"));
  desk.open("q4", {2024, 3, 7}, named("a4", "李四", "k4"));
  const auto found = matches(desk.requests());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].request, "q2");
  EXPECT_EQ(found[0].other, "q1");
}

TEST(Applicants, AreDerivedFromTypeNameAndProof) {
  EXPECT_EQ(applicant_id("natural_person", "张　三", "k"), applicant_id("natural_person", " 张三", "k"));
  EXPECT_EQ(applicant_id("commercial_enterprise", "ＡＢ公司", "k"),
            applicant_id("commercial_enterprise", "ab公司", "k"));
  EXPECT_NE(applicant_id("natural_person", "张三", "k"), applicant_id("natural_person", "张三", "l"));
  EXPECT_NE(applicant_id("natural_person", "张三", "k"), applicant_id("other_org", "张三", "k"));
  EXPECT_THROW((void)applicant_id("natural_person", "张三", ""), InvalidArgumentError);
  EXPECT_THROW((void)applicant_id("natural_person", " ", "k"), InvalidArgumentError);
}

TEST(RequestCodec, EveryEventComesBackAsItWas) {
  auto reply = granted({2024, 3, 5});
  reply.withheld = {{"附件", "personal_privacy", "art. 15"}};
  reply.document.posted_on = Date{2024, 3, 6};
  RequestServed served;
  served.refused_signature = true;
  served.delivered_on = Date{2024, 3, 6};
  const std::vector<RequestAction> actions{
      submission(),
      RequestArrived{},
      RequestSplit{{"a", "b"}},
      correction_notice({2024, 3, 5}),
      RequestCorrected{"email", true, true, Date{2024, 3, 1}},
      RequestReasonsGiven{true},
      RequestDeferred{Date{2024, 3, 9}},
      RequestFeeNoticed{letter("f"), "fee_per_page", 38000, 68},
      extension(20),
      reply,
      served,
      RequestRemedyConcluded{"r", "", "驳回起诉", false},
      InquiryRecorded{"online", "x"},
      OpeningBalance{2024, "requests", "carried_in", "total", 3, "年报"},
      FigureDeclared{2024, "proactive.administrative_fees.amount_wan_yuan", Decimal{-1250, 2}, "统计表"},
      RequestRetracted{"误登"}};
  std::vector<RequestEvent> events;
  for (const auto& action : actions) {
    events.push_back(event(static_cast<std::int64_t>(events.size()) + 1, {2024, 3, 4}, action));
  }
  const auto file = read_request_events(to_json_lines(events), OnBadLine::keep_none);
  EXPECT_TRUE(file.rejected.empty());
  EXPECT_EQ(file.events, events);
  EXPECT_EQ(to_json(events[1]),
            R"({"schema":1,"event":"request.arrived","sequence":2,"subject":"q1","legal_day":"2024-03-04",)"
            R"("recorded_on":"2024-03-04","by":{"actor":"wang","role":"handler"},"data":{}})");
}

}  // namespace
}  // namespace gongkai::request_office
