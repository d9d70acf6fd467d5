// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/calendar/columns.hpp>
#include <gongkai/error.hpp>
#include <limits>
#include <vector>

namespace gongkai {
namespace {

constexpr std::int64_t nat = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t day_of_nanoseconds = 86400000000000;

const WorkCalendar& china() {
  static const WorkCalendar calendar = WorkCalendar::builtin("CN");
  return calendar;
}

std::int32_t number(int year, int month, int day) { return Date{year, month, day}.to_ordinal(); }

template <typename Action>
ErrorCode code_of(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::internal;
}

TEST(Columns, EveryKindAnswersInItsOwnKind) {
  const std::vector<std::int32_t> narrow{number(2024, 3, 4), number(2022, 9, 30)};
  std::vector<std::int32_t> due(2);
  EXPECT_EQ(add(china(), DayColumn{Column<std::int32_t>{narrow}}, WorkingDays{20}, DaySink{due}), 0U);
  EXPECT_EQ(due, (std::vector<std::int32_t>{number(2024, 4, 1), number(2022, 11, 2)}));
  const std::pair<DayUnit, std::int64_t> units[] = {{DayUnit::day, 1},
                                                    {DayUnit::second, 86400},
                                                    {DayUnit::millisecond, 86400000},
                                                    {DayUnit::microsecond, 86400000000},
                                                    {DayUnit::nanosecond, day_of_nanoseconds}};
  for (const auto& [unit, per_day] : units) {
    const std::vector<std::int64_t> wide{narrow[0] * per_day, nat, narrow[1] * per_day};
    std::vector<std::int64_t> out(3);
    std::vector<std::uint8_t> reasons(3, 9);
    ColumnOptions options;
    options.reasons = reasons;
    EXPECT_EQ(add(china(), DayColumn{Column<std::int64_t>{wide}, unit}, WorkingDays{20}, DaySink{out}, options), 1U);
    EXPECT_EQ(out, (std::vector<std::int64_t>{due[0] * per_day, nat, due[1] * per_day}));
    EXPECT_EQ(reasons, (std::vector<std::uint8_t>{0, 1, 0}));
  }
}

TEST(Columns, DaysBefore1970AreDaysToo) {
  const WorkCalendar old = WorkCalendar::from_json(
      R"({"schema":1,"country":"XA","covers":{"from":"1960-01-01","to":"1961-12-31"},
          "years":{"1960":{"off":[],"work":[]},"1961":{"off":[],"work":[]}}})",
      "old");
  const std::vector<std::int64_t> days{number(1960, 1, 1) * day_of_nanoseconds};
  std::vector<std::int64_t> out(1);
  add(old, DayColumn{Column<std::int64_t>{days}, DayUnit::nanosecond}, WorkingDays{1}, DaySink{out});
  EXPECT_EQ(out[0], number(1960, 1, 4) * day_of_nanoseconds);
}

TEST(Columns, ARowBeyondTheNoticesIsNamed) {
  const std::vector<std::int32_t> days{number(2024, 3, 4), number(2026, 12, 14), number(2026, 12, 30)};
  std::vector<std::int32_t> out(3);
  ColumnOptions options;
  options.first_row = 1000;
  try {
    add(china(), DayColumn{Column<std::int32_t>{days}}, WorkingDays{20}, DaySink{out}, options);
    FAIL();
  } catch (const CalendarGapError& gap) {
    EXPECT_EQ(gap.first_unknown_day(), (Date{2027, 1, 1}));
    EXPECT_NE(gap.message().find("row 1001 "), std::string::npos) << gap.message();
    EXPECT_NE(gap.message().find("2027"), std::string::npos);
  }
}

TEST(Columns, ARowBeyondTheNoticesIsNullWithItsReasonWhenAsked) {
  const std::vector<std::int32_t> days{number(2024, 3, 4), number(2026, 12, 14), number(2001, 1, 1),
                                       number(2031, 1, 1)};
  std::vector<std::int32_t> out(4, 7);
  std::uint8_t validity = 0xFF;
  std::vector<std::uint8_t> reasons(4, 9);
  ColumnOptions options;
  options.on_gap = OnGap::null;
  options.reasons = reasons;
  EXPECT_EQ(add(china(), DayColumn{Column<std::int32_t>{days}}, WorkingDays{20}, DaySink{out, &validity}, options), 3U);
  EXPECT_EQ(out, (std::vector<std::int32_t>{number(2024, 4, 1), 0, 0, 0}));
  EXPECT_EQ(validity, 0x01);
  EXPECT_EQ(reasons, (std::vector<std::uint8_t>{0, 3, 2, 3}));
}

