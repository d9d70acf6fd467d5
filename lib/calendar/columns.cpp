// SPDX-License-Identifier: Apache-2.0
#include <gongkai/calendar/columns.hpp>

#include "calendar/column_questions.hpp"

namespace gongkai {
namespace {

using detail::RowContext;

[[noreturn]] void refuse_lengths(std::size_t a, std::size_t b) {
  throw InvalidArgumentError{ErrorCode::length_mismatch, "column",
                             "two columns of " + std::to_string(a) + " and " + std::to_string(b) + " rows"};
}

[[noreturn]] void refuse_kinds() {
  throw InvalidArgumentError{ErrorCode::unsupported_column, "column",
                             "both columns, and the answers, must be days of one kind and unit"};
}

/// Calls `use` with the format of the column and its values.
template <typename Use>
std::size_t with_format(const DayColumn& column, Use use) {
  if (column.is_narrow()) {
    return use(detail::NarrowDays{}, column.narrow());
  }
  switch (column.unit()) {
    case DayUnit::day:
      return use(detail::WideDays{}, column.wide());
    case DayUnit::second:
      return use(detail::Seconds{}, column.wide());
    case DayUnit::millisecond:
      return use(detail::Milliseconds{}, column.wide());
    case DayUnit::microsecond:
      return use(detail::Microseconds{}, column.wide());
    case DayUnit::nanosecond:
      return use(detail::Nanoseconds{}, column.wide());
  }
  throw InvalidArgumentError{ErrorCode::invalid_option, "unit", "a DayUnit that does not exist"};
}

template <typename Format>
const auto& column_as(const DayColumn& column) {
  if constexpr (sizeof(typename Format::Raw) == 4) {
    return column.narrow();
  } else {
    return column.wide();
  }
}

template <typename Format>
const auto& sink_as(const DaySink& sink) {
  if (sink.is_narrow() != (sizeof(typename Format::Raw) == 4)) {
    refuse_kinds();
  }
  if constexpr (sizeof(typename Format::Raw) == 4) {
    return sink.narrow();
  } else {
    return sink.wide();
  }
}

template <typename Out>
std::size_t ask_between(const WorkCalendar& calendar, const DayColumn* a, const DayColumn* b, std::int64_t fixed,
                        const Sink<Out>& out, const ColumnOptions& options) {
  const DayColumn& leading = a == nullptr ? *b : *a;
  if (a != nullptr && b != nullptr) {
    if (a->is_narrow() != b->is_narrow() || a->unit() != b->unit()) {
      refuse_kinds();
    }
    if (a->size() != b->size()) {
      refuse_lengths(a->size(), b->size());
    }
  }
  const RowContext context{calendar.impl(), options};
  return with_format(leading, [&](auto format, const auto& /*values*/) {
    using Format = decltype(format);
    const auto end = [&](const DayColumn* column) {
      return detail::End<Format>{column == nullptr ? nullptr : &column_as<Format>(*column), fixed};
    };
    return detail::ask(context, detail::Between<Format, Out>{context, end(a), end(b)}, leading.size(), out);
  });
}

}  // namespace

std::size_t add(const WorkCalendar& calendar, const DayColumn& from, WorkingDays days, const DaySink& out,
                const ColumnOptions& options) {
  const RowContext context{calendar.impl(), options};
  return with_format(from, [&](auto format, const auto& values) {
    using Format = decltype(format);
    return detail::ask(context, detail::AddOne<Format>{context, values, days.count()}, from.size(),
                       sink_as<Format>(out));
  });
}

std::size_t add(const WorkCalendar& calendar, const DayColumn& from, const CountColumn& days, const DaySink& out,
                const ColumnOptions& options) {
  if (from.size() != days.size()) {
    refuse_lengths(from.size(), days.size());
  }
  const RowContext context{calendar.impl(), options};
  return with_format(from, [&](auto format, const auto& values) {
    using Format = decltype(format);
    const auto& sink = sink_as<Format>(out);
    return days.is_narrow()
               ? detail::ask(context, detail::AddEach<Format, std::int32_t>{context, values, days.narrow()},
                             from.size(), sink)
               : detail::ask(context, detail::AddEach<Format, std::int64_t>{context, values, days.wide()}, from.size(),
                             sink);
  });
}

std::size_t next_working_day(const WorkCalendar& calendar, const DayColumn& from, const DaySink& out,
                             const ColumnOptions& options) {
  return add(calendar, from, WorkingDays{1}, out, options);
}

std::size_t previous_working_day(const WorkCalendar& calendar, const DayColumn& from, const DaySink& out,
                                 const ColumnOptions& options) {
  return add(calendar, from, WorkingDays{-1}, out, options);
}

std::size_t working_days_between(const WorkCalendar& calendar, const DayColumn& a, const DayColumn& b,
                                 const Sink<std::int32_t>& out, const ColumnOptions& options) {
  return ask_between(calendar, &a, &b, 0, out, options);
}
std::size_t working_days_between(const WorkCalendar& calendar, const DayColumn& a, const DayColumn& b,
                                 const Sink<std::int64_t>& out, const ColumnOptions& options) {
  return ask_between(calendar, &a, &b, 0, out, options);
}
std::size_t working_days_between(const WorkCalendar& calendar, const DayColumn& a, Date b,
                                 const Sink<std::int32_t>& out, const ColumnOptions& options) {
  return ask_between(calendar, &a, nullptr, b.to_ordinal(), out, options);
}
std::size_t working_days_between(const WorkCalendar& calendar, const DayColumn& a, Date b,
                                 const Sink<std::int64_t>& out, const ColumnOptions& options) {
  return ask_between(calendar, &a, nullptr, b.to_ordinal(), out, options);
}
std::size_t working_days_between(const WorkCalendar& calendar, Date a, const DayColumn& b,
                                 const Sink<std::int32_t>& out, const ColumnOptions& options) {
  return ask_between(calendar, nullptr, &b, a.to_ordinal(), out, options);
}
std::size_t working_days_between(const WorkCalendar& calendar, Date a, const DayColumn& b,
                                 const Sink<std::int64_t>& out, const ColumnOptions& options) {
  return ask_between(calendar, nullptr, &b, a.to_ordinal(), out, options);
}

std::size_t is_working_day(const WorkCalendar& calendar, const DayColumn& days, const Sink<std::uint8_t>& out,
                           const ColumnOptions& options) {
  const RowContext context{calendar.impl(), options};
  return with_format(days, [&](auto format, const auto& values) {
    return detail::ask(context, detail::IsWorked<decltype(format)>{context, values}, days.size(), out);
  });
}

void pack_bits(Span<const std::uint8_t> bytes, std::uint8_t* bits) noexcept {
  for (std::size_t i = 0; i < bytes.size(); i += 8) {
    unsigned packed = 0;
    for (std::size_t k = i; k < std::min(i + 8, bytes.size()); ++k) {
      packed |= (bytes[k] != 0 ? 1U : 0U) << (k - i);
    }
    bits[i / 8] = static_cast<std::uint8_t>(packed);
  }
}

namespace detail {

std::string RowContext::row_name(std::size_t row) const {
  return "row " + std::to_string(options_.first_row + row) + " (the first is 0)";
}

void RowContext::refuse_time(std::size_t row) const {
  throw InvalidArgumentError{ErrorCode::date_has_time, row_name(row),
                             row_name(row) + ": a time of day, where a day is asked; cut it to days first"};
}

void RowContext::refuse_day(std::size_t row, std::int64_t day) const {
  throw InvalidArgumentError{ErrorCode::invalid_date, row_name(row),
                             row_name(row) + ": day number " + std::to_string(day) +
                                 " (days since 1970-01-01) is outside what the column or a date can hold"};
}

void RowContext::refuse_gap(std::size_t row, std::int64_t first_unknown_day) const {
  calendar_.refuse(Date::from_ordinal(static_cast<std::int32_t>(first_unknown_day)), row_name(row) + ": ");
}

void RowContext::refuse_null(std::size_t row) const {
  throw InvalidArgumentError{ErrorCode::invalid_option, row_name(row),
                             row_name(row) + ": null, and null answers of this column need a validity bitmap"};
}

}  // namespace detail
}  // namespace gongkai
