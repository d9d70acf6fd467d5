// SPDX-License-Identifier: Apache-2.0
// Whatever any of the three readers takes for a calendar is one: it counts without contradiction and is the same after
// writing and reading. Everything else is refused with an error of ours.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <gongkai/calendar/check_calendar.hpp>
#include <gongkai/calendar/work_calendar.hpp>
#include <gongkai/error.hpp>
#include <string>

namespace {

using gongkai::CalendarDays;
using gongkai::Date;
using gongkai::WorkCalendar;
using gongkai::WorkingDays;

void expect(bool good, const char* what, const std::string& bytes) {
  if (!good) {
    std::fprintf(stderr, "%s:\n%s\n", what, bytes.c_str());
    std::abort();
  }
}

void examine(const WorkCalendar& calendar, const std::string& bytes) {
  expect(WorkCalendar::from_json(calendar.to_json(), "written") == calendar, "not the same after writing", bytes);
  int worked = 0;
  const int days = (calendar.last_day() - calendar.first_day()).count() + 1;
  for (int i = 0; i < days; i += 1 + days / 500) {
    const Date date = calendar.first_day() + CalendarDays{i};
    const bool works = calendar.is_working_day(date);
    expect(calendar.why(date).worked() == works, "worked and not worked", bytes);
    const auto answer = calendar.try_add(date, WorkingDays{7});
    if (answer.day().has_value()) {
      expect(calendar.working_days_between(date, *answer.day()) == WorkingDays{7}, "not seven days", bytes);
      worked += 1;
    } else {
      expect(answer.gap()->counted.count() < 7, "a gap behind the answer", bytes);
    }
  }
  expect(worked <= days, "more answers than days", bytes);
  static_cast<void>(gongkai::check_calendar(calendar));
}

template <typename Read>
void attempt(Read read, const std::string& bytes) {
  try {
    examine(read(), bytes);
  } catch (const gongkai::InternalError& error) {
    expect(false, error.what(), bytes);
  } catch (const gongkai::Error&) {
    return;  // refused, and said so
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  attempt([&] { return WorkCalendar::from_json(bytes, "fuzz"); }, bytes);
  attempt([&] { return WorkCalendar::from_json(bytes, "fuzz").as_known_on(Date{2024, 1, 1}); }, bytes);
  attempt([&] { return WorkCalendar::from_holiday_cn({{"fuzz", bytes}}); }, bytes);
  gongkai::ICalendarOptions options;
  options.country = "CN";
  attempt([&] { return WorkCalendar::from_icalendar(bytes, "fuzz", options); }, bytes);
  try {
    static_cast<void>(gongkai::check_calendar(bytes, "fuzz"));
  } catch (const gongkai::Error&) {
    return 0;
  }
  return 0;
}
