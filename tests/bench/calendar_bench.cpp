// SPDX-License-Identifier: Apache-2.0
// Ten million days in one thread. Every result has `ns_row`, and `copies`: how many times a plain copy of the question
// into the answer's memory, measured in the same run, it takes.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstring>
#include <ctime>
#include <gongkai/calendar/columns.hpp>
#include <limits>
#include <set>
#include <vector>

namespace {

using gongkai::CalendarDays;
using gongkai::Column;
using gongkai::Date;
using gongkai::DayColumn;
using gongkai::DaySink;
using gongkai::DayUnit;
using gongkai::Sink;
using gongkai::WorkCalendar;
using gongkai::WorkingDays;

constexpr std::size_t rows = 10'000'000;
constexpr std::int64_t nanoseconds_a_day = 86400000000000;

const WorkCalendar& china() {
  static const WorkCalendar calendar = WorkCalendar::builtin("CN");
  return calendar;
}

// Days of all covered years but the last two months, in no order; the same on every machine.
template <typename T>
const std::vector<T>& days() {
  static std::vector<T> out;
  if (out.empty()) {
    out.resize(rows);
    const std::int64_t first = china().first_day().to_ordinal();
    const auto span = static_cast<std::uint64_t>((china().last_day() - china().first_day()).count() - 60);
    std::uint64_t state = 88172645463325252U;
    for (T& day : out) {
      state ^= state << 13U;
      state ^= state >> 7U;
      state ^= state << 17U;
      day = static_cast<T>(first + static_cast<std::int64_t>(state % span));
    }
  }
  return out;
}

// Processor time of this thread, which does not grow while others have the processor.
double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

// Seconds for one copy: the best of several.
template <typename T>
double copy_seconds() {
  static const double best = [] {
    std::vector<T> out(rows);
    double least = std::numeric_limits<double>::max();
    for (int i = 0; i < 9; ++i) {
      const double start = now();
      std::memcpy(out.data(), days<T>().data(), rows * sizeof(T));
      benchmark::DoNotOptimize(out.data());
      benchmark::ClobberMemory();
      least = std::min(least, now() - start);
    }
    return least;
  }();
  return best;
}

// Runs `work` as the benchmark and adds the counters.
template <typename T, typename Work>
void measure(benchmark::State& state, std::size_t done, Work work) {
  double least = std::numeric_limits<double>::max();
  for (auto _ : state) {
    const double start = now();
    work();
    benchmark::ClobberMemory();
    least = std::min(least, now() - start);
  }
  state.counters["ns_row"] = least * 1e9 / static_cast<double>(done);
  state.counters["copies"] = least / static_cast<double>(done) / (copy_seconds<T>() / static_cast<double>(rows));
}

template <typename T>
void copy(benchmark::State& state) {
  std::vector<T> out(rows);
  measure<T>(state, rows, [&] { std::memcpy(out.data(), days<T>().data(), rows * sizeof(T)); });
}

template <typename T>
void add_twenty(benchmark::State& state) {
  std::vector<T> out(rows);
  measure<T>(state, rows, [&] { add(china(), DayColumn{Column<T>{days<T>()}}, WorkingDays{20}, DaySink{out}); });
}

void add_twenty_nanoseconds(benchmark::State& state) {
  std::vector<std::int64_t> question = days<std::int64_t>();
  // Every nanosecond count of a calendar up to 2262 fits.
  std::transform(question.begin(), question.end(), question.begin(),
                 [](std::int64_t day) { return day * nanoseconds_a_day; });
  std::vector<std::int64_t> out(rows);
  measure<std::int64_t>(state, rows, [&] {
    add(china(), DayColumn{Column<std::int64_t>{question}, DayUnit::nanosecond}, WorkingDays{20}, DaySink{out});
  });
}

template <typename T>
void add_each(benchmark::State& state) {
  std::vector<std::int32_t> counts(rows);
  for (std::size_t i = 0; i < rows; ++i) {
    counts[i] = static_cast<std::int32_t>(1 + i % 30);
  }
  std::vector<T> out(rows);
  measure<T>(state, rows, [&] {
    add(china(), DayColumn{Column<T>{days<T>()}}, gongkai::CountColumn{Column<std::int32_t>{counts}}, DaySink{out});
  });
}

// Every hundredth row is null: the rows of all blocks are answered with care.
void add_twenty_some_null(benchmark::State& state) {
  std::vector<std::int64_t> question = days<std::int64_t>();
  for (std::size_t i = 0; i < rows; i += 100) {
    question[i] = std::numeric_limits<std::int64_t>::min();
  }
  std::vector<std::int64_t> out(rows);
  measure<std::int64_t>(
      state, rows, [&] { add(china(), DayColumn{Column<std::int64_t>{question}}, WorkingDays{20}, DaySink{out}); });
}

template <typename T>
void between(benchmark::State& state) {
  const std::vector<T>& from = days<T>();
  std::vector<T> to = from;
  std::transform(to.begin(), to.end(), to.begin(), [](T day) { return day + 30; });
  std::vector<std::int32_t> out(rows);
  measure<T>(state, rows, [&] {
    working_days_between(china(), DayColumn{Column<T>{from}}, DayColumn{Column<T>{to}}, Sink<std::int32_t>{out});
  });
}

template <typename T>
void is_worked(benchmark::State& state) {
  std::vector<std::uint8_t> out(rows);
  measure<T>(state, rows, [&] { is_working_day(china(), DayColumn{Column<T>{days<T>()}}, Sink<std::uint8_t>{out}); });
}

// The peer: a table of the answers by day, gathered without asking whether there is one.
template <typename T>
void table_gather(benchmark::State& state) {
  const T first = china().first_day().to_ordinal();
  std::vector<T> table;
  for (Date day = china().first_day(); day < Date{2026, 12, 1}; day = day + CalendarDays{1}) {
    table.push_back(china().add(day, WorkingDays{20}).to_ordinal());
  }
  const std::vector<T>& question = days<T>();
  std::vector<T> out(rows);
  measure<T>(state, rows, [&] {
    for (std::size_t i = 0; i < rows; ++i) {
      out[i] = table[static_cast<std::size_t>(question[i] - first)];
    }
  });
}

// The peer that most programs have: walk from day to day and look each up.
void naive_walk(benchmark::State& state) {
  const auto off = china().off_days();
  const std::set<Date> closed(off.begin(), off.end());
  constexpr std::size_t some = 100'000;
  std::vector<std::int32_t> out(some);
  measure<std::int32_t>(state, some, [&] {
    for (std::size_t i = 0; i < some; ++i) {
      Date day = Date::from_ordinal(days<std::int32_t>()[i]);
      for (int left = 20; left > 0;) {
        day = day + CalendarDays{1};
        left -= closed.count(day) == 0 ? 1 : 0;
      }
      out[i] = day.to_ordinal();
    }
  });
}

void add_one_day(benchmark::State& state) {
  const WorkCalendar calendar = china();
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        calendar.add(Date::from_ordinal(days<std::int32_t>()[++i % 4096]), WorkingDays{20}).to_ordinal());
  }
}

