// SPDX-License-Identifier: Apache-2.0
#pragma once
// What an event does to a state whatever the state is of: it moves along the graph, and what is irregular is told.

#include <gongkai/event/envelope.hpp>
#include <gongkai/event/stages.hpp>
#include <string>
#include <string_view>

#include "event/finding_texts.hpp"

namespace gongkai::detail {

/// Adds a finding about the event. Every text may name the subject.
template <typename State>
void report(State& state, const Envelope& envelope, std::string_view id, FindingValues values) {
  values.emplace_back("subject", state.id);
  state.findings.push_back(make_finding(id, envelope.legal_day, state.id, envelope.sequence, values));
}

/// Moves along the graph; an irregular step is the finding `id`. False when the event has no effect.
template <typename State>
bool take_step(State& state, const Envelope& envelope, const StageGraph& graph, std::size_t action, std::string_view id,
               std::string_view when) {
  using Stage = decltype(state.stage);
  const auto next = graph.step(static_cast<std::size_t>(state.stage), action, when);
  if (next.effect != Effect::regular) {
    const bool counts = next.effect == Effect::irregular;
    report(state, envelope, id,
           {{"action", graph.actions()[action].name},
            {"action_zh", graph.actions()[action].label_zh},
            {"day", envelope.legal_day.to_string()},
            {"stage", to_string(state.stage)},
            {"stage_zh", label_zh(state.stage)},
            {"effect", counts ? "it counts all the same" : "it has no effect"},
            {"effect_zh", counts ? "仍予计入" : "不产生效力"}});
  }
  state.stage = static_cast<Stage>(next.to);
  return next.effect != Effect::none;
}

}  // namespace gongkai::detail
