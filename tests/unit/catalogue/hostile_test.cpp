// SPDX-License-Identifier: Apache-2.0
// What a careless or ill-meaning hand may enter.
#include <gtest/gtest.h>

#include <algorithm>
#include <gongkai/catalogue/public_view.hpp>
#include <gongkai/catalogue/standard_directory.hpp>

#include "unit/catalogue/office.hpp"

namespace gongkai::catalogue_office {
namespace {

constexpr Date day1{2024, 3, 4};
constexpr Date day2{2024, 3, 5};
constexpr Date day3{2024, 3, 6};

Desk ready(const RecordData& what = data()) {
  return Desk{}.act("r1", RecordDrafted{what}, day1).act("r1", proactive(), day1);
}
Desk published() { return ready().act("r1", publication(1, day2), day2); }

std::vector<std::string> codes(const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const auto& finding : findings) {
    EXPECT_EQ(finding.message.find('{'), std::string::npos) << finding.message;
    EXPECT_EQ(finding.message_zh.find('{'), std::string::npos) << finding.message_zh;
    out.push_back(finding.code);
  }
  return out;
}

TEST(CatalogueHostile, ATitleOfBlanksIsNone) {
  for (const char* blank : {"", "   ", "\t\n", "\u3000\u3000"}) {
    EXPECT_EQ(Desk{}.refusal("r1", RecordDrafted{data(blank)}, day1), 504) << '"' << blank << '"';
  }
  EXPECT_EQ(published().refusal("r1", RecordWithdrawn{"\u3000"}, day3), 504);
  EXPECT_EQ(published().refusal("r1", RecordClarified{"", " "}, day3), 504);
  EXPECT_EQ(published().refusal("r1", RecordRepealed{" ", "\u3000"}, day3), 504);
  EXPECT_EQ(ready().refusal("r1", RecordIndexed{" "}, day3), 504);
}

TEST(CatalogueHostile, TextThatIsNoUtf8IsRefusedWhereverItStands) {
  const std::string broken = "\xE5\x85";  // two of the three bytes of 公
  auto in_list = data();
  in_list.keywords = {"防火", broken};
  auto in_class = data();
  in_class.classes = {{"本镇分类", broken}};
  for (const auto& what : {data(broken), in_list, in_class}) {
    EXPECT_THROW((void)decide({}, "r1", RecordDrafted{what}, editor, on(day1), rules()), InvalidArgumentError);
  }
  EXPECT_THROW((void)decide({}, broken, RecordDrafted{data()}, editor, on(day1), rules()), InvalidArgumentError);
  const auto desk = published();
  EXPECT_THROW((void)decide(desk.catalogue(), "r1", RecordWithdrawn{"\xFF"}, editor, on(day3), rules()),
               InvalidArgumentError);
}

TEST(CatalogueHostile, NothingGoesOutBeforeTheDayThatItBears) {
  auto later = data();
  later.created_on = day3;
  const auto desk = ready(later);
  EXPECT_EQ(desk.refusal("r1", publication(1, day2), day2), 507);
  EXPECT_EQ(desk.refusal("r1", publication(1, day2), day3), 0);
  EXPECT_EQ(Desk{}.refusal("r1", publication(1, day1), day1), 501);          // before it is formed
  EXPECT_EQ(published().refusal("r1", RecordRepealed{"x", ""}, day1), 507);  // before it was published
  EXPECT_THROW((void)decide(ready().catalogue(), "r1", publication(1, day1), editor, {day3, day2}, rules()),
               TransitionError);  // recorded before it happened
}

TEST(CatalogueHostile, WhatContradictsItselfIsRefused) {
  const auto formed = [](const RecordData& what) { return Desk{}.refusal("r1", RecordDrafted{what}, day1); };
  auto odd = data();
  odd.in_force_from = day3;
  odd.in_force_to = day2;
  EXPECT_EQ(formed(odd), 508);
  odd.in_force_to = day3;
  EXPECT_EQ(formed(odd), 0);
  odd.limit_working_days = 0;
  EXPECT_EQ(formed(odd), 508);
  odd.limit_working_days = 1;
  EXPECT_EQ(formed(odd), 0);
  odd.secrecy_state = "hush";
  EXPECT_EQ(formed(odd), 508);
  auto shame = withheld();
  shame.ground = "shame";
  EXPECT_EQ(ready().refusal("r1", shame, day2), 508);
  auto secret = data();
  secret.secrecy_state = "secret";
  EXPECT_EQ(ready(secret).refusal("r1", RecordDraftOpened{"website", day3, "", cleared(1, day1)}, day2), 508);
  EXPECT_EQ(ready().refusal("r1", RecordPublished{"telepathy", "", cleared(1, day1)}, day2), 508);
}

TEST(CatalogueHostile, AClassHasASchemeAndACode) {
  for (const RecordClass& half : {RecordClass{"", "class_duties"}, RecordClass{"本镇分类", " "}}) {
    auto what = data();
    what.classes = {half};
    EXPECT_EQ(Desk{}.refusal("r1", RecordDrafted{what}, day1), 504);
  }
}

TEST(CatalogueHostile, ADraftThatIsShownIsNotInForce) {
  auto what = data();
  what.created_on = Date{2024, 3, 1};
  auto desk = ready(what).act("r1", RecordDraftOpened{"website", day3, "", cleared(1, day1)}, day1);
  EXPECT_EQ(public_view(desk.catalogue(), day2).front().validity, Validity::not_yet);
  desk.act("r1", RecordFeedbackPublished{0, 0, ""}, day3).act("r1", publication(1, day1), day3);
  EXPECT_EQ(public_view(desk.catalogue(), day3).front().validity, Validity::in_force);
}

TEST(CatalogueHostile, WhereTheCalendarEndsNobodySaysThatItIsInTime) {
  const Date late{2099, 3, 4};
  const auto desk = Desk{}.act("r1", RecordDrafted{data()}, late).act("r1", proactive(), late);
  EXPECT_TRUE(overdue(desk.catalogue(), {2099, 12, 31}, rules()).empty());
  EXPECT_EQ(codes(check(desk.catalogue(), {2099, 12, 31}, rules())), std::vector<std::string>{"CAT.CALENDAR"});
  const auto out = Desk{desk}.act("r1", publication(1, late), late);
  EXPECT_TRUE(check(out.catalogue(), {2099, 12, 31}, rules()).empty());
}

TEST(CatalogueHostile, AnOfficeMaySayWhoPublishes) {
  auto own = rules();
  const std::string text = R"({"schema":1,"graph":"catalogue","roles":[{"role":"editor","zh":"网站管理员"}],"actions":[
      {"action":"drafted","roles":[],"citations":[]},{"action":"attribute_decided","roles":[],"citations":[]},
      {"action":"published","roles":["editor"],"citations":[]}]})";
  own.stages = StageRules::parse(text, "own.json");
  const auto desk = ready();
  const auto code = [&](const Actor& actor) {
    try {
      (void)decide(desk.catalogue(), "r1", publication(1, day1), actor, on(day2), own);
      return 0;
    } catch (const TransitionError& error) {
      return static_cast<int>(error.code());
    }
  };
  EXPECT_EQ(code(Actor{"zhou", {"drafter"}}), 502);
  EXPECT_EQ(code(editor), 0);
  EXPECT_EQ(code(Actor{"zhou", {}, {Delegation{"editor", "wang", day2, day2, "代班"}}}), 0);
  EXPECT_EQ(code(Actor{"zhou", {}, {Delegation{"editor", "wang", day3, day3, "代班"}}}), 502);
}

