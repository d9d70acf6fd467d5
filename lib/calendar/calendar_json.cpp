// SPDX-License-Identifier: Apache-2.0
// Our own calendar format, strictly read and written.
#include <algorithm>
#include <utility>

#include "calendar/calendar_data.hpp"
#include "detail/json_reader.hpp"

namespace gongkai::detail {
namespace {

constexpr std::string_view effects[] = {"adds", "replaces", "extends", "cancels"};

// Half a day has no place in a calendar that knows worked and not worked; said in words, not as an unknown key.
void refuse_half_day(const JsonCursor& entry) {
  for (const auto* const key : {"half", "half_day", "part", "hours", "until"}) {
    if (const auto found = entry.find(key)) {
      found->fail(ErrorCode::json_bad_value,
                  "half days are not supported: a day is worked or not; leave out the day if it is worked in part");
    }
  }
}

std::vector<NamedDay> named_days(const JsonCursor& list) {
  std::vector<NamedDay> out;
  for (const auto& entry : list.elements()) {
    refuse_half_day(entry);
    entry.object({"date", "name"});
    out.push_back(NamedDay{entry.at("date").date(), entry.at("name").string(), entry.pointer()});
  }
  return out;
}

std::vector<Date> dates(const JsonCursor& object, std::string_view key) {
  std::vector<Date> out;
  if (const auto list = object.find(key)) {
    for (const auto& element : list->elements()) {
      out.push_back(element.date());
    }
  }
  return out;
}

std::string optional_string(const JsonCursor& object, std::string_view key) {
  const auto found = object.find(key);
  return found ? found->string() : std::string{};
}

Amendment read_amendment(const JsonCursor& at) {
  at.object({"notice", "published", "holiday", "effect"}, {"off_added", "off_removed", "work_added", "work_removed"});
  const auto& effect = at.at("effect").string();
  if (std::find(std::begin(effects), std::end(effects), effect) == std::end(effects)) {
    at.at("effect").fail(ErrorCode::json_bad_value, "one of adds, replaces, extends, cancels is expected here");
  }
  return Amendment{at.at("notice").string(),
                   at.at("published").date(),
                   at.at("holiday").string(),
                   effect,
                   dates(at, "off_added"),
                   dates(at, "off_removed"),
                   dates(at, "work_added"),
                   dates(at, "work_removed"),
                   at.pointer()};
}

NoticeYear read_year(const std::string& key, const JsonCursor& at) {
  const auto day = Date::try_parse(key + "-01-01");
  if (!day) {
    at.fail(ErrorCode::json_bad_value, "\"" + key + "\" is no year; years are written YYYY");
  }
  at.object({"off", "work"}, {"notice", "published", "source", "amendments"});
  NoticeYear out{};
  out.year = day->year();
  out.notice = optional_string(at, "notice");
  if (const auto published = at.find("published")) {
    out.published = published->date();
  }
  out.source = optional_string(at, "source");
  if (const auto amendments = at.find("amendments")) {
    for (const auto& element : amendments->elements()) {
      out.amendments.push_back(read_amendment(element));
    }
  }
  out.off = named_days(at.at("off"));
  out.work = named_days(at.at("work"));
  out.file = at.file();
  out.pointer = at.pointer();
  return out;
}

Weekday read_weekday(const JsonCursor& at) {
  for (int day = 1; day <= 7; ++day) {
    if (at.string() == to_string(static_cast<Weekday>(day))) {
      return static_cast<Weekday>(day);
    }
  }
  at.fail(ErrorCode::json_bad_value,
          "\"" + at.string() + "\" is no weekday (monday … sunday); half days are not supported");
}

RestDays read_weekend(const JsonCursor& list) {
  RestDays out{};
  for (const auto& element : list.elements()) {
    auto& rest = out[static_cast<std::size_t>(read_weekday(element)) - 1];
    if (rest) {
      element.fail(ErrorCode::json_bad_value, "this weekday stands twice");
    }
    rest = true;
  }
  return out;
}

DayOverride read_override(const JsonCursor& at) {
  refuse_half_day(at);
  at.object({"date", "kind", "source"}, {"name"});
  const auto& kind = at.at("kind").string();
  if (kind != "closure" && kind != "working_day") {
    at.at("kind").fail(ErrorCode::json_bad_value, "closure or working_day is expected here");
  }
  return DayOverride{at.at("date").date(),
                     kind == "closure" ? DayOverride::Kind::closure : DayOverride::Kind::working_day,
                     at.at("source").string(), optional_string(at, "name")};
}

Json::Array to_json(const std::vector<Date>& days) {
  Json::Array out;
  for (const Date date : days) {
    out.emplace_back(date.to_string());
  }
  return out;
}

Json::Array to_json(const std::vector<NamedDay>& days) {
  Json::Array out;
  for (const auto& day : days) {
    out.emplace_back(Json::Object{{"date", day.date.to_string()}, {"name", day.name}});
  }
  return out;
}

Json to_json(const Amendment& amendment) {
  Json::Object out{{"notice", amendment.notice},
                   {"published", amendment.published.to_string()},
                   {"holiday", amendment.holiday},
                   {"effect", amendment.effect}};
  const std::pair<const char*, const std::vector<Date>*> lists[] = {{"off_added", &amendment.off_added},
                                                                    {"off_removed", &amendment.off_removed},
                                                                    {"work_added", &amendment.work_added},
                                                                    {"work_removed", &amendment.work_removed}};
  for (const auto& [key, days] : lists) {
    out.emplace_back(key, to_json(*days));
  }
  return out;
}

Json to_json(const NoticeYear& year) {
  Json::Object out;
  if (!year.notice.empty()) {
    out.emplace_back("notice", year.notice);
  }
  if (year.published) {
    out.emplace_back("published", year.published->to_string());
  }
  if (!year.source.empty()) {
    out.emplace_back("source", year.source);
  }
  if (!year.amendments.empty()) {
    Json::Array amendments;
    for (const auto& amendment : year.amendments) {
      amendments.push_back(to_json(amendment));
    }
    out.emplace_back("amendments", std::move(amendments));
  }
  out.emplace_back("off", to_json(year.off));
  out.emplace_back("work", to_json(year.work));
  return out;
}

std::string year_key(int year) { return Date{year, 1, 1}.to_string().substr(0, 4); }

}  // namespace

CalendarData read_calendar(std::string_view bytes, const std::string& file, const ReadLimits& limits) {
  const Json json = parse_json(bytes, file, limits);
  const JsonCursor root{json, file};
  root.object({"schema", "country", "covers", "years"}, {"note", "authority", "weekend", "overrides"});
  static_cast<void>(root.at("schema").integer(1, 1));
  const auto covers = root.at("covers");
  covers.object({"from", "to"});
  CalendarData out{file,
                   root.at("country").string(),
                   optional_string(root, "authority"),
                   covers.at("from").date(),
                   covers.at("to").date(),
                   {},
                   {},
                   {},
                   std::nullopt};
  const auto weekend = root.find("weekend");
  out.weekend = weekend ? read_weekend(*weekend) : RestDays{false, false, false, false, false, true, true};
  for (const auto& [key, year] : root.at("years").members()) {
    out.years.push_back(read_year(key, year));
  }
  // JSON objects have no order, years do.
  std::stable_sort(out.years.begin(), out.years.end(),
                   [](const NoticeYear& a, const NoticeYear& b) { return a.year < b.year; });
  if (const auto overrides = root.find("overrides")) {
    for (const auto& element : overrides->elements()) {
      out.overrides.push_back(read_override(element));
    }
  }
  return out;
}

std::string write_calendar(const CalendarData& data) {
  Json::Object out{{"schema", 1}, {"country", data.country}};
  if (!data.authority.empty()) {
    out.emplace_back("authority", data.authority);
  }
  out.emplace_back("covers", Json::Object{{"from", data.first.to_string()}, {"to", data.last.to_string()}});
  Json::Array weekend;
  for (int day = 1; day <= 7; ++day) {
    if (rests(data.weekend, static_cast<Weekday>(day))) {
      weekend.emplace_back(to_string(static_cast<Weekday>(day)));
    }
  }
  out.emplace_back("weekend", std::move(weekend));
  Json::Object years;
  for (const auto& year : data.years) {
    years.emplace_back(year_key(year.year), to_json(year));
  }
  out.emplace_back("years", std::move(years));
  if (!data.overrides.empty()) {
    Json::Array overrides;
    for (const auto& day : data.overrides) {
      Json::Object entry{{"date", day.date.to_string()},
                         {"kind", day.kind == DayOverride::Kind::closure ? "closure" : "working_day"},
                         {"source", day.source}};
      if (!day.name.empty()) {
        entry.emplace_back("name", day.name);
      }
      overrides.emplace_back(std::move(entry));
    }
    out.emplace_back("overrides", std::move(overrides));
  }
  return Json{std::move(out)}.dump();
}

}  // namespace gongkai::detail
