// SPDX-License-Identifier: Apache-2.0
// Histories that nobody decided: imported, late, wrong, corrected.
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/review/people.hpp"

namespace gongkai::town {
namespace {

ReviewEvent event(std::int64_t sequence, Date day, const Actor& actor, ReviewAction action,
                  std::string subject = "r1") {
  ReviewEvent out{Envelope{std::move(subject), day, day}, std::move(action)};
  out.envelope.sequence = sequence;
  out.envelope.by = {actor.id(), actor.roles().front(), {}};
  return out;
}

std::vector<std::string> codes(const ReviewHistory& history) {
  std::vector<std::string> out;
  for (const auto& finding : history.findings) {
    out.push_back(finding.code);
  }
  return out;
}

ReviewHistory told(const std::vector<ReviewEvent>& events) {
  return replay(events, never, never, ReviewRules::builtin("CN"));
}

TEST(ReviewHistory, WhatNobodyWouldHaveDecidedIsReportedNotRefused) {
  const auto history =
      told({event(1, {2013, 3, 4}, section_head, yes("section_head")),  // before it was handed in
            event(2, {2013, 3, 5}, drafter, submission()),
            event(3, {2013, 3, 6}, principal_leader, yes("principal_leader")),  // two stages passed over
            event(4, {2013, 3, 7}, section_head, ReviewReturned{"修改"})});     // after its end
  EXPECT_EQ(codes(history), (std::vector<std::string>{"REV.STAGE", "REV.STAGE", "REV.TURN"}));
  const auto& state = history.reviews.at("r1");
  EXPECT_EQ(state.stage, ReviewStage::completed);
  EXPECT_TRUE(state.clearance);
  for (const auto& finding : history.findings) {
    EXPECT_FALSE(finding.message_zh.empty());
    EXPECT_EQ(finding.message.find('{'), std::string::npos) << finding.message;
    EXPECT_EQ(finding.cells.front(), "r1");
    EXPECT_EQ(finding.citation, "国务院令第492号, art. 14");
  }
}

TEST(ReviewHistory, SeparationRoleContentBindingAndQuorumAreChecked) {
  auto other_content = yes("section_head");
  other_content.seen = digest(7);
  const Actor drafting_head{"wang", {"section_head"}};
  const auto history =
      told({event(1, {2013, 3, 4}, drafter, submission()), event(2, {2013, 3, 4}, section_head, other_content),
            event(3, {2013, 3, 4}, drafting_head, yes("section_head")),
            event(4, {2013, 3, 5}, secrecy_group, ReviewConsultationOpened{"?"}),
            event(5, {2013, 3, 5}, secrecy_group, ReviewConsultationConcluded{Conclusion::withhold, ""}),
            event(6, {2013, 3, 6}, secrecy_group, yes("leader_in_charge"))});
  EXPECT_EQ(codes(history),
            (std::vector<std::string>{"REV.BINDING", "REV.CONTENT", "REV.QUORUM", "REV.ROLE", "REV.SEPARATION"}));
}

TEST(ReviewHistory, AnUnknownPolicyStopsTheStages) {
  const auto history = told({event(1, {2013, 3, 4}, drafter, submission("elsewhere")),
                             event(2, {2013, 3, 5}, section_head, yes("section_head"))});
  EXPECT_EQ(codes(history), (std::vector<std::string>{"REV.POLICY", "REV.POLICY"}));
  EXPECT_EQ(history.reviews.at("r1").stage, ReviewStage::in_review);
}

TEST(ReviewHistory, SilenceAndHasteAreReported) {
  auto rules = ReviewRules::builtin("CN");
  const Actor clock{"clock", {"system"}};
  const std::vector<ReviewEvent> events{event(1, {2013, 3, 8}, drafter, submission("silence_is_consent")),
                                        event(2, {2013, 3, 11}, clock, ReviewConsentBySilence{})};
  EXPECT_EQ(codes(replay(events, never, never, rules)), std::vector<std::string>{"REV.SILENCE"});
  EXPECT_EQ(replay(events, never, never, rules).reviews.at("r1").next_stage, 0U);
  rules.silence = ReviewSilence::is_consent;
  EXPECT_EQ(codes(replay(events, never, never, rules)), (std::vector<std::string>{"REV.EARLY", "REV.SILENCE"}));
  EXPECT_EQ(replay(events, never, never, rules).reviews.at("r1").next_stage, 1U);
}

TEST(ReviewHistory, ACorrectionIsAnEventAndKnownFromItsDayOn) {
  std::vector<ReviewEvent> events{
      event(1, {2013, 3, 4}, drafter, submission()),
      event(2, {2013, 3, 5}, section_head, ReviewRefused{"process_information", "art. 8", "讨论稿"})};
  auto correction = event(3, {2013, 3, 5}, section_head, yes("section_head"));
  correction.envelope.recorded_on = Date{2013, 3, 20};
  correction.envelope.corrects = 2;
  events.push_back(correction);
  const auto rules = ReviewRules::builtin("CN");
  EXPECT_EQ(replay(events, never, Date{2013, 3, 19}, rules).reviews.at("r1").stage, ReviewStage::refused);
  EXPECT_EQ(replay(events, never, Date{2013, 3, 20}, rules).reviews.at("r1").stage, ReviewStage::in_review);
  EXPECT_EQ(replay(events, Date{2013, 3, 4}, never, rules).reviews.at("r1").next_stage, 0U);
}

TEST(ReviewHistory, ARetractionTakesAnEventBack) {
  std::vector<ReviewEvent> events{event(1, {2013, 3, 4}, drafter, submission()),
                                  event(2, {2013, 3, 5}, section_head, ReviewWithdrawn{})};
  auto retraction = event(3, {2013, 3, 5}, section_head, ReviewRetracted{"误登"});
  retraction.envelope.corrects = 2;
  events.push_back(retraction);
  EXPECT_EQ(told(events).reviews.at("r1").stage, ReviewStage::in_review);
  EXPECT_TRUE(told(events).findings.empty());
  events.back().envelope.corrects.reset();
  EXPECT_EQ(codes(told(events)), std::vector<std::string>{"REV.RETRACTION"});
}

}  // namespace
}  // namespace gongkai::town
