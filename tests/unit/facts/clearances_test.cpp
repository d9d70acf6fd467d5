// SPDX-License-Identifier: Apache-2.0
#include <gongkai/facts/clearances.hpp>

#include <gtest/gtest.h>

#include <gongkai/facts/sample.hpp>

#include "unit/catalogue/office.hpp"
#include "unit/request/office.hpp"
#include "unit/review/people.hpp"

namespace gongkai {
namespace {

namespace cat = catalogue_office;
namespace req = request_office;
constexpr Date day1{2024, 3, 4};
constexpr Date day2{2024, 3, 5};
constexpr Date day3{2024, 3, 6};

// A review of the town, of content 1, concluded on the second day.
town::Desk reviewed() {
  town::Desk desk;
  desk.act(town::drafter, town::submission(), day1).act(town::section_head, town::yes(), day1);
  return desk.act(town::leader_in_charge, town::yes(), day1).act(town::principal_leader, town::yes(), day2);
}

cat::Desk publishing(const Clearance& clearance, Date day) {
  auto data = cat::data();
  data.digest = clearance.digest;
  cat::Desk desk;
  desk.act("r1", RecordDrafted{data}, day1).act("r1", cat::proactive(), day1);
  return desk.act("r1", RecordPublished{"website", "", clearance}, day);
}

std::vector<std::string> codes(const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const auto& finding : findings) {
    EXPECT_EQ(finding.message.find('{'), std::string::npos);
    EXPECT_FALSE(finding.message_zh.empty());
    EXPECT_EQ(finding.citation, "国务院令第711号, art. 17(2)");
    out.push_back(finding.code);
  }
  return out;
}
const std::vector<std::string> one{"FCT.CLEARANCE"};

TEST(Clearances, WhatAReviewIssuedStands) {
  auto review = reviewed();
  const auto desk = publishing(*review.state().clearance, day3);
  EXPECT_TRUE(check_clearances({}, desk.catalogue(), {{"review-1", review.state()}}).empty());
  // Also when the review went on afterwards.
  review.act(town::drafter, ReviewContentChanged{town::digest(2), "改稿"}, day3);
  EXPECT_FALSE(review.state().clearance);
  EXPECT_TRUE(check_clearances({}, desk.catalogue(), {{"review-1", review.state()}}).empty());
}

TEST(Clearances, AForgedOneIsFound) {
  const auto review = reviewed();
  const std::map<std::string, ReviewState> reviews{{"review-1", review.state()}};
  auto forged = *review.state().clearance;
  forged.review = "review-9";
  EXPECT_EQ(codes(check_clearances({}, publishing(forged, day3).catalogue(), reviews)), one);
  forged = *review.state().clearance;
  forged.digest = town::digest(7);  // of other content
  EXPECT_EQ(codes(check_clearances({}, publishing(forged, day3).catalogue(), reviews)), one);
  forged = *review.state().clearance;
  forged.day = day1;  // dated back: the review was concluded a day after
  EXPECT_EQ(codes(check_clearances({}, publishing(forged, day1).catalogue(), reviews)), one);
}

TEST(Clearances, AReviewThatWithheldClearsNothing) {
  town::Desk review;
  review.act(town::drafter, town::submission("one_stage"), day1);
  review.act(Actor{"office", {"disclosure_office"}}, ReviewApproved{"", Conclusion::withhold, "art. 14", "涉密", {}},
             day1);
  auto forged = *review.state().clearance;
  forged.conclusion = Conclusion::disclose;
  EXPECT_EQ(codes(check_clearances({}, publishing(forged, day3).catalogue(), {{"review-1", review.state()}})), one);
}

TEST(Clearances, AnOfficeThatReviewsWhatItPublishesHasNothingToExplain) {
  SampleOptions small;
  small.requests = 300;
  small.records = 60;
  const auto office = sample_office(small);
  const Date end{2023, 12, 31};
  const auto catalogue = replay(office.records, end, end, cat::rules()).catalogue;
  const auto reviews = replay(office.reviews, end, end, ReviewRules::builtin("CN")).reviews;
  ASSERT_FALSE(reviews.empty());
  EXPECT_TRUE(check_clearances({}, catalogue, reviews).empty());
  EXPECT_FALSE(check_clearances({}, catalogue, {}).empty());
}

TEST(Clearances, RepliesAreAskedTheSame) {
  req::Desk desk;
  desk.open("q1", day1).act("q1", req::granted(day2, 5), day2);  // by "review-1", of content 5
  EXPECT_EQ(codes(check_clearances(desk.requests(), {}, {})), one);
  EXPECT_EQ(codes(check_clearances(desk.requests(), {}, {{"review-1", reviewed().state()}})), one);
  town::Desk review;
  auto submission = town::submission("one_stage");
  submission.digest = req::digest(5);
  review.act(town::drafter, submission, day1).act(Actor{"office", {"disclosure_office"}}, town::yes(), day1);
  EXPECT_TRUE(check_clearances(desk.requests(), {}, {{"review-1", review.state()}}).empty());
}

}  // namespace
}  // namespace gongkai
