// SPDX-License-Identifier: Apache-2.0
// Deadlines in one thread. Every result has `rows`: deadlines a second of processor time.

#include <benchmark/benchmark.h>

#include <gongkai/clock/columns.hpp>
#include <vector>

namespace {

using namespace gongkai;

constexpr std::size_t rows = 4'000'000;
constexpr std::size_t histories = 10'000;

const Clock& china() {
  static const Clock clock = Clock::builtin("cn");
  return clock;
}

// The same on every machine.
class Numbers {
 public:
  std::int32_t below(std::uint64_t limit) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return static_cast<std::int32_t>(state_ % limit);
  }

 private:
  std::uint64_t state_ = 88172645463325252U;
};

struct Register {
  Register() {
    Numbers numbers;
    const std::int32_t first = Date{2008, 5, 1}.to_ordinal();
    for (std::size_t i = 0; i < rows; ++i) {
      const std::int32_t day = first + numbers.below(6600);
      received.push_back(day);
      channel.push_back(static_cast<std::uint8_t>(numbers.below(2)));
      answered.push_back(day + numbers.below(45));
      extension.push_back(numbers.below(5) == 0 ? 15 : 0);
      sent_1.push_back(day + numbers.below(10));
      opinion_1.push_back(sent_1.back() + numbers.below(20));
      sent_2.push_back(day + numbers.below(10));
      opinion_2.push_back(sent_2.back() + numbers.below(20));
    }
  }
  std::vector<std::int32_t> received, answered, extension, sent_1, sent_2, opinion_1, opinion_2;
  std::vector<std::uint8_t> channel;
};

const Register& office() {
  static const Register all;
  return all;
}

struct Answers {
  std::vector<std::int32_t> due = std::vector<std::int32_t>(rows), used = std::vector<std::int32_t>(rows);
  std::vector<std::uint8_t> status = std::vector<std::uint8_t>(rows), bits = std::vector<std::uint8_t>((rows + 7) / 8),
                            more_bits = std::vector<std::uint8_t>((rows + 7) / 8),
                            last_bits = std::vector<std::uint8_t>((rows + 7) / 8);
};

void per_second(benchmark::State& state, std::size_t items) {
  state.counters["rows"] = benchmark::Counter(static_cast<double>(items) * static_cast<double>(state.iterations()),
                                              benchmark::Counter::kIsRate);
}

void run(benchmark::State& state, const ReplyColumns& in) {
  static Answers out;
  ReplyAnswers answers;
  answers.due = {out.due, out.bits.data()};
  answers.status = {out.status, out.more_bits.data()};
  answers.days_used = {out.used, out.last_bits.data()};
  for (auto _ : state) {
    benchmark::DoNotOptimize(reply_columns(china(), in, Date{2026, 6, 30}, answers));
  }
  per_second(state, rows);
}

void columns_no_pauses(benchmark::State& state) {
  ReplyColumns in{Column<std::int32_t>{office().received}};
  in.channel = Column<std::uint8_t>{office().channel};
  in.answered = Column<std::int32_t>{office().answered};
  run(state, in);
}

void columns_extensions(benchmark::State& state) {
  ReplyColumns in{Column<std::int32_t>{office().received}};
  in.channel = Column<std::uint8_t>{office().channel};
  in.answered = Column<std::int32_t>{office().answered};
  in.extension = Column<std::int32_t>{office().extension};
  run(state, in);
}

void columns_two_pauses(benchmark::State& state) {
  ReplyColumns in{Column<std::int32_t>{office().received}};
  in.channel = Column<std::uint8_t>{office().channel};
  in.answered = Column<std::int32_t>{office().answered};
  in.extension = Column<std::int32_t>{office().extension};
  in.pauses.push_back({Column<std::int32_t>{office().sent_1}, Column<std::int32_t>{office().sent_1},
                       Column<std::int32_t>{office().opinion_1}});
  in.pauses.push_back({Column<std::int32_t>{office().sent_2}, Column<std::int32_t>{office().sent_2},
                       Column<std::int32_t>{office().opinion_2}});
  run(state, in);
}

std::vector<ClockHistory> cases(bool paused) {
  ReplyColumns in{Column<std::int32_t>{office().received}};
  in.channel = Column<std::uint8_t>{office().channel};
  in.answered = Column<std::int32_t>{office().answered};
  if (paused) {
    in.pauses.push_back({Column<std::int32_t>{office().sent_1}, Column<std::int32_t>{office().sent_1},
                         Column<std::int32_t>{office().opinion_1}});
  }
  std::vector<ClockHistory> out;
  for (std::size_t i = 0; i < histories; ++i) {
    out.push_back(reply_history(china(), in, i));
  }
  return out;
}

void bare(benchmark::State& state, bool paused) {
  const auto all = cases(paused);
  for (auto _ : state) {
    for (const ClockHistory& history : all) {
      benchmark::DoNotOptimize(china().due(DeadlineKind::reply, history));
    }
  }
  per_second(state, histories);
}

void explained(benchmark::State& state, bool paused) {
  const auto all = cases(paused);
  for (auto _ : state) {
    for (const ClockHistory& history : all) {
      benchmark::DoNotOptimize(china().deadline(DeadlineKind::reply, history));
    }
  }
  per_second(state, histories);
}

BENCHMARK(columns_no_pauses)->Unit(benchmark::kMillisecond);
BENCHMARK(columns_extensions)->Unit(benchmark::kMillisecond);
BENCHMARK(columns_two_pauses)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bare, plain, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bare, one_pause, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(explained, plain, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(explained, one_pause, true)->Unit(benchmark::kMillisecond);

}  // namespace
