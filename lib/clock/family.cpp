// SPDX-License-Identifier: Apache-2.0
#include "clock/family.hpp"

#include <algorithm>
#include <map>

#include <gongkai/base/date.hpp>
#include <gongkai/error.hpp>

#include "detail/embedded.hpp"
#include "detail/json_reader.hpp"

namespace gongkai::detail {
namespace {

struct Bounds {
  std::int32_t off_before, off_after, weekdays_off, make_up_days, make_up_before, make_up_after;
};

// First and last statutory day, from the day of the festival.
using Offsets = std::map<std::string, std::pair<std::int32_t, std::int32_t>>;

[[noreturn]] void refuse(const JsonCursor& at, const std::string& message) {
  throw RulebookError{ErrorCode::calendar_contradicts, at.file(), at.pointer(), message};
}

std::int32_t small(const JsonCursor& at, std::string_view key, std::int64_t low, std::int64_t high) {
  return static_cast<std::int32_t>(at.at(key).integer(low, high));
}

HolidayBounds place(std::int32_t festival, std::pair<std::int32_t, std::int32_t> offsets, const Bounds& bounds) {
  HolidayBounds out{};
  const std::int32_t first = festival + offsets.first;
  const std::int32_t last = festival + offsets.second;
  for (std::int32_t day = first; day <= last; ++day) {
    out.statutory.push_back(day);
  }
  out.off_first = first - bounds.off_before;
  out.off_last = last + bounds.off_after;
  out.weekdays_off = bounds.weekdays_off;
  out.work_first = first - bounds.make_up_before;
  out.work_last = last + bounds.make_up_after;
  out.weekend_days_worked = bounds.make_up_days;
  return out;
}

}  // namespace

CalendarFamily CalendarFamily::parse(std::string_view bytes, const std::string& file) {
  try {
    const Json json = parse_json(bytes, file);
    const JsonCursor root{json, file};
    root.object({"schema", "country", "note", "decrees", "bounds", "fixed", "moving"});
    (void)root.at("schema").integer(1, 1);
    std::map<std::int32_t, Offsets> decrees;
    for (const auto& decree : root.at("decrees").elements()) {
      decree.object({"from_year", "instrument", "article", "days"});
      Offsets& offsets = decrees[small(decree, "from_year", 1949, 9999)];
      for (const auto& day : decree.at("days").elements()) {
        day.object({"holiday", "first", "last"});
        offsets[day.at("holiday").string()] = {small(day, "first", -30, 30), small(day, "last", -30, 30)};
      }
    }
    std::map<std::string, Bounds> bounds;
    for (const auto& b : root.at("bounds").elements()) {
      b.object(
          {"holiday", "off_before", "off_after", "weekdays_off", "make_up_days", "make_up_before", "make_up_after"});
      bounds[b.at("holiday").string()] = {small(b, "off_before", 0, 60),     small(b, "off_after", 0, 60),
                                          small(b, "weekdays_off", 0, 60),   small(b, "make_up_days", 0, 60),
                                          small(b, "make_up_before", 0, 60), small(b, "make_up_after", 0, 60)};
    }
    CalendarFamily out;
    std::int64_t expected_year = 0;
    for (const auto& moving : root.at("moving").elements()) {
      std::map<std::string, Date> festivals;
      const auto year = moving.at("year").integer(1949, 9998);
      if (expected_year != 0 && year != expected_year) {
        refuse(moving, "the years must follow one another");
      }
      expected_year = year + 1;
      for (const auto& [name, day] : moving.members()) {
        if (name != "year") {
          festivals.insert_or_assign(name, day.date());
        }
      }
      for (const auto& [name, day] : root.at("fixed").members()) {
        festivals.insert_or_assign(name, Date::parse(std::to_string(year) + "-" + day.string()));
      }
      const auto decree = decrees.upper_bound(static_cast<std::int32_t>(year));
      if (decree == decrees.begin()) {
        refuse(moving, "no decree for this year");
      }
      for (const auto& [holiday, offsets] : std::prev(decree)->second) {
        const auto festival = festivals.find(holiday);
        const auto bound = bounds.find(holiday);
        if (festival == festivals.end() || bound == bounds.end()) {
          refuse(moving, "no day or no bounds for " + holiday);
        }
        out.holidays_.push_back(place(festival->second.to_ordinal(), offsets, bound->second));
      }
      if (out.first_ == 0) {
        out.first_ = Date{static_cast<int>(year), 1, 1}.to_ordinal();
      }
      // The next year's notice may already order the last days of December: bounds end before it could.
      out.last_ = Date{static_cast<int>(year), 12, 10}.to_ordinal();
    }
    if (out.holidays_.empty()) {
      refuse(root.at("moving"), "no year");
    }
    std::sort(out.holidays_.begin(), out.holidays_.end(),
              [](const HolidayBounds& a, const HolidayBounds& b) { return a.off_first < b.off_first; });
    return out;
  } catch (const ParseError& error) {
    throw RulebookError{ErrorCode::calendar_contradicts, error.file(), error.pointer(), error.message()};
  }
}

const CalendarFamily* CalendarFamily::builtin(std::string_view country) {
  static const std::string path = "cn/calendar/family.json";
  static const CalendarFamily china = parse(embedded_file(path).value_or("null"), path);
  return country == "CN" ? &china : nullptr;
}

FamilyCount::FamilyCount(const CalendarFamily& family, std::uint8_t weekend_bits)
    : family_{&family},
      weekend_bits_{weekend_bits},
      off_(family.holidays().size()),
      worked_(family.holidays().size()) {}

bool FamilyCount::weekend(std::int32_t day) const noexcept {
  const int from_monday = (day % 7 + 10) % 7;  // 1970-01-01 was a Thursday
  return ((weekend_bits_ >> from_monday) & 1U) != 0;
}

void FamilyCount::add(std::int32_t day) {
  const bool rest = weekend(day);
  bool may_be_worked = false;
  bool statutory = false;
  const auto& holidays = family_->holidays();
  for (std::size_t i = 0; i < holidays.size(); ++i) {
    const HolidayBounds& holiday = holidays[i];
    if (rest) {
      if (day >= holiday.work_first && day <= holiday.work_last) {
        may_be_worked = true;
        if (worked_[i] < holiday.weekend_days_worked) {
          ++worked_[i];
          ++most_worked_;  // a day in two windows counts for both: the bound stays a bound
        }
      }
      continue;
    }
    if (day >= holiday.off_first && day <= holiday.off_last && off_[i] < holiday.weekdays_off) {
      ++off_[i];
      ++most_off_;  // likewise
    }
    statutory =
        statutory || std::find(holiday.statutory.begin(), holiday.statutory.end(), day) != holiday.statutory.end();
  }
  weekdays_ += rest ? 0 : 1;
  surely_off_ += statutory ? 1 : 0;
  perhaps_worked_ += may_be_worked ? 1 : 0;
}

bool FamilyCount::surely_worked(std::int32_t day) const {
  if (weekend(day) || day > family_->last()) {
    return false;
  }
  for (const HolidayBounds& holiday : family_->holidays()) {
    if (day >= holiday.off_first && day <= holiday.off_last) {
      return false;
    }
  }
  return true;
}

bool FamilyCount::perhaps_worked(std::int32_t day) const {
  const bool rest = weekend(day);
  for (const HolidayBounds& holiday : family_->holidays()) {
    if (rest && day >= holiday.work_first && day <= holiday.work_last) {
      return true;
    }
    if (!rest && std::find(holiday.statutory.begin(), holiday.statutory.end(), day) != holiday.statutory.end()) {
      return false;
    }
  }
  return !rest || day > family_->last();
}

}  // namespace gongkai::detail
