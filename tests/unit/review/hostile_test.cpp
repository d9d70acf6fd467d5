// SPDX-License-Identifier: Apache-2.0
// Ways around a review that lead nowhere.
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/review/people.hpp"

namespace gongkai::town {
namespace {

constexpr Date day1{2013, 3, 4};
constexpr Date day2{2013, 3, 5};
constexpr Date day3{2013, 3, 6};
const Actor the_clock{"clock", {"system"}};

Desk submitted() { return Desk{}.act(drafter, submission(), day1); }
int refused(const Desk& desk, const Actor& actor, const ReviewAction& command, Date day = day3) {
  return refusal(desk.state(), command, actor, day, desk.rules());
}
Actor for_somebody(const char* id, const char* role, const char* whose) {
  return Actor{id, {}, {Delegation{role, whose, day1, std::nullopt, "代行"}}};
}

TEST(ReviewHostile, OnePersonHasOneVoiceHoweverManySpeakForHim) {
  auto desk = submitted().act(section_head, ReviewConsultationOpened{"?"}, day1);
  desk.act(leader_in_charge, ReviewOpinionGiven{Conclusion::disclose, ""}, day2);
  // A stand-in of the one who spoke, and a second stand-in.
  const auto stand_in = for_somebody("zhou", "leader_in_charge", "qian");
  EXPECT_EQ(refused(desk, stand_in, ReviewOpinionGiven{Conclusion::disclose, ""}), 503);
  // The other way round: the stand-in first, then the one he stood in for.
  auto other = submitted().act(section_head, ReviewConsultationOpened{"?"}, day1);
  other.act(stand_in, ReviewOpinionGiven{Conclusion::disclose, ""}, day2);
  EXPECT_EQ(refused(other, leader_in_charge, ReviewOpinionGiven{Conclusion::disclose, ""}), 503);
  EXPECT_EQ(refused(other, for_somebody("wu", "leader_in_charge", "qian"), ReviewOpinionGiven{}), 503);
  // He himself may think better of it.
  EXPECT_EQ(refused(other, stand_in, ReviewOpinionGiven{Conclusion::withhold, ""}), 0);
  // In an imported history the last word counts, once.
  ReviewEvent event{Envelope{"review-1", day3, day3}, ReviewOpinionGiven{Conclusion::withhold, ""}};
  event.envelope.by = {"qian", "leader_in_charge", {}};
  const auto state = apply(other.state(), event, other.rules());
  ASSERT_EQ(state.opinions.size(), 1U);
  EXPECT_EQ(state.opinions.front().conclusion, Conclusion::withhold);
}

TEST(ReviewHostile, TheDrafterHasNoVoiceInTheConsultationEither) {
  Desk desk;
  desk.act(Actor{"wang", {"drafter", "secrecy_leading_group"}}, submission(), day1);
  desk.act(section_head, ReviewConsultationOpened{"?"}, day1);
  EXPECT_EQ(refused(desk, Actor{"wang", {"secrecy_leading_group"}}, ReviewOpinionGiven{}), 503);
  EXPECT_EQ(refused(desk, for_somebody("wu", "secrecy_leading_group", "wang"), ReviewOpinionGiven{}), 503);
  EXPECT_EQ(refused(desk, secrecy_group, ReviewOpinionGiven{}), 0);
}

TEST(ReviewHostile, TwoDelegationsAreNoWayAroundSeparation) {
  const Actor two{"zhou",
                  {},
                  {Delegation{"section_head", "zhao", day1, std::nullopt, ""},
                   Delegation{"leader_in_charge", "qian", day1, std::nullopt, ""}}};
  auto desk = submitted().act(two, yes(), day2);
  EXPECT_EQ(refused(desk, two, yes()), 503);
  // The one whose role was used decides no other stage through somebody else.
  EXPECT_EQ(refused(desk, for_somebody("wu", "leader_in_charge", "zhao"), yes()), 503);
  EXPECT_EQ(refused(desk, leader_in_charge, yes()), 0);
}

TEST(ReviewHostile, SilenceConsentsToWhatWasConcludedNotToDisclosure) {
  auto rules = ReviewRules::builtin("CN");
  rules.silence = ReviewSilence::is_consent;
  Desk desk{rules};
  desk.act(drafter, submission("silence_is_consent"), Date{2013, 3, 4});
  desk.act(leader_in_charge, ReviewApproved{"", Conclusion::withhold, "art. 14", "涉密", {}}, Date{2013, 3, 4});
  desk.act(the_clock, ReviewConsentBySilence{}, Date{2013, 3, 6});
  EXPECT_EQ(desk.state().stage, ReviewStage::completed);
  ASSERT_TRUE(desk.state().clearance);
  EXPECT_EQ(desk.state().clearance->conclusion, Conclusion::withhold);
  EXPECT_FALSE(desk.state().clearance->permits(digest(1)));
  EXPECT_EQ(desk.state().decisions.back().article, "art. 14");
}

TEST(ReviewHostile, ALimitThatBeginsOnAHolidayCountsWorkingDays) {
  auto rules = ReviewRules::builtin("CN");
  rules.silence = ReviewSilence::is_consent;
  // Handed in on National Day 2024: the next working day is Tuesday, 8 October.
  Desk desk{rules};
  desk.act(drafter, submission("silence_is_consent"), Date{2024, 10, 1});
  EXPECT_EQ(*turn_due(desk.state(), rules)->day(), (Date{2024, 10, 8}));
  EXPECT_EQ(refusal(desk.state(), ReviewConsentBySilence{}, the_clock, Date{2024, 10, 8}, rules), 508);
  EXPECT_EQ(refusal(desk.state(), ReviewConsentBySilence{}, the_clock, Date{2024, 10, 9}, rules), 0);
  // On the Saturday before, whose Sunday (29 September) was worked.
  Desk sunday{rules};
  sunday.act(drafter, submission("silence_is_consent"), Date{2024, 9, 28});
  EXPECT_EQ(*turn_due(sunday.state(), rules)->day(), (Date{2024, 9, 29}));
}

TEST(ReviewHostile, WhatTheCalendarDoesNotKnowLetsNoSilencePass) {
  auto rules = ReviewRules::builtin("CN");
  rules.silence = ReviewSilence::is_consent;
  Desk desk{rules};
  desk.act(drafter, submission("silence_is_consent"), Date{2099, 3, 4});
  EXPECT_FALSE(turn_due(desk.state(), rules)->day());
  EXPECT_THROW((void)decide(desk.state(), ReviewConsentBySilence{}, the_clock, on({2099, 5, 4}), rules),
               CalendarGapError);
  EXPECT_TRUE(overdue_turns({{"review-1", desk.state()}}, {2099, 12, 31}, rules).empty());
}

TEST(ReviewHostile, TurnsThatAreOverdueAreListedWithWhoIsToBeReminded) {
  const auto rules = ReviewRules::builtin("CN");
  Desk late{rules, "late"};
  late.act(drafter, submission("four_stages"), Date{2013, 3, 1}).act(section_head, yes(), Date{2013, 3, 4});
  Desk patient{rules, "patient"};  // no limit, never overdue
  patient.act(drafter, submission(), Date{2013, 3, 4});
  const std::map<std::string, ReviewState> reviews{{"late", late.state()}, {"patient", patient.state()}};
  EXPECT_TRUE(overdue_turns(reviews, {2013, 3, 11}, rules).empty());
  const auto found = overdue_turns(reviews, {2013, 3, 12}, rules);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].review, "late");
  EXPECT_EQ(found[0].role, "general_office");
  EXPECT_EQ(found[0].due, (Date{2013, 3, 11}));
  EXPECT_EQ(found[0].on_timeout, OnTimeout::escalate);
}

