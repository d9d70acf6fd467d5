// SPDX-License-Identifier: Apache-2.0
#pragma once
// The people of a small town, and short ways to let them act.

#include <gongkai/error.hpp>
#include <gongkai/review/transitions.hpp>
#include <string>
#include <utility>
#include <vector>

namespace gongkai::town {

inline ContentDigest digest(int n) {
  ContentDigest::Bytes bytes{};
  bytes[0] = static_cast<std::uint8_t>(n);
  bytes[1] = static_cast<std::uint8_t>(n >> 8U);
  return {DigestAlgorithm::sha256, bytes};
}

inline const Actor drafter{"wang", {"drafter"}};
inline const Actor section_head{"zhao", {"section_head"}};
inline const Actor leader_in_charge{"qian", {"leader_in_charge"}};
inline const Actor secrecy_group{"sun", {"secrecy_leading_group"}};
inline const Actor principal_leader{"li", {"principal_leader"}};

inline When on(Date day) { return {day, day}; }
inline constexpr Date never{9999, 12, 31};

inline ReviewSubmitted submission(const std::string& policy = "town_three_stages", int content = 1) {
  return {policy, digest(content), "record-1", "关于春季防火的通知", "", std::nullopt, {}};
}
inline ReviewApproved yes(std::string stage = {}) {
  return {std::move(stage), Conclusion::disclose, "", "", std::nullopt};
}

/// A review that keeps its events.
class Desk {
 public:
  explicit Desk(ReviewRules rules = ReviewRules::builtin("CN"), std::string id = "review-1")
      : rules_{std::move(rules)}, state_{std::move(id)} {}

  Desk& act(const Actor& actor, const ReviewAction& command, Date day) {
    for (auto& event : decide(state_, command, actor, on(day), rules_)) {
      event.envelope.sequence = static_cast<std::int64_t>(events_.size()) + 1;
      state_ = apply(std::move(state_), event, rules_);
      events_.push_back(std::move(event));
    }
    return *this;
  }

  [[nodiscard]] const ReviewState& state() const { return state_; }
  [[nodiscard]] const ReviewRules& rules() const { return rules_; }
  [[nodiscard]] const std::vector<ReviewEvent>& events() const { return events_; }

 private:
  ReviewRules rules_;
  ReviewState state_;
  std::vector<ReviewEvent> events_;
};

/// The number of the refusal, 0 when there is none.
inline int refusal(const ReviewState& state, const ReviewAction& command, const Actor& actor, Date day,
                   const ReviewRules& rules) {
  try {
    (void)decide(state, command, actor, on(day), rules);
    return 0;
  } catch (const TransitionError& error) {
    return static_cast<int>(error.code());
  }
}

}  // namespace gongkai::town
