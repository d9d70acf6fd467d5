// SPDX-License-Identifier: Apache-2.0
// Module clock: a whole register at once. python/gongkai/registers.py opens numpy arrays and makes the answers.
#include <gongkai/clock/columns.hpp>
#include <gongkai/error.hpp>

#include "common.hpp"

namespace gongkai::bindings {
namespace {

/// Contiguous memory of Python, held as long as this lives.
template <typename T>
class Memory {
 public:
  Memory(const py::handle& object, const char* name, bool writable)
      : buffer_{py::reinterpret_borrow<py::buffer>(object).request(writable)}, name_{name} {
    if (buffer_.ndim != 1 || buffer_.itemsize != static_cast<py::ssize_t>(sizeof(T)) ||
        (buffer_.size > 1 && buffer_.strides[0] != buffer_.itemsize)) {
      throw InvalidArgumentError{
          ErrorCode::unsupported_column, name,
          std::string{name} + ": a contiguous column of " + std::to_string(sizeof(T)) + " bytes a row is wanted"};
    }
  }
  [[nodiscard]] T* data() const { return static_cast<T*>(buffer_.ptr); }
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(buffer_.size); }
  void at_least(std::size_t bytes) const {
    if (size() < bytes) {
      throw InvalidArgumentError{ErrorCode::length_mismatch, name_, std::string{name_} + ": the bitmap is too short"};
    }
  }

 private:
  py::buffer_info buffer_;
  const char* name_;
};

/// Columns handed over as (values, bitmap or None), kept alive together.
class Columns {
 public:
  template <typename T>
  std::optional<Column<T>> column(const py::dict& all, const char* name) {
    if (!all.contains(name)) {
      return std::nullopt;
    }
    return column<T>(all[name].cast<py::tuple>(), name);
  }
  template <typename T>
  Column<T> column(const py::tuple& pair, const char* name) {
    auto values = std::make_shared<Memory<T>>(pair[0], name, false);
    kept_.push_back(values);
    const std::uint8_t* validity = nullptr;
    if (!pair[1].is_none()) {
      auto bits = std::make_shared<Memory<std::uint8_t>>(pair[1], name, false);
      bits->at_least((values->size() + 7) / 8);
      kept_.push_back(bits);
      validity = bits->data();
    }
    return Column<T>{Span<const T>{values->data(), values->size()}, validity};
  }
  template <typename T>
  Sink<T> sink(const py::tuple& pair, const char* name) {
    auto values = std::make_shared<Memory<T>>(pair[0], name, true);
    auto bits = std::make_shared<Memory<std::uint8_t>>(pair[1], name, true);
    bits->at_least((values->size() + 7) / 8);
    kept_.push_back(values);
    kept_.push_back(bits);
    return {Span<T>{values->data(), values->size()}, bits->data()};
  }

 private:
  std::vector<std::shared_ptr<void>> kept_;
};

std::size_t answer_columns(const Clock& clock, Date as_of, const py::dict& given, const py::dict& answers) {
  Columns columns;
  const auto received = columns.column<std::int32_t>(given, "received");
  if (!received) {
    throw InvalidArgumentError{ErrorCode::length_mismatch, "received", "received: the column is missing"};
  }
  ReplyColumns rows{*received};
  rows.channel = columns.column<std::uint8_t>(given, "channel");
  rows.confirmed = columns.column<std::int32_t>(given, "confirmed");
  rows.extension = columns.column<std::int32_t>(given, "extension");
  rows.extended_on = columns.column<std::int32_t>(given, "extended_on");
  rows.answered = columns.column<std::int32_t>(given, "answered");
  for (const py::handle& each : given["pauses"].cast<py::list>()) {
    const auto pause = each.cast<py::dict>();
    rows.pauses.push_back({*columns.column<std::int32_t>(pause, "sent"),
                           columns.column<std::int32_t>(pause, "delivered"),
                           columns.column<std::int32_t>(pause, "answered")});
  }
  ReplyAnswers out;
  out.due = columns.sink<std::int32_t>(answers["due"].cast<py::tuple>(), "due");
  out.status = columns.sink<std::uint8_t>(answers["status"].cast<py::tuple>(), "status");
  out.days_used = columns.sink<std::int32_t>(answers["days_used"].cast<py::tuple>(), "days_used");
  const py::gil_scoped_release release;
  return reply_columns(clock, rows, as_of, out);
}

}  // namespace

void bind_clock_columns(py::module_& module) {
  module.def("_reply_columns", &answer_columns, py::arg("clock"), py::arg("as_of"), py::arg("given"),
             py::arg("answers"), "For python/gongkai/registers.py.");
  module.def(
      "_clock_channels",
      [](const Clock& clock) {
        std::vector<std::string> out;
        for (const Code code : clock_channels(clock)) {
          out.emplace_back(code.token());
        }
        return out;
      },
      py::arg("clock"), "For python/gongkai/registers.py.");
}

}  // namespace gongkai::bindings