TEST(Columns, NullsOfABitmapWithAnOffsetStayNull) {
  std::vector<std::int32_t> days(2000, number(2024, 3, 4));
  days[700] = std::numeric_limits<std::int32_t>::max();  // what stands under a null is nobody's business
  std::vector<std::uint8_t> bits(300, 0xFF);
  const std::size_t offset = 5;
  bits[(700 + offset) / 8] &= static_cast<std::uint8_t>(~(1U << ((700 + offset) % 8)));
  std::vector<std::int32_t> out(2000);
  std::vector<std::uint8_t> validity(250);
  EXPECT_EQ(add(china(), DayColumn{Column<std::int32_t>{days, bits.data(), offset}}, WorkingDays{20},
                DaySink{out, validity.data()}),
            1U);
  for (std::size_t i = 0; i < 2000; ++i) {
    EXPECT_EQ((validity[i / 8] >> (i % 8)) & 1, i == 700 ? 0 : 1) << i;
    EXPECT_EQ(out[i], i == 700 ? 0 : number(2024, 4, 1)) << i;
  }
}

TEST(Columns, ATimeOfDayIsRefusedWithItsRowWhateverTheOptions) {
  std::vector<std::int64_t> moments(600, number(2024, 3, 4) * day_of_nanoseconds);
  moments[555] += 1;
  std::vector<std::int64_t> out(600);
  ColumnOptions options;
  options.on_gap = OnGap::null;
  try {
    add(china(), DayColumn{Column<std::int64_t>{moments}, DayUnit::nanosecond}, WorkingDays{20}, DaySink{out}, options);
    FAIL();
  } catch (const InvalidArgumentError& error) {
    EXPECT_EQ(error.code(), ErrorCode::date_has_time);
    EXPECT_NE(error.message().find("row 555 "), std::string::npos) << error.message();
  }
}

TEST(Columns, WhatIsNoDateIsRefused) {
  for (const std::int64_t day :
       {std::int64_t{1} << 40, -(std::int64_t{1} << 40), std::numeric_limits<std::int64_t>::max(), nat + 1}) {
    const std::vector<std::int64_t> days{day};
    std::vector<std::int64_t> out(1);
    EXPECT_EQ(code_of([&] { add(china(), DayColumn{Column<std::int64_t>{days}}, WorkingDays{1}, DaySink{out}); }),
              ErrorCode::invalid_date);
  }
}

TEST(Columns, CountsOfAnySizeAreAnswersOrGaps) {
  const std::vector<std::int64_t> days(5, number(2024, 3, 4));
  const std::vector<std::int64_t> counts{20, nat, std::numeric_limits<std::int64_t>::max(), 0, -20};
  std::vector<std::int64_t> out(5);
  std::vector<std::uint8_t> reasons(5);
  ColumnOptions options;
  options.on_gap = OnGap::null;
  options.reasons = reasons;
  EXPECT_EQ(add(china(), DayColumn{Column<std::int64_t>{days}}, CountColumn{Column<std::int64_t>{counts}}, DaySink{out},
                options),
            2U);
  EXPECT_EQ(out, (std::vector<std::int64_t>{number(2024, 4, 1), nat, nat, number(2024, 3, 4), number(2024, 1, 31)}));
  EXPECT_EQ(reasons, (std::vector<std::uint8_t>{0, 2, 3, 0, 0}));
}

TEST(Columns, CountsBetweenColumnsAndBetweenAColumnAndADay) {
  const std::vector<std::int32_t> a{number(2024, 3, 4), number(2024, 4, 1)};
  const std::vector<std::int32_t> b{number(2024, 4, 1), number(2024, 3, 4)};
  std::vector<std::int32_t> out(2);
  working_days_between(china(), DayColumn{Column<std::int32_t>{a}}, DayColumn{Column<std::int32_t>{b}},
                       Sink<std::int32_t>{out});
  EXPECT_EQ(out, (std::vector<std::int32_t>{20, -20}));
  std::vector<std::int64_t> wide(2);
  working_days_between(china(), Date{2024, 3, 4}, DayColumn{Column<std::int32_t>{b}}, Sink<std::int64_t>{wide});
  EXPECT_EQ(wide, (std::vector<std::int64_t>{20, 0}));
  working_days_between(china(), DayColumn{Column<std::int32_t>{a}}, Date{2024, 3, 4}, Sink<std::int64_t>{wide});
  EXPECT_EQ(wide, (std::vector<std::int64_t>{0, -20}));
  EXPECT_EQ(
      code_of([&] {
        working_days_between(china(), DayColumn{Column<std::int32_t>{a}}, Date{2027, 3, 4}, Sink<std::int64_t>{wide});
      }),
      ErrorCode::calendar_gap);
}

