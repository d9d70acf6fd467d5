// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which day of an outgoing document counts, for the agency and for the recipient.

#include <cstdint>
#include <optional>

#include <gongkai/clock/history.hpp>
#include <gongkai/clock/options.hpp>

#include "clock/questions.hpp"
#include "clock/stretches.hpp"

namespace gongkai::detail {

/// A recorded day, unless it lies after `as_of`: then it was not known yet.
inline std::int32_t known(const std::optional<Date>& day, std::int32_t as_of) noexcept {
  return day && (as_of == no_day || day->to_ordinal() <= as_of) ? day->to_ordinal() : no_day;
}

constexpr bool is_outgoing(ClockEventKind kind) noexcept {
  switch (kind) {
    case ClockEventKind::correction_noticed:
    case ClockEventKind::third_party_consulted:
    case ClockEventKind::agency_consulted:
    case ClockEventKind::reasons_asked:
    case ClockEventKind::extended:
    case ClockEventKind::deferred:
    case ClockEventKind::fee_noticed:
    case ClockEventKind::replied:
    case ClockEventKind::reconsideration_decided:
      return true;
    default:
      return false;
  }
}

/// What the choice on posted documents did.
struct PostedChoice {
  QuestionSet asked = 0;
  std::int32_t ignored = no_day;
};

/// The day on which an event takes effect; `no_day`: not yet (posted and not received where receipt counts).
/// Direct and entrusted service: the day of signing, or of the attempt when it was refused. Post: the day of posting,
/// or by option of receipt. E-mail: the day it was sent. Another courier: the day it was received.
inline std::int32_t effective_day(const ClockEvent& event, PostedReply posted_reply, std::int32_t as_of,
                                  PostedChoice& choice) noexcept {
  const std::int32_t on = event.on.to_ordinal();
  if (!is_outgoing(event.kind) || event.service == ServiceWay::unstated) {
    return on;
  }
  const std::int32_t posted = event.posted ? event.posted->to_ordinal() : on;
  const std::int32_t delivered = known(event.delivered, as_of);
  switch (event.service) {
    case ServiceWay::direct:
    case ServiceWay::entrusted:
      return event.signature == Signature::refused ? on
             : delivered != no_day                 ? delivered
             : event.delivered                     ? no_day
                                                   : on;
    case ServiceWay::china_post:
      if (event.signature == Signature::refused || delivered == posted) {
        return posted;
      }
      choice.asked |= bit(Question::posted_reply);
      if (posted_reply == PostedReply::posting_day) {
        return posted;
      }
      choice.ignored = posted;
      return delivered;
    case ServiceWay::courier:
      return delivered != no_day || event.posted || event.delivered ? delivered : on;
    case ServiceWay::email:
    case ServiceWay::unstated:
      break;
  }
  return posted;
}

/// The day on which the recipient received a document; `no_day` when it is not recorded.
inline std::int32_t recipient_day(const ClockEvent& event, std::int32_t as_of) noexcept {
  if (event.delivered) {
    return known(event.delivered, as_of);
  }
  const bool in_hand = event.service == ServiceWay::direct || event.service == ServiceWay::entrusted;
  if (in_hand || (event.service == ServiceWay::courier && !event.posted)) {
    return known(event.on, as_of);
  }
  return event.signature == Signature::refused ? known(event.posted ? event.posted : event.on, as_of) : no_day;
}

}  // namespace gongkai::detail
