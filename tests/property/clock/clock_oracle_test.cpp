// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <sstream>

#include "day_by_day.hpp"
#include "random_history.hpp"

namespace gongkai {
namespace {

std::string text(const std::optional<Date>& day) { return day ? day->to_string() : "none"; }
std::string text(const std::optional<DeadlineStatus>& status) {
  return status ? std::string{to_string(*status)} : "none";
}
std::string text(const ClockHistory& history) {
  std::ostringstream out;
  for (const ClockEvent& event : history.events()) {
    out << event << '\n';
  }
  return out.str();
}

TEST(ReplyClock, AgreesWithAClerkWhoMarksDayByDay) {
  const Clock clock = Clock::builtin("cn");
  const testing::DayByDay clerk{clock.rulebook(), clock.calendar()};
  testing::RandomCases cases{20240304, clock.rulebook()};
  for (int i = 0; i < 20000; ++i) {
    const ClockHistory history = cases.any();
    const Date as_of = history.events().front().on + CalendarDays{cases.number(0, 150)};
    const auto wanted = clerk.ask(history, as_of);
    const DueDay found = clock.due(DeadlineKind::reply, history, as_of);
    ASSERT_EQ(text(found.start), text(wanted.start)) << text(history) << "as of " << as_of;
    ASSERT_EQ(text(found.earliest), text(wanted.earliest)) << text(history) << "as of " << as_of;
    ASSERT_EQ(text(found.latest), text(wanted.latest)) << text(history) << "as of " << as_of;
    ASSERT_EQ(text(found.status), text(wanted.status)) << text(history) << "as of " << as_of;
    if (found.days_used && !wanted.waiting) {
      ASSERT_EQ(found.days_used->count(), wanted.used) << text(history) << "as of " << as_of;
    }
  }
}

}  // namespace
}  // namespace gongkai