TEST(Columns, TellsWorkedDaysAndPacksThem) {
  std::vector<std::int32_t> days;
  for (int day = 1; day <= 31; ++day) {
    days.push_back(number(2024, 10, day));
  }
  std::vector<std::uint8_t> out(31);
  is_working_day(china(), DayColumn{Column<std::int32_t>{days}}, Sink<std::uint8_t>{out});
  std::vector<std::uint8_t> bits(4, 0xAA);
  pack_bits(out, bits.data());
  for (int day = 1; day <= 31; ++day) {
    const auto i = static_cast<std::size_t>(day - 1);
    EXPECT_EQ(out[i] != 0, china().is_working_day(Date{2024, 10, day})) << day;
    EXPECT_EQ((bits[i / 8] >> (i % 8)) & 1, out[i]);
  }
  EXPECT_EQ(bits[3] >> 7, 0);  // beyond the end
}

TEST(Columns, NextAndPreviousAreStrict) {
  const std::vector<std::int32_t> days{number(2024, 9, 30), number(2024, 10, 8)};
  std::vector<std::int32_t> out(2);
  next_working_day(china(), DayColumn{Column<std::int32_t>{days}}, DaySink{out});
  EXPECT_EQ(out, (std::vector<std::int32_t>{number(2024, 10, 8), number(2024, 10, 9)}));
  previous_working_day(china(), DayColumn{Column<std::int32_t>{days}}, DaySink{out});
  EXPECT_EQ(out, (std::vector<std::int32_t>{number(2024, 9, 29), number(2024, 9, 30)}));
}

TEST(Columns, WhatDoesNotFitTogetherIsRefused) {
  const std::vector<std::int32_t> narrow(3, number(2024, 3, 4));
  const std::vector<std::int64_t> wide(3, number(2024, 3, 4));
  std::vector<std::int32_t> narrow_out(3);
  std::vector<std::int64_t> wide_out(3);
  std::vector<std::int32_t> two(2);
  const DayColumn question{Column<std::int32_t>{narrow}};
  EXPECT_EQ(code_of([&] { add(china(), question, WorkingDays{1}, DaySink{wide_out}); }), ErrorCode::unsupported_column);
  EXPECT_EQ(code_of([&] { add(china(), question, WorkingDays{1}, DaySink{two}); }), ErrorCode::length_mismatch);
  EXPECT_EQ(code_of([&] { add(china(), question, CountColumn{Column<std::int32_t>{two}}, DaySink{narrow_out}); }),
            ErrorCode::length_mismatch);
  EXPECT_EQ(code_of([&] {
              working_days_between(china(), question, DayColumn{Column<std::int64_t>{wide}},
                                   Sink<std::int32_t>{narrow_out});
            }),
            ErrorCode::unsupported_column);
  ColumnOptions options;
  options.on_gap = OnGap::null;
  EXPECT_EQ(code_of([&] { add(china(), question, WorkingDays{1}, DaySink{narrow_out}, options); }),
            ErrorCode::invalid_option);
  const std::vector<std::int64_t> missing{nat};
  std::vector<std::int64_t> one(1);
  EXPECT_EQ(code_of([&] {
              working_days_between(china(), DayColumn{Column<std::int64_t>{missing}}, Date{2024, 3, 4},
                                   Sink<std::int64_t>{one});
            }),
            ErrorCode::invalid_option);
}

TEST(Columns, AnEmptyColumnHasNoAnswers) {
  const std::vector<std::int32_t> none;
  std::vector<std::int32_t> out;
  EXPECT_EQ(add(china(), DayColumn{Column<std::int32_t>{none}}, WorkingDays{1}, DaySink{out}), 0U);
}

}  // namespace
}  // namespace gongkai
