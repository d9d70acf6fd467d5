// SPDX-License-Identifier: Apache-2.0
// What somebody else's program looks like.
#include <exception>
#include <iostream>

#include <gongkai/calendar/work_calendar.hpp>
#include <gongkai/error.hpp>
#include <gongkai/version.hpp>

int main() {
  try {
    const auto calendar = gongkai::WorkCalendar::builtin("CN");
    const gongkai::Date due = calendar.add(gongkai::Date{2024, 3, 4}, gongkai::WorkingDays{20});
    std::cout << "due " << due << '\n' << "gongkai " << gongkai::version << '\n';
    // An error of the library is caught by its type, also across the border of a shared library.
    try {
      static_cast<void>(calendar.add(gongkai::Date{9990, 1, 1}, gongkai::WorkingDays{1}));
    } catch (const gongkai::CalendarGapError& gap) {
      std::cout << "no notice: " << static_cast<int>(gap.code()) << '\n';
    }
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
