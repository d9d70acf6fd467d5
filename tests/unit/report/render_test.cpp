// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/report/check.hpp>
#include <gongkai/report/read.hpp>
#include <gongkai/report/render.hpp>
#include <sstream>

#include "unit/report/corpus.hpp"

namespace gongkai {
namespace {

AnnualReport sample() { return read(testing::source_file("examples/sample-report-2013.txt").value()); }

AnnualReport tables_of_2021() {
  AnnualReport out;
  out.organisation = "柳溪县人民政府";
  out.year = 2023;
  out.style = "cn-format-2021";
  const Form form = Form::builtin("cn-format-2021");
  for (const auto& definition : form.tables()) {
    if (definition.shape != TableShape::fixed || definition.id == "narrative") {
      continue;
    }
    Table table{form, definition.id};
    for (std::size_t i = 0; i < table.cell_count(); ++i) {
      table.set(i, Decimal{static_cast<std::int64_t>(i), 0});
    }
    out.tables.push_back(std::move(table));
  }
  return out;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t out = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
    ++out;
  }
  return out;
}

// What the figures of a report are, without places and wording.
std::string figures(const AnnualReport& report) {
  std::ostringstream out;
  for (const auto& [slot, cell] : report.narrative) {
    out << slot << '=' << cell.value << ';';
  }
  for (const auto& entry : report.classes) {
    out << entry.label << '=' << entry.count.value << ',' << entry.percent.value << ';';
  }
  return out.str();
}

class RenderedNarrative : public ::testing::TestWithParam<RenderFormat> {};

TEST_P(RenderedNarrative, ReadsBackAsTheSameFigures) {
  const auto report = sample();
  ASSERT_EQ(check(report).size(), 0U);
  const auto again = read(render(report, GetParam()));
  EXPECT_EQ(figures(again), figures(report)) << render(report, GetParam());
  EXPECT_EQ(again.organisation, report.organisation);
  EXPECT_EQ(again.year, report.year);
  EXPECT_EQ(check(again).size(), 0U);
}

INSTANTIATE_TEST_SUITE_P(Render, RenderedNarrative, ::testing::Values(RenderFormat::text, RenderFormat::markdown),
                         [](const auto& format) { return std::string{to_string(format.param)}; });

TEST(Render, AnHtmlTableHasTheSpansOfTheOfficialForm) {
  const auto html = render(tables_of_2021(), RenderFormat::html);
  // 国办公开办函〔2021〕30号: rows 3–24 share one cell; the refusals one of eight rows.
  EXPECT_EQ(count(html, "rowspan=\"22\""), 1U);
  EXPECT_EQ(count(html, "rowspan=\"8\""), 1U);
  EXPECT_EQ(count(html, "<table>"), 3U);
  EXPECT_EQ(count(html, "<caption>"), 3U);
  EXPECT_NE(html.find("lang=\"zh-CN\""), std::string::npos);
}

TEST(Render, EveryCellIsPrintedOnceInEveryFormat) {
  const auto report = tables_of_2021();
  std::size_t cells = 0;
  for (const auto& table : report.tables) {
    cells += table.cell_count();
  }
  EXPECT_EQ(count(render(report, RenderFormat::html), "<td"), cells);
  EXPECT_EQ(count(render(report, RenderFormat::csv), "\r\n"), cells + 1);
  for (const auto format : {RenderFormat::text, RenderFormat::markdown}) {
    const auto text = render(report, format);
    // The largest number of the largest table stands once.
    EXPECT_EQ(count(text, " " + std::to_string(report.tables[1].cell_count() - 1) + " "), 1U);
  }
}

TEST(Render, AsADocumentAReportIsReadBackWithTheSameTables) {
  const auto report = tables_of_2021();
  const auto document = to_document(report);
  ASSERT_EQ(document.tables().size(), 3U);
  ASSERT_FALSE(document.blocks().empty());
  EXPECT_EQ(document.blocks().front().kind, BlockKind::heading);
  EXPECT_EQ(document.blocks().front().level, 1);
  EXPECT_NE(document.text_of(document.blocks().front()).find("柳溪县人民政府"), std::string_view::npos);
  const auto& requests = document.tables()[1];
  // 三、本年度办理结果 covers 22 rows; what it covers keeps its column.
  const auto* results = requests.at(20, 1);
  ASSERT_NE(results, nullptr);
  EXPECT_EQ(results->span.rows, 22);
  for (std::size_t table = 0; table < 3; ++table) {
    const auto alone = to_document(report.tables[table]);
    ASSERT_EQ(alone.tables().size(), 1U);
    EXPECT_EQ(to_html(alone.tables().front()), to_html(document.tables()[table]));
  }
}

TEST(Render, ADocumentAsHtmlKeepsItsGridAndEscapes) {
  DocumentBuilder builder;
  builder.add_heading("<i>", 9);
  builder.begin_table();
  builder.begin_row();
  builder.add_cell("a", {2, 1});
  builder.begin_row();
  builder.begin_row();
  builder.add_cell("b\n&", {1, 2});
  builder.end_table();
  EXPECT_EQ(to_html(std::move(builder).build()),
            "<h6>&lt;i&gt;</h6>\n<table>\n<tr><td rowspan=\"2\">a</td></tr>\n<tr></tr>\n"
            "<tr><td colspan=\"2\">b<br>&amp;</td></tr>\n</table>\n");
}

TEST(Render, WhatComesFromOutsideIsEscaped) {
  AnnualReport report = tables_of_2021();
  report.organisation = "<script>alert(1)</script>|=1+1";
  Cell formula;
  formula.kind = CellKind::text;
  formula.printed = "=HYPERLINK(\"x\"),<b>";
  report.tables[0].set(0, formula);
  EXPECT_EQ(render(report, RenderFormat::html).find("<script"), std::string::npos);
  EXPECT_EQ(render(report, RenderFormat::html).find("<b>"), std::string::npos);
  EXPECT_NE(render(report, RenderFormat::csv).find("\"'=HYPERLINK(\"\"x\"\"),<b>\""), std::string::npos);
  EXPECT_EQ(render(report, RenderFormat::markdown).find("<script"), std::string::npos);
}

TEST(Render, AFindingStandsBesideItsCell) {
  AnnualReport report = tables_of_2021();
  Finding finding;
  finding.code = "T3.BAL";
  finding.severity = Severity::error;
  finding.message = "1 + 2 = 3, printed 4";
  finding.cells = {"requests.new_received.total"};
  const auto html = render(report, RenderFormat::html, {{finding}, Language::en});
  EXPECT_EQ(count(html, "class=\"error\"><sup>") + count(html, "class=\"error\">6<sup>"), 1U);
  EXPECT_EQ(count(html, "id=\"finding-1\""), 1U);
  EXPECT_NE(render(report, RenderFormat::text, {{finding}, Language::en}).find("6〔1〕"), std::string::npos);
}

TEST(Render, ABlankIsNoZero) {
  Table table{Form::builtin("cn-format-2021"), "remedies"};
  Cell blank;
  blank.kind = CellKind::blank;
  table.set(0, blank);
  table.set(1, Decimal{0, 0});
  const auto csv = render(table, RenderFormat::csv);
  EXPECT_NE(csv.find("blank,,"), std::string::npos);
  EXPECT_NE(csv.find("number,0,"), std::string::npos);
  EXPECT_NE(csv.find("absent,,"), std::string::npos);
}

TEST(Render, FormatsHaveNames) {
  EXPECT_EQ(parse_render_format("html"), RenderFormat::html);
  EXPECT_EQ(parse_render_format("md"), RenderFormat::markdown);
  EXPECT_EQ(parse_render_format("docx"), std::nullopt);
  EXPECT_EQ(to_string(RenderFormat::csv), "csv");
}

}  // namespace
}  // namespace gongkai
