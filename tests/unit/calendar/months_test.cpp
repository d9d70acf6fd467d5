// SPDX-License-Identifier: Apache-2.0
// Every month since 2007, against two sources that the library does not read.
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <gongkai/calendar/work_calendar.hpp>
#include <iterator>
#include <set>

#include "detail/json_reader.hpp"

namespace gongkai {
namespace {

struct Year {
  int year;
  std::array<int, 12> months;
};

// Counted day by day with chinesecalendar 1.11.0 (MIT licence), which its authors made from the notices on gov.cn, not
// from our data: is_workday() over each month.
constexpr Year working_days[] = {{2007, {{20, 17, 22, 23, 18, 21, 22, 23, 22, 18, 22, 21}}},
                                 {2008, {{22, 18, 21, 21, 21, 20, 23, 21, 21, 20, 20, 23}}},
                                 {2009, {{17, 21, 22, 21, 19, 22, 23, 21, 23, 17, 21, 23}}},
                                 {2010, {{20, 17, 23, 21, 20, 21, 22, 22, 22, 17, 22, 23}}},
                                 {2011, {{21, 16, 23, 20, 21, 21, 21, 23, 21, 18, 22, 23}}},
                                 {2012, {{17, 21, 23, 19, 22, 20, 22, 23, 21, 18, 22, 21}}},
                                 {2013, {{22, 17, 21, 21, 22, 19, 23, 22, 21, 19, 21, 22}}},
                                 {2014, {{22, 17, 21, 21, 21, 20, 23, 21, 22, 19, 20, 23}}},
                                 {2015, {{21, 17, 22, 21, 20, 21, 23, 21, 21, 18, 21, 23}}},
                                 {2016, {{20, 18, 23, 20, 21, 21, 21, 23, 21, 18, 22, 22}}},
                                 {2017, {{19, 19, 23, 19, 21, 22, 21, 23, 22, 17, 22, 21}}},
                                 {2018, {{22, 17, 22, 20, 22, 20, 22, 23, 21, 18, 22, 21}}},
                                 {2019, {{22, 17, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22}}},
                                 {2020, {{17, 20, 22, 22, 19, 21, 23, 21, 23, 17, 21, 23}}},
                                 {2021, {{20, 17, 23, 22, 19, 21, 22, 22, 22, 17, 22, 23}}},
                                 {2022, {{21, 16, 23, 21, 20, 21, 21, 23, 21, 18, 22, 22}}},
                                 {2023, {{18, 20, 23, 20, 21, 21, 21, 23, 20, 19, 22, 21}}},
                                 {2024, {{22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22}}},
                                 {2025, {{19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23}}},
                                 {2026, {{21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23}}}};

TEST(Months, EveryMonthHasTheWorkingDaysThatAnotherReadingOfTheNoticesGives) {
  const WorkCalendar china = WorkCalendar::builtin("CN");
  EXPECT_EQ(std::size(working_days), static_cast<std::size_t>(china.last_day().year() - china.first_day().year() + 1));
  for (const auto& [year, months] : working_days) {
    for (int month = 1; month <= 12; ++month) {
      const Date first{year, month, 1};
      const Date last{year, month, Date::days_in_month(year, month)};
      EXPECT_EQ(china.working_days_between(first - CalendarDays{1}, last).count(),
                months[static_cast<std::size_t>(month - 1)])
          << year << '-' << month;
    }
  }
}

// The published data file, when it is there. GONGKAI_REQUIRE_CORPUS: it must be.
std::string published_data() {
  std::ifstream in{std::string{GONGKAI_DEFAULT_CORPUS} + "/../calendar/cn-holidays.json", std::ios::binary};
  return std::string{std::istreambuf_iterator<char>{in}, {}};
}

TEST(Months, EveryDayIsWorkedAsThePublishedDataFileSays) {
  const std::string bytes = published_data();
  if (bytes.empty()) {
    ASSERT_EQ(std::getenv("GONGKAI_REQUIRE_CORPUS"), nullptr) << "the published calendar data are missing";
    GTEST_SKIP() << "the published calendar data are not here";
  }
  const WorkCalendar china = WorkCalendar::builtin("CN");
  EXPECT_EQ(WorkCalendar::from_json(bytes, "cn-holidays.json"), china);

  // And without our reader of calendars: the rule of the data file, word for word.
  std::set<std::string> off;
  std::set<std::string> work;
  const std::string name = "cn-holidays.json";
  const detail::Json json = detail::parse_json(bytes, name);
  for (const auto& year : detail::JsonCursor{json, name}.at("years").members()) {
    for (const auto& day : year.second.at("off").elements()) {
      off.insert(day.at("date").string());
    }
    for (const auto& day : year.second.at("work").elements()) {
      work.insert(day.at("date").string());
    }
  }
  EXPECT_EQ(off.size(), 547U);
  EXPECT_EQ(work.size(), 132U);
  for (Date date = china.first_day(); date <= china.last_day(); date = date + CalendarDays{1}) {
    const std::string text = date.to_string();
    const bool weekday = date.weekday() <= Weekday::friday;
    EXPECT_EQ(china.is_working_day(date), work.count(text) != 0 || (weekday && off.count(text) == 0)) << text;
  }
}

}  // namespace
}  // namespace gongkai
