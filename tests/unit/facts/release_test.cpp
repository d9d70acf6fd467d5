// SPDX-License-Identifier: Apache-2.0
// The loop of the seed: what one applicant got and others need becomes public.
#include <gongkai/facts/release.hpp>

#include <gtest/gtest.h>

#include <gongkai/catalogue/public_view.hpp>
#include <gongkai/error.hpp>

#include "unit/catalogue/office.hpp"
#include "unit/request/office.hpp"

namespace gongkai {
namespace {

namespace cat = catalogue_office;
namespace req = request_office;
constexpr Date day{2024, 3, 4};

RequestSubmitted asks(const std::string& applicant, const std::string& title, const std::string& number = {}) {
  auto out = req::submission(applicant, title);
  out.document_number = number;
  return out;
}

// One got it, another asked for the same.
req::Desk office() {
  req::Desk desk;
  desk.open("q1", day, asks("a1", "2023年度部门决算")).act("q1", req::granted(day, 5), day);
  desk.open("q2", day + CalendarDays{2}, asks("a2", " 2023 年度部门决算（公开版）", "示发〔2023〕7号"));
  desk.open("q3", day + CalendarDays{3}, asks("a3", "２０２３年度《部门决算》"));
  return desk;
}

TEST(Proposals, WhatOneGotAndOthersAskForIsToBePublished) {
  const auto desk = office();
  const auto found = proposals(desk.requests(), {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, ProposalKind::publish);
  EXPECT_EQ(found[0].request, "q3");
  EXPECT_EQ(found[0].requests, std::vector<std::string>{"q1"});
  EXPECT_EQ(found[0].by, std::vector<std::string>{"title"});
  EXPECT_EQ(found[0].article, "国务院令第711号, art. 44(1)");
}

TEST(Proposals, WhoGotItBeforeAsksAgain) {
  auto desk = office();
  desk.open("q4", day + CalendarDays{9}, asks("a1", "2023年度部门决算"));
  const auto found = proposals(desk.requests(), {});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].kind, ProposalKind::repeat);
  EXPECT_EQ(found[0].request, "q4");
  EXPECT_EQ(found[0].requests, std::vector<std::string>{"q1"});
  // The proposal to publish moves to the latest request, with all that matched.
  EXPECT_EQ(found[1].kind, ProposalKind::publish);
  EXPECT_EQ(found[1].request, "q4");
  EXPECT_EQ(found[1].requests, std::vector<std::string>{"q3"});
}

TEST(Proposals, WhatWasRefusedIsNotPublished) {
  req::Desk desk;
  desk.open("q1", day, asks("a1", "会议纪要")).act("q1", req::refused(), day);
  desk.open("q2", day, asks("a2", "会议纪要"));
  EXPECT_TRUE(proposals(desk.requests(), {}).empty());
  EXPECT_TRUE(matches(desk.requests()).empty() || matches(desk.requests())[0].kind != MatchKind::popular);
}

TEST(Proposals, BracketsAndContentTellTheSameInformation) {
  req::Desk desk;
  desk.open("q1", day, asks("a1", "甲", "示发〔2023〕7号"));
  desk.open("q2", day, asks("a2", "乙", "示发﹝2023﹞ 7号"));
  desk.open("q3", day, asks("a3", "丙", "示发[2023]7号"));
  desk.open("q4", day, asks("a4", "丁")).act("q4", req::granted(day, 5), day);
  desk.open("q5", day, asks("a5", "戊")).act("q5", req::granted(day, 5), day);
  const auto found = proposals(desk.requests(), {});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].request, "q3");
  EXPECT_EQ(found[0].requests, (std::vector<std::string>{"q1", "q2"}));
  EXPECT_EQ(found[0].by, std::vector<std::string>{"document_number"});
  EXPECT_EQ(found[1].request, "q5");
  EXPECT_EQ(found[1].by, std::vector<std::string>{"content"});
}

TEST(Proposals, WhatTheCatalogueHoldsBackIsNotProposedAndWhatWaitsIsNamed) {
  const auto desk = office();
  cat::Desk held;
  held.act("r1", RecordDrafted{cat::data("2023年度部门决算", 0)}, day).act("r1", cat::withheld(), day);
  EXPECT_TRUE(proposals(desk.requests(), held.catalogue()).empty());
  // On request only, or not published yet: it is the record to take.
  cat::Desk waiting;
  waiting.act("r1", RecordDrafted{cat::data("2023 年度《部门决算》", 0)}, day);
  waiting.act("r1", RecordAttributeDecided{"on_request", "", "", "涉及少数人", std::nullopt}, day);
  const auto found = proposals(desk.requests(), waiting.catalogue());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, ProposalKind::publish);
  EXPECT_EQ(found[0].records, std::vector<std::string>{"r1"});
  // Classified, whatever its attribute says.
  auto secret = cat::data("2023年度部门决算", 0);
  secret.secrecy_state = "confidential";
  cat::Desk classified;
  classified.act("r1", RecordDrafted{secret}, day);
  EXPECT_TRUE(proposals(desk.requests(), classified.catalogue()).empty());
}

