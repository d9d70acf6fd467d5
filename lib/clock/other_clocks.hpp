// SPDX-License-Identifier: Apache-2.0
#pragma once
// Every clock, by its kind.

#include <vector>

#include <gongkai/clock/deadline.hpp>
#include <gongkai/clock/history.hpp>
#include <gongkai/clock/options.hpp>

#include "clock/clock_core.hpp"
#include "clock/trace.hpp"

namespace gongkai::detail {

/// An event with the day on which it takes effect.
struct TimedEvent {
  std::int32_t day;
  const ClockEvent* event;
};

/// The events known on `as_of`, in order of days, those of one day in the order recorded.
class Timeline {
 public:
  Timeline(const ClockHistory& history, const Options& options, std::int32_t as_of);

  [[nodiscard]] const TimedEvent* begin() const noexcept { return items_; }
  [[nodiscard]] const TimedEvent* end() const noexcept { return items_ + size_; }
  [[nodiscard]] QuestionSet asked() const noexcept { return asked_; }
  [[nodiscard]] std::int32_t ignored() const noexcept { return ignored_; }
  Timeline(const Timeline&) = delete;
  Timeline& operator=(const Timeline&) = delete;

 private:
  static constexpr std::size_t small = 16;  // most histories need no allocation
  TimedEvent inline_[small];                // the first `size_` are set
  std::vector<TimedEvent> many_;
  TimedEvent* items_ = inline_;
  std::size_t size_ = 0;
  QuestionSet asked_ = 0;
  std::int32_t ignored_ = no_day;
};

/// The answer of one clock. `trace` may be null.
[[nodiscard]] Outcome evaluate(const ClockCore& core, DeadlineKind kind, const ClockHistory& history,
                               const Options& options, std::int32_t as_of, Trace* trace);
[[nodiscard]] Outcome evaluate_reply(const ClockCore& core, const ClockHistory& history, const Options& options,
                                     std::int32_t as_of, Trace* trace);

}  // namespace gongkai::detail
