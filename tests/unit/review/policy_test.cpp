// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/error.hpp>
#include <gongkai/review/policy.hpp>

namespace {

using gongkai::OnTimeout;
using gongkai::ReviewPolicies;
using gongkai::ReviewPolicy;

std::vector<std::string> roles(const ReviewPolicy& policy) {
  std::vector<std::string> out;
  for (const auto& stage : policy.stages()) {
    out.push_back(stage.role);
  }
  return out;
}

TEST(ReviewPolicies, ShipTheTownOneStageAndFourStages) {
  const auto policies = ReviewPolicies::builtin("CN");
  EXPECT_EQ(policies.ids(),
            (std::vector<std::string>{"four_stages", "one_stage", "silence_is_consent", "town_three_stages"}));
  const auto& town = policies.at("town_three_stages");
  EXPECT_EQ(roles(town), (std::vector<std::string>{"section_head", "leader_in_charge", "secrecy_leading_group",
                                                   "principal_leader"}));
  EXPECT_FALSE(town.stages()[2].required);
  EXPECT_EQ(town.consultation()->quorum, 2);
  EXPECT_TRUE(town.drafter_is_kept_out());
  EXPECT_EQ(policies.at("four_stages").stages()[1].on_timeout, OnTimeout::escalate);
  EXPECT_FALSE(policies.at("one_stage").consultation());
  EXPECT_THROW((void)policies.at("nine_stages"), gongkai::NotFoundError);
  EXPECT_THROW((void)ReviewPolicies::builtin("XX"), gongkai::NotFoundError);
}

TEST(ReviewPolicy, IsRefusedWhenItContradictsItself) {
  const auto policy = [](const std::string& stages, const std::string& more = "") {
    return R"({"schema":1,"id":"p","title":{"zh":"甲","en":"a"},"source":"s","stages":[)" + stages +
           R"(],"separation":{"drafter_is_kept_out":true,"one_stage_per_person":true})" + more + "}";
  };
  const std::string plain = R"({"stage":"a","role":"x","zh":"甲"})";
  EXPECT_EQ(ReviewPolicy::parse(policy(plain), "p.json").stages().size(), 1U);
  const std::string patient = R"({"stage":"b","role":"x","zh":"乙","working_days":1,"on_timeout":"approve"})";
  EXPECT_EQ(ReviewPolicy::parse(policy(patient, R"(,"silence_citation":"某规定")"), "p.json").stages()[0].on_timeout,
            OnTimeout::approve);
  for (const auto& bad :
       {policy(""), policy(plain + "," + plain), policy(R"({"stage":"a","role":"x","zh":"甲","required":false})"),
        policy(R"({"stage":"a","role":"x","zh":"甲","working_days":1,"on_timeout":"escalate"})"), policy(patient),
        policy(R"({"stage":"a","role":"x","zh":"甲","on_timeout":"escalate"},)" + plain),
        policy(R"({"stage":"a","role":"x","zh":"甲","on_timeout":"shrug"})"),
        policy(R"({"stage":"a","role":"","zh":"甲"})"),
        policy(plain, R"(,"consultation":{"roles":["x"],"quorum":0,"must_speak":[],"unanimous":false})"),
        policy(plain, R"(,"consultation":{"roles":["x"],"quorum":1,"must_speak":["y"],"unanimous":false})"),
        policy(plain, R"(,"colour":"red")"), std::string{"{"}}) {
    EXPECT_THROW((void)ReviewPolicy::parse(bad, "p.json"), gongkai::RulebookError) << bad;
  }
}

TEST(ReviewPolicies, AnOfficeAddsItsOwn) {
  const auto policies = ReviewPolicies::builtin("CN");
  const auto own = ReviewPolicy::parse(
      R"({"schema":1,"id":"one_stage","title":{"zh":"甲","en":"a"},"source":"s","stages":[{"stage":"a","role":"x","zh":"甲"}],
          "separation":{"drafter_is_kept_out":false,"one_stage_per_person":false}})",
      "own.json");
  EXPECT_EQ(policies.with(own).ids(), policies.ids());
  EXPECT_EQ(policies.with(own).at("one_stage").stages().front().stage, "a");
}

}  // namespace
