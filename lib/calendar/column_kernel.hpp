// SPDX-License-Identifier: Apache-2.0
#pragma once
// How every question is asked of a column: in blocks. A block is first answered without a branch; if any of its rows is
// null, outside the coverage or no day at all, it is answered again row by row, with care.

#include <algorithm>
#include <cstring>
#include <gongkai/calendar/columns.hpp>
#include <gongkai/error.hpp>

#include "calendar/calendar_impl.hpp"

namespace gongkai::detail {

constexpr std::size_t block_rows = 256;  // a multiple of 8, so that blocks own whole bytes of the bitmap

/// The answer for one row. Without one, `value` is the first unknown day.
struct RowAnswer {
  RowReason reason;
  std::int64_t value;
};

/// Errors of a row, which names itself.
class RowContext {
 public:
  RowContext(const CalendarImpl& calendar, const ColumnOptions& options) : calendar_{calendar}, options_{options} {}

  [[noreturn]] void refuse_time(std::size_t row) const;
  [[noreturn]] void refuse_day(std::size_t row, std::int64_t day) const;
  [[noreturn]] void refuse_gap(std::size_t row, std::int64_t first_unknown_day) const;
  [[noreturn]] void refuse_null(std::size_t row) const;
  [[nodiscard]] const CalendarImpl& calendar() const noexcept { return calendar_; }
  [[nodiscard]] const ColumnOptions& options() const noexcept { return options_; }

 private:
  [[nodiscard]] std::string row_name(std::size_t row) const;

  const CalendarImpl& calendar_;
  const ColumnOptions& options_;
};

/// The day of a row: `nullopt` for null. Throws 102, 101.
template <typename Format>
std::optional<std::int64_t> day_of(const RowContext& context, const Column<typename Format::Raw>& column,
                                   std::size_t row) {
  const auto raw = column.values()[row];
  if (!column.is_valid(row) || Format::is_null(raw)) {
    return std::nullopt;
  }
  if (!Format::is_midnight(raw)) {
    context.refuse_time(row);
  }
  const std::int64_t day = Format::day(raw);
  if (day < Date::min_ordinal || day > Date::max_ordinal) {
    context.refuse_day(row, day);
  }
  return day;
}

inline void set_bit(std::uint8_t* bits, std::size_t i, bool value) noexcept {
  const auto mask = static_cast<std::uint8_t>(1U << (i % 8));
  bits[i / 8] = static_cast<std::uint8_t>(value ? bits[i / 8] | mask : bits[i / 8] & ~mask);
}

/// A `Question` has
///   bool fast(begin, end, out): answers rows without care; false if any needs some, and what is written then is void
///   RowAnswer row(i): one row, with all care
///   Out write(i, value), Out null(): how an answer is written
///   null_fits: whether null needs no bitmap
template <typename Question>
std::size_t ask(const RowContext& context, const Question& question, std::size_t rows,
                const Sink<typename Question::Out>& out) {
  const ColumnOptions& options = context.options();
  if (out.values.size() != rows || (!options.reasons.empty() && options.reasons.size() != rows)) {
    throw InvalidArgumentError{ErrorCode::length_mismatch, "column",
                               "the answers and reasons must have as many rows as the question, " +
                                   std::to_string(rows) + "; they have " + std::to_string(out.values.size()) + " and " +
                                   std::to_string(options.reasons.size())};
  }
  if (options.on_gap == OnGap::null && out.validity == nullptr && !Question::null_fits) {
    throw InvalidArgumentError{ErrorCode::invalid_option, "on_gap",
                               "null answers of this column need a validity bitmap to stand in"};
  }
  std::size_t nulls = 0;
  for (std::size_t begin = 0; begin < rows; begin += block_rows) {
    const std::size_t end = std::min(begin + block_rows, rows);
    const bool done = question.fast(begin, end, out.values.data());
    if (out.validity != nullptr) {
      std::memset(out.validity + begin / 8, 0xFF, (end - begin) / 8);
      if (end % 8 != 0) {
        out.validity[end / 8] = static_cast<std::uint8_t>((1U << (end % 8)) - 1U);
      }
    }
    if (!options.reasons.empty()) {
      std::memset(options.reasons.data() + begin, 0, end - begin);
    }
    if (done) {
      continue;
    }
    for (std::size_t i = begin; i < end; ++i) {
      const RowAnswer answer = question.row(i);
      if (answer.reason == RowReason::answered) {
        out.values[i] = question.write(i, answer.value);
        continue;
      }
      if (answer.reason != RowReason::null_input && options.on_gap == OnGap::raise) {
        context.refuse_gap(i, answer.value);
      }
      if (out.validity == nullptr && !Question::null_fits) {
        context.refuse_null(i);
      }
      ++nulls;
      out.values[i] = Question::null();
      if (out.validity != nullptr) {
        set_bit(out.validity, i, false);
      }
      if (!options.reasons.empty()) {
        options.reasons[i] = static_cast<std::uint8_t>(answer.reason);
      }
    }
  }
  return nulls;
}

}  // namespace gongkai::detail
