// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <gongkai/error.hpp>
#include <gongkai/report/check.hpp>

#include <algorithm>
#include <stdexcept>

#include "report/check_catalogue.hpp"
#include "unit/report/corpus.hpp"
#include "unit/report/pingtan.hpp"
#include "unit/report/truth.hpp"

namespace gongkai {
namespace {

std::string codes(const std::vector<Finding>& findings) {
  std::string out;
  for (const auto& finding : findings) {
    out += finding.code + " " + finding.left.value_or("") + "/" + finding.right.value_or("") + ";";
  }
  return out;
}

AnnualReport with(AnnualReport report, std::string_view table, std::string_view row, std::string_view column,
                  const Decimal& value) {
  report.table(table)->set(row, column, value);
  return report;
}

Cell blank() {
  Cell out;
  out.kind = CellKind::blank;
  return out;
}

const char* const table_files[] = {"2019-yiyangshi", "2020-liangchengzhen", "2023-shuyangxian-fagaiju",
                                   "2023-suqianshi", "2023-xuwen-sifaju",   "2024-shanghai-kewei",
                                   "2024-suqianshi"};

AnnualReport corpus_report(const std::string& name) {
  const auto bytes = testing::slurp(testing::corpus_directory() + "/reports/" + name + ".truth.json");
  if (!bytes) {
    throw std::runtime_error{"no truth file " + name};
  }
  const auto json = detail::parse_json(*bytes, name);
  return testing::report_of_truth(detail::JsonCursor{json, name});
}

bool has_corpus() { return testing::slurp(testing::corpus_directory() + "/reports/2013-bulaotun.txt").has_value(); }

TEST(CheckForm, TheTablesOfTheCorpusHaveTheErrorsThatACarefulReaderFinds) {
  if (!has_corpus()) {
    ASSERT_FALSE(testing::corpus_required());
    GTEST_SKIP() << "no corpus (set GONGKAI_CORPUS)";
  }
  for (const std::string name : table_files) {
    SCOPED_TRACE(name);
    const auto bytes = testing::slurp(testing::corpus_directory() + "/reports/" + name + ".truth.json");
    const auto json = detail::parse_json(*bytes, name);
    const detail::JsonCursor truth{json, name};
    const auto findings = check(testing::report_of_truth(truth));
    std::size_t broken = 0;
    for (const auto& identity : truth.at("identities").elements()) {
      const auto& rule = identity.at("name").string();
      const bool of_tables = rule.compare(0, 6, "table3") == 0 || rule.compare(0, 6, "table4") == 0;
      const auto holds = identity.at("holds");
      if (of_tables && !holds.is_null() && !holds.boolean()) {
        ++broken;
      }
    }
    const auto errors = std::count_if(findings.begin(), findings.end(),
                                      [](const Finding& finding) { return finding.severity == Severity::error; });
    EXPECT_EQ(static_cast<std::size_t>(errors), broken) << codes(findings);
  }
}

TEST(CheckForm, TwoYearsOfTheCorpusAgree) {
  if (!has_corpus()) {
    GTEST_SKIP() << "no corpus (set GONGKAI_CORPUS)";
  }
  const auto findings = check(corpus_report("2024-suqianshi"), corpus_report("2023-suqianshi"));
  for (const auto& finding : findings) {
    EXPECT_NE(finding.severity, Severity::error) << finding;
    EXPECT_NE(finding.code, "T2.STOCK") << finding;
  }
}

TEST(CheckForm, ThePublishedReportsOfPingtanHold) {
  const auto first = testing::pingtan(2021);
  const auto second = testing::pingtan(2022);
  EXPECT_EQ(codes(check(first)), "");
  for (const auto& finding : check(second, first)) {
    EXPECT_NE(finding.severity, Severity::error) << finding;
    EXPECT_NE(finding.code, "T2.STOCK") << finding;
    EXPECT_NE(finding.code, "XY.CARRY") << finding;
  }
}

TEST(CheckForm, ARowAndAColumnThatFailByTheSameAmountNameTheCellAndItsRepair) {
  const auto report = with(testing::pingtan(2021), "requests", "unable_not_held", "natural_person", {23, 0});
  const auto findings = check(report);
  EXPECT_EQ(codes(findings), "T3.COL 26/25;T3.SUM 64/63;");
  for (const auto& finding : findings) {
    EXPECT_EQ(
        finding.suggestion,
        "requests.unable_not_held.natural_person is likely 22 instead of 23: that one change settles 2 equations");
  }
  EXPECT_EQ(findings[0].citation, "国办公开办函〔2021〕30号, 附件");
  EXPECT_EQ(findings[0].cells.front(), "requests.unable_not_held.total");
  EXPECT_EQ(findings[0].message_zh, "1.本机关不掌握相关政府信息：各栏之和为26（23 + 3），公布的总计为25");
  EXPECT_EQ(findings[1].message.find("natural persons: the outcomes sum to 64"), 0U) << findings[1].message;
}

TEST(CheckForm, ATotalThatThreeEquationsShareIsFoundAsTheCulprit) {
  const auto findings = check(with(testing::pingtan(2021), "requests", "handled_total", "natural_person", {36, 0}));
  EXPECT_EQ(codes(findings), "T3.BAL 64/37;T3.COL 42/69;T3.SUM 63/36;");
  for (const auto& finding : findings) {
    EXPECT_NE(finding.suggestion.find("handled_total.natural_person is likely 63"), std::string::npos) << finding;
  }
}

TEST(CheckForm, OneBrokenEquationBlamesNoCell) {
  const auto findings = check(with(testing::pingtan(2021), "remedies", "reconsideration", "total", {0, 0}));
  ASSERT_EQ(codes(findings), "T4.TOT 3/0;");
  EXPECT_EQ(findings[0].cells.front(), "remedies.reconsideration.total");
  EXPECT_EQ(findings[0].suggestion, "");
}

TEST(CheckForm, OnlyWhatNoFillingOfTheBlanksCanSatisfyIsAnError) {
  auto report = testing::pingtan(2021);
  auto* requests = report.table("requests");
  // Blanks beside a filled total: holds when they are zero.
  for (const char* column : {"commercial_enterprise", "research_institution", "legal_service_org"}) {
    for (std::size_t row = 0; row < requests->row_count(); ++row) {
      requests->set(requests->row_id(row), column, blank());
    }
  }
  EXPECT_EQ(codes(check(report)), "");
  // Not checkable: the blank may hold what is missing.
  requests->set("granted", "total", Decimal{31, 0});
  EXPECT_EQ(codes(check(report)), "T3.SUM 70/69;");  // the column of totals has no blank
  // Impossible whatever the blanks hold.
  requests->set("granted", "total", Decimal{29, 0});
  EXPECT_EQ(codes(check(report)), "T3.COL 30/29;T3.SUM 68/69;");
  // A blank total is no zero.
  requests->set("granted", "total", blank());
  EXPECT_EQ(codes(check(report)), "");
}

TEST(CheckForm, AMarkIsABlank) {
  auto report = testing::pingtan(2021);
  Cell mark;
  mark.kind = CellKind::mark;
  mark.printed = "/";
  report.table("requests")->set("carried_out", "total", mark);
  EXPECT_EQ(codes(check(report)), "");
}

TEST(CheckForm, CountsAreWholeAndNotNegative) {
  EXPECT_EQ(codes(check(with(testing::pingtan(2021), "proactive", "administrative_coercion", "decisions", {-1, 0}))),
            "L.NEG /-1;");
  EXPECT_EQ(codes(check(with(testing::pingtan(2021), "proactive", "administrative_coercion", "decisions", {15, 1}))),
            "L.NEG /1.5;");
  EXPECT_EQ(codes(check(with(testing::pingtan(2021), "proactive", "administrative_coercion", "decisions", {20, 1}))),
            "");
  AnnualReport trial;
  trial.tables.emplace_back(Form::builtin("cn-trial-2019"), "proactive");
  trial.tables.back().set("administrative_licenses", "items_change", Decimal{-26524, 0});
  EXPECT_EQ(codes(check(trial)), "");
}

TEST(CheckForm, MoreIssuedThanInForceIsImpossible) {
  EXPECT_EQ(codes(check(with(testing::pingtan(2021), "proactive", "normative_documents", "in_force", {65, 0}))),
            "T2.FLOOR 66/65;");
}

TEST(CheckForm, RulesOfABodyWithoutThePowerAreAWarningWhereTheLevelIsKnown) {
  auto report = with(testing::pingtan(2021), "proactive", "rules", "in_force", {2, 0});
  EXPECT_EQ(codes(check(report)), "");
  report.level = "town";
  EXPECT_EQ(codes(check(report)), "T2.RULE 0/2;");
  CheckOptions options;
  options.level = "prefecture";
  EXPECT_EQ(codes(check(report, options)), "");
}

TEST(CheckForm, WhatWasCarriedOverIsComparedTotalsAndColumnsApart) {
  auto second = testing::pingtan(2022);
  second.table("requests")->set("carried_in", "natural_person", Decimal{0, 0});
  second.table("requests")->set("carried_in", "commercial_enterprise", Decimal{1, 0});
  const auto carried = [&] {
    std::string out;
    for (const auto& finding : check(second, testing::pingtan(2021))) {
      if (finding.code == "XY.CARRY") {
        out += std::string{to_string(finding.severity)} + " " + finding.cells.front() + " " + *finding.left + "/" +
               *finding.right + ";";
      }
    }
    return out;
  };
  EXPECT_EQ(carried(),
            "error requests.carried_in.commercial_enterprise 0/1;error requests.carried_in.natural_person 1/0;");
  second.explanations.push_back({"上年结转的申请人类型更正", {"requests.carried_in"}, {}});
  EXPECT_EQ(carried(),
            "note requests.carried_in.commercial_enterprise 0/1;note requests.carried_in.natural_person 1/0;");
  EXPECT_THROW((void)check(second, testing::pingtan(2022)), InvalidArgumentError);
}

TEST(CheckForm, TheYearBeforeSpeaksOfStockPendingUnitsAndCopies) {
  const auto first = testing::pingtan(2021);
  const auto has = [&](const AnnualReport& report, const AnnualReport& before, std::string_view code) {
    const auto findings = check(report, before);
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == code; });
  };
  EXPECT_TRUE(
      has(with(testing::pingtan(2022), "proactive", "normative_documents", "in_force", {700, 0}), first, "T2.STOCK"));
  auto pending = first;
  pending.table("remedies")->set("reconsideration", "pending", Decimal{5, 0});
  EXPECT_TRUE(has(testing::pingtan(2022), pending, "T4.PEND"));
  EXPECT_TRUE(has(with(testing::pingtan(2022), "proactive", "administrative_fees", "amount_wan_yuan", {242523110, 0}),
                  first, "L.UNIT"));
  auto copy = first;
  copy.year = 2022;
  EXPECT_TRUE(has(copy, first, "O.TABLES"));
  EXPECT_FALSE(has(testing::pingtan(2022), first, "O.TABLES"));
  // 1282 → 2113 is no jump, 42 → 8 is.
  const auto jump = with(testing::pingtan(2022), "proactive", "administrative_coercion", "decisions", {8, 0});
  EXPECT_TRUE(has(jump, first, "L.JUMP"));
  auto told = with(with(jump, "proactive", "administrative_licenses", "decisions", {2300, 0}), "proactive",
                   "normative_documents", "repealed", {3, 0});
  told.chapters.push_back({"一、总体情况", "行政强制事项划转至综合执法局。", {}});
  EXPECT_FALSE(has(told, first, "L.JUMP"));
}