void load_builtin(benchmark::State& state) {
  const std::string text = china().to_json();
  for (auto _ : state) {
    benchmark::DoNotOptimize(WorkCalendar::from_json(text, "bench"));
  }
}

BENCHMARK(copy<std::int32_t>)->Unit(benchmark::kMillisecond);
BENCHMARK(copy<std::int64_t>)->Unit(benchmark::kMillisecond);
BENCHMARK(table_gather<std::int32_t>)->Unit(benchmark::kMillisecond);
BENCHMARK(table_gather<std::int64_t>)->Unit(benchmark::kMillisecond);
BENCHMARK(add_twenty<std::int32_t>)->Unit(benchmark::kMillisecond);
BENCHMARK(add_twenty<std::int64_t>)->Unit(benchmark::kMillisecond);
BENCHMARK(add_twenty_nanoseconds)->Unit(benchmark::kMillisecond);
BENCHMARK(add_twenty_some_null)->Unit(benchmark::kMillisecond);
BENCHMARK(add_each<std::int32_t>)->Unit(benchmark::kMillisecond);
BENCHMARK(add_each<std::int64_t>)->Unit(benchmark::kMillisecond);
BENCHMARK(between<std::int32_t>)->Unit(benchmark::kMillisecond);
BENCHMARK(between<std::int64_t>)->Unit(benchmark::kMillisecond);
BENCHMARK(is_worked<std::int32_t>)->Unit(benchmark::kMillisecond);
BENCHMARK(is_worked<std::int64_t>)->Unit(benchmark::kMillisecond);
BENCHMARK(naive_walk)->Unit(benchmark::kMillisecond);
BENCHMARK(add_one_day);
BENCHMARK(load_builtin)->Unit(benchmark::kMicrosecond);

}  // namespace
