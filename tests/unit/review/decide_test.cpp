// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "unit/review/people.hpp"

namespace gongkai::town {
namespace {

constexpr Date day1{2013, 3, 4};
constexpr Date day2{2013, 3, 5};
constexpr Date day3{2013, 3, 6};

Desk submitted() { return Desk{}.act(drafter, submission(), day1); }

int refused(const Desk& desk, const Actor& actor, const ReviewAction& command, Date day = day3) {
  return refusal(desk.state(), command, actor, day, desk.rules());
}

TEST(ReviewDecide, TheTownReviewsInThreeStagesAndIssuesAClearance) {
  const auto desk =
      submitted().act(section_head, yes(), day1).act(leader_in_charge, yes(), day2).act(principal_leader, yes(), day3);
  EXPECT_EQ(desk.state().stage, ReviewStage::completed);
  ASSERT_TRUE(desk.state().clearance);
  EXPECT_EQ(*desk.state().clearance, (Clearance{"review-1", day3, digest(1), Conclusion::disclose, std::nullopt, {}}));
  EXPECT_TRUE(desk.state().findings.empty());
  EXPECT_EQ(desk.state().decisions.size(), 3U);
}

TEST(ReviewDecide, ARefusalSaysWhatWhereWhatIsAllowedAndTheArticle) {
  const Desk desk;
  try {
    (void)decide(desk.state(), yes(), section_head, on(day1), desk.rules());
    FAIL();
  } catch (const TransitionError& error) {
    EXPECT_EQ(error.code(), ErrorCode::not_in_this_stage);
    EXPECT_EQ(error.action(), "approved");
    EXPECT_EQ(error.stage(), "not_submitted");
    EXPECT_EQ(error.allowed(), std::vector<std::string>{"submitted"});
    EXPECT_EQ(error.article(), "国务院令第492号, art. 14(2)");
    EXPECT_NE(error.message().find("not_submitted; allowed here: submitted"), std::string::npos) << error.message();
  }
}

TEST(ReviewDecide, AStageIsDecidedByItsRole) {
  EXPECT_EQ(refused(submitted(), leader_in_charge, yes()), 502);
  EXPECT_EQ(refused(submitted(), section_head, yes()), 0);
  EXPECT_EQ(refused(submitted(), principal_leader, yes("principal_leader")), 508);
}

TEST(ReviewDecide, AnOptionalStageMayBePassedOverOrDecided) {
  auto desk = submitted().act(section_head, yes(), day1).act(leader_in_charge, yes(), day2);
  EXPECT_EQ(turn_of(desk.state(), desk.rules())->stage, "secrecy_leading_group");
  EXPECT_EQ(refused(desk, principal_leader, yes()), 0);
  desk.act(secrecy_group, yes(), day2);
  EXPECT_EQ(desk.state().stage, ReviewStage::in_review);
  EXPECT_EQ(turn_of(desk.state(), desk.rules())->stage, "principal_leader");
}

TEST(ReviewDecide, NobodyReviewsWhatHeDraftedNorDecidesTwice) {
  const Actor both{"wang", {"drafter", "section_head"}};
  EXPECT_EQ(refused(submitted(), both, yes()), 503);
  const Actor everything{"zhao", {"section_head", "leader_in_charge"}};
  EXPECT_EQ(refused(submitted().act(section_head, yes(), day1), everything, yes()), 503);
}

TEST(ReviewDecide, ADelegationLendsTheRoleButNoWayAroundSeparation) {
  const Actor stand_in{"zhou", {}, {Delegation{"section_head", "zhao", day1, day3, "代行通知"}}};
  const auto desk = submitted().act(stand_in, yes(), day2);
  EXPECT_EQ(desk.state().decisions.front().by, (Capacity{"zhou", "section_head", "zhao"}));
  EXPECT_EQ(refused(submitted(), Actor{"zhou", {}, {Delegation{"section_head", "zhao", day1, day2, ""}}}, yes(), day3),
            502);
  // The stand-in has decided the first stage, and so has the one he stood in for.
  const Actor again{"zhou", {"leader_in_charge"}};
  EXPECT_EQ(refused(desk, again, yes()), 503);
  const Actor lender{"zhao", {"leader_in_charge"}};
  EXPECT_EQ(refused(desk, lender, yes()), 503);
  // Who drafted may not decide through somebody else either.
  const Actor for_drafter{"wu", {}, {Delegation{"section_head", "wang", day1, std::nullopt, ""}}};
  EXPECT_EQ(refused(submitted(), for_drafter, yes()), 503);
}

TEST(ReviewDecide, AConclusionOtherThanDisclosureNeedsArticleAndReason) {
  EXPECT_EQ(refused(submitted(), section_head, ReviewApproved{"", Conclusion::withhold, "", "x", {}}), 504);
  EXPECT_EQ(refused(submitted(), section_head, ReviewApproved{"", Conclusion::withhold, "art. 14", "", {}}), 504);
  EXPECT_EQ(refused(submitted(), section_head, ReviewApproved{"", Conclusion::withhold, "art. 14", "x", {}}), 0);
  EXPECT_EQ(refused(submitted(), section_head, ReviewApproved{"", Conclusion::refer, "art. 14", "x", {}}), 508);
  EXPECT_EQ(refused(submitted(), section_head, ReviewRefused{"state_secret", "", "x"}), 504);
  EXPECT_EQ(refused(submitted(), section_head, ReviewReturned{""}), 504);
  EXPECT_EQ(refused(submitted(), section_head, ReviewReferred{"", "?"}), 504);
}

TEST(ReviewDecide, OnlyTheContentThatWasHandedInIsApproved) {
  auto approval = yes();
  approval.seen = digest(2);
  EXPECT_EQ(refused(submitted(), section_head, approval), 505);
  approval.seen = digest(1);
  EXPECT_EQ(refused(submitted(), section_head, approval), 0);
}

TEST(ReviewDecide, AChangeOfContentMakesTheClearanceLapse) {
  auto desk =
      submitted().act(section_head, yes(), day1).act(leader_in_charge, yes(), day2).act(principal_leader, yes(), day3);
  EXPECT_EQ(refused(desk, drafter, ReviewContentChanged{digest(1), ""}), 508);
  desk.act(drafter, ReviewContentChanged{digest(2), "表格更新"}, day3);
  EXPECT_EQ(desk.state().stage, ReviewStage::lapsed);
  EXPECT_FALSE(desk.state().clearance);
  desk.act(drafter, submission("town_three_stages", 2), day3).act(section_head, yes(), day3);
  EXPECT_EQ(desk.state().round, 2);
  EXPECT_EQ(desk.state().next_stage, 1U);
}

TEST(ReviewDecide, ARefusalEndsAReviewUntilItIsHandedInAgain) {
  auto desk =
      submitted().act(section_head, ReviewRefused{"process_information", "国务院令第492号, art. 8", "讨论稿"}, day2);
  EXPECT_EQ(desk.state().stage, ReviewStage::refused);
  EXPECT_FALSE(desk.state().clearance);
  EXPECT_EQ(refused(desk, drafter, submission("town_three_stages", 2)), 0);
}

TEST(ReviewDecide, AConsultationNeedsItsQuorumAndBindsWhatFollows) {
  auto desk = submitted().act(section_head, ReviewConsultationOpened{"附件可否公开"}, day1);
  EXPECT_EQ(refused(desk, section_head, yes()), 501);
  EXPECT_EQ(refused(desk, section_head, ReviewConsultationConcluded{Conclusion::disclose, ""}), 506);
  desk.act(section_head, ReviewOpinionGiven{Conclusion::disclose, ""}, day2);
  desk.act(secrecy_group, ReviewOpinionGiven{Conclusion::disclose_in_part, "附件含名单"}, day2);
  // Two persons, but the leader in charge must speak.
  EXPECT_EQ(refused(desk, section_head, ReviewConsultationConcluded{Conclusion::disclose, ""}), 506);
  EXPECT_EQ(refused(desk, drafter, ReviewOpinionGiven{Conclusion::disclose, ""}), 502);
  desk.act(leader_in_charge, ReviewOpinionGiven{Conclusion::disclose_in_part, ""}, day2);
  EXPECT_EQ(refused(desk, section_head, ReviewConsultationConcluded{Conclusion::disclose, ""}), 508);
  desk.act(section_head, ReviewConsultationConcluded{Conclusion::disclose_in_part, "隐去名单"}, day3);
  EXPECT_EQ(desk.state().stage, ReviewStage::in_review);
  EXPECT_EQ(refused(desk, section_head, yes()), 508);
  desk.act(section_head, ReviewApproved{"", Conclusion::disclose_in_part, "art. 22", "隐去名单", {}}, day3);
  EXPECT_TRUE(desk.state().findings.empty());
}

TEST(ReviewDecide, AReferralWaitsForItsAnswerWhichBinds) {
  auto desk = submitted().act(section_head, ReviewReferred{"密云县国家保密局", "是否涉密"}, day1);
  EXPECT_EQ(desk.state().stage, ReviewStage::referred);
  EXPECT_EQ(refused(desk, section_head, yes()), 501);
  EXPECT_EQ(refused(desk, drafter, ReviewReferralAnswered{Conclusion::withhold, "", "", ""}), 504);
  desk.act(drafter, ReviewReferralAnswered{Conclusion::withhold, "密保函2013-3", "art. 14", "涉密"}, day2);
  EXPECT_EQ(desk.state().binding->source, "密云县国家保密局");
  EXPECT_EQ(refused(desk, section_head, yes()), 508);
  EXPECT_EQ(refused(desk, section_head, ReviewRefused{"state_secret", "art. 14", "涉密"}), 0);
}

TEST(ReviewDecide, ARedactedCopyNamesItsOriginalAndWhatItLeavesOut) {
  auto copy = submission("one_stage", 2);
  copy.withheld = {{"附件1第3列", "personal_privacy", "art. 15"}};
  const Desk desk;
  EXPECT_EQ(refused(desk, drafter, copy), 508);
  copy.redacted_from = digest(2);
  EXPECT_EQ(refused(desk, drafter, copy), 508);
  copy.redacted_from = digest(1);
  auto empty = copy;
  empty.withheld.clear();
  EXPECT_EQ(refused(desk, drafter, empty), 504);
  const auto done = Desk{}.act(drafter, copy, day1).act(Actor{"office", {"disclosure_office"}}, yes(), day2);
  ASSERT_TRUE(done.state().clearance);
  EXPECT_EQ(done.state().clearance->redacted_from, digest(1));
  EXPECT_EQ(done.state().clearance->withheld, copy.withheld);
}

TEST(ReviewDecide, SilenceIsConsentOnlyWhereTheOfficeAndTheCallerSaySo) {
  const Actor clock{"clock", {"system"}};
  auto rules = ReviewRules::builtin("CN");
  Desk desk{rules};
  desk.act(drafter, submission("silence_is_consent"),
           Date{2013, 3, 8});  // a Friday: one working day is Monday, the 11th
  EXPECT_EQ(refused(desk, clock, ReviewConsentBySilence{}, Date{2013, 3, 12}), 508);
  rules.silence = ReviewSilence::is_consent;
  EXPECT_EQ(*turn_due(desk.state(), rules)->day(), (Date{2013, 3, 11}));
  EXPECT_EQ(refusal(desk.state(), ReviewConsentBySilence{}, clock, Date{2013, 3, 11}, rules), 508);
  EXPECT_EQ(refusal(desk.state(), ReviewConsentBySilence{}, clock, Date{2013, 3, 12}, rules), 0);
  // A policy that says nothing of the kind stays as it is.
  Desk other{rules};
  other.act(drafter, submission(), day1);
  EXPECT_EQ(refused(other, clock, ReviewConsentBySilence{}), 508);
}

TEST(ReviewDecide, AStageThatIsLateIsEscalatedWhereThePolicySaysSo) {
  Desk desk;
  desk.act(drafter, submission("four_stages"), Date{2013, 3, 4}).act(section_head, yes(), Date{2013, 3, 4});
  const Actor clock{"clock", {"system"}};
  EXPECT_EQ(*turn_due(desk.state(), desk.rules())->day(), (Date{2013, 3, 11}));
  EXPECT_EQ(refused(desk, clock, ReviewEscalated{"逾期"}, Date{2013, 3, 11}), 508);
  desk.act(clock, ReviewEscalated{"逾期"}, Date{2013, 3, 12});
  EXPECT_EQ(turn_of(desk.state(), desk.rules())->stage, "leader_in_charge");
  EXPECT_EQ(refused(desk, clock, ReviewEscalated{"逾期"}, Date{2013, 3, 12}), 508);
}

TEST(ReviewDecide, DaysRunForward) {
  const auto desk = submitted();
  EXPECT_EQ(refused(desk, section_head, yes(), Date{2013, 3, 3}), 507);
  try {
    (void)decide(desk.state(), yes(), section_head, When{day3, day2}, desk.rules());
    FAIL();
  } catch (const TransitionError& error) {
    EXPECT_EQ(error.code(), ErrorCode::days_out_of_order);
  }
}

TEST(ReviewDecide, AnUnknownPolicyAndARetractionAreNoCommands) {
  const Desk desk;
  EXPECT_EQ(refused(desk, drafter, submission("no_such_policy")), 508);
  EXPECT_THROW((void)decide(desk.state(), ReviewRetracted{}, drafter, on(day1), desk.rules()), InvalidArgumentError);
}

}  // namespace
}  // namespace gongkai::town
