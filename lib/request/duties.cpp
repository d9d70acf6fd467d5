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

std::optional<TwoTexts> remedy_too_early(const RequestState& state, std::string_view kind, const Rulebook& rulebook) {
  const bool reconsidered = std::any_of(state.remedies.begin(), state.remedies.end(), [](const RequestRemedy& remedy) {
    return remedy.kind == cn::remedy::reconsideration.token();
  });
  if (reconsidered) {
    return std::nullopt;
  }
  if (kind == cn::remedy::litigation_after_reconsideration.token()) {
    return TwoTexts{"it follows a reconsideration that is not there", "没有相应的行政复议案件"};
  }
  // Against silence no refusal stands in the way.
  if (kind != cn::remedy::litigation_direct.token() || state.decisions.empty()) {
    return std::nullopt;
  }
  const auto& decision = state.decisions.back();
  const auto outcome = find_code(rulebook, "outcome", decision.outcome);
  const auto first = rulebook.at("mandatory_reconsideration", decision.decided_on);
  if (!outcome || !first.in_force() || !first.holds(*outcome)) {
    return std::nullopt;
  }
  return TwoTexts{"against " + decision.outcome + " reconsideration comes first (" + first.to_string() + ")",
                  "对该类答复应当先申请行政复议"};
}

std::optional<TwoTexts> days_out_of_order(const RequestState& state, std::optional<Date> decided,
                                          std::optional<Date> posted, std::optional<Date> delivered) {
  const auto before = [](std::optional<Date> a, std::optional<Date> b) { return a && b && *a < *b; };
  const auto text = [](std::string_view late, std::string_view late_zh, Date a, std::string_view early,
                       std::string_view early_zh, Date b) {
    return TwoTexts{
        std::string{late} + " on " + a.to_string() + ", before it was " + std::string{early} + " on " + b.to_string(),
        std::string{late_zh} + "日期" + a.to_string() + "早于" + std::string{early_zh} + "日期" + b.to_string()};
  };
  if (before(posted, decided)) {
    return text("posted", "交邮", *posted, "decided", "成文", *decided);
  }
  if (before(delivered, posted)) {
    return text("delivered", "签收", *delivered, "posted", "交邮", *posted);
  }
  if (before(delivered, decided)) {
    return text("delivered", "签收", *delivered, "decided", "成文", *decided);
  }
  const auto since = state.submitted_on ? state.submitted_on : state.received_on;
  for (const auto& day : {decided, posted, delivered}) {
    if (before(day, since)) {
      return text("a document", "文书", *day, "requested", "申请", *since);
    }
  }
  return std::nullopt;
}

bool is_unknown(const OutgoingDocument& document) noexcept {
  return document.id.empty() && document.service.empty() && !document.decided_on && !document.posted_on &&
         !document.delivered_on;
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
