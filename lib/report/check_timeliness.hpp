// SPDX-License-Identifier: Apache-2.0
#pragma once
// Published when it had to be: D.LATE, D.LOCAL, D.EARLY.

#include <gongkai/report/check.hpp>
#include <vector>

#include "report/check_catalogue.hpp"

namespace gongkai::detail {

void check_timeliness(const AnnualReport& report, const CheckOptions& options, const CheckCatalogue& catalogue,
                      std::vector<Finding>& out);

}  // namespace gongkai::detail
