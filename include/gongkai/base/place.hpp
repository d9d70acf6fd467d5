// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Where something stands in a document, so that every figure can be pointed at.

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>

#include <gongkai/export.hpp>

namespace gongkai {

/// A place in a document as it was given. All counts begin at 1. Running text has line and column (in
/// characters), tables have table, row and cell; `text` is what is printed there.
struct Place {
  std::optional<std::int32_t> line;
  std::optional<std::int32_t> column;
  std::optional<std::int32_t> table;
  std::optional<std::int32_t> row;
  std::optional<std::int32_t> cell;
  /// First byte and number of bytes in the decoded UTF-8 text (0-based, as string offsets are).
  std::optional<std::int64_t> byte_offset;
  std::optional<std::int64_t> byte_length;
  std::string text;

  friend bool operator==(const Place& a, const Place& b) {
    return a.line == b.line && a.column == b.column && a.table == b.table && a.row == b.row && a.cell == b.cell &&
           a.byte_offset == b.byte_offset && a.byte_length == b.byte_length && a.text == b.text;
  }
  friend bool operator!=(const Place& a, const Place& b) { return !(a == b); }
  /// Document order; `text` last.
  GONGKAI_EXPORT friend bool operator<(const Place& a, const Place& b);
};

/// `34:24 "121条"`, `table 2, row 4, cell 5 "0"`
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, const Place& place);

}  // namespace gongkai
