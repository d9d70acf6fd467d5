// SPDX-License-Identifier: Apache-2.0
#include <gongkai/request/event.hpp>
#include <gongkai/request/transitions.hpp>

#include "event/event_codec.hpp"
#include "event/event_schema.hpp"
#include "request/fields.hpp"

namespace gongkai {
namespace {

constexpr std::string_view module = "request";

}  // namespace

bool operator==(const RequestEvent& a, const RequestEvent& b) {
  return a.envelope == b.envelope && detail::same_action(a.action, b.action);
}

std::string_view action_name(const RequestAction& action) { return detail::action_name(action); }
std::string to_json(const RequestEvent& event) { return detail::event_to_json(event, module); }
RequestEvent parse_request_event(std::string_view json, const std::string& file) {
  return detail::event_from_json<RequestEvent>(json, file, module);
}
EventFile<RequestEvent> read_request_events(std::string_view bytes, OnBadLine on_bad) {
  return detail::events_from_lines<RequestEvent>(bytes, on_bad, module);
}
std::string to_json_lines(const std::vector<RequestEvent>& events) { return detail::events_to_lines(events, module); }
Import<RequestEvent> import_again(const std::vector<RequestEvent>& known, const std::vector<RequestEvent>& incoming,
                                  Date recorded_on) {
  return detail::import_rows<RequestRetracted>(known, incoming, recorded_on);
}
std::string request_event_schema(const Rulebook& rulebook) {
  return detail::event_schema<RequestAction>(request_graph(), module, rulebook);
}

}  // namespace gongkai
