// SPDX-License-Identifier: Apache-2.0
// A place's own rules over the base.
#include <gtest/gtest.h>

#include <gongkai/error.hpp>
#include <gongkai/rules/builtin.hpp>
#include <gongkai/rules/rulebook.hpp>
#include <string>

#include "small_book.hpp"

namespace gongkai {
namespace {

std::string changed(std::string_view from, std::string_view to) {
  std::string out{small_book::overlay};
  return out.replace(out.find(from), from.size(), to);
}

std::string refusal(const std::string& bytes) {
  try {
    (void)small_book::book().with_overlay(bytes, "local.json");
  } catch (const RulebookError& error) {
    EXPECT_EQ(error.code(), ErrorCode::rulebook_contradicts);
    return error.file() + "#" + error.pointer();
  }
  return "accepted";
}

TEST(Overlay, ItsValueHoldsInItsDaysAndTheBaseAroundThem) {
  const auto book = small_book::book().with_overlay(small_book::overlay, "local.json");
  EXPECT_EQ(book.at("reply", Date{2012, 2, 29}).working_days(), WorkingDays{20});
  EXPECT_EQ(book.at("reply", Date{2012, 3, 1}).working_days(), WorkingDays{10});
  EXPECT_EQ(book.at("reply", Date{2015, 12, 31}).working_days(), WorkingDays{10});
  EXPECT_EQ(book.at("reply", Date{2016, 1, 1}).working_days(), WorkingDays{20});
}

TEST(Overlay, TheAnswerSaysWhichFileAndWhatLiesBeneath) {
  const auto book = small_book::book().with_overlay(small_book::overlay, "local.json");
  const auto local = book.at("reply", Date{2013, 1, 1});
  EXPECT_EQ(local.entry().file, "local.json");
  EXPECT_EQ(local.entry().pointer, "/values/0");
  EXPECT_EQ(local.entry().place, "XX-1");
  EXPECT_EQ(local.entry().standing, Standing::local);
  EXPECT_EQ(local.entry().citations.front(), Citation("Order L", "art. 3"));
  ASSERT_EQ(local.beneath().size(), 1U);
  EXPECT_EQ(local.beneath()[0].file, "rules.json");
  EXPECT_EQ(local.beneath()[0].value, RuleValue(TimeLimit{20, TimeUnit::working_days}));
  // What it leaves unchanged is the base's, and it is seen that it was left on purpose.
  const auto left = book.at("reply", Date{2020, 1, 1});
  EXPECT_EQ(left.entry().file, "rules.json");
  ASSERT_EQ(left.beneath().size(), 1U);
  EXPECT_EQ(left.beneath()[0].state, ValueState::unchanged);
  EXPECT_EQ(left.beneath()[0].file, "local.json");
  // What it does not speak of is simply the base's.
  EXPECT_TRUE(book.at("way", "post", Date{2020, 1, 1}).beneath().empty());
  EXPECT_EQ(book.files().back().name, "local.json");
  EXPECT_EQ(Rulebook::from_files(book.files()), book);
}

TEST(Overlay, TheBaseItselfIsNotAltered) {
  const auto base = small_book::book();
  const auto hash = base.content_hash();
  const auto local = base.with_overlay(small_book::overlay, "local.json");
  EXPECT_EQ(base.at("reply", Date{2013, 1, 1}).working_days(), WorkingDays{20});
  EXPECT_EQ(base.content_hash(), hash);
  EXPECT_NE(local.content_hash(), hash);
}

TEST(Overlay, TheLastOneLiesOnTop) {
  const auto city = changed(R"("working_days": 10)", R"("working_days": 5)");
  const auto renamed = [&] {
    std::string out = city;
    for (auto at = out.find("\"L\""); at != std::string::npos; at = out.find("\"L\"")) {
      out.replace(at, 3, "\"C\"");
    }
    return out;
  }();
  const auto book =
      small_book::book().with_overlay(small_book::overlay, "province.json").with_overlay(renamed, "city.json");
  const auto answer = book.at("reply", Date{2013, 1, 1});
  EXPECT_EQ(answer.working_days(), WorkingDays{5});
  ASSERT_EQ(answer.beneath().size(), 2U);
  EXPECT_EQ(answer.beneath()[0].file, "province.json");
  EXPECT_EQ(answer.beneath()[1].file, "rules.json");
  // The same by files, in their order.
  auto files = small_book::files();
  files.push_back({"province.json", std::string{small_book::overlay}});
  files.push_back({"city.json", renamed});
  EXPECT_EQ(Rulebook::from_files(files), book);
  std::swap(files[6], files[7]);
  EXPECT_NE(Rulebook::from_files(files), book);
  EXPECT_EQ(Rulebook::from_files(files).at("reply", Date{2013, 1, 1}).working_days(), WorkingDays{10});
}

TEST(Overlay, CanAbolishForItsPlace) {
  const auto bytes = changed(R"("value": {"working_days": 10})", R"("state": "abolished")");
  const auto answer = small_book::book().with_overlay(bytes, "local.json").at("reply", Date{2013, 1, 1});
  EXPECT_EQ(answer.state(), ValueState::abolished);
  EXPECT_THROW((void)answer.working_days(), NotFoundError);
}

TEST(Overlay, ItsEndLetsTheBaseShowAndAbolishesNothing) {
  const auto bytes = changed(R"(,
  {"rule": "reply", "state": "unchanged", "citations": [{"instrument": "L", "article": "art. 4"}], "from": "2016-01-01"})",
                             "");
  const auto book = small_book::book().with_overlay(bytes, "local.json");
  EXPECT_EQ(book.at("reply", Date{2016, 1, 1}).working_days(), WorkingDays{20});
}

TEST(Overlay, WhatIsNoneIsRefused) {
  EXPECT_EQ(refusal(std::string{small_book::overlay}), "accepted");
  EXPECT_EQ(refusal(std::string{small_book::rules}), "local.json#");
  EXPECT_EQ(refusal(std::string{small_book::options}), "local.json#");
  EXPECT_EQ(refusal(changed(R"("country": "xx")", R"("country": "yy")")), "local.json#/country");
  EXPECT_EQ(refusal(changed(R"("id": "L")", R"("id": "A")")), "local.json#/instruments/0/id");
  EXPECT_EQ(refusal(changed(R"(, "to": "2015-12-31")", "")), "local.json#/values/1");
  EXPECT_EQ(refusal(changed("\"rule\": \"reply\"", "\"rule\": \"replay\"")), "local.json#/values/0/rule");
  EXPECT_EQ(refusal(""), "local.json#1:1");
  EXPECT_EQ(refusal("[]"), "local.json#");
}

TEST(Overlay, ACitysPromiseOverTheNationalRulebook) {
  const auto local = Rulebook::builtin("cn").with_overlay(R"({
    "schema": 1, "kind": "rules", "country": "cn", "layer": "overlay", "place": "CN-350100",
    "instruments": [{"id": "OURS", "citation": "榕政办〔2020〕1号", "title": {"en": "our promise", "zh": "本市承诺"},
                     "from": "2020-03-01", "addresses": ["example.gov.cn"]}],
    "values": [{"rule": "reply", "value": {"working_days": 15}, "citations": [{"instrument": "OURS", "article": "art. 5"}]}]})",
                                                          "our-city.json");
  EXPECT_EQ(local.at(cn::rule::reply, Date{2024, 3, 4}).to_string(),
            "15 working days (榕政办〔2020〕1号, art. 5; local rule)");
  EXPECT_EQ(local.at(cn::rule::reply, Date{2020, 2, 29}).working_days(), WorkingDays{20});
  EXPECT_EQ(local.at(cn::rule::reply, Date{2019, 5, 14}).working_days(), WorkingDays{15});
  EXPECT_NE(local.explain("reply").find("beneath: CN, cn/regulation-2019.json: 20 working days"), std::string::npos)
      << local.explain("reply");
  EXPECT_EQ(local.instrument("OURS").title.zh, "本市承诺");
}

TEST(Overlay, FujianRegistersWithinTwoWorkingDays) {
  // Fujian's rules of 2015, art. 7, 13
  EXPECT_EQ(Rulebook::builtin("cn-fj").at("registration", Date{2016, 6, 1}).working_days(), WorkingDays{2});
  EXPECT_EQ(Rulebook::builtin("cn").at("registration", Date{2016, 6, 1}).state(), ValueState::no_rule);
}

}  // namespace
}  // namespace gongkai
