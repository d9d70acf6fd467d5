// SPDX-License-Identifier: Apache-2.0
#pragma once
// What an office brings along from the time before its events: stocks that go on, and requests that are carried over
// until they are closed.

#include <gongkai/facts/tabulate.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::detail {

/// Exact sum.
[[nodiscard]] Decimal added(const Decimal& a, const Decimal& b) noexcept;

/// `table.row.column`, cut at the first and the last dot; parts that are not there are empty.
struct PathParts {
  std::string_view table;
  std::string_view row;
  std::string_view column;
};
[[nodiscard]] PathParts parts_of(std::string_view path) noexcept;

/// One cell's share of what was brought along.
struct Brought {
  std::string path;
  CellSource source;
};

/// What the openings add to the cells of a year. Requests: `carried_in` and `new_received` open, outcomes close;
/// `carried_out` of a year is what is carried into the next, where no opening says so itself. Documents: `in_force`
/// and `total_disclosed`, told for the end of a year, go on, changed by what was brought along for later years.
[[nodiscard]] std::vector<Brought> brought_along(const Facts& facts, int year);

}  // namespace gongkai::detail
