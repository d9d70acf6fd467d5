// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <gongkai/base/date.hpp>
#include <gongkai/error.hpp>
#include <sstream>
#include <type_traits>
#include <unordered_set>

namespace gongkai {
namespace {

static_assert(Date{1970, 1, 1}.to_ordinal() == 0, "days are counted from 1970-01-01");
static_assert(Date{2024, 3, 4}.weekday() == Weekday::monday, "usable in constant expressions");
static_assert(!std::is_default_constructible<Date>::value, "there is no \"not a date\"");
static_assert(std::is_trivially_copyable<Date>::value && sizeof(Date) == 4, "one 32-bit number");

TEST(Date, EveryDayOfItsRangeIsTheOneCountedOut) {
  // The rules of the Gregorian calendar, one day at a time.
  int year = 1;
  int month = 1;
  int day = 1;
  int weekday = 1;  // 0001-01-01 is a Monday
  for (std::int32_t ordinal = Date::min_ordinal; ordinal <= Date::max_ordinal; ++ordinal) {
    const Date date = Date::from_ordinal(ordinal);
    const bool same = date.year() == year && date.month() == month && date.day() == day &&
                      static_cast<int>(date.weekday()) == weekday && Date{year, month, day}.to_ordinal() == ordinal;
    ASSERT_TRUE(same) << ordinal << ' ' << year << '-' << month << '-' << day;
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const int lengths[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    weekday = weekday % 7 + 1;
    if (++day > lengths[month - 1]) {
      day = 1;
      if (++month > 12) {
        month = 1;
        ++year;
      }
    }
  }
  EXPECT_EQ(year, 10000);
}

TEST(Date, AgreesWithBoost) {
  for (Date date{1401, 1, 1}; date < Date{9999, 1, 1}; date = date + CalendarDays{17}) {
    const boost::gregorian::date other(static_cast<unsigned short>(date.year()),
                                       static_cast<unsigned short>(date.month()),
                                       static_cast<unsigned short>(date.day()));
    ASSERT_EQ(static_cast<int>(date.weekday()) % 7, other.day_of_week().as_number()) << date;
    ASSERT_EQ(date.iso_week(), other.week_number()) << date;
    ASSERT_EQ((date - Date{1970, 1, 1}).count(), (other - boost::gregorian::date(1970, 1, 1)).days()) << date;
  }
}

// ISO 8601: week 1 holds the first Thursday of the year.
TEST(Date, IsoWeeksAreRightInEveryYear) {
  for (int year = 2; year <= 9998; ++year) {
    Date thursday{year, 1, 1};
    while (thursday.weekday() != Weekday::thursday) {
      thursday = thursday + CalendarDays{1};
    }
    ASSERT_EQ(thursday.iso_week(), 1) << year;
    ASSERT_EQ((thursday + CalendarDays{3}).iso_week(), 1) << year;
    ASSERT_EQ((thursday + CalendarDays{4}).iso_week(), 2) << year;
    ASSERT_EQ((thursday - CalendarDays{3}).iso_week(), 1) << year;
    ASSERT_GE((thursday - CalendarDays{4}).iso_week(), 52) << year;
  }
}

TEST(Date, IsoWeeksAreRightAtTheEndOfTheRange) {
  EXPECT_EQ((Date{1, 1, 1}.iso_week()), 1);
  EXPECT_EQ((Date{9999, 12, 31}.iso_week()), 52);  // a Friday
}

TEST(Date, DaysThatDoNotExistAreRefused) {
  const int bad[][3] = {{2023, 2, 29}, {2024, 2, 30}, {1900, 2, 29}, {2024, 4, 31}, {2024, 13, 1}, {2024, 0, 1},
                        {2024, 1, 0},  {2024, 1, 32}, {0, 1, 1},     {10000, 1, 1}, {-1, 1, 1}};
  for (const auto& [year, month, day] : bad) {
    try {
      static_cast<void>(Date{year, month, day});
      ADD_FAILURE() << year << '-' << month << '-' << day;
    } catch (const InvalidArgumentError& error) {
      EXPECT_EQ(error.code(), ErrorCode::invalid_date);
    }
  }
  EXPECT_THROW(static_cast<void>(Date::from_ordinal(Date::min_ordinal - 1)), InvalidArgumentError);
  EXPECT_THROW(static_cast<void>(Date::from_ordinal(Date::max_ordinal + 1)), InvalidArgumentError);
}

TEST(Date, ArithmeticStopsAtTheEndsOfTheRange) {
  EXPECT_EQ((Date{2024, 3, 4} + CalendarDays{60}), (Date{2024, 5, 3}));
  EXPECT_EQ((CalendarDays{60} + Date{2024, 3, 4}), (Date{2024, 5, 3}));
  EXPECT_EQ((Date{2024, 3, 1} - CalendarDays{1}), (Date{2024, 2, 29}));
  EXPECT_THROW(static_cast<void>(Date{9999, 12, 31} + CalendarDays{1}), InvalidArgumentError);
  EXPECT_THROW(static_cast<void>(Date{1, 1, 1} - CalendarDays{1}), InvalidArgumentError);
  EXPECT_THROW(static_cast<void>(Date{1, 1, 1} + CalendarDays{INT32_MIN}), InvalidArgumentError);
  EXPECT_THROW(static_cast<void>(Date{9999, 12, 31} - CalendarDays{INT32_MIN}), InvalidArgumentError);
}

TEST(Date, OnlyExactlyTenCharactersAreReadAsADay) {
  EXPECT_EQ(Date::try_parse("2024-02-29"), (Date{2024, 2, 29}));
  EXPECT_EQ(Date::parse("0001-01-01"), (Date{1, 1, 1}));
  for (const char* text : {"", "2024-2-29", "2024-02-29 ", " 2024-02-29", "2024-02-29T00", "2024/02/29", "20240229",
                           "2023-02-29", "0000-01-01", "+024-01-01", "2024-01-0a", "２０２４-01-01"}) {
    EXPECT_FALSE(Date::try_parse(text)) << text;
    EXPECT_THROW(static_cast<void>(Date::parse(text)), InvalidArgumentError) << text;
  }
}

TEST(Date, WhatIsWrittenIsReadAgain) {
  for (std::int32_t ordinal = Date::min_ordinal; ordinal <= Date::max_ordinal; ordinal += 997) {
    const Date date = Date::from_ordinal(ordinal);
    ASSERT_EQ(Date::try_parse(date.to_string()), date);
  }
  std::ostringstream out;
  out << Date{987, 6, 5} << ' ' << to_string(Weekday::sunday) << ' ' << WorkingDays{1} << ' ' << WorkingDays{20} << ' '
      << CalendarDays{-1};
  EXPECT_EQ(out.str(), "0987-06-05 sunday 1 working day 20 working days -1 calendar days");
}

TEST(Date, ComparesAndHashesAsItsDay) {
  EXPECT_LT((Date{2024, 1, 31}), (Date{2024, 2, 1}));
  EXPECT_LE((Date{2024, 2, 1}), (Date{2024, 2, 1}));
  EXPECT_GT((Date{2025, 1, 1}), (Date{2024, 12, 31}));
  EXPECT_NE((Date{2025, 1, 1}), (Date{2024, 1, 1}));
  EXPECT_EQ((std::unordered_set<Date>{Date{2024, 1, 1}, Date{2024, 1, 1}, Date{2024, 1, 2}}.size()), 2U);
}

TEST(DayCounts, AreAddedWithinTheirKind) {
  EXPECT_EQ(WorkingDays{20} + WorkingDays{20}, WorkingDays{40});
  EXPECT_EQ(CalendarDays{3} - CalendarDays{5}, CalendarDays{-2});
  EXPECT_EQ(-WorkingDays{7}, WorkingDays{-7});
  EXPECT_LT(WorkingDays{7}, WorkingDays{15});
  EXPECT_GE(WorkingDays{15}, WorkingDays{15});
}

}  // namespace
}  // namespace gongkai
