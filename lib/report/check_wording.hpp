// SPDX-License-Identifier: Apache-2.0
#pragma once
// Checks of what the running text says besides its slots: divisions, growth, slips, missing subjects.

#include <gongkai/report/annual_report.hpp>
#include <vector>

#include "report/check_catalogue.hpp"

namespace gongkai::detail {

/// Appends; the caller sorts.
void check_wording(const AnnualReport& report, const CheckCatalogue& catalogue, std::vector<Finding>& out);

}  // namespace gongkai::detail
