// SPDX-License-Identifier: Apache-2.0
// The table of hard cases in tests/scenario/clock: every expectation there is stated with its reason and source.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include <gongkai/clock/clock.hpp>

#include "detail/json_reader.hpp"

namespace gongkai {
namespace {

std::string source_file(const std::string& path) {
  std::ifstream file{std::string{GONGKAI_SOURCE_DIR} + "/" + path};
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::string text(const std::optional<Date>& day) { return day ? day->to_string() : "none"; }

void expect_day(const detail::JsonCursor& expect, std::string_view key, const std::optional<Date>& actual) {
  if (const auto value = expect.find(key)) {
    EXPECT_EQ(text(actual), value->is_null() ? "none" : value->string()) << key;
  }
}

void expect_count(const detail::JsonCursor& expect, std::string_view key, const std::optional<std::int32_t>& actual) {
  if (const auto value = expect.find(key)) {
    ASSERT_TRUE(actual) << key;
    EXPECT_EQ(*actual, value->integer(0, 10000)) << key;
  }
}

std::optional<std::int32_t> working(const std::optional<DaySpan>& span) {
  return span && span->working ? std::optional<std::int32_t>{span->working->count()} : std::nullopt;
}
std::optional<std::int32_t> calendar(const std::optional<DaySpan>& span) {
  return span ? std::optional<std::int32_t>{span->calendar.count()} : std::nullopt;
}

std::string events_json(const detail::JsonCursor& events) {
  std::string out = "[";
  for (const auto& event : events.elements()) {
    detail::Json::Object object;
    for (const auto& [key, value] : event.members()) {
      if (value.is_string()) {
        object.emplace_back(key, value.string());
      } else if (key == "days" || key == "year") {
        object.emplace_back(key, value.integer(0, 100000));
      } else {
        object.emplace_back(key, value.boolean());
      }
    }
    out += (out.size() > 1 ? "," : "") + detail::Json{std::move(object)}.dump();
  }
  return out + "]";
}

void check(const Clock& base, const detail::JsonCursor& scenario) {
  scenario.object({"name", "name_zh", "kind", "events", "expect", "reason", "source"},
                  {"as_of", "options", "calendar_known_on"});
  SCOPED_TRACE(scenario.at("name").string());
  Options options;
  if (const auto chosen = scenario.find("options")) {
    for (const auto& [question, choice] : chosen->members()) {
      options.set(question, choice.string());
    }
  }
  Clock clock = base.with_options(options);
  if (const auto day = scenario.find("calendar_known_on")) {
    clock = clock.with_calendar(clock.calendar().as_known_on(day->date()));
  }
  const auto kind = parse_deadline_kind(scenario.at("kind").string());
  ASSERT_TRUE(kind);
  const auto history = ClockHistory::from_json(events_json(scenario.at("events")), "events", clock.rulebook());
  std::optional<Date> as_of;
  if (const auto day = scenario.find("as_of")) {
    as_of = day->date();
  }
  const Deadline deadline = clock.deadline(*kind, history, as_of);
  const auto expect = scenario.at("expect");
  expect.object({"findings"}, {"start", "due", "earliest", "latest", "contains", "not_before", "not_after", "missing",
                               "status", "days_used", "remaining_working", "remaining_calendar", "overdue_working",
                               "overdue_calendar", "safe_due"});
  expect_day(expect, "start", deadline.start());
  expect_day(expect, "due", deadline.due());
  const auto open = deadline.provisional();
  expect_day(expect, "earliest", open ? open->earliest : deadline.due());
  expect_day(expect, "latest", open ? open->latest : deadline.due());
  if (const auto days = expect.find("contains")) {
    ASSERT_TRUE(open && open->earliest && open->latest);
    for (const auto& day : days->elements()) {
      EXPECT_LE(*open->earliest, day.date());
      EXPECT_GE(*open->latest, day.date());
    }
    EXPECT_GE(*open->earliest, expect.at("not_before").date());
    EXPECT_LE(*open->latest, expect.at("not_after").date());
    EXPECT_NE(open->missing.find(expect.at("missing").string()), std::string::npos) << open->missing;
  }
  const auto safe = deadline.safe_due();
  expect_day(expect, "safe_due", safe ? std::optional<Date>{safe->due} : std::nullopt);
  if (as_of) {
    if (const auto status = expect.find("status")) {
      const auto actual = deadline.status(*as_of);
      EXPECT_EQ(actual ? to_string(*actual) : "none", status->is_null() ? "none" : status->string());
    }
    const auto used = deadline.days_used(*as_of);
    expect_count(expect, "days_used", used ? std::optional<std::int32_t>{used->count()} : std::nullopt);
    expect_count(expect, "remaining_working", working(deadline.remaining(*as_of)));
    expect_count(expect, "remaining_calendar", calendar(deadline.remaining(*as_of)));
    expect_count(expect, "overdue_working", working(deadline.overdue_by(*as_of)));
    expect_count(expect, "overdue_calendar", calendar(deadline.overdue_by(*as_of)));
  }
  std::multiset<std::string> codes;
  for (const Finding& finding : deadline.findings()) {
    codes.insert(finding.code);
    EXPECT_FALSE(finding.message.empty() || finding.message_zh.empty()) << finding.code;
    EXPECT_EQ(finding.message.find('{'), std::string::npos) << finding.message;
  }
  const auto expected = expect.at("findings").strings();
  EXPECT_EQ(codes, std::multiset<std::string>(expected.begin(), expected.end()));
}

class ClockScenario : public ::testing::TestWithParam<const char*> {};

TEST_P(ClockScenario, EveryCaseOfTheFileIsAnsweredAsItSays) {
  const std::string path = std::string{"tests/scenario/clock/"} + GetParam() + ".json";
  const std::string bytes = source_file(path);
  ASSERT_FALSE(bytes.empty()) << path;
  const auto json = detail::parse_json(bytes, path);
  const Clock clock = Clock::builtin("cn");
  for (const auto& scenario : detail::JsonCursor{json, path}.elements()) {
    check(clock, scenario);
  }
}

INSTANTIATE_TEST_SUITE_P(Files, ClockScenario,
                         ::testing::Values("good/start", "good/transition", "good/correction", "good/extension",
                                           "good/consultation", "good/fee", "good/reply", "good/calendar",
                                           "good/other_kinds", "bad/correction", "bad/extension", "bad/consultation",
                                           "bad/fee", "bad/reply", "bad/other_kinds"));

}  // namespace
}  // namespace gongkai
