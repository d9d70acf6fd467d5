// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/catalogue/index_number.hpp>
#include <gongkai/error.hpp>

namespace {

using gongkai::Date;
using gongkai::IndexProfiles;

struct Example {
  const char* text;
  const char* profile;
  const char* publisher;
  int year;
  int month;
  int day;
  int serial;
  bool checks_hold;
};

// Met on pages: State Council, 泰州市, 管城区, 兖州区, 宁国市青龙乡, 新田镇, a page of unknown place whose check
// character is wrong, 宿迁市, another of unknown place, 隆阳区蒲缥镇, 腾冲市新华乡.
const Example examples[] = {
    {"000014349/2018-00222", "national", "000014349", 2018, 0, 0, 222, true},
    {"014416330/2018-04736", "national", "014416330", 2018, 0, 0, 4736, true},
    {"005275134/2017-00180", "national", "005275134", 2017, 0, 0, 180, true},
    {"11370812004339255B/2020-22849", "uscc_year", "11370812004339255B", 2020, 0, 0, 22849, true},
    {"113417020032563511/202504-00057", "uscc_month", "113417020032563511", 2025, 4, 0, 57, true},
    {"11341703003249717J/202409-00021", "uscc_month", "11341703003249717J", 2024, 9, 0, 21, true},
    {"035210000/2025-00016", "national", "035210000", 2025, 0, 0, 16, false},
    {"00000001/2018-00042", "eight_digits_year", "00000001", 2018, 0, 0, 42, true},
    {"0142768-8/2022-00185", "seven_digits_hyphen_year", "0142768-8", 2022, 0, 0, 185, true},
    {"01525761-8-/2020-1125008", "organisation_hyphen_day", "01525761-8", 2020, 11, 25, 8, true},
    {"01526096-4-/2022-0822005", "organisation_hyphen_day", "01526096-4", 2022, 8, 22, 5, true}};

TEST(IndexNumber, RealOnesAreReadByTheirPattern) {
  const auto profiles = IndexProfiles::builtin("CN");
  for (const auto& example : examples) {
    const auto number = profiles.parse(example.text);
    EXPECT_EQ(number.profile, example.profile) << example.text;
    EXPECT_EQ(number.publisher, example.publisher) << example.text;
    EXPECT_EQ(number.year, example.year) << example.text;
    EXPECT_EQ(number.month.value_or(0), example.month) << example.text;
    EXPECT_EQ(number.day.value_or(0), example.day) << example.text;
    EXPECT_EQ(number.serial, example.serial) << example.text;
    EXPECT_EQ(number.checks_hold(), example.checks_hold) << example.text;
    const Date day{number.year.value(), number.month.value_or(1), number.day.value_or(1)};
    EXPECT_EQ(profiles.at(number.profile).format(number.publisher, day, *number.serial), example.text);
  }
}

TEST(IndexNumber, OfSocialCreditCodesBothCheckCharactersAreLookedAt) {
  const auto number = IndexProfiles::builtin("CN").parse("11370812004339255B/2020-22849");
  ASSERT_EQ(number.checks.size(), 2U);
  EXPECT_EQ(number.checks[0], (gongkai::IndexCheck{"GB 32100", true}));
  EXPECT_EQ(number.checks[1], (gongkai::IndexCheck{"GB 11714", true}));
  EXPECT_FALSE(IndexProfiles::builtin("CN").parse("11370812004339255C/2020-22849").checks_hold());
}

TEST(IndexNumber, AnUnknownPatternIsKeptAsItIs) {
  const auto profiles = IndexProfiles::builtin("CN");
  for (const char* text : {"不老屯镇-2013-121", "", "000014349/2018-0022", "000014349/18-00222", "000014349 2018-00222",
                           "01525761-8-/2020-1325008", "Ｏ00014349/2018-00222"}) {
    const auto number = profiles.parse(text);
    EXPECT_FALSE(number.is_known()) << text;
    EXPECT_EQ(number.text, text);
  }
  EXPECT_EQ(profiles.parse("  000014349/2018-00222 ").text, "000014349/2018-00222");
}

TEST(IndexNumber, TheNextOneCountsWithinItsPublisherAndPeriod) {
  const auto profiles = IndexProfiles::builtin("CN");
  const std::vector<std::string> taken{"000014349/2018-00222", "000014349/2018-00009", "000014349/2017-00900",
                                       "014416330/2018-04736", "not a number"};
  EXPECT_EQ(profiles.at("national").next("000014349", Date{2018, 6, 1}, taken), "000014349/2018-00223");
  EXPECT_EQ(profiles.at("national").next("000014349", Date{2019, 1, 2}, taken), "000014349/2019-00001");
  const std::vector<std::string> months{"113417020032563511/202504-00057"};
  EXPECT_EQ(profiles.at("uscc_month").next("113417020032563511", Date{2025, 4, 30}, months),
            "113417020032563511/202504-00058");
  EXPECT_EQ(profiles.at("uscc_month").next("113417020032563511", Date{2025, 5, 1}, months),
            "113417020032563511/202505-00001");
}

TEST(IndexNumber, WhatDoesNotFitIsRefused) {
  const auto profiles = IndexProfiles::builtin("CN");
  const auto& national = profiles.at("national");
  EXPECT_THROW((void)national.format("14349", Date{2018, 1, 1}, 1), gongkai::InvalidArgumentError);
  EXPECT_THROW((void)national.format("000014349", Date{2018, 1, 1}, 0), gongkai::InvalidArgumentError);
  EXPECT_THROW((void)national.next("000014349", Date{2018, 1, 1}, {"000014349/2018-99999"}),
               gongkai::InvalidArgumentError);
  EXPECT_THROW((void)IndexProfiles::builtin("CN").at("martian"), gongkai::NotFoundError);
}

TEST(IndexNumber, ACheckCharacterCatchesEverySingleWrongDigit) {
  const std::string code = "000014349";
  for (std::size_t i = 0; i < 8; ++i) {
    for (char c = '0'; c <= '9'; ++c) {
      auto wrong = code.substr(0, 8);
      wrong[i] = c;
      EXPECT_EQ(gongkai::organisation_check(wrong) == code[8], wrong == code.substr(0, 8)) << wrong;
    }
  }
  EXPECT_FALSE(gongkai::organisation_check("0000143"));
  EXPECT_FALSE(gongkai::organisation_check("0000143x"));
  EXPECT_FALSE(gongkai::credit_code_check("1137081200433925I"));
}

TEST(IndexProfiles, RefuseDataThatContradictThemselves) {
  for (const char* segments : {R"([{"kind":"year"}])", R"([{"kind":"digits","digits":3},{"kind":"serial"}])",
                               R"([{"kind":"colour"}])", R"([{"kind":"year","literal":"/"}])", "[]"}) {
    EXPECT_THROW(
        (void)IndexProfiles::parse_file(
            std::string{R"({"schema":1,"profiles":[{"id":"p","source":"s","segments":)"} + segments + "}]}", "i.json"),
        gongkai::RulebookError)
        << segments;
  }
}

}  // namespace
