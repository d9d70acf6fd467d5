// SPDX-License-Identifier: Apache-2.0
// Module calendar: the questions for columns. python/gongkai/frames.py opens what users have and closes it again.
#include <pybind11/native_enum.h>

#include <cstring>
#include <utility>

#include <gongkai/calendar/columns.hpp>
#include <gongkai/error.hpp>

#include "arrow.hpp"

namespace gongkai::bindings {
namespace {

using Answer = std::pair<ArrowColumn, std::optional<ArrowColumn>>;

/// What is wanted beside the values.
struct Wanted {
  OnGap on_gap = OnGap::raise;
  bool validity = false;  // else nulls are NaT, or an error

  Wanted(const std::string& on_gap_name, bool validity_wanted) : validity{validity_wanted} {
    if (on_gap_name == "null") {
      on_gap = OnGap::null;
    } else if (on_gap_name != "raise") {
      throw InvalidArgumentError{ErrorCode::invalid_option, "on_gap",
                                 "on_gap is \"raise\" or \"null\", not \"" + on_gap_name + '"'};
    }
  }
};

DayColumn days_of(ValueKind kind, const Chunk& chunk) {
  switch (kind) {
    case ValueKind::date32:
      return DayColumn{chunk.column<std::int32_t>()};
    case ValueKind::day64:
      return DayColumn{chunk.column<std::int64_t>(), DayUnit::day};
    case ValueKind::second:
      return DayColumn{chunk.column<std::int64_t>(), DayUnit::second};
    case ValueKind::millisecond:
    case ValueKind::millisecond_date:
      return DayColumn{chunk.column<std::int64_t>(), DayUnit::millisecond};
    case ValueKind::microsecond:
      return DayColumn{chunk.column<std::int64_t>(), DayUnit::microsecond};
    case ValueKind::nanosecond:
      return DayColumn{chunk.column<std::int64_t>(), DayUnit::nanosecond};
    default:
      throw InvalidArgumentError{ErrorCode::unsupported_column, "dates",
                                 "a column of numbers or truth values where days are asked"};
  }
}

CountColumn counts_of(ValueKind kind, const Chunk& chunk) {
  if (kind == ValueKind::int32) {
    return CountColumn{chunk.column<std::int32_t>()};
  }
  if (kind == ValueKind::int64) {
    return CountColumn{chunk.column<std::int64_t>()};
  }
  throw InvalidArgumentError{ErrorCode::unsupported_column, "days",
                             "numbers of working days are a column of int32 or int64"};
}

DaySink day_sink(ValueKind kind, std::uint8_t* values, std::size_t size, std::uint8_t* validity) {
  if (width_of(kind) == sizeof(std::int32_t)) {
    return DaySink{Span<std::int32_t>{reinterpret_cast<std::int32_t*>(values), size}, validity};
  }
  return DaySink{Span<std::int64_t>{reinterpret_cast<std::int64_t*>(values), size}, validity};
}

/// Memory for the answers of one chunk, and its place in the result.
class AnswerChunk {
 public:
  AnswerChunk(ValueKind kind, std::size_t size, const Wanted& wanted, std::size_t first_row)
      : size_{size}, values_{allocate(std::max<std::size_t>(width_of(kind), 1) * size)} {
    options.on_gap = wanted.on_gap;
    options.first_row = first_row;
    if (wanted.validity) {
      validity_ = allocate((size + 7) / 8);
    }
    if (wanted.on_gap == OnGap::null) {
      reasons_ = allocate(size);
      options.reasons = Span<std::uint8_t>{reasons_.get(), size};
    }
  }

  [[nodiscard]] std::uint8_t* values() const noexcept { return values_.get(); }
  [[nodiscard]] std::uint8_t* validity() const noexcept { return validity_.get(); }

