// SPDX-License-Identifier: Apache-2.0
// Events as JSON and as words.

#include <algorithm>
#include <cctype>

#include <gongkai/error.hpp>

#include "clock/event_words.hpp"

namespace gongkai {
namespace detail {
namespace {

class EventReader {
 public:
  EventReader(const EventMembers& members, const Rulebook& rulebook, const std::string& file,
              const std::string& pointer)
      : members_{&members}, rulebook_{&rulebook}, file_{&file}, pointer_{&pointer} {}

  [[nodiscard]] const std::string* find(std::string_view key) const {
    for (const auto& [name, value] : *members_) {
      if (name == key) {
        return &value;
      }
    }
    return nullptr;
  }

  [[noreturn]] void fail(ErrorCode code, std::string_view key, const std::string& message) const {
    throw ParseError{code, *file_, *pointer_ + "/" + std::string{key}, message};
  }

  [[nodiscard]] std::optional<Date> date(std::string_view key) const {
    const std::string* text = find(key);
    if (text == nullptr) {
      return std::nullopt;
    }
    const auto day = Date::try_parse(*text);
    if (!day) {
      fail(ErrorCode::json_bad_value, key, "\"" + *text + "\" is no day; days are written YYYY-MM-DD");
    }
    return day;
  }

  [[nodiscard]] std::optional<std::int32_t> integer(std::string_view key, std::int32_t low, std::int32_t high) const {
    const std::string* text = find(key);
    if (text == nullptr) {
      return std::nullopt;
    }
    std::int64_t value = 0;
    const bool digits = !text->empty() && text->size() <= 6 &&
                        std::all_of(text->begin(), text->end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    for (const char c : digits ? *text : std::string{}) {
      value = value * 10 + (c - '0');
    }
    if (!digits || value < low || value > high) {
      fail(ErrorCode::json_bad_value, key,
           "\"" + *text + "\" is no number from " + std::to_string(low) + " to " + std::to_string(high));
    }
    return static_cast<std::int32_t>(value);
  }

  [[nodiscard]] bool flag(std::string_view key, bool fallback) const {
    const std::string* text = find(key);
    if (text == nullptr) {
      return fallback;
    }
    if (*text != "true" && *text != "false") {
      fail(ErrorCode::json_bad_value, key, "\"" + *text + "\" is neither true nor false");
    }
    return *text == "true";
  }

  [[nodiscard]] std::optional<Code> code(std::string_view key, std::string_view taxonomy) const {
    const std::string* text = find(key);
    if (text == nullptr) {
      return std::nullopt;
    }
    const Taxonomy list = rulebook_->taxonomy(taxonomy);
    const TaxonomyMember* member = list.find(*text);
    if (member == nullptr) {
      member = list.find_label(*text);
    }
    if (member == nullptr) {
      std::string known;
      for (const TaxonomyMember& each : list.members()) {
        known += (known.empty() ? "" : ", ") + std::string{each.code.token()};
      }
      fail(ErrorCode::json_bad_value, key, "\"" + *text + "\" is none of " + known);
    }
    return member->code;
  }

  template <typename Enum, std::size_t N>
  [[nodiscard]] Enum word(std::string_view key, const std::array<std::string_view, N>& words, Enum fallback) const {
    const std::string* text = find(key);
    if (text == nullptr) {
      return fallback;
    }
    const auto found = std::find(words.begin(), words.end(), *text);
    if (found == words.end()) {
      std::string known;
      for (const auto each : words) {
        known += (known.empty() ? "" : ", ") + std::string{each};
      }
      fail(ErrorCode::json_bad_value, key, "\"" + *text + "\" is none of " + known);
    }
    return static_cast<Enum>(found - words.begin());
  }

 private:
  const EventMembers* members_;
  const Rulebook* rulebook_;
  const std::string* file_;
  const std::string* pointer_;
};

constexpr std::string_view keys[] = {"event",         "on",          "decided", "posted",      "delivered",
                                     "until",         "days",        "channel", "body",        "outcome",
                                     "service",       "basis",       "partly",  "good_reason", "refused",
                                     "remedies_told", "real_estate", "party",   "year"};

}  // namespace

EventMembers members_of(const ClockEvent& e) {
  EventMembers out{{"event", std::string{to_string(e.kind)}}, {"on", e.on.to_string()}};
  const auto day = [&](const char* key, const std::optional<Date>& value) {
    if (value) {
      out.emplace_back(key, value->to_string());
    }
  };
  const auto code = [&](const char* key, const std::optional<Code>& value) {
    if (value) {
      out.emplace_back(key, std::string{value->token()});
    }
  };
  day("decided", e.decided);
  day("posted", e.posted);
  day("delivered", e.delivered);
  day("until", e.until);
  if (e.days) {
    out.emplace_back("days", std::to_string(e.days->count()));
  }
  code("channel", e.channel);
  code("body", e.body);
  code("outcome", e.outcome);
  if (e.service != ServiceWay::unstated) {
    out.emplace_back("service", std::string{to_string(e.service)});
  }
  if (e.basis != Consultation::joint_author) {
    out.emplace_back("basis", std::string{to_string(e.basis)});
  }
  const auto flag = [&](const char* key, bool differs, const char* value) {
    if (differs) {
      out.emplace_back(key, value);
    }
  };
  flag("partly", e.extent == Extent::partly, "true");
  flag("good_reason", e.excuse == Excuse::good_reason, "true");
  flag("refused", e.signature == Signature::refused, "true");
  flag("remedies_told", e.remedies == RemedyNotice::not_told, "false");
  flag("real_estate", e.subject == ActSubject::real_estate, "true");
  if (!e.party.empty()) {
    out.emplace_back("party", e.party);
  }
  return out;
}

Json event_json(const ClockEvent& event) {
  Json::Object object;
  for (auto& [key, value] : members_of(event)) {
    if (key == "days") {
      object.emplace_back(key, std::int64_t{event.days->count()});
    } else if (key != "party" && (value == "true" || value == "false")) {
      object.emplace_back(key, value == "true");
    } else {
      object.emplace_back(key, value);
    }
  }
  return object;
}

ClockEvent event_from(const EventMembers& members, const Rulebook& rulebook, const std::string& file,
                      const std::string& pointer) {
  const EventReader read{members, rulebook, file, pointer};
  for (const auto& member : members) {
    const auto& key = member.first;
    if (std::find(std::begin(keys), std::end(keys), key) == std::end(keys)) {
      read.fail(ErrorCode::json_unknown_key, key, "no such key of an event");
    }
    if (std::count_if(members.begin(), members.end(), [&](const auto& other) { return other.first == key; }) > 1) {
      read.fail(ErrorCode::json_duplicate_key, key, "stands twice");
    }
  }
  const std::string* name = read.find("event");
  if (name == nullptr) {
    read.fail(ErrorCode::json_missing_key, "event", "what happened is missing");
  }
  const auto kind = parse_clock_event_kind(*name);
  if (!kind) {
    read.fail(ErrorCode::json_bad_value, "event", "\"" + *name + "\" is no event that a clock knows");
  }
  std::optional<Date> on = read.date("on");
  const auto year = read.integer("year", 1, 9998);
  if (!on && year) {
    on = Date{*year, 12, 31};
  }
  const auto posted = read.date("posted");
  const auto delivered = read.date("delivered");
  const auto decided = read.date("decided");
  // The way of service decides which of a document's days stands for it; without one, the first on its way out.
  const ServiceWay service = read.word("service", service_ways, ServiceWay::unstated);
  if (!on) {
    const bool by_hand = service == ServiceWay::direct || service == ServiceWay::entrusted;
    on = by_hand && delivered ? delivered : posted ? posted : delivered ? delivered : decided;
  }
  if (!on) {
    read.fail(ErrorCode::json_missing_key, "on", "the day is missing");
  }
  ClockEvent event{*kind, *on};
  event.decided = decided;
  event.posted = posted;
  event.delivered = delivered;
  event.until = read.date("until");
  if (const auto days = read.integer("days", 0, 36500)) {
    event.days = WorkingDays{*days};
  }
  event.channel = read.code("channel", "channel");
  event.body = read.code("body", "body");
  event.outcome = read.code("outcome", "outcome");
  event.service = service;
  event.basis = read.word("basis", consultations, Consultation::joint_author);
  event.extent = read.flag("partly", false) ? Extent::partly : Extent::whole;
  event.excuse = read.flag("good_reason", false) ? Excuse::good_reason : Excuse::none;
  event.signature = read.flag("refused", false) ? Signature::refused : Signature::given;
  event.remedies = read.flag("remedies_told", true) ? RemedyNotice::told : RemedyNotice::not_told;
  event.subject = read.flag("real_estate", false) ? ActSubject::real_estate : ActSubject::other;
  if (const std::string* party = read.find("party")) {
    event.party = *party;
  }
  return event;
}

}  // namespace detail

ClockHistory ClockHistory::from_json(std::string_view bytes, const std::string& file, const Rulebook& rulebook) {
  const detail::Json json = detail::parse_json(bytes, file);
  ClockHistory history;
  for (const auto& element : detail::JsonCursor{json, file}.elements()) {
    detail::EventMembers members;
    for (const auto& [key, value] : element.members()) {
      const bool flag =
          key == "partly" || key == "good_reason" || key == "refused" || key == "remedies_told" || key == "real_estate";
      const bool number = key == "days" || key == "year";
      members.emplace_back(key, flag     ? std::string{value.boolean() ? "true" : "false"}
                                : number ? std::to_string(value.integer(0, 36500))
                                         : value.string());
    }
    history.add(detail::event_from(members, rulebook, file, element.pointer()));
  }
  return history;
}

std::string ClockHistory::to_json() const {
  detail::Json::Array list;
  for (const ClockEvent& event : events_) {
    list.push_back(detail::event_json(event));
  }
  return detail::Json{std::move(list)}.dump();
}

ClockEvent parse_clock_event(std::string_view text, const Rulebook& rulebook) {
  detail::EventMembers members;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t", i);
    if (begin == std::string_view::npos) {
      break;
    }
    const std::size_t end = std::min(text.find_first_of(" \t", begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    const std::size_t equals = word.find('=');
    if (equals != std::string_view::npos) {
      members.emplace_back(word.substr(0, equals), word.substr(equals + 1));
    } else if (members.empty()) {
      members.emplace_back("event", word);
    } else if (Date::try_parse(word)) {
      members.emplace_back("on", word);
    } else {
      members.emplace_back(word, "true");  // partly, good_reason, refused, real_estate
    }
    i = end;
  }
  return detail::event_from(members, rulebook, "event", "");
}

}  // namespace gongkai
