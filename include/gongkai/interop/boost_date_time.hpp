// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// To and from Boost.Date_Time, for programs that use it. Header only; outside `gongkai.hpp`, since the library itself
/// needs nobody to have Boost.
///
///     gongkai::Date received = gongkai::from_boost(boost::gregorian::date{2024, 3, 4});
///     boost::gregorian::date due = gongkai::to_boost(calendar.add(received, gongkai::WorkingDays{20}));
///
/// `from_boost(to_boost(d)) == d` for every day from 1400-01-01 on.

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <string>

#include <gongkai/base/date.hpp>
#include <gongkai/error.hpp>

namespace gongkai {

/// `InvalidArgumentError` 101 for days before 1400-01-01, which Boost's calendar does not hold.
[[nodiscard]] inline boost::gregorian::date to_boost(Date date) {
  if (date.year() < 1400) {
    throw InvalidArgumentError{ErrorCode::invalid_date, "date",
                               date.to_string() + " is before 1400-01-01, where Boost.Date_Time begins"};
  }
  return {static_cast<unsigned short>(date.year()), static_cast<unsigned short>(date.month()),
          static_cast<unsigned short>(date.day())};
}

/// `InvalidArgumentError` 101 for `not_a_date_time` and the infinities: a `Date` is always a day.
[[nodiscard]] inline Date from_boost(const boost::gregorian::date& date) {
  if (date.is_special()) {
    throw InvalidArgumentError{ErrorCode::invalid_date, "date",
                               "a special value of Boost.Date_Time (not a date, or infinity) is no day"};
  }
  const auto parts = date.year_month_day();
  return Date{static_cast<int>(parts.year), static_cast<int>(parts.month.as_number()), static_cast<int>(parts.day)};
}

/// Calendar days as Boost's duration.
[[nodiscard]] inline boost::gregorian::date_duration to_boost(CalendarDays days) {
  return boost::gregorian::date_duration{days.count()};
}

}  // namespace gongkai
