// SPDX-License-Identifier: Apache-2.0
// What must hold in every calendar.
#include <gtest/gtest.h>

#include "random_calendar.hpp"

namespace gongkai {
namespace {

using testing::Random;
using testing::random_calendar;
using testing::RandomCalendar;

template <typename Check>
void for_all(unsigned seed_base, Check check) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    const RandomCalendar truth = random_calendar(seed + seed_base);
    Random random{seed};
    const int span = (truth.last() - truth.first()).count();
    for (int i = 0; i < 200; ++i) {
      check(truth.calendar, truth.first() + CalendarDays{random.between(0, span)},
            truth.first() + CalendarDays{random.between(0, span)}, random);
    }
  }
}

TEST(CalendarProperty, AddAndBetweenInvertEachOther) {
  for_all(100, [](const WorkCalendar& calendar, Date a, Date b, Random& random) {
    const WorkingDays n{random.between(1, 40)};
    if (const auto later = calendar.try_add(a, n).day()) {
      ASSERT_EQ(calendar.working_days_between(a, *later), n);
      ASSERT_TRUE(calendar.is_working_day(*later));
    }
    if (calendar.is_working_day(a)) {
      if (const auto earlier = calendar.try_add(a, -n).day()) {
        ASSERT_EQ(calendar.working_days_between(a, *earlier), -n);
        ASSERT_EQ(calendar.add(*earlier, n), a);
      }
      // From a working day to a working day, the count leads back.
      if (calendar.is_working_day(b)) {
        ASSERT_EQ(calendar.add(a, calendar.working_days_between(a, b)), b);
      }
    }
  });
}

TEST(CalendarProperty, CountsAddUp) {
  for_all(200, [](const WorkCalendar& calendar, Date a, Date b, Random& random) {
    const Date c =
        calendar.first_day() + CalendarDays{random.between(0, (calendar.last_day() - calendar.first_day()).count())};
    ASSERT_EQ(calendar.working_days_between(a, b) + calendar.working_days_between(b, c),
              calendar.working_days_between(a, c));
    ASSERT_EQ(calendar.working_days_between(a, b), -calendar.working_days_between(b, a));
    const WorkingDays n{random.between(1, 30)};
    const WorkingDays m{random.between(1, 30)};
    if (calendar.try_add(a, n + m).day().has_value()) {
      ASSERT_EQ(calendar.add(calendar.add(a, n), m), calendar.add(a, n + m));
    }
    if (calendar.try_add(a, -(n + m)).day().has_value()) {
      ASSERT_EQ(calendar.add(calendar.add(a, -n), -m), calendar.add(a, -(n + m)));
    }
  });
}

TEST(CalendarProperty, LaterDaysHaveLaterAnswers) {
  for_all(300, [](const WorkCalendar& calendar, Date a, Date b, Random& random) {
    const WorkingDays n{random.between(-30, 30)};
    const auto from_a = calendar.try_add(a, n);
    const auto from_b = calendar.try_add(b, n);
    if (from_a.day().has_value() && from_b.day().has_value()) {
      ASSERT_EQ(a <= b && *from_a.day() > *from_b.day(), false);
      if (n.count() > 0) {
        ASSERT_GT(*from_a.day(), a);
      } else if (n.count() < 0) {
        ASSERT_LT(*from_a.day(), a);
      }
    }
    const auto more = calendar.try_add(a, n + WorkingDays{1});
    if (from_a.day().has_value() && more.day().has_value()) {
      ASSERT_LE(*from_a.day(), *more.day());
    }
  });
}

TEST(CalendarProperty, RollsStayOnWorkedDays) {
  for_all(400, [](const WorkCalendar& calendar, Date a, Date /*b*/, Random& /*random*/) {
    const bool worked = calendar.is_working_day(a);
    if (calendar.try_add(a, WorkingDays{1}).day().has_value()) {
      ASSERT_EQ(calendar.working_day_on_or_after(a), worked ? a : calendar.next_working_day(a));
    }
    if (calendar.try_add(a, WorkingDays{-1}).day().has_value()) {
      ASSERT_EQ(calendar.working_day_on_or_before(a), worked ? a : calendar.previous_working_day(a));
    }
  });
}

TEST(CalendarProperty, EqualContentHasEqualHashesAndOtherContentOthers) {
  for (unsigned seed = 0; seed < 30; ++seed) {
    const WorkCalendar calendar = random_calendar(seed).calendar;
    ASSERT_EQ(random_calendar(seed).calendar.content_hash(), calendar.content_hash());
    ASSERT_NE(random_calendar(seed + 1).calendar.content_hash(), calendar.content_hash());
    ASSERT_NE(random_calendar(seed + 1).calendar, calendar);
  }
}

}  // namespace
}  // namespace gongkai
