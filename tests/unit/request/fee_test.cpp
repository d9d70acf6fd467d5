// SPDX-License-Identifier: Apache-2.0
// The two tariffs of 国办函〔2020〕109号 by their worked examples, and what was before.
#include <gtest/gtest.h>

#include <gongkai/request/fee.hpp>

#include "unit/request/office.hpp"

namespace gongkai::request_office {
namespace {

constexpr Date day{2021, 3, 4};

Money yuan(std::int64_t n) { return Money::from_major(n, Currency::cny()); }

TEST(Fees, PerItemTheMonthAddsUpAsInTheWorkedExamples) {
  const auto rulebook = Rulebook::builtin("cn");
  const std::pair<int, int> examples[] = {{10, 0},    {11, 100},  {12, 200},  {30, 2000}, {31, 2200}, {32, 2400},
                                          {40, 4000}, {41, 4300}, {45, 5500}, {50, 7000}, {51, 7400}, {60, 11000}};
  for (const auto& [count, total] : examples) {
    Money sum = yuan(0);
    for (int position = 1; position <= count; ++position) {
      sum = sum + fee_per_item(rulebook, day, position);
    }
    EXPECT_EQ(sum, yuan(total)) << count;
  }
}

TEST(Fees, PerPageOneRequestCostsAsInTheWorkedExamples) {
  const auto rulebook = Rulebook::builtin("cn");
  // 68 pages: 宿迁市's report of 2025 names one request charged 380 yuan.
  const std::pair<int, int> examples[] = {{0, 0},      {30, 0},     {31, 10},    {68, 380},   {100, 700}, {101, 720},
                                          {150, 1700}, {200, 2700}, {201, 2740}, {250, 4700}, {300, 6700}};
  for (const auto& [pages, total] : examples) {
    EXPECT_EQ(fee_per_page(rulebook, day, pages), yuan(total)) << pages;
  }
}

TEST(Fees, WhereNoTariffIsInForceNothingIsComputed) {
  const auto rulebook = Rulebook::builtin("cn");
  for (const Date before : {Date{2018, 1, 1}, Date{2019, 5, 15}, Date{2020, 12, 31}}) {
    EXPECT_THROW((void)fee_per_item(rulebook, before, 11), NotFoundError) << before;
    EXPECT_THROW((void)fee_per_page(rulebook, before, 31), NotFoundError) << before;
  }
  EXPECT_EQ(fee_per_item(rulebook, Date{2021, 1, 1}, 11), yuan(100));
}

TEST(Fees, CostFeesOfFujianUntilMarch2017) {
  const auto fujian = Rulebook::builtin("cn-fj");
  // One item, 12 pages of A4: 5 + 12 × 0.2 = 7.40 yuan.
  EXPECT_EQ(cost_fee(fujian, Date{2015, 6, 1}, {{"cost_search", 1}, {"cost_copy_a4", 12}}),
            Money::from_minor(740, Currency::cny()));
  EXPECT_THROW((void)cost_fee(fujian, Date{2017, 4, 1}, {{"cost_search", 1}}), NotFoundError);
  EXPECT_THROW((void)cost_fee(Rulebook::builtin("cn"), Date{2015, 6, 1}, {{"cost_search", 1}}), NotFoundError);
}

TEST(Fees, ThePlaceInTheMonthIsByApplicantAndDayOfSubmission) {
  Desk desk;
  for (int i = 1; i <= 11; ++i) {
    const auto id = std::string{"q"} + (i < 10 ? "0" : "") + std::to_string(i);
    desk.open(id, Date{2021, 3, i});
  }
  desk.open("other", Date{2021, 3, 12}, submission("a2"));
  desk.open("q12", Date{2021, 4, 1});
  const Options options;
  EXPECT_EQ(month_position(desk.requests(), "q01", options), 1);
  EXPECT_EQ(month_position(desk.requests(), "q11", options), 11);
  EXPECT_EQ(month_position(desk.requests(), "other", options), 1);
  EXPECT_EQ(month_position(desk.requests(), "q12", options), 1);
  EXPECT_THROW((void)month_position(desk.requests(), "none", options), NotFoundError);
  desk.open("unknown", Date{2021, 4, 2}, submission(""));
  EXPECT_THROW((void)month_position(desk.requests(), "unknown", options), InvalidArgumentError);

  // The eleventh costs 100 yuan, and nothing else is accepted.
  const auto notice = [](std::int64_t fen, const char* tariff = "fee_per_item") {
    return RequestFeeNoticed{letter("fee-1", Date{2021, 3, 15}), tariff, fen, 0};
  };
  EXPECT_EQ(desk.refusal("q11", notice(10000), Date{2021, 3, 12}), 0);
  EXPECT_EQ(desk.refusal("q11", notice(20000), Date{2021, 3, 12}), 508);
  EXPECT_EQ(desk.refusal("q10", notice(10000), Date{2021, 3, 12}), 508);
  EXPECT_EQ(desk.refusal("q11", notice(10000, "fee_by_weight"), Date{2021, 3, 12}), 508);
  desk.act("q11", notice(10000), Date{2021, 3, 12});
  EXPECT_EQ(desk.refusal("q11", RequestFeePaid{10100}, Date{2021, 3, 20}), 508);
  desk.act("q11", RequestFeePaid{4000}, Date{2021, 3, 20});
  EXPECT_EQ(desk.request("q11").stage, RequestStage::fee_noticed);
  desk.act("q11", RequestFeePaid{6000}, Date{2021, 3, 22});
  EXPECT_EQ(desk.request("q11").stage, RequestStage::processing);
  EXPECT_EQ(desk.request("q11").payments.size(), 2U);
  // The period is counted afresh from the day after full payment.
  EXPECT_EQ(reply_deadline(desk.request("q11"), rules(), Date{2021, 3, 22}).start(), (Date{2021, 3, 22}));
}

TEST(Fees, AnUnpaidFeeEndsTheRequestWhenItsPeriodIsOver) {
  Desk desk;
  desk.open("q1", Date{2021, 3, 1});
  desk.act("q1", RequestFeeNoticed{letter("fee-1", Date{2021, 3, 10}), "fee_per_page", 38000, 68}, Date{2021, 3, 8});
  // 20 working days from the day after 10 March 2021: 8 April (Qingming rests from 3 to 5 April).
  EXPECT_EQ(desk.refusal("q1", RequestFeeLapsed{}, Date{2021, 4, 8}), 508);
  desk.act("q1", RequestFeeLapsed{}, Date{2021, 4, 9});
  EXPECT_EQ(desk.request().stage, RequestStage::abandoned);
  EXPECT_EQ(desk.request().outcome(), "other_fee_overdue");
}

TEST(Fees, AWaiverNamesItsGround) {
  Desk desk;
  desk.open("q1", Date{2021, 3, 1});
  desk.act("q1", RequestFeeNoticed{letter("fee-1", Date{2021, 3, 10}), "fee_per_page", 38000, 68}, Date{2021, 3, 8});
  EXPECT_EQ(desk.refusal("q1", RequestFeeWaived{"", ""}, Date{2021, 3, 11}), 504);
  EXPECT_EQ(desk.refusal("q1", RequestFeeWaived{"friend", ""}, Date{2021, 3, 11}), 508);
  desk.act("q1", RequestFeeWaived{"economic_hardship", ""}, Date{2021, 3, 11});
  EXPECT_EQ(desk.request().stage, RequestStage::processing);
  EXPECT_EQ(desk.request().fee->waived, "economic_hardship");
}

TEST(Fees, AWrongFeeInAHistoryIsReported) {
  const auto codes_of = [](Date submitted, std::int64_t fen) {
    const auto history = replay({event(1, submitted, submission()), event(2, submitted, RequestRegistered{}),
                                 event(3, submitted, RequestFeeNoticed{letter("f"), "fee_per_page", fen, 68})},
                                never, never, rules());
    std::vector<std::string> out;
    for (const auto& finding : history.findings) {
      EXPECT_EQ(finding.message.find('{'), std::string::npos);
      out.push_back(finding.code);
    }
    return out;
  };
  EXPECT_TRUE(codes_of({2021, 3, 1}, 38000).empty());
  EXPECT_EQ(codes_of({2021, 3, 1}, 38100), std::vector<std::string>{"REQ.FEE"});
  EXPECT_EQ(codes_of({2020, 3, 2}, 38000), std::vector<std::string>{"REQ.FEE"});
}

}  // namespace
}  // namespace gongkai::request_office
