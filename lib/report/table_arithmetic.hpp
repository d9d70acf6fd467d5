// SPDX-License-Identifier: Apache-2.0
#pragma once
// The identities of a form within one table, and what they say about figures whose place is not certain.

#include <cstdint>
#include <gongkai/rules/form.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gongkai::detail {

/// Sum of coefficient × cell = 0.
struct Equation {
  std::vector<std::pair<std::size_t, int>> terms;  ///< index in FormTable::cells, +1 or -1
};

/// The unconditional sums and equalities of the form whose cells all stand in this table and this year.
[[nodiscard]] std::vector<Equation> equations_of(const Form& form, std::size_t table);

/// A figure or several that have run together, in the order of the document.
struct FigureRun {
  std::u32string digits;              ///< empty: a blank cell or a mark, which is one cell and counts as zero
  std::optional<std::int64_t> value;  ///< a figure that is certainly one: signed, or with a unit
};

/// One way to give each cell its number; blanks are nullopt.
using Assignment = std::vector<std::optional<std::int64_t>>;

/// All ways to cut `runs` into as many figures as there are `cells`, in order, so that the equations among these cells
/// hold. `nullopt` when there are more than `at_most`, or too many to try.
[[nodiscard]] std::optional<std::vector<Assignment>> cut_figures(const std::vector<FigureRun>& runs,
                                                                 const std::vector<std::size_t>& cells,
                                                                 const std::vector<Equation>& equations,
                                                                 std::size_t at_most);

/// Cells whose numbers are open between several assignments.
struct OpenCells {
  std::vector<std::size_t> cells;
  std::vector<Assignment> candidates;
};

/// Which candidate each of `open` must take so that all equations hold, where `known` gives the numbers of all other
/// cells (blank as 0, nullopt for a cell that is not stated; its equations say nothing). Only a single solution counts.
[[nodiscard]] std::optional<std::vector<std::size_t>> only_solution(
    const std::vector<OpenCells>& open, const std::vector<std::optional<std::int64_t>>& known,
    const std::vector<Equation>& equations);

}  // namespace gongkai::detail
