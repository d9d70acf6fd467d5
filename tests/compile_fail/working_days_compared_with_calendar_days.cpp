// SPDX-License-Identifier: Apache-2.0
// 20 working days are neither more nor less than 30 calendar days: only a calendar can say.
// error: (no match for .operator<|invalid operands)
#include <gongkai/base/period.hpp>

bool shorter() {
#if MISTAKE
  return gongkai::WorkingDays{20} < gongkai::CalendarDays{30};
#else
  return gongkai::WorkingDays{20} < gongkai::WorkingDays{30};
#endif
}
