// SPDX-License-Identifier: Apache-2.0
// The annual FOIA report of the National Labor Relations Board for fiscal year 2017, as published
// (nlrb-fy2017-annual-report.xml, sections V.A, V.B(1), VII.A, VII.C, VII.E, XII.D): proof that a form of another
// country needs no code.
#include <gtest/gtest.h>
#include <gongkai/report/check.hpp>
#include <gongkai/report/json.hpp>
#include <gongkai/report/merge.hpp>

namespace gongkai {
namespace {

void put(Table& table, const std::string& row, const std::vector<std::string>& columns,
         const std::vector<std::string>& values) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    Cell cell;
    cell.printed = values[i];
    if (values[i].empty()) {
      continue;
    }
    if (values[i].front() == '<') {
      cell.kind = CellKind::approximate;  // less than one day
      cell.value = {1, 0};
    } else {
      cell.kind = CellKind::number;
      const auto point = values[i].find('.');
      std::string digits = values[i];
      if (point != std::string::npos) {
        digits.erase(point, 1);
        cell.value.decimals = static_cast<int>(values[i].size() - point - 1);
      }
      cell.value.unscaled = std::stoll(digits);
    }
    table.set(row, columns[i], cell);
  }
}

void put_oldest(Table& table, const std::string& unit, const std::vector<std::pair<Date, int>>& oldest) {
  for (std::size_t i = 0; i < oldest.size(); ++i) {
    Cell date;
    date.kind = CellKind::date;
    date.value.unscaled = oldest[i].first.to_ordinal();
    const auto row = unit + "/" + std::to_string(i + 1);
    table.set(row, "received_on", date);
    table.set(row, "pending_days", Decimal{oldest[i].second, 0});
  }
}

AnnualReport nlrb() {
  const auto form = Form::builtin("us-foia-annual");
  AnnualReport out;
  out.organisation = "National Labor Relations Board (NLRB)";
  out.year = 2017;
  out.style = form.id();
  out.complete = true;
  Table received{form, "v_a"};
  const std::vector<std::string> v_a{"pending_start", "received", "processed", "pending_end"};
  put(received, "OIG", v_a, {"0", "29", "25", "4"});
  put(received, "NLRB HQ", v_a, {"294", "2189", "2080", "403"});
  put(received, "overall", v_a, {"294", "2218", "2105", "407"});
  out.tables.push_back(received);
  Table dispositions{form, "v_b_1"};
  const std::vector<std::string> v_b{
      "full_grants",   "partial_grants", "exemption_denials", "no_records", "referred", "withdrawn", "fee_related",
      "not_described", "improper",       "not_agency_record", "duplicate",  "other",    "total"};
  put(dispositions, "OIG", v_b, {"5", "6", "3", "11", "0", "0", "0", "0", "0", "0", "0", "0", "25"});
  put(dispositions, "NLRB HQ", v_b, {"342", "1325", "61", "62", "1", "164", "31", "27", "13", "0", "54", "0", "2080"});
  put(dispositions, "overall", v_b, {"347", "1331", "64", "73", "1", "164", "31", "27", "13", "0", "54", "0", "2105"});
  out.tables.push_back(dispositions);
  Table times{form, "vii_a"};
  const std::vector<std::string> simple{"simple_median", "simple_average", "simple_lowest", "simple_highest"};
  const std::vector<std::string> expedited{"expedited_median", "expedited_average", "expedited_lowest",
                                           "expedited_highest"};
  put(times, "OIG", simple, {"20", "24.88", "4", "119"});
  put(times, "NLRB HQ", simple, {"21", "35.01", "<1", "439"});
  put(times, "overall", simple, {"21", "34.88", "<1", "439"});
  put(times, "NLRB HQ", expedited, {"2.5", "8.03", "<1", "53"});
  put(times, "overall", expedited, {"2.5", "8.03", "<1", "53"});
  out.tables.push_back(times);
  Table increments{form, "vii_c_1"};
  const std::vector<std::string> vii_c{"days_1_20",    "days_21_40",   "days_41_60",   "days_61_80",   "days_81_100",
                                       "days_101_120", "days_121_140", "days_141_160", "days_161_180", "days_181_200",
                                       "days_201_300", "days_301_400", "days_401_up",  "total"};
  put(increments, "OIG", vii_c, {"20", "3", "0", "0", "0", "2", "0", "0", "0", "0", "0", "0", "0", "25"});
  put(increments, "NLRB HQ", vii_c,
      {"984", "489", "219", "118", "71", "35", "27", "16", "20", "10", "17", "3", "1", "2010"});
  put(increments, "overall", vii_c,
      {"1004", "492", "219", "118", "71", "37", "27", "16", "20", "10", "17", "3", "1", "2035"});
  out.tables.push_back(increments);
  Table oldest{form, "vii_e"};
  const std::vector<std::pair<Date, int>> ten{
      {Date{2016, 5, 4}, 354},   {Date{2016, 6, 9}, 329},   {Date{2016, 8, 12}, 284},  {Date{2016, 8, 12}, 284},
      {Date{2016, 10, 3}, 249},  {Date{2016, 10, 11}, 244}, {Date{2016, 10, 13}, 242}, {Date{2016, 10, 24}, 235},
      {Date{2016, 10, 28}, 231}, {Date{2016, 11, 15}, 220}};
  put_oldest(oldest, "OIG", {{Date{2017, 9, 1}, 19}, {Date{2017, 9, 5}, 18}, {Date{2017, 9, 6}, 17}});
  put_oldest(oldest, "NLRB HQ", ten);
  put_oldest(oldest, "overall", ten);
  out.tables.push_back(oldest);
  Table comparison{form, "xii_d_1"};
  const std::vector<std::string> xii_d{"received_last_year", "received_this_year", "processed_last_year",
                                       "processed_this_year"};
  put(comparison, "OIG", xii_d, {"7", "29", "7", "25"});
  put(comparison, "NLRB HQ", xii_d, {"2672", "2189", "2812", "2080"});
  put(comparison, "overall", xii_d, {"2679", "2218", "2819", "2105"});
  out.tables.push_back(comparison);
  Table backlog{form, "xii_d_2"};
  put(backlog, "OIG", {"backlog_last_year", "backlog_this_year"}, {"0", "0"});
  put(backlog, "NLRB HQ", {"backlog_last_year", "backlog_this_year"}, {"121", "295"});
  put(backlog, "overall", {"backlog_last_year", "backlog_this_year"}, {"121", "295"});
  out.tables.push_back(backlog);
  return out;
}

