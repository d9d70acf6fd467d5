// SPDX-License-Identifier: Apache-2.0
#pragma once
// The day on which the clock of a reply started at first, whatever restarted it since.

#include <gongkai/clock/clock.hpp>
#include <optional>

namespace gongkai::detail {

/// By the events of arrival alone: submitted, received, acknowledged, confirmed. `nullopt` when they do not tell.
[[nodiscard]] std::optional<Date> first_start(const Clock& clock, const ClockHistory& history);

}  // namespace gongkai::detail
