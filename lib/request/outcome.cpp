// SPDX-License-Identifier: Apache-2.0
#include <gongkai/request/outcome.hpp>

#include <algorithm>
#include <gongkai/error.hpp>
#include <gongkai/rules/builtin.hpp>

namespace gongkai {

std::string outcome_of_several(const std::vector<std::string>& outcomes, const Clock& clock,
                               const std::string& principal) {
  const auto list = clock.rulebook().taxonomy("outcome");
  for (const auto& outcome : outcomes) {
    if (list.find(outcome) == nullptr) {
      throw InvalidArgumentError{ErrorCode::out_of_range, "outcome", "\"" + outcome + "\" is no outcome"};
    }
  }
  const auto is = [&](Code code) { return [token = code.token()](const std::string& each) { return each == token; }; };
  const auto any = [&](Code code) { return std::any_of(outcomes.begin(), outcomes.end(), is(code)); };
  if (any(cn::outcome::partially_granted)) {
    return std::string{cn::outcome::partially_granted.token()};
  }
  if (any(cn::outcome::granted)) {
    const bool only_not_held = std::all_of(outcomes.begin(), outcomes.end(), [&](const std::string& each) {
      return each == cn::outcome::granted.token() || each == cn::outcome::unable_not_held.token();
    });
    const bool all =
        !any(cn::outcome::unable_not_held) || clock.options().granted_and_not_held == GrantedAndNotHeld::granted;
    const auto counts = only_not_held && all ? cn::outcome::granted : cn::outcome::partially_granted;
    return std::string{counts.token()};
  }
  if (std::find(outcomes.begin(), outcomes.end(), principal) != outcomes.end()) {
    return principal;
  }
  for (const auto& member : list.members()) {
    if (any(member.code)) {
      return std::string{member.code.token()};
    }
  }
  return {};
}

}  // namespace gongkai
