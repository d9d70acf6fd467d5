// SPDX-License-Identifier: Apache-2.0
#pragma once
// Tokens that mean something to the library itself, and what clocks are told of them.

#include <gongkai/clock/history.hpp>
#include <gongkai/request/event.hpp>
#include <gongkai/rules/builtin.hpp>
#include <gongkai/rules/rulebook.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace gongkai::detail {

inline constexpr std::string_view tariff_per_item = "fee_per_item";
inline constexpr std::string_view tariff_per_page = "fee_per_page";
inline constexpr std::string_view basis_joint_author = "joint_author";
inline constexpr std::string_view basis_coordination = "coordination";

[[nodiscard]] inline std::optional<Code> find_code(const Rulebook& rulebook, std::string_view taxonomy,
                                                   std::string_view token) {
  const auto list = rulebook.taxonomy(taxonomy);
  const auto* member = list.find(token);
  return member == nullptr ? std::nullopt : std::optional<Code>{member->code};
}

/// `nullopt` for an unknown word; no word is `unstated`.
[[nodiscard]] std::optional<ServiceWay> service_way(std::string_view word);

/// What the clock has to know of an action; `nullopt` when nothing. `paid_in_full` is asked for payments only.
[[nodiscard]] std::optional<ClockEvent> clock_event(const RequestAction& action, Date day, const Rulebook& rulebook,
                                                    bool paid_in_full);
/// The document that goes out with the action; null without one.
[[nodiscard]] const OutgoingDocument* outgoing(const RequestAction& action);
/// Its id; empty without one.
[[nodiscard]] std::string document_of(const RequestAction& action);

}  // namespace gongkai::detail
