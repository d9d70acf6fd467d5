// SPDX-License-Identifier: Apache-2.0
#pragma once
// The reply clock of one flat row without allocation: received, confirmed, third parties, one extension, one reply.

#include <array>
#include <cstdint>
#include <vector>

#include <gongkai/clock/options.hpp>

#include "clock/clock_core.hpp"

namespace gongkai::detail {

struct Row {
  static constexpr std::size_t max_pauses = 4;
  struct Pause {
    std::int32_t sent;
    std::int32_t delivered;
    std::int32_t answered;
  };

  std::int32_t received = no_day;
  int channel = -1;
  std::int32_t confirmed = no_day;
  std::int32_t extension = 0;
  std::int32_t extended_on = no_day;
  std::int32_t answered = no_day;
  std::size_t pauses = 0;
  std::array<Pause, max_pauses> pause{};
};

struct RowAnswer {
  static constexpr std::uint8_t no_status = 255;

  std::int32_t due = no_day;
  std::int32_t used = -1;
  std::uint8_t status = no_status;
  std::uint8_t open = 0;

  static RowAnswer of(const Outcome& outcome) noexcept {
    RowAnswer out;
    out.due = outcome.due.certain() ? outcome.due.earliest : no_day;
    out.used = outcome.used.value_or(-1);
    out.status = outcome.status ? static_cast<std::uint8_t>(*outcome.status) : no_status;
    out.open = outcome.open ? static_cast<std::uint8_t>(1 + static_cast<int>(*outcome.open)) : std::uint8_t{0};
    return out;
  }
};

class RowClock {
 public:
  /// For about so many rows.
  RowClock(const ClockCore& core, const Options& options, std::int32_t as_of, std::size_t rows);

  /// False where the general clock must answer: rare rows (an open consultation, a day past the calendar, an
  /// unconfirmed request, a channel without rule) and choices that differ from the defaults.
  [[nodiscard]] bool answer(const Row& row, RowAnswer& out) const;

 private:
  enum class Start : std::uint8_t { received, confirmed, other };
  struct StartPiece {
    std::int32_t from;
    Start start;
  };
  struct LimitPiece {
    std::int32_t from;
    std::int32_t base;       // 0: no rule
    std::int32_t extension;  // 0: none
    std::int32_t cap;        // of a third party's answer; 0: none
    bool takes_days;         // whether a third party's time is left out
  };

  template <typename Piece>
  static const Piece& at(const std::vector<Piece>& pieces, std::int32_t day) noexcept {
    std::size_t i = pieces.size() - 1;
    while (pieces[i].from > day) {
      --i;
    }
    return pieces[i];
  }
  /// The piece of each day from `from` on, so that a column of mixed years needs no search.
  template <typename Piece>
  static std::vector<std::uint8_t> by_day(const std::vector<Piece>& pieces, std::int32_t from, std::int32_t to);
  [[nodiscard]] const LimitPiece& law(std::int32_t day) const noexcept {
    return tabled_ && days_->knows(day) ? limits_[law_by_day_[static_cast<std::size_t>(day - days_->first())]]
                                        : at(limits_, day);
  }
  [[nodiscard]] Start start_rule(int channel, std::int32_t day) const noexcept {
    const auto line = static_cast<std::size_t>(channel);
    return tabled_ && days_->knows(day)
               ? starts_[line][start_by_day_[line][static_cast<std::size_t>(day - days_->first())]].start
               : at(starts_[line], day).start;
  }
  [[nodiscard]] bool with_pauses(const Row& row, std::int32_t start, std::int32_t horizon, bool ended,
                                 std::int32_t& limit, std::array<Stretch, Row::max_pauses>& out,
                                 std::size_t& count) const;

  const DayCounter* days_;
  std::int32_t as_of_;
  bool usable_;
  bool tabled_;
  std::vector<std::vector<StartPiece>> starts_;  // by channel
  std::vector<LimitPiece> limits_;
  std::vector<std::vector<std::uint8_t>> start_by_day_;  // by channel
  std::vector<std::uint8_t> law_by_day_;
};

}  // namespace gongkai::detail
