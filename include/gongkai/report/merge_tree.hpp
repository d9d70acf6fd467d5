// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// The reports of a place added up along its tree of bodies: what each government's consolidated report should say.
///
///     for (const auto& total : merge_tree(tree, reports, Form::builtin("cn-format-2021"), 2023))
///       std::cout << total.name << ": " << total.rollup.count() << " reports, " << total.missing.size() << "
///       missing\n";
///
/// A government's report sums its departments, the governments below it and its own office (本政府机关), 国办公开办函
/// 〔2021〕30号, 二; vertically managed bodies are outside.

#include <optional>
#include <string>
#include <vector>

#include <gongkai/agency/agency.hpp>
#include <gongkai/base/finding.hpp>
#include <gongkai/export.hpp>
#include <gongkai/report/annual_report.hpp>
#include <gongkai/report/merge.hpp>

namespace gongkai {

/// The total of one body that has others below it.
struct TreeTotal {
  std::string agency;                ///< id in the tree
  std::string name;                  ///< at the end of the year
  Rollup rollup;                     ///< of the bodies below that have none below themselves, by name
  std::vector<std::string> missing;  ///< names of those without a report, in the order of the tree
  /// `N.DUPLICATE`, `C.FORM`, and `AGG.SUM` where the body has published a consolidated report itself; sorted.
  std::vector<Finding> findings;
};

struct TreeMerge {
  std::vector<TreeTotal> totals;            ///< in the order of the tree's file
  std::vector<std::string> unknown_bodies;  ///< reports of bodies that the tree does not have, as printed
};

/// Reports are matched by the name that a body had on 31 December of the year. A report of a body with others below it
/// is its consolidated report: it is compared with their sum, not added to it. `InvalidArgumentError` 103 for a report
/// of another year.
[[nodiscard]] GONGKAI_EXPORT TreeMerge merge_tree(const AgencyTree& tree, const std::vector<AnnualReport>& reports,
                                                  const Form& form, int year);

}  // namespace gongkai
