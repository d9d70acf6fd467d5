// SPDX-License-Identifier: Apache-2.0
#pragma once
// What every decision asks first, and how it refuses.

#include <gongkai/base/date.hpp>
#include <gongkai/error.hpp>
#include <gongkai/event/actor.hpp>
#include <gongkai/event/envelope.hpp>
#include <gongkai/event/stage_rules.hpp>
#include <gongkai/event/stages.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace gongkai::detail {

/// One command on one subject. Keeps references: a local of `decide`.
class Gate {
 public:
  Gate(const StageGraph& graph, const StageRules& rules, const std::string& subject, std::size_t stage,
       std::size_t action, const When& when)
      : graph_{graph}, rules_{rules}, subject_{subject}, stage_{stage}, action_{action}, when_{when} {}

  [[noreturn]] void refuse(ErrorCode code, const std::string& message) const;
  /// 501 unless the country uses the action and the graph has a regular way for it here.
  void require_stage() const;
  /// 507: recorded before it happened, or before the last event of the subject.
  void require_order(const std::optional<Date>& last_day) const;
  /// 504 when empty or blank.
  void require_text(const std::string& text, std::string_view what) const;
  /// 502 unless the actor may act in one of the roles.
  [[nodiscard]] Capacity require_role(const Actor& actor, const std::vector<std::string>& roles) const;
  /// As above, with the roles that the rules name for the action.
  [[nodiscard]] Capacity require_role(const Actor& actor) const;

 private:
  const StageGraph& graph_;
  const StageRules& rules_;
  const std::string& subject_;
  std::size_t stage_;
  std::size_t action_;
  const When& when_;
};

}  // namespace gongkai::detail
