// SPDX-License-Identifier: Apache-2.0
#include <gongkai/base/date.hpp>

#include <boost/date_time/gregorian/greg_calendar.hpp>
#include <boost/date_time/gregorian/greg_ymd.hpp>
#include <ostream>

#include <gongkai/error.hpp>

namespace gongkai {
namespace {

// Boost's range-checked year, month and day types, so that nothing is done with its dates before our own check.
boost::gregorian::greg_year_month_day ymd(Date date) {
  return {static_cast<unsigned short>(date.year()), static_cast<unsigned short>(date.month()),
          static_cast<unsigned short>(date.day())};
}

bool digits(std::string_view text, std::size_t from, std::size_t count, int& value) noexcept {
  value = 0;
  for (std::size_t i = from; i < from + count; ++i) {
    if (text[i] < '0' || text[i] > '9') {
      return false;
    }
    value = value * 10 + (text[i] - '0');
  }
  return true;
}

void append_padded(std::string& out, int value, int width) {
  const std::string digits = std::to_string(value);
  out.append(static_cast<std::size_t>(width) - digits.size(), '0');
  out += digits;
}

}  // namespace

std::optional<Date> Date::try_parse(std::string_view text) noexcept {
  int year = 0;
  int month = 0;
  int day = 0;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !digits(text, 0, 4, year) ||
      !digits(text, 5, 2, month) || !digits(text, 8, 2, day) || !valid(year, month, day)) {
    return std::nullopt;
  }
  return Date{to_days(year, month, day)};
}

Date Date::parse(std::string_view text) {
  if (const auto date = try_parse(text)) {
    return *date;
  }
  throw InvalidArgumentError{ErrorCode::invalid_date, "date",
                             "\"" + std::string{text} + "\" is no day; days are written YYYY-MM-DD, e.g. 2024-03-04"};
}

int Date::iso_week() const {
  // Boost's calendar repeats every 400 years; its year type begins at 1400, ours at 1.
  const int shift = year() < 1500 ? 400 * ((1500 - year()) / 400 + 1) : 0;
  const int moved_year = year() + shift;
  const Date moved = moved_year > 9999 ? *this : Date{moved_year, month(), day()};
  return boost::gregorian::gregorian_calendar::week_number(ymd(moved));
}

std::string Date::to_string() const {
  const Civil parts = civil(days_);
  std::string out;
  out.reserve(10);
  append_padded(out, parts.year, 4);
  out += '-';
  append_padded(out, parts.month, 2);
  out += '-';
  append_padded(out, parts.day, 2);
  return out;
}

std::int32_t Date::refuse(int year, int month, int day) {
  throw InvalidArgumentError{ErrorCode::invalid_date, "date",
                             "there is no day " + std::to_string(year) + "-" + std::to_string(month) + "-" +
                                 std::to_string(day) + " (days run from 0001-01-01 to 9999-12-31)"};
}

std::int32_t Date::refuse_ordinal(std::int64_t days) {
  throw InvalidArgumentError{ErrorCode::invalid_date, "date",
                             "day number " + std::to_string(days) +
                                 " (days since 1970-01-01) is outside 0001-01-01 … 9999-12-31"};
}

std::ostream& operator<<(std::ostream& out, Date date) { return out << date.to_string(); }

std::string_view to_string(Weekday weekday) noexcept {
  static constexpr std::string_view names[] = {"monday", "tuesday",  "wednesday", "thursday",
                                               "friday", "saturday", "sunday"};
  return names[static_cast<int>(weekday) - 1];
}

}  // namespace gongkai
