// SPDX-License-Identifier: Apache-2.0
// A batch against its reports one at a time: the same findings, the same sums, whatever the figures are.
#include <gtest/gtest.h>
#include <gongkai/error.hpp>
#include <gongkai/report/fill.hpp>
#include <gongkai/report/merge.hpp>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace gongkai {
namespace {

// Nothing but zeros; one byte, two, four, eight.
std::int64_t column_of_width(std::size_t which, std::uint64_t bits) {
  const auto value = static_cast<std::int64_t>(bits);
  return which == 0 ? 0 : which == 1 ? value & 0xff : which == 2 ? value >> 48U : which == 3 ? value >> 32U : value;
}

enum class Wildness : std::uint8_t { county, nation, any };

class Reports {
 public:
  Reports(const std::string& form, std::uint32_t seed) : form_{Form::builtin(form)}, random_{seed} {}

  // Sound reports; every few a figure that breaks a sum, is blank, a mark, has decimals, is negative or very great.
  ReportBatch make(std::size_t count, Wildness wildness) {
    ReportBatch out{form_};
    for (std::size_t i = 0; i < count; ++i) {
      auto report = sound(wildness);
      auto& table = report.tables[random_() % report.tables.size()];
      if (random_() % 3 == 0 || wildness == Wildness::any) {
        table.set(random_() % table.cell_count(), odd(wildness));
      }
      out.add(report);
    }
    return out;
  }

 private:
  AnnualReport sound(Wildness wildness) {
    const std::uint64_t most = wildness == Wildness::county ? 12 : 90000000;
    Counts counts;
    for (const auto& table : form_.tables()) {
      for (const auto& at : table.cells) {
        const auto path = table.id + "." + table.rows[at.row].id + "." + table.columns[at.column].id;
        const bool is_count = table.kind_of(at.row, at.column) == ValueKind::count;
        if (random_() % 3 == 0 && is_count && is_part(path)) {
          counts.emplace_back(path, Decimal{static_cast<std::int64_t>(random_() % most), 0});
        }
      }
    }
    FillOptions options;
    options.missing = Missing::zero;
    return fill(form_, counts, options);
  }
  // What `fill` does not work out itself.
  [[nodiscard]] static bool is_part(const std::string& path) {
    return path.find("total") == std::string::npos && path.find("carried") == std::string::npos &&
           path.find("requests.new_received") == std::string::npos && path.find("repealed") == std::string::npos;
  }
  Cell odd(Wildness wildness) {
    constexpr std::int64_t values[] = {0,          1,         255,       256,          -1,         32767,
                                       32768,      -32768,    -32769,    2147483647,   2147483648, 1LL << 32,
                                       1LL << 40U, INT64_MAX, INT64_MIN, INT64_MAX / 2};
    // Of the last ones a sum is beyond any figure.
    const std::size_t count = wildness == Wildness::any ? std::size(values) : std::size(values) - 3;
    Cell cell;
    cell.kind = random_() % 4 == 0 ? static_cast<CellKind>(random_() % 5) : CellKind::number;
    cell.value = {values[random_() % count], random_() % 5 == 0 ? static_cast<int>(random_() % 3) : 0};
    if (cell.kind != CellKind::number && cell.kind != CellKind::approximate) {
      cell.value = {};
    }
    return cell;
  }

  Form form_;
  std::mt19937 random_;
};

std::string one_at_a_time(const ReportBatch& batch, const CheckOptions& options) {
  std::string out;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    for (const auto& finding : check(batch.report(i), options)) {
      out += std::to_string(i) + " " + finding.code + " " + finding.message + "\n";
    }
  }
  return out;
}

std::string together(const ReportBatch& batch, const CheckOptions& options) {
  std::string out;
  for (const auto& finding : check(batch, options)) {
    out += std::to_string(finding.report) + " " + finding.finding.code + " " + finding.finding.message + "\n";
  }
  return out;
}

void expect_same_findings(const ReportBatch& batch, const CheckOptions& options = {}) {
  const auto expected = one_at_a_time(batch, options);
  EXPECT_NE(expected, "");
  EXPECT_EQ(together(batch, options), expected);
}

TEST(Batch, CountiesAreFoundAsTheyAreOneAtATime) {
  expect_same_findings(Reports{"cn-format-2021", 1}.make(ReportBatch::block_size + 200, Wildness::county));
}

TEST(Batch, ANationOfGreatFiguresIsFoundAsItIsOneAtATime) {
  expect_same_findings(Reports{"cn-format-2021", 2}.make(200, Wildness::nation));
}

TEST(Batch, AnyFiguresAreFoundAsTheyAreOneAtATime) {
  for (const auto* form : {"cn-format-2021", "cn-trial-2019", "cn-statistics-2014"}) {
    expect_same_findings(Reports{form, 3}.make(150, Wildness::any));
  }
}

TEST(Batch, LevelsAndLimitsReachTheReportsOfABatch) {
  CheckOptions options;
  options.level = "county";
  options.limits["T3.OTHER"] = 5;
  expect_same_findings(Reports{"cn-format-2021", 4}.make(100, Wildness::county), options);
}

