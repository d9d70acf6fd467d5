// SPDX-License-Identifier: Apache-2.0
// Only a calendar knows working days.
// error: (no match for .operator\+|invalid operands)
#include <gongkai/base/date.hpp>

gongkai::Date later(gongkai::Date date) {
#if MISTAKE
  return date + gongkai::WorkingDays{1};
#else
  return date + gongkai::CalendarDays{1};
#endif
}
