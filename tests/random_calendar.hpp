// SPDX-License-Identifier: Apache-2.0
#pragma once
// Calendars that no notice ever ordered, the same on every machine; and how anybody would count in them without tables.

#include <gongkai/calendar/work_calendar.hpp>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace gongkai::testing {

/// Not std::uniform_int_distribution: its results differ between standard libraries.
class Random {
 public:
  explicit Random(unsigned seed) : engine_{seed} {}
  int between(int low, int high) { return low + static_cast<int>(engine_() % static_cast<unsigned>(high - low + 1)); }
  bool once_in(int n) { return between(1, n) == 1; }

 private:
  std::mt19937 engine_;
};

/// A calendar and the naive truth about it.
struct RandomCalendar {
  std::map<Date, bool> worked;  // every covered day
  WorkCalendar calendar;

  [[nodiscard]] Date first() const { return worked.begin()->first; }
  [[nodiscard]] Date last() const { return worked.rbegin()->first; }

  /// The n-th working day, found by walking; nothing when it leaves the known days.
  [[nodiscard]] std::optional<Date> walk(Date from, int n) const {
    if (n == 0) {
      return worked.count(from) != 0 ? std::optional<Date>{from} : std::nullopt;
    }
    for (Date date = from; n != 0;) {
      date = date + CalendarDays{n > 0 ? 1 : -1};
      const auto day = worked.find(date);
      if (day == worked.end()) {
        return std::nullopt;
      }
      if (day->second) {
        n += n > 0 ? -1 : 1;
        if (n == 0) {
          return date;
        }
      }
    }
    return std::nullopt;
  }
  /// Working days in (a, b], one by one.
  [[nodiscard]] std::optional<int> count(Date a, Date b) const {
    if (b < a) {
      const auto reverse = count(b, a);
      return reverse ? std::optional<int>{-*reverse} : std::nullopt;
    }
    int out = 0;
    for (Date date = a; date < b;) {
      date = date + CalendarDays{1};
      const auto day = worked.find(date);
      if (day == worked.end()) {
        return std::nullopt;
      }
      out += day->second ? 1 : 0;
    }
    return out;
  }
};

inline RandomCalendar random_calendar(unsigned seed) {
  Random random{seed};
  const int first_year = random.between(1950, 2040);
  const int years = random.between(1, 4);
  bool rest[7] = {};
  for (int i = random.between(0, 3); i > 0; --i) {
    rest[random.between(0, 6)] = true;
  }
  const Date first{first_year, random.between(1, 6), random.between(1, 28)};
  const Date last{first_year + years - 1, random.between(7, 12), random.between(1, 28)};
  const int off_rate = random.between(4, 40);
  const int work_rate = random.between(2, 10);

  std::map<Date, bool> worked;
  std::string json = R"({"schema":1,"country":"XA","covers":{"from":")" + first.to_string() + R"(","to":")" +
                     last.to_string() + R"("},"weekend":[)";
  const char* separator = "";
  for (int day = 0; day < 7; ++day) {
    if (rest[day]) {
      json += std::string{separator} + "\"" + std::string{to_string(static_cast<Weekday>(day + 1))} + "\"";
      separator = ",";
    }
  }
  json += R"(],"years":{)";
  for (int year = first_year; year < first_year + years; ++year) {
    std::string off;
    std::string work;
    for (Date date{year, 1, 1}; date.year() == year; date = date + CalendarDays{1}) {
      const bool weekend = rest[static_cast<int>(date.weekday()) - 1];
      const bool is_off = random.once_in(off_rate);
      const bool is_work = !is_off && weekend && random.once_in(work_rate);
      auto& list = is_off ? off : work;
      if (is_off || is_work) {
        list += std::string{list.empty() ? "" : ","} + R"({"date":")" + date.to_string() + R"(","name":"x"})";
      }
      if (first <= date && date <= last) {
        worked[date] = is_work || (!weekend && !is_off);
      }
    }
    json += std::string{year == first_year ? "" : ","} + "\"" + std::to_string(year) + R"(":{"off":[)" + off +
            R"(],"work":[)" + work + "]}";
  }
  WorkCalendar calendar = WorkCalendar::from_json(json + "}}", "random " + std::to_string(seed));

  std::vector<DayOverride> overrides;
  for (auto& [date, is_worked] : worked) {
    if (random.once_in(60)) {
      is_worked = random.once_in(2);
      overrides.push_back({date, is_worked ? DayOverride::Kind::working_day : DayOverride::Kind::closure, "somebody"});
    }
  }
  return RandomCalendar{std::move(worked), calendar.with_overrides(overrides)};
}

}  // namespace gongkai::testing
