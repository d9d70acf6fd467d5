// SPDX-License-Identifier: Apache-2.0
// error: (no match for .operator==|invalid operands)
#include <gongkai/base/period.hpp>

bool equal() {
#if MISTAKE
  return gongkai::WorkingDays{20} == gongkai::CalendarDays{20};
#else
  return gongkai::CalendarDays{20} == gongkai::CalendarDays{20};
#endif
}