TEST(ReviewHostile, GroundsAreThoseOfTheRulebook) {
  const Desk desk;
  auto copy = submission("one_stage", 2);
  copy.redacted_from = digest(1);
  copy.withheld = {{"附件", "shame", "art. 15"}};
  EXPECT_EQ(refused(desk, drafter, copy), 508);
  copy.withheld = {{" ", "personal_privacy", ""}};
  EXPECT_EQ(refused(desk, drafter, copy), 504);
  copy.withheld = {{"附件", "", ""}};
  EXPECT_EQ(refused(desk, drafter, copy), 504);
  copy.withheld = {{"附件", "personal_privacy", ""}};
  EXPECT_EQ(refused(desk, drafter, copy), 0);
  EXPECT_EQ(refused(submitted(), section_head, ReviewRefused{"shame", "art. 14", "x"}), 508);
  EXPECT_EQ(refused(submitted(), section_head, ReviewRefused{"", "art. 14", "x"}), 0);
}

TEST(ReviewHostile, BlankReasonsAndBrokenTextAreNone) {
  EXPECT_EQ(refused(submitted(), section_head, ReviewReturned{" \u3000"}), 504);
  EXPECT_THROW((void)decide(submitted().state(), ReviewReturned{"\xE5"}, section_head, on(day3), submitted().rules()),
               InvalidArgumentError);
}

TEST(ReviewHostile, AnEarlierRoundGivesNoClearanceToTheNext) {
  auto desk = submitted().act(section_head, yes(), day1).act(leader_in_charge, yes(), day2);
  desk.act(drafter, ReviewContentChanged{digest(2), "改稿"}, day2);
  EXPECT_EQ(refused(desk, principal_leader, yes("principal_leader")), 501);
  desk.act(drafter, submission("town_three_stages", 2), day3);
  EXPECT_EQ(refused(desk, principal_leader, yes("principal_leader")), 508);
}

}  // namespace
}  // namespace gongkai::town
