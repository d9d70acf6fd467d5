// SPDX-License-Identifier: Apache-2.0
#pragma once
// What an HTML element means for reading.

#include <cstdint>
#include <string_view>

namespace gongkai::detail {

enum class ElementKind : std::uint8_t {
  inline_text,  ///< part of the line: span, font, b, unknown elements
  block,        ///< begins and ends a paragraph: p, div, li
  heading,      ///< h1 … h6
  line_break,
  preformatted,
  link,
  picture,
  title,
  table,
  row,
  cell,
  skipped  ///< with everything in it: script, style, nav, controls
};

struct Element {
  ElementKind kind = ElementKind::inline_text;
  int level = 0;  ///< of a heading
};

/// \param name lower case
[[nodiscard]] Element element_of(std::string_view name) noexcept;

}  // namespace gongkai::detail
