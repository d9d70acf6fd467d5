// SPDX-License-Identifier: Apache-2.0
// The limits of both Regulations against what the sources print (国务院令第492号, 国务院令第711号 and the notices on
// them).
#include <gtest/gtest.h>

#include <gongkai/error.hpp>
#include <gongkai/rules/builtin.hpp>
#include <gongkai/rules/rulebook.hpp>

namespace gongkai {
namespace {

const Rulebook& book() {
  static const Rulebook rulebook = Rulebook::builtin("cn");
  return rulebook;
}

constexpr Date last_of_2008{2019, 5, 14};
constexpr Date first_of_2019{2019, 5, 15};

TEST(Limits, TheReplyPeriodChangesWithTheRegulations) {
  // R2008 art. 24(2): 15 working days; R2019 art. 33(2): 20.
  EXPECT_EQ(book().at(cn::rule::reply, last_of_2008).working_days(), WorkingDays{15});
  EXPECT_EQ(book().at(cn::rule::reply, first_of_2019).working_days(), WorkingDays{20});
  EXPECT_EQ(book().at("reply", Date{2008, 5, 1}).working_days(), WorkingDays{15});
  EXPECT_EQ(book().at("reply", Date{2008, 4, 30}).state(), ValueState::no_rule);
}

}  // namespace
}  // namespace gongkai