  void finish(std::size_t nulls, Answer& answer) const {
    const bool with_bits = nulls != 0 && validity_ != nullptr;
    Chunk chunk;
    chunk.owner = std::make_shared<std::pair<std::shared_ptr<void>, std::shared_ptr<void>>>(values_, validity_);
    chunk.values = values_.get();
    chunk.validity = with_bits ? validity_.get() : nullptr;
    chunk.size = size_;
    chunk.null_count = with_bits ? static_cast<std::int64_t>(nulls) : 0;
    answer.first.chunks.push_back(std::move(chunk));
    if (answer.second) {
      answer.second->chunks.push_back(Chunk{reasons_, reasons_.get(), nullptr, 0, size_, 0});
    }
  }

  ColumnOptions options;

 private:
  std::size_t size_;
  std::shared_ptr<std::uint8_t> values_;
  std::shared_ptr<std::uint8_t> validity_;
  std::shared_ptr<std::uint8_t> reasons_;
};

Answer empty_answer(ValueKind kind, const Wanted& wanted) {
  Answer answer;
  answer.first.kind = kind;
  if (wanted.on_gap == OnGap::null) {
    answer.second = ArrowColumn{ValueKind::uint8, {}};
  }
  return answer;
}

/// Calls `ask(chunk, answer chunk)` for every chunk; it returns the number of nulls.
template <typename Ask>
Answer for_each_chunk(const ArrowColumn& from, ValueKind kind, const Wanted& wanted, Ask ask) {
  const py::gil_scoped_release unlocked;
  Answer answer = empty_answer(kind, wanted);
  std::size_t first_row = 0;
  for (const Chunk& chunk : from.chunks) {
    AnswerChunk out{kind, chunk.size, wanted, first_row};
    out.finish(ask(chunk, out), answer);
    first_row += chunk.size;
  }
  return answer;
}

/// The same for two columns, cut where one of them is.
template <typename Ask>
Answer for_each_pair(const ArrowColumn& a, const ArrowColumn& b, ValueKind kind, const Wanted& wanted, Ask ask) {
  const std::size_t total = a.size();
  if (b.size() != total) {
    throw InvalidArgumentError{
        ErrorCode::length_mismatch, "columns",
        "two columns of " + std::to_string(total) + " and " + std::to_string(b.size()) + " rows"};
  }
  const py::gil_scoped_release unlocked;
  Answer answer = empty_answer(kind, wanted);
  std::size_t at_b = 0;  // chunk of b, and rows of it that are done
  std::size_t done_b = 0;
  std::size_t first_row = 0;
  for (const Chunk& chunk : a.chunks) {
    if (chunk.size == 0) {
      AnswerChunk{kind, 0, wanted, first_row}.finish(0, answer);  // an empty piece has an empty answer
    }
    for (std::size_t done = 0; done < chunk.size;) {
      while (b.chunks[at_b].size == done_b) {
        ++at_b;
        done_b = 0;
      }
      const std::size_t count = std::min(chunk.size - done, b.chunks[at_b].size - done_b);
      AnswerChunk out{kind, count, wanted, first_row};
      out.finish(ask(chunk.slice(done, count), b.chunks[at_b].slice(done_b, count), out), answer);
      done += count;
      done_b += count;
      first_row += count;
    }
  }
  return answer;
}

Answer add_column(const WorkCalendar& calendar, const ArrowColumn& dates, WorkingDays days, const std::string& on_gap,
                  bool validity) {
  return for_each_chunk(dates, dates.kind, {on_gap, validity}, [&](const Chunk& chunk, AnswerChunk& out) {
    return add(calendar, days_of(dates.kind, chunk), days,
               day_sink(dates.kind, out.values(), chunk.size, out.validity()), out.options);
  });
}

Answer add_columns(const WorkCalendar& calendar, const ArrowColumn& dates, const ArrowColumn& days,
                   const std::string& on_gap, bool validity) {
  return for_each_pair(dates, days, dates.kind, {on_gap, validity},
                       [&](const Chunk& chunk, const Chunk& counts, AnswerChunk& out) {
                         return add(calendar, days_of(dates.kind, chunk), counts_of(days.kind, counts),
                                    day_sink(dates.kind, out.values(), chunk.size, out.validity()), out.options);
                       });
}

Sink<std::int32_t> count_sink(const AnswerChunk& out, std::size_t size) {
  return {Span<std::int32_t>{reinterpret_cast<std::int32_t*>(out.values()), size}, out.validity()};
}

Answer between_columns(const WorkCalendar& calendar, const ArrowColumn& a, const ArrowColumn& b,
                       const std::string& on_gap, bool validity) {
  return for_each_pair(a, b, ValueKind::int32, {on_gap, validity},
                       [&](const Chunk& from, const Chunk& to, AnswerChunk& out) {
                         return working_days_between(calendar, days_of(a.kind, from), days_of(b.kind, to),
                                                     count_sink(out, from.size), out.options);
                       });
}

Answer between_column_and_day(const WorkCalendar& calendar, const ArrowColumn& a, Date b, const std::string& on_gap,
                              bool validity) {
  return for_each_chunk(a, ValueKind::int32, {on_gap, validity}, [&](const Chunk& chunk, AnswerChunk& out) {
    return working_days_between(calendar, days_of(a.kind, chunk), b, count_sink(out, chunk.size), out.options);
  });
}

Answer between_day_and_column(const WorkCalendar& calendar, Date a, const ArrowColumn& b, const std::string& on_gap,
                              bool validity) {
  return for_each_chunk(b, ValueKind::int32, {on_gap, validity}, [&](const Chunk& chunk, AnswerChunk& out) {
    return working_days_between(calendar, a, days_of(b.kind, chunk), count_sink(out, chunk.size), out.options);
  });
}

Answer is_working_day_column(const WorkCalendar& calendar, const ArrowColumn& dates, const std::string& on_gap,
                             bool validity, bool packed) {
  Answer answer =
      for_each_chunk(dates, ValueKind::uint8, {on_gap, validity}, [&](const Chunk& chunk, AnswerChunk& out) {
        return is_working_day(calendar, days_of(dates.kind, chunk),
                              Sink<std::uint8_t>{Span<std::uint8_t>{out.values(), chunk.size}, out.validity()},
                              out.options);
      });
  if (packed) {
    answer.first.kind = ValueKind::boolean;
    for (Chunk& chunk : answer.first.chunks) {
      const auto bits = allocate((chunk.size + 7) / 8);
      pack_bits(Span<const std::uint8_t>{static_cast<const std::uint8_t*>(chunk.values), chunk.size}, bits.get());
      chunk.values = bits.get();
      chunk.owner = std::make_shared<std::pair<std::shared_ptr<const void>, std::shared_ptr<void>>>(chunk.owner, bits);
    }
  }
  return answer;
}

/// One byte a row: 1 for null.
ArrowColumn null_mask(const ArrowColumn& column) {
  const std::size_t size = column.size();
  auto bytes = allocate(size);
  std::size_t at = 0;
  for (const Chunk& chunk : column.chunks) {
    if (chunk.validity == nullptr) {
      std::memset(bytes.get() + at, 0, chunk.size);
    } else {
      const Column<std::uint8_t> rows{Span<const std::uint8_t>{bytes.get(), chunk.size}, chunk.validity, chunk.offset};
      for (std::size_t i = 0; i < chunk.size; ++i) {
        bytes.get()[at + i] = rows.is_valid(i) ? 0U : 1U;
      }
    }
    at += chunk.size;
  }
  return ArrowColumn{ValueKind::uint8, {Chunk{bytes, bytes.get(), nullptr, 0, size, 0}}};
}

/// The values of a column of one chunk as bytes; whoever looks at them keeps the column alive.
py::buffer_info bytes_of(ArrowColumn& column) {
  if (column.chunks.size() != 1 || column.kind == ValueKind::boolean) {
    throw py::buffer_error("only the bytes of one chunk can be looked at");
  }
  const Chunk& chunk = column.chunks.front();
  const std::size_t width = width_of(column.kind);
  // Nobody but the one who asked holds a result; numpy may write into it as into its own memory.
  auto* data = const_cast<std::uint8_t*>(static_cast<const std::uint8_t*>(chunk.values)) + chunk.offset * width;
  return {data, static_cast<py::ssize_t>(chunk.size * width)};
}

void bind_arrow_column(py::module_& module) {
  py::native_enum<ValueKind>(module, "_ValueKind", "enum.Enum")
      .value("date32", ValueKind::date32)
      .value("day64", ValueKind::day64)
      .value("second", ValueKind::second)
      .value("millisecond", ValueKind::millisecond)
      .value("microsecond", ValueKind::microsecond)
      .value("nanosecond", ValueKind::nanosecond)
      .value("millisecond_date", ValueKind::millisecond_date)
      .value("int32", ValueKind::int32)
      .value("int64", ValueKind::int64)
      .value("uint8", ValueKind::uint8)
      .value("boolean", ValueKind::boolean)
      .finalize();
  py::class_<ArrowColumn>(module, "ArrowColumn", py::buffer_protocol(),
                          "A column of answers that anything that speaks Arrow's C data interface can take over "
                          "without a copy: `pyarrow.array(column)`, `polars.Series(column)`.")
      .def_buffer(&bytes_of)
      .def_property_readonly(
          "format", [](const ArrowColumn& column) { return arrow_format(column.kind); },
          "The type as Arrow's C data interface names it; empty for numpy's int64 days.")
      .def_property_readonly("null_count", &ArrowColumn::null_count, "How many rows are null.")
      .def_property_readonly(
          "chunks",
          [](const ArrowColumn& column) {
            std::vector<ArrowColumn> out;
            for (const Chunk& chunk : column.chunks) {
              out.push_back(ArrowColumn{column.kind, {chunk}});
            }
            return out;
          },
          "Its pieces, each a column of one piece.")
      .def("_null_mask", &null_mask)
      .def("__len__", &ArrowColumn::size)
      .def(
          "__arrow_c_schema__", [](const ArrowColumn& column) { return export_schema(column); },
          "The type, as a capsule.")
      .def(
          "__arrow_c_array__",
          [](const ArrowColumn& column, const py::object& /*requested_schema*/) {
            return export_array(in_one_piece(column));
          },
          py::arg("requested_schema") = py::none(),
          "Type and values as capsules. A column of several pieces is copied into one: prefer __arrow_c_stream__.")
      .def(
          "__arrow_c_stream__",
          [](const ArrowColumn& column, const py::object& /*requested_schema*/) { return export_stream(column); },
          py::arg("requested_schema") = py::none(), "All pieces, as a capsule.")
      .def("__repr__", [](const ArrowColumn& column) {
        return one_line("ArrowColumn", std::string{arrow_format(column.kind)} + ", " + std::to_string(column.size()) +
                                           " rows, " + std::to_string(column.null_count()) + " null");
      });
}

}  // namespace

void bind_calendar_columns(py::module_& module) {
  py::native_enum<RowReason>(module, "RowReason", "enum.IntEnum", "Why a row of a column has no answer.")
      .value("answered", RowReason::answered, "It has one.")
      .value("null_input", RowReason::null_input, "The question is null.")
      .value("before_coverage", RowReason::before_coverage, "A day before the calendar's first day is needed.")
      .value("after_coverage", RowReason::after_coverage, "A day after the calendar's last day is needed.")
      .finalize();
  bind_arrow_column(module);

  module.def("_import_arrow", &import_arrow, py::arg("source"));
  module.def("_import_buffer", &import_buffer, py::arg("kind"), py::arg("values"), py::arg("validity") = py::none());
  const auto calendar = py::arg("calendar");
  const auto on_gap = py::arg("on_gap");
  const auto validity = py::arg("validity");
  module.def("_add_column", &add_column, calendar, py::arg("dates"), py::arg("days"), on_gap, validity);
  module.def("_add_columns", &add_columns, calendar, py::arg("dates"), py::arg("days"), on_gap, validity);
  module.def("_between_columns", &between_columns, calendar, py::arg("a"), py::arg("b"), on_gap, validity);
  module.def("_between_column_and_day", &between_column_and_day, calendar, py::arg("a"), py::arg("b"), on_gap,
             validity);
  module.def("_between_day_and_column", &between_day_and_column, calendar, py::arg("a"), py::arg("b"), on_gap,
             validity);
  module.def("_is_working_day_column", &is_working_day_column, calendar, py::arg("dates"), on_gap, validity,
             py::arg("packed"));
}

}  // namespace gongkai::bindings