TEST(CatalogueHostile, WhatWasRepealedMayStillBeShownAndStaysRepealed) {
  auto desk = published().act("r1", RecordRepealed{"不政发〔2024〕3号", ""}, day2);
  EXPECT_EQ(desk.refusal("r1", RecordChanged{data("新", 2), ""}, day3), 501);
  desk.act("r1", RecordPublished{"archive", "", cleared(1, day2)}, day3);
  EXPECT_EQ(desk.record().stage, RecordStage::repealed);
  EXPECT_EQ(public_view(desk.catalogue(), day3).front().validity, Validity::repealed);
  EXPECT_TRUE(desk.record().findings.empty());
  // Taken down and brought back, it is repealed all the same.
  desk.act("r1", RecordWithdrawn{"x"}, day3).act("r1", proactive(), day3).act("r1", publication(1, day2), day3);
  EXPECT_EQ(public_view(desk.catalogue(), day3).front().validity, Validity::repealed);
  EXPECT_EQ(desk.refusal("r1", RecordRepealed{"又", ""}, day3), 508);
  EXPECT_EQ(desk.record().in_force(day3), false);
}

TEST(CatalogueHostile, WhatIsClassifiedAfterwardsIsWithdrawnFirst) {
  auto desk = published();
  auto secret = data();
  secret.secrecy_state = "confidential";
  EXPECT_EQ(desk.refusal("r1", RecordAmended{secret, ""}, day3), 508);
  // An imported history that did it all the same: the public does not see it, and the check says so.
  const auto catalogue = apply(desk.catalogue(), event(99, day3, RecordAmended{secret, ""}), rules());
  EXPECT_TRUE(public_view(catalogue, day3).empty());
  EXPECT_EQ(codes(check(catalogue, day3, rules())), std::vector<std::string>{"CAT.WITHHELD"});
  desk.act("r1", RecordWithdrawn{"定密"}, day3);
  EXPECT_EQ(desk.refusal("r1", RecordAmended{secret, ""}, day3), 0);
}

