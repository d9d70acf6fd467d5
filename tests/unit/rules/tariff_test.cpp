// SPDX-License-Identifier: Apache-2.0
// The tariffs of 国办函〔2020〕109号 (art. 4 per item, art. 5 per page), the cost fees before 2017-04-01, and the days
// for which there is no tariff.
#include <gtest/gtest.h>

#include <gongkai/error.hpp>
#include <gongkai/rules/builtin.hpp>
#include <gongkai/rules/rulebook.hpp>
#include <sstream>
#include <utility>
#include <vector>

namespace gongkai {
namespace {

const Rulebook& book() {
  static const Rulebook rulebook = Rulebook::builtin("cn");
  return rulebook;
}

Money yuan(std::int64_t amount) { return Money::from_major(amount, Currency::cny()); }
Tariff per_item() { return book().at(cn::rule::fee_per_item, Date{2024, 3, 4}).tariff(); }
Tariff per_page() { return book().at(cn::rule::fee_per_page, Date{2024, 3, 4}).tariff(); }

TEST(Tariff, TheTotalOfAMonthPerItem) {
  const std::vector<std::pair<std::int64_t, std::int64_t>> table{
      {0, 0},     {10, 0},    {11, 100},  {12, 200},  {30, 2000}, {31, 2200}, {32, 2400},
      {40, 4000}, {41, 4300}, {45, 5500}, {50, 7000}, {51, 7400}, {60, 11000}};
  for (const auto& [requests, total] : table) {
    EXPECT_EQ(per_item().total(requests), yuan(total)) << requests;
  }
  EXPECT_EQ(per_item().over(), cn::fee_base::applicant_month);
  EXPECT_EQ(per_item().unit(), cn::fee_unit::item);
}

TEST(Tariff, TheTotalOfARequestPerPage) {
  const std::vector<std::pair<std::int64_t, std::int64_t>> table{{30, 0},     {31, 10},    {68, 380},   {100, 700},
                                                                 {101, 720},  {150, 1700}, {200, 2700}, {201, 2740},
                                                                 {250, 4700}, {300, 6700}};
  for (const auto& [pages, total] : table) {
    EXPECT_EQ(per_page().total(pages), yuan(total)) << pages;
  }
  EXPECT_EQ(per_page().over(), cn::fee_base::request);
}

TEST(Tariff, ARequestCostsThePriceAtItsPosition) {
  // 100 + 100 × (⌊(k − 31)/10⌋ + 1) from the 31st on
  for (std::int64_t k = 31; k <= 500; ++k) {
    EXPECT_EQ(per_item().price_at(k), yuan(100 + 100 * ((k - 31) / 10 + 1))) << k;
  }
  EXPECT_EQ(per_item().price_at(10), yuan(0));
  EXPECT_EQ(per_item().price_at(11), yuan(100));
  EXPECT_EQ(per_item().price_at(30), yuan(100));
  EXPECT_EQ(per_item().charge(10, 2), yuan(200));
  EXPECT_EQ(per_item().charge(39, 2), yuan(500));
  EXPECT_EQ(per_item().charge(39, 0), yuan(0));
}

TEST(Tariff, TheTotalGrowsByThePriceOfTheLast) {
  for (const Tariff& tariff : {per_item(), per_page()}) {
    for (std::int64_t n = 1; n <= 400; ++n) {
      EXPECT_EQ(tariff.total(n) - tariff.total(n - 1), tariff.price_at(n)) << n;
    }
  }
}

TEST(Tariff, NoFeeCanBeComputedWithoutATariff) {
  const auto code_on = [](Code rule, Date day) {
    try {
      (void)book().at(rule, day).tariff();
    } catch (const NotFoundError& error) {
      EXPECT_NE(error.message().find(day.to_string()), std::string::npos);
      return error.code();
    }
    return ErrorCode::internal;
  };
  for (const auto rule : {cn::rule::fee_per_item, cn::rule::fee_per_page}) {
    EXPECT_EQ(code_on(rule, Date{2019, 5, 14}), ErrorCode::no_rule_in_force);
    EXPECT_EQ(code_on(rule, Date{2019, 5, 15}), ErrorCode::no_rule_in_force);
    EXPECT_EQ(code_on(rule, Date{2020, 12, 31}), ErrorCode::no_rule_in_force);
    EXPECT_EQ(book().at(rule, Date{2019, 5, 14}).state(), ValueState::no_rule);
    EXPECT_EQ(book().at(rule, Date{2019, 5, 15}).state(), ValueState::not_yet_known);
    EXPECT_EQ(book().at(rule, Date{2020, 12, 31}).state(), ValueState::not_yet_known);
    EXPECT_TRUE(book().at(rule, Date{2021, 1, 1}).in_force());
  }
}

TEST(Tariff, CostFeesEndOnTheLastOfMarch2017) {
  const auto fujian = Rulebook::builtin("cn-fj");
  const Date before{2017, 3, 31};
  const Date after{2017, 4, 1};
  // R2008 art. 27 names the costs and leaves the prices to the provinces.
  EXPECT_EQ(book().at("cost_search", before).state(), ValueState::not_stated);
  EXPECT_EQ(book().at("cost_search", after).state(), ValueState::abolished);
  EXPECT_TRUE(fujian.at("cost_search", before).in_force());
  EXPECT_EQ(fujian.at("cost_search", after).state(), ValueState::abolished);
  EXPECT_EQ(fujian.at("cost_search", Date{2008, 4, 30}).state(), ValueState::no_rule);
  EXPECT_EQ(fujian.at("cost_waiver", after).state(), ValueState::abolished);
  EXPECT_EQ(book().at("cost_waiver", before).set(), std::vector<Code>{cn::waiver_ground::economic_hardship});
}

TEST(Tariff, TheCostFeesOfFujianAndShanghai) {
  // 闽价费〔2008〕472号
  const auto fujian = Rulebook::builtin("cn-fj");
  const auto shanghai = Rulebook::builtin("cn-sh");
  const Date day{2013, 6, 3};
  const auto fen = [day](const Rulebook& rulebook, Code rule) {
    return rulebook.at(rule, day).tariff().price_at(1).minor();
  };
  EXPECT_EQ(fen(fujian, cn::rule::cost_search), 500);
  EXPECT_EQ(fen(fujian, cn::rule::cost_copy_a4), 20);
  EXPECT_EQ(fen(fujian, cn::rule::cost_copy_a3), 40);
  EXPECT_EQ(fen(fujian, cn::rule::cost_copy_colour_a4), 100);
  EXPECT_EQ(fen(fujian, cn::rule::cost_copy_colour_a3), 200);
  EXPECT_EQ(fen(fujian, cn::rule::cost_floppy_disc), 300);
  EXPECT_EQ(fen(fujian, cn::rule::cost_optical_disc), 200);
  EXPECT_EQ(fen(shanghai, cn::rule::cost_print_a4), 50);
  EXPECT_EQ(fen(shanghai, cn::rule::cost_print_colour_a4), 60);
  EXPECT_EQ(shanghai.at("cost_search", day).state(), ValueState::not_stated);
  // One item, 12 black-and-white A4 pages by post: 7.40 yuan and the postage.
  const auto total =
      fujian.at("cost_search", day).tariff().total(1) + fujian.at("cost_copy_a4", day).tariff().total(12);
  EXPECT_EQ(total.to_string(), "7.40 CNY");
  EXPECT_EQ(fujian.at("cost_postage", day).state(), ValueState::not_stated);
  EXPECT_EQ(fujian.at("cost_waiver", day).set().size(), 4U);
}

TEST(Tariff, CountsOutsideItsRangeAreRefused) {
  for (const std::int64_t bad : {std::int64_t{-1}, Tariff::max_position + 1, INT64_MAX}) {
    EXPECT_THROW((void)per_item().total(bad), InvalidArgumentError) << bad;
    EXPECT_THROW((void)per_item().price_at(bad), InvalidArgumentError) << bad;
    EXPECT_THROW((void)per_item().charge(1, bad), InvalidArgumentError) << bad;
  }
  EXPECT_THROW((void)per_item().price_at(0), InvalidArgumentError);
  EXPECT_GT(per_item().total(Tariff::max_position).minor(), 0);
}

TEST(Tariff, BandsHaveNoGapOverlapOrEnd) {
  const auto free = Money::from_minor(0, Currency::cny());
  const auto make = [](std::vector<TariffBand> bands) {
    return Tariff{cn::fee_unit::page, cn::fee_base::request, std::move(bands)};
  };
  EXPECT_THROW(make({}), InvalidArgumentError);
  EXPECT_THROW(make({{2, std::nullopt, free, std::nullopt, free}}), InvalidArgumentError);
  EXPECT_THROW(make({{1, 10, free, std::nullopt, free}}), InvalidArgumentError);
  EXPECT_THROW(make({{1, 10, free, std::nullopt, free}, {12, std::nullopt, free, std::nullopt, free}}),
               InvalidArgumentError);
  EXPECT_THROW(make({{1, 10, free, std::nullopt, free}, {10, std::nullopt, free, std::nullopt, free}}),
               InvalidArgumentError);
  EXPECT_THROW(make({{1, std::nullopt, free, std::nullopt, free}, {1, std::nullopt, free, std::nullopt, free}}),
               InvalidArgumentError);
  EXPECT_THROW(make({{1, 10, free, std::nullopt, free},
                     {11, std::nullopt, Money::from_minor(1, Currency::usd()), std::nullopt, free}}),
               InvalidArgumentError);
  EXPECT_NO_THROW(make({{1, 10, free, std::nullopt, free}, {11, std::nullopt, free, std::nullopt, free}}));
}

TEST(Tariff, PrintsItsBands) {
  std::ostringstream out;
  out << per_item();
  EXPECT_EQ(out.str(),
            "1-10: 0.00 CNY; 11-30: 100.00 CNY; from 31: 200.00 CNY, 100.00 CNY more every 10 (item, applicant_month)");
}

}  // namespace
}  // namespace gongkai