TEST(CheckForm, RemediesWithoutAnyRequestAreAWarning) {
  FillOptions options;
  options.missing = Missing::zero;
  const auto form = Form::builtin("cn-format-2021");
  const auto nothing = fill(form, {}, options);
  const auto report = fill(form, {{"remedies.litigation_direct.upheld", {2, 0}}}, options);
  EXPECT_EQ(codes(check(report)), "");
  EXPECT_EQ(codes(check(report, nothing)), "T4.BASE 0/2;");
}

TEST(CheckForm, ALimitOfThePlaceMakesOtherOutcomesAFinding) {
  auto report = testing::pingtan(2022);
  EXPECT_EQ(codes(check(report)), "");
  const auto options = CheckOptions::parse(
      R"({"schema": 1, "severities": {"T3.OTHER": "note"}, "limits": {"T3.OTHER": 2}})", "local.json");
  const auto findings = check(report, options);
  ASSERT_EQ(codes(findings), "T3.OTHER 2.67/2;");
  EXPECT_EQ(findings[0].severity, Severity::note);
  EXPECT_THROW((void)CheckOptions::parse(R"({"schema": 1, "severities": {"T3.OTHER": "bad"}})", "x"), ParseError);
}

TEST(CheckForm, AFeeThatTheTariffCannotGiveIsAnError) {
  auto report = testing::pingtan(2022);
  Mention fee;
  fee.what = "收取信息处理费";
  fee.value = {680, 0};
  fee.unit = "元";
  report.mentions = {fee};
  EXPECT_EQ(codes(check(report)), "");
  report.mentions[0].value = {6805, 1};
  EXPECT_EQ(codes(check(report)), "FEE.GRID /680.5;");
  report.mentions[0].value = {123, 2};
  report.mentions[0].unit = "万元";
  EXPECT_EQ(codes(check(report)), "");
}

