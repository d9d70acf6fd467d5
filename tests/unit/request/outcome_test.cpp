// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/error.hpp>
#include <gongkai/request/outcome.hpp>
#include <random>

namespace gongkai {
namespace {

const Clock& usual() {
  static const Clock clock = Clock::builtin("cn");
  return clock;
}

TEST(OutcomeOfSeveral, SomethingHandedOverAndSomethingNotIsPartial) {
  EXPECT_EQ(outcome_of_several({"granted", "denied_third_party"}, usual()), "partially_granted");
  EXPECT_EQ(outcome_of_several({"denied_state_secret", "partially_granted"}, usual()), "partially_granted");
  EXPECT_EQ(outcome_of_several({"other_misc", "granted"}, usual()), "partially_granted");  // not government information
  EXPECT_EQ(outcome_of_several({"granted", "granted"}, usual()), "granted");
}

TEST(OutcomeOfSeveral, WhatIsOnlyNotHeldIsAnOpenQuestion) {
  EXPECT_EQ(outcome_of_several({"granted", "unable_not_held"}, usual()), "partially_granted");
  Options options;
  options.granted_and_not_held = GrantedAndNotHeld::granted;
  const auto other = usual().with_options(options);
  EXPECT_EQ(outcome_of_several({"unable_not_held", "granted"}, other), "granted");
  EXPECT_EQ(outcome_of_several({"granted", "unable_not_held", "denied_process"}, other), "partially_granted");
}

TEST(OutcomeOfSeveral, OfRefusalsThePrincipalOneCountsElseTheOrderOfTheForm) {
  EXPECT_EQ(outcome_of_several({"unable_not_held", "denied_process", "denied_state_secret"}, usual()),
            "denied_state_secret");
  EXPECT_EQ(outcome_of_several({"unable_not_held", "denied_process"}, usual(), "unable_not_held"), "unable_not_held");
  EXPECT_EQ(outcome_of_several({"unable_not_held"}, usual(), "denied_process"), "unable_not_held");
  EXPECT_EQ(outcome_of_several({}, usual()), "");
  EXPECT_THROW((void)outcome_of_several({"granted", "shrugged"}, usual()), InvalidArgumentError);
}

TEST(OutcomeOfSeveral, TheOrderInWhichTheyAreWrittenSaysNothing) {
  std::vector<std::string> all;
  for (const auto& member : usual().rulebook().taxonomy("outcome").members()) {
    all.emplace_back(member.code.token());
    EXPECT_EQ(outcome_of_several({all.back()}, usual()), all.back());
  }
  std::mt19937 random{2024};
  for (int n = 0; n < 2000; ++n) {
    std::shuffle(all.begin(), all.end(), random);
    std::vector<std::string> some(all.begin(), all.begin() + 1 + static_cast<std::ptrdiff_t>(random() % 4));
    const auto one = outcome_of_several(some, usual());
    std::shuffle(some.begin(), some.end(), random);
    EXPECT_EQ(outcome_of_several(some, usual()), one);
    some.push_back(one);
    EXPECT_EQ(outcome_of_several(some, usual()), one);  // what counts counts again
  }
}

}  // namespace
}  // namespace gongkai
