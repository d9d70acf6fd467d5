// SPDX-License-Identifier: Apache-2.0
#pragma once
// The family of calendars that an unpublished holiday notice may still make: rules/cn/calendar/family.json.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::detail {

/// What one holiday of one year may do. All windows are inclusive day numbers.
struct HolidayBounds {
  std::vector<std::int32_t> statutory;  // off in every calendar of the family
  std::int32_t off_first;               // days off lie from here …
  std::int32_t off_last;                // … to here
  std::int32_t weekdays_off;            // how many weekdays at most
  std::int32_t work_first;              // worked weekend days lie from here …
  std::int32_t work_last;               // … to here
  std::int32_t weekend_days_worked;     // how many at most
};

class CalendarFamily {
 public:
  /// `RulebookError` 301 with file and pointer.
  static CalendarFamily parse(std::string_view bytes, const std::string& file);
  /// Of a country (`CN`); `nullptr` when none is documented.
  static const CalendarFamily* builtin(std::string_view country);

  [[nodiscard]] const std::vector<HolidayBounds>& holidays() const noexcept { return holidays_; }
  /// Last day for which the family is documented.
  [[nodiscard]] std::int32_t last() const noexcept { return last_; }
  [[nodiscard]] std::int32_t first() const noexcept { return first_; }

 private:
  std::vector<HolidayBounds> holidays_;  // by off_first
  std::int32_t first_ = 0;
  std::int32_t last_ = 0;
};

/// Counts days one after another and knows, at each, the fewest and the most working days that any calendar of the
/// family finds among them. Both bounds hold at every day; they need not belong to one calendar.
class FamilyCount {
 public:
  FamilyCount(const CalendarFamily& family, std::uint8_t weekend_bits);

  /// The next day, in ascending order; days may be left out (those of a pause).
  void add(std::int32_t day);
  [[nodiscard]] std::int32_t least() const noexcept { return weekdays_ > most_off_ ? weekdays_ - most_off_ : 0; }
  [[nodiscard]] std::int32_t most() const noexcept {
    return weekdays_ - surely_off_ + (most_worked_ < perhaps_worked_ ? most_worked_ : perhaps_worked_);
  }
  /// Whether every calendar of the family works on that day.
  [[nodiscard]] bool surely_worked(std::int32_t day) const;
  /// Whether some calendar of the family works on that day.
  [[nodiscard]] bool perhaps_worked(std::int32_t day) const;

 private:
  [[nodiscard]] bool weekend(std::int32_t day) const noexcept;

  const CalendarFamily* family_;
  std::uint8_t weekend_bits_;
  std::int32_t weekdays_ = 0;
  std::int32_t most_off_ = 0;
  std::int32_t surely_off_ = 0;
  std::int32_t most_worked_ = 0;
  std::int32_t perhaps_worked_ = 0;
  std::vector<std::int32_t> off_;     // by holiday, weekdays in its window
  std::vector<std::int32_t> worked_;  // by holiday, weekend days in its window
};

}  // namespace gongkai::detail
