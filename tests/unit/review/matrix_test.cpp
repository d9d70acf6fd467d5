// SPDX-License-Identifier: Apache-2.0
// Every stage with every action, from the graph: decide refuses exactly what is not regular, apply goes where the graph
// says and tells exactly what is not regular.
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/review/people.hpp"

namespace gongkai::town {
namespace {

constexpr Date day{2013, 3, 4};

std::vector<std::pair<const Actor*, ReviewAction>> way_to(ReviewStage stage) {
  std::vector<std::pair<const Actor*, ReviewAction>> out;
  if (stage == ReviewStage::not_submitted) {
    return out;
  }
  out.emplace_back(&drafter, submission());
  switch (stage) {
    case ReviewStage::in_consultation:
      out.emplace_back(&section_head, ReviewConsultationOpened{"?"});
      out.emplace_back(&section_head, ReviewOpinionGiven{});
      out.emplace_back(&leader_in_charge, ReviewOpinionGiven{});
      break;
    case ReviewStage::referred:
      out.emplace_back(&section_head, ReviewReferred{"保密局", "?"});
      break;
    case ReviewStage::returned:
      out.emplace_back(&section_head, ReviewReturned{"修改"});
      break;
    case ReviewStage::completed:
      out.emplace_back(&section_head, yes());
      out.emplace_back(&leader_in_charge, yes());
      out.emplace_back(&principal_leader, yes());
      break;
    case ReviewStage::refused:
      out.emplace_back(&section_head, ReviewRefused{"process_information", "art. 8", "讨论稿"});
      break;
    case ReviewStage::lapsed:
      out.emplace_back(&drafter, ReviewContentChanged{digest(2), ""});
      break;
    case ReviewStage::withdrawn:
      out.emplace_back(&drafter, ReviewWithdrawn{});
      break;
    default:
      break;
  }
  return out;
}

// For each action: who would do it, and a command that states everything.
std::pair<const Actor*, ReviewAction> sample(std::size_t action) {
  static const std::vector<std::pair<const Actor*, ReviewAction>> samples{
      {&drafter, submission("town_three_stages", 3)},
      {&section_head, yes()},
      {&drafter, ReviewEscalated{"逾期"}},
      {&drafter, ReviewConsentBySilence{"逾期"}},
      {&section_head, ReviewReturned{"修改"}},
      {&section_head, ReviewRefused{"process_information", "art. 8", "讨论稿"}},
      {&section_head, ReviewReferred{"保密局", "?"}},
      {&drafter, ReviewReferralAnswered{Conclusion::disclose, "函", "", ""}},
      {&section_head, ReviewConsultationOpened{"?"}},
      {&section_head, ReviewOpinionGiven{}},
      {&section_head, ReviewConsultationConcluded{Conclusion::disclose, ""}},
      {&drafter, ReviewContentChanged{digest(9), ""}},
      {&drafter, ReviewWithdrawn{}}};
  return samples.at(action);
}

TEST(ReviewMatrix, StagesAndActionsStandInTheOrderOfTheirEnumerators) {
  const auto& graph = review_graph();
  for (std::size_t i = 0; i < graph.stages().size(); ++i) {
    EXPECT_EQ(graph.stages()[i].name, to_string(static_cast<ReviewStage>(i)));
    EXPECT_EQ(graph.stages()[i].label_zh, label_zh(static_cast<ReviewStage>(i)));
  }
  ASSERT_EQ(graph.actions().size() + 1, std::variant_size_v<ReviewAction>);  // and the retraction
  for (std::size_t i = 0; i < graph.actions().size(); ++i) {
    EXPECT_EQ(graph.actions()[i].name, action_name(sample(i).second));
    EXPECT_EQ(sample(i).second.index(), i);
  }
}

TEST(ReviewMatrix, DecideRefusesExactlyWhatTheGraphDoesNotHave) {
  const auto& graph = review_graph();
  for (std::size_t stage = 0; stage < graph.stages().size(); ++stage) {
    Desk desk;
    for (const auto& [actor, command] : way_to(static_cast<ReviewStage>(stage))) {
      desk.act(*actor, command, day);
    }
    ASSERT_EQ(static_cast<std::size_t>(desk.state().stage), stage);
    const auto allowed = graph.allowed(stage);
    for (std::size_t action = 0; action < graph.actions().size(); ++action) {
      const bool regular = std::find(allowed.begin(), allowed.end(), graph.actions()[action].name) != allowed.end();
      const auto [actor, command] = sample(action);
      const int code = refusal(desk.state(), command, *actor, day, desk.rules());
      const bool waits =
          graph.actions()[action].name == "escalated" || graph.actions()[action].name == "consent_by_silence";
      EXPECT_EQ(code, !regular ? 501
                      : waits  ? 508
                               : 0)
          << graph.stages()[stage].name << " × " << graph.actions()[action].name;
    }
  }
}

TEST(ReviewMatrix, ApplyGoesWhereTheGraphSaysAndReportsWhatIsNotRegular) {
  const auto& graph = review_graph();
  for (std::size_t stage = 0; stage < graph.stages().size(); ++stage) {
    Desk desk;
    for (const auto& [actor, command] : way_to(static_cast<ReviewStage>(stage))) {
      desk.act(*actor, command, day);
    }
    for (std::size_t action = 0; action < graph.actions().size(); ++action) {
      const auto [actor, command] = sample(action);
      ReviewEvent event{Envelope{"review-1", day, day}, command};
      event.envelope.by = {actor->id(), actor->roles().front(), {}};
      event.envelope.sequence = 99;
      const auto after = apply(desk.state(), event, desk.rules());
      const auto choices = graph.choices(stage, action);
      const auto step = graph.step(stage, action, choices.size() > 1 ? "more stages" : "");
      const auto told = std::count_if(after.findings.begin(), after.findings.end(),
                                      [](const Finding& finding) { return finding.code == "REV.STAGE"; });
      const auto where = std::string{graph.stages()[stage].name} + " × " + std::string{graph.actions()[action].name};
      EXPECT_EQ(after.events.back(), 99) << where;
      // Silence that is no consent here has no effect of its own.
      if (graph.actions()[action].name == "consent_by_silence" && !choices.empty()) {
        EXPECT_EQ(static_cast<std::size_t>(after.stage), stage) << where;
        EXPECT_EQ(after.findings.back().code, "REV.SILENCE") << where;
        continue;
      }
      EXPECT_EQ(static_cast<std::size_t>(after.stage), step.to) << where;
      EXPECT_EQ(told, step.effect == Effect::regular ? 0 : 1) << where;
    }
  }
}

}  // namespace
}  // namespace gongkai::town
