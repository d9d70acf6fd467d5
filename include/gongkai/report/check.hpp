// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Checks what a report says against itself, against its form, and against the report of the year before.
///
///     for (const auto& finding : gongkai::check(report)) std::cout << finding << '\n';
///     gongkai::check(report_2024, report_2023);      // with what was carried over

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/finding.hpp>
#include <gongkai/export.hpp>
#include <gongkai/report/annual_report.hpp>

namespace gongkai {

/// What differs from place to place. Supervising departments score differently: severities are data.
struct CheckOptions {
  std::map<std::string, Severity> severities;  ///< by code; other codes keep the severity of their rule
  std::map<std::string, std::int64_t> limits;  ///< `T3.OTHER`: percent of all outcomes above which it is reported
  std::optional<std::string> level;            ///< kind of body, where the report does not say it

  /// From a file: `{"schema": 1, "severities": {"XY.CARRY": "warning"}, "limits": {"T3.OTHER": 20}}`. `ParseError`
  /// 201 … 206 with JSON pointer.
  [[nodiscard]] GONGKAI_EXPORT static CheckOptions parse(std::string_view json, const std::string& file);
};

/// The findings, sorted. docs/errors.md has one entry for each code.
///
/// The text, where a figure that is absent, blank, a mark or approximate takes part in no equation:
/// - `X.PARTS`: the classes, or the parts of another total, do not add up to it.
/// - `X.PERCENT`: a percentage is not its count over the total, rounded half up to the printed decimals; or the
///   percentages do not add up to 100 by more than rounding can explain.
/// - `X.TWICE`: a figure that stands twice; equal a note, different an error.
/// - `X.ZERO`: none in words against a positive number.
/// - `X.GROWTH`: a rate of growth that the figures of both years do not give.
/// - `O.YEAR`, `O.NAME`: a year, a name, a self-designation that contradicts the report's own.
/// - `C.CHAPTER`: a whole report in running text says nothing about a subject that the law requires.
/// - `N.UNPLACED`, `N.INFERRED`: figures of tables without a certain cell, or with one by the form's sums alone.
/// - `P.TEMPLATE`: residue of a template or a word processor.
///
/// The form of each table (`Form::checks`): T3.BAL, T3.SUM, T3.COL, T4.TOT … A cell that is blank, absent, a mark or
/// approximate may hold any number from 0 on, a signed one (本年增/减) any at all: an equation that no such number can
/// satisfy is violated and found; one that holds when blanks are zero, or might hold, is not. Where a row and a column
/// fail by the same amount, the finding names the cell in which they meet and the smallest repair
/// (`Finding::suggestion`), unless several cells would do.
///
/// With `previous`, what the form says of two years: `XY.CARRY`, `T2.STOCK`, `T4.PEND`, `O.TABLES`, `L.UNIT`, …
///
/// A failure that a note of the report explains (`AnnualReport::explanations`) is a note, and quotes it.
[[nodiscard]] GONGKAI_EXPORT std::vector<Finding> check(const AnnualReport& report, const CheckOptions& options = {});

/// `InvalidArgumentError` 103 when both years are known and `previous` is not of the year before.
[[nodiscard]] GONGKAI_EXPORT std::vector<Finding> check(const AnnualReport& report, const AnnualReport& previous,
                                                        const CheckOptions& options = {});

}  // namespace gongkai