std::string codes(const std::vector<Finding>& findings) {
  std::string out;
  for (const auto& finding : findings) {
    out += finding.code + " " + finding.left.value_or("") + "/" + finding.right.value_or("") + ";";
  }
  return out;
}

TEST(UsFoia, ThePublishedFiguresPassEveryCheckOfTheForm) { EXPECT_EQ(codes(check(nlrb())), ""); }

TEST(UsFoia, TheWholeReportGoesThroughJson) {
  const auto report = nlrb();
  EXPECT_EQ(from_json(to_json(report, {}, "")).report.tables, report.tables);
}

TEST(UsFoia, EachSectionHasChecksThatFail) {
  auto report = nlrb();
  report.table("v_a")->set("OIG", "pending_end", Decimal{5, 0});
  EXPECT_EQ(codes(check(report)), "US.V_A.END 4/5;US.V_A.UNITS 408/407;");
  report = nlrb();
  report.table("v_b_1")->set("OIG", "no_records", Decimal{12, 0});
  EXPECT_EQ(codes(check(report)), "US.V_B_1.SUM 26/25;");
  report = nlrb();
  report.table("vii_a")->set("OIG", "simple_lowest", Decimal{21, 0});
  EXPECT_EQ(codes(check(report)), "US.VII_A.ORDER 21/20;");
  report = nlrb();
  report.table("vii_a")->set("OIG", "simple_average", Decimal{120, 0});
  EXPECT_EQ(codes(check(report)), "US.VII_A.MEAN 119/120;");
  report = nlrb();
  Cell date;
  date.kind = CellKind::date;
  date.value.unscaled = Date{2016, 6, 8}.to_ordinal();
  report.table("vii_e")->set("NLRB HQ/3", "received_on", date);
  EXPECT_EQ(codes(check(report)), "US.VII_E.ORDER 2016-06-09/2016-06-08;");
  report = nlrb();
  report.table("xii_d_1")->set("OIG", "received_this_year", Decimal{28, 0});
  EXPECT_EQ(codes(check(report)), "US.XII_D.BASE 28/29;US.XII_D.UNITS 2217/2218;");
}

TEST(UsFoia, MediansComeFromTheDistributionAndListsAreCutToTheTenOldest) {
  Rollup rollup{Form::builtin("us-foia-annual")};
  rollup.add(nlrb());
  auto other = nlrb();
  other.organisation = "Another Agency";
  rollup.add(other);
  const auto report = rollup.report();
  EXPECT_EQ(report.cell("v_a.overall.received").value, (Decimal{4436, 0}));
  EXPECT_EQ(report.cell("vii_a.overall.simple_highest").value, (Decimal{439, 0}));
  EXPECT_EQ(report.cell("vii_a.OIG.simple_lowest").value, (Decimal{4, 0}));
  EXPECT_EQ(report.cell("vii_a.overall.simple_median").printed, "21-40 Days");  // the published median is 21
  EXPECT_EQ(report.cell("vii_a.OIG.simple_median").printed, "1-20 Days");       // 20
  EXPECT_EQ(report.cell("vii_a.overall.simple_average").kind, CellKind::absent);
  const auto* oldest = report.table("vii_e");
  EXPECT_TRUE(oldest->find_row("overall/10"));
  EXPECT_FALSE(oldest->find_row("overall/11"));
  EXPECT_EQ(oldest->cell("overall/2", "received_on").printed, "2016-05-04");
  EXPECT_EQ(oldest->cell("OIG/6", "received_on").printed, "2017-09-06");
}

}  // namespace
}  // namespace gongkai
