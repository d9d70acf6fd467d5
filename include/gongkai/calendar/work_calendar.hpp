// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// The working days (工作日) of a country, as its holiday notices make them.
///
///     const auto calendar = gongkai::WorkCalendar::builtin("CN");
///     calendar.add(gongkai::Date{2024, 3, 4}, gongkai::WorkingDays{20}) == gongkai::Date{2024, 4, 1};
///     calendar.is_working_day(gongkai::Date{2011, 12, 31});  // a Saturday, worked by the notice for 2012
///
/// Time limits of 《政府信息公开条例》 (国务院令第711号, art. 33) are in working days. A calendar knows the days from
/// `first_day()` to `last_day()`; a question that needs another day throws `CalendarGapError` 451, which names the
/// first unknown day and the notice that is missing. Nothing is guessed.
///
/// A `WorkCalendar` is a cheap handle on something immutable: copy it, share it between threads.

#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/base/limits.hpp>
#include <gongkai/base/period.hpp>
#include <gongkai/calendar/calendar_gap.hpp>
#include <gongkai/calendar/calendar_source.hpp>
#include <gongkai/calendar/day_reason.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

namespace detail {
class CalendarImpl;
}

class GONGKAI_EXPORT WorkCalendar {
 public:
  // ---- made from data

  /// The calendar that the library ships. `NotFoundError` 401 for a country that it has none of. "CN": mainland China
  /// since 2007-01-01.
  [[nodiscard]] static WorkCalendar builtin(std::string_view country);
  /// `builtin(country).as_known_on(known_on)`
  [[nodiscard]] static WorkCalendar builtin(std::string_view country, Date known_on);

  /// Our own format (rules/schema/calendar.schema.json). `ParseError` 201–206, 222 when it cannot be read,
  /// `RulebookError` 301 when it contradicts itself: a day off and worked, a worked day that is no weekend day, twice,
  /// unsorted, under a year it does not belong to, a year of the coverage without notice. All name `file` and pointer.
  /// `check_calendar` lists all such defects at once.
  [[nodiscard]] static WorkCalendar from_json(std::string_view bytes, const std::string& file,
                                              const ReadLimits& limits = {});
  /// The format of NateScarlet/holiday-cn, one file a year: {"year", "papers", "days": [{"name", "date", "isOffDay"}]}.
  /// A year without days is one whose notice is not out and is not covered; a year missing between others is
  /// `RulebookError` 301. Worked weekdays are listed there now and then and change nothing.
  [[nodiscard]] static WorkCalendar from_holiday_cn(const std::vector<NamedBytes>& files,
                                                    const ReadLimits& limits = {});
  /// iCalendar (RFC 5545): VEVENTs of whole days. `ParseError` 211 for events with times, repeating events (RRULE,
  /// RDATE, EXDATE), half days, and events that the options do not tell the kind of; 301 as `from_json`.
  [[nodiscard]] static WorkCalendar from_icalendar(std::string_view bytes, const std::string& file,
                                                   const ICalendarOptions& options, const ReadLimits& limits = {});

  /// The calendar as the notices published by the end of `day` made it: years whose notice came later are not
  /// covered, changes that came later are undone. Overrides stay. `CalendarGapError` when no notice was out yet;
  /// `InvalidArgumentError` 107 when the data do not say when their notices were published.
  [[nodiscard]] WorkCalendar as_known_on(Date day) const;
  /// A new calendar in which these days differ. `InvalidArgumentError` 106: an override without source, twice for one
  /// day (also over several calls), for a day outside the coverage, or with text that is no UTF-8.
  [[nodiscard]] WorkCalendar with_overrides(const std::vector<DayOverride>& overrides) const;

  // ---- what it is

