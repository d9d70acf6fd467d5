// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Checks what a report says against itself, against its form, and against the report of the year before.
///
///     for (const auto& finding : gongkai::check(report)) std::cout << finding << '\n';
///     gongkai::check(report_2024, report_2023);      // with what was carried over
///     CheckOptions options;
///     options.published_on = Date{2025, 2, 3};
///     options.level = "town";                        // due on 31 January: D.LATE
///     gongkai::check(report_2024, options);
///
/// What only shows over many reports (copies of another body's text, a second report of one body, who has not
/// reported) is in gongkai/report/run.hpp.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/column.hpp>
#include <gongkai/base/date.hpp>
#include <gongkai/base/finding.hpp>
#include <gongkai/export.hpp>
#include <gongkai/report/annual_report.hpp>
#include <gongkai/rules/dated_value.hpp>

namespace gongkai {

/// What differs from place to place. Supervising departments score differently: severities are data.
struct CheckOptions {
  std::map<std::string, Severity> severities;  ///< by code; other codes keep the severity of their rule
  /// `T3.OTHER`: percent of all outcomes above which it is reported (without it nothing is). `O.LAST`, `O.PEER`,
  /// `O.PROBLEM`: percent of a text's pieces that another text must hold to be near-identical (else the rule's own).
  std::map<std::string, std::int64_t> limits;
  /// Kind of body: `town`, `department`, `county`, `prefecture`, `province`, `ministry`, `vertical`. Without it, what
  /// the report says or its name ends with, where that leaves no doubt.
  std::optional<std::string> level;
  /// The day of publication as the caller knows it. A day that only the page prints counts less: pages are moved and
  /// re-dated.
  std::optional<Date> published_on;
  /// Earlier days of a place, in the year after the report's, by kind of body: `D.LOCAL`.
  std::map<std::string, DayOfYear> local_due;
  std::vector<std::string> words;  ///< what must not stand in a report: `P.WORDS`
  /// `content_hash` of the report as it was published: `P.CHANGED`.
  std::optional<std::string> content_hash;

  /// From a file: `{"schema": 1, "severities": {"XY.CARRY": "warning"}, "limits": {"T3.OTHER": 20}, "level": "town",
  /// "local_due": {"department": {"month": 1, "day": 28}}, "words": ["一把手"]}`, every key but the first optional.
  /// `ParseError` 201 … 206 with JSON pointer.
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
/// - `X.CELL`: a figure of the text against its cells, under every base that it may be counted on: newly received, new
///   and carried in, handled, concluded, the office alone. None fits: an error; another base than the words say fits: a
///   warning that names it.
/// - `O.YEAR`, `O.NAME`: a year, a name, a self-designation that contradicts the report's own.
/// - `C.CHAPTER`: a whole report in running text says nothing about a subject that the law requires.
/// - `N.UNPLACED`, `N.INFERRED`: figures of tables without a certain cell, or with one by the form's sums alone.
/// - `P.TEMPLATE`: residue of a template or a word processor. `P.WORDS`: words that the caller refuses.
/// - `D.LATE`, `D.LOCAL`, `D.EARLY`: published late, by law or by the place's own day; signed before the year was over.
///
/// The form of each table (`Form::checks`): T3.BAL, T3.SUM, T3.COL, T4.TOT … A cell that is blank, absent, a mark or
/// approximate may hold any number from 0 on, a signed one (本年增/减) any at all: an equation that no such number can
/// satisfy is violated and found; one that holds when blanks are zero, or might hold, is not. Where a row and a column
/// fail by the same amount, the finding names the cell in which they meet and the smallest repair
/// (`Finding::suggestion`), unless several cells would do.
///
/// The form of the report as a whole: `C.CHAPTER`, `C.FORM`, `C.ROW`, `C.ASPECT`, `C.FEE`, `C.MEASURE`, `C.BLANK`,
/// `C.PARTS`, `C.LENGTH`, `C.CONTACT`. What a document that breaks off (`complete` is false) might have said further on
/// is not missing; a report without text (`chapters`), as one filled from a register, is no document and is not asked.
///
/// With `previous`, what the form says of two years: `XY.CARRY`, `T2.STOCK`, `T4.PEND`, `O.TABLES`, `L.UNIT`, …; rates
/// of growth whose earlier figure only last year's tables state; `O.LAST`: chapters whose text is last year's.
///
/// A failure that a note of the report explains (`AnnualReport::explanations`) is a note, and quotes it.
[[nodiscard]] GONGKAI_EXPORT std::vector<Finding> check(const AnnualReport& report, const CheckOptions& options = {});

/// `InvalidArgumentError` 103 when both years are known and `previous` is not of the year before.
[[nodiscard]] GONGKAI_EXPORT std::vector<Finding> check(const AnnualReport& report, const AnnualReport& previous,
                                                        const CheckOptions& options = {});

/// With all earlier reports of the body that there are, in any order: that of the year before is `previous`; the same
/// problem three years running is `O.PROBLEM`. `InvalidArgumentError` 103 when one of them is of no known year, or not
/// of an earlier one.
[[nodiscard]] GONGKAI_EXPORT std::vector<Finding> check(const AnnualReport& report, Span<const AnnualReport> earlier,
                                                        const CheckOptions& options = {});

/// 32 hexadecimal digits over what a report says: text and figures, without places. Identity, not evidence: to notice
/// that a published report was changed.
[[nodiscard]] GONGKAI_EXPORT std::string content_hash(const AnnualReport& report);

}  // namespace gongkai
