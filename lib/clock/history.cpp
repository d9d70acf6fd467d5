// SPDX-License-Identifier: Apache-2.0
#include <gongkai/clock/history.hpp>

#include <algorithm>
#include <array>
#include <ostream>
#include <tuple>

#include "clock/event_words.hpp"

namespace gongkai {

ClockEvent ClockEvent::submitted(Date day, std::optional<Code> channel) {
  ClockEvent event{ClockEventKind::submitted, day};
  event.channel = channel;
  return event;
}

ClockEvent ClockEvent::received(Date day, std::optional<Code> channel) {
  ClockEvent event{ClockEventKind::received, day};
  event.channel = channel;
  return event;
}

bool operator==(const ClockEvent& a, const ClockEvent& b) {
  const auto all = [](const ClockEvent& e) {
    return std::tie(e.kind, e.on, e.decided, e.posted, e.delivered, e.until, e.days, e.channel, e.body, e.outcome,
                    e.service, e.basis, e.extent, e.excuse, e.signature, e.remedies, e.subject, e.party);
  };
  return all(a) == all(b);
}

std::string_view to_string(ClockEventKind kind) noexcept { return detail::event_kinds[static_cast<std::size_t>(kind)]; }
std::string_view to_string(ServiceWay way) noexcept { return detail::service_ways[static_cast<std::size_t>(way)]; }
std::string_view to_string(Consultation basis) noexcept {
  return detail::consultations[static_cast<std::size_t>(basis)];
}

std::optional<ClockEventKind> parse_clock_event_kind(std::string_view text) noexcept {
  const auto found = std::find(detail::event_kinds.begin(), detail::event_kinds.end(), text);
  return found == detail::event_kinds.end()
             ? std::nullopt
             : std::optional<ClockEventKind>{static_cast<ClockEventKind>(found - detail::event_kinds.begin())};
}

std::ostream& operator<<(std::ostream& out, const ClockEvent& event) {
  const auto members = detail::members_of(event);
  out << to_string(event.kind);
  for (const auto& [key, value] : members) {
    if (key == "on") {
      out << ' ' << value;
    } else if (key != "event") {
      out << ' ' << key << '=' << value;
    }
  }
  return out;
}

}  // namespace gongkai
