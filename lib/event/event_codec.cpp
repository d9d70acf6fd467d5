// SPDX-License-Identifier: Apache-2.0
#include "event/event_codec.hpp"

#include <charconv>

namespace gongkai::detail {
namespace {

constexpr std::size_t longest_value = 200;

// The value at a JSON pointer; null when the pointer leads nowhere.
const Json* value_at(const Json& root, std::string_view pointer) {
  const Json* at = &root;
  while (at != nullptr && !pointer.empty()) {
    pointer.remove_prefix(1);
    const auto end = std::min(pointer.find('/'), pointer.size());
    std::string key;
    for (std::size_t i = 0; i < end; ++i) {
      if (pointer[i] == '~' && i + 1 < end) {
        key += pointer[++i] == '0' ? '~' : '/';
      } else {
        key += pointer[i];
      }
    }
    pointer.remove_prefix(end);
    const Json* next = nullptr;
    if (const auto* object = std::get_if<Json::Object>(&at->value())) {
      for (const auto& [name, member] : *object) {
        next = name == key ? &member : next;
      }
    } else if (const auto* array = std::get_if<Json::Array>(&at->value())) {
      std::size_t index = array->size();
      std::from_chars(key.data(), key.data() + key.size(), index);
      next = index < array->size() ? &(*array)[index] : nullptr;
    }
    at = next;
  }
  return at;
}

// Cut at a character, not within one.
std::string shortened(std::string_view text) {
  if (text.size() <= longest_value) {
    return std::string{text};
  }
  std::size_t end = longest_value;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return std::string{text.substr(0, end)} + "…";
}

}  // namespace

Json::Object envelope_json(const Envelope& envelope, std::string_view event_name) {
  Json::Object out{{"schema", 1}, {"event", event_name}};
  if (envelope.sequence != 0) {
    out.emplace_back("sequence", envelope.sequence);
  }
  out.emplace_back("subject", envelope.subject);
  out.emplace_back("legal_day", envelope.legal_day.to_string());
  out.emplace_back("recorded_on", envelope.recorded_on.to_string());
  const auto group = [&](const char* key, std::initializer_list<std::pair<const char*, const std::string*>> parts) {
    Json::Object inner;
    for (const auto& [name, value] : parts) {
      if (!value->empty()) {
        inner.emplace_back(name, *value);
      }
    }
    if (!inner.empty()) {
      out.emplace_back(key, std::move(inner));
    }
  };
  group("by",
        {{"actor", &envelope.by.actor}, {"role", &envelope.by.role}, {"on_behalf_of", &envelope.by.on_behalf_of}});
  group("source", {{"document", &envelope.source.document}, {"row", &envelope.source.row}});
  if (!envelope.rulebook.empty()) {
    out.emplace_back("rulebook", envelope.rulebook);
  }
  if (!envelope.calendar.empty()) {
    out.emplace_back("calendar", envelope.calendar);
  }
  if (envelope.corrects) {
    out.emplace_back("corrects", *envelope.corrects);
  }
  return out;
}

ReadEnvelope envelope_from_json(const JsonCursor& at, std::string_view module) {
  at.object({"schema", "event", "subject", "legal_day", "recorded_on", "data"},
            {"sequence", "by", "source", "rulebook", "calendar", "corrects"});
  (void)at.at("schema").integer(1, 1);
  const auto& name = at.at("event").string();
  if (name.size() <= module.size() + 1 || name.compare(0, module.size(), module) != 0 || name[module.size()] != '.') {
    at.at("event").fail(ErrorCode::json_bad_value, "\"" + name + "\" is no event of " + std::string{module});
  }
  Envelope out{at.at("subject").string(), at.at("legal_day").date(), at.at("recorded_on").date()};
  if (out.subject.empty()) {
    at.at("subject").fail(ErrorCode::json_bad_value, "an event names its subject");
  }
  if (const auto sequence = at.find("sequence")) {
    out.sequence = sequence->integer(1, INT64_MAX);
  }
  const auto text = [](const std::optional<JsonCursor>& found) { return found ? found->string() : std::string{}; };
  if (const auto by = at.find("by")) {
    by->object({"actor"}, {"role", "on_behalf_of"});
    out.by = {by->at("actor").string(), text(by->find("role")), text(by->find("on_behalf_of"))};
  }
  if (const auto source = at.find("source")) {
    source->object({"document"}, {"row"});
    out.source = {source->at("document").string(), text(source->find("row"))};
  }
  out.rulebook = text(at.find("rulebook"));
  out.calendar = text(at.find("calendar"));
  if (const auto corrects = at.find("corrects")) {
    out.corrects = corrects->integer(1, INT64_MAX);
  }
  return {std::move(out), name.substr(module.size() + 1)};
}

std::vector<std::pair<std::int64_t, std::string_view>> lines_of(std::string_view bytes) {
  std::vector<std::pair<std::int64_t, std::string_view>> out;
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") {
    bytes.remove_prefix(3);
  }
  std::int64_t number = 0;
  while (!bytes.empty()) {
    const auto end = std::min(bytes.find('\n'), bytes.size());
    auto line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    ++number;
    if (!line.empty() && line.back() == '\r') {
      line.remove_suffix(1);
    }
    if (line.find_first_not_of(" \t") != std::string_view::npos) {
      out.emplace_back(number, line);
    }
  }
  return out;
}

RejectedLine rejected_line(std::int64_t number, std::string_view line, const ParseError& error) {
  RejectedLine out{number, error.pointer(), {}, {}};
  // The message begins with the place, which has fields of its own here.
  const auto& message = error.message();
  const auto place = error.file() + (error.pointer().empty() ? "" : (error.pointer().front() == '/' ? "#" : ":")) +
                     error.pointer() + ": ";
  out.rule = message.compare(0, place.size(), place) == 0 ? message.substr(place.size()) : message;
  if (error.code() == ErrorCode::json_syntax || error.code() == ErrorCode::too_large ||
      error.code() == ErrorCode::json_duplicate_key) {
    out.value = shortened(line);
    return out;
  }
  const auto json = parse_json(line, error.file());
  if (const auto* value = value_at(json, error.pointer())) {
    out.value = shortened(value->dump());
  }
  return out;
}

Decimal decimal_from_json(const JsonCursor& at) {
  const auto& text = at.string();
  const bool negative = !text.empty() && text.front() == '-';
  Decimal out;
  bool point = false;
  int digits = 0;
  for (std::size_t i = negative ? 1 : 0; i < text.size(); ++i) {
    if (text[i] == '.' && !point && digits > 0) {
      point = true;
    } else if (text[i] >= '0' && text[i] <= '9' && digits < 18 && out.decimals < 9) {
      out.unscaled = out.unscaled * 10 + (text[i] - '0');
      out.decimals += point ? 1 : 0;
      ++digits;
    } else {
      digits = 0;
      break;
    }
  }
  if (digits == 0 || text.back() == '.') {
    at.fail(ErrorCode::json_bad_value, "\"" + text + "\" is no decimal number");
  }
  out.unscaled = negative ? -out.unscaled : out.unscaled;
  return out;
}

ContentDigest digest_from_json(const JsonCursor& at) {
  try {
    return ContentDigest::parse(at.string());
  } catch (const InvalidArgumentError& error) {
    at.fail(ErrorCode::json_bad_value, error.message());
  }
}

}  // namespace gongkai::detail
