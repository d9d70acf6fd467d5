// SPDX-License-Identifier: Apache-2.0
// A number must say which days it counts.
// error: (no match for .operator\+|invalid operands)
#include <gongkai/base/date.hpp>

gongkai::Date later(gongkai::Date date) {
#if MISTAKE
  return date + 1;
#else
  return date + gongkai::CalendarDays{1};
#endif
}
