// SPDX-License-Identifier: Apache-2.0
#pragma once
// Tokens that mean something to the library itself; labels and members are the rulebook's.

#include <algorithm>
#include <gongkai/rules/rulebook.hpp>
#include <string_view>

namespace gongkai::detail {

inline constexpr std::string_view mode_proactive = "proactive";
inline constexpr std::string_view mode_on_request = "on_request";
inline constexpr std::string_view mode_withheld = "withheld";
inline constexpr std::string_view not_secret = "none";
inline constexpr std::string_view kind_office_rule = "office_rule";
inline constexpr std::string_view kind_normative_document = "normative_document";
inline constexpr std::string_view link_interprets = "interprets";
inline constexpr std::string_view link_quotes = "quotes";
inline constexpr std::string_view link_replaces = "replaces";
inline constexpr std::string_view link_released_on_request = "released_on_request";

/// A level of secrecy is stated, and it is not `none`.
[[nodiscard]] inline bool is_classified(std::string_view secrecy_state) {
  return !secrecy_state.empty() && secrecy_state != not_secret;
}
/// Of two documents only one can replace the other, or explain it.
[[nodiscard]] inline bool has_a_direction(std::string_view link_kind) {
  return link_kind == link_replaces || link_kind == link_interprets;
}
[[nodiscard]] inline bool has_taxonomy(const Rulebook& rulebook, std::string_view taxonomy) {
  const auto names = rulebook.taxonomies();
  return std::find(names.begin(), names.end(), taxonomy) != names.end();
}
[[nodiscard]] inline bool knows(const Rulebook& rulebook, std::string_view taxonomy, std::string_view token) {
  return rulebook.taxonomy(taxonomy).find(token) != nullptr;
}

}  // namespace gongkai::detail
