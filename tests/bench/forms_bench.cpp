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
          const auto value = static_cast<std::int64_t>(random() % 4 == 0 ? random() % 200 : 0);
          handled += value;
          counts.emplace_back("requests." + outcome + "." + applicant, Decimal{value, 0});
        }
        const auto carried = static_cast<std::int64_t>(random() % 9);
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
    group = static_cast<std::uint32_t>(random() % 31);
  }
  return out;
}

// The cells as the peers hold them: eight bytes each.
std::int64_t plain_bytes(const ReportBatch& batch) {
  return static_cast<std::int64_t>(batch.size() * batch.cells() * 8);
}

void sum_into_31_groups(benchmark::State& state) {
  const auto& batch = reports(300000);
  const auto groups = provinces(batch.size());
  for (auto _ : state) {
    benchmark::DoNotOptimize(merge_groups(batch, groups, 31).data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * plain_bytes(batch));
}
BENCHMARK(sum_into_31_groups)->Unit(benchmark::kMillisecond);

// Reports that come province by province.
void sum_into_31_sorted_groups(benchmark::State& state) {
  const auto& batch = reports(300000);
  auto groups = provinces(batch.size());
  std::sort(groups.begin(), groups.end());
  for (auto _ : state) {
    benchmark::DoNotOptimize(merge_groups(batch, groups, 31).data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * plain_bytes(batch));
}
BENCHMARK(sum_into_31_sorted_groups)->Unit(benchmark::kMillisecond);

template <typename Value>
std::uint64_t bits_of(const std::vector<Value>& values) {
  Value bits = 0;
  for (const auto value : values) {
    bits = static_cast<Value>(bits ^ value);
  }
  return static_cast<std::uint64_t>(bits);
}

// What the memory itself allows: every cell read once, as eight bytes (`read_the_same_cells`) and as the batch packs
// them (`read_the_packed_cells`).
void read_the_same_cells(benchmark::State& state) {
  const auto& batch = reports(300000);
  std::vector<std::int64_t> plain(batch.size() * batch.cells());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    plain[i] = static_cast<std::int64_t>(i % 251);
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(bits_of(plain));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * plain_bytes(batch));
}
BENCHMARK(read_the_same_cells)->Unit(benchmark::kMillisecond);

void read_the_packed_cells(benchmark::State& state) {
  const auto& batch = reports(300000);
  std::size_t bytes = 0;
  for (auto _ : state) {
    std::uint64_t bits = 0;
    bytes = 0;
    for (const auto& block : batch.blocks()) {
      bits ^= bits_of(block.bytes) ^ bits_of(block.shorts) ^ bits_of(block.words) ^ bits_of(block.longs);
      bytes += block.bytes.size() + 2 * block.shorts.size() + 4 * block.words.size() + 8 * block.longs.size();
    }
    benchmark::DoNotOptimize(bits);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
  state.counters["bytes a report"] = static_cast<double>(bytes) / static_cast<double>(batch.size());
}
BENCHMARK(read_the_packed_cells)->Unit(benchmark::kMillisecond);

}  // namespace
