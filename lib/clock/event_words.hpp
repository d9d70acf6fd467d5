// SPDX-License-Identifier: Apache-2.0
#pragma once
// The words of clock events, shared by JSON, command line and printer.

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gongkai/clock/history.hpp>

#include "detail/json_reader.hpp"

namespace gongkai::detail {

// In the order of the enumerators.
inline constexpr std::array<std::string_view, 31> event_kinds{"submitted",
                                                              "received",
                                                              "acknowledged",
                                                              "confirmed",
                                                              "correction_noticed",
                                                              "corrected",
                                                              "third_party_consulted",
                                                              "third_party_answered",
                                                              "agency_consulted",
                                                              "agency_answered",
                                                              "reasons_asked",
                                                              "reasons_given",
                                                              "extended",
                                                              "deferred",
                                                              "fee_noticed",
                                                              "fee_paid",
                                                              "replied",
                                                              "withdrawn",
                                                              "formed",
                                                              "published",
                                                              "stage_begun",
                                                              "stage_completed",
                                                              "report_year",
                                                              "report_published",
                                                              "act_known",
                                                              "remedies_known",
                                                              "act_done",
                                                              "reconsideration_decided",
                                                              "reconsideration_expired",
                                                              "reconsideration_applied",
                                                              "lawsuit_filed"};
inline constexpr std::array<std::string_view, 6> service_ways{"unstated",   "direct", "entrusted",
                                                              "china_post", "email",  "courier"};
inline constexpr std::array<std::string_view, 2> consultations{"joint_author", "coordination"};

using EventMembers = std::vector<std::pair<std::string, std::string>>;

/// Keys and values as text, in a fixed order; what has its default is left out.
[[nodiscard]] EventMembers members_of(const ClockEvent& event);
/// As an object of JSON: numbers and truth values as such.
[[nodiscard]] Json event_json(const ClockEvent& event);
/// The inverse of `members_of`. `file` and `pointer` are for messages. `ParseError` 202–206.
[[nodiscard]] ClockEvent event_from(const EventMembers& members, const Rulebook& rulebook, const std::string& file,
                                    const std::string& pointer);

}  // namespace gongkai::detail
