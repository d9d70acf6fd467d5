// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <gongkai/base/decimal.hpp>
#include <gongkai/error.hpp>

#include <cstdint>
#include <limits>
#include <random>

namespace gongkai {
namespace {

TEST(Decimal, IsReadAsPrintedAndPrintedAsRead) {
  std::mt19937_64 random{7};
  for (int i = 0; i < 2000; ++i) {
    const Decimal number{static_cast<std::int64_t>(random() >> (random() % 64)), static_cast<int>(random() % 10)};
    EXPECT_EQ(Decimal::parse(number.to_string()), number) << number;
  }
  EXPECT_EQ(Decimal::parse("-0.50"), (Decimal{-50, 2}));
  EXPECT_EQ(Decimal::parse("007"), (Decimal{7, 0}));
  EXPECT_EQ(Decimal::parse("-9223372036854775808").unscaled, std::numeric_limits<std::int64_t>::min());
}

TEST(Decimal, AnythingElseIsRefused) {
  for (const char* text : {"", "-", ".", "1.", ".5", "+1", "1e3", "1,000", " 1", "1 ", "--1", "1.2.3", "0.0000000001",
                           "9223372036854775808", "12a", "-.5"}) {
    EXPECT_THROW((void)Decimal::parse(text), InvalidArgumentError) << text;
  }
}

}  // namespace
}  // namespace gongkai
