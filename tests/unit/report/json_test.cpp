// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <gongkai/error.hpp>
#include <gongkai/report/json.hpp>

#include <random>

#include "detail/json_reader.hpp"
#include "unit/report/pingtan.hpp"

namespace gongkai {
namespace {

// Whatever can stand in a cell.
Cell random_cell(std::mt19937& random, ValueKind kind) {
  Cell out;
  const auto pick = random() % 8;
  if (pick == 0) {
    return out;
  }
  out.kind = CellKind::blank;
  if (pick == 1) {
    return out;
  }
  if (pick == 2) {
    out.kind = CellKind::mark;
    out.printed = random() % 2 == 0 ? "/" : "—";
  } else if (pick == 3) {
    out.kind = CellKind::approximate;
    out.value = {static_cast<std::int64_t>(random() % 100), 0};
    out.printed = out.value.to_string() + "余";
  } else if (kind == ValueKind::date) {
    out.kind = CellKind::date;
    out.value = {static_cast<std::int64_t>(random() % 20000), 0};
    out.printed = Date::from_ordinal(static_cast<std::int32_t>(out.value.unscaled)).to_string();
  } else {
    out.kind = CellKind::number;
    const int decimals = kind == ValueKind::decimal || kind == ValueKind::duration ? static_cast<int>(random() % 7) : 0;
    out.value = {static_cast<std::int64_t>(random() % 100000000), decimals};
    out.printed = out.value.to_string() + (pick == 4 ? "元" : "");
  }
  return out;
}

AnnualReport random_report(std::mt19937& random, const Form& form) {
  AnnualReport out;
  out.year = 2020 + static_cast<int>(random() % 9);
  out.style = random() % 4 == 0 ? "cn-format-2021" : form.id();
  out.complete = random() % 2 == 0;
  for (const auto& definition : form.tables()) {
    Table table{form, definition.id};
    if (definition.shape != TableShape::fixed) {
      for (const char* row : {"OIG", "NLRB HQ", "overall"}) {
        table.add_row(row);
      }
    }
    for (std::size_t i = 0; i < table.cell_count(); ++i) {
      const auto at = table.position(i);
      table.set(i, random_cell(random, definition.kind_of(at.row, at.column)));
    }
    out.tables.push_back(std::move(table));
  }
  out.chapters.push_back({"一、总体情况", "文字\n\"引号\"", {}});
  out.explanations.push_back({"机构改革", {"requests.carried_in.total"}, {}});
  out.inferred = {"requests.granted.total"};
  out.level = "town";
  out.published_on = Date{2024, 1, 20};
  return out;
}

TEST(Json, WhatIsWrittenIsReadBackEqual) {
  std::mt19937 random{20240131};
  for (int round = 0; round < 200; ++round) {
    const auto ids = Form::builtin_ids();
    const auto form = Form::builtin(ids[1 + random() % (ids.size() - 1)]);  // the narrative has no tables of its own
    const auto report = random_report(random, form);
    const auto line = to_json(report, {}, "a.json");
    const auto again = from_json(line);
    ASSERT_EQ(again.report.tables, report.tables) << line;
    EXPECT_EQ(again.report.year, report.year);
    EXPECT_EQ(again.report.style, report.style);
    EXPECT_EQ(again.report.level, report.level);
    EXPECT_EQ(again.report.published_on, report.published_on);
    EXPECT_EQ(again.report.chapters.at(0).text, report.chapters.at(0).text);
    EXPECT_EQ(again.report.explanations.at(0).cells, report.explanations.at(0).cells);
    EXPECT_EQ(again.report.inferred, report.inferred);
    EXPECT_EQ(again.file, "a.json");
    EXPECT_EQ(to_json(again.report, again.findings, again.file), line);
  }
}

TEST(Json, AFilledNarrativeIsReadBackEqual) {
  const auto report = fill(Form::builtin("cn-narrative-2008"), {{"narrative.classes.1.机构.count", {1, 0}},
                                                                {"narrative.classes.业务动态类.count", {120, 0}},
                                                                {"narrative.requests_received", {0, 0}}});
  const auto line = to_json(report, {}, "");
  const auto again = from_json(line);
  ASSERT_EQ(again.report.classes.size(), 2U);
  EXPECT_EQ(again.report.classes[0].percent.value, (Decimal{83, 2}));
  EXPECT_EQ(again.report.classes[0].percent.printed, "0.83%");
  EXPECT_EQ(again.report.figure("requests_received").kind, CellKind::number);
  EXPECT_EQ(to_json(again.report, {}, ""), line);
}

TEST(Json, MarksAndApproximationsAreNullWithTheirTextBeside) {
  const auto again = from_json(
      R"({"schema": 1, "file": "", "style": "cn-format-2021", "tables": {"requests": {"granted":
          {"natural_person": null, "commercial_enterprise": null, "research_institution": null, "total": 3}}},
          "raw": {"requests.granted.natural_person": "/", "requests.granted.commercial_enterprise": "40多"},
          "findings": []})");
  const auto kind = [&](const char* column) { return again.report.table("requests")->cell("granted", column).kind; };
  EXPECT_EQ(kind("natural_person"), CellKind::mark);
  EXPECT_EQ(kind("commercial_enterprise"), CellKind::approximate);
  EXPECT_EQ(kind("research_institution"), CellKind::blank);
  EXPECT_EQ(kind("total"), CellKind::number);
  EXPECT_EQ(kind("other_org"), CellKind::absent);
}

