// SPDX-License-Identifier: Apache-2.0
// What only shows over several reports.
#include <gtest/gtest.h>
#include <gongkai/error.hpp>
#include <gongkai/report/run.hpp>

#include <random>

namespace gongkai {
namespace {

const char* const words[] = {"公开", "平台", "群众", "机制", "培训", "镇村", "更新", "栏目", "政策", "解读", "审核",
                             "保密", "目录", "清单", "回应", "关切", "网站", "管理", "服务", "便民", "财政", "预算",
                             "民生", "教育", "医疗", "就业", "养老", "环保", "安全", "农业", "乡村", "振兴", "监督"};

// Sentences of our own making, the same for the same seed.
std::string sentences(unsigned seed, int count) {
  std::mt19937 random{seed};
  std::string out;
  for (int i = 0; i < count; ++i) {
    for (int k = 0; k < 14; ++k) {
      out += words[random() % (sizeof words / sizeof *words)];
    }
    out += "。";
  }
  return out;
}

AnnualReport town(const std::string& name, int year, const std::string& overview, const std::string& problems) {
  AnnualReport report;
  report.organisation = name;
  report.year = year;
  report.style = "cn-format-2021";
  Chapter one;
  one.heading = "一、总体情况";
  one.text = overview;
  one.place.byte_offset = 10;
  Chapter five;
  five.heading = "五、存在的主要问题及改进情况";
  five.text = problems;
  five.place.byte_offset = 2000;
  report.chapters = {one, five};
  return report;
}

std::string told(const std::vector<RunFinding>& findings) {
  std::string out;
  for (const auto& each : findings) {
    out += std::to_string(each.report) + " " + each.finding.code + ";";
  }
  return out;
}

TEST(ReportRun, NearIdenticalTextOfAnotherBodyIsFoundWithItsSentences) {
  ReportRun run;
  const auto text = sentences(1, 12);
  run.add(town("东河镇人民政府", 2023, text, sentences(2, 6)), "a.docx");
  run.add(town("西河镇人民政府", 2023, sentences(3, 12), sentences(4, 6)), "b.docx");
  // Copied, with one sentence of its own and other figures.
  run.add(town("南河镇人民政府", 2023, text + "全年公开信息120条。", sentences(2, 6)), "c.docx");
  const auto findings = run.findings();
  EXPECT_EQ(told(findings), "0 O.PEER;2 O.PEER;");
  EXPECT_EQ(findings[1].other, 0U);
  EXPECT_GE(findings[1].shared.size(), 18U);
  EXPECT_EQ(findings[1].shared.front().here.text, findings[1].shared.front().there.text);
  EXPECT_NE(findings[1].finding.message.find("a.docx"), std::string::npos);
  EXPECT_FALSE(findings[1].finding.where.empty());
}

TEST(ReportRun, OtherYearsAndShortTextsAreNoCopies) {
  ReportRun run;
  const auto text = sentences(1, 12);
  run.add(town("东河镇人民政府", 2023, text, ""), "a");
  run.add(town("西河镇人民政府", 2022, text, ""), "b");
  run.add(town("南河镇人民政府", 2023, "本年度无其他情况需要说明。", ""), "c");
  run.add(town("北河镇人民政府", 2023, "本年度无其他情况需要说明。", ""), "d");
  EXPECT_EQ(told(run.findings()), "");
}

TEST(ReportRun, TheShareFromWhichTextsAreAlikeIsAnOption) {
  const auto text = sentences(1, 10);
  const auto half = text + sentences(9, 10);
  for (const auto& [limit, expected] : {std::pair<std::int64_t, std::string>{80, "0 O.PEER;"},
                                        std::pair<std::int64_t, std::string>{45, "0 O.PEER;1 O.PEER;"}}) {
    CheckOptions options;
    options.limits["O.PEER"] = limit;
    ReportRun run{options};
    run.add(town("东河镇人民政府", 2023, text, ""), "a");
    run.add(town("西河镇人民政府", 2023, half, ""), "b");
    EXPECT_EQ(told(run.findings()), expected) << limit;
  }
}

TEST(ReportRun, OfManyCopiesEachIsFoundAndTheTimeIsLinear) {
  ReportRun run;
  const auto text = sentences(1, 12);
  for (int i = 0; i < 400; ++i) {
    run.add(
        town("第" + std::to_string(i) + "镇人民政府", 2023, text + sentences(100 + static_cast<unsigned>(i), 1), ""),
        std::to_string(i));
  }
  const auto findings = run.findings();
  std::vector<bool> found(400, false);
  for (const auto& each : findings) {
    found[each.report] = found[each.report] || each.finding.code == "O.PEER";
  }
  EXPECT_EQ(std::count(found.begin(), found.end(), true), 400);
  EXPECT_EQ(findings.size(), 400U);
}

TEST(ReportRun, ASecondReportOfABodyIsADuplicate) {
  ReportRun run;
  run.add(town("东河镇人民政府", 2023, "", ""), "a");
  run.add(town("东河镇", 2023, "", ""), "b", ReportStanding::final);
  run.add(town("东河镇人民政府", 2022, "", ""), "c");
  const auto findings = run.findings();
  EXPECT_EQ(told(findings), "0 N.DUPLICATE;");
  EXPECT_EQ(findings.front().other, 1U);
}

TEST(ReportRun, ATownThatSpeaksOfAnotherTownHasCopied) {
  ReportRun run;
  run.add(town("东河镇人民政府", 2023, sentences(1, 3) + "西河镇认真落实政府信息公开各项要求。", ""), "a");
  run.add(town("西河镇人民政府", 2023, sentences(2, 3), ""), "b");
  const auto findings = run.findings();
  EXPECT_EQ(told(findings), "0 O.NAME;");
  EXPECT_EQ(findings.front().finding.right, "西河镇");
}

TEST(Originality, ChaptersThatAreLastYearsAreFound) {
  const auto now = town("东河镇人民政府", 2023, sentences(1, 12), sentences(2, 8));
  const auto last = town("东河镇人民政府", 2022, sentences(3, 12), sentences(2, 8));
  std::string out;
  for (const auto& finding : check(now, last)) {
    out += finding.code + (finding.code == "O.LAST" ? std::string{" "} + finding.where.front().text : "") + ";";
  }
  EXPECT_EQ(out.find("O.LAST"), out.rfind("O.LAST"));
  EXPECT_NE(out.find("O.LAST"), std::string::npos);
}

TEST(Originality, TheSameProblemThreeYearsRunning) {
  const std::string problem = "部分村居公开栏更新不够及时，公开内容不够全面。";
  const std::vector<AnnualReport> earlier{town("东河镇人民政府", 2021, "", problem + sentences(5, 2)),
                                          town("东河镇人民政府", 2022, "", sentences(6, 2) + problem)};
  const auto count = [](const std::vector<Finding>& findings) {
    return std::count_if(findings.begin(), findings.end(), [](const Finding& one) { return one.code == "O.PROBLEM"; });
  };
  const auto now = town("东河镇人民政府", 2023, "", problem + sentences(7, 2));
  EXPECT_EQ(count(check(now, Span<const AnnualReport>{earlier})), 1);
  EXPECT_EQ(count(check(now, earlier.back())), 0);
  EXPECT_THROW((void)check(earlier.front(), Span<const AnnualReport>{earlier}), InvalidArgumentError);
}

TEST(Roster, WhoHasNotReportedIsFoundWhateverTheNameIsPrintedLike) {
  const std::vector<RosterBody> roster{{"密云县不老屯镇人民政府", {}},
                                       {"大城子镇人民政府", {}},
                                       {"密云区发展和改革委员会", {"密云县发展和改革委员会"}},
                                       {"密云区财政局", {}}};
  const std::vector<ReportedBody> reported{
      {"不老屯镇", 2023}, {"北京市密云县发展和改革委员会", 2023}, {"密云区财政局", 2022}};
  const auto findings = check_roster(roster, reported, 2023);
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].code, "D.ABSENT");
  EXPECT_EQ(findings[0].severity, Severity::error);
  EXPECT_NE(findings[0].message.find("大城子镇人民政府"), std::string::npos);
  EXPECT_NE(findings[1].message.find("密云区财政局"), std::string::npos);
}

