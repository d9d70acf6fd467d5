// SPDX-License-Identifier: Apache-2.0
#pragma once
// The earliest due day over all lawful choices.

#include <optional>

#include <gongkai/clock/deadline.hpp>

#include "clock/clock_core.hpp"

namespace gongkai::detail {

[[nodiscard]] std::optional<SafeDue> safe_due(const ClockCore& core, DeadlineKind kind, const ClockHistory& history,
                                              const Options& options, std::int32_t as_of, const Outcome& answer);

}  // namespace gongkai::detail
