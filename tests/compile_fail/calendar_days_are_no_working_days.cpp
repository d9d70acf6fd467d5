// SPDX-License-Identifier: Apache-2.0
// A limit of 20 calendar days is no limit of 20 working days.
// error: (cannot convert|could not convert|no viable conversion|no matching (member )?function)
#include <gongkai/calendar/work_calendar.hpp>

gongkai::Date due(const gongkai::WorkCalendar& calendar, gongkai::Date received) {
#if MISTAKE
  return calendar.add(received, gongkai::CalendarDays{20});
#else
  return calendar.add(received, gongkai::WorkingDays{20});
#endif
}