TEST(Roster, AFullNameDecidesBeforeTheEndOfAnother) {
  const std::vector<RosterBody> roster{{"东城区和平街道办事处", {}}, {"西城区和平街道办事处", {}}};
  const std::vector<ReportedBody> reported{{"西城区和平街道", 2023}};
  const auto findings = check_roster(roster, reported, 2023);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_NE(findings[0].message.find("东城区"), std::string::npos);
}

TEST(Roster, ATreeOfBodiesIsARosterOfItsLastDay) {
  const auto tree = AgencyTree::parse(
      "id,name,from,to,kind,level,parent,succeeds\n"
      "my,密云县人民政府,,2015-11-16,county,county,,\n"
      "my,密云区人民政府,2015-11-17,,county,county,,\n"
      "blt,不老屯镇人民政府,,,town,town,my,\n"
      "fgw,密云县发展和改革委员会,,2015-11-16,department,county,my,\n"
      "fgw,密云区发展和改革委员会,2015-11-17,,department,county,my,\n",
      "tree.csv");
  const auto roster = roster_of(tree, "my", 2023);
  ASSERT_EQ(roster.size(), 2U);
  const std::vector<ReportedBody> reported{{"密云县发展和改革委员会", 2023}};
  EXPECT_EQ(check_roster(roster, reported, 2023).size(), 1U);
}

}  // namespace
}  // namespace gongkai
