// SPDX-License-Identifier: Apache-2.0
// Histories, due days, checks between records.
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/catalogue/office.hpp"

namespace gongkai::catalogue_office {
namespace {

std::vector<std::string> codes(const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const auto& finding : findings) {
    EXPECT_EQ(finding.message.find('{'), std::string::npos) << finding.message;
    EXPECT_FALSE(finding.message_zh.empty());
    out.push_back(finding.code);
  }
  return out;
}

CatalogueHistory told(const std::vector<RecordEvent>& events) { return replay(events, never, never, rules()); }

TEST(CatalogueHistory, WhatNobodyWouldHaveDecidedIsReportedNotRefused) {
  auto late = data();
  late.created_on = Date{2024, 5, 1};
  const auto history = told({event(1, {2024, 3, 4}, RecordDrafted{late}), event(2, {2024, 3, 4}, withheld()),
                             event(3, {2024, 4, 9}, RecordPublished{"website", "", std::nullopt}),
                             event(4, {2024, 4, 9}, RecordPublished{"gazette", "", cleared(2, {2024, 4, 10})})});
  EXPECT_EQ(codes(history.findings), (std::vector<std::string>{"CAT.CLEARANCE", "CAT.DAYS", "CAT.DAYS", "CAT.STAGE",
                                                               "CAT.WITHHELD", "CAT.CLEARANCE"}));
  EXPECT_EQ(history.catalogue.find("r1")->stage, RecordStage::published);
}

TEST(CatalogueHistory, TheLimitIsTwentyWorkingDaysFromTheDayAfterFormation) {
  // 2024-03-04 + 20 working days: 2024-04-01. Published on the day it is due, and a day later.
  for (const auto& [day, expected] : {std::pair{Date{2024, 4, 1}, std::vector<std::string>{}},
                                      std::pair{Date{2024, 4, 2}, std::vector<std::string>{"CAT.LATE"}}}) {
    const auto history = told({event(1, {2024, 3, 4}, RecordDrafted{data()}), event(2, {2024, 3, 4}, proactive()),
                               event(3, day, publication(1, day))});
    EXPECT_EQ(codes(history.findings), expected) << day;
  }
  auto desk = Desk{}.act("r1", RecordDrafted{data()}, {2024, 3, 4}).act("r1", proactive(), {2024, 3, 4});
  const auto due = publication_due(desk.record(), rules());
  ASSERT_TRUE(due);
  EXPECT_EQ(*due->due.day(), (Date{2024, 4, 1}));
  EXPECT_EQ(due->citation.to_string(), "国务院令第711号, art. 26");
  EXPECT_TRUE(overdue(desk.catalogue(), {2024, 4, 1}, rules()).empty());
  ASSERT_EQ(overdue(desk.catalogue(), {2024, 4, 2}, rules()).size(), 1U);
  EXPECT_EQ(codes(check(desk.catalogue(), {2024, 4, 2}, rules())), std::vector<std::string>{"CAT.OVERDUE"});
}

TEST(CatalogueHistory, UnderTheRegulationsOf2008TheLimitIsTheSameByAnotherArticle) {
  const auto desk = Desk{}.act("r1", RecordDrafted{data()}, {2013, 3, 4}).act("r1", proactive(), {2013, 3, 4});
  EXPECT_EQ(publication_due(desk.record(), rules())->citation.to_string(), "国务院令第492号, art. 18");
}

TEST(CatalogueHistory, AnOfficesStricterLimitCounts) {
  auto strict = data();
  strict.limit_working_days = 3;
  const auto desk = Desk{}.act("r1", RecordDrafted{strict}, {2024, 3, 4}).act("r1", proactive(), {2024, 3, 4});
  EXPECT_EQ(*publication_due(desk.record(), rules())->due.day(), (Date{2024, 3, 7}));
}

TEST(CatalogueHistory, WhatIsNotToBePublishedIsNeverOverdue) {
  const auto desk = Desk{}.act("r1", RecordDrafted{data()}, {2024, 3, 4}).act("r1", withheld(), {2024, 3, 4});
  EXPECT_FALSE(publication_due(desk.record(), rules()));
  EXPECT_TRUE(overdue(desk.catalogue(), {2025, 3, 4}, rules()).empty());
}

TEST(CatalogueHistory, AChangedRecordIsOverdueUntilItGoesOutAgain) {
  auto desk = Desk{}.act("r1", RecordDrafted{data()}, {2024, 1, 2}).act("r1", proactive(), {2024, 1, 2});
  desk.act("r1", publication(1, {2024, 1, 3}), {2024, 1, 3}).act("r1", RecordChanged{data("新", 2), ""}, {2024, 3, 4});
  EXPECT_EQ(overdue(desk.catalogue(), {2024, 4, 2}, rules()).size(), 1U);
  desk.act("r1", publication(2, {2024, 4, 3}), {2024, 4, 3});
  EXPECT_EQ(codes(desk.record().findings), std::vector<std::string>{"CAT.LATE"});
  EXPECT_TRUE(overdue(desk.catalogue(), {2024, 4, 30}, rules()).empty());
}

TEST(CatalogueHistory, ACleanUpDecidesAgainWhatWasWithheld) {
  auto decision = withheld();
  decision.decide_again_on = Date{2024, 12, 31};
  auto desk = Desk{}.act("r1", RecordDrafted{data()}, {2023, 3, 4}).act("r1", decision, {2023, 3, 4});
  EXPECT_TRUE(cleanup_due(desk.catalogue(), {2024, 12, 30}).empty());
  EXPECT_EQ(codes(check(desk.catalogue(), {2024, 12, 31}, rules())), std::vector<std::string>{"CAT.CLEANUP"});
  desk.act("r1", proactive(), {2024, 12, 31});
  EXPECT_TRUE(cleanup_due(desk.catalogue(), {2025, 12, 31}).empty());
  // Its limit counts from the clean-up, not from a year ago.
  EXPECT_EQ(publication_due(desk.record(), rules())->formed_on, (Date{2024, 12, 31}));
}

TEST(CatalogueHistory, IndexNumbersAreForEverUniqueAndKeptWhenUnknown) {
  const auto history =
      told({event(1, {2024, 3, 4}, RecordDrafted{data()}), event(2, {2024, 3, 4}, RecordDrafted{data("乙", 2)}, "r2"),
            event(3, {2024, 3, 5}, RecordIndexed{"000014349/2018-00222"}),
            event(4, {2024, 3, 5}, RecordIndexed{"000014349/2018-00222"}, "r2"),
            event(5, {2024, 3, 6}, RecordIndexed{"035210000/2025-00016"}),
            event(6, {2024, 3, 7}, RecordIndexed{"镇-121"}, "r2")});
  std::vector<std::string> ids;
  EXPECT_EQ(codes(history.findings),
            (std::vector<std::string>{"CAT.INDEX", "CAT.INDEX", "CAT.INDEX", "CAT.INDEX", "CAT.INDEX"}));
  EXPECT_EQ(history.catalogue.find("r2")->index_number, "镇-121");
  EXPECT_EQ(history.catalogue.by_index_number.at("镇-121"), "r2");
}

TEST(CatalogueHistory, WhatIsPublicMayNotQuoteWhatIsNot) {
  auto hidden = data("关于某企业的会议纪要", 1);
  hidden.document_number = "不政会〔2024〕7号";
  auto by_number = data("关于落实不政会[2024]7号的通知", 2);
  auto by_title = data("通知", 3);
  by_title.summary = "根据《关于某企业的会议纪要》办理";
  auto desk = Desk{}.act("h", RecordDrafted{hidden}, {2024, 3, 4}).act("h", withheld(), {2024, 3, 4});
  int content = 2;
  for (const auto& [id, what] : {std::pair{"n", by_number}, std::pair{"t", by_title}, std::pair{"l", data("链接", 4)},
                                 std::pair{"ok", data("关于第8号令的通知", 5)}}) {
    desk.act(id, RecordDrafted{what}, {2024, 3, 4}).act(id, proactive(), {2024, 3, 4});
    desk.act(id, publication(content, {2024, 3, 4}), {2024, 3, 4});
    ++content;
  }
  desk.act("l", RecordLinked{{"quotes", "h", ""}}, {2024, 3, 4});
  const auto findings = check(desk.catalogue(), {2024, 3, 5}, rules());
  EXPECT_EQ(codes(findings), (std::vector<std::string>{"CAT.QUOTES", "CAT.QUOTES", "CAT.QUOTES"}));
  std::vector<std::string> who;
  for (const auto& finding : findings) {
    who.push_back(finding.cells.front());
  }
  std::sort(who.begin(), who.end());
  EXPECT_EQ(who, (std::vector<std::string>{"l", "n", "t"}));
}

TEST(CatalogueHistory, ANormativeDocumentWantsAnInterpretation) {
  auto document = data("办法", 1);
  document.kind = "normative_document";
  document.in_force_from = Date{2024, 4, 1};
  auto desk = Desk{}.act("n", RecordDrafted{document}, {2024, 3, 4}).act("n", proactive(), {2024, 3, 4});
  desk.act("n", publication(1, {2024, 3, 4}), {2024, 3, 4});
  EXPECT_TRUE(codes(check(desk.catalogue(), {2024, 3, 31}, rules())).empty());  // not in force yet
  EXPECT_EQ(codes(check(desk.catalogue(), {2024, 4, 1}, rules())), std::vector<std::string>{"CAT.INTERPRETATION"});
  desk.act("i", RecordDrafted{data("解读", 2)}, {2024, 3, 4}).act("i", proactive(), {2024, 3, 4});
  desk.act("i", RecordLinked{{"interprets", "n", ""}}, {2024, 3, 4})
      .act("i", publication(2, {2024, 3, 4}), {2024, 3, 4});
  EXPECT_TRUE(codes(check(desk.catalogue(), {2024, 4, 1}, rules())).empty());
}

TEST(CatalogueHistory, TheOfficesOwnRulesHoldFromToAndUntilRepealed) {
  auto rule = data("政府信息公开保密审查办法（试行）");
  rule.kind = "office_rule";
  rule.document_number = "不政发〔2013〕5号";
  rule.in_force_from = Date{2013, 1, 1};
  rule.in_force_to = Date{2014, 12, 31};
  auto desk = Desk{}.act("r1", RecordDrafted{rule}, {2012, 12, 20}).act("r1", proactive(), {2012, 12, 20});
  EXPECT_TRUE(office_rules(desk.catalogue(), {2012, 12, 31}).empty());
  EXPECT_EQ(office_rules(desk.catalogue(), {2013, 1, 1}).size(), 1U);
  EXPECT_EQ(office_rules(desk.catalogue(), {2014, 12, 31}).size(), 1U);
  EXPECT_TRUE(office_rules(desk.catalogue(), {2015, 1, 1}).empty());
  desk.act("r1", RecordRepealed{"不政发〔2014〕1号", ""}, {2014, 2, 1});
  EXPECT_EQ(office_rules(desk.catalogue(), {2014, 1, 31}).size(), 1U);
  EXPECT_TRUE(office_rules(desk.catalogue(), {2014, 2, 1}).empty());
  EXPECT_FALSE(Desk{}.act("x", RecordDrafted{data()}, {2012, 1, 1}).record("x").in_force({2013, 1, 1}));
}

TEST(CatalogueHistory, JsonLinesComeBackAndARowImportedAgainChangesNothing) {
  auto full = data();
  full.classes = {{"catalogue_class", "class_duties"}};
  full.keywords = {"防火", "\"引号\""};
  full.full_text = false;
  full.in_force_from = Date{2024, 1, 1};
  std::vector<RecordEvent> events{event(1, {2024, 3, 4}, RecordDrafted{full}), event(2, {2024, 3, 5}, withheld()),
                                  event(3, {2024, 3, 6}, RecordPublished{"website", "u", cleared(1, {2024, 3, 6})})};
  for (auto& each : events) {
    each.envelope.source = {"目录.xlsx", "5"};
  }
  const auto file = read_record_events(to_json_lines(events), OnBadLine::keep_none);
  EXPECT_TRUE(file.rejected.empty());
  EXPECT_EQ(file.events, events);
  EXPECT_EQ(import_again(events, events, Date{2024, 4, 1}).unchanged, 3);
  auto changed = events;
  std::get<RecordPublished>(changed[2].action).channel = "gazette";
  EXPECT_EQ(import_again(events, changed, Date{2024, 4, 1}).corrected, 1);
}

}  // namespace
}  // namespace gongkai::catalogue_office
