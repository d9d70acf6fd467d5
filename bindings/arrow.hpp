// SPDX-License-Identifier: Apache-2.0
#pragma once
// Columns that come from Python and go to it: memory of numpy or Arrow in chunks, shared and never copied.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/column.hpp>

#include "common.hpp"

namespace gongkai::bindings {

/// What one value is, and how Arrow calls it.
enum class ValueKind : std::uint8_t {
  date32,            ///< tdD
  day64,             ///< numpy's datetime64[D]; Arrow has no name for it
  second,            ///< tss:
  millisecond,       ///< tsm:
  microsecond,       ///< tsu:
  nanosecond,        ///< tsn:
  millisecond_date,  ///< tdm: date64
  int32,             ///< i
  int64,             ///< l
  uint8,             ///< C
  boolean            ///< b: bits
};

/// Bytes of a value; 0 for bits.
[[nodiscard]] std::size_t width_of(ValueKind kind) noexcept;
/// Empty where Arrow has no name.
[[nodiscard]] const char* arrow_format(ValueKind kind) noexcept;

/// Rows `offset` … `offset + size` of memory that `owner` keeps alive.
struct Chunk {
  std::shared_ptr<const void> owner;
  const void* values = nullptr;
  const std::uint8_t* validity = nullptr;  ///< null: all are there
  std::size_t offset = 0;
  std::size_t size = 0;
  std::int64_t null_count = -1;  ///< -1: not known

  [[nodiscard]] Chunk slice(std::size_t first, std::size_t count) const;
  template <typename T>
  [[nodiscard]] Column<T> column() const {
    return Column<T>{Span<const T>{static_cast<const T*>(values) + offset, size}, validity, offset};
  }
};

/// A column in chunks.
struct ArrowColumn {
  ValueKind kind = ValueKind::date32;
  std::vector<Chunk> chunks;

  [[nodiscard]] std::size_t size() const noexcept;
  [[nodiscard]] std::size_t null_count() const;
};

/// New memory, not set to anything; large blocks in large pages where the system has them.
[[nodiscard]] std::shared_ptr<std::uint8_t> allocate(std::size_t bytes);

/// Of an object with `__arrow_c_stream__` or `__arrow_c_array__`. `InvalidArgumentError` 105 for a type that is none of
/// `ValueKind`, and for nested or dictionary-encoded arrays.
[[nodiscard]] ArrowColumn import_arrow(const py::object& source);
/// Of an object with the buffer protocol. `validity`: None, or a buffer of bits as Arrow has them.
[[nodiscard]] ArrowColumn import_buffer(ValueKind kind, const py::object& values, const py::object& validity);

/// The column itself when it is in one piece, else a copy that is.
[[nodiscard]] ArrowColumn in_one_piece(const ArrowColumn& column);

/// Capsules as the Arrow PyCapsule interface names them.
[[nodiscard]] py::capsule export_schema(const ArrowColumn& column);
/// Of a column in one piece.
[[nodiscard]] py::tuple export_array(const ArrowColumn& column);
[[nodiscard]] py::capsule export_stream(const ArrowColumn& column);

}  // namespace gongkai::bindings
