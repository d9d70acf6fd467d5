// SPDX-License-Identifier: Apache-2.0
#include <gongkai/catalogue/event.hpp>
#include <gongkai/catalogue/transitions.hpp>

#include "catalogue/fields.hpp"
#include "event/event_codec.hpp"
#include "event/event_schema.hpp"

namespace gongkai {
namespace {

constexpr std::string_view module = "catalogue";

}  // namespace

bool operator==(const RecordEvent& a, const RecordEvent& b) {
  return a.envelope == b.envelope && detail::same_action(a.action, b.action);
}

std::string_view action_name(const RecordAction& action) { return detail::action_name(action); }
std::string to_json(const RecordEvent& event) { return detail::event_to_json(event, module); }
RecordEvent parse_record_event(std::string_view json, const std::string& file) {
  return detail::event_from_json<RecordEvent>(json, file, module);
}
EventFile<RecordEvent> read_record_events(std::string_view bytes, OnBadLine on_bad) {
  return detail::events_from_lines<RecordEvent>(bytes, on_bad, module);
}
std::string to_json_lines(const std::vector<RecordEvent>& events) { return detail::events_to_lines(events, module); }
Import<RecordEvent> import_again(const std::vector<RecordEvent>& known, const std::vector<RecordEvent>& incoming,
                                 Date recorded_on) {
  return detail::import_rows<RecordRetracted>(known, incoming, recorded_on);
}
std::string record_event_schema(const Rulebook& rulebook) {
  return detail::event_schema<RecordAction>(catalogue_graph(), module, rulebook);
}

}  // namespace gongkai
