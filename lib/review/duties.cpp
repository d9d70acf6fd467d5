// SPDX-License-Identifier: Apache-2.0
#include "review/duties.hpp"

#include <algorithm>
#include <set>

namespace gongkai::detail {
namespace {

bool is_person(const Capacity& by, const std::string& person) {
  return !person.empty() && (by.actor == person || by.on_behalf_of == person);
}

}  // namespace

bool may_come_next(const ReviewPolicy& policy, std::size_t next, std::size_t position) {
  if (position < next || position >= policy.stages().size()) {
    return false;
  }
  return std::none_of(policy.stages().begin() + static_cast<std::ptrdiff_t>(next),
                      policy.stages().begin() + static_cast<std::ptrdiff_t>(position),
                      [](const ReviewStagePolicy& stage) { return stage.required; });
}

std::optional<DutyConflict> conflict_of(const ReviewPolicy& policy, const ReviewState& state, const Capacity& by) {
  if (policy.drafter_is_kept_out() && is_person(by, state.drafter)) {
    return DutyConflict{state.drafter, "drafted it", "系拟稿人"};
  }
  if (!policy.one_stage_per_person()) {
    return std::nullopt;
  }
  for (const auto& decision : state.decisions) {
    if (decision.round != state.round || decision.kind != DecisionKind::approved) {
      continue;
    }
    for (const auto* person : {&decision.by.actor, &decision.by.on_behalf_of}) {
      if (is_person(by, *person)) {
        return DutyConflict{*person, "has a hand in the stage " + decision.stage + " already",
                            "已参与审定" + decision.stage + "环节"};
      }
    }
  }
  return std::nullopt;
}

bool is_one_voice(const Capacity& a, const Capacity& b) {
  return is_person(a, b.actor) || is_person(a, b.on_behalf_of);
}

Quorum quorum_of(const ConsultationPolicy& policy, const std::vector<ReviewOpinion>& opinions) {
  Quorum out;
  std::set<std::string> roles;
  for (const auto& opinion : opinions) {
    roles.insert(opinion.by.role);
  }
  out.spoken = static_cast<std::int32_t>(opinions.size());
  out.reached = out.spoken >= policy.quorum;
  for (const auto& role : policy.must_speak) {
    if (roles.count(role) == 0) {
      out.reached = false;
      out.missing += "; " + role + " is missing";
      out.missing_zh += "，缺" + role;
    }
  }
  return out;
}

bool carried(const ConsultationPolicy& policy, const std::vector<ReviewOpinion>& opinions, Conclusion conclusion) {
  const auto in_favour =
      static_cast<std::size_t>(std::count_if(opinions.begin(), opinions.end(), [&](const ReviewOpinion& opinion) {
        return opinion.conclusion == conclusion;
      }));
  return policy.unanimous ? in_favour == opinions.size() : 2 * in_favour > opinions.size();
}

const ConsultationPolicy& consultation_of(const ReviewPolicy& policy) {
  static const ConsultationPolicy nobody;
  return policy.consultation() ? *policy.consultation() : nobody;
}

}  // namespace gongkai::detail
