// SPDX-License-Identifier: Apache-2.0
#pragma once
// What an explained answer records beside the bare one: steps and findings.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gongkai/base/finding.hpp>
#include <gongkai/clock/interval.hpp>

#include "clock/clock_core.hpp"

namespace gongkai::detail {

class Trace {
 public:
  using Values = std::initializer_list<std::pair<std::string_view, std::string>>;

  explicit Trace(const ClockCore& core) noexcept : core_{&core} {}

  void start(std::int32_t day, std::int32_t limit, std::string_view rule, std::string_view citation);
  void restart(std::int32_t from, std::int32_t day, std::int32_t limit, std::string_view rule,
               std::string_view citation);
  void event(StepKind kind, std::int32_t from, std::int32_t to, std::int32_t days, std::string_view rule,
             std::string_view citation);
  /// Steps so far into the order of their days: a start may be settled after later events.
  void sort();
  /// Counted and paused stretches from `start` to `due`, as far as the calendar reaches.
  void run(std::int32_t start, std::int32_t due, const std::vector<Stretch>& pauses, std::string_view rule,
           std::string_view citation, std::string_view pause_rule, std::string_view pause_citation);
  /// A finding of rules/cn/lexicon/clock-findings.json with its words filled in.
  void finding(std::string_view id, std::string_view citation, Values values = {});

  std::vector<DeadlineStep> steps;
  std::vector<Finding> findings;

 private:
  [[nodiscard]] DeadlineStep counted(std::int32_t from, std::int32_t to) const;

  const ClockCore* core_;
};

}  // namespace gongkai::detail
