// SPDX-License-Identifier: Apache-2.0
#pragma once
// Calendars in other people's formats.

#include <set>

#include "calendar/calendar_data.hpp"

namespace gongkai::detail {

/// See `WorkCalendar::from_holiday_cn`.
[[nodiscard]] CalendarData read_holiday_cn(const std::vector<NamedBytes>& files, const ReadLimits& limits);

/// See `WorkCalendar::from_icalendar`.
[[nodiscard]] CalendarData read_icalendar(std::string_view bytes, const std::string& file,
                                          const ICalendarOptions& options, const ReadLimits& limits);

/// What both share: puts a day under its year, sorted. Listed twice alike is once; a worked weekday is ordinary and
/// left out. `RulebookError` 301 for a day that is both off and worked.
class DayCollector {
 public:
  DayCollector(std::string country, std::string authority, RestDays weekend);

  /// A year that the data are complete for. `source` may be empty.
  void cover(int year, const std::string& file, const std::string& source);
  void off(int year, const std::string& file, NamedDay day);
  void work(int year, const std::string& file, NamedDay day);
  /// Whole years from the first to the last that is covered, unless `covers` says otherwise. `RulebookError` 301 when
  /// nothing is covered.
  [[nodiscard]] CalendarData take(const std::string& file, std::optional<std::pair<Date, Date>> covers);

 private:
  NoticeYear& year_of(int year, const std::string& file);
  static void insert(std::vector<NamedDay>& list, const std::vector<NamedDay>& other, const std::string& file,
                     NamedDay day);

  CalendarData data_;
  std::set<Date> ordinary_;  // weekdays listed as worked
};

}  // namespace gongkai::detail
