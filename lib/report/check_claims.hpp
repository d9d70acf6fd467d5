// SPDX-License-Identifier: Apache-2.0
#pragma once
// Text against table: X.CELL, X.ZERO, and rates of growth whose earlier figure only last year's tables state.

#include <gongkai/report/annual_report.hpp>
#include <vector>

#include "report/check_catalogue.hpp"

namespace gongkai::detail {

/// `previous` may be null.
void check_claims(const AnnualReport& report, const AnnualReport* previous, const CheckCatalogue& catalogue,
                  std::vector<Finding>& out);

}  // namespace gongkai::detail
