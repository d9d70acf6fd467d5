// SPDX-License-Identifier: Apache-2.0
#pragma once
// Comma-separated values as RFC 4180 writes them.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::detail {

struct CsvField {
  std::string text;
  std::size_t line = 1;
  std::size_t column = 1;  ///< of its first byte
};
using CsvLine = std::vector<CsvField>;

/// Lines that are not empty. A byte-order mark is skipped, line ends are LF or CRLF. `ParseError` 231 with
/// `line:column` for a quote that does not close or stands within a field.
[[nodiscard]] std::vector<CsvLine> parse_csv(std::string_view bytes, const std::string& file);

}  // namespace gongkai::detail
