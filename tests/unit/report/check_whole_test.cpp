// SPDX-License-Identifier: Apache-2.0
// What a report as a whole must have, and when it must be out.
#include <gtest/gtest.h>
#include <gongkai/error.hpp>
#include <gongkai/report/check.hpp>
#include <gongkai/report/read.hpp>

#include <algorithm>

#include "unit/report/pingtan.hpp"

namespace gongkai {
namespace {

Chapter chapter(std::string heading, std::string text) {
  Chapter out;
  out.heading = std::move(heading);
  out.text = std::move(text);
  return out;
}

// A report of the form of 2021 that says all it must.
AnnualReport whole(int year = 2022) {
  auto report = testing::pingtan(year);
  report.complete = true;
  report.style = "cn-format-2021";
  report.organisation = "平潭县流水镇人民政府";
  report.year = year;
  report.chapters = {
      chapter("", "本报告数据统计期限自2022年1月1日至12月31日。如有疑问，请联系镇政府，地址：流水镇，电话：0591。"),
      chapter("一、总体情况", "主动公开、依申请公开、政府信息管理、公开平台和监督保障各项工作都有进展。"),
      chapter("二、主动公开政府信息情况", ""),
      chapter("三、收到和处理政府信息公开申请情况", ""),
      chapter("四、政府信息公开行政复议、行政诉讼情况", ""),
      chapter("五、存在的主要问题及改进情况", "存在的问题是更新不及时。下一步将加强培训。"),
      chapter("六、其他需要报告的事项", "本年度未收取信息处理费。")};
  return report;
}

std::string codes(const std::vector<Finding>& findings) {
  std::string out;
  for (const auto& finding : findings) {
    out += std::string{to_string(finding.severity)}.substr(0, 1) + " " + finding.code + ";";
  }
  return out;
}

TEST(CheckWhole, AReportThatSaysAllItMustHasNoFinding) { EXPECT_EQ(codes(check(whole())), ""); }

TEST(CheckWhole, AMissingChapterIsAnErrorOnlyInAWholeDocument) {
  auto report = whole();
  report.chapters.pop_back();
  EXPECT_EQ(codes(check(report)), "e C.CHAPTER;");
  report.complete = false;
  EXPECT_EQ(codes(check(report)), "");
}

TEST(CheckWhole, WithoutAnyTableTheReportMayBeRunningText) {
  auto report = whole();
  report.tables.clear();
  EXPECT_EQ(codes(check(report)), "w C.CHAPTER;w C.CHAPTER;w C.CHAPTER;");
}

TEST(CheckWhole, AHeadingOfAnotherWordingIsTheChaptersAll) {
  auto report = whole();
  report.chapters[5].heading = "五、存在的不足及下步打算";
  report.chapters[6].heading = "六、其它说明事项";
  EXPECT_EQ(codes(check(report)), "");
}

TEST(CheckWhole, AMissingTableIsAnErrorAndATableAsAPictureAWarning) {
  auto report = whole();
  report.chapters[4].place.byte_offset = 1000;
  report.chapters[5].place.byte_offset = 2000;
  report.tables.erase(std::remove_if(report.tables.begin(), report.tables.end(),
                                     [](const Table& table) { return table.id() == "remedies"; }),
                      report.tables.end());
  EXPECT_EQ(codes(check(report)), "e C.CHAPTER;");
  Place picture;
  picture.byte_offset = 1500;
  picture.text = "table4.png";
  report.pictures = {picture};
  EXPECT_EQ(codes(check(report)), "w P.IMAGE;");
  report.pictures.front().byte_offset = 10;  // in the head of the page
  EXPECT_EQ(codes(check(report)), "e C.CHAPTER;");
}

TEST(CheckWhole, TheFormOfAnotherYearIsFound) {
  auto report = whole();
  report.year = 2020;
  const auto findings = check(report);
  const auto count = [&](Severity severity) {
    return std::count_if(findings.begin(), findings.end(),
                         [&](const Finding& one) { return one.code == "C.FORM" && one.severity == severity; });
  };
  EXPECT_EQ(count(Severity::error), 1);
  EXPECT_EQ(count(Severity::warning), 2);
}

TEST(CheckWhole, ARowThatIsNowhereIsMissing) {
  auto report = whole();
  auto* remedies = report.table("remedies");
  for (const char* column : {"upheld", "corrected", "other", "pending", "total"}) {
    remedies->set("litigation_after_reconsideration", column, Cell{});
  }
  EXPECT_EQ(codes(check(report)), "e C.ROW;");
  report.unplaced.emplace_back();  // a figure without a cell may be that row's
  EXPECT_EQ(codes(check(report)), "n N.UNPLACED;");
}

TEST(CheckWhole, ChapterOneHasItsAspectsAndThoseOfGovernments) {
  auto report = whole();
  report.chapters[1].text = "主动公开、依申请公开、政府信息管理各项工作都有进展。";
  EXPECT_EQ(codes(check(report)), "w C.ASPECT;w C.ASPECT;");  // platforms, supervision
  report = whole();
  report.organisation = "平潭县人民政府";
  EXPECT_EQ(codes(check(report)), "w C.ASPECT;w C.ASPECT;w C.ASPECT;");  // assessment, review, accountability
}

TEST(CheckWhole, TraditionalCharactersSayTheSame) {
  auto report = whole();
  report.chapters[1].text = "主動公開、依申請公開、政府信息管理、公開平臺和監督保障各項工作都有進展。";
  report.chapters[5].text = "存在的問題是更新不及時。下一步將加強培訓。";
  report.chapters[6].text = "本年度未收取信息處理費。";
  EXPECT_EQ(codes(check(report)), "");
}

TEST(CheckWhole, TheFeeIsReportedEvenWhenNoneWasCharged) {
  auto report = whole();
  report.chapters[6].text = "无其他需要报告的事项。";
  EXPECT_EQ(codes(check(report)), "w C.FEE;");
}

TEST(CheckWhole, ProblemsNeedMeasures) {
  auto report = whole();
  report.chapters[5].text = "存在的问题是更新不及时。";
  EXPECT_EQ(codes(check(report)), "w C.MEASURE;");
}

TEST(CheckWhole, AnnouncedPartsAreCounted) {
  auto report = whole();
  report.chapters[0].text += "本报告由七个部分组成。";
  EXPECT_EQ(codes(check(report)), "w C.PARTS;");
  report = whole();
  report.chapters[0].text += "本报告由六个部分组成。";
  EXPECT_EQ(codes(check(report)), "");
}

TEST(CheckWhole, ChapterOneHasAtMostAThousandCharactersInPrinciple) {
  auto report = whole();
  for (int i = 0; i < 200; ++i) {
    report.chapters[1].text += "持续推进公开";
  }
  const auto findings = check(report);
  EXPECT_EQ(codes(findings), "n C.LENGTH;");
  EXPECT_EQ(findings.front().right, "1000");
}

TEST(CheckWhole, TheReportSaysItsPeriodAndHowToReachTheOffice) {
  auto report = whole();
  report.chapters[0].text = "根据《中华人民共和国政府信息公开条例》编制。";
  EXPECT_EQ(codes(check(report)), "n C.CONTACT;n C.CONTACT;n C.CONTACT;");
}

TEST(CheckWhole, WordsOfTheCallerAreRefused) {
  CheckOptions options;
  options.words = {"更新不及时"};
  EXPECT_EQ(codes(check(whole(), options)), "w P.WORDS;");
}

TEST(CheckWhole, AChangeAfterPublicationShows) {
  auto report = whole();
  CheckOptions options;
  options.content_hash = content_hash(report);
  EXPECT_EQ(codes(check(report, options)), "");
  report.chapters[5].text = "存在的问题是更新很慢。下一步将加强培训。";
  EXPECT_EQ(codes(check(report, options)), "w P.CHANGED;");
}

TEST(CheckTimeliness, TheDayDependsOnTheKindOfBodyAndTheYear) {
  const auto late = [](AnnualReport report, std::optional<std::string> level, Date day) {
    CheckOptions options;
    options.level = std::move(level);
    options.published_on = day;
    return codes(check(report, options));
  };
  // Towns as departments: 31 January; the name tells.
  EXPECT_EQ(late(whole(), std::nullopt, {2023, 1, 31}), "");
  EXPECT_EQ(late(whole(), std::nullopt, {2023, 2, 1}), "e D.LATE;");
  auto report = whole();
  report.organisation = "某某";
  EXPECT_EQ(late(report, "department", {2023, 2, 1}), "e D.LATE;");
  EXPECT_EQ(late(report, "county", {2023, 2, 20}).find("D.LATE"), std::string::npos);
  EXPECT_NE(late(report, "county", {2023, 2, 21}).find("D.LATE"), std::string::npos);
  EXPECT_NE(late(report, "prefecture", {2023, 3, 11}).find("D.LATE"), std::string::npos);
  EXPECT_NE(late(report, "province", {2023, 4, 1}).find("D.LATE"), std::string::npos);
  EXPECT_EQ(late(report, std::nullopt, {2023, 6, 1}), "");  // no kind, no day
  // A city may be a county's or a prefecture's: late only after the last of the days.
  report.organisation = "某市人民政府";
  EXPECT_EQ(late(report, std::nullopt, {2023, 3, 20}).find("D.LATE"), std::string::npos);
  EXPECT_NE(late(report, std::nullopt, {2023, 4, 1}).find("D.LATE"), std::string::npos);
}

TEST(CheckTimeliness, TheRegulationsOf2008HaveOneDayForAll) {
  AnnualReport report;
  report.year = 2013;
  report.style = "cn-narrative-2008";
  CheckOptions options;
  options.published_on = Date{2014, 3, 31};
  EXPECT_EQ(codes(check(report, options)), "");
  options.published_on = Date{2014, 4, 1};
  const auto findings = check(report, options);
  EXPECT_EQ(codes(findings), "e D.LATE;");
  EXPECT_EQ(findings.front().citation, "国务院令第492号, art. 31");
}

TEST(CheckTimeliness, ADayThatOnlyThePagePrintsIsAWarning) {
  auto report = whole();
  report.published_on = Date{2023, 3, 1};
  EXPECT_EQ(codes(check(report)), "w D.LATE;");
}

TEST(CheckTimeliness, APlaceMayWantItEarlier) {
  auto options = CheckOptions::parse(
      R"({"schema": 1, "level": "town", "local_due": {"town": {"month": 1, "day": 26}}, "severities": {"D.LOCAL": "error"}})",
      "huaihua.json");
  options.published_on = Date{2023, 1, 27};
  EXPECT_EQ(codes(check(whole(), options)), "e D.LOCAL;");
  EXPECT_THROW((void)CheckOptions::parse(R"({"schema": 1, "local_due": {"town": {"month": 2, "day": 29}}})", "x.json"),
               ParseError);
}

TEST(CheckTimeliness, SignedBeforeTheYearWasOverTheFiguresCannotBeFinal) {
  auto report = whole();
  report.signed_on = Date{2022, 12, 30};
  EXPECT_EQ(codes(check(report)), "w D.EARLY;");
  report.signed_on = Date{2022, 12, 31};
  EXPECT_EQ(codes(check(report)), "");
}

TEST(CheckTimeliness, TheDayUnderTheSignatureIsRead) {
  const std::string text =
      "不老屯镇2013年政府信息公开工作年度报告\n一、概述\n公开政府信息12条。\n二、存在的问题\n有不足。\n不老屯镇人民政府"
      "\n";
  EXPECT_EQ(read(text + "2013年12月31日").signed_on, (Date{2013, 12, 31}));
  EXPECT_EQ(read(text + "二〇一四年一月十五日").signed_on, (Date{2014, 1, 15}));
  EXPECT_EQ(read(text + "二○一四年三月二十日\n打印 关闭").signed_on, (Date{2014, 3, 20}));
  EXPECT_EQ(read(text).signed_on, std::nullopt);
}

}  // namespace
}  // namespace gongkai
