// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// From facts to the annual report of a year, in any form that has the tables `proactive`, `requests`, `remedies` or
/// the narrative chapter; and back from each cell to the facts and events behind it.
///
///     const auto told = tabulate(Form::builtin("cn-format-2021"), facts, rulebook, 2023, {});
///     told.report.cell("requests.granted.natural_person").value;
///     for (const auto& source : told.trace("requests.granted.natural_person")) { show(source.fact, source.events); }

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/decimal.hpp>
#include <gongkai/export.hpp>
#include <gongkai/facts/fact.hpp>
#include <gongkai/report/annual_report.hpp>
#include <gongkai/rules/form.hpp>
#include <gongkai/rules/rulebook.hpp>

namespace gongkai {

/// A fact that counts in a cell.
struct CellSource {
  std::string kind;  ///< `request`, `remedy`, `publication`, `figure`, `inquiry`
  std::string fact;  ///< the id of the request, remedy, record; of a figure the document it stands in
  EventIds events;
  bool opening = false;  ///< brought along from before the events
  Decimal amount{1, 0};  ///< what it adds to the cell; below zero what leaves a stock that was brought along

  friend bool operator==(const CellSource& a, const CellSource& b) {
    return a.kind == b.kind && a.fact == b.fact && a.events == b.events && a.opening == b.opening &&
           a.amount == b.amount;
  }
  friend bool operator!=(const CellSource& a, const CellSource& b) { return !(a == b); }
};

/// Whether the body may make rules (规章).
enum class RuleMaking : std::uint8_t {
  unknown,  ///< its row is counted from the catalogue
  none      ///< its row is zero
};

struct TabulateOptions {
  std::string organisation;
  std::string class_scheme = "catalogue_class";  ///< the classification of the narrative chapter
  RuleMaking rule_making = RuleMaking::unknown;
};

/// A report and what stands behind it.
struct GONGKAI_EXPORT Tabulation {
  AnnualReport report;
  std::map<std::string, std::vector<CellSource>> sources;  ///< path → facts; totals have none of their own
  std::map<std::string, std::vector<std::string>> parts;   ///< path of a total → paths that it adds up
  std::vector<Finding> findings;  ///< `FCT.TYPE`, `FCT.OUTCOME`, `FCT.CLASS`: facts that no cell counts;
                                  ///< `FCT.DECLARED`, `FCT.OPENING`: figures that contradict. Sorted.

  /// What the cell adds up: the amounts come to its value. Of a total, what its parts add up. Empty for a cell that
  /// counts nothing.
  [[nodiscard]] std::vector<CellSource> trace(std::string_view path) const;
  /// The cells in which an event counts, sorted; totals left out.
  [[nodiscard]] std::vector<std::string> cells_of(std::int64_t event) const;
};

/// What is counted is zero when there is none of it; what only a declaration can tell stays blank without one, and so
/// do the documents of an office that brings no catalogue. A declared figure stands where no fact is counted; several
/// documents for one cell add up. Requests that were brought along are carried over until they are closed.
[[nodiscard]] GONGKAI_EXPORT Tabulation tabulate(const Form& form, const Facts& facts, const Rulebook& rulebook,
                                                 int year, const TabulateOptions& options = {});

}  // namespace gongkai