  /// Two capital letters: `CN`.
  [[nodiscard]] const std::string& country() const noexcept;
  [[nodiscard]] Date first_day() const noexcept;
  [[nodiscard]] Date last_day() const noexcept;
  [[nodiscard]] bool covers(Date date) const noexcept;
  /// Rest days of the week, Monday first.
  [[nodiscard]] std::vector<Weekday> weekend() const;
  /// By year; after a yearly notice those that changed it.
  [[nodiscard]] std::vector<CalendarNotice> notices() const;
  /// In the order of days.
  [[nodiscard]] std::vector<DayOverride> overrides() const;
  /// The day given to `as_known_on`, if it was.
  [[nodiscard]] std::optional<Date> known_on() const noexcept;
  /// Which notice would make a day known, in words: "the State Council's holiday notice for 2027".
  [[nodiscard]] std::string missing_notice(Date date) const;

  // ---- one day

  [[nodiscard]] bool is_working_day(Date date) const;
  [[nodiscard]] DayReason why(Date date) const;
  /// Every day of a year, 1 January first. All must be covered.
  [[nodiscard]] std::vector<DayReason> days(int year) const;
  /// All covered days off by notice, make-up days and overrides, ascending: what makes the calendar more than weekends.
  [[nodiscard]] std::vector<DayReason> special_days() const;
  /// All covered days that are not worked, weekends included, ascending.
  [[nodiscard]] std::vector<Date> off_days() const;

  // ---- counting

  /// n > 0: the n-th working day strictly after `date`; n < 0: the |n|-th strictly before. n = 0: `date` itself, worked
  /// or not. Needs the counted days, not `date`: the day before the coverage can be counted from. n = 0 needs `date`.
  [[nodiscard]] Date add(Date date, WorkingDays days) const;
  /// As `add`, with a gap as a value.
  [[nodiscard]] CalendarAnswer try_add(Date date, WorkingDays days) const;
  /// `add(date, WorkingDays{1})`: strictly after.
  [[nodiscard]] Date next_working_day(Date date) const;
  /// `add(date, WorkingDays{-1})`: strictly before.
  [[nodiscard]] Date previous_working_day(Date date) const;
  /// `date` itself if it is worked, else the next working day (期间届满的最后一日是休息日的, 顺延).
  [[nodiscard]] Date working_day_on_or_after(Date date) const;
  /// `date` itself if it is worked, else the previous working day.
  [[nodiscard]] Date working_day_on_or_before(Date date) const;
  /// Working days d with a < d <= b; for a > b the negative of `working_days_between(b, a)`. So for n != 0
  /// `working_days_between(d, add(d, n)) == n`, if d is worked or n > 0; and between(a, b) + between(b, c) ==
  /// between(a, c). The earlier of the two may be the day before the coverage, since it is not counted.
  [[nodiscard]] WorkingDays working_days_between(Date a, Date b) const;

  // ---- as a value

  /// 32 hexadecimal digits over country, weekend, coverage, days with names and notices, overrides. Identity, not
  /// evidence.
  [[nodiscard]] const std::string& content_hash() const noexcept;
  /// In our own format, overrides included: `from_json(c.to_json(), …) == c`.
  [[nodiscard]] std::string to_json() const;
  /// By content; where it was read from does not matter.
  GONGKAI_EXPORT friend bool operator==(const WorkCalendar& a, const WorkCalendar& b) noexcept;
  friend bool operator!=(const WorkCalendar& a, const WorkCalendar& b) noexcept { return !(a == b); }

  WorkCalendar(const WorkCalendar& other) noexcept;  // moving copies: no calendar is ever empty
  WorkCalendar& operator=(const WorkCalendar& other) noexcept;
  ~WorkCalendar();

  /// For the library.
  explicit WorkCalendar(std::shared_ptr<const detail::CalendarImpl> impl) noexcept;
  [[nodiscard]] const detail::CalendarImpl& impl() const noexcept { return *impl_; }

 private:
  std::shared_ptr<const detail::CalendarImpl> impl_;
};

/// `CN 2007-01-01 … 2026-12-31`
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, const WorkCalendar& calendar);

}  // namespace gongkai

template <>
struct std::hash<gongkai::WorkCalendar> {
  std::size_t operator()(const gongkai::WorkCalendar& calendar) const noexcept {
    return std::hash<std::string>{}(calendar.content_hash());
  }
};
