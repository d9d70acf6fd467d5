// SPDX-License-Identifier: Apache-2.0
#include "detail/utf8.hpp"

namespace gongkai::detail {
namespace {

constexpr char32_t replacement = 0xFFFD;

// 0 when the sequence is broken.
std::size_t sequence_length(std::string_view text, std::size_t position, char32_t& c) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[position + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) {
    c = lead;
    return 1;
  }
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || position + length > text.size()) {
    return 0;
  }
  c = static_cast<char32_t>(lead & (length == 2 ? 0x1FU : length == 3 ? 0x0FU : 0x07U));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) {
      return 0;
    }
    c = (c << 6U) | (byte(i) & 0x3FU);
  }
  const bool overlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
  return overlong || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) ? 0 : length;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& position) noexcept {
  char32_t c = replacement;
  const std::size_t length = sequence_length(text, position, c);
  position += length == 0 ? 1 : length;
  return length == 0 ? replacement : c;
}

bool valid_utf8(std::string_view text) noexcept {
  for (std::size_t position = 0; position < text.size();) {
    char32_t c = 0;
    const std::size_t length = sequence_length(text, position, c);
    if (length == 0) {
      return false;
    }
    position += length;
  }
  return true;
}

}  // namespace gongkai::detail
