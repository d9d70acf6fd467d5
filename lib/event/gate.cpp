// SPDX-License-Identifier: Apache-2.0
#include "event/gate.hpp"

#include <algorithm>

#include "event/plain_text.hpp"

namespace gongkai::detail {

void Gate::refuse(ErrorCode code, const std::string& message) const {
  TransitionError::Details details;
  details.action = graph_.actions()[action_].name;
  details.stage = graph_.stages()[stage_].name;
  for (const auto name : graph_.allowed(stage_)) {
    if (rules_.uses(name)) {
      details.allowed.emplace_back(name);
    }
  }
  if (const auto article = rules_.article(details.action, when_.legal_day)) {
    details.article = article->to_string();
  }
  throw TransitionError{code, subject_, subject_ + ": " + message, std::move(details)};
}

void Gate::require_stage() const {
  const auto allowed = graph_.allowed(stage_);
  const auto name = graph_.actions()[action_].name;
  if (!rules_.uses(name)) {
    refuse(ErrorCode::not_in_this_stage, "the procedure in force here has no \"" + std::string{name} + "\"");
  }
  if (std::find(allowed.begin(), allowed.end(), name) == allowed.end()) {
    refuse(ErrorCode::not_in_this_stage, "\"" + std::string{name} + "\" is not possible now");
  }
}

void Gate::require_order(const std::optional<Date>& last_day) const {
  if (when_.legal_day > when_.recorded_on) {
    refuse(ErrorCode::days_out_of_order,
           "recorded on " + when_.recorded_on.to_string() + ", before it happened on " + when_.legal_day.to_string());
  }
  if (last_day && when_.legal_day < *last_day) {
    refuse(ErrorCode::days_out_of_order, when_.legal_day.to_string() + " lies before the last event of " +
                                             last_day->to_string() +
                                             "; what was forgotten is recorded as a correction");
  }
}

void Gate::require_text(const std::string& text, std::string_view what) const {
  if (narrow_text(text).empty()) {
    refuse(ErrorCode::statement_missing, "it must state " + std::string{what});
  }
}

Capacity Gate::require_role(const Actor& actor, const std::vector<std::string>& roles) const {
  if (auto found = actor.capacity(roles, when_.legal_day)) {
    return *std::move(found);
  }
  std::string names;
  for (const auto& role : roles) {
    names += (names.empty() ? "" : " or ") + role + " " + rules_.role_label_zh(role);
  }
  refuse(ErrorCode::role_not_held,
         actor.id() + " does not act as " + names + " on " + when_.legal_day.to_string() + ", nor by delegation");
}

Capacity Gate::require_role(const Actor& actor) const {
  return require_role(actor, rules_.roles(graph_.actions()[action_].name));
}

}  // namespace gongkai::detail
