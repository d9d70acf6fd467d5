// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Two reports side by side, cell by cell: two years of a body, or what was published against what the register gives.
///
///     for (const auto& cell : compare(report_2023, report_2024))
///       if (cell.absolute) std::cout << cell.path << ' ' << *cell.absolute << '\n';

#include <optional>
#include <string>
#include <vector>

#include <gongkai/base/decimal.hpp>
#include <gongkai/export.hpp>
#include <gongkai/report/annual_report.hpp>

namespace gongkai {

/// One cell that at least one of the two states.
struct CellDifference {
  std::string path;
  Cell a;
  Cell b;
  std::optional<Decimal> absolute;  ///< b − a, where both are numbers
  std::optional<Decimal> relative;  ///< (b − a) / a in percent, half up to two decimals; none where a is 0 or negative

  /// Both state the same: the same number, or the same text, mark or emptiness.
  [[nodiscard]] GONGKAI_EXPORT bool is_same() const;
};

/// Every cell that `a` or `b` states, by path: the tables in the order of `a`, then what only `b` has, then the figures
/// of the text. Tables of different forms meet where their paths are the same; nothing is mapped from one form to
/// another.
[[nodiscard]] GONGKAI_EXPORT std::vector<CellDifference> compare(const AnnualReport& a, const AnnualReport& b);

}  // namespace gongkai
