// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Checks what a report says against itself.
///
///     for (const auto& finding : gongkai::check(report)) std::cout << finding << '\n';

#include <vector>

#include <gongkai/base/finding.hpp>
#include <gongkai/export.hpp>
#include <gongkai/report/annual_report.hpp>

namespace gongkai {

/// The findings, sorted:
///
/// - `X.PARTS`: the classes do not add up to the stated total.
/// - `X.PERCENT`: a percentage is not its count over the total, rounded half up to the printed decimals; or the
///   percentages do not add up to 100 by more than rounding can explain.
/// - `X.TWICE`: a figure that stands twice; equal a note, different an error.
/// - `X.ZERO`: none in words against a positive number.
/// - `P.TEMPLATE`: residue of a template or a word processor.
///
/// A figure that is absent, blank, a mark or approximate takes part in no equation.
[[nodiscard]] GONGKAI_EXPORT std::vector<Finding> check(const AnnualReport& report);

}  // namespace gongkai
