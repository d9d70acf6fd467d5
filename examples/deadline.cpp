#include <iostream>

#include <gongkai/gongkai.hpp>

int main() {
  const auto calendar = gongkai::WorkCalendar::builtin("CN");

  // A request handed in on Monday 2024-03-04: the reply is due 20 working days later (R2019 art. 33(2)).
  const gongkai::Date received{2024, 3, 4};
  std::cout << "due " << calendar.add(received, gongkai::WorkingDays{20}) << '\n';

  // Sunday 7 April 2024 was worked, and the calendar knows by which notice.
  std::cout << calendar.why(gongkai::Date{2024, 4, 7}) << '\n';

  // No notice, no answer.
  try {
    std::cout << calendar.add(gongkai::Date{2026, 12, 15}, gongkai::WorkingDays{20}) << '\n';
  } catch (const gongkai::CalendarGapError& gap) {
    std::cout << "unknown from " << gap.first_unknown_day() << ": " << gap.missing_notice() << '\n';
  }
}
