// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <gongkai/catalogue/public_view.hpp>
#include <gongkai/catalogue/standard_directory.hpp>

#include "unit/catalogue/office.hpp"

namespace gongkai::catalogue_office {
namespace {

constexpr Date day{2024, 3, 4};

// Everything internal carries a mark that must not be found outside.
RecordData marked(const std::string& title, int content) {
  auto out = data(title, content);
  out.summary = "摘要";
  out.created_on = Date{2024, 3, 1};
  out.publisher = "不老屯镇人民政府";
  out.responsible_unit = "内部字段甲";
  out.secrecy_state = "none";
  return out;
}

Desk office() {
  Desk desk;
  auto public_one = marked("公开的通知", 1);
  public_one.classes = {{"catalogue_class", "class_duties"}};
  public_one.matters = {"art20_07"};
  desk.act("public", RecordDrafted{public_one}, day).act("public", RecordIndexed{"000014349/2018-00222"}, day);
  desk.act("public", proactive(), day).act("public", publication(1, day), day);

  RecordAttributeDecided secretly{"withheld", "process_information", "内部条款", "内部理由", std::nullopt};
  desk.act("held", RecordDrafted{marked("不公开的纪要", 2)}, day).act("held", secretly, day);
  desk.act("waiting", RecordDrafted{marked("还没公开的通知", 3)}, day).act("waiting", proactive(), day);
  desk.act("taken down", RecordDrafted{marked("撤下的通知", 4)}, day).act("taken down", proactive(), day);
  desk.act("taken down", publication(4, day), day).act("taken down", RecordWithdrawn{"内部理由"}, day);

  desk.act("second", RecordDrafted{marked("第二个", 5)}, day).act("second", proactive(), day);
  desk.act("second", RecordLinked{{"quotes", "held", ""}}, day)
      .act("second", RecordLinked{{"responds_to", "public", ""}}, day);
  desk.act("second", publication(5, day), day + CalendarDays{1});
  return desk;
}

std::vector<std::string> titles(const std::vector<PublicRecord>& view) {
  std::vector<std::string> out;
  for (const auto& record : view) {
    out.push_back(record.title);
  }
  return out;
}

TEST(PublicView, ShowsTheFourFieldsOfTheRegulationsAndMore) {
  const auto view = public_view(office().catalogue(), {2024, 12, 31});
  ASSERT_EQ(titles(view), (std::vector<std::string>{"第二个", "公开的通知"}));
  EXPECT_EQ(view[1].index_number, "000014349/2018-00222");
  EXPECT_EQ(view[1].title, "公开的通知");
  EXPECT_EQ(view[1].summary, "摘要");
  EXPECT_EQ(view[1].created_on, (Date{2024, 3, 1}));
  EXPECT_EQ(view[1].validity, Validity::in_force);
  EXPECT_EQ(view[1].url, "https://example.org/1.html");
}

TEST(PublicView, NoWithheldRecordAndNoInternalFieldGetsOut) {
  const auto desk = office();
  const auto view = public_view(desk.catalogue(), {2024, 12, 31});
  for (const auto& text : {to_html(view), to_csv(view), to_json(view)}) {
    EXPECT_NE(text.find("公开的通知"), std::string::npos);
    for (const char* secret : {"不公开的纪要", "还没公开的通知", "撤下的通知", "内部", "held", "process_information",
                               "withheld", "wang", "review-", "sm3:", "secrecy", "responsible"}) {
      EXPECT_EQ(text.find(secret), std::string::npos) << secret << " in " << text;
    }
  }
  // The link to the withheld record is not shown; the one to the public record is, by its index number.
  ASSERT_EQ(view[0].links.size(), 1U);
  EXPECT_EQ(view[0].links[0], (RecordLink{"responds_to", "000014349/2018-00222", ""}));
}

TEST(PublicView, WhatWasPublishedAgainstItsAttributeIsNotShown) {
  const auto catalogue = replay({event(1, day, RecordDrafted{marked("泄露的纪要", 1)}), event(2, day, withheld()),
                                 event(3, day, publication(1, day))},
                                never, never, rules())
                             .catalogue;
  EXPECT_TRUE(public_view(catalogue, never).empty());
}

TEST(PublicView, ShowsTheVersionThatWentOut) {
  auto desk = office();
  desk.act("public", RecordChanged{marked("改动后的通知", 9), ""}, day + CalendarDays{2});
  EXPECT_EQ(titles(public_view(desk.catalogue(), {2024, 12, 31})), (std::vector<std::string>{"第二个", "公开的通知"}));
}

TEST(PublicView, IsAsOfADayBecauseTheCatalogueIs) {
  const auto events = office().events();
  EXPECT_EQ(titles(public_view(replay(events, day, never, rules()).catalogue, day)),
            std::vector<std::string>{"公开的通知"});
  EXPECT_TRUE(public_view(replay(events, day - CalendarDays{1}, never, rules()).catalogue, day).empty());
}

TEST(PublicView, IsFiltered) {
  auto desk = office();
  desk.act("second", RecordRepealed{"x", ""}, {2024, 6, 1});
  const auto found = [&](const PublicFilter& filter) {
    return titles(public_view(desk.catalogue(), {2024, 12, 31}, filter));
  };
  const std::vector<std::string> first{"公开的通知"};
  const std::vector<std::string> second{"第二个"};
  PublicFilter filter;
  filter.scheme = "catalogue_class";
  filter.code = "class_duties";
  EXPECT_EQ(found(filter), first);
  filter = {};
  filter.text = "通知";
  EXPECT_EQ(found(filter), first);
  filter = {};
  filter.published_from = Date{2024, 3, 5};
  EXPECT_EQ(found(filter), second);
  filter = {};
  filter.published_to = Date{2024, 3, 4};
  EXPECT_EQ(found(filter), first);
  filter = {};
  filter.validity = Validity::repealed;
  EXPECT_EQ(found(filter), second);
  filter = {};
  filter.kind = "news";
  EXPECT_TRUE(found(filter).empty());
}

TEST(PublicView, EverythingIsEscaped) {
  PublicRecord record;
  record.title = "<script>alert('\"&')</script>";
  record.summary = "=HYPERLINK(\"http://x\")";
  record.url = "javascript:alert(1)";
  const auto html = to_html({record});
  EXPECT_EQ(html.find("<script>"), std::string::npos);
  EXPECT_NE(html.find("&lt;script&gt;alert(&#39;&quot;&amp;&#39;)&lt;/script&gt;"), std::string::npos);
  EXPECT_EQ(html.find("href"), std::string::npos);
  EXPECT_NE(to_csv({record}).find(",\"'=HYPERLINK(\"\"http://x\"\")\","), std::string::npos) << to_csv({record});
}

TEST(StandardDirectory, SaysWhichMattersHaveNoCurrentRecord) {
  const auto directory = StandardDirectory::builtin("CN", "statutory_town_2019");
  ASSERT_EQ(directory.matters.size(), 22U);  // fifteen items of art. 20, seven of art. 21 for towns
  auto desk = office();
  auto missing = uncovered(directory, desk.catalogue(), {2024, 12, 31});
  EXPECT_EQ(missing.size(), 21U);
  EXPECT_TRUE(std::none_of(missing.begin(), missing.end(), [](const auto& matter) { return matter.id == "art20_07"; }));
  EXPECT_EQ(coverage(directory, desk.catalogue(), {2024, 12, 31})[6].records, std::vector<std::string>{"public"});
  // Repealed, it covers nothing any more.
  desk.act("public", RecordRepealed{"x", ""}, {2024, 6, 1});
  EXPECT_EQ(uncovered(directory, desk.catalogue(), {2024, 12, 31}).size(), 22U);
}

TEST(StandardDirectory, RefusesDataThatContradictThemselves) {
  const auto parse = [](const char* matters) {
    return StandardDirectory::parse(
        std::string{R"({"schema":1,"id":"d","title":"t","source":"s","matters":[)"} + matters + "]}", "d.json");
  };
  EXPECT_EQ(
      parse(R"({"id":"a","content":"c","basis":"b","mode":"proactive","working_days":3})").matters[0].working_days, 3);
  for (const char* bad :
       {R"({"id":"a","content":"","basis":"b","mode":"proactive"})",
        R"({"id":"a","content":"c","basis":"b","mode":"proactive","working_days":-1})",
        R"({"id":"a","content":"c","basis":"b","mode":"m"},{"id":"a","content":"c","basis":"b","mode":"m"})",
        R"({"id":"a"})"}) {
    EXPECT_THROW((void)parse(bad), RulebookError) << bad;
  }
  EXPECT_THROW((void)StandardDirectory::builtin("CN", "nowhere"), NotFoundError);
}

}  // namespace
}  // namespace gongkai::catalogue_office
