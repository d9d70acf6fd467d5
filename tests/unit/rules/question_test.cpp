// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/error.hpp>
#include <gongkai/rules/rulebook.hpp>

namespace gongkai {
namespace {

TEST(OpenQuestions, EveryQuestionHasADefaultAmongItsChoices) {
  const auto rulebook = Rulebook::builtin("cn");
  // The first table has 27 questions; the second 19 situations of the clock, the third 13 of the report.
  EXPECT_EQ(rulebook.questions().size(), 27U);
  EXPECT_EQ(rulebook.situations().size(), 32U);
  for (const auto& question : rulebook.questions()) {
    EXPECT_FALSE(question.basis.empty()) << question.name;
    EXPECT_FALSE(question.choices.empty()) << question.name;
  }
  EXPECT_EQ(rulebook.question("receipt_on_rest_day").default_choice, "same_day");
  EXPECT_EQ(rulebook.question("pending_at_revision").safe_choice, "old_limit");
  EXPECT_FALSE(rulebook.question("self_employed").safe_choice);
}

TEST(OpenQuestions, AnUnknownQuestionIsNotFound) {
  try {
    (void)Rulebook::builtin("cn").question("phase_of_the_moon");
    FAIL();
  } catch (const NotFoundError& error) {
    EXPECT_EQ(error.code(), ErrorCode::unknown_name);
    EXPECT_NE(error.message().find("receipt_on_rest_day"), std::string::npos);
  }
}

}  // namespace
}  // namespace gongkai
