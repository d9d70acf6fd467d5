// SPDX-License-Identifier: Apache-2.0
#include <gongkai/base/place.hpp>

#include <ostream>
#include <tuple>

namespace gongkai {

bool operator<(const Place& a, const Place& b) {
  return std::tie(a.table, a.row, a.cell, a.line, a.column, a.byte_offset, a.byte_length, a.text) <
         std::tie(b.table, b.row, b.cell, b.line, b.column, b.byte_offset, b.byte_length, b.text);
}

std::ostream& operator<<(std::ostream& out, const Place& place) {
  const char* separator = "";
  if (place.table) {
    out << "table " << *place.table;
    separator = ", ";
  }
  if (place.row) {
    out << separator << "row " << *place.row;
    separator = ", ";
  }
  if (place.cell) {
    out << separator << "cell " << *place.cell;
    separator = ", ";
  }
  if (place.line) {
    out << separator << *place.line;
    if (place.column) {
      out << ':' << *place.column;
    }
    separator = ", ";
  }
  if (!place.text.empty()) {
    out << (*separator == '\0' ? "\"" : " \"") << place.text << '"';
  }
  return out;
}

}  // namespace gongkai
