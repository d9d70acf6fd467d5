// SPDX-License-Identifier: Apache-2.0
#include "event/plain_text.hpp"

namespace gongkai::detail {

std::string narrow_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t k) { return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U; };
    char c = text[i];
    std::size_t length = 1;
    if (byte(0) == 0xE3U && byte(1) == 0x80U && byte(2) == 0x80U) {  // U+3000, the full-width blank
      i += 3;
      continue;
    }
    if (byte(0) == 0xEFU && (byte(1) == 0xBCU || byte(1) == 0xBDU)) {  // U+FF01 … U+FF5E
      const unsigned code = (byte(1) - 0xBCU) * 64U + byte(2) - 0x80U;
      if (code >= 1U && code <= 94U) {
        c = static_cast<char>(code + 0x20U);
        length = 3;
      }
    }
    if (c >= 'A' && c <= 'Z') {
      c = static_cast<char>(c - 'A' + 'a');
    }
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
      out += c;
    }
    i += length;
  }
  return out;
}

std::string plain_text(std::string_view text) {
  const auto folded = narrow_text(text);
  std::string out;
  for (std::size_t i = 0; i < folded.size();) {
    const auto lead = static_cast<unsigned char>(folded[i]);
    const std::size_t length = lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
    const auto character = std::string_view{folded}.substr(i, length);
    const bool ascii_mark =
        length == 1 && (lead < '0' || (lead > '9' && lead < 'A') || (lead > 'Z' && lead < 'a') || lead > 'z');
    // General punctuation, CJK punctuation, small forms (﹝﹞), what is left of the half- and full-width forms.
    const auto block = character.substr(0, 2);
    const bool small_form = block == "\xEF\xB9" && character.size() == 3 && (character[2] & 0x3F) >= 0x10;
    const bool wide_mark = block == "\xE3\x80" || block == "\xE2\x80" || small_form || character == "\xC2\xB7";
    if (!ascii_mark && !wide_mark) {
      out += character;
    }
    i += length;
  }
  return out;
}

}  // namespace gongkai::detail
