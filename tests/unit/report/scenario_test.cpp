// SPDX-License-Identifier: Apache-2.0
// Mini-reports in our own words: what each says, and what it does not say.
#include <gtest/gtest.h>
#include <gongkai/error.hpp>
#include <gongkai/report/check.hpp>
#include <gongkai/report/read.hpp>

#include <algorithm>
#include <iostream>

#include "detail/json_reader.hpp"
#include "unit/report/corpus.hpp"

namespace gongkai {
namespace {

const char* const topics[] = {"narrative", "totals", "classes", "channels", "requests", "remedies",
                              "others",    "whose",  "titles",  "tables",   "checks",   "unusual"};

void expect_cell(const Cell& cell, const detail::JsonCursor& value, const std::string& where) {
  if (value.is_null()) {
    EXPECT_NE(cell.kind, CellKind::number) << where << ": " << cell.printed;
  } else {
    EXPECT_EQ(cell.kind, CellKind::number) << where;
    EXPECT_EQ(cell.value.to_double(), value.number()) << where;
  }
}

void expect_figures(const AnnualReport& report, const detail::JsonCursor& figures) {
  for (const auto& [slot, value] : figures.members()) {
    expect_cell(report.figure(slot), value, slot);
    if (value.is_null()) {
      EXPECT_EQ(report.figure(slot).kind, CellKind::approximate) << slot;
    }
  }
  for (const auto& [slot, cell] : report.narrative) {
    EXPECT_TRUE(figures.find(slot)) << slot << " is not stated, but read as " << cell.printed;
  }
}

// A list of [label, …, count] in the order of the report.
template <typename Figures, typename Expect>
void expect_list(const std::optional<detail::JsonCursor>& expected, const Figures& figures, Expect expect) {
  const auto entries = expected ? expected->elements() : std::vector<detail::JsonCursor>{};
  EXPECT_EQ(figures.size(), entries.size());
  for (std::size_t i = 0; i < std::min(entries.size(), figures.size()); ++i) {
    EXPECT_EQ(figures[i].label, entries[i].elements()[0].string());
    expect(figures[i], entries[i].elements());
  }
}

TEST(NarrativeScenario, EveryMiniReportReadsAsItSays) {
  std::size_t count = 0;
  for (const std::string topic : topics) {
    const std::string file = "tests/scenario/report/" + topic + ".json";
    const auto bytes = testing::source_file(file);
    ASSERT_TRUE(bytes) << file;
    const auto json = detail::parse_json(*bytes, file);
    for (const auto& scenario : detail::JsonCursor{json, file}.elements()) {
      ++count;
      scenario.object({"name", "text", "organisation", "year", "figures"},
                      {"classes", "channels", "outcomes", "mentions", "findings"});
      SCOPED_TRACE(topic + ": " + scenario.at("name").string());
      const auto report = read(scenario.at("text").string());
      EXPECT_EQ(report.organisation.value_or(""), scenario.at("organisation").string());
      EXPECT_EQ(report.year.value_or(0), scenario.at("year").integer(1990, 2199));
      expect_figures(report, scenario.at("figures"));
      expect_list(scenario.find("classes"), report.classes,
                  [](const ClassFigure& figure, const std::vector<detail::JsonCursor>& parts) {
                    expect_cell(figure.count, parts[1], figure.label + " count");
                    expect_cell(figure.percent, parts[2], figure.label + " percent");
                  });
      if (const auto channels = scenario.find("channels")) {
        expect_list(channels, report.channels,
                    [](const ChannelFigure& figure, const std::vector<detail::JsonCursor>& parts) {
                      expect_cell(figure.count, parts[1], figure.label);
                    });
      }
      expect_list(scenario.find("outcomes"), report.outcomes,
                  [](const OutcomeFigure& figure, const std::vector<detail::JsonCursor>& parts) {
                    EXPECT_EQ(figure.code, parts[1].string()) << figure.label;
                    expect_cell(figure.count, parts[2], figure.label);
                  });
      if (const auto mentions = scenario.find("mentions")) {
        for (const auto& printed : mentions->strings()) {
          EXPECT_TRUE(std::any_of(report.mentions.begin(), report.mentions.end(),
                                  [&](const Mention& mention) { return mention.place.text == printed; }))
              << printed << " is no mention";
        }
      }
      std::vector<std::string> found;
      for (const auto& finding : check(report)) {
        if (finding.severity != Severity::note) {
          found.push_back(finding.code);
        }
      }
      const auto expected = scenario.find("findings");
      EXPECT_EQ(found, expected ? expected->strings() : std::vector<std::string>{});
    }
  }
  std::cout << "[ reports  ] mini-reports read: " << count << "\n";
  EXPECT_GE(count, 60U);
}

TEST(NarrativeScenario, WhatIsNoReportIsRefused) {
  const std::string file = "tests/scenario/report/no_report.json";
  const auto bytes = testing::source_file(file);
  ASSERT_TRUE(bytes) << file;
  const auto json = detail::parse_json(*bytes, file);
  for (const auto& scenario : detail::JsonCursor{json, file}.elements()) {
    SCOPED_TRACE(scenario.at("name").string());
    try {
      (void)read(scenario.at("text").string());
      ADD_FAILURE() << "read as a report";
    } catch (const ParseError& error) {
      EXPECT_EQ(error.code(), ErrorCode::no_report);
    }
  }
}

}  // namespace
}  // namespace gongkai
