// SPDX-License-Identifier: Apache-2.0
// Columns, citations, places, findings, errors.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <gongkai/base/citation.hpp>
#include <gongkai/base/column.hpp>
#include <gongkai/base/finding.hpp>
#include <gongkai/base/place.hpp>
#include <gongkai/error.hpp>
#include <random>
#include <sstream>
#include <vector>

namespace gongkai {
namespace {

TEST(Span, ViewsWhatOthersOwn) {
  std::vector<int> values{1, 2, 3};
  const Span<int> span = values;
  span[1] = 7;
  EXPECT_EQ(values, (std::vector<int>{1, 7, 3}));
  EXPECT_EQ(std::vector<int>(span.begin(), span.end()), values);
  const std::array<int, 2> fixed{4, 5};
  const Span<const int> constant = fixed;
  EXPECT_EQ(constant.size(), 2U);
  EXPECT_TRUE(Span<int>{}.empty());
}

TEST(Column, ReadsItsBitmapFromTheLeastSignificantBit) {
  const std::vector<std::int32_t> values(10, 1);
  const std::uint8_t bits[] = {0b10110000, 0b00000011};
  const Column<std::int32_t> column{values, bits, 4};
  const std::vector<bool> expected{true, true, false, true, true, true, false, false, false, false};
  for (std::size_t i = 0; i < 10; ++i) {
    EXPECT_EQ(column.is_valid(i), expected[i]) << i;
  }
  EXPECT_TRUE(column.may_have_nulls());
  EXPECT_EQ(column.validity(), bits);
  EXPECT_EQ(column.validity_offset(), 4U);
  EXPECT_FALSE(Column<std::int32_t>{values}.may_have_nulls());
  EXPECT_TRUE(Column<std::int32_t>{values}.is_valid(9));
}

TEST(Citation, NamesInstrumentAndArticle) {
  EXPECT_EQ((Citation{"国务院令第711号", "art. 33(2)"}.to_string()), "国务院令第711号, art. 33(2)");
  EXPECT_EQ(Citation{"国务院令第711号"}.to_string(), "国务院令第711号");
  EXPECT_EQ(Citation{"a"}, Citation{"a"});
  EXPECT_NE((Citation{"a", "1"}), (Citation{"a", "2"}));
  EXPECT_THROW(Citation{""}, InvalidArgumentError);
}

Place at(std::int32_t line, std::int32_t column, const std::string& text = "") {
  Place place;
  place.line = line;
  place.column = column;
  place.text = text;
  return place;
}

TEST(Place, PrintsAndOrdersAsInTheDocument) {
  std::ostringstream out;
  out << at(34, 24, "121条");
  EXPECT_EQ(out.str(), "34:24 \"121条\"");
  Place cell;
  cell.table = 2;
  cell.row = 4;
  cell.cell = 5;
  cell.text = "0";
  std::ostringstream table;
  table << cell;
  EXPECT_EQ(table.str(), "table 2, row 4, cell 5 \"0\"");
  EXPECT_LT(at(3, 9), at(10, 1));
  EXPECT_LT(at(3, 9, "a"), at(3, 9, "b"));
  EXPECT_EQ(at(3, 9), at(3, 9));
}

Finding finding(Severity severity, const std::string& code, const std::string& cell = "",
                const std::string& message = "") {
  Finding out;
  out.severity = severity;
  out.code = code;
  out.message = message;
  if (!cell.empty()) {
    out.cells.push_back(cell);
  }
  return out;
}

TEST(Finding, HasOneOrderWhateverOrderTheyWereFoundIn) {
  const std::vector<Finding> sorted{finding(Severity::error, "A"),           finding(Severity::error, "B", "a"),
                                    finding(Severity::error, "B", "b", "1"), finding(Severity::error, "B", "b", "2"),
                                    finding(Severity::warning, "A"),         finding(Severity::note, "A")};
  std::mt19937 random{7};
  for (int i = 0; i < 50; ++i) {
    std::vector<Finding> shuffled = sorted;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    std::sort(shuffled.begin(), shuffled.end());
    ASSERT_EQ(shuffled, sorted);
  }
  std::ostringstream out;
  out << finding(Severity::warning, "X.PARTS", "", "2 + 2 = 5");
  EXPECT_EQ(out.str(), "warning X.PARTS: 2 + 2 = 5");
}

TEST(Finding, ItsWordsAreReadAsTheyAreWritten) {
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    EXPECT_EQ(parse_severity(to_string(severity)), severity);
  }
  for (int i = 0; i <= static_cast<int>(Family::procedure); ++i) {
    EXPECT_EQ(parse_family(to_string(static_cast<Family>(i))), static_cast<Family>(i));
  }
  EXPECT_FALSE(parse_severity("Error"));
  EXPECT_FALSE(parse_family(""));
}

TEST(Error, CarriesNumberSubjectAndPlace) {
  const ParseError parse{ErrorCode::json_bad_value, "a.json", "/x/0", "no day"};
  EXPECT_STREQ(parse.what(), "[gongkai 206] a.json#/x/0: no day");
  EXPECT_EQ(parse.file(), "a.json");
  EXPECT_EQ(parse.pointer(), "/x/0");
  EXPECT_EQ(parse.subject(), "a.json");
  EXPECT_STREQ((ParseError{ErrorCode::icalendar_syntax, "a.ics", "3:1", "no line"}.what()),
               "[gongkai 211] a.ics:3:1: no line");
  EXPECT_STREQ((RulebookError{ErrorCode::calendar_contradicts, "a.json", "", "no"}.what()), "[gongkai 301] a.json: no");
  const CalendarGapError gap{Date{2027, 1, 1}, "the notice for 2027", "unknown"};
  EXPECT_EQ(gap.code(), ErrorCode::calendar_gap);
  EXPECT_EQ(gap.subject(), "2027-01-01");
  const InternalError internal{"broken"};
  EXPECT_EQ(internal.code(), ErrorCode::internal);
}

TEST(Error, EveryClassIsCaughtAsTheBase) {
  const auto caught = [](const auto& error) {
    try {
      throw error;
    } catch (const Error& base) {
      return static_cast<int>(base.code());
    }
  };
  EXPECT_EQ(caught(InvalidArgumentError{ErrorCode::out_of_range, "n", "m"}), 103);
  EXPECT_EQ(caught(NotFoundError{ErrorCode::unknown_country, "XX", "m"}), 401);
  EXPECT_EQ(caught(RulebookError{ErrorCode::calendar_contradicts, "f", "", "m"}), 301);
  EXPECT_EQ(caught(CalendarGapError{Date{2027, 1, 1}, "n", "m"}), 451);
  EXPECT_EQ(caught(InternalError{"m"}), 901);
}

}  // namespace
}  // namespace gongkai
