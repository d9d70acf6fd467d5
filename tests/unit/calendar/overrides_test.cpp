// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/calendar/work_calendar.hpp>
#include <gongkai/error.hpp>

namespace gongkai {
namespace {

using Kind = DayOverride::Kind;

// Public offices in Beijing, APEC meeting 2014: 7-12 November off, Sunday the 2nd and Saturday the 15th worked.
WorkCalendar beijing() {
  const std::string source = "北京市人民政府关于亚太经合组织会议期间调休放假的通知";
  std::vector<DayOverride> overrides;
  for (int day = 7; day <= 12; ++day) {
    overrides.push_back({Date{2014, 11, day}, Kind::closure, source, "APEC"});
  }
  overrides.push_back({Date{2014, 11, 2}, Kind::working_day, source});
  overrides.push_back({Date{2014, 11, 15}, Kind::working_day, source});
  return WorkCalendar::builtin("CN").with_overrides(overrides);
}

TEST(Overrides, ADayOfOneOfficeDiffersAndSaysWhy) {
  const WorkCalendar local = beijing();
  EXPECT_FALSE(local.is_working_day(Date{2014, 11, 7}));
  EXPECT_TRUE(local.is_working_day(Date{2014, 11, 2}));
  EXPECT_EQ(local.why(Date{2014, 11, 8}).kind, DayKind::local_closure);  // the order says so, Saturday or not
  EXPECT_EQ(local.why(Date{2014, 11, 7}).name, "APEC");
  EXPECT_EQ(local.why(Date{2014, 11, 15}).kind, DayKind::local_working_day);
  EXPECT_EQ(local.why(Date{2014, 11, 15}).source, "北京市人民政府关于亚太经合组织会议期间调休放假的通知");
  EXPECT_EQ(local.why(Date{2014, 11, 15}).notice, "");
  // Ten weekdays after 31 October up to 15 November, four of them closed, and two weekend days worked.
  EXPECT_EQ(local.working_days_between(Date{2014, 10, 31}, Date{2014, 11, 15}), WorkingDays{8});
  EXPECT_EQ(local.overrides().size(), 8U);
  EXPECT_EQ(local.overrides().front().date, (Date{2014, 11, 2}));
}

TEST(Overrides, TheCalendarThatTheyAreMadeFromStays) {
  const WorkCalendar china = WorkCalendar::builtin("CN");
  const WorkCalendar local = beijing();
  EXPECT_TRUE(china.is_working_day(Date{2014, 11, 7}));
  EXPECT_NE(local, china);
  EXPECT_EQ(china.with_overrides({}), china);
}

TEST(Overrides, OneAfterTheOtherIsTheSameAsTogether) {
  const DayOverride first{Date{2024, 6, 3}, Kind::closure, "a"};
  const DayOverride second{Date{2024, 5, 6}, Kind::closure, "b"};
  const WorkCalendar china = WorkCalendar::builtin("CN");
  EXPECT_EQ(china.with_overrides({first}).with_overrides({second}), china.with_overrides({second, first}));
  const DayOverride other_source{Date{2024, 6, 3}, Kind::closure, "c"};
  EXPECT_NE(china.with_overrides({first}), china.with_overrides({other_source}));
}

TEST(Overrides, SurviveWritingReadingAndKnowingLess) {
  const WorkCalendar local = beijing();
  EXPECT_EQ(WorkCalendar::from_json(local.to_json(), "written"), local);
  const WorkCalendar then = local.as_known_on(Date{2014, 11, 1});
  EXPECT_EQ(then.last_day(), (Date{2014, 12, 31}));
  EXPECT_FALSE(then.is_working_day(Date{2014, 11, 7}));
  EXPECT_TRUE(local.as_known_on(Date{2012, 11, 1}).overrides().empty());  // for days that are unknown again
}

TEST(Overrides, WithoutSourceTwiceOrOutsideTheyAreRefused) {
  const WorkCalendar china = WorkCalendar::builtin("CN");
  const DayOverride good{Date{2024, 6, 3}, Kind::closure, "a"};
  const DayOverride reversed{Date{2024, 6, 3}, Kind::working_day, "b"};
  const std::vector<std::vector<DayOverride>> bad{{{Date{2024, 6, 3}, Kind::closure, ""}},
                                                  {{Date{2024, 6, 3}, Kind::closure, "\xFF"}},
                                                  {good, good},
                                                  {good, reversed},
                                                  {{Date{2027, 6, 3}, Kind::closure, "a"}},
                                                  {{Date{2006, 12, 31}, Kind::closure, "a"}}};
  for (const auto& overrides : bad) {
    try {
      static_cast<void>(china.with_overrides(overrides));
      ADD_FAILURE();
    } catch (const InvalidArgumentError& error) {
      EXPECT_EQ(error.code(), ErrorCode::invalid_override);
      EXPECT_EQ(error.subject(), overrides.back().date.to_string());
    }
  }
  EXPECT_THROW(static_cast<void>(china.with_overrides({good}).with_overrides({reversed})), InvalidArgumentError);
}

}  // namespace
}  // namespace gongkai
