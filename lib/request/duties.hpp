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
/// What is wrong with bringing a case of this kind: a lawsuit where reconsideration comes first (行政复议法 art. 23),
/// one after a reconsideration that there was not. English and Chinese; `nullopt` when nothing is.
struct TwoTexts {
  std::string en;
  std::string zh;
};
[[nodiscard]] std::optional<TwoTexts> remedy_too_early(const RequestState& state, std::string_view kind,
                                                       const Rulebook& rulebook);
/// Days that cannot be: decided, posted and delivered in another order, or before the request was handed in.
[[nodiscard]] std::optional<TwoTexts> days_out_of_order(const RequestState& state, std::optional<Date> decided,
                                                        std::optional<Date> posted, std::optional<Date> delivered);
/// Nothing is known of the document: neither its id nor a day.
[[nodiscard]] bool is_unknown(const OutgoingDocument& document) noexcept;
/// The document is the last reply; an empty id is.
[[nodiscard]] bool is_reply(const RequestState& state, std::string_view document);
/// What the tariff says; `nullopt` for an unknown one. Throws what `fee_per_item` and `fee_per_page` throw.
[[nodiscard]] std::optional<Money> fee_due(const RequestRegister& requests, const RequestState& state,
                                           const RequestFeeNoticed& notice, const RequestRules& rules);

}  // namespace gongkai::detail
