// SPDX-License-Identifier: Apache-2.0
#include <gongkai/report/merge_tree.hpp>

#include <algorithm>
#include <gongkai/error.hpp>
#include <map>

namespace gongkai {
namespace {

using ByBody = std::map<std::string, std::vector<const AnnualReport*>>;

// The bodies below that report for themselves: those that have none below.
std::vector<std::string> leaves(const AgencyTree& tree, const std::string& id, Date day) {
  std::vector<std::string> out;
  for (const auto& child : tree.children(id, day)) {
    if (tree.at(child).on(day)->kind == AgencyKind::vertical) {
      continue;
    }
    const auto below = leaves(tree, child, day);
    if (below.empty()) {
      out.push_back(child);
    }
    out.insert(out.end(), below.begin(), below.end());
  }
  return out;
}

}  // namespace

TreeMerge merge_tree(const AgencyTree& tree, const std::vector<AnnualReport>& reports, const Form& form, int year) {
  const Date day{year, 12, 31};
  TreeMerge out;
  ByBody by_body;
  for (const auto& report : reports) {
    if (report.year && *report.year != year) {
      throw InvalidArgumentError{
          ErrorCode::out_of_range, "reports",
          "a report of " + std::to_string(*report.year) + " among those of " + std::to_string(year)};
    }
    const auto name = report.organisation.value_or("");
    const auto* agency = tree.find(name, day);
    if (agency == nullptr) {
      out.unknown_bodies.push_back(name);
    } else {
      by_body[agency->id()].push_back(&report);
    }
  }
  for (const auto& agency : tree.agencies()) {
    if (agency.on(day) == nullptr) {
      continue;
    }
    const auto below = leaves(tree, agency.id(), day);
    if (below.empty()) {
      continue;
    }
    TreeTotal total{agency.id(), *agency.name(day), Rollup{form}, {}, {}};
    for (const auto& leaf : below) {
      const auto name = *tree.at(leaf).name(day);
      const auto found = by_body.find(leaf);
      if (found == by_body.end()) {
        total.missing.push_back(name);
        continue;
      }
      for (const auto* report : found->second) {
        total.rollup.add(*report, name);
      }
    }
    total.findings = total.rollup.findings();
    const auto own = by_body.find(agency.id());
    if (own != by_body.end()) {
      const auto roster = total.missing.empty() ? Roster::complete : Roster::incomplete;
      for (const auto* report : own->second) {
        const auto more = check_consolidated(*report, total.rollup, roster);
        total.findings.insert(total.findings.end(), more.begin(), more.end());
      }
    }
    std::sort(total.findings.begin(), total.findings.end());
    out.totals.push_back(std::move(total));
  }
  return out;
}

}  // namespace gongkai
