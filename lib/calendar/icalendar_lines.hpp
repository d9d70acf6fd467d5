// SPDX-License-Identifier: Apache-2.0
#pragma once
// The content lines of an iCalendar file (RFC 5545, 3.1): unfolded and taken apart.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai::detail {

/// `NAME;PARAMETER=value:VALUE`
struct ContentLine {
  std::size_t line = 0;                                         // of the file, from 1
  std::string name;                                             // in capitals
  std::vector<std::pair<std::string, std::string>> parameters;  // names in capitals
  std::string value;                                            // as written

  /// Empty when there is none.
  [[nodiscard]] std::string_view parameter(std::string_view wanted) const noexcept;
  /// The value as text: `\n`, `\,`, `\;` and `\\` resolved.
  [[nodiscard]] std::string text() const;
};

/// `ParseError` 211 with the line for what is no content line.
[[nodiscard]] std::vector<ContentLine> content_lines(std::string_view bytes, const std::string& file);

}  // namespace gongkai::detail
