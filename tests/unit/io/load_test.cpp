// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gongkai/error.hpp>
#include <gongkai/io/load.hpp>

namespace gongkai {
namespace {

namespace fs = std::filesystem;

// A folder of its own for each test.
class Load : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path{testing::TempDir()} /
              ("gongkai_load_" + std::string{testing::UnitTest::GetInstance()->current_test_info()->name()});
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    unsetenv("GONGKAI_DATA");
  }
  void TearDown() override {
    unsetenv("GONGKAI_DATA");
    fs::remove_all(folder_);
  }
  std::string write(const std::string& name, const std::string& bytes) const {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream{path, std::ios::binary} << bytes;
    return path.string();
  }
  template <typename Action>
  static ErrorCode code_of(Action action) {
    try {
      static_cast<void>(action());
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::internal;
  }

  fs::path folder_;
};

const char* const ours =
    R"({"schema":1,"country":"CN","covers":{"from":"2024-01-01","to":"2024-12-31"},"years":{"2024":{"off":[{"date":"2024-05-01","name":"x"}],"work":[]}}})";
std::string theirs(int year) {
  const std::string text = std::to_string(year);
  return "\xEF\xBB\xBF"
         R"({"year":)" +
         text + R"(,"days":[{"name":"x","date":")" + text + R"(-05-01","isOffDay":true}]})";
}
const char* const icalendar =
    "\nbegin:vcalendar\nBEGIN:VEVENT\nDTSTART:20240501\nSUMMARY:休\nEND:VEVENT\nEND:VCALENDAR\n";

TEST_F(Load, AFileIsReadWhole) {
  const std::string bytes("\0a\r\n\xFF", 5);
  EXPECT_EQ(read_file(write("a", bytes)), bytes);
  EXPECT_EQ(read_file(write("empty", "")), "");
  const std::string long_text(200000, 'x');
  EXPECT_EQ(read_file(write("long", long_text)), long_text);
}

TEST_F(Load, WhatCannotBeReadIsSaid) {
  EXPECT_EQ(code_of([&] { return read_file((folder_ / "none").string()); }), ErrorCode::cannot_open);
  EXPECT_EQ(code_of([&] { return read_file(folder_.string()); }), ErrorCode::cannot_open);
  EXPECT_EQ(code_of([&] { return read_file("/dev/null"); }), ErrorCode::cannot_open);
  EXPECT_EQ(code_of([&] { return read_file(""); }), ErrorCode::cannot_open);
  ReadLimits limits;
  limits.max_bytes = 3;
  EXPECT_EQ(code_of([&] { return read_file(write("b", "four"), limits); }), ErrorCode::too_large);
  EXPECT_EQ(read_file(write("b", "abc"), limits), "abc");
}

TEST_F(Load, ACalendarIsToldByItsContent) {
  ICalendarOptions options;
  options.country = "CN";
  const std::string paths[] = {write("a.txt", ours), write("b.txt", theirs(2024)), write("c.txt", icalendar)};
  for (const auto& path : paths) {
    const WorkCalendar calendar = load_calendar(path, options);
    EXPECT_EQ(calendar.first_day(), (Date{2024, 1, 1})) << path;
    EXPECT_FALSE(calendar.is_working_day(Date{2024, 5, 1})) << path;
    EXPECT_TRUE(calendar.is_working_day(Date{2024, 5, 2})) << path;
  }
  EXPECT_EQ(code_of([&] { return load_calendar(paths[2]); }), ErrorCode::invalid_option);  // of which country?
  EXPECT_EQ(code_of([&] { return load_calendar(write("d", "hello")); }), ErrorCode::json_syntax);
}

TEST_F(Load, AFolderHoldsOneFileAYear) {
  write("years/2023.json", theirs(2023));
  write("years/2024.json", theirs(2024));
  write("years/2025.json", R"({"year":2025,"days":[]})");
  write("years/schema.json", "{}");
  const WorkCalendar calendar = load_calendar((folder_ / "years").string());
  EXPECT_EQ(calendar.first_day(), (Date{2023, 1, 1}));
  EXPECT_EQ(calendar.last_day(), (Date{2024, 12, 31}));
  EXPECT_EQ(code_of([&] { return load_calendar(folder_.string()); }), ErrorCode::cannot_open);
}

TEST_F(Load, TheDataOfTheEnvironmentAreInForce) {
  EXPECT_EQ(calendar_in_force("CN"), WorkCalendar::builtin("CN"));
  setenv("GONGKAI_DATA", "", 1);
  EXPECT_EQ(calendar_in_force("CN"), WorkCalendar::builtin("CN"));
  write("data/cn/calendar/holidays.json", ours);
  write("data/xa/calendar/holidays.json", ours);
  setenv("GONGKAI_DATA", (folder_ / "data").c_str(), 1);
  EXPECT_EQ(calendar_in_force("CN").last_day(), (Date{2024, 12, 31}));
  EXPECT_EQ(code_of([] { return calendar_in_force("XA"); }), ErrorCode::calendar_contradicts);
  EXPECT_EQ(code_of([] { return calendar_in_force("XB"); }), ErrorCode::cannot_open);  // never silently the built-in
  EXPECT_EQ(code_of([] { return calendar_in_force("../cn"); }), ErrorCode::unknown_country);
}

}  // namespace
}  // namespace gongkai
