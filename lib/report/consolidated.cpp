// SPDX-License-Identifier: Apache-2.0
// AGG.SUM: a consolidated report against the reports that it consolidates.
#include <algorithm>
#include <gongkai/report/merge.hpp>

#include "report/check_catalogue.hpp"
#include "report/operand.hpp"

namespace gongkai {
namespace {

const FormCheck* aggregate_rule(const Form& form) {
  const auto found = std::find_if(form.checks().begin(), form.checks().end(), [](const FormCheck& check) {
    return check.kind == CheckKind::named && check.name == "aggregate";
  });
  return found == form.checks().end() ? nullptr : &*found;
}

}  // namespace

std::vector<Finding> check_consolidated(const AnnualReport& consolidated, const Rollup& children, Roster roster) {
  std::vector<Finding> out;
  const auto* rule = aggregate_rule(children.form());
  if (rule == nullptr || children.count() == 0) {
    return out;
  }
  const auto sums = children.report();
  for (const auto& table : consolidated.tables) {
    const Table* sum = sums.table(table.id());
    if (table.form() != children.form() || sum == nullptr || table.definition().shape != TableShape::fixed) {
      continue;
    }
    const auto& definition = table.definition();
    for (std::size_t i = 0; i < table.cell_count(); ++i) {
      const auto at = table.position(i);
      if (definition.columns[at.column].merge != MergeRule::sum || table.kind(i) != CellKind::number ||
          sum->kind(i) != CellKind::number) {
        continue;
      }
      const auto path = table.path(i);
      const auto stated = detail::scaled(table.number(i));
      const auto total = detail::scaled(sum->number(i));
      if (stated == total) {
        continue;
      }
      const auto coverage = children.coverage(path);
      const bool all = roster == Roster::complete && coverage.numbers == children.count();
      // What is not known can only add to the sum, unless the cell is signed.
      if (!all && (total < stated || definition.columns[at.column].is_signed)) {
        continue;
      }
      const int decimals = std::max(table.number(i).decimals, sum->number(i).decimals);
      const std::string left = detail::unscaled(total, decimals).to_string();
      const std::string right = table.number(i).to_string();
      const auto& row = definition.rows[at.row];
      const auto& column = definition.columns[at.column];
      auto finding = detail::CheckCatalogue::builtin().make_for_form(rule->message, {{"left", left}, {"right", right}},
                                                                     row.label_en + ", " + column.label_en,
                                                                     row.label + "·" + column.label);
      finding.code = rule->code;
      finding.severity = rule->severity;
      finding.citation = rule->citation ? rule->citation->to_string() : std::string{};
      finding.left = left;
      finding.right = right;
      finding.cells = {path};
      out.push_back(std::move(finding));
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace gongkai