TEST(Batch, EveryCellComesBackAsItWasAdded) {
  std::mt19937_64 random{5};
  ReportBatch batch{Form::builtin("cn-format-2021")};
  std::vector<std::vector<std::int64_t>> values;
  std::vector<std::vector<std::uint8_t>> states;
  for (std::size_t i = 0; i < 2 * ReportBatch::block_size + 7; ++i) {
    std::vector<std::int64_t> row(batch.cells());
    std::vector<std::uint8_t> state(batch.cells());
    for (std::size_t cell = 0; cell < row.size(); ++cell) {
      row[cell] = column_of_width(cell % 5, random());
      state[cell] = cell_state(static_cast<CellKind>(random() % 50 == 0 ? 1 : 3), cell % 3 == 0 ? 2 : 0);
    }
    batch.add(row, state);
    values.push_back(row);
    states.push_back(state);
  }
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t cell = 0; cell < batch.cells(); ++cell) {
      wrong += batch.value(i, cell) != values[i][cell] || batch.state(i, cell) != states[i][cell] ? 1U : 0U;
    }
  }
  EXPECT_EQ(wrong, 0U);
}

enum class Order : std::uint8_t { sorted, mixed };

void expect_same_sums(const ReportBatch& batch, std::uint32_t groups, Order order) {
  std::mt19937 random{7};
  std::vector<std::uint32_t> of;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    of.push_back(order == Order::sorted ? static_cast<std::uint32_t>(i * groups / batch.size())
                                        : static_cast<std::uint32_t>(random() % groups));
  }
  std::vector<Rollup> expected(groups, Rollup{batch.form(), Children::forget});
  for (std::size_t i = 0; i < batch.size(); ++i) {
    expected[of[i]].add(batch.report(i), "one");
  }
  const auto merged = merge_groups(batch, of, groups);
  for (std::size_t group = 0; group < groups; ++group) {
    EXPECT_EQ(merged[group].report().tables, expected[group].report().tables);
    EXPECT_EQ(merged[group].count(), expected[group].count());
    for (const auto* path : {"requests.granted.natural_person", "remedies.reconsideration.upheld",
                             "proactive.administrative_fees.amount_wan_yuan", "requests.handled_total.total"}) {
      EXPECT_EQ(merged[group].coverage(path), expected[group].coverage(path)) << path;
    }
  }
}

TEST(Batch, SumsOfGroupsAreThoseOfTheirReports) {
  const auto counties = Reports{"cn-format-2021", 8}.make(ReportBatch::block_size + 300, Wildness::county);
  expect_same_sums(counties, 31, Order::mixed);
  expect_same_sums(counties, 31, Order::sorted);
  expect_same_sums(counties, 1, Order::sorted);
  expect_same_sums(counties, 900, Order::mixed);
  expect_same_sums(Reports{"cn-format-2021", 9}.make(300, Wildness::nation), 5, Order::mixed);
}

TEST(Batch, OneDifferentDecimalInTheMiddleOfManyIsSummedExactly) {
  const auto form = Form::builtin("cn-format-2021");
  ReportBatch batch{form};
  for (std::size_t i = 0; i < 3 * ReportBatch::block_size; ++i) {
    const int decimals = i < ReportBatch::block_size ? 2 : i < 2 * ReportBatch::block_size ? 0 : 1;
    batch.add(fill(form, {{"proactive.administrative_fees.amount_wan_yuan", {static_cast<int>(i), decimals}}}));
  }
  std::vector<std::uint32_t> of;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    of.push_back(static_cast<std::uint32_t>(i % 3));
  }
  expect_same_sums(batch, 3, Order::mixed);
  expect_same_sums(batch, 3, Order::sorted);
  EXPECT_EQ(merge_groups(batch, of, 3)[0].report().cell("proactive.administrative_fees.amount_wan_yuan").value.decimals,
            2);
}

TEST(Rollup, WhatGoesBeyondAFigureOnTheWayDoesNotDependOnTheOrder) {
  const auto form = Form::builtin("cn-format-2021");
  const auto of = [&](std::int64_t value) {
    auto report = fill(form, {});
    report.table("remedies")->set("reconsideration", "upheld", Decimal{value, 0});
    return report;
  };
  const std::vector<AnnualReport> reports{of(INT64_MAX), of(2), of(-3)};
  for (const auto& order : {std::vector<std::size_t>{0, 1, 2}, {0, 2, 1}, {2, 1, 0}}) {
    Rollup all{form};
    for (const auto i : order) {
      all.add(reports[i], std::to_string(i));
    }
    EXPECT_EQ(all.report().cell("remedies.reconsideration.upheld").value, (Decimal{INT64_MAX - 1, 0}));
  }
  Rollup beyond{form};
  beyond.add(reports[0], "a");
  beyond.add(reports[1], "b");
  EXPECT_THROW((void)beyond.report(), InvalidArgumentError);
}

TEST(Batch, AnEmptyBatchHasNothingToFindAndNothingToSum) {
  const ReportBatch batch{Form::builtin("cn-format-2021")};
  EXPECT_TRUE(check(batch).empty());
  EXPECT_EQ(merge_groups(batch, Span<const std::uint32_t>{}, 2)[1].count(), 0U);
  EXPECT_TRUE(merge_groups(batch, Span<const std::uint32_t>{}, 0).empty());
}

}  // namespace
}  // namespace gongkai
