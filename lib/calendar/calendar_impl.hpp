// SPDX-License-Identifier: Apache-2.0
#pragma once
// A calendar ready to answer: every day's reason, and two tables from which all counting is done.

#include <cstdint>
#include <string>
#include <vector>

#include "calendar/calendar_data.hpp"

namespace gongkai::detail {

/// Most days that a calendar may cover: what 16 bits can number, about 179 years.
constexpr std::int32_t max_covered_days = 65534;

/// Two bytes a day, so that both tables of twenty years stay in the first-level cache together.
struct CountingTables {
  std::int32_t before_first = 0;     // day number of the day before the coverage: index 0 of `rank`
  std::vector<std::uint16_t> rank;   // [i]: working days in (before_first, before_first + i]
  std::vector<std::uint16_t> nth;    // [k]: how far after before_first the (k + 1)-th working day is
  std::vector<std::uint8_t> worked;  // [i]: 1 if before_first + i is worked; [0] is void

  [[nodiscard]] std::int64_t days() const noexcept { return static_cast<std::int64_t>(rank.size()) - 1; }
  [[nodiscard]] std::int64_t working_days() const noexcept { return static_cast<std::int64_t>(nth.size()); }
};

class CalendarImpl {
 public:
  /// `RulebookError` 301 with the first defect.
  explicit CalendarImpl(CalendarData data);

  [[nodiscard]] const CalendarData& data() const noexcept { return data_; }
  [[nodiscard]] const CountingTables& tables() const noexcept { return tables_; }
  /// All days that are more than weekday or weekend, ascending; those that a notice orders just outside the coverage
  /// too.
  [[nodiscard]] const std::vector<DayReason>& special() const noexcept { return special_; }
  [[nodiscard]] const std::string& hash() const noexcept { return hash_; }

  [[nodiscard]] bool covers(Date date) const noexcept { return data_.first <= date && date <= data_.last; }
  /// The day must be covered.
  [[nodiscard]] bool works(Date date) const noexcept {
    return tables_.worked[static_cast<std::size_t>(date.to_ordinal() - tables_.before_first)] != 0;
  }
  [[nodiscard]] DayReason why(Date date) const;
  [[noreturn]] void refuse(Date first_unknown_day, const std::string& where) const;

 private:
  CalendarData data_;
  std::vector<DayReason> special_;
  CountingTables tables_;
  std::string hash_;
};

[[nodiscard]] bool same_content(const CalendarImpl& a, const CalendarImpl& b) noexcept;

}  // namespace gongkai::detail
