// SPDX-License-Identifier: Apache-2.0
#include <gongkai/event/stages.hpp>

#include <algorithm>
#include <gongkai/error.hpp>

#include "event/words.hpp"

namespace gongkai {
namespace {

constexpr std::array<detail::Word, 3> effects{{{"regular", ""}, {"irregular", ""}, {"none", ""}}};

std::size_t position(const std::vector<StageName>& names, std::string_view name, std::string_view graph) {
  const auto found =
      std::find_if(names.begin(), names.end(), [&](const StageName& entry) { return entry.name == name; });
  if (found == names.end()) {
    throw InternalError{"the graph of stages \"" + std::string{graph} + "\" has no \"" + std::string{name} + "\""};
  }
  return static_cast<std::size_t>(found - names.begin());
}

}  // namespace

StageGraph::StageGraph(std::string_view name, std::string_view title, std::vector<StageName> stages,
                       std::vector<StageName> actions, const std::vector<StageEdge>& edges)
    : name_{name},
      title_{title},
      stages_{std::move(stages)},
      actions_{std::move(actions)},
      matrix_(stages_.size() * actions_.size()) {
  for (const auto& edge : edges) {
    const auto action = position(actions_, edge.action, name_);
    for (const auto from_name : edge.from) {
      const auto from = position(stages_, from_name, name_);
      auto& cell = matrix_[from * actions_.size() + action];
      if (std::any_of(cell.begin(), cell.end(), [&](const Way& way) { return way.when == edge.when; })) {
        throw InternalError{"two ways of \"" + std::string{edge.action} + "\" from \"" + std::string{from_name} +
                            "\" (" + std::string{name_} + ")"};
      }
      cell.push_back({edge.when, {edge.effect, edge.to.empty() ? from : position(stages_, edge.to, name_)}});
    }
  }
}

const std::vector<StageGraph::Way>& StageGraph::ways(std::size_t stage, std::size_t action) const {
  if (stage >= stages_.size() || action >= actions_.size()) {
    throw InternalError{"no such stage or action in the graph \"" + std::string{name_} + "\""};
  }
  return matrix_[stage * actions_.size() + action];
}

Step StageGraph::step(std::size_t stage, std::size_t action, std::string_view when) const {
  const auto& cell = ways(stage, action);
  if (cell.empty()) {
    return {Effect::none, stage};
  }
  if (cell.size() == 1 && (when.empty() || cell.front().when.empty())) {
    return cell.front().step;
  }
  for (const auto& way : cell) {
    if (way.when == when) {
      return way.step;
    }
  }
  throw InternalError{"the graph \"" + std::string{name_} + "\" has no choice \"" + std::string{when} + "\" for \"" +
                      std::string{actions_[action].name} + "\" in \"" + std::string{stages_[stage].name} + "\""};
}

std::vector<std::string_view> StageGraph::choices(std::size_t stage, std::size_t action) const {
  std::vector<std::string_view> out;
  for (const auto& way : ways(stage, action)) {
    out.push_back(way.when);
  }
  return out;
}

std::vector<std::string_view> StageGraph::allowed(std::size_t stage) const {
  std::vector<std::string_view> out;
  for (std::size_t action = 0; action < actions_.size(); ++action) {
    const auto& cell = ways(stage, action);
    if (std::any_of(cell.begin(), cell.end(), [](const Way& way) { return way.step.effect == Effect::regular; })) {
      out.push_back(actions_[action].name);
    }
  }
  return out;
}

std::string StageGraph::to_mermaid() const {
  std::string out = "stateDiagram-v2\n";
  for (const auto& stage : stages_) {
    out +=
        "    " + std::string{stage.name} + " : " + std::string{stage.name} + " " + std::string{stage.label_zh} + "\n";
  }
  out += "    [*] --> " + std::string{stages_.front().name} + "\n";
  for (std::size_t from = 0; from < stages_.size(); ++from) {
    for (std::size_t action = 0; action < actions_.size(); ++action) {
      for (const auto& way : ways(from, action)) {
        if (way.step.effect != Effect::regular) {
          continue;
        }
        out += "    " + std::string{stages_[from].name} + " --> " + std::string{stages_[way.step.to].name} + " : " +
               std::string{actions_[action].name} + (way.when.empty() ? "" : " [" + std::string{way.when} + "]") + "\n";
      }
    }
  }
  for (std::size_t stage = 0; stage < stages_.size(); ++stage) {
    if (is_final(stage)) {
      out += "    " + std::string{stages_[stage].name} + " --> [*]\n";
    }
  }
  return out;
}

std::string StageGraph::to_markdown() const {
  std::string out = "| action \\ stage |";
  std::string rule = "|---|";
  for (const auto& stage : stages_) {
    out += " " + std::string{stage.name} + " |";
    rule += "---|";
  }
  out += "\n" + rule + "\n";
  for (std::size_t action = 0; action < actions_.size(); ++action) {
    out += "| " + std::string{actions_[action].name} + " " + std::string{actions_[action].label_zh} + " |";
    for (std::size_t stage = 0; stage < stages_.size(); ++stage) {
      std::string cell;
      for (const auto& way : ways(stage, action)) {
        cell += cell.empty() ? "" : "<br>";
        cell += way.step.to == stage ? "stays" : "→ " + std::string{stages_[way.step.to].name};
        cell += way.when.empty() ? "" : " [" + std::string{way.when} + "]";
        cell += way.step.effect == Effect::irregular ? " (irregular)" : "";
      }
      out += " " + (cell.empty() ? "–" : cell) + " |";
    }
    out += "\n";
  }
  return out;
}

std::string_view to_string(Effect effect) noexcept { return detail::word_of(effects, effect).word; }

}  // namespace gongkai
