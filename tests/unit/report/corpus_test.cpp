// SPDX-License-Identifier: Apache-2.0
// The published narrative reports against what a careful reader finds in them.
#include <gtest/gtest.h>
#include <gongkai/report/check.hpp>
#include <gongkai/report/json.hpp>
#include <gongkai/report/read.hpp>

#include <algorithm>
#include <cmath>
#include <iostream>

#include "detail/json_reader.hpp"
#include "unit/report/corpus.hpp"

namespace gongkai {
namespace {

const char* const narrative_files[] = {
    "2009-beijing-xinfangban", "2009-miyun-xinfangban", "2010-daxing-fagaiwei", "2010-tangcunzhen", "2013-bulaotun",
    "2013-xietangzhen",        "2014-yongningjiedao",   "2014-zhanlanlujiedao", "2015-miyunqu",     "2016-chaoyangqu"};
// The truth files list these slots always; complaints, clarifications and inquiries only here and there.
const char* const always_listed[] = {"proactive_total",   "fulltext_rate_percent", "requests_received",
                                     "requests_answered", "reconsiderations",      "litigations"};

bool holds(const AnnualReport& report, const detail::JsonCursor& scalar) {
  if (scalar.is_string()) {
    for (const auto& mention : report.mentions) {
      if (mention.place.text == scalar.string()) {
        return true;
      }
    }
    return false;
  }
  const double value = scalar.number();
  for (const auto& mention : report.mentions) {
    if (!mention.approximate && mention.value.to_double() == value) {
      return true;
    }
  }
  for (const auto& entry : report.narrative) {
    if (entry.second.is_number() && entry.second.value.to_double() == value) {
      return true;
    }
  }
  return false;
}

std::size_t missing_numbers(const AnnualReport& report, const detail::JsonCursor& at) {
  if (at.is_array()) {
    std::size_t out = 0;
    for (const auto& element : at.elements()) {
      out += holds(report, element) ? 0U : 1U;
    }
    return out;
  }
  if (!at.is_object()) {
    return holds(report, at) ? 0U : 1U;
  }
  std::size_t out = 0;
  for (const auto& member : at.members()) {
    const std::size_t missing = missing_numbers(report, member.second);
    if (missing > 0 && !member.second.is_object()) {
      std::cout << "[ corpus   ] not found: " << member.first << "\n";
    }
    out += missing;
  }
  return out;
}

TEST(NarrativeCorpus, EveryFigureIsReadAndNothingIsInvented) {
  const std::string directory = testing::corpus_directory() + "/reports/";
  if (!testing::slurp(directory + "2013-bulaotun.txt")) {
    if (testing::corpus_required()) {
      FAIL() << "the corpus is required, but not at " << directory;
    }
    GTEST_SKIP() << "no corpus at " << directory << " (set GONGKAI_CORPUS)";
  }
  std::size_t not_found = 0;
  for (const char* name : narrative_files) {
    SCOPED_TRACE(name);
    const auto bytes = testing::slurp(directory + name + ".txt");
    const auto truth_bytes = testing::slurp(directory + name + ".truth.json");
    ASSERT_TRUE(bytes && truth_bytes);
    const std::string file = name;
    const auto json = detail::parse_json(*truth_bytes, file);
    const detail::JsonCursor truth{json, file};
    const auto report = read(*bytes);
    EXPECT_EQ(report.year.value_or(0), truth.at("year").integer(1990, 2199));
    EXPECT_EQ(report.style.value_or(""), "cn-" + truth.at("style").string());
    EXPECT_EQ(report.complete, truth.at("complete").boolean());
    const auto figures = truth.at("figures");
    for (const auto& [slot, cell] : report.narrative) {
      if (const auto stated = figures.find(slot)) {
        EXPECT_EQ(cell.value.to_double(), stated->number()) << slot;
      }
    }
    for (const char* slot : always_listed) {
      EXPECT_EQ(report.figure(slot).kind != CellKind::absent, figures.find(slot).has_value()) << slot;
    }
    std::size_t classes = 0;
    if (const auto categories = figures.find("categories")) {
      for (const auto& [label, entry] : categories->members()) {
        ASSERT_LT(classes, report.classes.size());
        const auto& figure = report.classes[classes++];
        EXPECT_EQ(figure.label, label);
        EXPECT_EQ(figure.count.value.to_double(), entry.at("count").number());
        if (const auto percent = entry.find("percent_printed")) {
          EXPECT_EQ(figure.percent.printed, percent->string());
        } else {
          EXPECT_EQ(figure.percent.kind, CellKind::absent);
        }
      }
    }
    EXPECT_EQ(report.classes.size(), classes);
    if (const auto text_figures = figures.find("text_figures")) {
      not_found += missing_numbers(report, *text_figures);
    }
    // An identity that does not hold is found, with both sides, and no other error is reported.
    const auto findings = check(report);
    std::size_t broken = 0;
    for (const auto& identity : truth.at("identities").elements()) {
      const auto within = identity.find("within_rounding");
      if (identity.at("holds").boolean() || (within && within->boolean())) {
        continue;
      }
      ++broken;
      bool found = false;
      for (const auto& finding : findings) {
        found = found || (finding.severity == Severity::error && finding.left && finding.right &&
                          std::abs(std::stod(*finding.right) - identity.at("right").number()) < 1e-9 &&
                          std::abs(std::stod(*finding.left) - identity.at("left").number()) < 0.5);
      }
      EXPECT_TRUE(found) << identity.at("expression").string();
    }
    std::size_t errors = 0;
    for (const auto& finding : findings) {
      errors += finding.severity == Severity::error ? 1U : 0U;
    }
    EXPECT_EQ(errors, broken);
    const auto line = to_json(report, findings, name);
    EXPECT_EQ(line.find('\n'), std::string::npos);
    EXPECT_NO_THROW((void)detail::parse_json(line, file));
  }
  std::cout << "[ corpus   ] figures of the truth files not found yet: " << not_found << "\n";
  EXPECT_EQ(not_found, 0U);
}

// The running text of reports whose figures stand in tables: nothing of the tables may turn into a statement.
const char* const tabular_files[] = {"2019-yiyangshi",     "2020-liangchengzhen", "2020-tangcunzhen",
                                     "2023-dachengzizhen", "2023-suqianshi",      "2023-xuwen-sifaju",
                                     "2023-zichangshi",    "2024-shanghai-kewei", "2024-suqianshi"};

bool among(const detail::JsonCursor& at, double value) {
  if (at.is_object() || at.is_array()) {
    const auto members = at.is_object() ? at.members() : std::vector<std::pair<std::string, detail::JsonCursor>>{};
    const auto elements = at.is_array() ? at.elements() : std::vector<detail::JsonCursor>{};
    return std::any_of(members.begin(), members.end(),
                       [&](const auto& member) { return among(member.second, value); }) ||
           std::any_of(elements.begin(), elements.end(), [&](const auto& element) { return among(element, value); });
  }
  return !at.is_string() && !at.is_null() && std::abs(at.number() - value) < 1e-9;
}

TEST(TabularCorpus, TheTextStatesItsOwnFiguresAndNoneOfTheTables) {
  const std::string directory = testing::corpus_directory() + "/reports/";
  if (!testing::slurp(directory + "2023-suqianshi.txt")) {
    ASSERT_FALSE(testing::corpus_required()) << "the corpus is required, but not at " << directory;
    GTEST_SKIP() << "no corpus at " << directory << " (set GONGKAI_CORPUS)";
  }
  std::size_t not_found = 0;
  for (const std::string name : tabular_files) {
    SCOPED_TRACE(name);
    const auto json = detail::parse_json(testing::slurp(directory + name + ".truth.json").value(), name);
    const auto figures = detail::JsonCursor{json, name}.at("figures");
    const auto report = read(testing::slurp(directory + name + ".txt").value());
    const auto text_figures = figures.find("text_figures");
    for (const auto& [slot, cell] : report.narrative) {
      const auto stated = figures.find(slot);
      const double value = cell.value.to_double();
      const bool known = stated ? std::abs(stated->number() - value) < 1e-9
                                : cell.kind == CellKind::approximate || (text_figures && among(*text_figures, value));
      EXPECT_TRUE(known) << slot << " is read as " << cell.printed;
    }
    for (const char* slot : always_listed) {
      EXPECT_TRUE(!figures.find(slot) || report.figure(slot).kind != CellKind::absent) << slot << " is not read";
    }
    const auto categories = figures.find("categories");
    EXPECT_EQ(report.classes.size(), categories ? categories->members().size() : 0U);
    for (const auto& figure : report.classes) {
      const auto stated = categories ? categories->find(figure.label) : std::nullopt;
      EXPECT_TRUE(stated && std::abs(stated->at("count").number() - figure.count.value.to_double()) < 1e-9)
          << figure.label;
    }
    not_found += text_figures ? missing_numbers(report, *text_figures) : 0U;
  }
  std::cout << "[ corpus   ] figures of the running text of tabular reports not found yet: " << not_found << "\n";
  EXPECT_EQ(not_found, 0U);
}

}  // namespace
}  // namespace gongkai
