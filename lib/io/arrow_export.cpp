// SPDX-License-Identifier: Apache-2.0
#include <gongkai/io/arrow.hpp>
#include <gongkai/io/arrow_abi.hpp>

#include <array>
#include <cerrno>
#include <memory>
#include <new>

#include "io/arrow_build.hpp"
#include "io/fact_fields.hpp"

namespace gongkai {
namespace {

using detail::ArrowData;

constexpr std::size_t batch_rows = 65536;
constexpr std::array<std::string_view, 7> names{"requests", "remedies", "publications", "reviews",
                                                "fees",     "figures",  "inquiries"};

// ---- schema

struct ExportedSchema {
  std::string format;
  std::string name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
};

void release_schema(ArrowSchema* schema) {
  auto* held = static_cast<ExportedSchema*>(schema->private_data);
  for (auto& child : held->children) {
    if (child.release != nullptr) {
      child.release(&child);
    }
  }
  delete held;
  schema->release = nullptr;
}

void fill_schema(const ArrowData& data, ArrowSchema& out) {
  auto held = std::make_unique<ExportedSchema>();
  held->format = data.format;
  held->name = data.name;
  held->children.resize(data.children.size(), ArrowSchema{});
  held->pointers.reserve(data.children.size());
  out = ArrowSchema{};
  out.format = held->format.c_str();
  out.name = held->name.c_str();
  out.flags = data.nullable ? ARROW_FLAG_NULLABLE : 0;
  out.n_children = static_cast<std::int64_t>(data.children.size());
  out.release = release_schema;
  // From here on `out` owns what is filled so far.
  auto& children = held->children;
  auto& pointers = held->pointers;
  out.private_data = held.release();
  for (std::size_t i = 0; i < children.size(); ++i) {
    fill_schema(data.children[i], children[i]);
    pointers.push_back(&children[i]);
  }
  out.children = pointers.data();
}

// ---- arrays

struct ExportedArray {
  ArrowData data;
  std::vector<const void*> buffers;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
};

void release_array(ArrowArray* array) {
  auto* held = static_cast<ExportedArray*>(array->private_data);
  for (auto& child : held->children) {
    if (child.release != nullptr) {
      child.release(&child);
    }
  }
  delete held;
  array->release = nullptr;
}

void fill_array(ArrowData data, ArrowArray& out) {
  auto held = std::make_unique<ExportedArray>();
  held->data = std::move(data);
  auto& own = held->data;
  held->buffers.push_back(own.null_count == 0 ? nullptr : own.validity.data());
  for (auto& buffer : own.buffers) {
    buffer.reserve(1);  // not null, even of no rows
    held->buffers.push_back(buffer.data());
  }
  held->children.resize(own.children.size(), ArrowArray{});
  held->pointers.reserve(own.children.size());
  out = ArrowArray{};
  out.length = own.length;
  out.null_count = own.null_count;
  out.n_buffers = static_cast<std::int64_t>(held->buffers.size());
  out.buffers = held->buffers.data();
  out.n_children = static_cast<std::int64_t>(own.children.size());
  out.release = release_array;
  auto& children = held->children;
  auto& pointers = held->pointers;
  out.private_data = held.release();
  for (std::size_t i = 0; i < children.size(); ++i) {
    fill_array(std::move(own.children[i]), children[i]);
    pointers.push_back(&children[i]);
  }
  out.children = pointers.data();
}

// ---- stream

struct ExportedStream {
  ArrowData empty;
  std::vector<ArrowData> batches;
  std::size_t next = 0;
};

// No exception crosses these callbacks; what could throw is out of memory only.
int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  *out = ArrowSchema{};
  try {
    fill_schema(static_cast<ExportedStream*>(stream->private_data)->empty, *out);
    return 0;
  } catch (const std::bad_alloc&) {
    if (out->release != nullptr) {
      out->release(out);
    }
    return ENOMEM;
  }
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  *out = ArrowArray{};
  auto* state = static_cast<ExportedStream*>(stream->private_data);
  if (state->next == state->batches.size()) {
    return 0;
  }
  try {
    fill_array(std::move(state->batches[state->next]), *out);
    ++state->next;
    return 0;
  } catch (const std::bad_alloc&) {
    if (out->release != nullptr) {
      out->release(out);
    }
    return ENOMEM;
  }
}

const char* get_last_error(ArrowArrayStream* /*stream*/) { return nullptr; }

void release_stream(ArrowArrayStream* stream) {
  delete static_cast<ExportedStream*>(stream->private_data);
  stream->release = nullptr;
}

template <typename Fact>
ArrowData empty_of(const std::vector<Fact>& /*list*/) {
  return detail::arrow_of<typename detail::RowOf<Fact>::type>("", false);
}

ArrowData empty_of(FactTable table) {
  const Facts none;
  return detail::with_list(none, table, [](const auto& list) { return empty_of(list); });
}

}  // namespace

std::vector<FactTable> fact_tables() {
  std::vector<FactTable> out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    out.push_back(static_cast<FactTable>(i));
  }
  return out;
}

std::string_view to_string(FactTable table) noexcept { return names[static_cast<std::size_t>(table)]; }

std::vector<std::string> fact_columns(FactTable table) {
  std::vector<std::string> out;
  for (const auto& column : empty_of(table).children) {
    out.push_back(column.name);
  }
  return out;
}

void export_arrow(const Facts& facts, FactTable table, ArrowArrayStream* out) {
  auto held = std::make_unique<ExportedStream>();
  held->empty = empty_of(table);
  detail::with_list(facts, table, [&](const auto& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i % batch_rows == 0) {
        held->batches.push_back(held->empty);
      }
      detail::append(held->batches.back(), detail::to_row(list[i]));
    }
  });
  *out = ArrowArrayStream{get_schema, get_next, get_last_error, release_stream, held.get()};
  (void)held.release();
}

}  // namespace gongkai
