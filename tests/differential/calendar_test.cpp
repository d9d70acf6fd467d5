// SPDX-License-Identifier: Apache-2.0
// Every answer of the calendar, and of its columns, against counting day by day.
#include <gtest/gtest.h>

#include <gongkai/calendar/columns.hpp>
#include <gongkai/error.hpp>

#include "random_calendar.hpp"

namespace gongkai {
namespace {

using testing::Random;
using testing::random_calendar;
using testing::RandomCalendar;

constexpr unsigned calendars = 24;

// A day in the coverage or up to a week outside.
Date any_day(Random& random, const RandomCalendar& truth) {
  return truth.first() + CalendarDays{random.between(-7, (truth.last() - truth.first()).count() + 7)};
}

TEST(CalendarRecount, EveryDayIsWorkedAsListed) {
  for (unsigned seed = 0; seed < calendars; ++seed) {
    const RandomCalendar truth = random_calendar(seed);
    ASSERT_EQ(truth.calendar.first_day(), truth.first());
    ASSERT_EQ(truth.calendar.last_day(), truth.last());
    std::size_t off = 0;
    for (const auto& [date, worked] : truth.worked) {
      ASSERT_EQ(truth.calendar.is_working_day(date), worked) << seed << ' ' << date;
      ASSERT_EQ(truth.calendar.why(date).worked(), worked) << seed << ' ' << date;
      off += worked ? 0 : 1;
    }
    ASSERT_EQ(truth.calendar.off_days().size(), off);
    ASSERT_THROW(static_cast<void>(truth.calendar.is_working_day(truth.first() - CalendarDays{1})), CalendarGapError);
    ASSERT_THROW(static_cast<void>(truth.calendar.is_working_day(truth.last() + CalendarDays{1})), CalendarGapError);
    ASSERT_EQ(WorkCalendar::from_json(truth.calendar.to_json(), "again"), truth.calendar);
  }
}

TEST(CalendarRecount, AddIsAWalkFromDayToDay) {
  for (unsigned seed = 0; seed < calendars; ++seed) {
    const RandomCalendar truth = random_calendar(seed);
    Random random{seed + 1000};
    for (int i = 0; i < 300; ++i) {
      const Date from = any_day(random, truth);
      const int n = random.between(-60, 60);
      const CalendarAnswer answer = truth.calendar.try_add(from, WorkingDays{n});
      const auto expected = truth.walk(from, n);
      ASSERT_EQ(answer.day().has_value(), expected.has_value()) << seed << ' ' << from << ' ' << n;
      if (expected) {
        ASSERT_EQ(*answer.day(), *expected) << seed << ' ' << from << ' ' << n;
        continue;
      }
      // What is certain before the gap, counted again.
      const Date unknown = answer.gap()->first_unknown_day;
      ASSERT_FALSE(truth.calendar.covers(unknown));
      const bool from_outside = unknown == from;
      const auto counted =
          n > 0 ? truth.count(from, unknown - CalendarDays{1}) : truth.count(unknown, from - CalendarDays{1});
      ASSERT_EQ(answer.gap()->counted.count(), from_outside ? 0 : *counted) << seed << ' ' << from << ' ' << n;
    }
  }
}

TEST(CalendarRecount, BetweenCountsOneByOne) {
  for (unsigned seed = 0; seed < calendars; ++seed) {
    const RandomCalendar truth = random_calendar(seed);
    Random random{seed + 2000};
    for (int i = 0; i < 100; ++i) {
      const Date a = any_day(random, truth);
      const Date b = any_day(random, truth);
      const auto expected = truth.count(a, b);
      if (expected && a != b) {
        ASSERT_EQ(truth.calendar.working_days_between(a, b).count(), *expected) << seed << ' ' << a << ' ' << b;
      } else if (!expected) {
        ASSERT_THROW(static_cast<void>(truth.calendar.working_days_between(a, b)), CalendarGapError) << a << ' ' << b;
      }
    }
  }
}

// ---- columns: every row as the scalar question answers it

struct Rows {
  std::vector<std::int32_t> days;
  std::vector<std::int32_t> other;
  std::vector<std::int32_t> counts;
  std::vector<std::uint8_t> bits;
  std::size_t offset;

