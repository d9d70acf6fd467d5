// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// A calendar day of the proleptic Gregorian calendar: no time, no zone, no "not a date".
///
///     constexpr gongkai::Date received{2024, 3, 4};
///     received.weekday() == gongkai::Weekday::monday;
///     (received + gongkai::CalendarDays{60}).to_string() == "2024-05-03";
///
/// A `Date` is one 32-bit number, the days since 1970-01-01, the same as an Arrow `date32` and a
/// `datetime64[D]`. `Date + WorkingDays` does not compile: only a `WorkCalendar` knows working days.

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include <gongkai/base/period.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// ISO 8601 numbering.
enum class Weekday : std::uint8_t {
  monday = 1,
  tuesday = 2,
  wednesday = 3,
  thursday = 4,
  friday = 5,
  saturday = 6,
  sunday = 7
};

/// Range: 0001-01-01 … 9999-12-31, as Python's `datetime.date`.
class GONGKAI_EXPORT Date {
 public:
  /// A day by year, month (1–12) and day of the month. `InvalidArgumentError` 101 if there is no such day;
  /// in a constant expression a wrong day does not compile.
  constexpr Date(int year, int month, int day)
      : days_{valid(year, month, day) ? to_days(year, month, day) : refuse(year, month, day)} {}

  /// `from_ordinal(d.to_ordinal()) == d`. `InvalidArgumentError` 101 outside the range.
  [[nodiscard]] static constexpr Date from_ordinal(std::int32_t days_since_1970) {
    return Date{days_since_1970 >= min_ordinal && days_since_1970 <= max_ordinal
                    ? days_since_1970
                    : refuse_ordinal(days_since_1970)};
  }
  /// Exactly `YYYY-MM-DD`, nothing before or after. `ParseError`-free: absence is `nullopt`.
  [[nodiscard]] static std::optional<Date> try_parse(std::string_view text) noexcept;
  /// As `try_parse`; `InvalidArgumentError` 101 when it is no day.
  [[nodiscard]] static Date parse(std::string_view text);

  [[nodiscard]] constexpr std::int32_t to_ordinal() const noexcept { return days_; }
  [[nodiscard]] constexpr int year() const noexcept { return civil(days_).year; }
  [[nodiscard]] constexpr int month() const noexcept { return civil(days_).month; }
  [[nodiscard]] constexpr int day() const noexcept { return civil(days_).day; }
  [[nodiscard]] constexpr Weekday weekday() const noexcept {
    const int from_monday = (days_ % 7 + 10) % 7;  // 1970-01-01 was a Thursday
    return static_cast<Weekday>(from_monday + 1);
  }
  /// ISO 8601 week of the year, 1–53.
  [[nodiscard]] int iso_week() const;

  /// `YYYY-MM-DD`
  [[nodiscard]] std::string to_string() const;

  /// `InvalidArgumentError` 101 when the result leaves the range.
  [[nodiscard]] friend constexpr Date operator+(Date date, CalendarDays days) {
    return from_wide(std::int64_t{date.days_} + days.count());
  }
  [[nodiscard]] friend constexpr Date operator+(CalendarDays days, Date date) { return date + days; }
  [[nodiscard]] friend constexpr Date operator-(Date date, CalendarDays days) {
    return from_wide(std::int64_t{date.days_} - days.count());
  }
  /// `b + (a - b) == a`
  [[nodiscard]] friend constexpr CalendarDays operator-(Date a, Date b) noexcept {
    return CalendarDays{a.days_ - b.days_};
  }

  friend constexpr bool operator==(Date a, Date b) noexcept { return a.days_ == b.days_; }
  friend constexpr bool operator!=(Date a, Date b) noexcept { return a.days_ != b.days_; }
  friend constexpr bool operator<(Date a, Date b) noexcept { return a.days_ < b.days_; }
  friend constexpr bool operator<=(Date a, Date b) noexcept { return a.days_ <= b.days_; }
  friend constexpr bool operator>(Date a, Date b) noexcept { return a.days_ > b.days_; }
  friend constexpr bool operator>=(Date a, Date b) noexcept { return a.days_ >= b.days_; }

  static constexpr std::int32_t min_ordinal = -719162;  ///< 0001-01-01
  static constexpr std::int32_t max_ordinal = 2932896;  ///< 9999-12-31

  /// 28–31. `month` must be 1–12.
  [[nodiscard]] static constexpr int days_in_month(int year, int month) noexcept {
    return month == 2 ? (is_leap(year) ? 29 : 28) : (month == 4 || month == 6 || month == 9 || month == 11) ? 30 : 31;
  }
  [[nodiscard]] static constexpr bool is_leap(int year) noexcept {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

 private:
  struct Civil {
    int year;
    int month;
    int day;
  };

  explicit constexpr Date(std::int32_t days) noexcept : days_{days} {}

  static constexpr Date from_wide(std::int64_t days) {
    return days >= min_ordinal && days <= max_ordinal ? Date{static_cast<std::int32_t>(days)}
                                                      : Date{refuse_ordinal(days)};
  }
  static constexpr bool valid(int year, int month, int day) noexcept {
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
  }
  // Days are counted in eras of 400 years that begin on 1 March, so that the leap day comes last.
  static constexpr std::int32_t to_days(int year, int month, int day) noexcept {
    const int y = month <= 2 ? year - 1 : year;
    const int era = y / 400;
    const int year_of_era = y - era * 400;
    const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
  }
  static constexpr Civil civil(std::int32_t days) noexcept {
    const int z = days + 719468;
    const int era = z / 146097;
    const int day_of_era = z - era * 146097;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted_month = (5 * day_of_year + 2) / 153;
    const int month = shifted_month + (shifted_month < 10 ? 3 : -9);
    return Civil{year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
  }
  [[noreturn]] static std::int32_t refuse(int year, int month, int day);
  [[noreturn]] static std::int32_t refuse_ordinal(std::int64_t days);

  std::int32_t days_;
};

GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, Date date);

/// `monday` …
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(Weekday weekday) noexcept;

}  // namespace gongkai

template <>
struct std::hash<gongkai::Date> {
  std::size_t operator()(gongkai::Date date) const noexcept { return std::hash<std::int32_t>{}(date.to_ordinal()); }
};