TEST(CatalogueHostile, ReplacingAndInterpretingLeadNowhereBack) {
  Desk desk;
  for (const char* id : {"a", "b", "c"}) {
    desk.act(id, RecordDrafted{data(id)}, day1);
  }
  EXPECT_EQ(desk.refusal("a", RecordLinked{{"replaces", "a", ""}}, day1), 508);
  desk.act("a", RecordLinked{{"replaces", "b", ""}}, day1).act("b", RecordLinked{{"replaces", "c", ""}}, day1);
  EXPECT_EQ(desk.refusal("c", RecordLinked{{"replaces", "a", ""}}, day1), 508);
  EXPECT_EQ(desk.refusal("b", RecordLinked{{"replaces", "a", ""}}, day1), 508);
  EXPECT_EQ(desk.refusal("c", RecordLinked{{"interprets", "a", ""}}, day1), 0);  // another kind of link
  EXPECT_EQ(desk.refusal("b", RecordLinked{{"quotes", "a", ""}}, day1), 0);
  desk.act("a", RecordLinked{{"quotes", "b", ""}}, day1);
  EXPECT_EQ(desk.refusal("b", RecordLinked{{"quotes", "a", ""}}, day1), 0);  // two texts may quote each other
  // Imported, a circle is found on each of its records, and ends.
  const auto round = apply(desk.catalogue(), event(9, day1, RecordLinked{{"replaces", "a", ""}}, "c"), rules());
  EXPECT_EQ(codes(check(round, day1, rules())), (std::vector<std::string>{"CAT.LINK", "CAT.LINK", "CAT.LINK"}));
}

TEST(CatalogueHostile, ALinkToNothingAndAReplacedDocumentThatStandsAreFound) {
  auto desk = ready().act("r1", publication(1, day2), day2);
  desk.act("old", RecordDrafted{data("旧办法", 2)}, day2).act("old", proactive(), day2);
  desk.act("old", publication(2, day2), day2);
  desk.act("r1", RecordLinked{{"replaces", "old", ""}}, day2);
  EXPECT_TRUE(check(desk.catalogue(), day2, rules()).empty());  // of neither it is known when it holds
  auto dated = data();
  dated.created_on = day1;
  auto old = data("旧办法", 2);
  old.created_on = Date{2019, 1, 1};
  desk.act("r1", RecordAmended{dated, ""}, day2).act("old", RecordAmended{old, ""}, day2);
  const auto found = check(desk.catalogue(), day3, rules());
  ASSERT_EQ(codes(found), std::vector<std::string>{"CAT.LINK"});
  EXPECT_EQ(found.front().cells.front(), "old");
  desk.act("old", RecordRepealed{"x", ""}, day2);
  EXPECT_TRUE(check(desk.catalogue(), day3, rules()).empty());
  const auto dangling = apply(desk.catalogue(), event(9, day2, RecordLinked{{"quotes", "gone", ""}}), rules());
  EXPECT_EQ(codes(check(dangling, day3, rules())), std::vector<std::string>{"CAT.LINK"});
}

