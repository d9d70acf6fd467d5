// SPDX-License-Identifier: Apache-2.0
#pragma once
// What stands in a calendar file, as it stands there; the readers of all formats end here.

#include <array>
#include <gongkai/base/date.hpp>
#include <gongkai/base/limits.hpp>
#include <gongkai/calendar/calendar_source.hpp>
#include <gongkai/calendar/day_reason.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::detail {

/// A day with the name of its holiday and its place in the file.
struct NamedDay {
  Date date;
  std::string name;
  std::string pointer;
};

/// A later notice that changed the yearly one. The lists of the year already hold what it did.
struct Amendment {
  std::string notice;
  Date published;
  std::string holiday;
  std::string effect;  // adds, replaces, extends, cancels
  std::vector<Date> off_added;
  std::vector<Date> off_removed;
  std::vector<Date> work_added;
  std::vector<Date> work_removed;
  std::string pointer;
};

/// What the notice for one year made of its days, amendments included.
struct NoticeYear {
  int year;
  std::string notice;
  std::optional<Date> published;
  std::string source;
  std::vector<Amendment> amendments;
  std::vector<NamedDay> off;
  std::vector<NamedDay> work;
  std::string file;
  std::string pointer;
};

/// Rest days of the week: [0] is Monday.
using RestDays = std::array<bool, 7>;
inline bool rests(const RestDays& weekend, Weekday day) { return weekend[static_cast<std::size_t>(day) - 1]; }

struct CalendarData {
  std::string file;
  std::string country;
  std::string authority;  // whose notices they are, in words; may be empty
  Date first;
  Date last;
  RestDays weekend{};
  std::vector<NoticeYear> years;  // ascending
  std::vector<DayOverride> overrides;
  std::optional<Date> known_on;
};

/// Our own format. `ParseError` only: whether it makes sense, `defects_of` says.
[[nodiscard]] CalendarData read_calendar(std::string_view bytes, const std::string& file, const ReadLimits& limits);
[[nodiscard]] std::string write_calendar(const CalendarData& data);

/// The folder of rules/ that a country's data stand in: `cn`. Never a path that leads elsewhere.
[[nodiscard]] std::string data_folder(std::string_view country);

/// The data that the library ships for a country. `NotFoundError` 401.
[[nodiscard]] CalendarData builtin_data(std::string_view country);

/// The data with later notices taken back (see `WorkCalendar::as_known_on`).
[[nodiscard]] CalendarData known_on(CalendarData data, Date day);

/// "the State Council's holiday notice for 2027"
[[nodiscard]] std::string missing_notice(const CalendarData& data, Date date);

}  // namespace gongkai::detail
