// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <gongkai/error.hpp>
#include <gongkai/report/compare.hpp>
#include <gongkai/report/merge.hpp>
#include <gongkai/report/merge_tree.hpp>

#include "unit/report/pingtan.hpp"

namespace gongkai {
namespace {

const Form& form() {
  static const Form out = Form::builtin("cn-format-2021");
  return out;
}

AnnualReport town(const std::string& name, const Counts& counts, Missing missing = Missing::zero) {
  FillOptions options;
  options.organisation = name;
  options.year = 2023;
  options.missing = missing;
  return fill(form(), counts, options);
}

std::string codes(const std::vector<Finding>& findings) {
  std::string out;
  for (const auto& finding : findings) {
    out += finding.code + " " + finding.left.value_or("") + "/" + finding.right.value_or("") + ";";
  }
  return out;
}

TEST(Rollup, FiguresAreSummedWithAllTheirDecimals) {
  Rollup county{form()};
  county.add(town("甲镇", {{"requests.new_received.natural_person", {5, 0}},
                           {"requests.granted.natural_person", {2, 0}},
                           {"proactive.administrative_fees.amount_wan_yuan", {125, 2}}}));
  county.add(town("乙镇", {{"requests.granted.natural_person", {3, 0}},
                           {"proactive.administrative_fees.amount_wan_yuan", {20001, 4}}}));
  const auto report = county.report("某县");
  EXPECT_EQ(report.cell("requests.granted.total").value, (Decimal{5, 0}));
  EXPECT_EQ(report.cell("proactive.administrative_fees.amount_wan_yuan").value, (Decimal{32501, 4}));
  EXPECT_EQ(report.year, 2023);
  EXPECT_EQ(county.count(), 2U);
  EXPECT_EQ(codes(check(report)), "");
}

TEST(Rollup, WhatSomeLeftBlankStaysVisible) {
  Rollup county{form()};
  county.add(town("甲镇", {{"requests.granted.natural_person", {2, 0}}}));
  county.add(town("乙镇", {}, Missing::blank));
  AnnualReport cut = town("丙镇", {});
  cut.tables.clear();
  county.add(cut);
  const auto coverage = county.coverage("requests.granted.natural_person");
  EXPECT_EQ(coverage.numbers, 1U);
  EXPECT_EQ(coverage.blanks, 1U);
  EXPECT_EQ(coverage.absent, 1U);
  EXPECT_EQ(county.report().cell("requests.granted.natural_person").value, (Decimal{2, 0}));
  EXPECT_EQ(county.missing({"甲镇", "丁镇", "丙镇"}), (std::vector<std::string>{"丁镇"}));
  Rollup blank{form()};
  blank.add(town("乙镇", {}, Missing::blank));
  EXPECT_EQ(blank.report().cell("requests.granted.natural_person").kind, CellKind::blank);
}

TEST(Rollup, ASecondReportOfABodyIsAFindingAndNotCountedTwice) {
  const auto first = town("甲镇", {{"requests.granted.natural_person", {2, 0}}});
  const auto second = town("甲镇", {{"requests.granted.natural_person", {7, 0}}});
  Rollup one{form()};
  one.add(first);
  one.add(second);
  Rollup other{form()};
  other.add(second);
  other.add(first);
  EXPECT_EQ(one.report().tables, other.report().tables);
  EXPECT_EQ(one.count(), 1U);
  ASSERT_EQ(one.findings().size(), 1U);
  EXPECT_EQ(one.findings()[0].code, "N.DUPLICATE");
  EXPECT_EQ(one.findings()[0].message, "甲镇: 2 reports for 2023; one of them is counted");
  one.add(second, {}, ReportStanding::final);
  EXPECT_EQ(one.report().cell("requests.granted.total").value, (Decimal{7, 0}));
  one.add(first);
  EXPECT_EQ(one.report().cell("requests.granted.total").value, (Decimal{7, 0}));
}

TEST(Rollup, ATraceListsTheBodiesWithTheirFigures) {
  Rollup county{form()};
  county.add(town("乙镇", {{"requests.granted.natural_person", {3, 0}}}));
  county.add(town("甲镇", {}, Missing::blank));
  const auto trace = county.trace("requests.granted.natural_person");
  ASSERT_EQ(trace.size(), 2U);
  EXPECT_EQ(trace[0].body, "乙镇");
  EXPECT_EQ(trace[0].cell.value, (Decimal{3, 0}));
  EXPECT_EQ(trace[1].cell.kind, CellKind::blank);
  EXPECT_THROW((void)county.trace("requests.nothing.total"), NotFoundError);
  const Rollup forgetful{form(), Children::forget};
  EXPECT_THROW((void)forgetful.trace("requests.granted.total"), InvalidArgumentError);
}

TEST(Rollup, OnlyReportsOfOneYearAndFormAreMerged) {
  Rollup county{form()};
  county.add(town("甲镇", {}));
  auto other_year = town("乙镇", {});
  other_year.year = 2022;
  EXPECT_THROW(county.add(other_year), InvalidArgumentError);
  auto nameless = town("", {});
  nameless.organisation.reset();
  EXPECT_THROW(county.add(nameless), InvalidArgumentError);
  auto mixed = town("丙镇", {});
  mixed.tables[0] = Table{Form::builtin("cn-trial-2019"), "proactive"};
  county.add(mixed);
  ASSERT_EQ(county.findings().size(), 1U);
  EXPECT_EQ(county.findings()[0].code, "C.FORM");
  EXPECT_EQ(county.coverage("proactive.rules.issued").absent, 1U);
}

TEST(Rollup, AConsolidatedReportIsTheSumOfItsParts) {
  Rollup county{form()};
  county.add(town("甲镇", {{"requests.granted.natural_person", {2, 0}}}));
  county.add(town("乙镇", {{"requests.granted.natural_person", {3, 0}}}));
  auto consolidated = county.report("某县");
  EXPECT_EQ(codes(check_consolidated(consolidated, county)), "");
  consolidated.table("requests")->set("granted", "natural_person", Decimal{6, 0});
  const auto findings = check_consolidated(consolidated, county);
  EXPECT_EQ(codes(findings), "AGG.SUM 5/6;");
  EXPECT_EQ(findings[0].cells, (std::vector<std::string>{"requests.granted.natural_person"}));
  // A body that is not in it may have had the sixth; but nobody can take one away.
  EXPECT_EQ(codes(check_consolidated(consolidated, county, Roster::incomplete)), "");
  consolidated.table("requests")->set("granted", "natural_person", Decimal{4, 0});
  EXPECT_EQ(codes(check_consolidated(consolidated, county, Roster::incomplete)), "AGG.SUM 5/4;");
  // So with one that left the cell blank.
  county.add(town("丙镇", {}, Missing::blank));
  consolidated.table("requests")->set("granted", "natural_person", Decimal{6, 0});
  EXPECT_EQ(codes(check_consolidated(consolidated, county)), "");
}

TEST(MergeTree, AGovernmentSumsWhatStandsBelowItAndComparesItsOwnReport) {
  const auto tree = AgencyTree::parse(
      "id,name,from,to,kind,level,parent\n"
      "city,某市人民政府,,,prefecture,prefecture,\n"
      "county,某县人民政府,,,county,county,city\n"
      "office,某县人民政府办公室,,,department,county,county\n"
      "town,甲镇人民政府,,2022-12-31,town,town,county\n"
      "town,甲街道办事处,2023-01-01,,town,town,county\n"
      "late,乙镇人民政府,,,town,town,county\n"
      "tax,某县税务局,,,vertical,county,county\n",
      "tree.csv");
  const auto merged =
      merge_tree(tree,
                 {town("某县人民政府办公室", {{"requests.granted.natural_person", {1, 0}}}),
                  town("甲街道办事处", {{"requests.granted.natural_person", {2, 0}}}),
                  town("某县税务局", {{"requests.granted.natural_person", {9, 0}}}),
                  town("某县人民政府", {{"requests.granted.natural_person", {2, 0}}}), town("甲镇人民政府", {})},
                 form(), 2023);
  EXPECT_EQ(merged.unknown_bodies, (std::vector<std::string>{"甲镇人民政府"}));  // its name until 2022
  ASSERT_EQ(merged.totals.size(), 2U);
  const auto& county = merged.totals[1];
  EXPECT_EQ(county.name, "某县人民政府");
  EXPECT_EQ(county.rollup.bodies(), (std::vector<std::string>{"某县人民政府办公室", "甲街道办事处"}));
  EXPECT_EQ(county.missing, (std::vector<std::string>{"乙镇人民政府"}));
  EXPECT_EQ(codes(county.findings), "AGG.SUM 3/2;AGG.SUM 3/2;AGG.SUM 3/2;AGG.SUM 3/2;");
  EXPECT_EQ(merged.totals[0].rollup.report().tables, county.rollup.report().tables);
}

TEST(Rollup, FiguresOfTheTextAreAddedUpToo) {
  const auto narrative = Form::builtin("cn-narrative-2008");
  const auto report = [&](const char* name, std::int64_t total, std::int64_t first, std::int64_t second) {
    AnnualReport out;
    out.style = narrative.id();
    out.organisation = name;
    out.year = 2013;
    const auto number = [](std::int64_t value) {
      Cell cell;
      cell.kind = CellKind::number;
      cell.value = {value, 0};
      return cell;
    };
    out.narrative.emplace_back("proactive_total", number(total));
    out.classes.push_back({"业务动态类", number(first), {}});
    out.classes.push_back({name, number(second), {}});
    return out;
  };
  Rollup county{narrative};
  county.add(report("甲镇", 121, 100, 21));
  county.add(report("乙镇", 79, 70, 9));
  const auto merged = county.report("某县");
  EXPECT_EQ(merged.figure("proactive_total").value, (Decimal{200, 0}));
  EXPECT_EQ(merged.cell("narrative.classes.业务动态类.count").value, (Decimal{170, 0}));
  EXPECT_EQ(merged.cell("narrative.classes.甲镇.count").value, (Decimal{21, 0}));
  EXPECT_EQ(merged.figure("requests_received").kind, CellKind::absent);
  EXPECT_TRUE(merged.tables.empty());
  EXPECT_EQ(county.coverage("narrative.proactive_total").numbers, 2U);
  EXPECT_EQ(county.coverage("narrative.requests_received").absent, 2U);
  ASSERT_EQ(county.trace("narrative.proactive_total").size(), 2U);
  EXPECT_EQ(county.trace("narrative.proactive_total")[1].cell.value, (Decimal{121, 0}));
}

TEST(Batch, WhatIsFoundInABatchIsWhatIsFoundInEachReport) {
  ReportBatch batch{form()};
  std::vector<AnnualReport> reports{testing::pingtan(2021), testing::pingtan(2022)};
  reports.push_back(reports[0]);
  reports[2].table("requests")->set("granted", "natural_person", Decimal{28, 0});
  reports.push_back(reports[0]);
  reports[3].table("remedies")->set("reconsideration", "upheld", Decimal{-1, 0});
  reports.push_back(town("x", {{"remedies.reconsideration.total", {2, 0}}}, Missing::blank));
  for (const auto& report : reports) {
    batch.add(report);
  }
  std::string expected;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    for (const auto& finding : check(reports[i])) {
      expected += std::to_string(i) + finding.message + ";";
    }
  }
  std::string found;
  for (const auto& finding : check(batch)) {
    found += std::to_string(finding.report) + finding.finding.message + ";";
  }
  EXPECT_EQ(found, expected);
  EXPECT_NE(found, "");
  EXPECT_EQ(batch.report(0).tables, reports[0].tables);
  EXPECT_EQ(batch.value(0, batch.cell("requests.granted.natural_person")), 27);
  EXPECT_THROW((ReportBatch{Form::builtin("us-foia-annual")}), InvalidArgumentError);
}

TEST(Batch, GroupsAreTheirRollUps) {
  ReportBatch batch{form()};
  std::vector<std::uint32_t> groups;
  Rollup whole{form(), Children::forget};
  for (int i = 0; i < 7; ++i) {
    const auto report = testing::pingtan(i % 2 == 0 ? 2021 : 2022);
    batch.add(report);
    groups.push_back(static_cast<std::uint32_t>(i % 2));
    whole.add(batch, static_cast<std::size_t>(i));
  }
  const auto merged = merge_groups(batch, groups, 2);
  EXPECT_EQ(merged[0].report().cell("requests.new_received.total").value, (Decimal{280, 0}));
  EXPECT_EQ(merged[1].report().cell("requests.new_received.total").value, (Decimal{222, 0}));
  EXPECT_EQ(merged[1].report().cell("proactive.administrative_fees.amount_wan_yuan").value, (Decimal{2734908, 2}));
  Rollup again = merged[0];
  again.add(merged[1]);
  EXPECT_EQ(again.report().tables, whole.report().tables);
  EXPECT_EQ(again.coverage("requests.granted.total").numbers, 7U);
  groups.pop_back();
  EXPECT_THROW((void)merge_groups(batch, groups, 2), InvalidArgumentError);
}

TEST(Compare, TwoYearsAreSetSideBySideCellByCell) {
  const auto differences = compare(testing::pingtan(2021), testing::pingtan(2022));
  const auto at = [&](const std::string& path) {
    for (const auto& difference : differences) {
      if (difference.path == path) {
        return difference;
      }
    }
    return CellDifference{};
  };
  const auto received = at("requests.new_received.total");
  EXPECT_EQ(received.absolute, (Decimal{4, 0}));
  EXPECT_EQ(received.relative, (Decimal{571, 2}));  // 4 of 70
  const auto granted = at("requests.granted.total");
  EXPECT_EQ(granted.absolute, (Decimal{-9, 0}));
  EXPECT_EQ(granted.relative, (Decimal{-3000, 2}));
  EXPECT_FALSE(at("requests.carried_in.total").relative);  // from 0
  EXPECT_TRUE(at("remedies.litigation_after_reconsideration.total").is_same());
  EXPECT_FALSE(received.is_same());
  EXPECT_EQ(differences.size(), 200U);
}

}  // namespace
}  // namespace gongkai