TEST(CatalogueHostile, FeedbackWaitsUntilCommentsEnd) {
  auto desk = ready().act("r1", RecordDraftOpened{"website", day3, "", cleared(1, day1)}, day1);
  EXPECT_EQ(desk.refusal("r1", RecordFeedbackPublished{3, 1, ""}, day2), 507);
  EXPECT_EQ(desk.refusal("r1", RecordFeedbackPublished{-1, 0, ""}, day3), 508);
  EXPECT_EQ(desk.refusal("r1", RecordFeedbackPublished{3, 1, ""}, day3), 0);
  const auto early = apply(desk.catalogue(), event(9, day2, RecordFeedbackPublished{3, 1, ""}), rules());
  EXPECT_EQ(codes(early.find("r1")->findings), std::vector<std::string>{"CAT.FEEDBACK"});
}

TEST(CatalogueHostile, BlanksAroundAnIndexNumberMakeNoOtherNumber) {
  auto desk = ready().act("r1", RecordIndexed{" 000014349/2018-00222\u3000"}, day1);
  EXPECT_EQ(desk.record().index_number, "000014349/2018-00222");
  desk.act("r2", RecordDrafted{data("乙", 2)}, day1);
  EXPECT_EQ(desk.refusal("r2", RecordIndexed{"000014349/2018-00222\n"}, day1), 508);
  desk.act("r2", RecordIndexed{" 镇-1 "}, day1).act("r3", RecordDrafted{data("丙", 3)}, day1);
  EXPECT_EQ(desk.refusal("r3", RecordIndexed{"镇-1"}, day1), 508);
  EXPECT_FALSE(rules().index_numbers.parse("01525761-8-/2020-0231005").is_known());  // no 31 February
}

TEST(CatalogueHostile, ANumberThatAnotherHoldsStaysHisWhenItIsGivenUp) {
  const auto catalogue =
      replay({event(1, day1, RecordDrafted{data()}), event(2, day1, RecordDrafted{data("乙", 2)}, "r2"),
              event(3, day1, RecordIndexed{"000014349/2018-00222"}),
              event(4, day1, RecordIndexed{"000014349/2018-00222"}, "r2"),  // twice
              event(5, day2, RecordIndexed{"000014349/2018-00223"}, "r2")},
             never, never, rules())
          .catalogue;
  EXPECT_EQ(catalogue.by_index_number.at("000014349/2018-00222"), "r1");
  EXPECT_EQ(catalogue.by_index_number.at("000014349/2018-00223"), "r2");
}

TEST(CatalogueHostile, AnAmendmentKeepsTheAddressAtWhichItIsShown) {
  auto desk = published().act("r1", RecordAmended{data("标题更正"), ""}, day3);
  EXPECT_EQ(public_view(desk.catalogue(), day3).front().url, "https://example.org/1.html");
  auto moved = data("标题更正");
  moved.url = "https://example.org/2.html";
  desk.act("r1", RecordAmended{moved, ""}, day3);
  EXPECT_EQ(public_view(desk.catalogue(), day3).front().url, "https://example.org/2.html");
}

TEST(CatalogueHostile, AChangeThatWasHeldIsDueFromTheDayItIsFoundDisclosable) {
  auto desk = published().act("r1", RecordWithdrawn{"改稿"}, day2).act("r1", RecordChanged{data("新", 2), ""}, day2);
  desk.act("r1", withheld(), day2);
  const Date cleanup{2024, 12, 31};
  desk.act("r1", proactive(), cleanup);
  EXPECT_EQ(publication_due(desk.record(), rules())->formed_on, cleanup);
  EXPECT_TRUE(overdue(desk.catalogue(), cleanup, rules()).empty());
}

