// SPDX-License-Identifier: Apache-2.0
#pragma once
// Limits of the recipients of documents, used by their own clocks and by the reply's that waits for them.

#include "clock/clock_core.hpp"

namespace gongkai::detail {

/// The applicant's correction: what the notice states, else a local rule's period, else the norm (options.md: fifteen
/// working days, both regimes).
struct OwnLimit {
  std::int32_t start = no_day;  // the recipient's receipt; `no_day` when it is not recorded
  DayRange due;                 // from the document's own day to open end when the receipt is not recorded
  std::int32_t days = 0;
  const RuleLine* rule = nullptr;
  const RulePiece* piece = nullptr;  // none: the document itself states the limit
  bool known = true;                 // whether a limit exists
};

/// `day` is the one on which the document took effect.
[[nodiscard]] OwnLimit correction_limit(const ClockCore& core, const ClockEvent& notice, std::int32_t day,
                                        std::int32_t regime_day, std::int32_t as_of);
[[nodiscard]] OwnLimit fee_limit(const ClockCore& core, const ClockEvent& notice, std::int32_t day, std::int32_t as_of);
/// Of a third party or another agency; `known` is false where the law sets none.
[[nodiscard]] OwnLimit answer_limit(const ClockCore& core, const ClockEvent& letter, std::int32_t day,
                                    std::int32_t regime_day, std::int32_t as_of);

}  // namespace gongkai::detail
