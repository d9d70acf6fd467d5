// SPDX-License-Identifier: Apache-2.0
// A due day past the last published notice is a range that holds whatever the notice will say, within the documented
// family of calendars (rules/cn/calendar/family.json).

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "clock/clock_impl.hpp"
#include "clock/family.hpp"
#include "random_history.hpp"

namespace gongkai {
namespace {

// A calendar drawn from the family: statutory days off, some more weekdays, some weekend days worked.
class DrawnCalendar {
 public:
  DrawnCalendar(const WorkCalendar& known, testing::RandomCases& cases) : known_{known} {
    for (const detail::HolidayBounds& holiday : detail::CalendarFamily::builtin("CN")->holidays()) {
      std::vector<std::int32_t> off;
      int weekdays = 0;
      for (const std::int32_t day : holiday.statutory) {
        off_.insert(day);
        weekdays += rest(day) ? 0 : 1;
      }
      for (int tries = cases.number(0, 12); tries > 0; --tries) {
        const std::int32_t day = cases.number(holiday.off_first, holiday.off_last);
        if (!rest(day) && weekdays < holiday.weekdays_off && off_.insert(day).second) {
          ++weekdays;
        }
      }
      int worked = 0;
      for (int tries = cases.number(0, 12); tries > 0; --tries) {
        const std::int32_t day = cases.number(holiday.work_first, holiday.work_last);
        if (rest(day) && worked < holiday.weekend_days_worked && worked_.insert(day).second) {
          ++worked;
        }
      }
    }
  }

  [[nodiscard]] bool works(std::int32_t day) const {
    if (day <= known_.last_day().to_ordinal()) {
      return known_.is_working_day(Date::from_ordinal(day));
    }
    return rest(day) ? worked_.count(day) != 0 : off_.count(day) == 0;
  }
  [[nodiscard]] std::int32_t nth(std::int32_t start, int n, std::int32_t pause_from, std::int32_t pause_to) const {
    std::int32_t day = start;
    while (n > 0) {
      ++day;
      n -= works(day) && !(pause_from < day && day <= pause_to) ? 1 : 0;
    }
    return day;
  }

 private:
  static bool rest(std::int32_t day) {
    const Weekday weekday = Date::from_ordinal(day).weekday();
    return weekday == Weekday::saturday || weekday == Weekday::sunday;
  }
  WorkCalendar known_;
  std::set<std::int32_t> off_;
  std::set<std::int32_t> worked_;
};

TEST(ProvisionalDue, HoldsTheDayOfEveryCalendarOfTheFamily) {
  const Clock clock = Clock::builtin("cn");
  const detail::DayCounter& days = clock.impl()->core->days;
  testing::RandomCases cases{20270101, clock.rulebook()};
  const std::int32_t end = clock.calendar().last_day().to_ordinal();
  int open = 0;
  for (int i = 0; i < 400; ++i) {
    const DrawnCalendar drawn{clock.calendar(), cases};
    for (int k = 0; k < 10; ++k) {
      const std::int32_t start = end - cases.number(-700, 60);
      const int n = cases.number(1, 120);
      const std::int32_t pause_from = start + cases.number(0, 60);
      const std::int32_t pause_to = pause_from + cases.number(0, 40);
      std::vector<detail::Stretch> pauses{{pause_from, pause_to}};
      detail::unite(pauses, start);
      const detail::DayRange range = days.nth(start, n, pauses);
      const std::int32_t day = drawn.nth(start, n, pause_from, pause_to);
      ASSERT_LE(range.earliest, day) << start << ' ' << n;
      ASSERT_TRUE(range.latest != detail::no_day && day <= range.latest) << start << ' ' << n;
      open += range.certain() ? 0 : 1;

      std::int32_t rolled = start;
      while (!drawn.works(rolled)) {
        ++rolled;
      }
      const detail::DayRange roll = days.on_or_after(start);
      ASSERT_TRUE(roll.earliest <= rolled && rolled <= roll.latest) << start;
      ASSERT_LE(days.count_at_least(start, start + 90, {}), [&] {
        int worked = 0;
        for (std::int32_t at = start + 1; at <= start + 90; ++at) {
          worked += drawn.works(at) ? 1 : 0;
        }
        return worked;
      }());
    }
  }
  EXPECT_GT(open, 1000);
}

TEST(ProvisionalDue, HeldTheDayThatEachYearsNoticeThenGave) {
  const Clock now = Clock::builtin("cn");
  int years = 0;
  for (const CalendarNotice& notice : now.calendar().notices()) {
    // Each yearly notice of the decrees since 2008, seen from the day before it; amendments were ordered once only.
    if (!notice.amends.empty() || notice.year < 2009 || !notice.published) {
      continue;
    }
    const Clock before = now.with_calendar(now.calendar().as_known_on(*notice.published - CalendarDays{1}));
    const Clock after = now.with_calendar(now.calendar().as_known_on(*notice.published));
    ASSERT_LT(before.calendar().last_day(), after.calendar().last_day());
    ++years;
    for (int offset = -60; offset <= 300; offset += 3) {
      const Date start = Date{notice.year, 1, 1} + CalendarDays{offset};
      for (const int n : {5, 15, 20, 40}) {
        const auto later = after.calendar().try_add(start, WorkingDays{n});
        const detail::DayRange range = before.impl()->core->days.nth(start.to_ordinal(), n);
        if (later.day() && later.day()->year() == notice.year) {
          ASSERT_LE(range.earliest, later.day()->to_ordinal()) << start << " + " << n;
          ASSERT_GE(range.latest, later.day()->to_ordinal()) << start << " + " << n;
        }
      }
    }
  }
  EXPECT_EQ(years, 18);
}

TEST(ProvisionalDue, NamesTheNoticeThatIsMissing) {
  const Clock clock = Clock::builtin("cn");
  ClockHistory history;
  history.add(ClockEvent::submitted(Date{2026, 12, 14}, clock.rulebook().code("channel", "in_person")));
  const Deadline deadline = clock.deadline(DeadlineKind::reply, history, Date{2026, 12, 20});
  EXPECT_FALSE(deadline.due());
  const auto open = deadline.provisional();
  ASSERT_TRUE(open);
  EXPECT_EQ(open->reason, OpenReason::calendar);
  EXPECT_NE(open->missing.find("2027"), std::string::npos);
  EXPECT_EQ(deadline.status(Date{2026, 12, 20}), DeadlineStatus::running);
  EXPECT_EQ(deadline.status(*open->latest + CalendarDays{1}), DeadlineStatus::overdue);
}

TEST(ProvisionalDue, HasNoLatestDayWhereTheFamilyIsNotDocumented) {
  const Clock clock = Clock::builtin("cn");
  const auto range = clock.impl()->core->days.nth(Date{2040, 1, 2}.to_ordinal(), 20);
  EXPECT_EQ(range.earliest, detail::no_day);
  EXPECT_EQ(range.latest, detail::no_day);
  EXPECT_FALSE(range.certain());
}

}  // namespace
}  // namespace gongkai
