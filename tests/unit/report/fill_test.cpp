// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <gongkai/error.hpp>
#include <gongkai/report/fill.hpp>

#include <algorithm>

#include "unit/report/pingtan.hpp"

namespace gongkai {
namespace {

TEST(Fill, TotalsThatAreWorkedOutAreThoseThatWerePublished) {
  for (const int year : {2021, 2022}) {
    const auto published = testing::pingtan(year);
    // The same counts without any total.
    Counts counts;
    for (const auto& table : published.tables) {
      for (std::size_t i = 0; i < table.cell_count(); ++i) {
        const auto path = table.path(i);
        if (path.find("total") == std::string::npos) {
          counts.emplace_back(path, table.number(i));
        }
      }
    }
    FillOptions options;
    options.organisation = published.organisation;
    options.year = year;
    const auto filled = fill(Form::builtin("cn-format-2021"), counts, options);
    EXPECT_EQ(filled.tables, published.tables) << year;
  }
}

TEST(Fill, ABlankPartLeavesItsTotalBlank) {
  const auto report = fill(Form::builtin("cn-format-2021"), {{"remedies.reconsideration.upheld", {3, 0}},
                                                             {"remedies.litigation_direct.upheld", {1, 0}},
                                                             {"remedies.litigation_direct.corrected", {0, 0}},
                                                             {"remedies.litigation_direct.other", {0, 0}},
                                                             {"remedies.litigation_direct.pending", {2, 0}}});
  EXPECT_EQ(report.cell("remedies.reconsideration.total").kind, CellKind::blank);
  EXPECT_EQ(report.cell("remedies.litigation_direct.total").value, (Decimal{3, 0}));
  EXPECT_EQ(report.cell("requests.granted.total").kind, CellKind::blank);
}

TEST(Fill, AGivenTotalIsKept) {
  FillOptions options;
  options.missing = Missing::zero;
  const auto report =
      fill(Form::builtin("cn-format-2021"),
           {{"remedies.reconsideration.upheld", {3, 0}}, {"remedies.reconsideration.total", {4, 0}}}, options);
  EXPECT_EQ(report.cell("remedies.reconsideration.total").value, (Decimal{4, 0}));
}

TEST(Fill, SharesArePrintedAsTheReportOf2013PrintsThem) {
  const auto report = fill(Form::builtin("cn-narrative-2008"), {{"narrative.classes.机构职能类.count", {0, 0}},
                                                                {"narrative.classes.行政职责类.count", {1, 0}},
                                                                {"narrative.classes.业务动态类.count", {120, 0}}});
  EXPECT_EQ(report.figure("proactive_total").value, (Decimal{121, 0}));
  ASSERT_EQ(report.classes.size(), 3U);
  EXPECT_EQ(report.classes[0].percent.printed, "0%");
  EXPECT_EQ(report.classes[1].percent.printed, "0.83%");
  EXPECT_EQ(report.classes[2].percent.printed, "99.17%");
  EXPECT_EQ(report.figure("requests_received").kind, CellKind::absent);
}

TEST(Fill, WhatTheFormDoesNotHaveIsRefused) {
  const auto form = Form::builtin("cn-format-2021");
  EXPECT_THROW((void)fill(form, {{"requests.other_handling.total", {1, 0}}}), NotFoundError);
  EXPECT_THROW((void)fill(form, {{"requests.granted.total", {1, 0}}, {"requests.granted.total", {1, 0}}}),
               InvalidArgumentError);
  EXPECT_THROW((void)fill(Form::builtin("us-foia-annual"), {{"vii_e.HQ/1.received_on", {1, 0}}}), InvalidArgumentError);
}

TEST(Table, ACellKeepsWhatWasPrintedAndWhere) {
  Table table{Form::builtin("cn-format-2021"), "proactive"};
  Cell cell;
  cell.kind = CellKind::number;
  cell.value = {251000, 0};
  cell.printed = "251000元";
  cell.place.table = 2;
  table.set("administrative_fees", "amount_wan_yuan", cell);
  EXPECT_EQ(table.cell("administrative_fees", "amount_wan_yuan").printed, "251000元");
  EXPECT_EQ(table.cell("administrative_fees", "amount_wan_yuan").place.table, 2);
  EXPECT_EQ(table.cell("rules", "issued").kind, CellKind::absent);
  EXPECT_THROW((void)table.cell("rules", "decisions"), NotFoundError);
  EXPECT_THROW(table.add_row("more"), InvalidArgumentError);
  EXPECT_THROW((Table{Form::builtin("cn-format-2021"), "statistics"}), NotFoundError);
}

TEST(Table, OpenRowsComeAsTheyAreNamed) {
  Table table{Form::builtin("us-foia-annual"), "v_a"};
  table.set("OIG", "received", Decimal{29, 0});
  EXPECT_EQ(table.cell("OIG", "received").value, (Decimal{29, 0}));
  EXPECT_EQ(table.cell("OIG", "processed").kind, CellKind::absent);
  EXPECT_EQ(table.cell("HQ", "processed").kind, CellKind::absent);
  EXPECT_EQ(table.row_count(), 1U);
  EXPECT_EQ(table.path(0), "v_a.OIG.pending_start");
}

}  // namespace
}  // namespace gongkai