std::string pointer_of(const std::string& members) {
  try {
    (void)from_json("{\"schema\": 1, \"file\": \"\", \"findings\": [], " + members + "}");
  } catch (const ParseError& error) {
    return error.pointer();
  }
  return "accepted";
}

TEST(Json, WhatTheContractDoesNotKnowIsRefusedWithItsPointer) {
  EXPECT_EQ(pointer_of(R"("style": "cn-format-2021", "tables": {"requests": {"granted": {"total": 1}}})"), "accepted");
  EXPECT_EQ(pointer_of(R"("stile": "cn-format-2021")"), "/stile");
  EXPECT_EQ(pointer_of(R"("style": "cn-format-1999", "tables": {"requests": {}})"), "/tables/requests");
  EXPECT_EQ(pointer_of(R"("tables": {"requests": {}})"), "/tables/requests");
  EXPECT_EQ(pointer_of(R"("style": "cn-format-2021", "tables": {"requests": {"other_handling": {}}})"),
            "/tables/requests/other_handling");
  EXPECT_EQ(pointer_of(R"("style": "cn-format-2021", "tables": {"proactive": {"rules": {"decisions": 1}}})"),
            "/tables/proactive/rules/decisions");
  EXPECT_EQ(pointer_of(R"("style": "cn-format-2021", "tables": {"requests": {"granted": {"total": "1"}}})"),
            "/tables/requests/granted/total");
  EXPECT_EQ(pointer_of(R"("raw": {"requests.granted.total": "/"})"), "/raw/requests.granted.total");
  EXPECT_EQ(pointer_of(R"("narrative": {"proactive": 1})"), "/narrative/proactive");
  EXPECT_EQ(pointer_of(R"("published_on": "2024-13-01")"), "/published_on");
}

TEST(Json, BytesThatAreNoTextAreRefusedInWordsThatAre) {
  for (const std::string bytes : {"\xFF\xFE", "{\"schema\":1,\"a\xFF\":2}", "{\"schema\":1,\"\xE6\xAD"}) {
    try {
      (void)from_json(bytes);
      ADD_FAILURE() << "nothing thrown";
    } catch (const ParseError& error) {
      const std::string message = error.what();
      EXPECT_EQ(error.code(), ErrorCode::json_syntax);
      EXPECT_NE(message.find("\xEF\xBF\xBD"), std::string::npos) << message;
      EXPECT_EQ(message.find('\xFF'), std::string::npos);
    }
  }
}

TEST(Json, ATableMayBeOfAnotherFormThanTheReport) {
  const auto again = from_json(
      R"({"schema": 1, "file": "", "style": "cn-format-2021", "tables_form": {"requests": "cn-trial-2019"},
          "tables": {"requests": {"other_handling": {"total": 2}}}, "findings": []})");
  EXPECT_EQ(again.report.table("requests")->form().id(), "cn-trial-2019");
  EXPECT_NE(to_json(again.report, {}, "").find("\"tables_form\":{\"requests\":\"cn-trial-2019\"}"), std::string::npos);
}

TEST(ReportJson, TwoClassesUnderOneNameAreWrittenOncePerPath) {
  AnnualReport report;
  ClassFigure figure;
  figure.label = "工作动态类";
  figure.count.kind = CellKind::number;
  figure.count.value = {12, 0};
  figure.count.printed = "十二条";
  report.classes = {figure, figure};
  const auto line = to_json(report, {}, "twice.txt");
  EXPECT_NO_THROW((void)detail::parse_json(line, "twice.txt"));
}

}  // namespace
}  // namespace gongkai
