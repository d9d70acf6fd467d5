// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Who acts, in which role, and for whom. Roles are words of the rulebook (`section_head` 科室负责人); a delegation
/// (委托代行) is dated and rests on a document.
///
///     const Actor deputy{"zhang", {"leader_in_charge"}, {{"principal_leader", "li", {2013, 5, 1}, Date{2013, 5, 31},
///     "2013-7号"}}}; deputy.capacity("principal_leader", {2013, 5, 6})->on_behalf_of == "li";
///     !deputy.capacity("principal_leader", {2013, 6, 3});
///
/// A delegation lends a role, never a way around separation of duties: checks look at the person who acts and at the
/// person for whom he acts.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// A role lent for a time. First and last day are included; without a last day it runs on.
struct Delegation {
  std::string role;
  std::string from;  ///< the id of the person whose role it is
  Date first_day;
  std::optional<Date> last_day;
  std::string document;  ///< what it rests on

  [[nodiscard]] bool covers(Date day) const noexcept { return day >= first_day && (!last_day || day <= *last_day); }
  friend bool operator==(const Delegation& a, const Delegation& b) {
    return a.role == b.role && a.from == b.from && a.first_day == b.first_day && a.last_day == b.last_day &&
           a.document == b.document;
  }
  friend bool operator!=(const Delegation& a, const Delegation& b) { return !(a == b); }
};

/// In which capacity something was done: kept in every event.
struct Capacity {
  std::string actor;         ///< the id of the person or system that acted
  std::string role;          ///< the role used; empty when none was needed or told
  std::string on_behalf_of;  ///< the id of the person whose role it is, under a delegation; else empty

  friend bool operator==(const Capacity& a, const Capacity& b) {
    return a.actor == b.actor && a.role == b.role && a.on_behalf_of == b.on_behalf_of;
  }
  friend bool operator!=(const Capacity& a, const Capacity& b) { return !(a == b); }
};

/// A person of the office, or one of its systems.
class GONGKAI_EXPORT Actor {
 public:
  /// `InvalidArgumentError` 103 for an empty id, an empty role, or a delegation whose last day precedes its first or
  /// that lends a role to its own holder.
  explicit Actor(std::string id, std::vector<std::string> roles = {}, std::vector<Delegation> delegations = {});

  [[nodiscard]] const std::string& id() const noexcept { return id_; }
  [[nodiscard]] const std::vector<std::string>& roles() const noexcept { return roles_; }
  [[nodiscard]] const std::vector<Delegation>& delegations() const noexcept { return delegations_; }

  /// How the actor may use a role on a day: his own role first, then the first delegation that covers the day;
  /// `nullopt` when he may not.
  [[nodiscard]] std::optional<Capacity> capacity(std::string_view role, Date day) const;
  /// The first of `roles` that he may use; with no roles named, every actor may.
  [[nodiscard]] std::optional<Capacity> capacity(const std::vector<std::string>& roles, Date day) const;

  friend bool operator==(const Actor& a, const Actor& b) {
    return a.id_ == b.id_ && a.roles_ == b.roles_ && a.delegations_ == b.delegations_;
  }
  friend bool operator!=(const Actor& a, const Actor& b) { return !(a == b); }

 private:
  std::string id_;
  std::vector<std::string> roles_;
  std::vector<Delegation> delegations_;
};

}  // namespace gongkai
