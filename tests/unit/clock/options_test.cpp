// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/clock/options.hpp>
#include <gongkai/error.hpp>
#include <gongkai/rules/rulebook.hpp>
#include <sstream>

namespace gongkai {
namespace {

TEST(Options, TheFieldsAreTheQuestionsOfTheRulebookWithTheirChoicesAndDefaults) {
  const Rulebook rulebook = Rulebook::builtin("cn");
  const auto& questions = rulebook.questions();
  const Options defaults;
  ASSERT_EQ(Options::questions().size(), questions.size());
  for (const OpenQuestion& question : questions) {
    SCOPED_TRACE(question.name);
    EXPECT_EQ(defaults.get(question.name), question.default_choice);
    std::vector<std::string> choices;
    for (const Choice& choice : question.choices) {
      choices.push_back(choice.name);
    }
    const auto& known = Options::choices(question.name);
    EXPECT_EQ(std::vector<std::string>(known.begin(), known.end()), choices);
  }
}

TEST(Options, EveryChoiceCanBeMadeByNameAndReadBack) {
  for (const auto question : Options::questions()) {
    for (const auto choice : Options::choices(question)) {
      Options options;
      options.set(question, choice);
      EXPECT_EQ(options.get(question), choice) << question;
      EXPECT_EQ(options == Options{}, options.get(question) == Options{}.get(question));
    }
  }
}

TEST(Options, AnUnknownQuestionAndAnUnknownChoiceAreRefused) {
  Options options;
  EXPECT_THROW(options.set("free_lunch", "yes"), NotFoundError);
  EXPECT_THROW(static_cast<void>(options.get("free_lunch")), NotFoundError);
  try {
    options.set("fee_payment", "never");
    FAIL();
  } catch (const InvalidArgumentError& error) {
    EXPECT_EQ(error.code(), ErrorCode::invalid_option);
    EXPECT_NE(error.message().find("pause_only"), std::string::npos) << error.message();
  }
}

TEST(Options, PrintWhatDiffersFromTheDefaults) {
  std::ostringstream out;
  Options options;
  out << options << '|';
  options.fee_payment = FeePayment::pause_only;
  out << options;
  EXPECT_EQ(out.str(), "defaults|fee_payment=pause_only");
}

}  // namespace
}  // namespace gongkai