TEST(CheckForm, AnUnpaidFeeMustBeToldInChapterSixWhereItWasRead) {
  FillOptions options;
  options.missing = Missing::zero;
  auto report =
      fill(Form::builtin("cn-format-2021"),
           {{"requests.new_received.natural_person", {1, 0}}, {"requests.other_fee_overdue.natural_person", {1, 0}}},
           options);
  EXPECT_EQ(codes(check(report)), "");
  report.chapters.push_back({"六、其他需要报告的事项", "无。", {}});
  EXPECT_EQ(codes(check(report)), "FEE.ROW /;");
  report.chapters[0].text = "本年度收取信息处理费0元。";
  EXPECT_EQ(codes(check(report)), "");
}

TEST(CheckForm, TheSumsOfTheStatisticsOf2014AreChecked) {
  const auto form = Form::builtin("cn-statistics-2014");
  FillOptions options;
  options.missing = Missing::zero;
  EXPECT_EQ(codes(check(fill(form, {}, options))), "");
  const auto report = fill(form,
                           {{"statistics.received.value", {5, 0}},
                            {"statistics.received_online.value", {4, 0}},
                            {"statistics.proactive_items.value", {10, 0}},
                            {"statistics.channel_website.value", {12, 0}},
                            {"statistics.channel_gazette.value", {1, 0}},
                            {"statistics.interviews_chief.value", {2, 0}},
                            {"statistics.interviews.value", {1, 0}}},
                           options);
  EXPECT_EQ(codes(check(report)), "ST.SUM 4/5;ST.SUM 2/1;ST.SUM 12/10;");
}

TEST(CheckForm, EachTableOfAMixedReportIsCheckedByItsOwnForm) {
  AnnualReport report;
  report.style = "cn-format-2021";
  report.tables.emplace_back(Form::builtin("cn-trial-2019"), "requests");
  report.tables.emplace_back(Form::builtin("cn-format-2021"), "remedies");
  auto& requests = report.tables[0];
  for (std::size_t i = 0; i < requests.cell_count(); ++i) {
    requests.set(i, Decimal{0, 0});
  }
  requests.set("other_handling", "natural_person", Decimal{1, 0});
  report.tables[1].set("reconsideration", "total", Decimal{1, 0});
  report.tables[1].set("reconsideration", "upheld", Decimal{2, 0});
  EXPECT_EQ(codes(check(report)), "T3.COL 1/0;T3.SUM 1/0;T4.TOT 2/1;");
}

TEST(CheckForm, EveryMessageOfEveryFormIsInTheCatalogue) {
  for (const auto& id : Form::builtin_ids()) {
    for (const auto& rule : Form::builtin(id).checks()) {
      EXPECT_NO_THROW((void)detail::CheckCatalogue::builtin().text(rule.message, {})) << rule.message;
    }
  }
}

}  // namespace
}  // namespace gongkai
