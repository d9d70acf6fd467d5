// SPDX-License-Identifier: Apache-2.0
// Twenty million requests of 2,000 agencies counted in one thread and filled into the forms of seven years; and events
// turned into facts: of an office of 50,000 requests, and of a hundred agencies one after the other.
#include <benchmark/benchmark.h>
#include <gongkai/event/fold.hpp>
#include <gongkai/facts/count.hpp>
#include <gongkai/facts/sample.hpp>
#include <gongkai/facts/stream.hpp>

#include <algorithm>
#include <random>

namespace {

using namespace gongkai;

constexpr CountShape shape{2000, 7, 6, 22};
constexpr std::size_t rows = 20'000'000;

struct Requests {
  std::vector<std::uint16_t> agency = std::vector<std::uint16_t>(rows);
  std::vector<std::uint8_t> year = std::vector<std::uint8_t>(rows);
  std::vector<std::uint8_t> closed = std::vector<std::uint8_t>(rows);
  std::vector<std::uint8_t> type = std::vector<std::uint8_t>(rows);
  std::vector<std::uint8_t> outcome = std::vector<std::uint8_t>(rows);

  // In no order, the worst for a table of counters. An eighth is closed a year later, a sixteenth not at all.
  Requests() {
    std::mt19937_64 random{2013};
    for (std::size_t i = 0; i < rows; ++i) {
      const auto bits = random();
      agency[i] = static_cast<std::uint16_t>((bits >> 40U) % shape.agencies);
      year[i] = static_cast<std::uint8_t>((bits >> 8U) % shape.years);
      type[i] = static_cast<std::uint8_t>((bits >> 16U) % shape.applicant_types);
      outcome[i] = static_cast<std::uint8_t>((bits >> 24U) % shape.outcomes);
      const auto later = static_cast<std::uint8_t>(year[i] + (bits % 8 == 0 ? 1 : 0));
      closed[i] = bits % 16 == 1 || later == shape.years ? RequestRows::no_year : later;
    }
  }
};
const Requests& requests() {
  static const Requests all;
  return all;
}
template <typename T>
Span<const T> span(const std::vector<T>& values) {
  return {values.data(), values.size()};
}

void rate(benchmark::State& state, double items) {
  state.counters["million_a_second"] = benchmark::Counter(items / 1e6, benchmark::Counter::kIsIterationInvariantRate);
}

void count_twenty_million(benchmark::State& state) {
  const auto& all = requests();
  for (auto _ : state) {
    const auto counts = count({span(all.agency), span(all.year), span(all.type), span(all.outcome)}, shape);
    benchmark::DoNotOptimize(counts.values().data());
  }
  rate(state, static_cast<double>(rows));
}
BENCHMARK(count_twenty_million)->Unit(benchmark::kMillisecond);

void fill_the_forms_of_all_agencies(benchmark::State& state) {
  const auto& all = requests();
  const auto form = Form::builtin("cn-format-2021");
  const auto rulebook = Rulebook::builtin("cn");
  for (auto _ : state) {
    const auto batch = fill_requests(
        form, {span(all.agency), span(all.year), span(all.closed), span(all.type), span(all.outcome)}, shape, rulebook);
    benchmark::DoNotOptimize(batch.blocks().data());
  }
  rate(state, static_cast<double>(rows));
  state.counters["reports_a_second"] = benchmark::Counter(static_cast<double>(shape.agencies * shape.years),
                                                          benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(fill_the_forms_of_all_agencies)->Unit(benchmark::kMillisecond);

const SampleOffice& office() {
  static const SampleOffice all = sample_office();
  return all;
}

void replay_and_derive(benchmark::State& state) {
  const auto rules = RequestRules::builtin("CN");
  const auto& events = office().requests;
  for (auto _ : state) {
    const auto history = replay(events, Date{2023, 12, 31}, Date{2024, 12, 31}, rules);
    const auto facts = derive(history.requests, {}, {}, rules);
    benchmark::DoNotOptimize(facts.requests.data());
  }
  rate(state, static_cast<double>(events.size()));
}
BENCHMARK(replay_and_derive)->Unit(benchmark::kMillisecond);

std::vector<RequestEvent> in_order(const std::vector<RequestEvent>& events) {
  std::vector<RequestEvent> out;
  for (const auto i : order_of(events, Date{2023, 12, 31}, Date{2024, 12, 31}).order) {
    out.push_back(events[i]);
  }
  return out;
}

// Agency by agency: a hundred of them with 500 requests in five years each, 300,000 events.
void stream_by_agency(benchmark::State& state) {
  const auto rules = RequestRules::builtin("CN");
  static const auto agencies = [] {
    std::vector<std::vector<RequestEvent>> out;
    for (std::uint64_t agency = 1; agency <= 100; ++agency) {
      SampleOptions options;
      options.seed = agency;
      options.requests = 500;
      options.records = 0;
      out.push_back(in_order(sample_office(options).requests));
    }
    return out;
  }();
  std::size_t most = 0;
  std::size_t events = 0;
  for (auto _ : state) {
    RequestStream stream{rules};
    events = 0;
    for (const auto& agency : agencies) {
      for (const auto& event : agency) {
        stream.add(event);
      }
      events += agency.size();
      most = std::max(most, stream.held());
      benchmark::DoNotOptimize(stream.finish().requests.data());
    }
  }
  rate(state, static_cast<double>(events));
  state.counters["held"] = static_cast<double>(most);
}
BENCHMARK(stream_by_agency)->Unit(benchmark::kMillisecond);

// The events of a file kept in order, as they come.
void stream_in_order(benchmark::State& state) {
  const auto rules = RequestRules::builtin("CN");
  static const auto events = in_order(office().requests);
  std::size_t most = 0;
  for (auto _ : state) {
    RequestStream stream{rules};
    std::size_t told = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
      stream.add(events[i]);
      if (i % 4096 == 0) {
        most = std::max(most, stream.held());
        told += stream.take().requests.size();
      }
    }
    told += stream.finish().requests.size();
    benchmark::DoNotOptimize(told);
  }
  rate(state, static_cast<double>(events.size()));
  state.counters["held"] = static_cast<double>(most);
}
BENCHMARK(stream_in_order)->Unit(benchmark::kMillisecond);

void make_the_sample_office(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(sample_office().requests.data());
  }
}
BENCHMARK(make_the_sample_office)->Unit(benchmark::kMillisecond);

}  // namespace
