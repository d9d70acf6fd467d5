// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/clock/clock.hpp>
#include <gongkai/error.hpp>

namespace gongkai {
namespace {

class History : public ::testing::Test {
 protected:
  ClockEvent read(const char* text) { return parse_clock_event(text, rulebook_); }
  ErrorCode refused(const char* text) {
    try {
      static_cast<void>(read(text));
    } catch (const ParseError& error) {
      EXPECT_FALSE(error.message().empty());
      return error.code();
    }
    ADD_FAILURE() << text << " was read";
    return ErrorCode::internal;
  }

  Rulebook rulebook_ = Rulebook::builtin("cn");
};

TEST_F(History, AnEventIsReadFromWords) {
  const ClockEvent event = read("extended 2024-03-25 days=20 decided=2024-03-22");
  EXPECT_EQ(event.kind, ClockEventKind::extended);
  EXPECT_EQ(event.on, (Date{2024, 3, 25}));
  EXPECT_EQ(event.days, WorkingDays{20});
  EXPECT_EQ(event.decided, (Date{2024, 3, 22}));
}

TEST_F(History, ADocumentsDayFollowsFromItsWayOfService) {
  EXPECT_EQ(read("replied service=china_post posted=2024-04-01 delivered=2024-04-05").on, (Date{2024, 4, 1}));
  EXPECT_EQ(read("replied service=direct posted=2024-04-01 delivered=2024-04-05").on, (Date{2024, 4, 5}));
  EXPECT_EQ(read("replied decided=2024-04-01").on, (Date{2024, 4, 1}));
}

TEST_F(History, AChannelMayBeGivenByItsChineseName) {
  EXPECT_EQ(read("submitted 2024-03-04 channel=当面提交").channel, rulebook_.code("channel", "in_person"));
}

TEST_F(History, WhatCannotBeReadIsNamed) {
  EXPECT_EQ(refused("extended"), ErrorCode::json_missing_key);
  EXPECT_EQ(refused(""), ErrorCode::json_missing_key);
  EXPECT_EQ(refused("vanished 2024-03-04"), ErrorCode::json_bad_value);
  EXPECT_EQ(refused("extended 2024-03-25 day=20"), ErrorCode::json_unknown_key);
  EXPECT_EQ(refused("extended 2024-03-25 days=twenty"), ErrorCode::json_bad_value);
  EXPECT_EQ(refused("extended 2024-03-25 days=20 days=21"), ErrorCode::json_duplicate_key);
  EXPECT_EQ(refused("extended 2024-02-30"), ErrorCode::json_unknown_key);
  EXPECT_EQ(refused("extended on=2024-02-30"), ErrorCode::json_bad_value);
  EXPECT_EQ(refused("submitted 2024-03-04 channel=pigeon"), ErrorCode::json_bad_value);
  EXPECT_EQ(refused("corrected 2024-03-04 partly=maybe"), ErrorCode::json_bad_value);
}

TEST_F(History, JsonNamesThePlaceOfAMistake) {
  try {
    static_cast<void>(ClockHistory::from_json(
        R"([{"event": "submitted", "on": "2024-03-04"}, {"event": "extended", "on": 3}])", "case.json", rulebook_));
    FAIL();
  } catch (const ParseError& error) {
    EXPECT_EQ(error.file(), "case.json");
    EXPECT_EQ(error.pointer(), "/1/on");
  }
}

TEST_F(History, EventsTakeEffectByTheirDaysAndWithinADayInTheirOrder) {
  const Clock clock = Clock::builtin("cn");
  ClockHistory mixed;
  ClockHistory sorted;
  const char* events[] = {"submitted 2024-03-04 channel=in_person",
                          "correction_noticed 2024-03-04 delivered=2024-03-04", "corrected 2024-03-04",
                          "extended 2024-03-20 days=5"};
  for (const int i : {3, 0, 1, 2}) {
    mixed.add(read(events[i]));
  }
  for (const char* event : events) {
    sorted.add(read(event));
  }
  EXPECT_EQ(clock.due(DeadlineKind::reply, mixed).due, clock.due(DeadlineKind::reply, sorted).due);
  EXPECT_EQ(clock.due(DeadlineKind::reply, sorted).due, (Date{2024, 4, 9}));
}

}  // namespace
}  // namespace gongkai
