// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/error.hpp>
#include <gongkai/event/stage_rules.hpp>
#include <gongkai/event/stages.hpp>

namespace {

using gongkai::Date;
using gongkai::Effect;
using gongkai::StageGraph;
using gongkai::StageRules;

StageGraph door() {
  return {"door",
          "door",
          {{"open", "开"}, {"shut", "关"}, {"gone", "拆除"}},
          {{"close", "关"}, {"knock", "敲"}, {"remove", "拆"}},
          {{{"open"}, "close", "shut"},
           {{"shut"}, "knock", ""},
           {{"open"}, "knock", "", "", Effect::irregular},
           {{"open", "shut"}, "remove", "gone", "by hand"},
           {{"open", "shut"}, "remove", "open", "not at all"}}};
}

TEST(StageGraph, HasAnAnswerForEveryStageAndAction) {
  const auto graph = door();
  EXPECT_EQ(graph.step(0, 0).to, 1U);
  EXPECT_EQ(graph.step(0, 1).effect, Effect::irregular);
  EXPECT_EQ(graph.step(1, 1).to, 1U);
  EXPECT_EQ(graph.step(2, 0).effect, Effect::none);
  EXPECT_EQ(graph.step(2, 0).to, 2U);
}

TEST(StageGraph, AChoiceMustBeNamed) {
  const auto graph = door();
  EXPECT_EQ(graph.step(0, 2, "by hand").to, 2U);
  EXPECT_EQ(graph.step(0, 2, "not at all").to, 0U);
  EXPECT_THROW((void)graph.step(0, 2), gongkai::InternalError);
  EXPECT_THROW((void)graph.step(0, 2, "by magic"), gongkai::InternalError);
}

TEST(StageGraph, AllowsWhatIsRegularAndIsFinalWithoutIt) {
  const auto graph = door();
  EXPECT_EQ(graph.allowed(0), (std::vector<std::string_view>{"close", "remove"}));
  EXPECT_EQ(graph.allowed(1), (std::vector<std::string_view>{"knock", "remove"}));
  EXPECT_FALSE(graph.is_final(1));
  EXPECT_TRUE(graph.is_final(2));
}

TEST(StageGraph, RefusesNamesThatItDoesNotHaveAndWaysThatCannotBeToldApart) {
  EXPECT_THROW((StageGraph{"g", "g", {{"a", ""}}, {{"x", ""}}, {{{"b"}, "x", "a"}}}), gongkai::InternalError);
  EXPECT_THROW((StageGraph{"g", "g", {{"a", ""}}, {{"x", ""}}, {{{"a"}, "y", "a"}}}), gongkai::InternalError);
  EXPECT_THROW((StageGraph{"g", "g", {{"a", ""}}, {{"x", ""}}, {{{"a"}, "x", "a"}, {{"a"}, "x", ""}}}),
               gongkai::InternalError);
}

TEST(StageGraph, IsDrawn) {
  EXPECT_EQ(door().to_mermaid(),
            "stateDiagram-v2\n    open : open 开\n    shut : shut 关\n    gone : gone 拆除\n    [*] --> open\n"
            "    open --> shut : close\n    open --> gone : remove [by hand]\n    open --> open : remove [not at all]\n"
            "    shut --> shut : knock\n    shut --> gone : remove [by hand]\n    shut --> open : remove [not at all]\n"
            "    gone --> [*]\n");
}

TEST(StageRules, TheArticleIsThatOfTheDay) {
  const auto rules = StageRules::builtin("CN", "review");
  EXPECT_FALSE(rules.article("submitted", Date{2008, 4, 30}));
  EXPECT_EQ(rules.article("submitted", Date{2008, 5, 1})->to_string(), "国务院令第492号, art. 14(2)");
  EXPECT_EQ(rules.article("submitted", Date{2019, 5, 14})->to_string(), "国务院令第492号, art. 14(2)");
  EXPECT_EQ(rules.article("submitted", Date{2019, 5, 15})->to_string(), "国务院令第711号, art. 17(2)");
}

TEST(StageRules, RefuseDataThatContradictThemselves) {
  const auto parse = [](const char* actions) {
    return StageRules::parse(
        std::string{R"({"schema":1,"graph":"g","roles":[{"role":"clerk","zh":"经办人"}],"actions":[)"} + actions + "]}",
        "rules.json");
  };
  EXPECT_EQ(parse(R"({"action":"a","roles":["clerk"],"citations":[]})").role_label_zh("clerk"), "经办人");
  for (
      const char* bad :
      {R"({"action":"a","roles":["boss"],"citations":[]})",
       R"({"action":"a","roles":[],"citations":[]},{"action":"a","roles":[],"citations":[]})",
       R"({"action":"a","roles":[],"citations":[{"from":"2019-05-15","instrument":"x"},{"from":"2008-05-01","instrument":"y"}]})",
       R"({"action":"a","roles":[],"citations":[],"colour":"red"})"}) {
    EXPECT_THROW((void)parse(bad), gongkai::RulebookError) << bad;
  }
  EXPECT_THROW((void)StageRules::builtin("XX", "review"), gongkai::NotFoundError);
  EXPECT_THROW((void)StageRules::builtin("CN", "dance"), gongkai::NotFoundError);
}

}  // namespace
