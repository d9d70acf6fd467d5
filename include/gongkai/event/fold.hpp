// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// In which order events take effect, and which of them are visible.
///
/// Two days bound a question: `as_of` (what was legally so by that day) and `known_at` (what had been recorded by that
/// day). Order: legal day, then day recorded, then sequence. A correction stands in the place of what it corrects: on
/// its own legal day, and within that day where the first version stood.
///
///     for (const std::size_t i : order_of(envelopes, as_of, known_at).order) { state = apply(state, events[i]); }

#include <cstddef>
#include <string>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/base/finding.hpp>
#include <gongkai/event/envelope.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// The visible events by position in the input, in the order in which they take effect, and what is wrong with
/// corrections: `EVT.CORRECTS` (of an event that is not there, of another subject, of itself) is a finding, and such
/// an event stands for itself; `EVT.SEQUENCE` a sequence used twice.
struct EventOrder {
  std::vector<std::size_t> order;
  std::vector<Finding> findings;  ///< sorted
};

/// The result depends on the events alone, never on the order in which they are given, as long as sequences are unique.
/// Of two corrections of one event the one recorded last counts.
[[nodiscard]] GONGKAI_EXPORT EventOrder order_of(const std::vector<const Envelope*>& envelopes, Date as_of,
                                                 Date known_at);

/// As above, for anything with a member `envelope`.
template <typename Event>
[[nodiscard]] EventOrder order_of(const std::vector<Event>& events, Date as_of, Date known_at) {
  std::vector<const Envelope*> envelopes;
  envelopes.reserve(events.size());
  for (const Event& event : events) {
    envelopes.push_back(&event.envelope);
  }
  return order_of(envelopes, as_of, known_at);
}

}  // namespace gongkai
