// SPDX-License-Identifier: Apache-2.0
#include <gongkai/event/actor.hpp>

#include <algorithm>
#include <gongkai/error.hpp>
#include <utility>

namespace gongkai {

Actor::Actor(std::string id, std::vector<std::string> roles, std::vector<Delegation> delegations)
    : id_{std::move(id)}, roles_{std::move(roles)}, delegations_{std::move(delegations)} {
  const auto refuse = [](const char* subject, const std::string& message) {
    throw InvalidArgumentError{ErrorCode::out_of_range, subject, message};
  };
  if (id_.empty()) {
    refuse("id", "an actor needs an id");
  }
  if (std::any_of(roles_.begin(), roles_.end(), [](const std::string& role) { return role.empty(); })) {
    refuse("roles", "actor " + id_ + ": a role has no name");
  }
  for (const auto& delegation : delegations_) {
    if (delegation.role.empty() || delegation.from.empty()) {
      refuse("delegations", "actor " + id_ + ": a delegation names a role and whose it is");
    }
    if (delegation.from == id_) {
      refuse("delegations", "actor " + id_ + ": nobody lends a role to himself");
    }
    if (delegation.last_day && *delegation.last_day < delegation.first_day) {
      refuse("delegations", "actor " + id_ + ": the delegation of " + delegation.role + " ends on " +
                                delegation.last_day->to_string() + ", before it begins on " +
                                delegation.first_day.to_string());
    }
  }
}

std::optional<Capacity> Actor::capacity(std::string_view role, Date day) const {
  if (std::find(roles_.begin(), roles_.end(), role) != roles_.end()) {
    return Capacity{id_, std::string{role}, {}};
  }
  for (const auto& delegation : delegations_) {
    if (delegation.role == role && delegation.covers(day)) {
      return Capacity{id_, delegation.role, delegation.from};
    }
  }
  return std::nullopt;
}

std::optional<Capacity> Actor::capacity(const std::vector<std::string>& roles, Date day) const {
  if (roles.empty()) {
    return Capacity{id_, {}, {}};
  }
  for (const auto& role : roles) {
    if (auto found = capacity(role, day)) {
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace gongkai
