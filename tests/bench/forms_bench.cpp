// SPDX-License-Identifier: Apache-2.0
// Checking a million filled reports of the form of 2021, and summing 300,000 reports of 200 cells into 31 groups,
// beside a plain read of the same memory.
#include <benchmark/benchmark.h>
#include <gongkai/report/fill.hpp>
#include <gongkai/report/merge.hpp>

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
    for (std::size_t i = 0; i < count; ++i) {
      batch.add(base.values(i % base.size()), base.states(i % base.size()));
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

void sum_into_31_groups(benchmark::State& state) {
  const auto& batch = reports(300000);
  const auto groups = provinces(batch.size());
  for (auto _ : state) {
    benchmark::DoNotOptimize(merge_groups(batch, groups, 31).data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(batch.size() * batch.cells() * 9));
}
BENCHMARK(sum_into_31_groups)->Unit(benchmark::kMillisecond);

// What the memory itself allows: every value and state read once.
void read_the_same_memory(benchmark::State& state) {
  const auto& batch = reports(300000);
  for (auto _ : state) {
    std::int64_t values = 0;
    for (const auto value : Span<const std::int64_t>{batch.values(0).data(), batch.size() * batch.cells()}) {
      values += value;
    }
    unsigned states = 0;
    for (const auto one : Span<const std::uint8_t>{batch.states(0).data(), batch.size() * batch.cells()}) {
      states += one;
    }
    benchmark::DoNotOptimize(values);
    benchmark::DoNotOptimize(states);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(batch.size() * batch.cells() * 9));
}
BENCHMARK(read_the_same_memory)->Unit(benchmark::kMillisecond);

}  // namespace
