// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// The questions of `WorkCalendar` for a whole column: one thread, no allocation, the same answers.
///
///     std::vector<std::int32_t> due(received.size());
///     add(calendar, DayColumn{Column<std::int32_t>{received}}, WorkingDays{20}, DaySink{due});
///
/// Columns hold days as int32 (Arrow date32) or int64 (numpy datetime64[D], where NaT = INT64_MIN is null), or as
/// midnights in int64 seconds, milli-, micro- or nanoseconds since 1970-01-01 (datetime64[s|ms|us|ns], Arrow
/// timestamps); answers come in the same kind and unit. A time of day is `InvalidArgumentError` 102 with its row, a
/// value that is no `Date` 101, whatever the options say. Different lengths are 104, different kinds of column 105.
///
/// Null rows (by bitmap or NaT) give null. A row that leaves the coverage is a `CalendarGapError` that names the first
/// such row and the first unknown day, or null. All functions return the number of null answers. Answers must not
/// overlap the questions in memory; when an error is thrown, they are unspecified.

#include <cstddef>
#include <cstdint>

#include <gongkai/base/column.hpp>
#include <gongkai/calendar/work_calendar.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// What one step of an int64 column is.
enum class DayUnit : std::uint8_t { day, second, millisecond, microsecond, nanosecond };

/// A column of days to ask about. Does not own it.
class DayColumn {
 public:
  explicit constexpr DayColumn(Column<std::int32_t> days) noexcept : narrow_{days}, wide_{{}}, is_narrow_{true} {}
  explicit constexpr DayColumn(Column<std::int64_t> days, DayUnit unit = DayUnit::day) noexcept
      : narrow_{{}}, wide_{days}, unit_{unit}, is_narrow_{false} {}

  [[nodiscard]] constexpr std::size_t size() const noexcept { return is_narrow_ ? narrow_.size() : wide_.size(); }
  [[nodiscard]] constexpr DayUnit unit() const noexcept { return unit_; }
  /// Whether it is int32.
  [[nodiscard]] constexpr bool is_narrow() const noexcept { return is_narrow_; }
  [[nodiscard]] constexpr const Column<std::int32_t>& narrow() const noexcept { return narrow_; }
  [[nodiscard]] constexpr const Column<std::int64_t>& wide() const noexcept { return wide_; }

 private:
  Column<std::int32_t> narrow_;
  Column<std::int64_t> wide_;
  DayUnit unit_ = DayUnit::day;
  bool is_narrow_;
};

/// A column of numbers of working days.
class CountColumn {
 public:
  explicit constexpr CountColumn(Column<std::int32_t> counts) noexcept : narrow_{counts}, wide_{{}}, is_narrow_{true} {}
  explicit constexpr CountColumn(Column<std::int64_t> counts) noexcept
      : narrow_{{}}, wide_{counts}, is_narrow_{false} {}

  [[nodiscard]] constexpr std::size_t size() const noexcept { return is_narrow_ ? narrow_.size() : wide_.size(); }
  [[nodiscard]] constexpr bool is_narrow() const noexcept { return is_narrow_; }
  [[nodiscard]] constexpr const Column<std::int32_t>& narrow() const noexcept { return narrow_; }
  [[nodiscard]] constexpr const Column<std::int64_t>& wide() const noexcept { return wide_; }

 private:
  Column<std::int32_t> narrow_;
  Column<std::int64_t> wide_;
  bool is_narrow_;
};

/// Where answers go: values, and a bitmap of (size + 7) / 8 bytes, or null when the caller wants none. Null rows hold 0
/// and a 0 bit; in int64 day columns NaT. Where a null has neither bitmap nor NaT to stand in, it is
/// `InvalidArgumentError` 107.
template <typename T>
struct Sink {
  Span<T> values;
  std::uint8_t* validity = nullptr;
};

/// Days in the kind and unit of the column asked about.
class DaySink {
 public:
  explicit constexpr DaySink(Span<std::int32_t> days, std::uint8_t* validity = nullptr) noexcept
      : narrow_{days, validity}, is_narrow_{true} {}
  explicit constexpr DaySink(Span<std::int64_t> days, std::uint8_t* validity = nullptr) noexcept
      : wide_{days, validity}, is_narrow_{false} {}

