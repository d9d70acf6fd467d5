// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <vector>

#include <gongkai/clock/day_histogram.hpp>
#include <gongkai/error.hpp>

namespace gongkai {
namespace {

DayHistogram of(const std::vector<std::int32_t>& days) { return DayHistogram::of(Column<std::int32_t>{days}); }

TEST(DayHistogram, HasMediansAndQuantilesOfWholeDays) {
  const DayHistogram four = of({3, 20, 5, 6});
  EXPECT_EQ(four.median(), (Decimal{55, 1}));
  EXPECT_EQ(four.quantile(1, 2), 5);
  EXPECT_EQ(four.quantile(3, 4), 6);
  EXPECT_EQ(four.quantile(76, 100), 20);
  EXPECT_EQ(four.quantile(0, 1), 3);
  EXPECT_EQ(four.quantile(1, 1), 20);
  EXPECT_EQ(four.mean(), (Decimal{85, 1}));
  EXPECT_EQ(four.at_most(5), 2U);
  EXPECT_EQ(four.shortest(), 3);
  EXPECT_EQ(four.longest(), 20);
  EXPECT_EQ(of({1, 2, 2}).mean(2), (Decimal{167, 2}));
  EXPECT_EQ(of({0, 1}).mean(0), (Decimal{1, 0}));  // half up
}

TEST(DayHistogram, WithoutCasesSaysNothing) {
  const DayHistogram none;
  EXPECT_EQ(none.total(), 0U);
  EXPECT_FALSE(none.median() || none.mean() || none.quantile(1, 2) || none.shortest() || none.longest());
  EXPECT_EQ(none.at_most(1000), 0U);
  DayHistogram empty;
  empty.add(5, 0);
  EXPECT_EQ(empty, none);
}

TEST(DayHistogram, IsWhatTheSortedDaysSay) {
  std::mt19937_64 random{41};
  for (int round = 0; round < 300; ++round) {
    std::vector<std::int32_t> days(1 + random() % 60);
    for (std::int32_t& day : days) {
      day = static_cast<std::int32_t>(random() % (round % 2 == 0 ? 30 : 3000));
    }
    const DayHistogram histogram = of(days);
    std::sort(days.begin(), days.end());
    ASSERT_EQ(histogram.total(), days.size());
    ASSERT_EQ(histogram.median()->unscaled, 5 * (days[(days.size() - 1) / 2] + days[days.size() / 2]));
    for (const std::int64_t percent : {0, 1, 10, 25, 50, 75, 90, 99, 100}) {
      std::size_t rank = (days.size() * static_cast<std::size_t>(percent) + 99) / 100;
      rank = std::max<std::size_t>(rank, 1);
      ASSERT_EQ(histogram.quantile(percent, 100), days[rank - 1]) << percent;
    }
    const std::int32_t limit = static_cast<std::int32_t>(random() % 40);
    ASSERT_EQ(histogram.at_most(limit),
              static_cast<std::uint64_t>(std::upper_bound(days.begin(), days.end(), limit) - days.begin()));
  }
}

TEST(DayHistogram, MergesInAnyOrderAndGrouping) {
  std::mt19937_64 random{42};
  for (int round = 0; round < 100; ++round) {
    std::vector<DayHistogram> parts(4);
    DayHistogram all;
    for (int i = 0; i < 200; ++i) {
      const auto day = static_cast<std::int32_t>(random() % 2000);
      parts[random() % parts.size()].add(day);
      all.add(day);
    }
    DayHistogram left = parts[0];
    left.merge(parts[1]);
    left.merge(parts[2]);
    left.merge(parts[3]);
    DayHistogram right = parts[3];
    DayHistogram inner = parts[2];
    inner.merge(parts[0]);
    right.merge(inner);
    right.merge(parts[1]);
    ASSERT_EQ(left, right);
    ASSERT_EQ(left, all);
    ASSERT_EQ(left.total(), all.total());
  }
  DayHistogram self = of({1, 2});
  self.merge(self);
  EXPECT_EQ(self.total(), 4U);
}

TEST(DayHistogram, ReadsColumnsWithMissingDays) {
  const std::vector<std::int32_t> days{3, -7, 5000};
  const std::uint8_t bits = 0b101;
  const DayHistogram histogram = DayHistogram::of(Column<std::int32_t>{days, &bits});
  EXPECT_EQ(histogram.total(), 2U);
  EXPECT_EQ(histogram.longest(), 5000);
  try {
    (void)of({3, -7});
    FAIL();
  } catch (const InvalidArgumentError& error) {
    EXPECT_EQ(error.code(), ErrorCode::out_of_range);
    EXPECT_EQ(error.subject(), "row 1");
  }
}

TEST(DayHistogram, SurvivesJsonAndRefusesWhatIsNone) {
  const DayHistogram histogram = of({0, 0, 14, 1200});
  EXPECT_EQ(histogram.to_json(), R"({"schema":1,"days":{"0":2,"14":1,"1200":1}})");
  EXPECT_EQ(DayHistogram::from_json(histogram.to_json(), "h.json"), histogram);
  for (const char* broken :
       {"[]", R"({"schema":2,"days":{}})", R"({"schema":1,"days":{"-1":1}})", R"({"schema":1,"days":{"01":1}})",
        R"({"schema":1,"days":{"":1}})", R"({"schema":1,"days":{"5":0}})", R"({"schema":1,"days":{"9999999999":1}})",
        R"({"schema":1,"days":{"5":1},"more":1})"}) {
    EXPECT_THROW((void)DayHistogram::from_json(broken, "h.json"), ParseError) << broken;
  }
  EXPECT_THROW((void)histogram.quantile(3, 2), InvalidArgumentError);
  EXPECT_THROW((void)histogram.quantile(0, 0), InvalidArgumentError);
  EXPECT_THROW((void)histogram.mean(7), InvalidArgumentError);
}

TEST(DayHistogram, CountsMoreThanMemoryHolds) {
  DayHistogram histogram;
  histogram.add(10, 3'000'000'000'000'000'000ULL);
  histogram.add(30, 3'000'000'000'000'000'000ULL);
  EXPECT_EQ(histogram.median(), (Decimal{200, 1}));
  EXPECT_EQ(histogram.mean(3), (Decimal{20000, 3}));
  EXPECT_EQ(histogram.quantile(999'999, 1'000'000), 30);
}

TEST(DayHistogram, SaysItselfInOneLine) {
  std::ostringstream out;
  out << of({14, 15}) << '|' << DayHistogram{};
  EXPECT_EQ(out.str(), "2 cases, median 14.5, longest 15|0 cases");
}

}  // namespace
}  // namespace gongkai
