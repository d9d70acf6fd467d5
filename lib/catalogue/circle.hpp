// SPDX-License-Identifier: Apache-2.0
#pragma once
// Links that have a direction (replaces, interprets) lead nowhere back.

#include <gongkai/catalogue/state.hpp>
#include <set>
#include <string>
#include <vector>

#include "catalogue/words.hpp"

namespace gongkai::detail {

/// With this link from `from`, a record would replace (or interpret) itself, through whatever stands between.
[[nodiscard]] inline bool closes_a_circle(const Catalogue& catalogue, const std::string& from, const RecordLink& link) {
  if (link.record.empty() || !has_a_direction(link.kind)) {
    return false;
  }
  std::set<std::string> seen;
  std::vector<std::string> open{link.record};
  while (!open.empty()) {
    const auto id = open.back();
    open.pop_back();
    if (id == from) {
      return true;
    }
    const auto* record = catalogue.find(id);
    if (record == nullptr || !seen.insert(id).second) {
      continue;
    }
    for (const auto& next : record->links) {
      if (next.kind == link.kind && !next.record.empty()) {
        open.push_back(next.record);
      }
    }
  }
  return false;
}

}  // namespace gongkai::detail
