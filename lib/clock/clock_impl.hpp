// SPDX-License-Identifier: Apache-2.0
#pragma once
// Behind the handles: a clock is a core and options, a deadline is a clock, a history and what came out.

#include <memory>
#include <optional>
#include <vector>

#include <gongkai/clock/clock.hpp>

#include "clock/clock_core.hpp"
#include "clock/safe_due.hpp"

namespace gongkai {

class Clock::Impl {
 public:
  std::shared_ptr<const detail::ClockCore> core;
  Options options;
};

class Deadline::Impl {
 public:
  std::shared_ptr<const Clock::Impl> clock;
  DeadlineKind kind{};
  ClockHistory history;
  std::int32_t as_of = detail::no_day;
  detail::Outcome outcome;
  std::optional<SafeDue> safe;
  std::vector<DeadlineStep> steps;
  std::vector<Finding> findings;

  [[nodiscard]] const detail::ClockCore& core() const noexcept { return *clock->core; }
  /// The answer as it was on a day.
  [[nodiscard]] detail::Outcome on(Date day) const;
};

}  // namespace gongkai
