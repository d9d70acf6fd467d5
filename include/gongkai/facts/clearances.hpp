// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// What went out against the reviews that are said to have cleared it. A clearance is a value and travels by itself;
/// this asks the reviews whether they ever issued it.
///
///     for (const auto& finding : check_clearances(requests, catalogue, reviews)) { show(finding.message); }

#include <map>
#include <string>
#include <vector>

#include <gongkai/base/finding.hpp>
#include <gongkai/catalogue/state.hpp>
#include <gongkai/export.hpp>
#include <gongkai/request/state.hpp>
#include <gongkai/review/state.hpp>

namespace gongkai {

/// `FCT.CLEARANCE` for each act of publication and each release of a reply that names a review which is not told, or
/// which had by that day not cleared exactly that content for disclosure (R2019 art. 17(2)). A review that went on
/// afterwards (another content, withdrawn) had cleared what it had cleared. The states are those of one day. What names
/// no review at all is reported where it went out (`CAT.CLEARANCE`, `REQ.CLEARANCE`). Sorted.
[[nodiscard]] GONGKAI_EXPORT std::vector<Finding> check_clearances(const RequestRegister& requests,
                                                                   const Catalogue& catalogue,
                                                                   const std::map<std::string, ReviewState>& reviews);

}  // namespace gongkai
