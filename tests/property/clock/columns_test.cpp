// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

#include <gongkai/clock/columns.hpp>
#include <gongkai/error.hpp>

#include "random_history.hpp"

namespace gongkai {
namespace {

// A column of days with nulls.
class RandomColumn {
 public:
  explicit RandomColumn(std::size_t size) : values_(size), bits_((size + 7) / 8) {}
  void set(std::size_t row, std::int32_t value) {
    values_[row] = value;
    bits_[row >> 3] = static_cast<std::uint8_t>(bits_[row >> 3] | (1U << (row & 7)));
  }
  [[nodiscard]] Column<std::int32_t> column() const { return Column<std::int32_t>{values_, bits_.data()}; }

 private:
  std::vector<std::int32_t> values_;
  std::vector<std::uint8_t> bits_;
};

struct Answers {
  explicit Answers(std::size_t size)
      : due(size),
        used(size),
        status(size),
        open(size),
        due_bits((size + 7) / 8),
        used_bits((size + 7) / 8),
        status_bits((size + 7) / 8) {}
  [[nodiscard]] ReplyAnswers sinks() {
    ReplyAnswers out;
    out.due = {due, due_bits.data()};
    out.status = {status, status_bits.data()};
    out.days_used = {used, used_bits.data()};
    out.open = open;
    return out;
  }
  std::vector<std::int32_t> due, used;
  std::vector<std::uint8_t> status, open, due_bits, used_bits, status_bits;
};

bool bit(const std::vector<std::uint8_t>& bits, std::size_t row) { return ((bits[row >> 3] >> (row & 7)) & 1U) != 0; }

// GONGKAI_CLOCK_ROWS=1000000 for the long run: some seconds.
std::size_t row_count() {
  const char* rows = std::getenv("GONGKAI_CLOCK_ROWS");
  return rows != nullptr ? static_cast<std::size_t>(std::strtoul(rows, nullptr, 10)) : 200000;
}

void compare(const Clock& clock, testing::RandomCases& cases, std::size_t size, Date as_of) {
  RandomColumn received{size}, confirmed{size}, extension{size}, extended_on{size}, answered{size};
  std::vector<RandomColumn> sent(2, RandomColumn{size}), delivered(2, RandomColumn{size}),
      opinion(2, RandomColumn{size});
  std::vector<std::uint8_t> channel(size), channel_bits((size + 7) / 8);
  const int channels = static_cast<int>(clock_channels(clock).size());
  for (std::size_t i = 0; i < size; ++i) {
    if (cases.chance(3)) {
      continue;
    }
    const std::int32_t day = as_of.to_ordinal() - cases.number(-20, 120);
    received.set(i, day);
    if (cases.chance(90)) {
      channel[i] = static_cast<std::uint8_t>(cases.chance(50) ? 0 : cases.number(0, channels - 1));
      channel_bits[i >> 3] = static_cast<std::uint8_t>(channel_bits[i >> 3] | (1U << (i & 7)));
    }
    if (cases.chance(70)) {
      confirmed.set(i, day + cases.number(-1, 5));
    }
    for (std::size_t k = 0; k < 2; ++k) {
      if (!cases.chance(40)) {
        continue;
      }
      const std::int32_t from = day + cases.number(-3, 45);
      sent[k].set(i, from);
      if (cases.chance(80)) {
        delivered[k].set(i, from + cases.number(0, 5));
      }
      if (cases.chance(80)) {
        opinion[k].set(i, from + cases.number(-1, 35));
      }
    }
    if (cases.chance(30)) {
      extension.set(i, cases.number(-1, 25));
      if (cases.chance(80)) {
        extended_on.set(i, day + cases.number(-2, 50));
      }
    }
    if (cases.chance(60)) {
      answered.set(i, day + cases.number(-2, 90));
    }
  }
  ReplyColumns rows{received.column()};
  rows.channel = Column<std::uint8_t>{channel, channel_bits.data()};
  rows.confirmed = confirmed.column();
  for (std::size_t k = 0; k < 2; ++k) {
    rows.pauses.push_back({sent[k].column(), delivered[k].column(), opinion[k].column()});
  }
  rows.extension = extension.column();
  rows.extended_on = extended_on.column();
  rows.answered = answered.column();
  Answers out{size};
  const std::size_t open = reply_columns(clock, rows, as_of, out.sinks());
  std::size_t without = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const ClockHistory history = reply_history(clock, rows, i);
    const DueDay one = clock.due(DeadlineKind::reply, history, as_of);
    const auto told = [&] {
      std::ostringstream text;
      text << "row " << i << " as of " << as_of << '\n';
      for (const ClockEvent& event : history.events()) {
        text << event << '\n';
      }
      return text.str();
    };
    ASSERT_EQ(bit(out.due_bits, i), one.due.has_value()) << told();
    ASSERT_EQ(out.due[i], one.due ? one.due->to_ordinal() : 0) << told();
    ASSERT_EQ(bit(out.status_bits, i), one.status.has_value()) << told();
    ASSERT_EQ(out.status[i], one.status ? static_cast<std::uint8_t>(*one.status) : 0) << told();
    ASSERT_EQ(bit(out.used_bits, i), one.days_used.has_value()) << told();
    ASSERT_EQ(out.used[i], one.days_used ? one.days_used->count() : 0) << told();
    without += one.due ? 0U : 1U;
  }
  ASSERT_EQ(open, without);
}

TEST(ReplyColumns, EveryRowIsTheAnswerOfItsHistory) {
  const Clock clock = Clock::builtin("cn");
  testing::RandomCases cases{711, clock.rulebook()};
  const std::size_t rows = row_count() / 10;
  for (int round = 0; round < 8; ++round) {
    compare(clock, cases, rows, cases.day());
  }
  compare(clock, cases, rows, Date{2019, 6, 10});   // over the change of the Regulations
  compare(clock, cases, rows, Date{2026, 12, 20});  // over the end of the calendar
}

TEST(ReplyColumns, EveryRowIsTheAnswerOfItsHistoryUnderOtherChoices) {
  Options options;
  options.receipt_on_rest_day = ReceiptOnRestDay::next_working_day;
  options.consultation_interval = ConsultationInterval::after_receipt;
  const Clock clock = Clock::builtin("cn").with_options(options);
  testing::RandomCases cases{492, clock.rulebook()};
  compare(clock, cases, 5000, Date{2024, 5, 20});
}

TEST(ReplyColumns, MistakesAreNamedWithTheirRow) {
  const Clock clock = Clock::builtin("cn");
  const std::vector<std::int32_t> days{19786, 19786};
  const std::vector<std::uint8_t> channels{0, 200};
  const std::vector<std::int32_t> one{1};
  Answers out{2};
  ReplyColumns rows{Column<std::int32_t>{days}};
  rows.channel = Column<std::uint8_t>{channels};
  try {
    reply_columns(clock, rows, Date{2024, 3, 20}, out.sinks());
    FAIL();
  } catch (const InvalidArgumentError& error) {
    EXPECT_EQ(error.code(), ErrorCode::out_of_range);
    EXPECT_EQ(error.subject(), "row 1");
  }
  rows.channel.reset();
  rows.answered = Column<std::int32_t>{one};
  EXPECT_THROW(reply_columns(clock, rows, Date{2024, 3, 20}, out.sinks()), InvalidArgumentError);
  const std::vector<std::int32_t> beyond{Date::max_ordinal + 1};
  ReplyColumns far{Column<std::int32_t>{beyond}};
  Answers single{1};
  EXPECT_THROW(reply_columns(clock, far, Date{2024, 3, 20}, single.sinks()), InvalidArgumentError);
  const std::uint8_t none = 0;
  ReplyColumns null{Column<std::int32_t>{one, &none}};
  ReplyAnswers no_bitmap;
  no_bitmap.due = {single.due, nullptr};
  EXPECT_THROW(reply_columns(clock, null, Date{2024, 3, 20}, no_bitmap), InvalidArgumentError);
}

}  // namespace
}  // namespace gongkai
