// SPDX-License-Identifier: Apache-2.0
// A pointer into an answer that nobody keeps would dangle.
// error: (use of deleted function|call to deleted member function|attempt to use a deleted function)
#include <gongkai/calendar/work_calendar.hpp>

bool is_open(const gongkai::WorkCalendar& calendar, gongkai::Date received) {
#if MISTAKE
  return calendar.try_add(received, gongkai::WorkingDays{20}).gap() != nullptr;
#else
  const gongkai::CalendarAnswer answer = calendar.try_add(received, gongkai::WorkingDays{20});
  return answer.gap() != nullptr;
#endif
}
