// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// A report and its findings as one line of JSON: the contract of `gongkai read --json`, schema 1.

#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/finding.hpp>
#include <gongkai/export.hpp>
#include <gongkai/report/annual_report.hpp>

namespace gongkai {

/// One line, UTF-8, without a line feed at its end. Same report and findings, same bytes.
[[nodiscard]] GONGKAI_EXPORT std::string to_json(const AnnualReport& report, const std::vector<Finding>& findings,
                                                 std::string_view file);

}  // namespace gongkai
