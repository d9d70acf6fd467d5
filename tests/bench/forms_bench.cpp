// SPDX-License-Identifier: Apache-2.0
// Checking a million filled reports of the form of 2021, and summing 300,000 reports of 200 cells into 31 groups,
// beside a plain read of the same memory.
#include <benchmark/benchmark.h>
#include <gongkai/report/fill.hpp>
#include <gongkai/report/merge.hpp>

#include <algorithm>
#include <random>

namespace {

using namespace gongkai;

// Sound reports with the mixture of zeros and figures that counties have; fees with decimals.
const ReportBatch& reports(std::size_t count) {
  static const ReportBatch base = [] {
    const auto form = Form::builtin("cn-format-2021");
    ReportBatch out{form};
    std::mt19937 random{2021};
    for (int i = 0; i < 512; ++i) {
      Counts counts;
      for (const auto& applicant : form.set("applicants")) {
        std::int64_t handled = 0;
        for (const auto& outcome : form.set("outcomes")) {
          const std::int64_t value = random() % 4 == 0 ? random() % 200 : 0;
          handled += value;
          counts.emplace_back("requests." + outcome + "." + applicant, Decimal{value, 0});
        }
        const std::int64_t carried = random() % 9;
        counts.emplace_back("requests.new_received." + applicant, Decimal{handled, 0});
        counts.emplace_back("requests.carried_in." + applicant, Decimal{carried, 0});
        counts.emplace_back("requests.carried_out." + applicant, Decimal{carried, 0});
      }
      counts.emplace_back("proactive.normative_documents.in_force", Decimal{static_cast<int>(random() % 900), 0});
      counts.emplace_back("proactive.administrative_fees.amount_wan_yuan",
                          Decimal{static_cast<int>(random() % 900000), 2});
      counts.emplace_back("remedies.reconsideration.upheld", Decimal{static_cast<int>(random() % 30), 0});
      FillOptions options;
      options.missing = Missing::zero;
      out.add(fill(form, counts, options));
    }
    return out;
  }();
  static ReportBatch batch{base.form()};
  if (batch.size() != count) {
    batch = ReportBatch{base.form()};
    batch.reserve(count);
    std::vector<std::int64_t> values(base.cells());
    std::vector<std::uint8_t> states(base.cells());
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t cell = 0; cell < base.cells(); ++cell) {
        values[cell] = base.value(i % base.size(), cell);
        states[cell] = base.state(i % base.size(), cell);
      }
      batch.add(values, states);
    }
  }
  return batch;
}

void check_a_million_reports(benchmark::State& state) {
  const auto& batch = reports(1000000);
  for (auto _ : state) {
    const auto findings = check(batch);
    if (!findings.empty()) {
      state.SkipWithError("sound reports have no findings");
    }
    benchmark::DoNotOptimize(findings.data());
  }
  state.counters["reports/s"] =
      benchmark::Counter(static_cast<double>(batch.size()), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(check_a_million_reports)->Unit(benchmark::kMillisecond);

void check_one_report(benchmark::State& state) {
  const auto report = reports(1000).report(0);
  for (auto _ : state) {
    benchmark::DoNotOptimize(check(report).data());
  }
}
BENCHMARK(check_one_report)->Unit(benchmark::kMicrosecond);

std::vector<std::uint32_t> provinces(std::size_t count) {
  std::vector<std::uint32_t> out(count);
  std::mt19937 random{31};
  for (auto& group : out) {
    group = random() % 31;
  }
  return out;
}

void sum_into_31_groups(benchmark::State& state, bool together) {
  const auto& batch = reports(300000);
  auto groups = provinces(batch.size());
  if (together) {
    std::sort(groups.begin(), groups.end());
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(merge_groups(batch, groups, 31).data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(batch.size() * batch.cells() * sizeof(std::uint16_t)));
}
BENCHMARK_CAPTURE(sum_into_31_groups, shuffled, false)->Unit(benchmark::kMillisecond);
// As a nation is loaded: province by province.
BENCHMARK_CAPTURE(sum_into_31_groups, group_by_group, true)->Unit(benchmark::kMillisecond);

// What the memory itself allows: every value read once.
void read_the_same_memory(benchmark::State& state) {
  const auto& batch = reports(300000);
  for (auto _ : state) {
    std::uint16_t bits = 0;
    for (const auto& block : batch.blocks()) {
      for (const auto value : block.narrow) {
        bits = static_cast<std::uint16_t>(bits ^ value);
      }
    }
    benchmark::DoNotOptimize(bits);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(batch.size() * batch.cells() * sizeof(std::uint16_t)));
}
BENCHMARK(read_the_same_memory)->Unit(benchmark::kMillisecond);

}  // namespace
