// SPDX-License-Identifier: Apache-2.0
// Every stage with every action, from the graph.
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/request/office.hpp"

namespace gongkai::request_office {
namespace {

constexpr Date start{2021, 3, 1};
constexpr Date day{2021, 3, 2};

Desk at(RequestStage stage) {
  Desk desk;
  switch (stage) {
    case RequestStage::not_received:
      return desk;
    case RequestStage::received:
      return desk.act("q1", submission(), start);
    case RequestStage::split:
      return desk.act("q1", submission(), start).act("q1", RequestSplit{{"a", "b"}}, start);
    default:
      desk.open("q1", start);
  }
  switch (stage) {
    case RequestStage::correction_asked:
    case RequestStage::abandoned:
      desk.act("q1", correction_notice(start), start);
      break;
    case RequestStage::consulting:
      desk.act("q1", RequestThirdPartyConsulted{"甲", letter("c")}, start);
      break;
    case RequestStage::fee_noticed:
      desk.act("q1", RequestFeeNoticed{letter("f", start), "fee_per_page", 38000, 68}, start);
      break;
    case RequestStage::decided:
    case RequestStage::served:
    case RequestStage::filed:
      desk.act("q1", granted(start), start);
      break;
    case RequestStage::withdrawn:
      desk.act("q1", RequestWithdrawn{}, start);
      break;
    default:
      break;
  }
  RequestServed served;
  served.delivered_on = start;
  if (stage == RequestStage::served || stage == RequestStage::filed) {
    desk.act("q1", served, start);
  }
  if (stage == RequestStage::filed) {
    desk.act("q1", RequestFiled{}, start);
  }
  if (stage == RequestStage::abandoned) {
    desk.act("q1", RequestCorrectionLapsed{}, Date{2021, 3, 31});
  }
  return desk;
}

// For each action a command that states everything.
RequestAction sample(std::size_t action) {
  RequestServed served;
  served.document = "reply-1";
  served.delivered_on = day;
  const std::vector<RequestAction> samples{submission(),
                                           RequestArrived{},
                                           RequestAcknowledged{},
                                           RequestConfirmed{},
                                           RequestRegistered{"1", "natural_person"},
                                           RequestIdentified{"a9", ""},
                                           RequestSplit{{"a", "b"}},
                                           correction_notice(day),
                                           RequestCorrected{},
                                           RequestCorrectionLapsed{},
                                           RequestThirdPartyConsulted{"乙", letter("c2")},
                                           RequestThirdPartyAnswered{"甲", "consents"},
                                           RequestAgencyConsulted{"丙", "joint_author", letter("c3")},
                                           RequestAgencyAnswered{"丙", "consents"},
                                           RequestReasonsAsked{letter("r")},
                                           RequestReasonsGiven{true},
                                           RequestDeferred{Date{2021, 5, 6}},
                                           RequestFeeNoticed{letter("f2"), "fee_per_page", 38000, 68},
                                           RequestFeePaid{38000},
                                           RequestFeeWaived{"economic_hardship", ""},
                                           RequestFeeLapsed{},
                                           extension(20),
                                           granted(day),
                                           served,
                                           RequestFiled{},
                                           RequestWithdrawn{},
                                           RequestRemedyOpened{"x", "reconsideration", ""},
                                           RequestRemedyConcluded{"x", "upheld", "", false}};
  return samples.at(action);
}

TEST(RequestMatrix, StagesAndActionsStandInTheOrderOfTheirEnumerators) {
  const auto& graph = request_graph();
  for (std::size_t i = 0; i < graph.stages().size(); ++i) {
    EXPECT_EQ(graph.stages()[i].name, to_string(static_cast<RequestStage>(i)));
    EXPECT_EQ(graph.stages()[i].label_zh, label_zh(static_cast<RequestStage>(i)));
  }
  // And the inquiry, the two kinds of figures, the retraction.
  ASSERT_EQ(graph.actions().size() + 4, std::variant_size_v<RequestAction>);
  for (std::size_t i = 0; i < graph.actions().size(); ++i) {
    EXPECT_EQ(graph.actions()[i].name, action_name(sample(i)));
    EXPECT_EQ(sample(i).index(), i);
  }
}

TEST(RequestMatrix, DecideRefusesWhatTheGraphDoesNotHaveAndNothingElseForTheStage) {
  const auto& graph = request_graph();
  for (std::size_t stage = 0; stage < graph.stages().size(); ++stage) {
    const auto desk = at(static_cast<RequestStage>(stage));
    if (stage > 0) {
      ASSERT_EQ(static_cast<std::size_t>(desk.request().stage), stage);
    }
    const Date when = static_cast<RequestStage>(stage) == RequestStage::abandoned ? Date{2021, 4, 1} : day;
    const auto allowed = graph.allowed(stage);
    for (std::size_t action = 0; action < graph.actions().size(); ++action) {
      const auto name = graph.actions()[action].name;
      const bool regular = std::find(allowed.begin(), allowed.end(), name) != allowed.end();
      const int code = desk.refusal("q1", sample(action), when);
      // Where the way depends on the case: nobody has ordered to decide again, no good reason was stated.
      const bool by_case =
          name == "decided" || (name == "corrected" && stage == static_cast<std::size_t>(RequestStage::abandoned));
      if (!regular) {
        EXPECT_EQ(code, 501) << graph.stages()[stage].name << " × " << name;
      } else if (!by_case) {
        EXPECT_NE(code, 501) << graph.stages()[stage].name << " × " << name;
      }
    }
  }
}

TEST(RequestMatrix, ApplyGoesWhereTheGraphSaysAndReportsWhatIsNotRegular) {
  const auto& graph = request_graph();
  for (std::size_t stage = 0; stage < graph.stages().size(); ++stage) {
    const auto desk = at(static_cast<RequestStage>(stage));
    const Date when = static_cast<RequestStage>(stage) == RequestStage::abandoned ? Date{2021, 4, 1} : day;
    for (std::size_t action = 0; action < graph.actions().size(); ++action) {
      const auto after = apply(desk.requests(), event(99, when, sample(action)), rules()).requests.at("q1");
      const auto where = std::string{graph.stages()[stage].name} + " × " + std::string{graph.actions()[action].name};
      const auto choices = graph.choices(stage, action);
      const auto told = std::count_if(after.findings.begin(), after.findings.end(),
                                      [](const Finding& finding) { return finding.code == "REQ.STAGE"; });
      const bool lands = choices.empty() ? static_cast<std::size_t>(after.stage) == stage && told == 1
                                         : std::any_of(choices.begin(), choices.end(), [&](std::string_view choice) {
                                             const auto step = graph.step(stage, action, choice);
                                             return static_cast<std::size_t>(after.stage) == step.to &&
                                                    told == (step.effect == Effect::regular ? 0 : 1);
                                           });
      EXPECT_TRUE(lands) << where << " → " << to_string(after.stage) << ", told " << told;
      EXPECT_EQ(after.events.back(), 99) << where;
    }
  }
}

}  // namespace
}  // namespace gongkai::request_office
