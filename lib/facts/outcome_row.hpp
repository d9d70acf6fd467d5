// SPDX-License-Identifier: Apache-2.0
#pragma once
// The row of an outcome in the table of requests.

#include <gongkai/rules/form.hpp>
#include <gongkai/rules/rulebook.hpp>
#include <string>
#include <string_view>

namespace gongkai::detail {

/// Older forms have one row for all of the group （六）其他处理. Empty for an outcome that has none.
[[nodiscard]] inline std::string outcome_row(const Form& form, const Rulebook& rulebook, std::string_view outcome) {
  const auto list = rulebook.taxonomy("outcome");
  const auto* member = list.find(outcome);
  if (member == nullptr) {
    return {};
  }
  const auto in_form = [&](const std::string& row) { return form.cell("requests." + row + ".total").has_value(); };
  std::string row{outcome};
  if (in_form(row)) {
    return row;
  }
  return member->group && member->group->token() == "other" && in_form("other_handling") ? "other_handling" : "";
}

}  // namespace gongkai::detail
