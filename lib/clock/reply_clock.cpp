// SPDX-License-Identifier: Apache-2.0
#include "clock/reply_clock.hpp"

#include <algorithm>

#include "clock/documents.hpp"
#include "clock/limits.hpp"

namespace gongkai::detail {
void ReplyClock::find(std::string_view id, std::string_view citation, Trace::Values values) {
  if (trace_ != nullptr) {
    trace_->finding(id, citation, values);
  }
}

const std::string& ReplyClock::reply_citation() const noexcept {
  return reply_ != nullptr ? reply_->citation : core_->rules.reply.at(regime_day()).citation;
}

std::int32_t ReplyClock::frozen(std::int32_t day) const noexcept {
  if (correction_.active()) {
    day = std::min(day, correction_.from);
  }
  if (fee_.active()) {
    day = std::min(day, fee_.from);
  }
  if (reasons_.active()) {
    day = std::min(day, reasons_.from);
  }
  return day;
}

void ReplyClock::pauses_until(std::int32_t day, std::vector<Stretch>& out) const {
  for (const Pause& pause : pauses_) {
    if (pause.takes_days && pause.from != no_day) {
      std::int32_t to = pause.to != no_day ? pause.to : day;
      if (pause.cap.earliest != no_day) {
        to = std::min(to, pause.cap.earliest);
      }
      out.push_back({pause.from, std::min(to, day)});
    }
  }
  unite(out, count_from_);
}

/// Whether the due day is `day` or before it.
bool ReplyClock::expired(std::int32_t day) const {
  if (start_ == no_day || reply_ == nullptr || waiting()) {
    return false;
  }
  if (deferred_to_ != no_day) {
    return day >= deferred_to_;
  }
  if (pauses_.empty()) {
    return core_->days.count_at_least(count_from_, day, {}) >= limit();
  }
  std::vector<Stretch> pauses;
  pauses_until(day, pauses);
  return core_->days.count_at_least(count_from_, day, pauses) >= limit();
}

void ReplyClock::apply(const ClockEvent& event, std::int32_t day) {
  last_ = std::max(last_, day);
  switch (event.kind) {
    case ClockEventKind::submitted:
    case ClockEventKind::received:
    case ClockEventKind::acknowledged:
    case ClockEventKind::confirmed:
      arrive(event, day);
      return;
    case ClockEventKind::correction_noticed:
    case ClockEventKind::corrected:
    case ClockEventKind::third_party_consulted:
    case ClockEventKind::third_party_answered:
    case ClockEventKind::agency_consulted:
    case ClockEventKind::agency_answered:
    case ClockEventKind::reasons_asked:
    case ClockEventKind::reasons_given:
    case ClockEventKind::extended:
    case ClockEventKind::deferred:
    case ClockEventKind::fee_noticed:
    case ClockEventKind::fee_paid:
    case ClockEventKind::replied:
    case ClockEventKind::withdrawn:
      break;
    default:
      return;  // of other clocks
  }
  if (end_ != no_day) {
    find("event_after_end", reply_citation(),
         {{"event", std::string{to_string(event.kind)}}, {"day", text_of(day)}, {"end", text_of(end_)}});
    return;
  }
  const bool consultation =
      event.kind == ClockEventKind::third_party_consulted || event.kind == ClockEventKind::third_party_answered ||
      event.kind == ClockEventKind::agency_consulted || event.kind == ClockEventKind::agency_answered;
  if (first_arrival_ == no_day || day < first_arrival_) {
    find("event_before_receipt", core_->rules.reply.at(day).citation,
         {{"event", std::string{to_string(event.kind)}}, {"day", text_of(day)}});
    if (!consultation) {
      return;
    }
  }
  switch (event.kind) {
    case ClockEventKind::correction_noticed:
      notice_correction(event, day);
      break;
    case ClockEventKind::corrected:
      correct(event, day);
      break;
    case ClockEventKind::third_party_consulted:
    case ClockEventKind::agency_consulted:
      consult(event, day);
      break;
    case ClockEventKind::third_party_answered:
    case ClockEventKind::agency_answered:
      answer(event, day);
      break;
    case ClockEventKind::reasons_asked:
      ask_reasons(day);
      break;
    case ClockEventKind::reasons_given:
      hear_reasons(day);
      break;
    case ClockEventKind::extended:
      extend(event, day);
      break;
    case ClockEventKind::deferred:
      defer(event, day);
      break;
    case ClockEventKind::fee_noticed:
      notice_fee(event, day);
      break;
    case ClockEventKind::fee_paid:
      pay(event, day);
      break;
    default:
      stop(event, day);
      break;
  }
}

void ReplyClock::arrive(const ClockEvent& event, std::int32_t day) {
  if (!arrival_open_ || end_ != no_day) {
    return;  // a second receipt or a call after the clock has been settled says nothing new
  }
  if (event.channel && !arrival_.channel) {
    arrival_.channel = event.channel;
  }
  std::int32_t& slot = event.kind == ClockEventKind::submitted      ? arrival_.submitted
                       : event.kind == ClockEventKind::received     ? arrival_.received
                       : event.kind == ClockEventKind::acknowledged ? arrival_.acknowledged
                                                                    : arrival_.confirmed;
  if (slot == no_day) {
    slot = day;
  }
  derive_start();
}

void ReplyClock::derive_start() {
  const ArrivalStart found = start_of(*core_, *options_, arrival_);
  if (!restarting_ && first_start_ == no_day) {
    first_arrival_ = found.arrived;
  }
  if (found.start == no_day) {
    return;
  }
  begin(found.start, restart_from_, {}, {});
  if (!restarting_) {
    first_start_ = found.start;
  }
}

void ReplyClock::begin(std::int32_t day, std::int32_t from, std::string_view cause, std::string_view cause_citation) {
  if (from != no_day && extended_) {
    find("extension_lapsed", core_->rules.extension.at(regime_day()).citation, {{"day", text_of(day)}});
  }
  if (from != no_day) {
    extended_ = false;
    extension_ = 0;
    deferred_to_ = no_day;
  }
  start_ = day;
  count_from_ = options_->day_of_receipt == DayOfReceipt::counted && cause.empty() ? day - 1 : day;
  regime_ = day;
  const RulePiece& now = core_->rules.reply.at(day);
  if (first_arrival_ != no_day) {
    const RulePiece& then = core_->rules.reply.at(first_arrival_);
    if (&then != &now && then.in_force()) {
      asked_ |= bit(Question::pending_at_revision);
      if (options_->pending_at_revision == PendingAtRevision::old_limit) {
        regime_ = first_arrival_;
        ignored_ = std::max(ignored_, day);
      }
    }
  }
  const RulePiece& piece = core_->rules.reply.at(regime_);
  reply_ = piece.in_force() ? &piece : nullptr;
  base_ = piece.in_force() ? piece.limit.count : 0;
  if (from != no_day && trace_ != nullptr && !cause.empty()) {
    trace_->restart(from, day, base_, cause, cause_citation);
  }
}

void ReplyClock::notice_correction(const ClockEvent& event, std::int32_t day) {
  const RulePiece& rule = core_->rules.correction_notice.at(regime_day());
  if (correction_asked_ || correction_.active()) {
    find("correction_again", core_->rules.correction_notices.at(regime_day()).citation, {{"day", text_of(day)}});
    return;
  }
  if (expired(day)) {
    find("correction_expired", rule.citation, {{"day", text_of(day)}});
    return;
  }
  correction_asked_ = true;
  bool restarts = true;
  const ClockEffect effect = core_->rules.effect(Interruption::correction).at(regime_day()).effect;
  if (effect == ClockEffect::not_stated) {
    asked_ |= bit(Question::correction_2008);
    restarts = options_->correction_2008 == Correction2008::restart;
  }
  if (rule.in_force() && start_ != no_day) {
    const auto used = core_->days.count_known(count_from_, day);
    if (used && *used > rule.limit.count) {
      find("correction_late", rule.citation,
           {{"day", text_of(day)}, {"n", std::to_string(*used)}, {"limit", std::to_string(rule.limit.count)}});
      asked_ |= bit(Question::late_correction_notice);
      restarts = restarts && options_->late_correction_notice == LateCorrectionNotice::restart;
    }
  }
  correction_.ignored = !restarts;
  if (restarts) {
    correction_.from = day;
    correction_.due = correction_limit(*core_, event, day, regime_day(), as_of_).due;
    if (trace_ != nullptr) {
      trace_->event(StepKind::wait, day, day, 0, "correction_notice", rule.citation);
    }
  }
}

void ReplyClock::correct(const ClockEvent& event, std::int32_t day) {
  const std::string& citation = core_->rules.effect(Interruption::correction).at(regime_day()).citation;
  if (!correction_.active()) {
    if (correction_.ignored) {
      ignored_ = std::max(ignored_, day);
    } else {
      find("corrected_unasked", citation, {{"day", text_of(day)}});
    }
    return;
  }
  const std::int32_t sent = event.posted ? std::min(event.posted->to_ordinal(), day) : day;
  if (correction_.due.latest != no_day && sent > correction_.due.latest && event.excuse == Excuse::none) {
    find("corrected_late", citation, {{"day", text_of(sent)}, {"due", text_of(correction_.due.latest)}});
    return;
  }
  const std::int32_t from = correction_.from;
  correction_ = Wait{};
  if (event.channel) {
    settle_start();
    arrival_ = Arrival{};
    arrival_.channel = event.channel;
    arrival_.received = day;
    arrival_.submitted = event.posted ? sent : no_day;
    arrival_open_ = true;
    restarting_ = true;
    restart_from_ = from;
    start_ = no_day;
    reply_ = nullptr;
    derive_start();
    return;
  }
  settle_start();
  std::int32_t start = day;
  if (core_->days.knows(day) && !core_->days.worked(day)) {
    asked_ |= bit(Question::receipt_on_rest_day);
    find("start_on_rest_day", citation, {{"day", text_of(day)}});
    if (options_->receipt_on_rest_day == ReceiptOnRestDay::next_working_day) {
      const DayRange next = core_->days.on_or_after(day);
      start = next.certain() ? next.earliest : day;
    }
  }
  arrival_open_ = false;
  begin(start, from, "clock_effect", citation);
}

void ReplyClock::extend(const ClockEvent& event, std::int32_t day) {
  const RulePiece& rule = core_->rules.extension.at(regime_day());
  if (start_ == no_day || day < start_) {
    find("event_before_receipt", rule.citation, {{"event", std::string{to_string(event.kind)}}, {"day", text_of(day)}});
    return;
  }
  if (expired(day)) {
    find("extension_late", rule.citation, {{"day", text_of(day)}});
    return;
  }
  if (extended_ || deferred_to_ != no_day || !rule.in_force()) {
    find(extended_ ? "extension_again" : "extension_not_available", rule.citation, {{"day", text_of(day)}});
    return;
  }
  if (ever_extended_) {
    asked_ |= bit(Question::extension_after_restart);
    if (options_->extension_after_restart == ExtensionAfterRestart::not_again) {
      ignored_ = std::max(ignored_, day);
      return;
    }
  }
  const std::int32_t days = event.days ? event.days->count() : 0;
  if (days <= 0) {
    find("extension_empty", rule.citation, {{"day", text_of(day)}});
    return;
  }
  if (days > rule.limit.count) {
    find("extension_over_cap", rule.citation,
         {{"n", std::to_string(days)}, {"limit", std::to_string(rule.limit.count)}});
  }
  if (event.decided && event.decided->to_ordinal() > day) {
    find("extension_unapproved", rule.citation, {{"day", text_of(day)}, {"decided", event.decided->to_string()}});
  }
  extended_ = true;
  ever_extended_ = true;
  extension_ = std::min(days, rule.limit.count);
  if (trace_ != nullptr) {
    trace_->event(StepKind::extension, day, day, extension_, core_->rules.extension.name(), rule.citation);
  }
}

void ReplyClock::defer(const ClockEvent& event, std::int32_t day) {
  const RulePiece& rule = core_->rules.excessive_deferral.at(regime_day());
  if (rule.state == ValueState::no_rule || !event.until || event.until->to_ordinal() <= day) {
    find("deferral_empty", rule.citation, {{"day", text_of(day)}});
    return;
  }
  if (expired(day)) {
    find("deferral_late", rule.citation, {{"day", text_of(day)}});
    return;
  }
  deferred_to_ = event.until->to_ordinal();
  if (trace_ != nullptr) {
    trace_->event(StepKind::deferral, day, deferred_to_, 0, core_->rules.excessive_deferral.name(), rule.citation);
  }
}

// The law names no pause; some offices treat it as a correction.
void ReplyClock::ask_reasons(std::int32_t day) {
  asked_ |= bit(Question::reasons_asked);
  if (options_->reasons_asked == ReasonsAsked::restart && !expired(day)) {
    reasons_.from = day;
    if (trace_ != nullptr) {
      trace_->event(StepKind::wait, day, day, 0, "reasons_asked", {});
    }
  }
}

void ReplyClock::hear_reasons(std::int32_t day) {
  if (reasons_.active()) {
    const std::int32_t from = reasons_.from;
    reasons_ = Wait{};
    settle_start();
    arrival_open_ = false;
    begin(day, from, "reasons_asked", {});
  }
}

void ReplyClock::stop(const ClockEvent& event, std::int32_t day) {
  end_ = day;
  withdrawn_ = event.kind == ClockEventKind::withdrawn;
  if (event.service == ServiceWay::courier) {
    find("courier", reply_citation(), {{"day", text_of(day)}});
  }
}

}  // namespace gongkai::detail
