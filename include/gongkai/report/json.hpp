// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// A report and its findings as one line of JSON, out and in: the contract of `gongkai read --json`, schema 1, and the
/// file format of whole reports.
///
///     const auto again = from_json(to_json(report, findings, "2023.html"));
///     again.report.cell("requests.granted.total") == report.cell("requests.granted.total")
///
/// Absent is not stated; `null` is a blank cell, or a mark or an approximation whose printed text stands in `raw`.

#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/finding.hpp>
#include <gongkai/base/limits.hpp>
#include <gongkai/export.hpp>
#include <gongkai/report/annual_report.hpp>
#include <gongkai/rules/form.hpp>

namespace gongkai {

/// One line, UTF-8, without a line feed at its end. Same report and findings, same bytes. Not in it: where each cell
/// stands, restatements, divisions, growths and slips, which only the document itself shows.
[[nodiscard]] GONGKAI_EXPORT std::string to_json(const AnnualReport& report, const std::vector<Finding>& findings,
                                                 std::string_view file);

/// What one line holds.
struct ReportJson {
  AnnualReport report;
  std::vector<Finding> findings;
  std::string file;  ///< the name that was given to `to_json`
};

struct JsonOptions {
  ReadLimits limits;
  std::string file = "report";  ///< only a name for messages
  std::vector<Form> forms;      ///< forms beside the built-in ones
};

/// Reads strictly: `ParseError` 201 … 206 with JSON pointer, 222 beyond the limits. A table is of the form that
/// `tables_form` names for it, else of `style`. `to_json(from_json(x)) == x` for what `to_json` wrote.
[[nodiscard]] GONGKAI_EXPORT ReportJson from_json(std::string_view bytes, const JsonOptions& options = {});

}  // namespace gongkai
