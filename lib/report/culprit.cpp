// SPDX-License-Identifier: Apache-2.0
// Where several equations of a table fail together, one wrong cell is the likely cause.
#include <map>
#include <set>

#include "report/check_parts.hpp"

namespace gongkai::detail {
namespace {

using Key = std::pair<const Table*, std::size_t>;

struct Candidate {
  CellAt cell;
  std::set<std::size_t> repairs;  // indices of broken equations
  Int128 change = 0;
  bool consistent = true;
};

// What the cell would have to be changed by, for each broken equation that it is in.
std::map<Key, Candidate> candidates(const std::vector<BrokenEquation>& broken) {
  std::map<Key, Candidate> out;
  for (std::size_t i = 0; i < broken.size(); ++i) {
    for (const auto& [cell, sign] : broken[i].cells) {
      if (cell.last_year) {
        continue;
      }
      auto& candidate = out[{cell.table, cell.index}];
      const Int128 change = -broken[i].difference * sign;
      candidate.consistent = candidate.consistent && (candidate.repairs.empty() || candidate.change == change);
      candidate.cell = cell;
      candidate.change = change;
      candidate.repairs.insert(i);
    }
  }
  return out;
}

bool is_possible(const Candidate& candidate) {
  const Int128 value = scaled(candidate.cell.number()) + candidate.change;
  return value >= 0 || candidate.cell.is_signed();
}

}  // namespace

void suggest_repairs(const std::vector<BrokenEquation>& broken,
                     const std::vector<std::vector<std::pair<CellAt, int>>>& holding, const CheckCatalogue& catalogue,
                     std::vector<Finding>& findings) {
  if (broken.size() < 2) {
    return;
  }
  std::set<Key> sound;  // to change them would break an equation that holds
  for (const auto& equation : holding) {
    for (const auto& [cell, sign] : equation) {
      sound.emplace(cell.table, cell.index);
    }
  }
  // For every broken equation the cells that repair it together with others and break none.
  std::vector<std::vector<const Candidate*>> repairs(broken.size());
  const auto all = candidates(broken);
  for (const auto& [key, candidate] : all) {
    if (candidate.consistent && candidate.repairs.size() > 1 && sound.count(key) == 0 && is_possible(candidate)) {
      for (const auto equation : candidate.repairs) {
        repairs[equation].push_back(&candidate);
      }
    }
  }
  for (std::size_t i = 0; i < broken.size(); ++i) {
    const Candidate* best = nullptr;
    bool several = false;
    for (const auto* candidate : repairs[i]) {
      if (best == nullptr || candidate->repairs.size() > best->repairs.size()) {
        best = candidate;
        several = false;
      } else if (candidate->repairs.size() == best->repairs.size()) {
        several = true;
      }
    }
    if (best == nullptr || several) {
      continue;
    }
    const auto value = best->cell.number();
    const auto repaired = unscaled(scaled(value) + best->change, value.decimals);
    findings[broken[i].finding].suggestion =
        catalogue.text("repair", {{"cell", best->cell.table->path(best->cell.index)},
                                  {"from", value.to_string()},
                                  {"to", repaired.to_string()},
                                  {"equations", std::to_string(best->repairs.size())}});
  }
}

}  // namespace gongkai::detail
