// SPDX-License-Identifier: Apache-2.0
#include "request/duties.hpp"

#include <algorithm>
#include <gongkai/error.hpp>
#include <gongkai/request/fee.hpp>

#include "request/words.hpp"

namespace gongkai::detail {

const RequestConsultation* open_consultation(const RequestState& state, std::string_view party, bool third_party) {
  for (const auto& consultation : state.consultations) {
    if (consultation.party == party && consultation.third_party == third_party && !consultation.answered_on) {
      return &consultation;
    }
  }
  return nullptr;
}

bool any_open_consultation(const RequestState& state) {
  return std::any_of(state.consultations.begin(), state.consultations.end(),
                     [](const RequestConsultation& consultation) { return !consultation.answered_on; });
}

const RequestRemedy* find_remedy(const RequestState& state, std::string_view remedy) {
  for (const auto& entry : state.remedies) {
    if (entry.id == remedy) {
      return &entry;
    }
  }
  return nullptr;
}

bool must_decide_again(const RequestState& state) {
  return std::any_of(state.remedies.begin(), state.remedies.end(), [](const RequestRemedy& remedy) {
    return remedy.decide_again && remedy.concluded_on && !remedy.decided_anew;
  });
}

bool is_reply(const RequestState& state, std::string_view document) {
  return !state.decisions.empty() && (document.empty() || state.decisions.back().document == document);
}

std::optional<Money> fee_due(const RequestRegister& requests, const RequestState& state,
                             const RequestFeeNoticed& notice, const RequestRules& rules) {
  const auto day = state.submitted_on ? state.submitted_on : state.received_on;
  if (!day) {
    throw InvalidArgumentError{
        ErrorCode::out_of_range, state.id,
        state.id + ": which tariff is in force is asked of the day of submission, which is not known"};
  }
  if (notice.tariff == tariff_per_item) {
    // The tariff first: where none is in force, that is the answer.
    const auto& rulebook = rules.clock.rulebook();
    (void)fee_per_item(rulebook, *day, 1);
    return fee_per_item(rulebook, *day, month_position(requests, state.id, rules.clock.options()));
  }
  if (notice.tariff == tariff_per_page) {
    return fee_per_page(rules.clock.rulebook(), *day, notice.pages);
  }
  return std::nullopt;
}

}  // namespace gongkai::detail
