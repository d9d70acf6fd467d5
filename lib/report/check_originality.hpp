// SPDX-License-Identifier: Apache-2.0
#pragma once
// The text of a report beside that of the body's earlier ones: O.LAST, O.PROBLEM. Beside other bodies': run.cpp.

#include <gongkai/report/check.hpp>
#include <vector>

#include "report/check_catalogue.hpp"

namespace gongkai::detail {

/// Percent from which texts are near-identical.
[[nodiscard]] int likeness_limit(const CheckOptions& options, std::string_view code);

void check_last_year(const AnnualReport& report, const AnnualReport& previous, const CheckOptions& options,
                     const CheckCatalogue& catalogue, std::vector<Finding>& out);
/// `previous` is of the year before, `earlier` of the year before that.
void check_problems(const AnnualReport& report, const AnnualReport& previous, const AnnualReport& earlier,
                    const CheckOptions& options, const CheckCatalogue& catalogue, std::vector<Finding>& out);

}  // namespace gongkai::detail
