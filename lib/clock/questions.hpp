// SPDX-License-Identifier: Apache-2.0
#pragma once
// The open questions that a clock may ask, as bits: which of them an answer depended on.

#include <cstdint>

namespace gongkai::detail {

/// The first fields of `Options`, in their order.
enum class Question : std::uint8_t {
  day_of_receipt,
  receipt_on_rest_day,
  online_submission,
  consultation_interval,
  reasons_asked,
  fee_payment,
  posted_reply,
  pending_at_revision,
  late_correction_notice,
  correction_period,
  extension_after_restart,
  silence,
  correction_2008,
  month_end,
  calendar_end_roll,
  reconsideration_rules_2026
};
constexpr unsigned clock_questions = 16;

using QuestionSet = std::uint32_t;
constexpr QuestionSet bit(Question question) noexcept { return QuestionSet{1} << static_cast<unsigned>(question); }

}  // namespace gongkai::detail
