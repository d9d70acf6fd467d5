// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdint>
#include <gongkai/base/money.hpp>
#include <gongkai/error.hpp>
#include <sstream>

namespace gongkai {
namespace {

Money fen(std::int64_t amount) { return Money::from_minor(amount, Currency::cny()); }

ErrorCode code_of(Money (*ask)()) {
  try {
    (void)ask();
  } catch (const InvalidArgumentError& error) {
    return error.code();
  }
  return ErrorCode::internal;
}

TEST(Money, IsAWholeNumberOfTheSmallestUnit) {
  EXPECT_EQ(Money::from_major(7, Currency::cny()) + fen(40), fen(740));
  EXPECT_EQ(fen(20) * 12, fen(240));
  EXPECT_EQ(fen(100) - fen(240), fen(-140));
  EXPECT_LT(fen(99), Money::from_major(1, Currency::cny()));
}

TEST(Money, PrintsAllItsDecimals) {
  EXPECT_EQ(fen(740).to_string(), "7.40 CNY");
  EXPECT_EQ(fen(0).to_string(), "0.00 CNY");
  EXPECT_EQ(fen(5).to_string(), "0.05 CNY");
  EXPECT_EQ(fen(-5).to_string(), "-0.05 CNY");
  EXPECT_EQ(fen(INT64_MIN).to_string(), "-92233720368547758.08 CNY");
  std::ostringstream out;
  out << Money::from_minor(123, *Currency::find("JPY"));
  EXPECT_EQ(out.str(), "123 JPY");
}

TEST(Money, ResultsBeyondItsRangeAreRefused) {
  EXPECT_EQ(code_of([] { return fen(INT64_MAX) + fen(1); }), ErrorCode::out_of_range);
  EXPECT_EQ(code_of([] { return fen(INT64_MIN) - fen(1); }), ErrorCode::out_of_range);
  EXPECT_EQ(code_of([] { return fen(INT64_MAX) * 2; }), ErrorCode::out_of_range);
  EXPECT_EQ(code_of([] { return Money::from_major(INT64_MAX, Currency::cny()); }), ErrorCode::out_of_range);
}

TEST(Money, TwoCurrenciesDoNotMix) {
  EXPECT_EQ(code_of([] { return fen(1) + Money::from_minor(1, Currency::usd()); }), ErrorCode::currency_mismatch);
  EXPECT_NE(fen(1), Money::from_minor(1, Currency::usd()));
  EXPECT_THROW((void)(fen(1) < Money::from_minor(1, Currency::usd())), InvalidArgumentError);
}

TEST(Money, ACurrencyIsFoundByItsLetters) {
  EXPECT_EQ(Currency::find("CNY"), Currency::cny());
  EXPECT_FALSE(Currency::find("RMB"));
  EXPECT_FALSE(Currency::find(""));
}

}  // namespace
}  // namespace gongkai
