// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/calendar/work_calendar.hpp>
#include <gongkai/error.hpp>
#include <thread>
#include <unordered_set>

namespace gongkai {
namespace {

const WorkCalendar& china() {
  static const WorkCalendar calendar = WorkCalendar::builtin("CN");
  return calendar;
}

template <typename Question>
CalendarGapError gap_of(Question question) {
  try {
    static_cast<void>(question());
  } catch (const CalendarGapError& gap) {
    return gap;
  }
  ADD_FAILURE() << "no gap";
  return CalendarGapError{Date{1, 1, 1}, "", ""};
}

TEST(WorkCalendar, TheDayOfReceiptIsNotCounted) {
  EXPECT_EQ(china().add(Date{2024, 3, 4}, WorkingDays{1}), (Date{2024, 3, 5}));
  EXPECT_EQ(china().add(Date{2024, 3, 4}, WorkingDays{20}), (Date{2024, 4, 1}));
}

// Two judgments state both days: received 2022-09-30, due 2022-11-02 (20 working days, over National Day and its
// make-up days 8 and 9 October); received 2011-06-01, due 2011-06-23 (15 working days; Guiding Case 26 of the Supreme
// People's Court).
TEST(WorkCalendar, CountsAsTheCourtsDid) {
  EXPECT_EQ(china().add(Date{2022, 9, 30}, WorkingDays{20}), (Date{2022, 11, 2}));
  EXPECT_EQ(china().add(Date{2011, 6, 1}, WorkingDays{15}), (Date{2011, 6, 23}));
}

TEST(WorkCalendar, ANewYearHolidayReachesIntoTheDecemberBefore) {
  EXPECT_TRUE(china().is_working_day(Date{2007, 12, 29}));   // Saturday, notice for 2008
  EXPECT_FALSE(china().is_working_day(Date{2007, 12, 31}));  // Monday, notice for 2008
  EXPECT_TRUE(china().is_working_day(Date{2011, 12, 31}));   // Saturday, notice for 2012
  EXPECT_TRUE(china().is_working_day(Date{2018, 12, 29}));   // Saturday, notice for 2019
  EXPECT_FALSE(china().is_working_day(Date{2018, 12, 31}));  // Monday, notice for 2019
  EXPECT_EQ(china().why(Date{2018, 12, 31}).notice, "国办发明电〔2018〕15号");
}

TEST(WorkCalendar, SaysWhyADayIsWorkedOrNot) {
  EXPECT_EQ(china().why(Date{2024, 3, 4}), (DayReason{Date{2024, 3, 4}, DayKind::ordinary, "", "", "", ""}));
  EXPECT_EQ(china().why(Date{2024, 3, 9}), (DayReason{Date{2024, 3, 9}, DayKind::weekend, "", "", "", ""}));
  const std::string file = "rules/cn/calendar/holidays.json";
  EXPECT_EQ(china().why(Date{2024, 5, 11}),
            (DayReason{Date{2024, 5, 11}, DayKind::make_up_day, "劳动节", "国办发明电〔2023〕7号", "", file}));
  EXPECT_EQ(china().why(Date{2024, 2, 10}),
            (DayReason{Date{2024, 2, 10}, DayKind::holiday, "春节", "国办发明电〔2023〕7号", "", file}));
  // 3 September 2015 was given by a notice of its own.
  const DayReason parade = china().why(Date{2015, 9, 3});
  EXPECT_EQ(parade.notice, "国发明电〔2015〕1号");
  EXPECT_EQ(parade.amends, "国办发明电〔2014〕28号");
  EXPECT_EQ(china().why(Date{2019, 5, 1}).notice, "国办发明电〔2018〕15号");  // the yearly notice gave this one
  EXPECT_EQ(china().why(Date{2019, 5, 2}).notice, "国办发明电〔2019〕3号");
  EXPECT_EQ(china().why(Date{2019, 4, 28}).notice, "国办发明电〔2019〕3号");
  EXPECT_EQ(china().why(Date{2020, 2, 1}).notice, "国办发明电〔2020〕1号");
}

TEST(WorkCalendar, NewYearsEveOfTheOldTextIsWorkedUnlessANoticeGivesIt) {
  EXPECT_TRUE(china().is_working_day(Date{2014, 1, 30}));
  EXPECT_TRUE(china().is_working_day(Date{2024, 2, 9}));
  EXPECT_FALSE(china().is_working_day(Date{2023, 1, 21}));
  EXPECT_FALSE(china().is_working_day(Date{2025, 1, 28}));
}

TEST(WorkCalendar, NoWorkingDaysFromADayIsThatDay) {
  EXPECT_EQ(china().add(Date{2024, 3, 9}, WorkingDays{0}), (Date{2024, 3, 9}));
  EXPECT_EQ(china().add(Date{2024, 3, 8}, WorkingDays{0}), (Date{2024, 3, 8}));
  EXPECT_EQ(gap_of([] {
              return china().add(Date{2027, 3, 8}, WorkingDays{0});
            }).first_unknown_day(),
            (Date{2027, 3, 8}));
}

TEST(WorkCalendar, CountsBackWithNegativeNumbers) {
  EXPECT_EQ(china().add(Date{2024, 4, 1}, WorkingDays{-20}), (Date{2024, 3, 4}));
  EXPECT_EQ(china().add(Date{2024, 5, 12}, WorkingDays{-1}), (Date{2024, 5, 11}));  // Sunday to the worked Saturday
}

TEST(WorkCalendar, NextAndPreviousAreStrict) {
  EXPECT_EQ(china().next_working_day(Date{2024, 9, 30}), (Date{2024, 10, 8}));
  EXPECT_EQ(china().next_working_day(Date{2024, 10, 8}), (Date{2024, 10, 9}));
  EXPECT_EQ(china().previous_working_day(Date{2024, 10, 8}), (Date{2024, 9, 30}));
  EXPECT_EQ(china().working_day_on_or_after(Date{2024, 10, 8}), (Date{2024, 10, 8}));
  EXPECT_EQ(china().working_day_on_or_after(Date{2024, 10, 1}), (Date{2024, 10, 8}));
  EXPECT_EQ(china().working_day_on_or_before(Date{2024, 10, 7}), (Date{2024, 9, 30}));
  EXPECT_EQ(china().working_day_on_or_before(Date{2024, 9, 29}), (Date{2024, 9, 29}));  // a worked Sunday
}

TEST(WorkCalendar, CountsTheDaysAfterTheFirstUpToTheSecond) {
  EXPECT_EQ(china().working_days_between(Date{2024, 3, 4}, Date{2024, 4, 1}), WorkingDays{20});
  EXPECT_EQ(china().working_days_between(Date{2024, 4, 1}, Date{2024, 3, 4}), WorkingDays{-20});
  EXPECT_EQ(china().working_days_between(Date{2024, 3, 4}, Date{2024, 3, 4}), WorkingDays{0});
  // 1043 weeks and Monday to Thursday are 5219 weekdays. By decree 226 days are off: 10 in 2007, 11 in each other year
  // but 12 in 2015 and 13 in 2020, 2025 and 2026. Two make-up days for 2007 lie in 2006.
  EXPECT_EQ(china().working_days_between(Date{2006, 12, 31}, Date{2026, 12, 31}).count(), 5219 - 226 - 2);
}

TEST(WorkCalendar, NamesTheFirstUnknownDayAndTheMissingNotice) {
  const CalendarGapError forward = gap_of([] { return china().add(Date{2026, 12, 14}, WorkingDays{20}); });
  EXPECT_EQ(forward.first_unknown_day(), (Date{2027, 1, 1}));
  EXPECT_EQ(forward.missing_notice(), "the State Council's holiday notice for 2027");
  EXPECT_EQ(forward.code(), ErrorCode::calendar_gap);
  const CalendarGapError back = gap_of([] { return china().add(Date{2007, 1, 10}, WorkingDays{-20}); });
  EXPECT_EQ(back.first_unknown_day(), (Date{2006, 12, 31}));
  EXPECT_EQ(gap_of([] {
              return china().add(Date{9990, 1, 1}, WorkingDays{1});
            }).first_unknown_day(),
            (Date{9990, 1, 1}));
  EXPECT_EQ(gap_of([] {
              return china().is_working_day(Date{2031, 5, 6});
            }).missing_notice(),
            "the State Council's holiday notice for 2031");
  EXPECT_EQ(gap_of([] { return china().why(Date{2006, 12, 30}); }).first_unknown_day(), (Date{2006, 12, 30}));
  EXPECT_EQ(gap_of([] {
              return china().working_days_between(Date{2026, 1, 1}, Date{2027, 1, 1});
            }).first_unknown_day(),
            (Date{2027, 1, 1}));
  EXPECT_EQ(gap_of([] {
              return china().working_days_between(Date{2026, 1, 1}, Date{2006, 12, 30});
            }).first_unknown_day(),
            (Date{2006, 12, 30}));
}

TEST(WorkCalendar, CountsFromTheDayBeforeTheCoverageAndBackFromTheDayAfter) {
  EXPECT_EQ(china().add(Date{2006, 12, 31}, WorkingDays{1}), (Date{2007, 1, 4}));
  EXPECT_EQ(china().add(Date{2027, 1, 1}, WorkingDays{-1}), (Date{2026, 12, 31}));
  EXPECT_EQ(gap_of([] {
              return china().add(Date{2006, 12, 30}, WorkingDays{1});
            }).first_unknown_day(),
            (Date{2006, 12, 30}));
}

TEST(WorkCalendar, TellsAGapAsAValueWithWhatIsCertain) {
  const CalendarAnswer open = china().try_add(Date{2026, 12, 14}, WorkingDays{20});
  ASSERT_NE(open.gap(), nullptr);
  EXPECT_FALSE(open.day());
  EXPECT_EQ(*open.gap(),
            (CalendarGap{Date{2027, 1, 1}, "the State Council's holiday notice for 2027", WorkingDays{13}}));
  const CalendarAnswer back = china().try_add(Date{2007, 1, 10}, WorkingDays{-20});
  ASSERT_NE(back.gap(), nullptr);
  EXPECT_EQ(back.gap()->counted, WorkingDays{4});  // 4, 5, 8, 9 January
  const CalendarAnswer sure = china().try_add(Date{2024, 3, 4}, WorkingDays{20});
  ASSERT_TRUE(sure.day());
  EXPECT_EQ(*sure.day(), (Date{2024, 4, 1}));
}

TEST(WorkCalendar, CountsOfAnySizeAreAnswersOrGaps) {
  for (const std::int32_t count : {INT32_MAX, INT32_MIN, INT32_MAX - 1, INT32_MIN + 1}) {
    EXPECT_FALSE(china().try_add(Date{2024, 3, 4}, WorkingDays{count}).day());
  }
}

TEST(WorkCalendar, KnowsAllYearsSince2007) {
  EXPECT_EQ(china().country(), "CN");
  EXPECT_EQ(china().first_day(), (Date{2007, 1, 1}));
  EXPECT_EQ(china().last_day(), (Date{2026, 12, 31}));
  EXPECT_EQ(china().weekend(), (std::vector<Weekday>{Weekday::saturday, Weekday::sunday}));
  const auto notices = china().notices();
  EXPECT_EQ(notices.size(), 23U);  // twenty years, three changed
  EXPECT_EQ(notices.front(), (CalendarNotice{2007, "国办发明电〔2006〕49号", Date{2006, 12, 14}, "",
                                             "rules/cn/calendar/holidays.json"}));
  EXPECT_EQ(notices[9].number, "国发明电〔2015〕1号");
  EXPECT_EQ(notices[9].amends, "国办发明电〔2014〕28号");
}

TEST(WorkCalendar, ACountryWithoutDataIsAnError) {
  for (const char* country : {"XX", "cn", "", "CN/", "../cn", "China"}) {
    try {
      static_cast<void>(WorkCalendar::builtin(country));
      ADD_FAILURE() << country;
    } catch (const NotFoundError& error) {
      EXPECT_EQ(error.code(), ErrorCode::unknown_country);
    }
  }
}

TEST(WorkCalendar, ListsTheDaysOfAYear) {
  const auto days = china().days(2024);
  ASSERT_EQ(days.size(), 366U);
  EXPECT_EQ(days.front().date, (Date{2024, 1, 1}));
  EXPECT_EQ(days.front().name, "元旦");
  EXPECT_EQ(days.back().date, (Date{2024, 12, 31}));
  EXPECT_THROW(static_cast<void>(china().days(2027)), CalendarGapError);
  const auto off = china().off_days();
  EXPECT_EQ(off.size(), 7305U - 4991U);
  const auto special = china().special_days();
  EXPECT_EQ(special.front().date, (Date{2007, 1, 1}));  // not the make-up days of December 2006
  EXPECT_EQ(special.size(), 547U + 130U);               // the table of the data's README: 547 off, 132 worked
}

TEST(WorkCalendar, ThreadsShareOneCalendar) {
  std::vector<std::thread> threads;
  std::vector<int> sums(4, 0);
  for (int& sum : sums) {
    threads.emplace_back([&sum] {
      const WorkCalendar mine = WorkCalendar::builtin("CN");
      for (Date date{2010, 1, 1}; date < Date{2012, 1, 1}; date = date + CalendarDays{1}) {
        sum += mine.add(date, WorkingDays{20}).to_ordinal() % 1000 + static_cast<int>(mine.why(date).name.size());
      }
    });
  }
  for (auto& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(sums, std::vector<int>(4, sums[0]));
  EXPECT_NE(sums[0], 0);
}

TEST(WorkCalendar, IsEqualByContent) {
  const WorkCalendar again = WorkCalendar::from_json(china().to_json(), "again.json");
  EXPECT_EQ(again, china());
  EXPECT_EQ(again.content_hash(), china().content_hash());
  EXPECT_EQ(again.content_hash().size(), 32U);
  const WorkCalendar other =
      china().with_overrides({{Date{2008, 8, 8}, DayOverride::Kind::closure, "京政办发〔2008〕44号"}});
  EXPECT_NE(other, china());
  EXPECT_NE(other.content_hash(), china().content_hash());
  EXPECT_EQ((std::unordered_set<WorkCalendar>{china(), again, other}.size()), 2U);
}

TEST(WorkCalendar, AMovedCalendarIsStillACalendar) {
  WorkCalendar first = china();
  const WorkCalendar second = std::move(first);
  EXPECT_EQ(first.country(), second.country());  // NOLINT(bugprone-use-after-move): moving copies
}

}  // namespace
}  // namespace gongkai