TEST(CatalogueHostile, CellsThatASpreadsheetWouldRunAreDefused) {
  for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠A1"}) {
    PublicRecord record;
    record.title = formula;
    const auto csv = to_csv({record});
    EXPECT_NE(csv.find(std::string{"'"} + formula), std::string::npos) << csv;
  }
  PublicRecord harmless;
  harmless.title = "关于“三公”经费-2013年的通知";
  EXPECT_EQ(to_csv({harmless}).find('\''), std::string::npos);
  harmless.title = "a,\"b\"\r\nc";
  EXPECT_NE(to_csv({harmless}).find(",\"a,\"\"b\"\"\r\nc\","), std::string::npos);
}

TEST(CatalogueHostile, HalfAFilterIsAFilter) {
  auto first = data("甲", 1);
  first.classes = {{"catalogue_class", "class_duties"}, {"statutory_item", "budget"}};
  first.subject_class = "卫生、体育\\医药管理";
  auto second = data("乙", 2);
  second.classes = {{"本镇分类", "class_duties"}};
  second.subject_class = "卫生、体育设施";
  auto desk = Desk{}.act("1", RecordDrafted{first}, day1).act("1", proactive(), day1);
  desk.act("1", publication(1, day1), day1).act("2", RecordDrafted{second}, day1).act("2", proactive(), day1);
  desk.act("2", publication(2, day1), day1);
  const auto found = [&](const PublicFilter& filter) { return public_view(desk.catalogue(), day1, filter).size(); };
  PublicFilter filter;
  EXPECT_EQ(found(filter), 2U);
  filter.code = "class_duties";
  EXPECT_EQ(found(filter), 2U);
  filter.scheme = "statutory_item";
  EXPECT_EQ(found(filter), 0U);
  filter.code.clear();
  EXPECT_EQ(found(filter), 1U);
  filter = {};
  filter.subject_class = "卫生、体育";
  EXPECT_EQ(found(filter), 1U);
  filter.subject_class = "卫生、体育\\医药管理";
  EXPECT_EQ(found(filter), 1U);
}

TEST(CatalogueHostile, AMatterOfAnUnknownModeIsRefused) {
  const std::string matter =
      R"({"schema":1,"id":"d","title":"t","source":"s","matters":[{"id":"a","content":"c","basis":"b","mode":"MODE"}]})";
  const auto parse = [&](const std::string& mode) {
    auto text = matter;
    return StandardDirectory::parse(text.replace(text.find("MODE"), 4, mode), "d.json");
  };
  EXPECT_EQ(parse("proactive").matters.size(), 1U);
  EXPECT_EQ(parse("on_request").matters.size(), 1U);
  EXPECT_THROW((void)parse("主动"), RulebookError);
}

TEST(CatalogueHostile, WhatIsNotPublicIsNotNamedByAKeywordAnAttachmentOrALinkOutside) {
  auto hidden = data("某某会议纪要", 9);
  hidden.document_number = "不政会〔2024〕7号";
  auto desk = Desk{}.act("h", RecordDrafted{hidden}, day1).act("h", withheld(), day1);
  auto by_keyword = data("甲", 1);
  by_keyword.keywords = {"某某会议纪要"};
  auto by_attachment = data("乙", 2);
  by_attachment.attachments = {"不政会[2024]7号"};
  desk.act("k", RecordDrafted{by_keyword}, day1).act("k", proactive(), day1).act("k", publication(1, day1), day1);
  desk.act("a", RecordDrafted{by_attachment}, day1).act("a", proactive(), day1).act("a", publication(2, day1), day1);
  desk.act("o", RecordDrafted{data("丙", 3)}, day1).act("o", RecordLinked{{"quotes", "", "某某会议纪要"}}, day1);
  desk.act("o", proactive(), day1).act("o", publication(3, day1), day1);
  EXPECT_EQ(codes(check(desk.catalogue(), day1, rules())),
            (std::vector<std::string>{"CAT.QUOTES", "CAT.QUOTES", "CAT.QUOTES"}));
}

}  // namespace
}  // namespace gongkai::catalogue_office
