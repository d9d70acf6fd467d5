// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <gongkai/report/read.hpp>

#include "detail/json_reader.hpp"
#include "unit/report/corpus.hpp"

namespace gongkai {
namespace {

TEST(NarrativeScenario, EveryMiniReportReadsAsItSays) {
  const auto bytes = testing::source_file("tests/scenario/report/narrative.json");
  ASSERT_TRUE(bytes) << "tests/scenario/report/narrative.json";
  const std::string file = "narrative.json";
  const auto json = detail::parse_json(*bytes, file);
  for (const auto& scenario : detail::JsonCursor{json, file}.elements()) {
    scenario.object({"name", "text", "organisation", "year", "figures"}, {"classes"});
    SCOPED_TRACE(scenario.at("name").string());
    const auto report = read(scenario.at("text").string());
    EXPECT_EQ(report.organisation.value_or(""), scenario.at("organisation").string());
    EXPECT_EQ(report.year.value_or(0), scenario.at("year").integer(1990, 2199));
    for (const auto& [slot, value] : scenario.at("figures").members()) {
      const Cell& cell = report.figure(slot);
      if (value.is_null()) {
        EXPECT_EQ(cell.kind, CellKind::approximate) << slot;
      } else {
        EXPECT_EQ(cell.kind, CellKind::number) << slot;
        EXPECT_EQ(cell.value.to_double(), value.number()) << slot;
      }
    }
    for (const auto& [slot, cell] : report.narrative) {
      if (slot != "fulltext_rate_percent" && !scenario.at("figures").find(slot)) {
        ADD_FAILURE() << slot << " is not stated, but read as " << cell.printed;
      }
    }
    std::size_t expected = 0;
    if (const auto classes = scenario.find("classes")) {
      for (const auto& entry : classes->elements()) {
        const auto parts = entry.elements();
        ASSERT_LT(expected, report.classes.size());
        EXPECT_EQ(report.classes[expected].label, parts[0].string());
        EXPECT_EQ(report.classes[expected].count.value.to_double(), parts[1].number());
        EXPECT_EQ(report.classes[expected].percent.value.to_double(), parts[2].number());
        ++expected;
      }
    }
    EXPECT_EQ(report.classes.size(), expected);
  }
}

}  // namespace
}  // namespace gongkai
