// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Where a review stands. A state is what its events come to; nothing of it is stored.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/base/finding.hpp>
#include <gongkai/event/clearance.hpp>
#include <gongkai/event/envelope.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// In the order of the stages of `review_graph()`.
enum class ReviewStage : std::uint8_t {
  not_submitted,    ///< 未送审
  in_review,        ///< 审查中
  in_consultation,  ///< 会商中
  referred,         ///< 报审待复
  returned,         ///< 退回修改
  completed,        ///< 审结
  refused,          ///< 不予通过
  lapsed,           ///< 因内容变更失效
  withdrawn         ///< 撤回
};

/// How a stage of the policy was passed.
enum class DecisionKind : std::uint8_t { approved, escalated, silence };

/// A stage of the policy that was passed.
struct ReviewDecision {
  std::int32_t round = 1;
  std::string stage;
  DecisionKind kind = DecisionKind::approved;
  Capacity by;
  Date day;
  Conclusion conclusion = Conclusion::disclose;  ///< of an escalation without meaning
  std::string article;
  std::string reason;
  std::int64_t event = 0;  ///< its sequence
};

/// What somebody said in a consultation.
struct ReviewOpinion {
  Capacity by;
  Date day;
  Conclusion conclusion = Conclusion::disclose;
  std::string reason;
};

/// A conclusion that the stages must follow, and whose it is.
struct BindingConclusion {
  Conclusion conclusion = Conclusion::disclose;
  std::string source;  ///< `consultation`, or the body that answered
  Date day;
};

/// Values only; made by `apply` and `replay` (review/transitions.hpp).
struct ReviewState {
  explicit ReviewState(std::string review_id) : id{std::move(review_id)} {}

  std::string id;
  ReviewStage stage = ReviewStage::not_submitted;
  std::string policy;
  std::int32_t round = 0;      ///< counted from 1 with each submission
  std::size_t next_stage = 0;  ///< position in the policy of the stage whose turn it is
  std::optional<ContentDigest> digest;
  std::optional<ContentDigest> redacted_from;
  std::vector<WithheldPart> withheld;
  std::string about;
  std::string title;
  std::string drafter;
  std::vector<ReviewDecision> decisions;  ///< of all rounds
  std::vector<ReviewOpinion> opinions;    ///< of the consultation that is open or was last
  std::optional<BindingConclusion> binding;
  std::string referred_to;             ///< while `referred`
  std::optional<Date> stage_since;     ///< when the turn came to `next_stage`; its limit counts from the day after
  std::optional<Clearance> clearance;  ///< while `completed`
  std::vector<Clearance> issued;       ///< every one it ever gave, oldest first
  std::optional<Date> last_day;        ///< of the last event
  std::vector<std::int64_t> events;    ///< sequences of the events it came from, in their order
  std::vector<Finding> findings;       ///< what was irregular, in the order of the events
};

[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(ReviewStage stage) noexcept;
/// 未送审, 审查中, …
[[nodiscard]] GONGKAI_EXPORT std::string_view label_zh(ReviewStage stage) noexcept;
/// Everything that can be told apart, findings included.
[[nodiscard]] GONGKAI_EXPORT bool operator==(const ReviewState& a, const ReviewState& b);
[[nodiscard]] inline bool operator!=(const ReviewState& a, const ReviewState& b) { return !(a == b); }

}  // namespace gongkai
