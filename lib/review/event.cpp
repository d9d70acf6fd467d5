// SPDX-License-Identifier: Apache-2.0
#include <gongkai/review/event.hpp>
#include <gongkai/review/transitions.hpp>

#include "event/event_codec.hpp"
#include "event/event_schema.hpp"
#include "review/fields.hpp"

namespace gongkai {
namespace {

constexpr std::string_view module = "review";

}  // namespace

bool operator==(const ReviewEvent& a, const ReviewEvent& b) {
  return a.envelope == b.envelope && detail::same_action(a.action, b.action);
}

std::string_view action_name(const ReviewAction& action) { return detail::action_name(action); }
std::string to_json(const ReviewEvent& event) { return detail::event_to_json(event, module); }
ReviewEvent parse_review_event(std::string_view json, const std::string& file) {
  return detail::event_from_json<ReviewEvent>(json, file, module);
}
EventFile<ReviewEvent> read_review_events(std::string_view bytes, OnBadLine on_bad) {
  return detail::events_from_lines<ReviewEvent>(bytes, on_bad, module);
}
std::string to_json_lines(const std::vector<ReviewEvent>& events) { return detail::events_to_lines(events, module); }
Import<ReviewEvent> import_again(const std::vector<ReviewEvent>& known, const std::vector<ReviewEvent>& incoming,
                                 Date recorded_on) {
  return detail::import_rows<ReviewRetracted>(known, incoming, recorded_on);
}
std::string review_event_schema(const Rulebook& rulebook) {
  return detail::event_schema<ReviewAction>(review_graph(), module, rulebook);
}

}  // namespace gongkai
