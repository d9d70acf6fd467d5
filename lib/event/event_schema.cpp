// SPDX-License-Identifier: Apache-2.0
#include "event/event_schema.hpp"

#include <algorithm>
#include <cstdint>

namespace gongkai::detail {
namespace {

constexpr std::size_t line_width = 110;

// A value on one line where it fits, else a member a line.
void write(std::string& out, const Json& value, std::size_t depth) {
  const auto line = value.dump();
  const auto* object = std::get_if<Json::Object>(&value.value());
  const auto* array = std::get_if<Json::Array>(&value.value());
  const bool nested = (object != nullptr && !object->empty()) || (array != nullptr && !array->empty());
  if (!nested || line.size() + depth <= line_width) {
    out += line;
    return;
  }
  const auto entry = [&](bool first) {
    out += first ? "\n" : ",\n";
    out.append(depth + 1, ' ');
  };
  out += object != nullptr ? '{' : '[';
  bool first = true;
  if (object != nullptr) {
    for (const auto& [key, member] : *object) {
      entry(first);
      out += Json{key}.dump() + ": ";
      write(out, member, depth + 1);
      first = false;
    }
  } else {
    for (const auto& element : *array) {
      entry(first);
      write(out, element, depth + 1);
      first = false;
    }
  }
  out += '\n';
  out.append(depth, ' ');
  out += object != nullptr ? '}' : ']';
}

Json::Object free_text() { return {{"type", "string"}}; }
Json::Object named_text() { return {{"type", "string"}, {"minLength", 1}}; }
Json::Object position() { return {{"type", "integer"}, {"minimum", 1}, {"maximum", INT64_MAX}}; }

Json object_of(std::initializer_list<const char*> required, Json::Object properties) {
  Json::Array keys;
  for (const auto* key : required) {
    keys.emplace_back(key);
  }
  return Json::Object{{"type", "object"},
                      {"additionalProperties", false},
                      {"required", std::move(keys)},
                      {"properties", std::move(properties)}};
}

}  // namespace

bool SchemaParts::has(std::string_view name) const {
  return std::any_of(definitions_.begin(), definitions_.end(),
                     [&](const Json::Member& member) { return member.first == name; });
}

Json SchemaParts::reference(std::string_view name) { return Json::Object{{"$ref", "#/$defs/" + std::string{name}}}; }

Json SchemaParts::named(std::string_view name) {
  if (!has(name)) {
    if (name == "date") {
      add("date", Json::Object{{"type", "string"}, {"format", "date"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}});
    } else if (name == "digest") {
      add("digest", Json::Object{{"type", "string"}, {"pattern", "^(sha256|sm3):[0-9a-fA-F]{64}$"}});
    } else {
      // At most 18 digits, at most 9 of them decimals.
      add("decimal", Json::Object{{"type", "string"}, {"pattern", "^-?(?!([0-9]\\.?){19})[0-9]+(\\.[0-9]{1,9})?$"}});
    }
  }
  return reference(name);
}

Json SchemaParts::integer(bool small) {
  return Json::Object{{"type", "integer"},
                      {"minimum", small ? std::int64_t{INT32_MIN} : INT64_MIN},
                      {"maximum", small ? std::int64_t{INT32_MAX} : INT64_MAX}};
}

Json SchemaParts::text(std::string_view words) {
  if (words.empty()) {
    return free_text();
  }
  Json::Array list;
  std::string_view taxonomy;
  for (auto rest = words; !rest.empty();) {
    const auto end = std::min(rest.find('|'), rest.size());
    const auto word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (word.front() != '@') {
      list.emplace_back(word);
      continue;
    }
    taxonomy = word.substr(1);
    for (const auto& member : rulebook_->taxonomy(taxonomy).members()) {
      list.emplace_back(member.code.token());
    }
  }
  Json::Object out{{"enum", std::move(list)}};
  if (taxonomy.empty()) {
    return out;
  }
  // Apart from the names of types and of events.
  auto name = "words." + std::string{words.size() == taxonomy.size() + 1 ? taxonomy : words};
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '|' || c == '@'; }, '_');
  if (!has(name)) {
    const auto list_of = rulebook_->taxonomy(taxonomy);
    out.insert(out.begin(), {"title", list_of.label().en + " " + list_of.label().zh});
    add(name, std::move(out));
  }
  return reference(name);
}

std::string schema_text(std::string_view module, std::string_view title, std::vector<EventPart> events,
                        SchemaParts parts) {
  const auto date = parts.of<Date>();
  Json::Array names;
  Json::Array cases;
  for (auto& event : events) {
    const auto name = std::string{module} + "." + std::string{event.name};
    names.emplace_back(name);
    cases.push_back(Json::Object{
        {"if", Json::Object{{"properties", Json::Object{{"event", Json::Object{{"const", name}}}}}}},
        {"then", Json::Object{{"properties", Json::Object{{"data", Json::Object{{"$ref", "#/$defs/" + name}}}}}}}});
    if (!event.label_zh.empty()) {
      std::get<Json::Object>(event.data.value())
          .insert(std::get<Json::Object>(event.data.value()).begin(), {"title", event.label_zh});
    }
    parts.add(name, std::move(event.data));
  }
  Json::Object properties{
      {"schema", Json::Object{{"const", 1}}},
      {"event", Json::Object{{"enum", std::move(names)}}},
      {"sequence", position()},
      {"subject", named_text()},
      {"legal_day", date},
      {"recorded_on", date},
      {"by", object_of({"actor"}, {{"actor", free_text()}, {"role", free_text()}, {"on_behalf_of", free_text()}})},
      {"source", object_of({"document"}, {{"document", free_text()}, {"row", free_text()}})},
      {"rulebook", free_text()},
      {"calendar", free_text()},
      {"corrects", position()},
      {"data", Json::Object{{"type", "object"}}}};
  auto schema = object_of({"schema", "event", "subject", "legal_day", "recorded_on", "data"}, std::move(properties));
  auto& members = std::get<Json::Object>(schema.value());
  members.insert(members.begin(),
                 {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                  {"title", "events of the module " + std::string{module} + ": " + std::string{title}}});
  members.emplace_back("allOf", std::move(cases));
  members.emplace_back("$defs", parts.take());
  std::string out;
  write(out, schema, 0);
  return out + "\n";
}

}  // namespace gongkai::detail
