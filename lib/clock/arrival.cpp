// SPDX-License-Identifier: Apache-2.0
// From the days of an arrival to the day the clock starts, by the channel's rule.

#include <algorithm>

#include "clock/reply_clock.hpp"

namespace gongkai::detail {
namespace {

std::int32_t first_of(std::int32_t a, std::int32_t b, std::int32_t c = no_day, std::int32_t d = no_day) noexcept {
  return a != no_day ? a : b != no_day ? b : c != no_day ? c : d;
}
std::int32_t earlier(std::int32_t a, std::int32_t b) noexcept {
  return a == no_day ? b : b == no_day ? a : std::min(a, b);
}
bool is_channel(const Arrival& arrival, std::string_view token) noexcept {
  return arrival.channel && arrival.channel->token() == token;
}

}  // namespace

ArrivalStart start_of(const ClockCore& core, const Options& options, const Arrival& a) {
  ArrivalStart out;
  out.arrived = first_of(a.received, a.submitted, a.confirmed, a.acknowledged);
  if (out.arrived == no_day) {
    return out;
  }
  if (!a.channel) {
    out.start = out.arrived;
    return out;
  }
  const RuleLine* line = core.rules.start_of(*a.channel);
  if (line == nullptr) {  // a channel of another country
    return out;
  }
  const RulePiece& piece = line->at(out.arrived);
  out.rule = piece.start;
  out.citation = &piece.citation;
  out.rule_name = &line->name();
  switch (piece.start) {
    case StartRule::none:
      break;
    case StartRule::not_stated:
      out.start = out.arrived;
      break;
    case StartRule::submission_day:
      out.start = first_of(a.submitted, a.received);
      break;
    case StartRule::signing_day:
      out.arrived = a.received;
      out.start = a.received;
      break;
    case StartRule::office_confirmation:
      out.arrived = first_of(a.received, a.confirmed);
      out.start = a.confirmed == no_day ? no_day : std::max(a.confirmed, a.received);
      break;
    case StartRule::agency_rule:
      out.start = a.confirmed;
      break;
    case StartRule::system_receipt:
      out.start = first_of(a.received, a.submitted);
      break;
    case StartRule::system_confirmation:
      out.start = first_of(a.acknowledged, a.submitted, a.received);
      break;
    case StartRule::mutual_confirmation: {
      // A web form is answered by its system, and that reaches the applicant; a mail server speaks for nobody.
      const bool online = is_channel(a, "online");
      out.start = online ? earlier(a.acknowledged, a.confirmed) : a.confirmed;
      const std::int32_t sent = first_of(a.submitted, a.received);
      if ((online || is_channel(a, "email")) && sent != no_day && sent != out.start) {
        out.asked |= bit(Question::online_submission);
        if (options.online_submission == OnlineSubmission::submission_day) {
          out.ignored = out.start;
          out.start = sent;
        }
      }
      break;
    }
  }
  if (out.start != no_day && core.days.knows(out.start) && !core.days.worked(out.start)) {
    out.asked |= bit(Question::receipt_on_rest_day);
    if (options.receipt_on_rest_day == ReceiptOnRestDay::next_working_day) {
      const DayRange next = core.days.on_or_after(out.start);
      out.start = next.certain() ? next.earliest : out.start;
    }
  }
  return out;
}

/// Findings and step of the arrival that is now behind us.
void ReplyClock::settle_start() {
  if (!arrival_open_) {
    return;
  }
  const ArrivalStart found = start_of(*core_, *options_, arrival_);
  asked_ |= found.asked;
  ignored_ = std::max(ignored_, found.ignored);
  if (trace_ == nullptr || found.arrived == no_day) {
    return;
  }
  static const std::string none;
  const std::string& citation = found.citation != nullptr ? *found.citation : none;
  const DayCounter& days = core_->days;
  if (found.rule == StartRule::not_stated) {
    find("start_not_stated", citation, {{"channel", std::string{arrival_.channel->token()}}});
  }
  if (found.rule == StartRule::none && arrival_.channel) {
    find("no_rule", core_->rules.reply.pieces().back().citation, {{"day", text_of(found.arrived)}});
  }
  if (found.start == no_day && found.rule != StartRule::none) {
    find("confirmation_missing", citation, {{"day", text_of(found.arrived)}});
  }
  const bool confirmed_by_office = found.rule == StartRule::office_confirmation;
  if (confirmed_by_office && arrival_.confirmed != no_day && arrival_.received != no_day) {
    if (arrival_.confirmed < arrival_.received) {
      find("confirmation_before_receipt", citation,
           {{"day", text_of(arrival_.confirmed)}, {"received", text_of(arrival_.received)}});
    } else if (arrival_.confirmed > arrival_.received) {
      find("confirmation_late", citation,
           {{"day", text_of(arrival_.confirmed)}, {"received", text_of(arrival_.received)}});
    }
  }
  const std::int32_t sent = arrival_.submitted != no_day ? arrival_.submitted : arrival_.received;
  const std::int32_t reached = found.ignored != no_day ? found.ignored : found.start;
  if ((found.asked & bit(Question::online_submission)) != 0 && sent != no_day && reached != no_day) {
    const auto waited = days.count_known(sent, reached);
    if (waited && *waited > 1) {
      find("confirmation_late", citation, {{"day", text_of(reached)}, {"received", text_of(sent)}});
    }
  }
  if ((found.asked & bit(Question::receipt_on_rest_day)) != 0) {
    find("start_on_rest_day", citation, {{"day", text_of(found.start)}});
  }
  if (found.start != no_day && !restarting_) {
    trace_->start(found.start, base_, found.rule_name != nullptr ? std::string_view{*found.rule_name} : "", citation);
  } else if (found.start != no_day) {
    trace_->restart(restart_from_, found.start, base_, "clock_effect",
                    core_->rules.effect(Interruption::correction).at(regime_day()).citation);
  }
}

}  // namespace gongkai::detail
