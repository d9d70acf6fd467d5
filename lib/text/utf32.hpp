// SPDX-License-Identifier: Apache-2.0
#pragma once
// UTF-8 to code points and back.

#include <cstddef>
#include <string>
#include <string_view>

#include "detail/utf8.hpp"

namespace gongkai::detail {

void append_utf8(std::string& out, char32_t c);
[[nodiscard]] std::string to_utf8(std::u32string_view text);
[[nodiscard]] std::u32string to_utf32(std::string_view text);

[[nodiscard]] constexpr bool is_ascii_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }
[[nodiscard]] constexpr bool is_ascii_letter(char32_t c) noexcept {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
/// A character of Chinese writing (ideographs, not punctuation).
[[nodiscard]] constexpr bool is_han(char32_t c) noexcept {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007;
}

}  // namespace gongkai::detail
