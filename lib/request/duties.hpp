// SPDX-License-Identifier: Apache-2.0
#pragma once
// What of a request decide asks and apply tells.

#include <gongkai/base/money.hpp>
#include <gongkai/request/transitions.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace gongkai::detail {

/// The consultation of this party that is still out.
[[nodiscard]] const RequestConsultation* open_consultation(const RequestState& state, std::string_view party,
                                                           bool third_party);
[[nodiscard]] bool any_open_consultation(const RequestState& state);
[[nodiscard]] const RequestRemedy* find_remedy(const RequestState& state, std::string_view remedy);
/// A concluded remedy says so, and the agency has not yet.
[[nodiscard]] bool must_decide_again(const RequestState& state);
/// The document is the last reply; an empty id is.
[[nodiscard]] bool is_reply(const RequestState& state, std::string_view document);
/// What the tariff says; `nullopt` for an unknown one. Throws what `fee_per_item` and `fee_per_page` throw.
[[nodiscard]] std::optional<Money> fee_due(const RequestRegister& requests, const RequestState& state,
                                           const RequestFeeNoticed& notice, const RequestRules& rules);

}  // namespace gongkai::detail
