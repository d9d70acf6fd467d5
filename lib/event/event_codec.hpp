// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the codecs of all events share: one JSON object an event, JSON Lines, importing again. An event type has
// `envelope` and `action`, a std::variant whose members have `Fields` with a name.

#include <algorithm>
#include <gongkai/event/codec.hpp>
#include <gongkai/event/envelope.hpp>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "event/fields.hpp"

namespace gongkai::detail {

/// The members of an event's object but its content.
[[nodiscard]] Json::Object envelope_json(const Envelope& envelope, std::string_view event_name);
/// Also asserts the keys of the whole object, `schema` and that `event` is one of `<module>.…`; gives the rest of the
/// name.
struct ReadEnvelope {
  Envelope envelope;
  std::string action;
};
[[nodiscard]] ReadEnvelope envelope_from_json(const JsonCursor& at, std::string_view module);

/// The lines of a file: number from 1 and text, empty lines left out.
[[nodiscard]] std::vector<std::pair<std::int64_t, std::string_view>> lines_of(std::string_view bytes);
/// What an error says about its line.
[[nodiscard]] RejectedLine rejected_line(std::int64_t number, std::string_view line, const ParseError& error);

template <typename Action>
[[nodiscard]] std::string_view action_name(const Action& action) {
  return std::visit([](const auto& value) { return Fields<std::decay_t<decltype(value)>>::name; }, action);
}

template <typename Action>
[[nodiscard]] bool same_action(const Action& a, const Action& b) {
  return a.index() == b.index() &&
         std::visit([&](const auto& value) { return same(value, std::get<std::decay_t<decltype(value)>>(b)); }, a);
}

template <typename Action, std::size_t I = 0>
[[nodiscard]] Action action_from_json(std::string_view name, const JsonCursor& data) {
  if constexpr (I < std::variant_size_v<Action>) {
    using Alternative = std::variant_alternative_t<I, Action>;
    if (Fields<Alternative>::name == name) {
      return Action{std::in_place_index<I>, from_json_value<Alternative>(data)};
    }
    return action_from_json<Action, I + 1>(name, data);
  } else {
    data.fail(ErrorCode::json_bad_value, "there is no event \"" + std::string{name} + "\" here");
  }
}

template <typename Event>
[[nodiscard]] std::string event_to_json(const Event& event, std::string_view module) {
  auto out = envelope_json(event.envelope, std::string{module} + "." + std::string{action_name(event.action)});
  out.emplace_back("data", std::visit([](const auto& value) { return to_json_value(value); }, event.action));
  return Json{std::move(out)}.dump();
}

template <typename Event>
[[nodiscard]] Event event_from_json(std::string_view bytes, const std::string& file, std::string_view module) {
  const Json json = parse_json(bytes, file);
  const JsonCursor root{json, file};
  auto read = envelope_from_json(root, module);
  using Action = decltype(Event::action);
  return Event{std::move(read.envelope), action_from_json<Action>(read.action, root.at("data"))};
}

template <typename Event>
[[nodiscard]] EventFile<Event> events_from_lines(std::string_view bytes, OnBadLine on_bad, std::string_view module) {
  EventFile<Event> out;
  for (const auto& [number, line] : lines_of(bytes)) {
    try {
      out.events.push_back(event_from_json<Event>(line, "line " + std::to_string(number), module));
    } catch (const ParseError& error) {
      out.rejected.push_back(rejected_line(number, line, error));
    }
  }
  if (on_bad == OnBadLine::keep_none && !out.rejected.empty()) {
    out.events.clear();
  }
  return out;
}

template <typename Event>
[[nodiscard]] std::string events_to_lines(const std::vector<Event>& events, std::string_view module) {
  std::string out;
  for (const auto& event : events) {
    out += event_to_json(event, module);
    out += '\n';
  }
  return out;
}

/// The same but for where and when it was written down.
template <typename Event>
[[nodiscard]] bool same_content(const Event& a, const Event& b) {
  return a.envelope.subject == b.envelope.subject && a.envelope.legal_day == b.envelope.legal_day &&
         a.envelope.by == b.envelope.by && same_action(a.action, b.action);
}

/// `Retracted` is the module's action for an event that never was.
template <typename Retracted, typename Event>
[[nodiscard]] Import<Event> import_rows(const std::vector<Event>& known, const std::vector<Event>& incoming,
                                        Date recorded_on) {
  using Row = std::pair<std::string, std::string>;
  const auto row_of = [](const Event& event) { return Row{event.envelope.source.document, event.envelope.source.row}; };

  // What of each row counts today: versions that were corrected give way, retracted events are gone.
  // A correction keeps the place of the first version, so that the n-th of a row stays the n-th.
  std::set<std::int64_t> replaced;
  std::map<std::int64_t, std::int64_t> first_version;
  std::int64_t last = 0;
  for (const auto& event : known) {
    const auto sequence = event.envelope.sequence;
    last = std::max(last, sequence);
    first_version[sequence] = sequence;
    if (event.envelope.corrects) {
      replaced.insert(*event.envelope.corrects);
      const auto before = first_version.find(*event.envelope.corrects);
      first_version[sequence] = before == first_version.end() ? *event.envelope.corrects : before->second;
    }
  }
  std::map<Row, std::vector<const Event*>> standing;
  for (const auto& event : known) {
    if (!event.envelope.source.row.empty() && replaced.count(event.envelope.sequence) == 0 &&
        !std::holds_alternative<Retracted>(event.action)) {
      standing[row_of(event)].push_back(&event);
    }
  }
  for (auto& row : standing) {
    std::stable_sort(row.second.begin(), row.second.end(), [&](const Event* a, const Event* b) {
      return first_version[a->envelope.sequence] < first_version[b->envelope.sequence];
    });
  }

  Import<Event> out;
  const auto append = [&](Event event, std::optional<std::int64_t> corrects) {
    event.envelope.sequence = ++last;
    event.envelope.recorded_on = recorded_on;
    event.envelope.corrects = corrects;
    out.append.push_back(std::move(event));
  };
  std::set<Row> imported;
  for (const auto& event : incoming) {
    if (event.envelope.source.row.empty()) {
      append(event, std::nullopt);
      ++out.added;
      continue;
    }
    auto& of_row = standing[row_of(event)];
    imported.insert(row_of(event));
    const auto twin = std::find_if(of_row.begin(), of_row.end(),
                                   [&](const Event* other) { return other->action.index() == event.action.index(); });
    if (twin == of_row.end()) {
      append(event, std::nullopt);
      ++out.added;
      continue;
    }
    const Event& before = **twin;
    of_row.erase(twin);
    if (same_content(before, event)) {
      ++out.unchanged;
    } else if (before.envelope.subject == event.envelope.subject) {
      append(event, before.envelope.sequence);
      ++out.corrected;
    } else {
      // The row speaks of another subject now: the old event never was, the new one is.
      append(Event{before.envelope, Retracted{"the row of the source names " + event.envelope.subject}},
             before.envelope.sequence);
      append(event, std::nullopt);
      ++out.corrected;
    }
  }
  for (const auto& row : imported) {
    for (const auto* gone : standing[row]) {
      append(Event{gone->envelope, Retracted{"the row of the source no longer says so"}}, gone->envelope.sequence);
      ++out.retracted;
    }
  }
  return out;
}

}  // namespace gongkai::detail