  [[nodiscard]] constexpr std::size_t size() const noexcept {
    return is_narrow_ ? narrow_.values.size() : wide_.values.size();
  }
  [[nodiscard]] constexpr bool is_narrow() const noexcept { return is_narrow_; }
  [[nodiscard]] constexpr const Sink<std::int32_t>& narrow() const noexcept { return narrow_; }
  [[nodiscard]] constexpr const Sink<std::int64_t>& wide() const noexcept { return wide_; }

 private:
  Sink<std::int32_t> narrow_;
  Sink<std::int64_t> wide_;
  bool is_narrow_;
};

/// What to do with a row whose answer needs a day outside the coverage.
enum class OnGap : std::uint8_t { raise, null };

/// Why a row has no answer.
enum class RowReason : std::uint8_t {
  answered = 0,
  null_input = 1,       ///< the question is null
  before_coverage = 2,  ///< a day before `first_day()` is needed
  after_coverage = 3    ///< a day after `last_day()` is needed: its notice is missing
};

struct ColumnOptions {
  OnGap on_gap = OnGap::raise;
  Span<std::uint8_t> reasons = {};  ///< one `RowReason` a row, or empty
  std::size_t first_row = 0;        ///< number of the first row in messages, for a column that comes in pieces
};

/// `calendar.add(day, days)` of each row.
GONGKAI_EXPORT std::size_t add(const WorkCalendar& calendar, const DayColumn& from, WorkingDays days,
                               const DaySink& out, const ColumnOptions& options = {});
/// Each row with its own number of days.
GONGKAI_EXPORT std::size_t add(const WorkCalendar& calendar, const DayColumn& from, const CountColumn& days,
                               const DaySink& out, const ColumnOptions& options = {});
GONGKAI_EXPORT std::size_t next_working_day(const WorkCalendar& calendar, const DayColumn& from, const DaySink& out,
                                            const ColumnOptions& options = {});
GONGKAI_EXPORT std::size_t previous_working_day(const WorkCalendar& calendar, const DayColumn& from, const DaySink& out,
                                                const ColumnOptions& options = {});

/// `calendar.working_days_between(a, b)` of each row.
GONGKAI_EXPORT std::size_t working_days_between(const WorkCalendar& calendar, const DayColumn& a, const DayColumn& b,
                                                const Sink<std::int32_t>& out, const ColumnOptions& options = {});
GONGKAI_EXPORT std::size_t working_days_between(const WorkCalendar& calendar, const DayColumn& a, const DayColumn& b,
                                                const Sink<std::int64_t>& out, const ColumnOptions& options = {});
/// One end the same for all rows.
GONGKAI_EXPORT std::size_t working_days_between(const WorkCalendar& calendar, const DayColumn& a, Date b,
                                                const Sink<std::int32_t>& out, const ColumnOptions& options = {});
GONGKAI_EXPORT std::size_t working_days_between(const WorkCalendar& calendar, const DayColumn& a, Date b,
                                                const Sink<std::int64_t>& out, const ColumnOptions& options = {});
GONGKAI_EXPORT std::size_t working_days_between(const WorkCalendar& calendar, Date a, const DayColumn& b,
                                                const Sink<std::int32_t>& out, const ColumnOptions& options = {});
GONGKAI_EXPORT std::size_t working_days_between(const WorkCalendar& calendar, Date a, const DayColumn& b,
                                                const Sink<std::int64_t>& out, const ColumnOptions& options = {});

/// 1 for a working day, else 0.
GONGKAI_EXPORT std::size_t is_working_day(const WorkCalendar& calendar, const DayColumn& days,
                                          const Sink<std::uint8_t>& out, const ColumnOptions& options = {});

/// Bytes of 0 and 1 as bits, least significant first: `bits` has (size + 7) / 8 bytes. For Arrow's boolean arrays.
GONGKAI_EXPORT void pack_bits(Span<const std::uint8_t> bytes, std::uint8_t* bits) noexcept;

}  // namespace gongkai
