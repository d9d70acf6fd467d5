// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <gongkai/calendar/check_calendar.hpp>
#include <gongkai/error.hpp>

#include "calendar/statutory_days.hpp"
#include "detail/embedded.hpp"

namespace gongkai {
namespace {

std::string shipped() { return std::string{*detail::embedded_file("cn/calendar/holidays.json")}; }

// The shipped file with one piece of text replaced.
std::string changed(const std::string& before, const std::string& after) {
  std::string text = shipped();
  const std::size_t at = text.find(before);
  EXPECT_NE(at, std::string::npos) << before;
  return text.replace(at, before.size(), after);
}

std::vector<std::string> codes(const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const auto& finding : findings) {
    out.push_back(finding.code);
  }
  return out;
}

using Codes = std::vector<std::string>;

TEST(CheckCalendar, TheShippedDataAreInOrder) {
  EXPECT_EQ(codes(check_calendar(shipped(), "holidays.json")), Codes{});
  EXPECT_EQ(codes(check_calendar(WorkCalendar::builtin("CN"))), Codes{});
}

// Decrees 270, 513, 644 and 795 of the State Council; 2015 and 2020 had days of their own.
TEST(CheckCalendar, TheStatutoryNumbersAreThoseOfTheDecrees) {
  const auto statutory = detail::StatutoryDays::builtin("CN");
  EXPECT_FALSE(statutory.of(1999));
  for (int year = 2007; year <= 2026; ++year) {
    const int days = year == 2007 ? 10 : year == 2015 ? 12 : year == 2020 || year >= 2025 ? 13 : 11;
    ASSERT_TRUE(statutory.of(year));
    EXPECT_EQ(statutory.of(year)->days, days) << year;
  }
  EXPECT_EQ(statutory.of(2014)->citation, "国务院令第644号");
  EXPECT_EQ(statutory.of(2015)->citation, "国务院令第644号, 国发明电〔2015〕1号");
}

TEST(CheckCalendar, AForgottenMakeUpDayBreaksTheBalance) {
  const auto findings = check_calendar(
      changed(R"({"date": "2024-05-11", "name": "劳动节"})", R"({"date": "2024-05-12", "name": "劳动节"})"), "f");
  EXPECT_EQ(codes(findings), Codes{});  // one weekend day for another: only the notice can tell
  const auto missing = check_calendar(changed(R"(,
        {"date": "2024-05-11", "name": "劳动节"})",
                                              ""),
                                      "f");
  ASSERT_EQ(codes(missing), Codes{"CAL.BALANCE"});
  EXPECT_EQ(missing[0].left, "12");
  EXPECT_EQ(missing[0].right, "11");
  EXPECT_EQ(missing[0].cells, Codes{"/years/2024"});
  EXPECT_EQ(missing[0].citation, "国务院令第644号");
  EXPECT_EQ(missing[0].severity, Severity::error);
  EXPECT_NE(missing[0].message_zh.find("2024年"), std::string::npos);
}

TEST(CheckCalendar, AllDefectsAreListedAtOnce) {
  const std::string bytes = R"({"schema":1,"country":"CN","covers":{"from":"2024-01-01","to":"2025-12-31"},"years":{
    "2024":{"notice":"1","published":"2023-10-25",
            "off":[{"date":"2024-01-01","name":"元旦"},{"date":"2024-01-01","name":"元旦"}],
            "work":[{"date":"2024-01-02","name":"元旦"}]}}})";
  const auto found = codes(check_calendar(bytes, "f"));
  for (const char* code : {"CAL.BALANCE", "CAL.COVERAGE", "CAL.TWICE", "CAL.WEEKDAY"}) {
    EXPECT_EQ(std::count(found.begin(), found.end(), code), 1) << code;
  }
  EXPECT_EQ(std::count(found.begin(), found.end(), "CAL.HOLIDAY"), 6);
}

TEST(CheckCalendar, SlipsThatKeepTheBalanceAreWarnedOf) {
  // A month written wrong: the make-up day for National Day in July.
  const auto far = check_calendar(
      changed(R"({"date": "2024-10-12", "name": "国庆节"})", R"({"date": "2024-11-30", "name": "国庆节"})"), "f");
  ASSERT_EQ(codes(far), Codes{"CAL.MAKE_UP"});
  EXPECT_EQ(far[0].severity, Severity::warning);
  // Another holiday's name.
  EXPECT_EQ(
      codes(check_calendar(
          changed(R"({"date": "2024-10-12", "name": "国庆节"})", R"({"date": "2024-10-12", "name": "国庆"})"), "f")),
      Codes{"CAL.MAKE_UP"});
  // A day off that stands away from its holiday.
  EXPECT_EQ(
      codes(check_calendar(
          changed(R"({"date": "2024-10-07", "name": "国庆节"})", R"({"date": "2024-10-09", "name": "国庆节"})"), "f")),
      Codes{"CAL.SPAN"});
}

TEST(CheckCalendar, WhereNoLawIsKnownThatIsSaid) {
  const std::string bytes = R"({"schema":1,"country":"XA","covers":{"from":"2024-02-01","to":"2024-12-31"},
    "years":{"2024":{"off":[],"work":[]}}})";
  EXPECT_EQ(codes(check_calendar(bytes, "f")), (Codes{"CAL.SOURCE", "CAL.SOURCE", "CAL.PARTIAL", "CAL.STATUTORY"}));
}

TEST(CheckCalendar, WhatIsNoCalendarFileIsAnError) {
  EXPECT_THROW(static_cast<void>(check_calendar("{}", "f")), ParseError);
}

}  // namespace
}  // namespace gongkai
