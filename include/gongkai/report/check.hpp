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
/// - `X.PARTS`: the classes, or the parts of another total, do not add up to it.
/// - `X.PERCENT`: a percentage is not its count over the total, rounded half up to the printed decimals; or the
///   percentages do not add up to 100 by more than rounding can explain.
/// - `X.TWICE`: a figure that stands twice; equal a note, different an error.
/// - `X.ZERO`: none in words against a positive number.
/// - `X.GROWTH`: a rate of growth that the figures of both years do not give.
/// - `O.YEAR`, `O.NAME`: a year, a name, a self-designation that contradicts the report's own.
/// - `C.CHAPTER`: a whole report in running text says nothing about a subject that the law requires.
/// - `P.TEMPLATE`: residue of a template or a word processor.
///
/// A figure that is absent, blank, a mark or approximate takes part in no equation.
[[nodiscard]] GONGKAI_EXPORT std::vector<Finding> check(const AnnualReport& report);

}  // namespace gongkai
