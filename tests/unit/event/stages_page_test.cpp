// SPDX-License-Identifier: Apache-2.0
// docs/guide/stages.md is made from the graphs and their data. When it is out of date this test fails; run it with
// GONGKAI_APPROVE=1 in the environment to write the page again.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <gongkai/catalogue/transitions.hpp>
#include <gongkai/event/stage_rules.hpp>
#include <gongkai/request/transitions.hpp>
#include <gongkai/review/transitions.hpp>
#include <sstream>
#include <vector>

namespace {

using gongkai::StageGraph;
using gongkai::StageRules;

std::vector<const StageGraph*> graphs() { return {&gongkai::catalogue_graph(), &gongkai::request_graph(), &gongkai::review_graph()}; }

std::string page() {
  std::string out =
      "# Stages\n\n"
      "<!-- Written by the test StagesPage.IsUpToDate from the graphs in lib/ and rules/cn/stages. -->\n\n"
      "What an office does goes through stages. The diagrams show the regular ways: `decide` allows these and refuses\n"
      "everything else. The tables show what a history comes to that did something else: *(irregular)* counts, with a\n"
      "finding; *–* has no effect, with a finding. A choice in brackets depends on the case.\n";
  for (const auto* graph : graphs()) {
    out += "\n## " + std::string{graph->title()} + "\n\n```mermaid\n" + graph->to_mermaid() + "```\n\n" +
           graph->to_markdown() + "\n" + StageRules::builtin("CN", graph->name()).to_markdown(*graph);
  }
  return out;
}

TEST(StagesPage, IsUpToDate) {
  const std::string path = std::string{GONGKAI_SOURCE_DIR} + "/docs/guide/stages.md";
  if (std::getenv("GONGKAI_APPROVE") != nullptr) {
    std::ofstream{path, std::ios::binary} << page();
  }
  std::ifstream file{path, std::ios::binary};
  std::ostringstream written;
  written << file.rdbuf();
  EXPECT_EQ(written.str(), page());
}

TEST(StagesPage, EveryActionOfAGraphHasItsRulesAndNoOther) {
  for (const auto* graph : graphs()) {
    const auto rules = StageRules::builtin("CN", graph->name());
    EXPECT_EQ(rules.graph(), graph->name());
    for (const auto& action : graph->actions()) {
      EXPECT_TRUE(rules.uses(action.name)) << graph->name() << " " << action.name;
    }
    const auto table = rules.to_markdown(*graph);
    EXPECT_EQ(static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')), graph->actions().size() + 2);
  }
}

}  // namespace
