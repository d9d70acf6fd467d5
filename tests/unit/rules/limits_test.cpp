// SPDX-License-Identifier: Apache-2.0
// The limits of both Regulations and of the remedies, each against what its source prints. R2008: 国务院令第492号,
// R2019: 国务院令第711号, F207: 国办公开办函〔2015〕207号, FEE: 国办函〔2020〕109号, AR: formats of the annual report
// (国办公开办函〔2019〕60号, 〔2021〕30号), ARL: 行政复议法 2023, ALL: 行政诉讼法 2017, SPC25: 法释〔2025〕8号.
#include <gtest/gtest.h>

#include <gongkai/error.hpp>
#include <gongkai/rules/builtin.hpp>
#include <gongkai/rules/rulebook.hpp>
#include <vector>

namespace gongkai {
namespace {

const Rulebook& book() {
  static const Rulebook rulebook = Rulebook::builtin("cn");
  return rulebook;
}

constexpr Date first_ever{2008, 5, 1};
constexpr Date last_of_2008{2019, 5, 14};
constexpr Date first_of_2019{2019, 5, 15};
constexpr Date today{2026, 1, 5};

std::int32_t working_days(Code rule, Date day) { return book().at(rule, day).working_days().count(); }
ValueState state(Code rule, Date day) { return book().at(rule, day).state(); }

TEST(Limits, ProactiveDisclosureHasTwentyWorkingDaysInBothRegulations) {
  // R2008 art. 18, R2019 art. 26
  EXPECT_EQ(working_days(cn::rule::proactive_disclosure, first_ever), 20);
  EXPECT_EQ(working_days(cn::rule::proactive_disclosure, today), 20);
  EXPECT_EQ(book().at(cn::rule::proactive_disclosure, last_of_2008).entry().citations.front(),
            Citation("国务院令第492号", "art. 18"));
  EXPECT_EQ(book().at(cn::rule::proactive_disclosure, first_of_2019).entry().citations.front(),
            Citation("国务院令第711号", "art. 26"));
}

TEST(Limits, TheReplyPeriodChangesOnTheFifteenthOfMay2019) {
  // R2008 art. 24(2): 15; R2019 art. 33(2): 20
  EXPECT_EQ(state(cn::rule::reply, Date{2008, 4, 30}), ValueState::no_rule);
  EXPECT_EQ(working_days(cn::rule::reply, first_ever), 15);
  EXPECT_EQ(working_days(cn::rule::reply, last_of_2008), 15);
  EXPECT_EQ(working_days(cn::rule::reply, first_of_2019), 20);
  EXPECT_EQ(working_days(cn::rule::reply, today), 20);
  EXPECT_EQ(book().definition("reply").selected_by, cn::day::clock_start);
  EXPECT_EQ(book().definition("reply").counted_from, cn::day::clock_start);
}

TEST(Limits, TheExtensionIsAsLongAsTheReplyPeriodAndTogetherTheyAreThirtyAndForty) {
  EXPECT_EQ(working_days(cn::rule::extension, last_of_2008), 15);   // R2008 art. 24(2)
  EXPECT_EQ(working_days(cn::rule::extension, first_of_2019), 20);  // R2019 art. 33(2)
  EXPECT_EQ(working_days(cn::rule::reply, last_of_2008) + working_days(cn::rule::extension, last_of_2008), 30);
  EXPECT_EQ(working_days(cn::rule::reply, first_of_2019) + working_days(cn::rule::extension, first_of_2019), 40);
  const std::vector<Code> conditions{cn::extension_condition::head_agrees, cn::extension_condition::applicant_told};
  EXPECT_EQ(book().at(cn::rule::extension_conditions, last_of_2008).set(), conditions);
  EXPECT_EQ(book().at(cn::rule::extension_conditions, first_of_2019).set(), conditions);
}

TEST(Limits, AnAnswerOnTheSpotIsGivenWherePossible) {
  // R2008 art. 24(1), R2019 art. 33(1)
  EXPECT_EQ(book().at(cn::rule::reply_on_the_spot, last_of_2008).choice(), cn::timing::at_once_when_possible);
  EXPECT_EQ(book().at(cn::rule::reply_on_the_spot, today).choice(), cn::timing::at_once_when_possible);
}

TEST(Limits, ACorrectionNoticeHasNoLimitBefore2019AndSevenWorkingDaysSince) {
  // R2008 art. 21(4): none; R2019 art. 30: 7 working days, once, a reasonable period, abandoned when missed
  EXPECT_EQ(state(cn::rule::correction_notice, last_of_2008), ValueState::not_stated);
  EXPECT_EQ(working_days(cn::rule::correction_notice, first_of_2019), 7);
  EXPECT_EQ(state(cn::rule::correction_notices, last_of_2008), ValueState::no_rule);
  EXPECT_EQ(book().at(cn::rule::correction_notices, first_of_2019).count(), 1);
  EXPECT_EQ(state(cn::rule::correction_period, last_of_2008), ValueState::not_stated);
  EXPECT_EQ(state(cn::rule::correction_period, today), ValueState::not_stated);
  EXPECT_EQ(state(cn::rule::correction_overdue, last_of_2008), ValueState::not_stated);
  EXPECT_EQ(book().at(cn::rule::correction_overdue, first_of_2019).choice(), cn::lapse_effect::deemed_abandoned);
  // Jiangsu norm, forwarded nationally on 2020-01-10: generally at most 15 working days
  EXPECT_EQ(state(cn::rule::correction_period_norm, Date{2020, 1, 9}), ValueState::no_rule);
  EXPECT_EQ(working_days(cn::rule::correction_period_norm, Date{2020, 1, 10}), 15);
}

TEST(Limits, WhatInterruptsTheReplyPeriod) {
  const auto effect = [](Code what, Date day) { return book().at(cn::rule::clock_effect, what, day); };
  using namespace cn::interruption;  // NOLINT(google-build-using-namespace): its members read as the law does
  // R2008: art. 24(3) third parties only; of a correction art. 21(4) says nothing
  EXPECT_EQ(effect(third_party_consultation, last_of_2008).choice(), cn::clock_effect::not_counted);
  EXPECT_EQ(effect(other_agency_consultation, last_of_2008).state(), ValueState::no_rule);
  EXPECT_EQ(effect(correction, last_of_2008).state(), ValueState::not_stated);
  // R2019: art. 30 restart; art. 33(3) third parties and other agencies; art. 35 is silent
  EXPECT_EQ(effect(correction, first_of_2019).choice(), cn::clock_effect::restart);
  EXPECT_EQ(effect(third_party_consultation, first_of_2019).choice(), cn::clock_effect::not_counted);
  EXPECT_EQ(effect(other_agency_consultation, first_of_2019).choice(), cn::clock_effect::not_counted);
  EXPECT_EQ(effect(excessive_reasons, first_of_2019).state(), ValueState::not_stated);
  // FEE art. 6, from memory of practitioners
  EXPECT_EQ(effect(fee_notice, Date{2020, 12, 31}).state(), ValueState::no_rule);
  EXPECT_EQ(effect(fee_notice, Date{2021, 1, 1}).choice(), cn::clock_effect::restart);
  EXPECT_EQ(effect(fee_notice, Date{2021, 1, 1}).entry().verification, Verification::unverified);
}

TEST(Limits, OthersWhoAreConsultedHaveFifteenWorkingDaysSince2019) {
  // R2008 art. 23 and 7 state no limit; R2019 art. 32 and 34
  EXPECT_EQ(state(cn::rule::third_party_answer, last_of_2008), ValueState::not_stated);
  EXPECT_EQ(state(cn::rule::other_agency_answer, last_of_2008), ValueState::not_stated);
  EXPECT_EQ(working_days(cn::rule::third_party_answer, first_of_2019), 15);
  EXPECT_EQ(working_days(cn::rule::other_agency_answer, first_of_2019), 15);
  // Silence of a third party is neither consent nor refusal (art. 32); that of a joint author is consent (art. 34).
  EXPECT_EQ(state(cn::rule::third_party_silence, last_of_2008), ValueState::not_stated);
  EXPECT_EQ(book().at(cn::rule::third_party_silence, today).choice(), cn::silence_effect::agency_decides);
  EXPECT_EQ(book().at(cn::rule::other_agency_silence, today).choice(), cn::silence_effect::consent);
  // R2008 art. 23: refusal blocks unless the public interest is gravely affected
  EXPECT_EQ(book().at(cn::rule::third_party_refusal, last_of_2008).choice(),
            cn::refusal_effect::blocks_unless_public_interest);
  EXPECT_EQ(book().at(cn::rule::third_party_refusal, today).choice(), cn::refusal_effect::withheld_if_reasonable);
}

TEST(Limits, ADeferralOfExcessiveRequestsHasNoMaximum) {
  EXPECT_EQ(state(cn::rule::excessive_deferral, last_of_2008), ValueState::no_rule);
  EXPECT_EQ(state(cn::rule::excessive_deferral, today), ValueState::not_stated);  // R2019 art. 35
}

TEST(Limits, AFeeIsPaidWithinTwentyWorkingDays) {
  // FEE, applicable from 2021-01-01
  EXPECT_EQ(state(cn::rule::fee_payment, Date{2020, 12, 31}), ValueState::no_rule);
  EXPECT_EQ(working_days(cn::rule::fee_payment, Date{2021, 1, 1}), 20);
  EXPECT_EQ(book().definition("fee_payment").counted_from, cn::day::notice_received);
  EXPECT_EQ(book().at(cn::rule::fee_notice, today).choice(), cn::timing::within_reply_period);
  EXPECT_EQ(book().at(cn::rule::fee_unpaid, today).choice(), cn::lapse_effect::deemed_abandoned);
}

TEST(Limits, AnnualReportsAreDueByLevel) {
  const auto due = [](Code body, int year) {
    return book().at(cn::rule::annual_report, body, Date{year, 12, 31}).day_of_year().in(year + 1);
  };
  const auto none = [](Code body, int year) {
    return book().at(cn::rule::annual_report, body, Date{year, 12, 31}).state();
  };
  EXPECT_EQ(due(cn::body::every_agency, 2008), Date(2009, 3, 31));  // R2008 art. 31
  EXPECT_EQ(due(cn::body::every_agency, 2018), Date(2019, 3, 31));
  EXPECT_EQ(none(cn::body::every_agency, 2019), ValueState::abolished);  // R2019 art. 56
  EXPECT_EQ(none(cn::body::department, 2018), ValueState::no_rule);
  EXPECT_EQ(due(cn::body::department, 2019), Date(2020, 1, 31));        // R2019 art. 49(1)
  EXPECT_EQ(due(cn::body::local_government, 2019), Date(2020, 3, 31));  // R2019 art. 49(2)
  EXPECT_EQ(none(cn::body::town, 2020), ValueState::not_stated);
  EXPECT_EQ(due(cn::body::town, 2021), Date(2022, 1, 31));        // AR2021 二(一)
  EXPECT_EQ(due(cn::body::county, 2019), Date(2020, 2, 20));      // AR2019
  EXPECT_EQ(due(cn::body::prefecture, 2023), Date(2024, 3, 10));  // AR
  EXPECT_EQ(due(cn::body::province, 2023), Date(2024, 3, 31));    // AR
  EXPECT_EQ(due(cn::body::vertical_system, 2023), Date(2024, 3, 31));
  const auto department = book().at(cn::rule::annual_report, cn::body::department, today);
  const auto county = book().at(cn::rule::annual_report, cn::body::county, today);
  EXPECT_EQ(department.entry().standing, Standing::statute);
  EXPECT_EQ(county.entry().standing, Standing::notice) << "an internal date is no statutory one";
}

struct Start {
  Code channel;
  std::optional<Code> in_2008;  // none: not stated
  std::optional<Code> in_2019;
};

TEST(ClockRules, EveryChannelHasItsDayUnderEachRegulation) {
  using namespace cn::start_rule;  // NOLINT(google-build-using-namespace): its members read as the law does
  // F207 (practice under R2008), Guiding Case 26 for the online form; R2019 art. 31
  const std::vector<Start> table{
      {cn::channel::in_person, submission_day, submission_day},
      {cn::channel::registered_mail, signing_day, signing_day},
      {cn::channel::ordinary_mail, office_confirmation, office_confirmation},
      {cn::channel::other_unit, office_confirmation, std::nullopt},
      {cn::channel::online, system_confirmation, mutual_confirmation},
      {cn::channel::email, system_receipt, mutual_confirmation},
      {cn::channel::fax, mutual_confirmation, mutual_confirmation},
      {cn::channel::other, agency_rule, std::nullopt},
      {cn::channel::oral, std::nullopt, submission_day},
  };
  EXPECT_EQ(table.size(), book().taxonomy("channel").size());
  const auto rule = [](Code channel, Date day) -> std::optional<Code> {
    const auto answer = book().at(cn::rule::clock_start, channel, day);
    if (answer.state() == ValueState::not_stated) {
      return std::nullopt;
    }
    return answer.choice();
  };
  for (const auto& row : table) {
    EXPECT_EQ(rule(row.channel, last_of_2008), row.in_2008) << row.channel;
    EXPECT_EQ(rule(row.channel, first_ever), row.in_2008) << row.channel;
    EXPECT_EQ(rule(row.channel, first_of_2019), row.in_2019) << row.channel;
  }
  EXPECT_EQ(book().at("clock_start", "oral", today).entry().standing, Standing::inference);
}

TEST(Remedies, ReconsiderationHasSixtyDaysAndItsProcedureItsOwnLimits) {
  const auto calendar_days = [](Code rule, Date day) { return book().at(rule, day).calendar_days().count(); };
  using namespace cn::rule;                                           // NOLINT(google-build-using-namespace)
  EXPECT_EQ(calendar_days(reconsideration, Date{2013, 12, 31}), 60);  // 60 days throughout
  EXPECT_EQ(calendar_days(reconsideration, Date{2023, 12, 31}), 60);
  EXPECT_EQ(calendar_days(reconsideration, Date{2024, 1, 1}), 60);  // ARL art. 20
  EXPECT_EQ(book().at(reconsideration, Date{2023, 12, 31}).entry().verification, Verification::unverified);
  EXPECT_EQ(book().at(reconsideration, Date{2024, 1, 1}).entry().verification, Verification::verified);
  EXPECT_EQ(book().at(reconsideration_not_notified, today).time_limit(), (TimeLimit{1, TimeUnit::years}));
  EXPECT_EQ(calendar_days(reconsideration_of_silence, today), 60);
  EXPECT_EQ(book().at(reconsideration_absolute, today).time_limit(), (TimeLimit{5, TimeUnit::years}));  // ARL art. 21
  EXPECT_EQ(book().at(reconsideration_absolute_real_estate, today).time_limit(), (TimeLimit{20, TimeUnit::years}));
  EXPECT_EQ(working_days(reconsideration_acceptance, today), 5);      // ARL art. 30, 88
  EXPECT_EQ(working_days(reconsideration_answer, today), 10);         // ARL art. 48, 88
  EXPECT_EQ(working_days(reconsideration_answer_summary, today), 5);  // ARL art. 54, 88
  EXPECT_EQ(calendar_days(reconsideration_decision, today), 60);      // ARL art. 62
  EXPECT_EQ(calendar_days(reconsideration_decision_extension, today), 30);
  EXPECT_EQ(calendar_days(reconsideration_decision_summary, today), 30);
}

TEST(Remedies, TheDirectLawsuitHasThreeMonthsBeforeMay2015AndSixSince) {
  const auto limit = [](Date day) { return book().at(cn::rule::litigation_direct, day).time_limit(); };
  EXPECT_EQ(limit(Date{2015, 4, 30}), (TimeLimit{3, TimeUnit::months}));
  EXPECT_EQ(limit(Date{2015, 5, 1}), (TimeLimit{6, TimeUnit::months}));
  EXPECT_EQ(limit(Date{2017, 7, 1}), (TimeLimit{6, TimeUnit::months}));  // ALL art. 46
  EXPECT_EQ(book().at(cn::rule::litigation_direct, Date{2015, 4, 30}).entry().verification, Verification::unverified);
  EXPECT_EQ(book().at(cn::rule::litigation_direct, today).entry().verification, Verification::verified);
  for (const Date day : {first_ever, Date{2015, 4, 30}, Date{2015, 5, 1}, Date{2023, 12, 31}, today}) {
    EXPECT_EQ(book().at(cn::rule::litigation_after_reconsideration, day).calendar_days(), CalendarDays{15});
  }
  EXPECT_EQ(book().at(cn::rule::litigation_of_silence, today).time_limit(), (TimeLimit{6, TimeUnit::months}));
  EXPECT_EQ(book().at(cn::rule::litigation_answer, today).calendar_days(), CalendarDays{15});  // ALL art. 67
}

TEST(Remedies, ReconsiderationComesFirstForRefusalsSince2024) {
  // ARL art. 23(1)(4): since 2024-01-01; refusals under R2019 art. 14-16, partial ones included, not art. 36(7)
  EXPECT_EQ(state(cn::rule::mandatory_reconsideration, Date{2023, 12, 31}), ValueState::no_rule);
  const auto mandatory = book().at(cn::rule::mandatory_reconsideration, Date{2024, 1, 1});
  EXPECT_TRUE(mandatory.holds(cn::outcome::denied_state_secret));
  EXPECT_TRUE(mandatory.holds(cn::outcome::denied_enforcement_file));
  EXPECT_TRUE(mandatory.holds(cn::outcome::partially_granted));
  EXPECT_FALSE(mandatory.holds(cn::outcome::denied_administrative_query));
  EXPECT_FALSE(mandatory.holds(cn::outcome::unable_not_held));
  EXPECT_FALSE(mandatory.holds(cn::outcome::not_processed_petition));
  EXPECT_FALSE(mandatory.holds(cn::outcome::granted));
}

TEST(Remedies, WhatTheInterpretationOf2025Adds) {
  EXPECT_EQ(state(cn::rule::court_ordered_disclosure, Date{2025, 5, 31}), ValueState::no_rule);
  EXPECT_EQ(working_days(cn::rule::court_ordered_disclosure, Date{2025, 6, 1}), 20);  // SPC25 art. 11
  const auto acts = book().at(cn::rule::not_actionable, Date{2025, 6, 1});            // SPC25 art. 10
  EXPECT_EQ(acts.set().size(), 8U);
  EXPECT_TRUE(acts.holds(cn::agency_act::extension_notice));
  EXPECT_TRUE(acts.holds(cn::agency_act::fee_decision));
  EXPECT_EQ(state(cn::rule::complaint, today), ValueState::not_stated);  // R2019 art. 47(2), 51
}

TEST(Limits, WhatIsPostedAnswersOnTheDayOfPosting) {
  // 国办公开办函〔2016〕235号
  const auto day = [](Code service) { return book().at(cn::rule::reply_day, service, today).choice(); };
  EXPECT_EQ(day(cn::service::china_post), cn::dispatch_day::posting_day);
  EXPECT_EQ(day(cn::service::direct), cn::dispatch_day::signing_day);
  EXPECT_EQ(day(cn::service::entrusted), cn::dispatch_day::signing_day);
}

TEST(Limits, SecrecyPeriodsAndReports) {
  const auto years = [](Code level) { return book().at(cn::rule::secrecy_period, level, today).time_limit(); };
  EXPECT_EQ(years(cn::secrecy_level::top_secret), (TimeLimit{30, TimeUnit::years}));  // 保守国家秘密法 2024 art. 20
  EXPECT_EQ(years(cn::secrecy_level::secret), (TimeLimit{20, TimeUnit::years}));
  EXPECT_EQ(years(cn::secrecy_level::confidential), (TimeLimit{10, TimeUnit::years}));
  EXPECT_EQ(working_days(cn::rule::provisional_classification_report, today), 10);  // 实施条例 2024 art. 25
  EXPECT_EQ(state(cn::rule::undecided_report, today), ValueState::not_stated);      // R2019 art. 17(3)
}

TEST(Grounds, HaveTheirForceByRegulation) {
  const auto force = [](Code ground, Date day) { return book().at(cn::rule::withholding, ground, day); };
  EXPECT_EQ(force(cn::ground::state_secret, last_of_2008).choice(), cn::withholding_force::must_not);
  EXPECT_EQ(force(cn::ground::internal_affairs, last_of_2008).state(), ValueState::no_rule);  // R2008 has none
  EXPECT_EQ(force(cn::ground::internal_affairs, today).choice(), cn::withholding_force::may);
  EXPECT_EQ(force(cn::ground::process_information, today).choice(), cn::withholding_force::may_unless_law);
  EXPECT_EQ(force(cn::ground::personal_privacy, today).choice(), cn::withholding_force::must_not_unless);
  EXPECT_EQ(force(cn::ground::administrative_query, today).choice(), cn::withholding_force::refer);
}

}  // namespace
}  // namespace gongkai
