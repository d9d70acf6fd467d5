// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <utility>

#include <gongkai/error.hpp>
#include <gongkai/io/arrow_abi.hpp>

#include "arrow.hpp"
#include "arrow_capsule.hpp"

namespace gongkai::bindings {
namespace {

[[noreturn]] void refuse(const std::string& what) {
  throw InvalidArgumentError{ErrorCode::unsupported_column, "column",
                             what + " cannot hold days: give date32, date64, or timestamps without a time zone"};
}

ValueKind kind_of(std::string_view format) {
  constexpr std::array<std::pair<std::string_view, ValueKind>, 8> known{{
      {"tdD", ValueKind::date32},
      {"tdm", ValueKind::millisecond_date},
      {"tss:", ValueKind::second},
      {"tsm:", ValueKind::millisecond},
      {"tsu:", ValueKind::microsecond},
      {"tsn:", ValueKind::nanosecond},
      {"i", ValueKind::int32},
      {"l", ValueKind::int64},
  }};
  for (const auto& [name, kind] : known) {
    if (name == format) {
      return kind;
    }
  }
  refuse("an Arrow column of type '" + std::string{format} + "'");
}

ValueKind kind_of_schema(const ArrowSchema& schema) {
  if (schema.dictionary != nullptr) {
    refuse("a dictionary-encoded column");
  }
  return kind_of(schema.format);
}

Chunk chunk_of(std::shared_ptr<ArrowArray> array) {
  if (array->n_buffers != 2 || array->n_children != 0 || array->length < 0 || array->offset < 0 ||
      (array->length > 0 && array->buffers[1] == nullptr)) {
    throw py::value_error("an Arrow array that does not fit its type");
  }
  Chunk chunk;
  chunk.values = array->buffers[1];
  chunk.validity = array->null_count == 0 ? nullptr : static_cast<const std::uint8_t*>(array->buffers[0]);
  chunk.offset = static_cast<std::size_t>(array->offset);
  chunk.size = static_cast<std::size_t>(array->length);
  chunk.null_count = chunk.validity == nullptr ? 0 : array->null_count;
  chunk.owner = std::move(array);
  return chunk;
}

ArrowColumn from_stream(const py::object& capsule) {
  const auto stream = taken(pointed_to<ArrowArrayStream>(capsule, "arrow_array_stream"));
  const auto fail = [&](int code) {
    const char* message = stream->get_last_error(stream.get());
    throw py::value_error(message != nullptr ? message : "the Arrow stream failed: error " + std::to_string(code));
  };
  ArrowSchema raw_schema{};
  if (const int code = stream->get_schema(stream.get(), &raw_schema)) {
    fail(code);
  }
  ArrowColumn column;
  column.kind = kind_of_schema(*taken(raw_schema));
  while (true) {
    ArrowArray raw{};
    if (const int code = stream->get_next(stream.get(), &raw)) {
      fail(code);
    }
    if (raw.release == nullptr) {
      return column;
    }
    column.chunks.push_back(chunk_of(taken(raw)));
  }
}

}  // namespace

ArrowColumn import_arrow(const py::object& source) {
  if (py::hasattr(source, "__arrow_c_stream__")) {
    return from_stream(source.attr("__arrow_c_stream__")());
  }
  const py::tuple pair = source.attr("__arrow_c_array__")();
  ArrowColumn column;
  column.kind = kind_of_schema(pointed_to<ArrowSchema>(pair[0], "arrow_schema"));
  column.chunks.push_back(chunk_of(taken(pointed_to<ArrowArray>(pair[1], "arrow_array"))));
  return column;
}

ArrowColumn import_buffer(ValueKind kind, const py::object& values, const py::object& validity) {
  const auto open = [](const py::object& source) {
    const auto release = [](Py_buffer* view) {
      const py::gil_scoped_acquire locked;
      PyBuffer_Release(view);
      delete view;
    };
    auto view = std::make_unique<Py_buffer>();
    if (PyObject_GetBuffer(source.ptr(), view.get(), PyBUF_SIMPLE) != 0) {
      throw py::error_already_set();
    }
    return std::shared_ptr<Py_buffer>{view.release(), release};
  };
  const auto data = open(values);
  const std::size_t width = width_of(kind);
  const auto address = reinterpret_cast<std::uintptr_t>(data->buf);
  if (width == 0 || static_cast<std::size_t>(data->len) % width != 0 || address % width != 0) {
    throw py::value_error("a buffer that does not fit the type of its values");
  }
  Chunk chunk;
  chunk.size = static_cast<std::size_t>(data->len) / width;
  chunk.values = data->buf;
  chunk.owner = data;
  chunk.null_count = 0;
  if (!validity.is_none()) {
    const auto bits = open(validity);
    if (static_cast<std::size_t>(bits->len) < (chunk.size + 7) / 8) {
      throw py::value_error("a validity bitmap that is too short");
    }
    chunk.validity = static_cast<const std::uint8_t*>(bits->buf);
    chunk.null_count = -1;
    chunk.owner = std::make_shared<std::pair<std::shared_ptr<Py_buffer>, std::shared_ptr<Py_buffer>>>(data, bits);
  }
  return ArrowColumn{kind, {std::move(chunk)}};
}

}  // namespace gongkai::bindings
