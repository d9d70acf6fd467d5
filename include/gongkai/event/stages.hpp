// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// A graph of stages that a lawyer can read: which action leads from which stage to which. One graph for reviews, one
/// for records, one for requests; the page docs/guide/stages.md and the tests of every stage with every action are
/// made from the same values.
///
///     graph.step(stage, action).effect == Effect::regular   // decide allows it, apply moves the stage
///     graph.step(stage, action).effect == Effect::irregular // decide refuses; in a history it counts, with a finding
///     graph.step(stage, action).effect == Effect::none      // decide refuses; in a history a finding, nothing else
///
/// The graph is total: every stage with every action has an answer. A stage without a regular way out is final.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/export.hpp>

namespace gongkai {

/// What an action does in a stage.
enum class Effect : std::uint8_t {
  regular,    ///< as the procedure has it
  irregular,  ///< against the procedure, yet it happened and counts
  none        ///< recorded, without consequence
};

/// A stage or an action: its name in code and JSON, and what offices call it.
struct StageName {
  std::string_view name;
  std::string_view label_zh;
};

/// A way from several stages. `to` empty: stays. `when` tells apart ways of the same action whose choice depends on
/// the case ("last stage").
struct StageEdge {
  std::vector<std::string_view> from;
  std::string_view action;
  std::string_view to;
  std::string_view when = {};
  Effect effect = Effect::regular;
};

/// Where an action leads.
struct Step {
  Effect effect = Effect::none;
  std::size_t to = 0;  ///< the stage afterwards; the same stage when it stays
};

/// Immutable. Stages and actions are counted in the order given, as their enumerators are; stage 0 is the beginning.
class GONGKAI_EXPORT StageGraph {
 public:
  /// `InternalError` when a name is unknown, or two ways cannot be told apart: the graph is code.
  StageGraph(std::string_view name, std::string_view title, std::vector<StageName> stages,
             std::vector<StageName> actions, const std::vector<StageEdge>& edges);

  [[nodiscard]] std::string_view name() const noexcept { return name_; }
  [[nodiscard]] std::string_view title() const noexcept { return title_; }
  [[nodiscard]] const std::vector<StageName>& stages() const noexcept { return stages_; }
  [[nodiscard]] const std::vector<StageName>& actions() const noexcept { return actions_; }

  /// `when` must be one of the choices of this stage and action; with a single way it may be left out.
  [[nodiscard]] Step step(std::size_t stage, std::size_t action, std::string_view when = {}) const;
  template <typename Stage, typename Action>
  [[nodiscard]] Step step(Stage stage, Action action, std::string_view when = {}) const {
    return step(static_cast<std::size_t>(stage), static_cast<std::size_t>(action), when);
  }
  /// The choices of a stage and action, `""` for the plain way; empty when there is none.
  [[nodiscard]] std::vector<std::string_view> choices(std::size_t stage, std::size_t action) const;
  /// The names of the actions with a regular way out of the stage, in order.
  [[nodiscard]] std::vector<std::string_view> allowed(std::size_t stage) const;
  /// No action is regular here.
  [[nodiscard]] bool is_final(std::size_t stage) const { return allowed(stage).empty(); }

  /// The regular ways as a mermaid `stateDiagram-v2`, byte-stable.
  [[nodiscard]] std::string to_mermaid() const;
  /// The whole matrix as a Markdown table: a row for each action, a column for each stage.
  [[nodiscard]] std::string to_markdown() const;

 private:
  struct Way {
    std::string_view when;
    Step step;
  };
  [[nodiscard]] const std::vector<Way>& ways(std::size_t stage, std::size_t action) const;

  std::string_view name_;
  std::string_view title_;
  std::vector<StageName> stages_;
  std::vector<StageName> actions_;
  std::vector<std::vector<Way>> matrix_;  // stage × action
};

/// `regular`, `irregular`, `none`
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(Effect effect) noexcept;

}  // namespace gongkai
