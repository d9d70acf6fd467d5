// SPDX-License-Identifier: Apache-2.0
#pragma once
// A clock with one start, one limit and one act that ends it.

#include "clock/clock_core.hpp"
#include "clock/trace.hpp"

namespace gongkai::detail {

struct SingleClock {
  SingleClock(const ClockCore& clock_core, std::int32_t day) noexcept : core{&clock_core}, as_of{day} {}

  void set_rule(const RuleLine& line, const RulePiece& piece) noexcept {
    rule = &line;
    citation = &piece.citation;
  }
  /// `n` working days after the start.
  void count(std::int32_t n);
  /// A day that the law names.
  void fixed(std::int32_t day, Trace* trace);
  /// The law sets no limit: a finding, no due day.
  void no_limit(Trace* trace, std::int32_t day) const;
  [[nodiscard]] Outcome finish(Trace* trace) const;

  const ClockCore* core;
  std::int32_t as_of;
  std::int32_t start = no_day;
  std::int32_t days = 0;
  DayRange due;
  std::optional<OpenReason> open;
  std::int32_t done = no_day;
  bool lapses = false;   // not done in time: abandoned
  bool excused = false;  // done late for a good reason
  bool in_working_days = true;
  bool is_fixed = false;
  QuestionSet asked = 0;
  std::int32_t ignored = no_day;
  const RuleLine* rule = nullptr;
  const std::string* citation = nullptr;
};

}  // namespace gongkai::detail
