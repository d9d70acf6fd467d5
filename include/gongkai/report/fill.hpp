// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Fills a form with counts.
///
///     const auto report = fill(Form::builtin("cn-format-2021"),
///                              {{"requests.new_received.natural_person", {64, 0}},
///                               {"requests.granted.natural_person", {64, 0}}},
///                              {"平潭综合实验区", 2021, {}, Missing::zero, Totals::compute});
///     report.cell("requests.handled_total.total").value == Decimal{64, 0}

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gongkai/base/decimal.hpp>
#include <gongkai/export.hpp>
#include <gongkai/report/annual_report.hpp>
#include <gongkai/rules/form.hpp>

namespace gongkai {

/// Path → figure.
using Counts = std::vector<std::pair<std::string, Decimal>>;

/// What a cell without a count becomes.
enum class Missing : std::uint8_t {
  blank,  ///< an empty cell: nobody said that it is zero
  zero    ///< zero: the counts are complete, as from a register
};

/// Whether totals and shares that are not given are worked out.
enum class Totals : std::uint8_t {
  as_given,
  compute  ///< by the form's sums and ratios, where every part is a number; a blank part leaves the total blank
};

struct FillOptions {
  std::optional<std::string> organisation;
  std::optional<int> year;
  std::optional<std::string> level;
  Missing missing = Missing::blank;
  Totals totals = Totals::compute;
};

/// A complete report of the form, all of its tables in the form's order. Shares are rounded half up to two decimals,
/// a whole 0 or 100 without, as the reports of 2013 print them. `NotFoundError` 402 for a path that the form does not
/// have, `InvalidArgumentError` 103 for a path that stands twice or a cell that holds words.
[[nodiscard]] GONGKAI_EXPORT AnnualReport fill(const Form& form, const Counts& counts, const FillOptions& options = {});

}  // namespace gongkai
