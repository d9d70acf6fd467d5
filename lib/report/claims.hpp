// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the running text says about what also stands in the tables.

#include <gongkai/report/annual_report.hpp>
#include <map>
#include <string>
#include <vector>

#include "report/slots.hpp"

namespace gongkai::detail {

/// The statements of the slots (`narrative.requests_received` → those that count), and what the lexicon lists beside
/// them. In document order.
[[nodiscard]] std::vector<Claim> find_claims(const Page& page, const Owners& owners,
                                             const std::map<std::string, std::vector<Statement>>& slots,
                                             const std::vector<OutcomeFigure>& outcomes);

}  // namespace gongkai::detail
