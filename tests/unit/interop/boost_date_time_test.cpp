// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/interop/boost_date_time.hpp>

namespace gongkai {
namespace {

TEST(BoostDateTime, DaysGoThereAndBack) {
  for (Date date{1400, 1, 1}; date < Date{9999, 11, 1}; date = date + CalendarDays{41}) {
    ASSERT_EQ(from_boost(to_boost(date)), date);
  }
  EXPECT_EQ(from_boost(to_boost(Date{9999, 12, 31})), (Date{9999, 12, 31}));
  EXPECT_EQ(to_boost(Date{2024, 2, 29}), boost::gregorian::date(2024, 2, 29));
  EXPECT_EQ(to_boost(CalendarDays{-3}), boost::gregorian::date_duration(-3));
}

TEST(BoostDateTime, WhatIsNoDayIsRefused) {
  EXPECT_THROW(static_cast<void>(to_boost(Date{1399, 12, 31})), InvalidArgumentError);
  EXPECT_THROW(static_cast<void>(from_boost(boost::gregorian::date{})), InvalidArgumentError);
  EXPECT_THROW(static_cast<void>(from_boost(boost::gregorian::date{boost::date_time::pos_infin})),
               InvalidArgumentError);
}

}  // namespace
}  // namespace gongkai
