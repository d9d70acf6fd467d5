// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a taxonomy handle points at.

#include <cstddef>
#include <gongkai/rules/taxonomy.hpp>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gongkai::detail {

struct TaxonomyImpl {
  std::string name;
  std::string qualified_name;
  LocalText label;
  std::string place;
  LocalText note;
  std::vector<Citation> citations;
  std::string groups;
  std::vector<TaxonomyMember> members;
  std::unordered_map<std::string_view, std::size_t> by_token;  // asked most: for every event of a register; of codes
  std::map<std::string, std::size_t, std::less<>> by_label;    // Chinese labels, printed labels, aliases
};

}  // namespace gongkai::detail
