// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/error.hpp>
#include <gongkai/event/actor.hpp>

namespace {

using gongkai::Actor;
using gongkai::Date;
using gongkai::Delegation;
using gongkai::InvalidArgumentError;

const Actor deputy{"zhang",
                   {"leader_in_charge"},
                   {Delegation{"principal_leader", "li", Date{2013, 5, 1}, Date{2013, 5, 31}, "2013-7号"}}};

TEST(Actor, ActsInHisOwnRole) {
  const auto capacity = deputy.capacity("leader_in_charge", Date{2013, 5, 6});
  ASSERT_TRUE(capacity);
  EXPECT_EQ(capacity->actor, "zhang");
  EXPECT_TRUE(capacity->on_behalf_of.empty());
}

TEST(Actor, ADelegationLendsARoleFromItsFirstToItsLastDay) {
  EXPECT_FALSE(deputy.capacity("principal_leader", Date{2013, 4, 30}));
  ASSERT_TRUE(deputy.capacity("principal_leader", Date{2013, 5, 1}));
  EXPECT_EQ(deputy.capacity("principal_leader", Date{2013, 5, 31})->on_behalf_of, "li");
  EXPECT_FALSE(deputy.capacity("principal_leader", Date{2013, 6, 1}));
}

TEST(Actor, WithoutALastDayADelegationRunsOn) {
  const Actor other{"wang", {}, {Delegation{"clerk", "li", Date{2013, 5, 1}, std::nullopt, ""}}};
  EXPECT_TRUE(other.capacity("clerk", Date{2099, 1, 1}));
}

TEST(Actor, TheFirstRoleThatFitsIsUsedAndNoRoleAskedFitsEverybody) {
  EXPECT_EQ(deputy.capacity(std::vector<std::string>{"clerk", "principal_leader"}, Date{2013, 5, 2})->role,
            "principal_leader");
  EXPECT_TRUE(deputy.capacity(std::vector<std::string>{}, Date{2013, 5, 2})->role.empty());
  EXPECT_FALSE(deputy.capacity(std::vector<std::string>{"clerk"}, Date{2013, 5, 2}));
}

TEST(Actor, RefusesWhatCannotBe) {
  EXPECT_THROW(Actor{""}, InvalidArgumentError);
  EXPECT_THROW(Actor("a", {""}), InvalidArgumentError);
  EXPECT_THROW(Actor("a", {}, {Delegation{"clerk", "a", Date{2013, 5, 1}, std::nullopt, ""}}), InvalidArgumentError);
  EXPECT_THROW(Actor("a", {}, {Delegation{"clerk", "b", Date{2013, 5, 1}, Date{2013, 4, 1}, ""}}),
               InvalidArgumentError);
}

}  // namespace