TEST(PublishedRelease, GoesToTheCatalogueInOneActAndIsLinked) {
  const auto desk = office();
  ReleasePlan plan;
  plan.record = "record-7";
  plan.url = "https://example.org/7.html";
  plan.also_for = {"q3"};
  const Date when = day + CalendarDays{7};
  const auto events = publish_release(desk.requests(), {}, "q1", plan, cat::editor, {when, when}, cat::rules());
  ASSERT_EQ(events.size(), 5U);
  const auto history = replay(events, when, when, cat::rules());
  EXPECT_TRUE(history.findings.empty());
  const auto& record = *history.catalogue.find("record-7");
  EXPECT_EQ(record.stage, RecordStage::published);
  EXPECT_EQ(record.data.title, "2023年度部门决算");
  EXPECT_EQ(record.acts.front().digest, req::digest(5));
  EXPECT_EQ(record.acts.front().review, "review-1");
  ASSERT_EQ(record.links.size(), 2U);
  EXPECT_EQ(record.links[0], (RecordLink{"released_on_request", "", "q1"}));
  // The public sees the record, and not who asked for it.
  const auto view = public_view(history.catalogue, when);
  ASSERT_EQ(view.size(), 1U);
  EXPECT_TRUE(view[0].links.empty());
  // Who asks now is told where it is, and nothing more is to be published.
  auto later = office();
  later.open("q9", when, asks("a9", "2023年度部门决算"));
  const auto found = proposals(later.requests(), history.catalogue);
  ASSERT_EQ(found.size(), 2U);  // the one that waits, and the new one; not the one of which it came
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(found[i].kind, ProposalKind::already_public);
    EXPECT_EQ(found[i].request, (std::vector<std::string>{"q3", "q9"})[i]);
    EXPECT_EQ(found[i].records, std::vector<std::string>{"record-7"});
  }
}

TEST(PublishedRelease, NeedsAReviewOfExactlyThisContent) {
  const auto desk = office();
  ReleasePlan plan;
  plan.record = "record-7";
  plan.clearance = req::cleared(6, day);
  const When when{day, day};
  const auto code = [&](const std::string& request, const ReleasePlan& what) {
    try {
      (void)publish_release(desk.requests(), {}, request, what, cat::editor, when, cat::rules());
      return 0;
    } catch (const Error& error) {
      return static_cast<int>(error.code());
    }
  };
  EXPECT_EQ(code("q1", plan), 505);
  plan.clearance.reset();
  EXPECT_EQ(code("q1", plan), 0);
  EXPECT_EQ(code("q2", plan), 103);
  EXPECT_EQ(code("none", plan), 402);
  plan.also_for = {"none"};
  EXPECT_EQ(code("q1", plan), 402);
  plan.also_for.clear();
  plan.also_for = {"q3", "q3"};
  EXPECT_EQ(code("q1", plan), 508);  // linked once
  plan.also_for.clear();
  plan.channel = "telepathy";
  EXPECT_EQ(code("q1", plan), 508);
  plan.channel = "website";
  plan.data.secrecy_state = "secret";
  EXPECT_EQ(code("q1", plan), 508);
  plan.data.secrecy_state.clear();
  plan.data.digest = req::digest(9);
  EXPECT_EQ(code("q1", plan), 505);
}

TEST(PublishedRelease, TakesARecordThatWasHeld) {
  const auto desk = office();
  cat::Desk held;
  auto data = cat::data("2023年度部门决算", 0);
  data.digest = req::digest(5);
  held.act("r1", RecordDrafted{data}, day).act("r1", cat::withheld(), day);
  ReleasePlan plan;
  plan.record = "r1";
  const auto events =
      publish_release(desk.requests(), held.catalogue(), "q1", plan, cat::editor, {day, day}, cat::rules());
  EXPECT_EQ(action_name(events.front().action), "attribute_decided");
  EXPECT_EQ(action_name(events.back().action), "published");
}

}  // namespace
}  // namespace gongkai
