// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gongkai/calendar/work_calendar.hpp>
#include <gongkai/error.hpp>
#include <map>
#include <mutex>
#include <ostream>

#include "calendar/counting.hpp"
#include "calendar/foreign_formats.hpp"
#include "detail/utf8.hpp"

namespace gongkai {
namespace {

using detail::CalendarData;
using detail::CalendarImpl;

WorkCalendar make(CalendarData data) { return WorkCalendar{std::make_shared<const CalendarImpl>(std::move(data))}; }

}  // namespace

WorkCalendar::WorkCalendar(std::shared_ptr<const CalendarImpl> impl) noexcept : impl_{std::move(impl)} {}
WorkCalendar::WorkCalendar(const WorkCalendar& other) noexcept = default;
WorkCalendar& WorkCalendar::operator=(const WorkCalendar& other) noexcept = default;
WorkCalendar::~WorkCalendar() = default;

WorkCalendar WorkCalendar::builtin(std::string_view country) {
  static std::mutex guard;
  static std::map<std::string, WorkCalendar, std::less<>> made;
  const std::lock_guard<std::mutex> lock{guard};
  auto found = made.find(country);
  if (found == made.end()) {
    found = made.emplace(country, make(detail::builtin_data(country))).first;
  }
  return found->second;
}

WorkCalendar WorkCalendar::builtin(std::string_view country, Date known_on) {
  return builtin(country).as_known_on(known_on);
}

WorkCalendar WorkCalendar::from_json(std::string_view bytes, const std::string& file, const ReadLimits& limits) {
  return make(detail::read_calendar(bytes, file, limits));
}

WorkCalendar WorkCalendar::from_holiday_cn(const std::vector<NamedBytes>& files, const ReadLimits& limits) {
  return make(detail::read_holiday_cn(files, limits));
}

WorkCalendar WorkCalendar::from_icalendar(std::string_view bytes, const std::string& file,
                                          const ICalendarOptions& options, const ReadLimits& limits) {
  return make(detail::read_icalendar(bytes, file, options, limits));
}

WorkCalendar WorkCalendar::as_known_on(Date day) const { return make(detail::known_on(impl_->data(), day)); }

WorkCalendar WorkCalendar::with_overrides(const std::vector<DayOverride>& overrides) const {
  CalendarData data = impl_->data();
  for (const auto& entry : overrides) {
    const auto refuse = [&](const std::string& complaint) {
      std::string message = "the override for " + entry.date.to_string() + " ";
      message += complaint;
      throw InvalidArgumentError{ErrorCode::invalid_override, entry.date.to_string(), std::move(message)};
    };
    if (entry.source.empty()) {
      refuse("names no source: say who ordered it and where it is written");
    }
    if (!detail::valid_utf8(entry.source) || !detail::valid_utf8(entry.name)) {
      refuse("has a source or name that is no UTF-8 text");
    }
    if (!covers(entry.date)) {
      refuse("is outside the calendar (" + first_day().to_string() + " … " + last_day().to_string() + ")");
    }
    const auto at = std::lower_bound(data.overrides.begin(), data.overrides.end(), entry.date,
                                     [](const DayOverride& other, Date date) { return other.date < date; });
    if (at != data.overrides.end() && at->date == entry.date) {
      refuse("is there already (" + at->source + ")");
    }
    data.overrides.insert(at, entry);
  }
  return make(std::move(data));
}

const std::string& WorkCalendar::country() const noexcept { return impl_->data().country; }
Date WorkCalendar::first_day() const noexcept { return impl_->data().first; }
Date WorkCalendar::last_day() const noexcept { return impl_->data().last; }
bool WorkCalendar::covers(Date date) const noexcept { return impl_->covers(date); }
std::optional<Date> WorkCalendar::known_on() const noexcept { return impl_->data().known_on; }
std::vector<DayOverride> WorkCalendar::overrides() const { return impl_->data().overrides; }
const std::string& WorkCalendar::content_hash() const noexcept { return impl_->hash(); }
std::string WorkCalendar::to_json() const { return detail::write_calendar(impl_->data()); }
std::string WorkCalendar::missing_notice(Date date) const { return detail::missing_notice(impl_->data(), date); }

std::vector<Weekday> WorkCalendar::weekend() const {
  std::vector<Weekday> out;
  for (int day = 1; day <= 7; ++day) {
    if (detail::rests(impl_->data().weekend, static_cast<Weekday>(day))) {
      out.push_back(static_cast<Weekday>(day));
    }
  }
  return out;
}

std::vector<CalendarNotice> WorkCalendar::notices() const {
  std::vector<CalendarNotice> out;
  for (const auto& year : impl_->data().years) {
    const std::string& source = year.source.empty() ? year.file : year.source;
    out.push_back(CalendarNotice{year.year, year.notice, year.published, {}, source});
    for (const auto& amendment : year.amendments) {
      out.push_back(CalendarNotice{year.year, amendment.notice, amendment.published, year.notice, source});
    }
  }
  return out;
}

bool WorkCalendar::is_working_day(Date date) const {
  if (!covers(date)) {
    impl_->refuse(date, {});
  }
  return impl_->works(date);
}

DayReason WorkCalendar::why(Date date) const {
  if (!covers(date)) {
    impl_->refuse(date, {});
  }
  return impl_->why(date);
}

std::vector<DayReason> WorkCalendar::days(int year) const {
  std::vector<DayReason> out;
  const Date last{year, 12, 31};
  for (Date date{year, 1, 1};; date = date + CalendarDays{1}) {
    out.push_back(why(date));
    if (date == last) {
      return out;
    }
  }
}

std::vector<DayReason> WorkCalendar::special_days() const {
  std::vector<DayReason> out;
  std::copy_if(impl_->special().begin(), impl_->special().end(), std::back_inserter(out),
               [this](const DayReason& day) { return covers(day.date); });
  return out;
}

std::vector<Date> WorkCalendar::off_days() const {
  std::vector<Date> out;
  for (std::int32_t day = first_day().to_ordinal(); day <= last_day().to_ordinal(); ++day) {
    if (!impl_->works(Date::from_ordinal(day))) {
      out.push_back(Date::from_ordinal(day));
    }
  }
  return out;
}

CalendarAnswer WorkCalendar::try_add(Date date, WorkingDays days) const {
  const auto found = detail::nth_working_day(impl_->tables(), date.to_ordinal(), days.count());
  // After 9999-12-31 there is no day to name: `Date` refuses (101).
  const Date day = Date::from_ordinal(static_cast<std::int32_t>(found.day));
  if (found.known == detail::Known::yes) {
    return CalendarAnswer{day};
  }
  return CalendarAnswer{CalendarGap{day, missing_notice(day), WorkingDays{static_cast<std::int32_t>(found.counted)}}};
}

Date WorkCalendar::add(Date date, WorkingDays days) const {
  const CalendarAnswer answer = try_add(date, days);
  if (const CalendarGap* gap = answer.gap()) {
    impl_->refuse(gap->first_unknown_day, date == gap->first_unknown_day
                                              ? std::string{}
                                              : std::to_string(days.count()) + " working days from " +
                                                    date.to_string() + " go beyond the published days: ");
  }
  return *answer.day();
}

Date WorkCalendar::next_working_day(Date date) const { return add(date, WorkingDays{1}); }
Date WorkCalendar::previous_working_day(Date date) const { return add(date, WorkingDays{-1}); }
Date WorkCalendar::working_day_on_or_after(Date date) const {
  return is_working_day(date) ? date : next_working_day(date);
}
Date WorkCalendar::working_day_on_or_before(Date date) const {
  return is_working_day(date) ? date : previous_working_day(date);
}

WorkingDays WorkCalendar::working_days_between(Date a, Date b) const {
  const auto found = detail::working_days_between(impl_->tables(), a.to_ordinal(), b.to_ordinal());
  if (found.known != detail::Known::yes) {
    impl_->refuse(Date::from_ordinal(static_cast<std::int32_t>(found.day)), {});
  }
  return WorkingDays{static_cast<std::int32_t>(found.counted)};
}

bool operator==(const WorkCalendar& a, const WorkCalendar& b) noexcept {
  return detail::same_content(a.impl(), b.impl());
}

std::ostream& operator<<(std::ostream& out, const WorkCalendar& calendar) {
  return out << calendar.country() << ' ' << calendar.first_day() << " … " << calendar.last_day();
}

}  // namespace gongkai
