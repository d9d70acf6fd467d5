// SPDX-License-Identifier: Apache-2.0
#include "calendar/amendments.hpp"

#include <algorithm>
#include <gongkai/error.hpp>

namespace gongkai::detail {
namespace {

void remove(std::vector<NamedDay>& days, const std::vector<Date>& which) {
  days.erase(std::remove_if(
                 days.begin(), days.end(),
                 [&](const NamedDay& day) { return std::find(which.begin(), which.end(), day.date) != which.end(); }),
             days.end());
}

void restore(std::vector<NamedDay>& days, const std::vector<Date>& which, const Amendment& amendment) {
  for (const Date date : which) {
    if (find_day(days, date) == days.end()) {
      const auto at = std::find_if(days.begin(), days.end(), [&](const NamedDay& day) { return date < day.date; });
      days.insert(at, NamedDay{date, amendment.holiday, amendment.pointer});
    }
  }
}

}  // namespace

std::vector<NamedDay>::const_iterator find_day(const std::vector<NamedDay>& days, Date date) noexcept {
  return std::find_if(days.begin(), days.end(), [&](const NamedDay& day) { return day.date == date; });
}

void undo(NoticeYear& year, const Amendment& amendment) {
  remove(year.off, amendment.off_added);
  remove(year.work, amendment.work_added);
  restore(year.off, amendment.off_removed, amendment);
  restore(year.work, amendment.work_removed, amendment);
}

CalendarData known_on(CalendarData data, Date day) {
  std::vector<NoticeYear> known;
  for (auto& year : data.years) {
    if (!year.published) {
      throw InvalidArgumentError{ErrorCode::invalid_option, "known_on",
                                 "the calendar " + data.file + " does not say when the notice for " +
                                     std::to_string(year.year) + " was published"};
    }
    if (day < *year.published) {
      break;  // what follows was not known without it either: a calendar has no holes
    }
    while (!year.amendments.empty() && day < year.amendments.back().published) {
      undo(year, year.amendments.back());
      year.amendments.pop_back();
    }
    known.push_back(std::move(year));
  }
  if (known.empty()) {
    const std::string missing = missing_notice(data, data.first);
    throw CalendarGapError{data.first, missing, "on " + day.to_string() + " " + missing + " was not published yet"};
  }
  data.years = std::move(known);
  data.last = std::min(data.last, Date{data.years.back().year, 12, 31});
  data.overrides.erase(std::remove_if(data.overrides.begin(), data.overrides.end(),
                                      [&](const DayOverride& entry) { return data.last < entry.date; }),
                       data.overrides.end());
  data.known_on = day;
  return data;
}

}  // namespace gongkai::detail
