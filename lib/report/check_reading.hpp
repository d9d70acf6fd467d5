// SPDX-License-Identifier: Apache-2.0
#pragma once
// What reading had to leave open or to conclude: N.UNPLACED, N.INFERRED.

#include <gongkai/report/annual_report.hpp>
#include <vector>

#include "report/check_catalogue.hpp"

namespace gongkai::detail {

/// Appends; the caller sorts.
void check_reading(const AnnualReport& report, const CheckCatalogue& catalogue, std::vector<Finding>& out);

}  // namespace gongkai::detail
