// SPDX-License-Identifier: Apache-2.0
// What makes the clock of a reply stand: consultations, fees.

#include <algorithm>

#include "clock/documents.hpp"
#include "clock/limits.hpp"
#include "clock/reply_clock.hpp"

namespace gongkai::detail {
namespace {

Interruption interruption_of(const ClockEvent& event) noexcept {
  return event.kind == ClockEventKind::third_party_consulted ? Interruption::third_party_consultation
         : event.basis == Consultation::coordination         ? Interruption::coordination
                                                             : Interruption::other_agency_consultation;
}

}  // namespace

void ReplyClock::consult(const ClockEvent& event, std::int32_t day) {
  const RulePiece& effect = core_->rules.effect(interruption_of(event)).at(regime_day() == no_day ? day : regime_day());
  if (expired(day)) {
    find("consultation_expired", effect.citation, {{"day", text_of(day)}, {"party", event.party}});
    return;
  }
  Pause pause{};
  pause.asked_on = day;
  pause.received_on = recipient_day(event, as_of_);
  pause.kind = event.kind;
  pause.basis = event.basis;
  pause.party = &event.party;
  pause.takes_days = effect.effect == ClockEffect::not_counted;
  const OwnLimit limit = answer_limit(*core_, event, day, regime_day() == no_day ? day : regime_day(), as_of_);
  if (limit.known && limit.start != no_day) {
    pause.cap = limit.due;
  }
  pause.from = day;
  if (pause.takes_days && pause.received_on != day) {
    asked_ |= bit(Question::consultation_interval);
    if (options_->consultation_interval == ConsultationInterval::after_receipt) {
      pause.from = pause.received_on;  // not recorded: nothing is taken out
    }
  }
  if (!pause.takes_days) {
    find("no_pause", reply_citation(), {{"day", text_of(day)}, {"party", event.party}});
  }
  pauses_.push_back(pause);
}

void ReplyClock::answer(const ClockEvent& event, std::int32_t day) {
  const ClockEventKind asked = event.kind == ClockEventKind::third_party_answered
                                   ? ClockEventKind::third_party_consulted
                                   : ClockEventKind::agency_consulted;
  Pause* found = nullptr;
  for (Pause& pause : pauses_) {
    if (pause.to == no_day && pause.kind == asked && (event.party.empty() || *pause.party == event.party)) {
      found = &pause;
      break;
    }
  }
  if (found == nullptr) {
    // A question that came too late is a finding of its own, its answer is not.
    if (!expired(day)) {
      find("answer_unasked", core_->rules.third_party_answer.at(day).citation,
           {{"day", text_of(day)}, {"party", event.party}});
    }
    return;
  }
  found->to = day;
  const RuleLine& line = asked == ClockEventKind::third_party_consulted ? core_->rules.third_party_answer
                                                                        : core_->rules.other_agency_answer;
  const RulePiece& rule = line.at(regime_day() == no_day ? day : regime_day());
  if (found->cap.latest != no_day && day > found->cap.latest) {
    find("consultation_over_cap", rule.citation,
         {{"day", text_of(day)}, {"due", text_of(found->cap.latest)}, {"party", event.party}});
  } else if (asked == ClockEventKind::agency_consulted && found->basis == Consultation::coordination &&
             rule.in_force()) {
    const auto taken =
        core_->days.count_known(found->received_on == no_day ? found->asked_on : found->received_on, day);
    if (taken && *taken > rule.limit.count) {
      find("coordination_long", rule.citation,
           {{"day", text_of(day)}, {"n", std::to_string(*taken)}, {"limit", std::to_string(rule.limit.count)}});
    }
  }
}

void ReplyClock::notice_fee(const ClockEvent& event, std::int32_t day) {
  const RulePiece& effect = core_->rules.effect(Interruption::fee_notice).at(regime_day());
  if (fee_.active()) {
    find("fee_again", effect.citation, {{"day", text_of(day)}});
    return;
  }
  if (effect.effect == ClockEffect::none || !core_->rules.fee_payment.at(day).in_force()) {
    find("fee_no_rule", reply_citation(), {{"day", text_of(day)}});
    fee_void_ = true;
    return;
  }
  if (expired(day)) {
    find("fee_expired", effect.citation, {{"day", text_of(day)}});
    fee_void_ = true;
    return;
  }
  const OwnLimit limit = fee_limit(*core_, event, day, as_of_);
  asked_ |= bit(Question::fee_payment);
  if (options_->fee_payment == FeePayment::pause_only) {
    Pause pause{};
    pause.kind = ClockEventKind::fee_noticed;
    pause.asked_on = day;
    pause.received_on = limit.start;
    pause.from = limit.start;
    pause.party = &event.party;
    pause.takes_days = true;
    if (limit.start != no_day) {
      pause.cap = limit.due;
    }
    pauses_.push_back(pause);
    fee_.due = limit.due;
    fee_.ignored = true;
    return;
  }
  fee_.from = day;
  fee_.due = limit.due;
  if (trace_ != nullptr) {
    trace_->event(StepKind::wait, day, day, 0, "fee_notice", effect.citation);
  }
}

void ReplyClock::pay(const ClockEvent& event, std::int32_t day) {
  const std::string& citation = core_->rules.fee_payment.at(day).citation;
  Pause* pause = nullptr;
  for (Pause& candidate : pauses_) {
    if (candidate.kind == ClockEventKind::fee_noticed && candidate.to == no_day) {
      pause = &candidate;
    }
  }
  if (!fee_.active() && pause == nullptr) {
    if (!fee_void_) {
      find("fee_unasked", citation, {{"day", text_of(day)}});
    }
    return;
  }
  if (fee_.due.latest != no_day && day > fee_.due.latest) {
    find("fee_late", citation, {{"day", text_of(day)}, {"due", text_of(fee_.due.latest)}});
    return;
  }
  if (event.extent == Extent::partly) {
    find("fee_partly", citation, {{"day", text_of(day)}});
    return;
  }
  if (pause != nullptr) {
    pause->to = day;
    fee_ = Wait{};
    return;
  }
  const std::int32_t from = fee_.from;
  fee_ = Wait{};
  settle_start();
  arrival_open_ = false;
  begin(day, from, "clock_effect", core_->rules.effect(Interruption::fee_notice).at(regime_day()).citation);
}

}  // namespace gongkai::detail
