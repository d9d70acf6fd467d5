// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a tree holds, and the words of its file.

#include <gongkai/agency/agency.hpp>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace gongkai {

struct AgencyTree::Data {
  std::vector<Agency> agencies;  // in the order of the file
  std::unordered_map<std::string, std::size_t> by_id;
  std::multimap<std::string, std::size_t, std::less<>> by_name;    // of any period
  std::multimap<std::string, std::size_t, std::less<>> by_parent;  // of any period
};

namespace detail {

[[nodiscard]] std::optional<AgencyKind> parse_agency_kind(std::string_view text) noexcept;
[[nodiscard]] std::optional<AgencyLevel> parse_agency_level(std::string_view text) noexcept;

}  // namespace detail
}  // namespace gongkai
