// SPDX-License-Identifier: Apache-2.0
#pragma once
// Where calendar data contradict themselves. `WorkCalendar` refuses the first, `check_calendar` lists them all.

#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar_data.hpp"

namespace gongkai::detail {

struct CalendarDefect {
  std::string_view code;  // CAL.…, see check_calendar.hpp
  std::string file;
  std::string pointer;
  std::string message;
  std::string message_zh;
};

/// In the order of the file; empty for data that a calendar can be made of.
[[nodiscard]] std::vector<CalendarDefect> defects_of(const CalendarData& data);

}  // namespace gongkai::detail
