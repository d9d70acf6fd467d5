// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <gongkai/error.hpp>
#include <gongkai/rules/builtin.hpp>
#include <gongkai/rules/rulebook.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace gongkai {
namespace {

const Rulebook& book() {
  static const Rulebook rulebook = Rulebook::builtin("cn");
  return rulebook;
}

TEST(Taxonomy, TheTwentyOneOutcomesStandInTheOrderOfTheForm) {
  // 国办公开办函〔2021〕30号, table of chapter 三, rows 3-23
  const std::vector<Code> rows{cn::outcome::granted,
                               cn::outcome::partially_granted,
                               cn::outcome::denied_state_secret,
                               cn::outcome::denied_law_prohibited,
                               cn::outcome::denied_security_stability,
                               cn::outcome::denied_third_party,
                               cn::outcome::denied_internal_affairs,
                               cn::outcome::denied_process,
                               cn::outcome::denied_enforcement_file,
                               cn::outcome::denied_administrative_query,
                               cn::outcome::unable_not_held,
                               cn::outcome::unable_needs_creation,
                               cn::outcome::unable_still_unclear,
                               cn::outcome::not_processed_petition,
                               cn::outcome::not_processed_repeat,
                               cn::outcome::not_processed_publication,
                               cn::outcome::not_processed_excessive,
                               cn::outcome::not_processed_reconfirm,
                               cn::outcome::other_correction_overdue,
                               cn::outcome::other_fee_overdue,
                               cn::outcome::other_misc};
  const auto outcomes = book().taxonomy("outcome");
  ASSERT_EQ(outcomes.size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(outcomes.members()[i].code, rows[i]);
    EXPECT_EQ(outcomes.position(rows[i]), i);
    EXPECT_FALSE(outcomes.members()[i].citations.empty());
    EXPECT_FALSE(outcomes.members()[i].printed.empty());
  }
}

TEST(Taxonomy, TheSixGroupsHaveTheSpansOfTheForm) {
  const auto outcomes = book().taxonomy("outcome");
  EXPECT_EQ(outcomes.groups(), "outcome_group");
  ASSERT_EQ(book().taxonomy("outcome_group").size(), 6U);
  EXPECT_EQ(outcomes.in_group(cn::outcome_group::granted).size(), 1U);
  EXPECT_EQ(outcomes.in_group(cn::outcome_group::partially_granted).size(), 1U);
  EXPECT_EQ(outcomes.in_group(cn::outcome_group::denied).size(), 8U);
  EXPECT_EQ(outcomes.in_group(cn::outcome_group::unable).size(), 3U);
  EXPECT_EQ(outcomes.in_group(cn::outcome_group::not_processed).size(), 5U);
  EXPECT_EQ(outcomes.in_group(cn::outcome_group::other).size(), 3U);
}

TEST(Taxonomy, TheArticlesOfOutcomes) {
  const auto article = [](Code code) { return book().taxonomy("outcome").at(code).citations.front().to_string(); };
  EXPECT_EQ(article(cn::outcome::granted), "国务院令第711号, art. 36(1), 36(2)");
  EXPECT_EQ(article(cn::outcome::denied_process), "国务院令第711号, art. 16(2)");
  EXPECT_EQ(article(cn::outcome::unable_needs_creation), "国务院令第711号, art. 38");
  EXPECT_EQ(article(cn::outcome::not_processed_excessive), "国务院令第711号, art. 35");
}

TEST(Taxonomy, TheClosedListsAreComplete) {
  const auto size = [](const char* name) { return book().taxonomy(name).size(); };
  EXPECT_EQ(size("applicant_type"), 6U);   // the six columns of the form
  EXPECT_EQ(size("statutory_item"), 15U);  // R2019 art. 20
  EXPECT_EQ(size("catalogue_class"), 5U);
  EXPECT_EQ(size("ground"), 10U);
  EXPECT_EQ(size("remedy"), 3U);
  EXPECT_EQ(size("remedy_result"), 4U);
  EXPECT_EQ(size("secrecy_level"), 3U);
  EXPECT_EQ(size("rule"), book().definitions().size());
  EXPECT_EQ(book().taxonomy("applicant_type").in_group(cn::applicant_group::organisations).size(), 5U);
}

TEST(Taxonomy, BeijingsClassesAreBeijings) {
  EXPECT_EQ(book().taxonomy("catalogue_class").place(), "CN-BJ");
  EXPECT_EQ(book().taxonomy("outcome").place(), "CN");
}

TEST(Taxonomy, EveryGroundLeadsToTheOutcomeUnderWhichItIsCounted) {
  const auto grounds = book().taxonomy("ground");
  EXPECT_EQ(grounds.at(cn::ground::personal_privacy).group, cn::outcome::denied_third_party);
  EXPECT_EQ(grounds.at(cn::ground::enforcement_file).group, cn::outcome::denied_enforcement_file);
  for (const auto& member : grounds.members()) {
    ASSERT_TRUE(member.group);
    EXPECT_EQ(book().taxonomy("outcome").at(*member.group).group, cn::outcome_group::denied) << member.code;
  }
}

TEST(Taxonomy, LabelsOfFormsAreFoundAndThoseThatMeanSeveralAreNot) {
  const auto outcomes = book().taxonomy("outcome");
  const auto found = [&](const char* label) { return outcomes.find_label(label); };
  ASSERT_NE(found("予以公开"), nullptr);
  EXPECT_EQ(found("（一）予以公开")->code, cn::outcome::granted);
  EXPECT_EQ(found("信息不存在")->code, cn::outcome::unable_not_held);
  EXPECT_EQ(found("商业秘密")->code, cn::outcome::denied_third_party);
  // Older labels that can mean two codes, or none.
  EXPECT_EQ(found("告知通过其他途径办理"), nullptr);
  EXPECT_EQ(found("申请内容不明确"), nullptr);
  EXPECT_EQ(found("否决公开答复总数"), nullptr);
  EXPECT_EQ(found(""), nullptr);
}

TEST(Taxonomy, EveryMemberHasALabelInBothLanguages) {
  for (const auto& name : book().taxonomies()) {
    for (const auto& member : book().taxonomy(name).members()) {
      EXPECT_FALSE(member.label.en.empty()) << member.code;
      EXPECT_FALSE(member.label.zh.empty()) << member.code;
      EXPECT_EQ(book().label(member.code, Language::zh), member.label.zh);
      EXPECT_EQ(member.code.taxonomy(), "cn." + name);
    }
  }
}

TEST(Taxonomy, TheConstantsAreTheCodesOfTheRulebook) {
  EXPECT_EQ(book().code("outcome", "granted"), cn::outcome::granted);
  EXPECT_EQ(book().code("rule", "reply"), cn::rule::reply);
  EXPECT_EQ(book().code("statutory_item", "other"), cn::statutory_item::other);
  EXPECT_NE(Code{cn::outcome::granted}, Code{cn::outcome_group::granted}) << "one word in two taxonomies";
  EXPECT_EQ(cn::outcome::granted.qualified(), "cn.outcome.granted");
}

TEST(Taxonomy, WhatIsNotInItIsNotFound) {
  const auto outcomes = book().taxonomy("outcome");
  const auto code_of = [](auto ask) {
    try {
      ask();
    } catch (const NotFoundError& error) {
      return error.code();
    }
    return ErrorCode::internal;
  };
  EXPECT_EQ(outcomes.find("refused"), nullptr);
  EXPECT_FALSE(outcomes.contains(cn::applicant_type::natural_person));
  EXPECT_EQ(code_of([&] { (void)outcomes.at("refused"); }), ErrorCode::unknown_name);
  EXPECT_EQ(code_of([&] { (void)outcomes.at(cn::applicant_type::natural_person); }), ErrorCode::unknown_name);
  EXPECT_EQ(code_of([&] { (void)outcomes.position(cn::rule::reply); }), ErrorCode::unknown_name);
  EXPECT_EQ(code_of([] { (void)book().taxonomy("colours"); }), ErrorCode::unknown_name);
  EXPECT_EQ(code_of([] { (void)book().code("outcome", "refused"); }), ErrorCode::unknown_name);
  EXPECT_EQ(code_of([] { (void)book().label(Code::intern("us.exemption", "b6"), Language::en); }),
            ErrorCode::unknown_name);
}

TEST(Taxonomy, AHandleOutlivesItsRulebook) {
  const auto outcomes = [] { return Rulebook::builtin("cn").taxonomy("outcome"); }();
  EXPECT_EQ(outcomes.at("granted").label.zh, "予以公开");
  std::ostringstream out;
  out << outcomes;
  EXPECT_EQ(out.str(), "cn.outcome (21 members)");
}

}  // namespace
}  // namespace gongkai
