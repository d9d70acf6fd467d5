// SPDX-License-Identifier: Apache-2.0
// Text against table, under every base on which a figure may be counted.
#include <gtest/gtest.h>
#include <gongkai/report/check.hpp>
#include <gongkai/report/read.hpp>

#include <algorithm>

#include "unit/report/corpus.hpp"
#include "unit/report/pingtan.hpp"

namespace gongkai {
namespace {

// The text of a report beside the tables of Pingtan 2022: 74 new, 1 carried in, 75 handled, 0 carried out.
AnnualReport report_with(const std::string& sentences) {
  auto report = read("平潭综合实验区2022年政府信息公开工作年度报告\n一、总体情况\n" + sentences +
                     "\n五、存在的主要问题及改进情况\n仍有不足，将加以改进。\n六、其他需要报告的事项\n无。\n");
  auto tables = testing::pingtan(2022);
  report.tables = tables.tables;
  return report;
}

std::string found(const AnnualReport& report, const std::string& prefix = "X.") {
  std::string out;
  for (const auto& finding : check(report)) {
    if (finding.code.compare(0, prefix.size(), prefix) == 0) {
      out += std::string{to_string(finding.severity)} + " " + finding.code + " " + finding.left.value_or("") + "/" +
             finding.right.value_or("") + ";";
    }
  }
  return out;
}

TEST(CheckClaims, AFigureThatAgreesWithItsCellIsNoFinding) {
  EXPECT_EQ(found(report_with("全年收到政府信息公开申请74件，上年结转1件，已办结75件，结转下年度0件。")), "");
  EXPECT_EQ(found(report_with("全年收到政府信息公开申请74件，其中予以公开21件、部分公开9件、不予公开4件。")), "");
}

TEST(CheckClaims, AFigureOnAnotherBaseIsAWarningThatNamesIt) {
  // The published text of 2022 says 75 "received": 74 new and 1 carried in.
  const auto report = report_with("全年收到政府信息公开申请75件。");
  EXPECT_EQ(found(report), "warning X.CELL 75/74;");
  const auto findings = check(report);
  const auto finding =
      std::find_if(findings.begin(), findings.end(), [](const Finding& one) { return one.code == "X.CELL"; });
  ASSERT_NE(finding, findings.end());
  EXPECT_NE(finding->message.find("newly received and carried in"), std::string::npos);
  EXPECT_NE(finding->message_zh.find("上年结转"), std::string::npos);
  EXPECT_EQ(finding->cells, std::vector<std::string>{"requests.new_received.total"});
  EXPECT_EQ(finding->where.front().text, "75件");
}

TEST(CheckClaims, WhereTheWordsNameTheBaseItIsNoOther) {
  EXPECT_EQ(found(report_with("全年共收办政府信息公开申请75件。")), "");
  EXPECT_EQ(found(report_with("全年共受理政府信息公开申请75件。")), "");
}

TEST(CheckClaims, AFigureThatNoBaseGivesIsAnErrorWithBothSides) {
  EXPECT_EQ(found(report_with("全年收到政府信息公开申请80件。")), "error X.CELL 80/74;");
  EXPECT_EQ(found(report_with("全年收到政府信息公开申请74件，结转下年度3件。")), "error X.CELL 3/0;");
  EXPECT_EQ(found(report_with("全年收到政府信息公开申请74件，上年结转2件。")), "error X.CELL 2/1;");
  EXPECT_EQ(found(report_with("全年收到政府信息公开申请74件，予以公开23件、部分公开9件、不予公开4件。")),
            "error X.CELL 23/21;");
}

TEST(CheckClaims, NoneInWordsAgainstAPositiveCellIsX_ZERO) {
  // Table 4 has 2 reconsiderations and 1 suit.
  EXPECT_EQ(found(report_with("本年度未发生因政府信息公开申请行政复议的情况。")), "error X.ZERO 0/2;");
}

TEST(CheckClaims, ApplicantsAreComparedWithTheirColumns) {
  EXPECT_EQ(found(report_with("全年收到政府信息公开申请74件，其中自然人申请71件，法人或其他组织申请3件。")), "");
  EXPECT_EQ(found(report_with("全年收到政府信息公开申请74件，其中自然人申请70件，法人或其他组织申请4件。")),
            "error X.CELL 4/3;error X.CELL 70/71;");
  EXPECT_EQ(found(report_with("全年受理政府信息公开申请75件，其中自然人申请72件，法人或其他组织申请3件。")), "");
}

TEST(CheckClaims, WhatWasCarriedInMayStandInBracketsOrBesideIt) {
  EXPECT_EQ(found(report_with("全年共收到政府信息公开申请75件（含上年结转1件），办结75件。")), "");
  EXPECT_EQ(found(report_with("全年共收到政府信息公开申请79件（含上年结转1件），办结75件。")), "error X.CELL 79/75;");
  EXPECT_EQ(
      found(report_with("全年新收政府信息公开申请74件，去年结转4件，其中自然人申请71件、法人或其他组织申请3件。")),
      "error X.CELL 4/1;");
  EXPECT_EQ(found(report_with("全年收到政府信息公开申请74件；结转下年度办理2件。")), "error X.CELL 2/0;");
}

TEST(CheckClaims, ResultsBehindASemicolonAreNoPartsOfTheApplicants) {
  EXPECT_EQ(found(report_with(
                "收到政府信息公开申请74件，其中自然人申请71件，法人或其他组织申请3件；予以公开21件，部分公开9件，"
                "不予公开4件。结转下年度继续办理0件。")),
            "");
}

TEST(CheckClaims, RemediesMayBeCountedAsConcluded) {
  auto report = report_with("全年收到政府信息公开申请74件，因信息公开被申请行政复议1件。");
  EXPECT_EQ(found(report), "error X.CELL 1/2;");
  report.table("remedies")->set("reconsideration", "pending", Decimal{1, 0});
  EXPECT_EQ(found(report), "warning X.CELL 1/2;");
}

TEST(CheckClaims, CasesThatTheBodyDecidesItselfMayBeMeant) {
  EXPECT_EQ(found(report_with("全年收到政府信息公开申请74件，审理政府信息公开类行政复议案件30件。")),
            "warning X.CELL 30/2;");
}

TEST(CheckClaims, NormativeDocumentsOfTheTextAreComparedWithTableTwo) {
  EXPECT_EQ(found(report_with("全年制发行政规范性文件88件，废止55件，现行有效行政规范性文件698件。")), "");
  EXPECT_EQ(found(report_with("全年制发行政规范性文件80件。")), "warning X.CELL 80/88;");
  EXPECT_EQ(found(report_with("现行有效行政规范性文件700件。")), "error X.CELL 700/698;");
}

TEST(CheckClaims, ABlankCellContradictsNothing) {
  auto report = report_with("全年收到政府信息公开申请80件。");
  Cell blank;
  blank.kind = CellKind::blank;
  report.table("requests")->set("new_received", "total", blank);
  EXPECT_EQ(found(report), "");
}

TEST(CheckClaims, FiguresOfTheOfficeAloneAreSaidToBeSo) {
  auto report = report_with("全年收到政府信息公开申请74件。");
  report.organisation = "平潭县人民政府";
  report.claims.front().words = "县政府办公室收到申请";
  report.claims.front().cell.value = Decimal{12, 0};
  EXPECT_EQ(found(report), "warning X.CELL 12/74;");
}

TEST(CheckClaims, ARateOfGrowthIsComparedWithLastYearsTable) {
  auto report = report_with("全年收到政府信息公开申请74件，同比增长5.71%。");
  const auto before = testing::pingtan(2021);  // 70
  std::string out;
  for (const auto& finding : check(report, before)) {
    out += finding.code == "X.GROWTH" ? finding.left.value_or("") + "/" + finding.right.value_or("") : "";
  }
  EXPECT_EQ(out, "");
  report = report_with("全年收到政府信息公开申请74件，同比增长7.5%。");
  for (const auto& finding : check(report, before)) {
    out += finding.code == "X.GROWTH" ? finding.left.value_or("") + "/" + finding.right.value_or("") : "";
  }
  EXPECT_EQ(out, "5.7/7.5");
}

TEST(CheckClaims, AReportFromElsewhereIsComparedByItsSlots) {
  auto report = testing::pingtan(2022);
  Cell eighty;
  eighty.kind = CellKind::number;
  eighty.value = {80, 0};
  report.narrative = {{"requests_received", eighty}};
  EXPECT_EQ(found(report), "error X.CELL 80/74;");
}

TEST(CheckClaims, TheTextOfSuqianIsComparedAsACarefulReaderDoes) {
  const auto directory = testing::corpus_directory() + "/reports/";
  const auto text = testing::slurp(directory + "2024-suqianshi.txt");
  const auto last = testing::slurp(directory + "2023-suqianshi.txt");
  if (!text || !last) {
    ASSERT_FALSE(testing::corpus_required());
    GTEST_SKIP() << "no corpus (set GONGKAI_CORPUS)";
  }
  std::string out;
  for (const auto& finding : check(read(*text), read(*last))) {
    if (finding.code.compare(0, 2, "X.") == 0) {
      out += finding.code + " " + finding.left.value_or("") + "/" + finding.right.value_or("") + ";";
    }
  }
  // 134 = 170 − 36 and 57 = 77 − 20 are concluded cases; 3646 against 3607 is 1.08 %.
  EXPECT_EQ(out, "X.CELL 57/77;X.CELL 134/170;X.GROWTH 1.08/1.05;");
}

}  // namespace
}  // namespace gongkai
