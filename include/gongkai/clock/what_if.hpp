// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Another limit over a whole register: how many answers would have been late. A question, not a law: nothing is
/// changed, and every answer of the other clock says that its limit is a supposition.
///
///     const Clock shorter = with_limit(clock, "reply", TimeLimit{15, TimeUnit::working_days});
///     const WhatIf answer = what_if(cases, clock, shorter, Date{2024, 12, 31});
///     answer.after.late() - answer.before.late();
///
/// For columns ask `reply_columns` with both clocks.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <gongkai/clock/clock.hpp>
#include <gongkai/clock/recompute.hpp>
#include <gongkai/export.hpp>
#include <gongkai/rules/dated_value.hpp>

namespace gongkai {

/// Cases by where their clock stands.
struct StatusTally {
  std::array<std::uint64_t, 7> cases{};  ///< by `DeadlineStatus`
  std::uint64_t not_begun = 0;           ///< no clock runs

  [[nodiscard]] std::uint64_t of(DeadlineStatus status) const noexcept {
    return cases[static_cast<std::size_t>(status)];
  }
  /// Answered late or overdue.
  [[nodiscard]] std::uint64_t late() const noexcept { return of(DeadlineStatus::late) + of(DeadlineStatus::overdue); }

  friend bool operator==(const StatusTally& a, const StatusTally& b) noexcept {
    return a.cases == b.cases && a.not_begun == b.not_begun;
  }
  friend bool operator!=(const StatusTally& a, const StatusTally& b) noexcept { return !(a == b); }
};

/// One case whose status differs.
struct StatusChange {
  std::size_t index = 0;  ///< in the list that was given
  std::string id;
  std::optional<DeadlineStatus> before;
  std::optional<DeadlineStatus> after;
  DueRange due_before;
  DueRange due_after;
};

struct WhatIf {
  StatusTally before;
  StatusTally after;
  std::vector<StatusChange> changes;  ///< in the order of the cases
};

/// The clock with another length of one limit, on every day since the rule has one. Fixed dates are left as they are.
/// `NotFoundError` 402 for an unknown rule, `InvalidArgumentError` 107 for one that is no limit, 103 for a count
/// outside 1–36500.
[[nodiscard]] GONGKAI_EXPORT Clock with_limit(const Clock& clock, std::string_view rule, TimeLimit limit);

/// Asks both clocks where every case stands on a day, from what had happened by then.
[[nodiscard]] GONGKAI_EXPORT WhatIf what_if(const std::vector<ClockCase>& cases, const Clock& before,
                                            const Clock& after, Date as_of);

}  // namespace gongkai
