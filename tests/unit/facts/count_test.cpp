// SPDX-License-Identifier: Apache-2.0
#include <gongkai/facts/count.hpp>

#include <gtest/gtest.h>

#include <gongkai/error.hpp>
#include <gongkai/facts/tabulate.hpp>
#include <gongkai/report/check.hpp>
#include <random>

#include "unit/request/office.hpp"

namespace gongkai {
namespace {

struct Rows {
  std::vector<std::uint16_t> agency;
  std::vector<std::uint8_t> year, closed, type, outcome;

  Rows(std::size_t size, const CountShape& shape, unsigned seed, unsigned spread = 1) {
    std::mt19937 random{seed};
    const auto below = [&](std::size_t n) { return random() % n; };
    for (std::size_t i = 0; i < size; ++i) {
      agency.push_back(static_cast<std::uint16_t>(below(shape.agencies) / spread));
      year.push_back(static_cast<std::uint8_t>(below(shape.years)));
      closed.push_back(static_cast<std::uint8_t>(below(4) == 0 ? 255 : below(shape.years)));
      if (below(10) == 0) {
        year.back() = 255;
      }
      type.push_back(static_cast<std::uint8_t>(below(shape.applicant_types)));
      outcome.push_back(static_cast<std::uint8_t>(below(shape.outcomes - 1)));
    }
  }
  [[nodiscard]] RequestRows both() const { return {span(agency), span(year), span(closed), span(type), span(outcome)}; }
  template <typename T>
  static Span<const T> span(const std::vector<T>& values) {
    return {values.data(), values.size()};
  }
};

TEST(RequestCounts, AreThoseOfCountingOneByOne) {
  // Few counters overflow a byte many times, many never.
  for (const CountShape shape : {CountShape{3, 2, 2, 2}, CountShape{40, 7, 6, 22}}) {
    Rows rows{100000, shape, 7};
    for (auto& year : rows.year) {
      year = year == 255 ? 0 : year;
    }
    const CountColumns columns{Rows::span(rows.agency), Rows::span(rows.year), Rows::span(rows.type),
                               Rows::span(rows.outcome)};
    const auto counts = count(columns, shape);
    std::vector<std::int64_t> naive(shape.size(), 0);
    for (std::size_t i = 0; i < rows.agency.size(); ++i) {
      ++naive[((rows.agency[i] * shape.years + rows.year[i]) * shape.applicant_types + rows.type[i]) * shape.outcomes +
              rows.outcome[i]];
    }
    for (std::size_t i = 0; i < naive.size(); ++i) {
      ASSERT_EQ(counts.values()[i], naive[i]);
    }
    EXPECT_EQ(counts.at(2, 1, 1, 0), naive[((2 * shape.years + 1) * shape.applicant_types + 1) * shape.outcomes]);
    const auto twice = merge(counts, counts);
    EXPECT_EQ(twice.at(2, 1, 1, 0), 2 * counts.at(2, 1, 1, 0));
  }
}

TEST(RequestCounts, OneCounterTakesAnyNumber) {
  const std::vector<std::uint16_t> agency(1000003, 1);
  const std::vector<std::uint8_t> zero(1000003, 0);
  RequestCounts counts{{2, 1, 1, 1}};
  for (int i = 0; i < 3; ++i) {
    counts.add({Rows::span(agency), Rows::span(zero), Rows::span(zero), Rows::span(zero)});
  }
  EXPECT_EQ(counts.at(1, 0, 0, 0), 3000009);
  EXPECT_EQ(counts.at(0, 0, 0, 0), 0);
}

TEST(RequestCounts, ARowOutsideTheShapeIsNamedAndNothingIsCounted) {
  const CountShape shape{3, 2, 2, 2};
  RequestCounts counts{shape};
  const std::vector<std::uint16_t> agency{0, 1, 2};
  const std::vector<std::uint8_t> zero{0, 0, 0};
  const std::vector<std::uint8_t> wrong{0, 2, 3};
  const auto message = [&](const CountColumns& rows) -> std::string {
    try {
      counts.add(rows);
      return "";
    } catch (const InvalidArgumentError& error) {
      return error.message();
    }
  };
  EXPECT_NE(message({Rows::span(agency), Rows::span(wrong), Rows::span(zero), Rows::span(zero)}).find("2 of row 1"),
            std::string::npos);
  EXPECT_NE(message({Rows::span(agency), Rows::span(zero), Rows::span(zero), {zero.data(), 2}}).find("2"),
            std::string::npos);
  for (const auto value : counts.values()) {
    EXPECT_EQ(value, 0);
  }
  EXPECT_THROW((RequestCounts{{std::size_t{1} << 31U, 2, 1, 1}}), InvalidArgumentError);
  EXPECT_THROW(counts.add(RequestCounts{{2, 2, 2, 2}}), InvalidArgumentError);
  EXPECT_THROW((void)counts.at(3, 0, 0, 0), InvalidArgumentError);
}

TEST(FilledRequests, CarryOverFromYearToYearAndBalance) {
  const auto rulebook = Rulebook::builtin("cn");
  for (const char* id : {"cn-format-2021", "cn-trial-2019"}) {
    const CountShape shape{5, 4, 6, 22};
    const Rows rows{3000, shape, 11};
    const auto batch = fill_requests(Form::builtin(id), rows.both(), shape, rulebook);
    ASSERT_EQ(batch.size(), 20U);
    EXPECT_TRUE(check(batch).empty());
    for (std::size_t report = 0; report < batch.size(); ++report) {
      const auto value = [&](std::size_t r, const char* path) { return batch.value(r, batch.cell(path)); };
      if ((report + 1) % shape.years != 0) {
        EXPECT_EQ(value(report, "requests.carried_out.total"), value(report + 1, "requests.carried_in.total"));
      }
      std::int64_t granted = 0;
      std::int64_t fresh = 0;
      for (std::size_t i = 0; i < rows.agency.size(); ++i) {
        const bool counts = rows.closed[i] == 255 || rows.year[i] == 255 || rows.year[i] <= rows.closed[i];
        const bool here = counts && rows.agency[i] == report / shape.years;
        granted += here && rows.closed[i] == report % shape.years && rows.outcome[i] == 0 ? 1 : 0;
        fresh += here && rows.year[i] == report % shape.years ? 1 : 0;
      }
      EXPECT_EQ(value(report, "requests.granted.total"), granted);
      EXPECT_EQ(value(report, "requests.new_received.total"), fresh);
    }
  }
}

TEST(FilledRequests, AreWhatTabulateTellsOfTheSameFacts) {
  using namespace request_office;  // NOLINT(google-build-using-namespace): the office of the tests
  Desk desk;
  desk.open("q0", {2022, 12, 20});
  desk.open("q1", {2023, 3, 6}).act("q1", granted({2023, 3, 7}), {2023, 3, 7});
  desk.open("q2", {2023, 3, 6}, submission("a2")).act("q2", RequestWithdrawn{}, {2023, 3, 8});
  desk.act("q0", refused(), {2023, 1, 9});
  desk.open("q3", {2023, 12, 28});
  const auto facts = derive(desk.requests(), {}, {}, rules());
  const auto& rulebook = rules().clock.rulebook();
  RequestColumns columns{rulebook, 2023};
  columns.add(1, facts);
  EXPECT_EQ(columns.size(), 4U);
  EXPECT_EQ(columns.left_out(), 0);
  const auto form = Form::builtin("cn-format-2021");
  const auto batch = fill_requests(form, columns.rows(), {2, 2, 6, 22}, rulebook);
  for (const int year : {2023, 2024}) {
    const auto told = tabulate(form, facts, rulebook, year);
    const auto report = batch.report(static_cast<std::size_t>(2 + year - 2023));
    EXPECT_EQ(*told.report.table("requests"), *report.table("requests")) << year;
  }
  EXPECT_THROW((void)fill_requests(form, columns.rows(), {2, 1, 6, 21}, rulebook), InvalidArgumentError);
  EXPECT_THROW((void)fill_requests(form, columns.rows(), {1, 2, 6, 22}, rulebook), InvalidArgumentError);
  EXPECT_THROW((void)fill_requests(Form::builtin("us-foia-annual"), columns.rows(), {2, 2, 6, 22}, rulebook), Error);
}

}  // namespace
}  // namespace gongkai
