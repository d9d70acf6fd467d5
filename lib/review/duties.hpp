// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who may decide what in a review: turns, separation of duties, quorum. Asked by decide, told by apply.

#include <gongkai/review/policy.hpp>
#include <gongkai/review/state.hpp>
#include <optional>
#include <string>
#include <vector>

namespace gongkai::detail {

/// A stage may be decided when it is its turn or every stage between is optional.
[[nodiscard]] bool may_come_next(const ReviewPolicy& policy, std::size_t next, std::size_t position);

struct DutyConflict {
  std::string person;
  std::string why;     ///< "drafted it"
  std::string why_zh;  ///< 拟稿人
};
/// The person who acts, and the one for whom he acts, against the drafter and those who decided in this round.
[[nodiscard]] std::optional<DutyConflict> conflict_of(const ReviewPolicy& policy, const ReviewState& state,
                                                      const Capacity& by);

/// One person speaks in both, in person or through the other end of a delegation.
[[nodiscard]] bool is_one_voice(const Capacity& a, const Capacity& b);

struct Quorum {
  bool reached = false;
  std::int32_t spoken = 0;
  std::string missing;  ///< "; section_head is missing"
  std::string missing_zh;
};
[[nodiscard]] Quorum quorum_of(const ConsultationPolicy& policy, const std::vector<ReviewOpinion>& opinions);
/// More than half of the opinions, or all, are for the conclusion.
[[nodiscard]] bool carried(const ConsultationPolicy& policy, const std::vector<ReviewOpinion>& opinions,
                           Conclusion conclusion);
/// That of a policy which has one; otherwise one in which nobody speaks.
[[nodiscard]] const ConsultationPolicy& consultation_of(const ReviewPolicy& policy);

}  // namespace gongkai::detail
