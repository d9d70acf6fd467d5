// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

#include <gongkai/io/arrow_abi.hpp>

#include "arrow.hpp"
#include "arrow_capsule.hpp"

namespace gongkai::bindings {
namespace {

void fill_schema(const char* format, ArrowSchema& out) {
  out = ArrowSchema{};
  out.format = format;  // of static duration, as the empty name
  out.name = "";
  out.flags = ARROW_FLAG_NULLABLE;
  out.release = [](ArrowSchema* schema) { schema->release = nullptr; };
}

// What an exported array points to, alive until its consumer releases it.
struct ExportedArray {
  std::shared_ptr<const void> owner;
  std::array<const void*, 2> buffers;
};

void fill_array(const Chunk& chunk, ArrowArray& out) {
  auto* held = new ExportedArray{chunk.owner, {chunk.validity, chunk.values}};
  out = ArrowArray{};
  out.length = static_cast<std::int64_t>(chunk.size);
  out.null_count = chunk.null_count;
  out.offset = static_cast<std::int64_t>(chunk.offset);
  out.n_buffers = 2;
  out.buffers = held->buffers.data();
  out.private_data = held;
  out.release = [](ArrowArray* array) {
    delete static_cast<ExportedArray*>(array->private_data);
    array->release = nullptr;
  };
}

struct ExportedStream {
  ArrowColumn column;
  std::size_t next = 0;
};

void fill_stream(const ArrowColumn& column, ArrowArrayStream& out) {
  out = ArrowArrayStream{};
  out.private_data = new ExportedStream{column, 0};
  // No exception crosses these callbacks: what could throw is out of memory only.
  out.get_schema = [](ArrowArrayStream* stream, ArrowSchema* schema) {
    fill_schema(arrow_format(static_cast<ExportedStream*>(stream->private_data)->column.kind), *schema);
    return 0;
  };
  out.get_next = [](ArrowArrayStream* stream, ArrowArray* array) {
    auto* state = static_cast<ExportedStream*>(stream->private_data);
    if (state->next == state->column.chunks.size()) {
      *array = ArrowArray{};
      return 0;
    }
    try {
      fill_array(state->column.chunks[state->next], *array);
    } catch (const std::bad_alloc&) {
      return ENOMEM;
    }
    ++state->next;
    return 0;
  };
  out.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
  out.release = [](ArrowArrayStream* stream) {
    delete static_cast<ExportedStream*>(stream->private_data);
    stream->release = nullptr;
  };
}

bool bit_at(const std::uint8_t* bits, std::size_t i) noexcept { return ((bits[i / 8] >> (i % 8)) & 1U) != 0; }

void put_bit(std::uint8_t* bits, std::size_t i, bool value) noexcept {
  const auto mask = static_cast<std::uint8_t>(1U << (i % 8));
  bits[i / 8] = static_cast<std::uint8_t>(value ? bits[i / 8] | mask : bits[i / 8] & ~mask);
}

void require_arrow_name(ValueKind kind) {
  if (*arrow_format(kind) == '\0') {
    throw py::type_error("Arrow has no type for these values");
  }
}

}  // namespace

std::size_t width_of(ValueKind kind) noexcept {
  switch (kind) {
    case ValueKind::date32:
    case ValueKind::int32:
      return 4;
    case ValueKind::uint8:
      return 1;
    case ValueKind::boolean:
      return 0;
    default:
      return 8;
  }
}

const char* arrow_format(ValueKind kind) noexcept {
  constexpr std::array<const char*, 11> names{"tdD", "", "tss:", "tsm:", "tsu:", "tsn:", "tdm", "i", "l", "C", "b"};
  return names[static_cast<std::size_t>(kind)];
}

Chunk Chunk::slice(std::size_t first, std::size_t count) const {
  Chunk out = *this;
  out.offset += first;
  out.size = count;
  out.null_count = null_count == 0 ? 0 : -1;
  return out;
}

std::size_t ArrowColumn::size() const noexcept {
  std::size_t total = 0;
  for (const Chunk& chunk : chunks) {
    total += chunk.size;
  }
  return total;
}

std::size_t ArrowColumn::null_count() const {
  std::size_t total = 0;
  for (const Chunk& chunk : chunks) {
    if (chunk.null_count >= 0) {
      total += static_cast<std::size_t>(chunk.null_count);
      continue;
    }
    const auto column = chunk.column<std::uint8_t>();
    for (std::size_t i = 0; i < column.size(); ++i) {
      total += column.is_valid(i) ? 0U : 1U;
    }
  }
  return total;
}

std::shared_ptr<std::uint8_t> allocate(std::size_t bytes) {
  constexpr std::size_t line = 64;
  constexpr std::size_t large_page = std::size_t{2} << 20;
  const std::size_t alignment = bytes >= 2 * large_page ? large_page : line;
  const std::size_t rounded = (std::max<std::size_t>(bytes, 1) + line - 1) / line * line;
  void* memory = nullptr;
  if (posix_memalign(&memory, alignment, rounded) != 0) {
    throw std::bad_alloc{};
  }
#ifdef __linux__
  if (alignment == large_page) {
    madvise(memory, rounded, MADV_HUGEPAGE);  // a wish: fewer page faults
  }
#endif
  return std::shared_ptr<std::uint8_t>{static_cast<std::uint8_t*>(memory), &std::free};
}

ArrowColumn in_one_piece(const ArrowColumn& column) {
  if (column.chunks.size() == 1) {
    return column;
  }
  const std::size_t size = column.size();
  const std::size_t width = width_of(column.kind);
  const std::size_t bitmap = (size + 7) / 8;
  const std::size_t values_size = width == 0 ? bitmap : width * size;
  const auto values = allocate(values_size + bitmap);  // the bitmap behind the values
  std::uint8_t* const validity = values.get() + values_size;
  std::size_t at = 0;
  for (const Chunk& chunk : column.chunks) {
    const auto* source = static_cast<const std::uint8_t*>(chunk.values);
    if (width != 0 && chunk.size != 0) {
      std::memcpy(values.get() + at * width, source + chunk.offset * width, chunk.size * width);
    }
    for (std::size_t i = 0; i < chunk.size; ++i) {
      put_bit(validity, at + i, chunk.validity == nullptr || bit_at(chunk.validity, chunk.offset + i));
      if (width == 0) {
        put_bit(values.get(), at + i, bit_at(source, chunk.offset + i));
      }
    }
    at += chunk.size;
  }
  const auto nulls = static_cast<std::int64_t>(column.null_count());
  return ArrowColumn{column.kind, {Chunk{values, values.get(), nulls == 0 ? nullptr : validity, 0, size, nulls}}};
}

py::capsule export_schema(const ArrowColumn& column) {
  require_arrow_name(column.kind);
  return capsule_of<ArrowSchema>("arrow_schema",
                                 [&](ArrowSchema& out) { fill_schema(arrow_format(column.kind), out); });
}

py::tuple export_array(const ArrowColumn& column) {
  return py::make_tuple(export_schema(column), capsule_of<ArrowArray>("arrow_array", [&](ArrowArray& out) {
                          fill_array(column.chunks.front(), out);
                        }));
}

py::capsule export_stream(const ArrowColumn& column) {
  require_arrow_name(column.kind);
  return capsule_of<ArrowArrayStream>("arrow_array_stream", [&](ArrowArrayStream& out) { fill_stream(column, out); });
}

}  // namespace gongkai::bindings
