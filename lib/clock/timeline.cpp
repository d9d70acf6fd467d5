// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "clock/clock_impl.hpp"
#include "clock/documents.hpp"
#include "clock/first_start.hpp"
#include "clock/other_clocks.hpp"
#include "clock/reply_clock.hpp"

namespace gongkai::detail {

Timeline::Timeline(const ClockHistory& history, const Options& options, std::int32_t as_of) {
  const auto& events = history.events();
  if (events.size() > small) {
    many_.resize(events.size(), TimedEvent{no_day, nullptr});
    items_ = many_.data();
  }
  for (const ClockEvent& event : events) {
    PostedChoice choice;
    const std::int32_t day = effective_day(event, options.posted_reply, as_of, choice);
    asked_ |= choice.asked;
    ignored_ = std::max(ignored_, choice.ignored);
    if (day == no_day || (as_of != no_day && day > as_of)) {
      continue;
    }
    // Histories come almost sorted, and equal days keep their order.
    std::size_t at = size_++;
    for (; at > 0 && items_[at - 1].day > day; --at) {
      items_[at] = items_[at - 1];
    }
    items_[at] = TimedEvent{day, &event};
  }
}

Outcome evaluate_reply(const ClockCore& core, const ClockHistory& history, const Options& options, std::int32_t as_of,
                       Trace* trace) {
  const Timeline timeline{history, options, as_of};
  ReplyClock clock{core, options, as_of, trace};
  clock.asked(timeline.asked(), timeline.ignored());
  for (const TimedEvent& item : timeline) {
    clock.apply(*item.event, item.day);
  }
  return clock.finish();
}

std::optional<Date> first_start(const Clock& clock, const ClockHistory& history) {
  const auto& options = clock.options();
  ReplyClock arrival{*clock.impl()->core, options, no_day, nullptr};
  for (const TimedEvent& item : Timeline{history, options, no_day}) {
    const auto kind = item.event->kind;
    if (kind == ClockEventKind::submitted || kind == ClockEventKind::received || kind == ClockEventKind::acknowledged ||
        kind == ClockEventKind::confirmed) {
      arrival.apply(*item.event, item.day);
    }
  }
  return date_of(arrival.first_start());
}

}  // namespace gongkai::detail
