// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gongkai/error.hpp>

#include "calendar/amendments.hpp"
#include "calendar/foreign_formats.hpp"

namespace gongkai::detail {
namespace {

[[noreturn]] void refuse(const std::string& file, const NamedDay& day) {
  throw RulebookError{ErrorCode::calendar_contradicts, file, day.pointer,
                      day.date.to_string() + " is listed both as off and as worked (CAL.BOTH)"};
}

}  // namespace

DayCollector::DayCollector(std::string country, std::string authority, RestDays weekend)
    : data_{{}, std::move(country), std::move(authority), Date{1, 1, 1}, Date{1, 1, 1}, weekend, {}, {}, std::nullopt} {
}

NoticeYear& DayCollector::year_of(int year, const std::string& file) {
  const auto at = std::lower_bound(data_.years.begin(), data_.years.end(), year,
                                   [](const NoticeYear& other, int wanted) { return other.year < wanted; });
  if (at != data_.years.end() && at->year == year) {
    return *at;
  }
  NoticeYear fresh{};
  fresh.year = year;
  fresh.file = file;
  return *data_.years.insert(at, std::move(fresh));
}

void DayCollector::cover(int year, const std::string& file, const std::string& source) {
  NoticeYear& entry = year_of(year, file);
  if (!source.empty()) {
    entry.source = source;
  }
}

void DayCollector::insert(std::vector<NamedDay>& list, const std::vector<NamedDay>& other, const std::string& file,
                          NamedDay day) {
  if (find_day(other, day.date) != other.end()) {
    refuse(file, day);
  }
  const auto at = std::lower_bound(list.begin(), list.end(), day.date,
                                   [](const NamedDay& listed, Date wanted) { return listed.date < wanted; });
  if (at == list.end() || at->date != day.date) {
    list.insert(at, std::move(day));
  }
}

void DayCollector::off(int year, const std::string& file, NamedDay day) {
  if (ordinary_.count(day.date) != 0) {
    refuse(file, day);
  }
  NoticeYear& entry = year_of(year, file);
  insert(entry.off, entry.work, file, std::move(day));
}

void DayCollector::work(int year, const std::string& file, NamedDay day) {
  NoticeYear& entry = year_of(year, file);
  if (rests(data_.weekend, day.date.weekday()) || find_day(entry.off, day.date) != entry.off.end()) {
    insert(entry.work, entry.off, file, std::move(day));
  } else {
    ordinary_.insert(day.date);
  }
}

CalendarData DayCollector::take(const std::string& file, std::optional<std::pair<Date, Date>> covers) {
  if (data_.years.empty() && !covers) {
    throw RulebookError{ErrorCode::calendar_contradicts, file, "", "no day off stands in it: nothing is covered"};
  }
  data_.file = file;
  if (covers) {
    std::tie(data_.first, data_.last) = *covers;
  } else {
    data_.first = Date{data_.years.front().year, 1, 1};
    data_.last = Date{data_.years.back().year, 12, 31};
  }
  return std::move(data_);
}

}  // namespace gongkai::detail
