// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// What the readers of foreign calendar formats need to be told.
///
///     ICalendarOptions options;
///     options.country = "CN";
///     auto calendar = WorkCalendar::from_icalendar(bytes, "holiday-cn.ics", options);

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gongkai/base/date.hpp>

namespace gongkai {

/// Bytes and the name under which messages speak of them.
struct NamedBytes {
  std::string name;
  std::string bytes;
};

/// How an iCalendar file (RFC 5545) is to be understood: the format itself knows neither days off nor make-up days,
/// nor for which years it is complete.
///
/// An event is told by the text of its SUMMARY and its CATEGORIES: one that holds any of `working_marks` is a make-up
/// day, else one that holds any of `off_marks` is off, else `unmarked` decides. Working marks come first because
/// 上班(补春节假期) also speaks of a holiday.
struct ICalendarOptions {
  /// What an event is that bears no mark.
  enum class Unmarked : std::uint8_t {
    refuse,  ///< `ParseError` 211: nothing is guessed
    off,     ///< a day off, as in a plain list of public holidays
    ignore   ///< no matter for this calendar, as festivals that are no days off
  };

  std::string country;                                               ///< two capital letters; required
  std::vector<Weekday> weekend{Weekday::saturday, Weekday::sunday};  ///< rest days of the week
  std::vector<std::string> working_marks{"班", "make-up", "working day"};
  std::vector<std::string> off_marks{"休", "假", "day off", "public holiday"};
  /// Words for days that are worked in part. Such an event is refused (211): a day is worked or not.
  std::vector<std::string> half_day_marks{"半天", "半日", "half day", "half-day"};
  Unmarked unmarked = Unmarked::refuse;
  /// First and last day for which the file is complete. Absent: from the first to the last of the years in which an
  /// event begins before December, whole; events of a lone December belong to the next year's notice.
  std::optional<std::pair<Date, Date>> covers;
};

}  // namespace gongkai
