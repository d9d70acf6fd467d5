// SPDX-License-Identifier: Apache-2.0
#pragma once
// Lists of labelled numbers: channels, outcomes, the parts of a total.

#include <gongkai/report/annual_report.hpp>
#include <map>
#include <string>
#include <vector>

#include "report/slots.hpp"

namespace gongkai::detail {

/// Slot or class path of each mention that has been placed.
using Placed = std::map<std::size_t, std::string>;

[[nodiscard]] std::vector<ChannelFigure> find_channels(const Page& page, const Placed& placed, const Owners& owners);
[[nodiscard]] std::vector<OutcomeFigure> find_outcomes(const Page& page, const Placed& placed, const Owners& owners);
[[nodiscard]] std::vector<Division> find_divisions(const Page& page, const Placed& placed);

/// Rates of growth of slots whose figures of both years are stated. `last` holds the statements about the year before,
/// by slot.
[[nodiscard]] std::vector<Growth> find_growths(const Page& page, const Placed& placed,
                                               const std::map<std::string, std::vector<Statement>>& last);

}  // namespace gongkai::detail
