// SPDX-License-Identifier: Apache-2.0
// A file that is not exactly as it must be is refused, and the refusal says where.
#include <gtest/gtest.h>

#include <algorithm>
#include <gongkai/error.hpp>
#include <gongkai/rules/rulebook.hpp>
#include <string>
#include <vector>

#include "small_book.hpp"

namespace gongkai {
namespace {

// `file#/pointer` of the refusal.
std::string refusal(const std::vector<RuleFile>& files) {
  try {
    (void)Rulebook::from_files(files);
  } catch (const RulebookError& error) {
    EXPECT_EQ(error.code(), ErrorCode::rulebook_contradicts);
    EXPECT_EQ(error.subject(), error.file());
    EXPECT_FALSE(error.message().empty());
    return error.file() + "#" + error.pointer();
  }
  return "accepted";
}

struct Broken {
  const char* what;
  const char* file;
  const char* from;
  const char* to;
  const char* pointer;
};

void expect_refused(const std::vector<Broken>& table) {
  for (const auto& broken : table) {
    EXPECT_EQ(refusal(small_book::files(broken.file, broken.from, broken.to)),
              std::string{broken.file} + "#" + broken.pointer)
        << broken.what;
  }
}

constexpr const char* r = "rules.json";
constexpr const char* d = "definitions.json";
constexpr const char* t = "channels.json";
constexpr const char* i = "instruments.json";
constexpr const char* o = "options.json";

TEST(RuleFile, ABrokenValueIsRefusedWithItsPointer) {
  expect_refused(
      {Broken{"no JSON", r, "\"values\": [", "\"values\": [,", "2:92"},
       Broken{"an unknown key", r, R"("working_days": 15}, )", R"("working_days": 15}, "colour": 1, )",
              "/values/0/colour"},
       Broken{"an unknown key at the top", r, R"("layer")", R"("layers": 1, "layer")", "/layers"},
       Broken{"a duplicate key", r, R"("rule": "reply")", R"("rule": "reply", "rule": "reply")", "/values/0/rule"},
       Broken{"an unknown kind of file", r, R"("kind": "rules")", R"("kind": "ruling")", "/kind"},
       Broken{"another version of the schema", r, R"("schema": 1)", R"("schema": 2)", "/schema"},
       Broken{"another country", r, R"("country": "xx")", R"("country": "yy")", "/country"},
       Broken{"an unknown layer", r, R"("layer": "base")", R"("layer": "top")", "/layer"},
       Broken{"a place that is none", r, R"("place": "XX")", R"("place": "here")", "/place"},
       Broken{"an unknown rule", r, R"("rule": "reply")", R"("rule": "replay")", "/values/0/rule"},
       Broken{"a missing citation", r, R"(, "citations": [{"instrument": "A", "article": "art. 1"}])", "", "/values/0"},
       Broken{"no citation in the list", r, R"([{"instrument": "A", "article": "art. 1"}])", "[]",
              "/values/0/citations"},
       Broken{"an unknown instrument", r, R"("instrument": "A")", R"("instrument": "Z")",
              "/values/0/citations/0/instrument"},
       Broken{"an empty article", r, R"("article": "art. 1")", R"("article": "")", "/values/0/citations/0/article"},
       Broken{"a number that is no whole one", r, "15}", "15.5}", "/values/0/value/working_days"},
       Broken{"a number that does not fit", r, "15}", "99999999999}", "/values/0/value/working_days"},
       Broken{"a number beyond every integer", r, "15}", "99999999999999999999}", "/values/0/value/working_days"},
       Broken{"no days", r, "15}", "0}", "/values/0/value/working_days"},
       Broken{"negative days", r, "15}", "-15}", "/values/0/value/working_days"},
       Broken{"a number in quotes", r, "15}", "\"15\"}", "/values/0/value/working_days"},
       Broken{"two values", r, "15}", R"(15, "months": 1})", "/values/0/value"},
       Broken{"no value", r, R"({"working_days": 15})", "{}", "/values/0/value"},
       Broken{"neither value nor state", r, R"("value": {"working_days": 15}, )", "", "/values/0"},
       Broken{"a value of another kind", r, R"({"working_days": 15})", R"({"count": 15})", "/values/0/value"},
       Broken{"an unknown unit", r, R"("working_days": 15)", R"("weeks": 3)", "/values/0/value"},
       Broken{"an unknown choice", r, R"({"choice": "start"})", R"({"choice": "stop"})", "/values/2/value/choice"},
       Broken{"an unknown member", r, R"("for": "post")", R"("for": "pigeon")", "/values/2/for"},
       Broken{"no member where one is needed", r, R"("for": "post", )", "", "/values/2"},
       Broken{"a member where none belongs", r, R"("rule": "times")", R"("rule": "times", "for": "post")",
              "/values/3/for"},
       Broken{"both value and state", r, R"("rule": "times")", R"("rule": "times", "state": "abolished")",
              "/values/3/state"},
       Broken{"an unknown state", r, R"("value": {"count": 1})", R"("state": "gone")", "/values/3/state"},
       Broken{"something unchanged in the base", r, R"("value": {"count": 1})", R"("state": "unchanged")",
              "/values/3/state"},
       Broken{"an unknown standing", r, R"("rule": "times")", R"("rule": "times", "standing": "rumour")",
              "/values/3/standing"},
       Broken{"unverified without a note", r, R"("rule": "times")", R"("rule": "times", "verified": false)",
              "/values/3"},
       Broken{"a note in one language", r, R"("rule": "times")", R"("rule": "times", "note": {"en": "n"})",
              "/values/3/note"},
       Broken{"a day that does not exist", r, R"("rule": "times")", R"("rule": "times", "from": "2001-02-29")",
              "/values/3/from"},
       Broken{"an end that means none", r, R"("rule": "times")", R"("rule": "times", "to": "9999-12-31")",
              "/values/3/to"},
       Broken{"an end before the beginning", r, R"("rule": "times")", R"("rule": "times", "to": "1999-12-31")",
              "/values/3/to"},
       Broken{"no first day", r, R"("instrument": "A", "article": "art. 2")", R"("instrument": "N")", "/values/3"},
       Broken{"overlapping validity", r, R"("article": "art. 1"}]})", R"("article": "art. 1"}], "to": "2010-01-01"})",
              "/values/1"},
       Broken{"open validity before another", r, R"({"instrument": "A", "article": "art. 1"}])",
              R"({"instrument": "N"}], "from": "2000-01-01")", "/values/1"}});
}

TEST(RuleFile, ABrokenListIsRefusedWithItsPointer) {
  expect_refused(
      {Broken{"a code twice", t, R"("code": "desk")", R"("code": "post")", "/members/1/code"},
       Broken{"a code that is no word", t, R"("code": "desk")", R"("code": "The Desk")", "/members/1/code"},
       Broken{"a label twice", t, R"("zh": "当面")", R"("zh": "邮寄")", "/members/1/label/zh"},
       Broken{"an alias that is a label", t, R"("信函")", R"("当面")", "/members/1/label/zh"},
       Broken{"an empty label", t, R"("zh": "当面")", R"("zh": "")", "/members/1/label/zh"},
       Broken{"an unknown group", t, R"("group": "due")", R"("group": "never")", "/members/1/group"},
       Broken{"a missing group", t, R"(, "group": "due")", "", "/members/1"},
       Broken{"unknown groups", t, R"("groups": "day")", R"("groups": "month")", "/groups"},
       Broken{"a taxonomy twice", t, R"("name": "channel")", R"("name": "day")", "/name"},
       Broken{"groups of a list without them", "days.json", R"("zh": "起算日"}})",
              R"("zh": "起算日"}, "group": "start"})", "/members/0/group"},
       Broken{"an unknown kind of rule", d, R"("time_limit")", R"("limit")", "/members/0/kind"},
       Broken{"a rule twice", d, R"("code": "way",)", R"("code": "reply",)", "/members/1/code"},
       Broken{"an unknown selecting day", d, R"("selected_by": "start")", R"("selected_by": "whim")",
              "/members/0/selected_by"},
       Broken{"an unknown taxonomy", d, R"("by": "channel")", R"("by": "moon")", "/members/1/by"},
       Broken{"a choice without choices", d, R"("by": "channel", "choices": "day")", R"("by": "channel")",
              "/members/1"},
       Broken{"choices of a limit", d, R"("counted_from": "start")", R"("choices": "day")", "/members/0/choices"},
       Broken{"a count from a day", d, R"("kind": "count",)", R"("kind": "count", "counted_from": "start",)",
              "/members/4/counted_from"},
       Broken{"an instrument twice", i, R"("id": "B")", R"("id": "A")", "/instruments/1/id"},
       Broken{"an instrument that ends early", i, "2009-12-31", "1999-12-31", "/instruments/0/to"},
       Broken{"an end without a day", i, R"( "to": "2009-12-31",)", "", "/instruments/0/ended_by"},
       Broken{"an instrument nobody has read", i, R"(["a.example"])", "[]", "/instruments/0/addresses"},
       Broken{"a default that is no choice", o, R"("default": "yes")", R"("default": "maybe")", "/questions/0/default"},
       Broken{"a safe choice that is none", o, R"("safe": "no")", R"("safe": "maybe")", "/questions/0/safe"},
       Broken{"a choice twice", o, R"("name": "no")", R"("name": "yes")", "/questions/0/choices/1"}});
}

TEST(RuleFile, TheSmallBookIsAccepted) { EXPECT_EQ(refusal(small_book::files()), "accepted"); }

TEST(RuleFile, TheOrderOfTheFilesDoesNotMatter) {
  auto files = small_book::files();
  const auto first = Rulebook::from_files(files);
  std::reverse(files.begin(), files.end());
  const auto second = Rulebook::from_files(files);
  EXPECT_EQ(first, second);
  EXPECT_EQ(first.at("reply", Date{2005, 1, 1}).working_days(), second.at("reply", Date{2005, 1, 1}).working_days());
}

TEST(RuleFile, NoFileIsNoRulebook) { EXPECT_THROW((void)Rulebook::from_files({}), InvalidArgumentError); }

TEST(RuleFile, TheListOfBuiltInFilesIsNoRulebookFile) {
  auto files = small_book::files();
  files.push_back(
      {"rulebook.json", R"({"schema": 1, "kind": "rulebook", "country": "xx", "files": [], "overlays": {}})"});
  EXPECT_EQ(refusal(files), "rulebook.json#");
}

TEST(RuleFile, OverlapsAcrossFilesNameTheLaterValue) {
  auto files = small_book::files();
  files.push_back(
      {"more.json", R"({"schema": 1, "kind": "rules", "country": "xx", "layer": "base", "place": "XX", "values": [
    {"rule": "reply", "value": {"working_days": 18}, "citations": [{"instrument": "N"}], "from": "2012-01-01"}]})"});
  EXPECT_EQ(refusal(files), "more.json#/values/0");
}

TEST(RuleFile, ADayThatOnlyLeapYearsHaveIsNoDayOfEveryYear) {
  const auto with_day = [](const char* day) {
    return small_book::files(r, R"({"rule": "times")",
                             (R"({"rule": "report", "value": {"day_of_year": )" + std::string{day} +
                              R"(}, "citations": [{"instrument": "B"}]}, {"rule": "times")")
                                 .c_str());
  };
  EXPECT_EQ(refusal(with_day(R"({"month": 2, "day": 28})")), "accepted");
  EXPECT_EQ(refusal(with_day(R"({"month": 2, "day": 29})")), "rules.json#/values/3/value/day_of_year/day");
  EXPECT_EQ(refusal(with_day(R"({"month": 4, "day": 31})")), "rules.json#/values/3/value/day_of_year/day");
  EXPECT_EQ(refusal(with_day(R"({"month": 13, "day": 1})")), "rules.json#/values/3/value/day_of_year/month");
}

TEST(RuleFile, ASetHoldsEachCodeOnce) {
  const auto with_set = [](const char* set) {
    return small_book::files(r, R"({"rule": "times")",
                             (R"({"rule": "ways", "value": {"set": )" + std::string{set} +
                              R"(}, "citations": [{"instrument": "B"}]}, {"rule": "times")")
                                 .c_str());
  };
  EXPECT_EQ(refusal(with_set(R"(["post", "desk"])")), "accepted");
  EXPECT_EQ(refusal(with_set("[]")), "accepted") << "an empty set is a statement";
  EXPECT_EQ(refusal(with_set(R"(["post", "post"])")), "rules.json#/values/3/value/set/1");
  EXPECT_EQ(refusal(with_set(R"(["post", "pigeon"])")), "rules.json#/values/3/value/set/1");
}

}  // namespace
}  // namespace gongkai