  [[nodiscard]] bool valid(std::size_t i) const { return ((bits[(i + offset) / 8] >> ((i + offset) % 8)) & 1) != 0; }
};

Rows random_rows(Random& random, const RandomCalendar& truth, int trouble) {
  Rows rows;
  const auto size = static_cast<std::size_t>(random.between(0, 1200));
  rows.offset = static_cast<std::size_t>(random.between(0, 17));
  rows.bits.assign((size + rows.offset) / 8 + 1, 0xFF);
  const Date middle = truth.first() + CalendarDays{(truth.last() - truth.first()).count() / 2};
  for (std::size_t i = 0; i < size; ++i) {
    const bool in_trouble = trouble > 0 && random.once_in(trouble);
    rows.days.push_back(
        (in_trouble ? any_day(random, truth) : middle + CalendarDays{random.between(-20, 20)}).to_ordinal());
    rows.other.push_back(
        (in_trouble ? any_day(random, truth) : middle + CalendarDays{random.between(-20, 20)}).to_ordinal());
    rows.counts.push_back(in_trouble ? random.between(-400, 400) : random.between(-9, 9));
    if (in_trouble && random.once_in(3)) {
      rows.bits[(i + rows.offset) / 8] &= static_cast<std::uint8_t>(~(1U << ((i + rows.offset) % 8)));
    }
  }
  return rows;
}

bool bit(const std::vector<std::uint8_t>& bits, std::size_t i) { return ((bits[i / 8] >> (i % 8)) & 1) != 0; }

/// Compares a column's answers with `scalar(i)`, which is nothing for a gap.
template <typename T, typename Scalar>
void expect_rows(const Rows& rows, const std::vector<T>& values, const std::vector<std::uint8_t>& validity,
                 const std::vector<std::uint8_t>& reasons, std::size_t nulls, Scalar scalar) {
  std::size_t expected_nulls = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto expected = rows.valid(i) ? scalar(i) : decltype(scalar(i)){};
    expected_nulls += expected ? 0U : 1U;
    ASSERT_EQ(bit(validity, i), expected.has_value()) << i;
    ASSERT_EQ(reasons[i] == 1, !rows.valid(i)) << i;
    ASSERT_EQ(reasons[i] == 0, expected.has_value()) << i;
    ASSERT_EQ(values[i], expected ? static_cast<T>(*expected) : T{0}) << i;
  }
  ASSERT_EQ(nulls, expected_nulls);
  if (values.size() % 8 != 0) {
    ASSERT_EQ(validity[values.size() / 8] >> (values.size() % 8), 0) << "bits beyond the end";
  }
}

TEST(ColumnRecount, EveryRowIsAnsweredAsTheScalarQuestion) {
  for (unsigned seed = 0; seed < calendars; ++seed) {
    const RandomCalendar truth = random_calendar(seed);
    const WorkCalendar& calendar = truth.calendar;
    Random random{seed + 3000};
    for (const int trouble : {0, 500, 20, 2}) {
      const Rows rows = random_rows(random, truth, trouble);
      const std::size_t size = rows.days.size();
      const Column<std::int32_t> days{rows.days, rows.bits.data(), rows.offset};
      std::vector<std::int32_t> out(size);
      std::vector<std::uint8_t> validity((size + 7) / 8);
      std::vector<std::uint8_t> reasons(size);
      ColumnOptions options;
      options.on_gap = OnGap::null;
      options.reasons = reasons;
      const auto add_scalar = [&](std::size_t i, int n) -> std::optional<std::int32_t> {
        const auto answer = calendar.try_add(Date::from_ordinal(rows.days[i]), WorkingDays{n});
        return !answer.day() ? std::nullopt : std::optional<std::int32_t>{answer.day()->to_ordinal()};
      };
      const int n = random.between(-15, 15);
      std::size_t nulls = add(calendar, DayColumn{days}, WorkingDays{n}, DaySink{out, validity.data()}, options);
      expect_rows(rows, out, validity, reasons, nulls, [&](std::size_t i) { return add_scalar(i, n); });

      nulls = add(calendar, DayColumn{days}, CountColumn{Column<std::int32_t>{rows.counts}},
                  DaySink{out, validity.data()}, options);
      expect_rows(rows, out, validity, reasons, nulls, [&](std::size_t i) { return add_scalar(i, rows.counts[i]); });

      const auto between_scalar = [&](std::int32_t a, std::int32_t b) -> std::optional<int> {
        return a == b && (a < truth.first().to_ordinal() - 1 || a > truth.last().to_ordinal())
                   ? std::nullopt
                   : truth.count(Date::from_ordinal(a), Date::from_ordinal(b));
      };
      nulls = working_days_between(calendar, DayColumn{days}, DayColumn{Column<std::int32_t>{rows.other}},
                                   Sink<std::int32_t>{out, validity.data()}, options);
      expect_rows(rows, out, validity, reasons, nulls,
                  [&](std::size_t i) { return between_scalar(rows.days[i], rows.other[i]); });

      std::vector<std::int64_t> counts(size);
      nulls = working_days_between(calendar, truth.first(), DayColumn{days},
                                   Sink<std::int64_t>{counts, validity.data()}, options);
      expect_rows(rows, counts, validity, reasons, nulls,
                  [&](std::size_t i) { return between_scalar(truth.first().to_ordinal(), rows.days[i]); });
      nulls = working_days_between(calendar, DayColumn{days}, truth.last(), Sink<std::int64_t>{counts, validity.data()},
                                   options);
      expect_rows(rows, counts, validity, reasons, nulls,
                  [&](std::size_t i) { return between_scalar(rows.days[i], truth.last().to_ordinal()); });

      std::vector<std::uint8_t> worked(size);
      nulls = is_working_day(calendar, DayColumn{days}, Sink<std::uint8_t>{worked, validity.data()}, options);
      expect_rows(rows, worked, validity, reasons, nulls, [&](std::size_t i) -> std::optional<int> {
        const auto day = truth.worked.find(Date::from_ordinal(rows.days[i]));
        return day == truth.worked.end() ? std::nullopt : std::optional<int>{day->second ? 1 : 0};
      });
    }
  }
}

TEST(ColumnRecount, AllUnitsGiveTheSameDays) {
  const std::pair<DayUnit, std::int64_t> units[] = {{DayUnit::day, 1},
                                                    {DayUnit::second, 86400},
                                                    {DayUnit::millisecond, 86400000},
                                                    {DayUnit::microsecond, 86400000000},
                                                    {DayUnit::nanosecond, 86400000000000}};
  for (unsigned seed = 0; seed < calendars; ++seed) {
    const RandomCalendar truth = random_calendar(seed);
    Random random{seed + 4000};
    const Rows rows = random_rows(random, truth, static_cast<int>(seed) % 30);
    const std::size_t size = rows.days.size();
    for (const auto& [unit, per_day] : units) {
      std::vector<std::int64_t> question(size);
      for (std::size_t i = 0; i < size; ++i) {
        question[i] = rows.days[i] * per_day;
      }
      std::vector<std::int64_t> out(size);
      ColumnOptions options;
      options.on_gap = OnGap::null;
      const Column<std::int64_t> column{question, rows.bits.data(), rows.offset};
      add(truth.calendar, DayColumn{column, unit}, CountColumn{Column<std::int32_t>{rows.counts}}, DaySink{out},
          options);
      for (std::size_t i = 0; i < size; ++i) {
        const auto expected =
            rows.valid(i) ? truth.walk(Date::from_ordinal(rows.days[i]), rows.counts[i]) : std::nullopt;
        ASSERT_EQ(out[i], expected ? expected->to_ordinal() * per_day : INT64_MIN) << seed << ' ' << i;
      }
    }
  }
}

TEST(ColumnRecount, TheFirstRowInTroubleIsTheOneNamed) {
  for (unsigned seed = 0; seed < calendars; ++seed) {
    const RandomCalendar truth = random_calendar(seed);
    Random random{seed + 5000};
    const Rows rows = random_rows(random, truth, 200);
    std::vector<std::int32_t> out(rows.days.size());
    std::vector<std::uint8_t> validity(rows.days.size() / 8 + 1);
    std::size_t first_bad = 0;
    while (first_bad < rows.days.size() &&
           (!rows.valid(first_bad) || truth.walk(Date::from_ordinal(rows.days[first_bad]), 5))) {
      ++first_bad;
    }
    try {
      add(truth.calendar, DayColumn{Column<std::int32_t>{rows.days, rows.bits.data(), rows.offset}}, WorkingDays{5},
          DaySink{out, validity.data()});
      ASSERT_EQ(first_bad, rows.days.size());
    } catch (const CalendarGapError& gap) {
      ASSERT_EQ(gap.message().rfind("row " + std::to_string(first_bad) + " ", 0), 0U) << gap.message() << first_bad;
    }
  }
}

}  // namespace
}  // namespace gongkai
