// SPDX-License-Identifier: Apache-2.0
// The calendar as it was known on a day. Dates of the notices and what they changed: the State Council's notices of
// 2015, 2019 and 2020.
#include <gtest/gtest.h>

#include <gongkai/calendar/work_calendar.hpp>
#include <gongkai/error.hpp>

namespace gongkai {
namespace {

WorkCalendar known(int year, int month, int day) { return WorkCalendar::builtin("CN", Date{year, month, day}); }

TEST(KnownOn, TheParadeOf2015WasGivenInMay) {
  const WorkCalendar before = known(2015, 5, 12);
  const WorkCalendar after = known(2015, 5, 13);
  EXPECT_TRUE(before.is_working_day(Date{2015, 9, 3}));
  EXPECT_TRUE(before.is_working_day(Date{2015, 9, 4}));
  EXPECT_EQ(before.why(Date{2015, 9, 5}).kind, DayKind::weekend);
  EXPECT_FALSE(before.is_working_day(Date{2015, 9, 6}));
  EXPECT_EQ(before.why(Date{2015, 9, 3}).kind, DayKind::ordinary);
  EXPECT_FALSE(after.is_working_day(Date{2015, 9, 3}));
  EXPECT_FALSE(after.is_working_day(Date{2015, 9, 4}));
  EXPECT_TRUE(after.is_working_day(Date{2015, 9, 6}));
  EXPECT_EQ(before.working_days_between(Date{2015, 8, 31}, Date{2015, 9, 30}).count(), 22);
  EXPECT_EQ(after.working_days_between(Date{2015, 8, 31}, Date{2015, 9, 30}).count(), 22 - 2 + 1);
}

TEST(KnownOn, LabourDay2019WasOneDayUntilMarch) {
  const WorkCalendar before = known(2019, 3, 21);
  const WorkCalendar after = known(2019, 3, 22);
  EXPECT_FALSE(before.is_working_day(Date{2019, 5, 1}));
  EXPECT_TRUE(before.is_working_day(Date{2019, 5, 2}));
  EXPECT_TRUE(before.is_working_day(Date{2019, 5, 3}));
  EXPECT_FALSE(before.is_working_day(Date{2019, 4, 28}));
  EXPECT_FALSE(before.is_working_day(Date{2019, 5, 5}));
  EXPECT_FALSE(after.is_working_day(Date{2019, 5, 2}));
  EXPECT_TRUE(after.is_working_day(Date{2019, 4, 28}));
  EXPECT_TRUE(after.is_working_day(Date{2019, 5, 5}));
  // Counted from 8 April by hand: 14 days to the 26th, then the 29th and 30th, or the 28th, 29th and 30th.
  EXPECT_EQ(before.add(Date{2019, 4, 8}, WorkingDays{17}), (Date{2019, 5, 2}));
  EXPECT_EQ(after.add(Date{2019, 4, 8}, WorkingDays{17}), (Date{2019, 4, 30}));
  EXPECT_EQ(before.add(Date{2019, 4, 8}, WorkingDays{18}), (Date{2019, 5, 3}));
  EXPECT_EQ(after.add(Date{2019, 4, 8}, WorkingDays{18}), (Date{2019, 5, 5}));
}

TEST(KnownOn, SpringFestival2020WasExtendedWhileItLasted) {
  const WorkCalendar before = known(2020, 1, 25);
  const WorkCalendar after = known(2020, 1, 26);
  EXPECT_TRUE(before.is_working_day(Date{2020, 1, 31}));
  EXPECT_EQ(before.why(Date{2020, 2, 1}).kind, DayKind::make_up_day);
  EXPECT_EQ(before.why(Date{2020, 2, 1}).notice, "国办发明电〔2019〕16号");
  EXPECT_EQ(before.why(Date{2020, 2, 1}).name, "春节");
  EXPECT_EQ(before.why(Date{2020, 2, 2}).kind, DayKind::weekend);
  EXPECT_FALSE(after.is_working_day(Date{2020, 1, 31}));
  EXPECT_EQ(after.why(Date{2020, 2, 1}).kind, DayKind::holiday);
  EXPECT_TRUE(after.is_working_day(Date{2020, 1, 19}));
  EXPECT_TRUE(after.is_working_day(Date{2020, 2, 3}));
}

TEST(KnownOn, AYearWhoseNoticeIsNotOutIsUnknown) {
  const WorkCalendar calendar = known(2018, 12, 3);  // the notice for 2019 is of the 4th
  EXPECT_EQ(calendar.last_day(), (Date{2018, 12, 31}));
  EXPECT_TRUE(calendar.is_working_day(Date{2018, 12, 31}));  // as it was known: an ordinary Monday
  EXPECT_FALSE(known(2018, 12, 4).is_working_day(Date{2018, 12, 31}));
  EXPECT_EQ(known(2018, 12, 4).last_day(), (Date{2019, 12, 31}));
  try {
    static_cast<void>(calendar.add(Date{2018, 12, 28}, WorkingDays{5}));
    FAIL();
  } catch (const CalendarGapError& gap) {
    EXPECT_EQ(gap.first_unknown_day(), (Date{2019, 1, 1}));
    EXPECT_EQ(gap.missing_notice(), "the State Council's holiday notice for 2019");
    EXPECT_NE(gap.message().find("as known on 2018-12-03"), std::string::npos) << gap.message();
  }
}

TEST(KnownOn, ForgetsNothingThatIsOut) {
  const WorkCalendar china = WorkCalendar::builtin("CN");
  EXPECT_EQ(known(2026, 12, 31), china);
  EXPECT_EQ(known(2026, 12, 31).content_hash(), china.content_hash());
  EXPECT_EQ(known(2026, 12, 31).known_on(), (Date{2026, 12, 31}));
  EXPECT_FALSE(china.known_on());
  EXPECT_EQ(known(2015, 5, 12).notices().size(), 9U);
  EXPECT_EQ(known(2015, 5, 13).notices().size(), 10U);
  // Step by step or at once.
  EXPECT_EQ(known(2020, 1, 26).as_known_on(Date{2019, 3, 21}), known(2019, 3, 21));
  // What a later day would have made known cannot come back.
  EXPECT_EQ(known(2019, 3, 21).as_known_on(Date{2026, 1, 1}), known(2019, 3, 21));
}

TEST(KnownOn, BeforeTheFirstNoticeNothingIsKnown) {
  EXPECT_EQ(known(2006, 12, 14).last_day(), (Date{2007, 12, 31}));
  try {
    static_cast<void>(known(2006, 12, 13));
    FAIL();
  } catch (const CalendarGapError& gap) {
    EXPECT_EQ(gap.first_unknown_day(), (Date{2007, 1, 1}));
    EXPECT_EQ(gap.missing_notice(), "the State Council's holiday notice for 2007");
  }
}

TEST(KnownOn, DataWithoutDatesCannotSay) {
  const WorkCalendar undated = WorkCalendar::from_json(
      R"({"schema":1,"country":"XA","covers":{"from":"2024-01-01","to":"2024-12-31"},"years":{"2024":{"off":[],"work":[]}}})",
      "undated");
  try {
    static_cast<void>(undated.as_known_on(Date{2024, 1, 1}));
    FAIL();
  } catch (const InvalidArgumentError& error) {
    EXPECT_EQ(error.code(), ErrorCode::invalid_option);
  }
}

TEST(KnownOn, AnAmendmentMayCancelADayOff) {
  const std::string data =
      R"({"schema":1,"country":"XA","covers":{"from":"2024-01-01","to":"2024-12-31"},"years":{"2024":{
    "notice":"1","published":"2023-12-01","amendments":[
      {"notice":"2","published":"2024-03-01","holiday":"Spring","effect":"cancels","off_removed":["2024-04-05"]},
      {"notice":"3","published":"2024-03-10","holiday":"Spring","effect":"adds","off_added":["2024-04-08"]}],
    "off":[{"date":"2024-01-01","name":"New Year"},{"date":"2024-04-08","name":"Spring"}],"work":[]}}})";
  const WorkCalendar now = WorkCalendar::from_json(data, "amended");
  EXPECT_TRUE(now.is_working_day(Date{2024, 4, 5}));
  EXPECT_EQ(now.why(Date{2024, 4, 8}).notice, "3");
  EXPECT_EQ(now.why(Date{2024, 4, 8}).amends, "1");
  const WorkCalendar between = now.as_known_on(Date{2024, 3, 5});
  EXPECT_TRUE(between.is_working_day(Date{2024, 4, 5}));
  EXPECT_TRUE(between.is_working_day(Date{2024, 4, 8}));
  const WorkCalendar first = now.as_known_on(Date{2024, 2, 1});
  EXPECT_EQ(first.why(Date{2024, 4, 5}).name, "Spring");
  EXPECT_EQ(first.why(Date{2024, 4, 5}).notice, "1");
}

}  // namespace
}  // namespace gongkai
