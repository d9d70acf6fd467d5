// SPDX-License-Identifier: Apache-2.0
// Roll-ups are the same bytes whatever the order, the tree, the threads.
#include <gtest/gtest.h>
#include <gongkai/report/json.hpp>
#include <gongkai/report/merge.hpp>

#include <algorithm>
#include <random>
#include <thread>

namespace gongkai {
namespace {

Cell random_cell(std::mt19937& random, ValueKind kind) {
  Cell out;
  switch (random() % 12) {
    case 0:
      return out;
    case 1:
      out.kind = CellKind::blank;
      return out;
    case 2:
      out.kind = CellKind::mark;
      out.printed = "/";
      return out;
    case 3:
      out.kind = CellKind::approximate;
      out.value = {40, 0};
      out.printed = "40余";
      return out;
    default:
      break;
  }
  out.kind = kind == ValueKind::date ? CellKind::date : CellKind::number;
  const int decimals = kind == ValueKind::decimal || kind == ValueKind::duration ? static_cast<int>(random() % 5) : 0;
  out.value = {static_cast<std::int64_t>(random() % 2 == 0 ? 0 : random() % 20000), decimals};
  return out;
}

AnnualReport random_report(std::mt19937& random, const Form& form) {
  AnnualReport out;
  out.organisation = "机关" + std::to_string(random() % 60);  // some come twice
  out.year = 2023;
  for (const auto& definition : form.tables()) {
    if (random() % 9 == 0) {
      continue;
    }
    Table table{form, definition.id};
    if (definition.shape == TableShape::open) {
      table.add_row("overall");
      table.add_row("unit " + std::to_string(random() % 5));
    } else if (definition.shape == TableShape::ranked) {
      for (std::size_t rank = 1; rank <= 1 + random() % 10; ++rank) {
        table.add_row("overall/" + std::to_string(rank));
      }
    }
    for (std::size_t i = 0; i < table.cell_count(); ++i) {
      const auto at = table.position(i);
      table.set(i, random_cell(random, definition.kind_of(at.row, at.column)));
    }
    out.tables.push_back(std::move(table));
  }
  return out;
}

std::string bytes(const Rollup& rollup) {
  std::string out = to_json(rollup.report(), rollup.findings(), "");
  for (const auto& table : rollup.form().tables()) {
    for (const auto& cell : table.cells) {
      const auto table_index = *rollup.form().find_table(table.id);
      const auto coverage = rollup.coverage(rollup.form().path(table_index, table.rows[cell.row].id, cell.column));
      out += std::to_string(coverage.numbers) + "," + std::to_string(coverage.blanks) + "," +
             std::to_string(coverage.approximate) + "," + std::to_string(coverage.absent) + ";";
    }
  }
  return out;
}

// Merges the reports in a random tree.
Rollup tree(std::mt19937& random, const Form& form, Children children, const std::vector<AnnualReport>& reports,
            std::size_t begin, std::size_t end) {
  Rollup out{form, children};
  while (begin < end) {
    const std::size_t take = 1 + random() % (end - begin);
    if (take == 1 || random() % 3 == 0) {
      out.add(reports[begin]);
      ++begin;
    } else {
      out.add(tree(random, form, children, reports, begin, begin + take));
      begin += take;
    }
  }
  return out;
}

TEST(MergeProperty, EveryOrderAndEveryTreeGivesTheSameBytes) {
  std::mt19937 random{20231231};
  for (const char* id : {"cn-format-2021", "cn-trial-2019", "us-foia-annual"}) {
    const auto form = Form::builtin(id);
    std::vector<AnnualReport> reports;
    for (int i = 0; i < 40; ++i) {
      reports.push_back(random_report(random, form));
    }
    for (const auto children : {Children::remember, Children::forget}) {
      Rollup plain{form, children};
      for (const auto& report : reports) {
        plain.add(report);
      }
      const auto expected = bytes(plain);
      for (int round = 0; round < 5; ++round) {
        std::shuffle(reports.begin(), reports.end(), random);
        ASSERT_EQ(bytes(tree(random, form, children, reports, 0, reports.size())), expected) << id;
      }
    }
  }
}

TEST(MergeProperty, ThreadsChangeNothing) {
  std::mt19937 random{7};
  const auto form = Form::builtin("cn-format-2021");
  std::vector<AnnualReport> reports;
  for (int i = 0; i < 60; ++i) {
    reports.push_back(random_report(random, form));
  }
  Rollup plain{form};
  for (const auto& report : reports) {
    plain.add(report);
  }
  std::vector<Rollup> parts(4, Rollup{form});
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < parts.size(); ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = t; i < reports.size(); i += parts.size()) {
        parts[t].add(reports[i]);
      }
    });
  }
  for (auto& thread : threads) {
    thread.join();
  }
  Rollup merged{form};
  for (const std::size_t t : {2U, 0U, 3U, 1U}) {
    merged.add(parts[t]);
  }
  EXPECT_EQ(bytes(merged), bytes(plain));
}

TEST(MergeProperty, ARollUpIsTheSumOfItsTrace) {
  std::mt19937 random{11};
  const auto form = Form::builtin("cn-format-2021");
  Rollup rollup{form};
  for (int i = 0; i < 50; ++i) {
    rollup.add(random_report(random, form));
  }
  const auto report = rollup.report();
  for (const char* path : {"requests.granted.total", "remedies.reconsideration.pending", "proactive.rules.issued"}) {
    std::int64_t sum = 0;
    std::size_t numbers = 0;
    for (const auto& part : rollup.trace(path)) {
      if (part.cell.is_number()) {
        sum += part.cell.value.unscaled;
        ++numbers;
      }
    }
    EXPECT_EQ(report.cell(path).value.unscaled, sum) << path;
    EXPECT_EQ(rollup.coverage(path).numbers, numbers) << path;
  }
}

}  // namespace
}  // namespace gongkai
