// SPDX-License-Identifier: Apache-2.0
// A batch says what its reports say one by one: findings, sums and coverage, whatever stands in the cells.
#include <gtest/gtest.h>
#include <gongkai/report/batch.hpp>
#include <gongkai/report/fill.hpp>
#include <gongkai/report/merge.hpp>

#include <limits>
#include <random>
#include <string>
#include <vector>

namespace gongkai {
namespace {

// Sound reports and reports with a cell changed: a digit, a blank, a mark, a decimal, a number that two, four or eight
// bytes just hold or do not.
class Office {
 public:
  Office(Form form, std::uint32_t seed) : form_{std::move(form)}, random_{seed} {}

  AnnualReport report() {
    Counts counts;
    for (const auto& applicant : form_.set("applicants")) {
      std::int64_t handled = 0;
      for (const auto& outcome : form_.set("outcomes")) {
        const std::int64_t value = pick(4) == 0 ? size() : 0;
        handled += value;
        counts.emplace_back("requests." + outcome + "." + applicant, Decimal{value, 0});
      }
      counts.emplace_back("requests.new_received." + applicant, Decimal{handled, 0});
    }
    counts.emplace_back("proactive.administrative_fees.amount_wan_yuan", Decimal{size(), static_cast<int>(pick(3))});
    FillOptions options;
    options.missing = Missing::zero;
    auto out = fill(form_, counts, options);
    for (std::int64_t changes = pick(4); changes > 1; --changes) {
      auto& table = out.tables[static_cast<std::size_t>(pick(3))];
      table.set(static_cast<std::size_t>(pick(static_cast<std::int64_t>(table.cell_count()))), cell());
    }
    return out;
  }

 private:
  std::int64_t pick(std::int64_t below) { return std::uniform_int_distribution<std::int64_t>{0, below - 1}(random_); }
  std::int64_t size() { return pick(40) == 0 ? pick(5000000000) : pick(30) == 0 ? pick(70000) : pick(200); }
  Cell cell() {
    Cell out;
    constexpr std::int64_t edges[] = {0,      1,          -1,         65535,           65536,
                                      -65536, 2147483648, 4294967296, 281474976710656, 999999999999999};
    switch (pick(5)) {
      case 0:
        out.kind = CellKind::blank;
        break;
      case 1:
        out.kind = CellKind::mark;
        break;
      case 2:
        out.kind = CellKind::number;
        out.value = {size(), 1 + static_cast<int>(pick(2))};
        break;
      default:
        out.kind = CellKind::number;
        out.value = {edges[pick(10)], 0};
    }
    return out;
  }

  Form form_;
  std::mt19937 random_;
};

std::string text(const Finding& finding) { return finding.code + " " + finding.message; }

TEST(BatchProperty, FindingsAndSumsAreThoseOfEachReport) {
  const auto form = Form::builtin("cn-format-2021");
  for (std::uint32_t seed = 1; seed <= 4; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Office office{form, seed};
    std::mt19937 random{seed};
    const std::size_t reports = seed == 1 ? 1024 : seed == 2 ? 1025 : 300 * seed;  // the edges of a block
    const std::size_t groups = seed == 3 ? 1 : 5;
    ReportBatch batch{form};
    std::vector<std::uint32_t> group_of;
    std::vector<Rollup> expected(groups, Rollup{form, Children::forget});
    std::vector<std::string> findings;
    for (std::size_t i = 0; i < reports; ++i) {
      const auto report = office.report();
      batch.add(report);
      // Shuffled, and one group after the other.
      group_of.push_back(static_cast<std::uint32_t>(seed % 2 == 0 ? i * groups / reports : random() % groups));
      expected[group_of.back()].add(report, "any");
      for (const auto& finding : check(report)) {
        findings.push_back(std::to_string(i) + " " + text(finding));
      }
    }
    std::vector<std::string> found;
    for (const auto& finding : check(batch)) {
      found.push_back(std::to_string(finding.report) + " " + text(finding.finding));
    }
    EXPECT_EQ(found, findings);
    EXPECT_FALSE(found.empty());
    const auto merged = merge_groups(batch, group_of, groups);
    for (std::size_t g = 0; g < groups; ++g) {
      EXPECT_EQ(merged[g].report().tables, expected[g].report().tables);
      EXPECT_EQ(merged[g].count(), expected[g].count());
      for (const char* path : {"requests.granted.total", "proactive.administrative_fees.amount_wan_yuan"}) {
        EXPECT_EQ(merged[g].coverage(path).numbers, expected[g].coverage(path).numbers);
        EXPECT_EQ(merged[g].coverage(path).blanks, expected[g].coverage(path).blanks);
      }
    }
  }
}

}  // namespace
}  // namespace gongkai
