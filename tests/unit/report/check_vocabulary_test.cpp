// SPDX-License-Identifier: Apache-2.0
// Every kind of check, on a form made for it.
#include <gtest/gtest.h>
#include <gongkai/report/check.hpp>
#include <gongkai/report/fill.hpp>

namespace gongkai {
namespace {

const char* const numbers = R"("columns": [{"id": "n", "label": "N", "kind": "decimal", "merge": "sum"}],
  "rows": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}, {"id": "c", "label": "C"}, {"id": "d", "label": "D"}])";

Form form_with(const std::string& check) {
  return Form::parse(R"({"schema": 1, "id": "xx-test", "country": "xx", "status": "draft", "name": "x", "name_en": "",
 "citation": {"instrument": "y"}, "valid": {"first_year": 2021, "last_year": null}, "in_contract": false,
 "chapters": [{"id": "six", "heading": "Six", "variants": ["VI"]}], "sets": {"parts": ["a", "b"]},
 "tables": [{"id": "t", "label": "T", "shape": "fixed", "layout": "grid", )" +
                         std::string{numbers} + R"(},
  {"id": "o", "label": "O", "shape": "open", "layout": "grid", "columns": [
   {"id": "n", "label": "N", "kind": "count", "merge": "sum"},
   {"id": "when", "label": "W", "kind": "date", "merge": "none"}]}],
 "checks": [{"code": "X.Y", "severity": "error", )" +
                         check + "}]}",
                     "test.json");
}

std::string found(const Form& form, const Counts& counts, const std::vector<Chapter>& chapters = {}) {
  FillOptions options;
  options.totals = Totals::as_given;
  auto report = fill(form, counts, options);
  report.chapters = chapters;
  std::string out;
  for (const auto& finding : check(report)) {
    out += finding.left.value_or("") + "/" + finding.right.value_or("") + ";";
  }
  return out;
}

TEST(CheckVocabulary, RatiosAreRoundedHalfUpToThePrintedDecimals) {
  const auto form =
      form_with(R"("kind": "ratio", "message": "percent", "result": ["t.c.n"], "part": ["t.a.n"], "whole": ["t.b.n"])");
  const auto with = [&](Decimal percent) {
    return found(form, {{"t.a.n", {1, 0}}, {"t.b.n", {8, 0}}, {"t.c.n", percent}});
  };
  EXPECT_EQ(with({125, 1}), "");
  EXPECT_EQ(with({13, 0}), "");
  EXPECT_EQ(with({1250, 2}), "");
  EXPECT_EQ(with({12, 0}), "13/12;");
  EXPECT_EQ(with({917, 1}), "12.5/91.7;");
  EXPECT_EQ(found(form, {{"t.a.n", {1, 0}}, {"t.c.n", {5, 0}}}), "");  // of a blank
}

TEST(CheckVocabulary, OperandsAreSignedSumsMaximaAndConstants) {
  const auto maximum = form_with(
      R"("kind": "at_most", "message": "statistics_order", "left": [{"max": ["t.a.n", "t.b.n"]}], "right": ["t.c.n"])");
  EXPECT_EQ(found(maximum, {{"t.a.n", {3, 0}}, {"t.b.n", {5, 0}}, {"t.c.n", {5, 0}}}), "");
  EXPECT_EQ(found(maximum, {{"t.a.n", {3, 0}}, {"t.b.n", {5, 0}}, {"t.c.n", {4, 0}}}), "5/4;");
  EXPECT_EQ(found(maximum, {{"t.a.n", {5, 0}}, {"t.c.n", {4, 0}}}), "5/4;");  // the blank can only be more
  EXPECT_EQ(found(maximum, {{"t.a.n", {3, 0}}, {"t.c.n", {4, 0}}}), "");
  const auto difference = form_with(
      R"("kind": "equal", "message": "same_base", "left": ["t.a.n", {"minus": "t.b.n"}, {"constant": 2}], "right": ["t.c.n"])");
  EXPECT_EQ(found(difference, {{"t.a.n", {55, 1}}, {"t.b.n", {1, 0}}, {"t.c.n", {65, 1}}}), "");
  EXPECT_EQ(found(difference, {{"t.a.n", {55, 1}}, {"t.b.n", {1, 0}}, {"t.c.n", {6, 0}}}), "6.5/6.0;");
  // The blank is taken away: at most 7 can be left.
  EXPECT_EQ(found(difference, {{"t.a.n", {5, 0}}, {"t.c.n", {8, 0}}}), "7/8;");
  EXPECT_EQ(found(difference, {{"t.a.n", {5, 0}}, {"t.c.n", {4, 0}}}), "");
}

TEST(CheckVocabulary, ABoundThatIsBlankBindsNothing) {
  const auto form = form_with(
      R"("kind": "between", "message": "not_between", "value": ["t.a.n"], "low": ["t.b.n"], "high": ["t.c.n"])");
  EXPECT_EQ(found(form, {{"t.a.n", {5, 0}}, {"t.b.n", {5, 0}}, {"t.c.n", {5, 0}}}), "");
  EXPECT_EQ(found(form, {{"t.a.n", {4, 0}}, {"t.b.n", {5, 0}}}), "5/4;");
  EXPECT_EQ(found(form, {{"t.a.n", {9, 0}}, {"t.b.n", {5, 0}}}), "");
  EXPECT_EQ(found(form, {{"t.a.n", {9, 0}}, {"t.c.n", {8, 0}}}), "8/9;");
}

TEST(CheckVocabulary, AnOrderIsComparedWhereItIsStated) {
  const auto form = form_with(R"("kind": "ordered", "message": "not_ordered", "cells": ["t.a.n", "t.b.n", "t.c.n"])");
  EXPECT_EQ(found(form, {{"t.a.n", {1, 0}}, {"t.b.n", {1, 0}}, {"t.c.n", {2, 0}}}), "");
  EXPECT_EQ(found(form, {{"t.a.n", {3, 0}}, {"t.c.n", {2, 0}}}), "3/2;");
}

TEST(CheckVocabulary, AValueStandsOnce) {
  const auto form = form_with(R"("kind": "unique", "message": "duplicate_value", "cells": ["o.@rows.n"])");
  EXPECT_EQ(found(form, {{"o.x.n", {1, 0}}, {"o.y.n", {2, 0}}}), "");
  EXPECT_EQ(found(form, {{"o.x.n", {1, 0}}, {"o.y.n", {2, 0}}, {"o.z.n", {1, 0}}}), "1/1;");
}

TEST(CheckVocabulary, WhatAConditionAsksForMustBeStated) {
  const auto form = form_with(
      R"("kind": "present_if", "message": "not_stated", "cell": ["t.b.n"], "when": [{"positive": ["t.a.n"]}])");
  EXPECT_EQ(found(form, {{"t.a.n", {0, 0}}}), "");
  EXPECT_EQ(found(form, {}), "");
  EXPECT_EQ(found(form, {{"t.a.n", {1, 0}}}), "/;");
  EXPECT_EQ(found(form, {{"t.a.n", {1, 0}}, {"t.b.n", {0, 0}}}), "");
}

TEST(CheckVocabulary, AChapterMustSayTheWordWhereItWasRead) {
  const auto form = form_with(
      R"("kind": "mentions", "message": "fee_row", "chapter": "six", "words": ["fee"], "when": [{"positive": ["t.a.n"]}])");
  EXPECT_EQ(found(form, {{"t.a.n", {1, 0}}}), "");
  EXPECT_EQ(found(form, {{"t.a.n", {1, 0}}}, {{"VI", "nothing", {}}}), "/;");
  EXPECT_EQ(found(form, {{"t.a.n", {1, 0}}}, {{"VI", "no fee", {}}}), "");
  EXPECT_EQ(found(form, {{"t.a.n", {0, 0}}}, {{"VI", "nothing", {}}}), "");
}

TEST(CheckVocabulary, SetsAreTermsAndStarsAreEquations) {
  const auto form =
      form_with(R"("kind": "sum", "message": "row_sum", "total": ["t.d.n"], "parts": ["t.@parts.n", "t.c.n"])");
  EXPECT_EQ(found(form, {{"t.a.n", {1, 0}}, {"t.b.n", {2, 0}}, {"t.c.n", {3, 0}}, {"t.d.n", {7, 0}}}), "6/7;");
  EXPECT_EQ(fill(form, {{"t.a.n", {1, 0}}, {"t.b.n", {2, 0}}, {"t.c.n", {35, 1}}}).cell("t.d.n").value,
            (Decimal{65, 1}));
}

}  // namespace
}  // namespace gongkai
