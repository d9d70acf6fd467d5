// SPDX-License-Identifier: Apache-2.0
// Every stage with every action, from the graph.
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/catalogue/office.hpp"

namespace gongkai::catalogue_office {
namespace {

constexpr Date day{2024, 3, 4};
const RecordLink link{"responds_to", "", "网民留言"};

Desk at(RecordStage stage) {
  Desk desk;
  if (stage == RecordStage::not_recorded) {
    return desk;
  }
  desk.act("r1", RecordDrafted{data()}, day);
  if (stage == RecordStage::drafted) {
    return desk;
  }
  if (stage == RecordStage::held) {
    return desk.act("r1", withheld(), day);
  }
  desk.act("r1", RecordLinked{link}, day).act("r1", proactive(), day);
  if (stage == RecordStage::to_publish) {
    return desk;
  }
  if (stage == RecordStage::open_for_comment) {
    return desk.act("r1", RecordDraftOpened{"website", day, "", cleared(1, day)}, day);
  }
  desk.act("r1", publication(1, day), day);
  if (stage == RecordStage::repealed) {
    desk.act("r1", RecordRepealed{"x", ""}, day);
  } else if (stage == RecordStage::withdrawn) {
    desk.act("r1", RecordWithdrawn{"x"}, day);
  }
  return desk;
}

// For each action a command that states everything.
RecordAction sample(std::size_t action, bool linked) {
  const std::vector<RecordAction> samples{RecordDrafted{data("丙", 3)},
                                          proactive(),
                                          RecordChanged{data("丁", 4), ""},
                                          RecordAmended{data("戊", 1), ""},
                                          RecordIndexed{"000014349/2018-00222"},
                                          RecordLinked{{"quotes", "", "甲"}},
                                          RecordUnlinked{linked ? link : RecordLink{"quotes", "", "乙"}},
                                          RecordDraftOpened{"website", day, "", cleared(1, day)},
                                          RecordFeedbackPublished{1, 1, ""},
                                          publication(1, day),
                                          RecordClarified{"", "谣言"},
                                          RecordRepealed{"x", ""},
                                          RecordWithdrawn{"x"}};
  return samples.at(action);
}

TEST(CatalogueMatrix, StagesAndActionsStandInTheOrderOfTheirEnumerators) {
  const auto& graph = catalogue_graph();
  for (std::size_t i = 0; i < graph.stages().size(); ++i) {
    EXPECT_EQ(graph.stages()[i].name, to_string(static_cast<RecordStage>(i)));
    EXPECT_EQ(graph.stages()[i].label_zh, label_zh(static_cast<RecordStage>(i)));
  }
  ASSERT_EQ(graph.actions().size() + 1, std::variant_size_v<RecordAction>);  // and the retraction
  for (std::size_t i = 0; i < graph.actions().size(); ++i) {
    EXPECT_EQ(graph.actions()[i].name, action_name(sample(i, true)));
  }
}

TEST(CatalogueMatrix, DecideRefusesExactlyWhatTheGraphDoesNotHave) {
  const auto& graph = catalogue_graph();
  for (std::size_t stage = 0; stage < graph.stages().size(); ++stage) {
    const auto desk = at(static_cast<RecordStage>(stage));
    const bool linked = stage > 1 && static_cast<RecordStage>(stage) != RecordStage::held;
    const auto allowed = graph.allowed(stage);
    for (std::size_t action = 0; action < graph.actions().size(); ++action) {
      const auto name = graph.actions()[action].name;
      const bool regular = std::find(allowed.begin(), allowed.end(), name) != allowed.end();
      const bool no_such_link = name == "unlinked" && !linked;
      EXPECT_EQ(desk.refusal("r1", sample(action, linked), day), !regular       ? 501
                                                                 : no_such_link ? 508
                                                                                : 0)
          << graph.stages()[stage].name << " × " << name;
    }
  }
}

TEST(CatalogueMatrix, ApplyGoesWhereTheGraphSaysAndReportsWhatIsNotRegular) {
  const auto& graph = catalogue_graph();
  for (std::size_t stage = 0; stage < graph.stages().size(); ++stage) {
    const auto desk = at(static_cast<RecordStage>(stage));
    if (stage > 0) {
      ASSERT_EQ(static_cast<std::size_t>(desk.record().stage), stage);
    }
    for (std::size_t action = 0; action < graph.actions().size(); ++action) {
      for (const auto when : {"proactive", "otherwise"}) {
        auto command = sample(action, true);
        const bool choice =
            graph.actions()[action].name == "attribute_decided" && graph.choices(stage, action).size() > 1;
        if (!choice && std::string_view{when} == "otherwise") {
          continue;
        }
        if (choice && std::string_view{when} == "otherwise") {
          command = withheld();
        }
        const auto after = apply(desk.catalogue(), event(99, day, command), rules()).records.at("r1");
        const auto step = graph.step(stage, action, choice ? when : "");
        const auto told = std::count_if(after.findings.begin(), after.findings.end(),
                                        [](const Finding& finding) { return finding.code == "CAT.STAGE"; });
        const auto where = std::string{graph.stages()[stage].name} + " × " + std::string{graph.actions()[action].name};
        EXPECT_EQ(static_cast<std::size_t>(after.stage), step.to) << where;
        EXPECT_EQ(told, step.effect == Effect::regular ? 0 : 1) << where;
        EXPECT_EQ(after.events.back(), 99) << where;
      }
    }
  }
}

}  // namespace
}  // namespace gongkai::catalogue_office
