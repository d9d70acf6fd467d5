// SPDX-License-Identifier: Apache-2.0
#include "documents/encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <gongkai/text/normalise.hpp>
#include <optional>

namespace gongkai::detail {
namespace {

// Big5 puts the second byte of two characters in five below 0x7F; in GB18030 text that is rare.
bool looks_like_big5(std::string_view bytes) {
  std::size_t pairs = 0;
  std::size_t low = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    const auto trail = static_cast<unsigned char>(bytes[i + 1]);
    if (lead < 0x80) {
      continue;
    }
    const bool trail_of_big5 = (trail >= 0x40 && trail <= 0x7E) || (trail >= 0xA1 && trail <= 0xFE);
    if (lead < 0xA1 || lead > 0xF9 || !trail_of_big5) {
      return false;
    }
    ++pairs;
    low += trail <= 0x7E ? 1U : 0U;
    ++i;
  }
  return pairs >= 20 && low * 5 > pairs;
}

std::optional<std::string> from_big5(std::string_view bytes) {
  const iconv_t handle = iconv_open("UTF-8", "BIG5");
  if (handle == reinterpret_cast<iconv_t>(-1)) {
    return std::nullopt;
  }
  std::string input{bytes};  // iconv asks for a mutable pointer
  std::string out;
  char* in = input.data();
  std::size_t left = input.size();
  while (left > 0) {
    char buffer[4096];
    char* to = buffer;
    std::size_t room = sizeof buffer;
    const std::size_t done = iconv(handle, &in, &left, &to, &room);
    out.append(buffer, sizeof buffer - room);
    if (done == static_cast<std::size_t>(-1) && errno != E2BIG) {
      if (left == 0) {
        break;
      }
      out += "\xEF\xBF\xBD";  // a character of one of Big5's extensions
      const std::size_t skip = std::min<std::size_t>(left, 2);
      in += skip;
      left -= skip;
    }
  }
  iconv_close(handle);
  return out;
}

}  // namespace

std::string decode_page(std::string_view bytes, const ReadLimits& limits, const std::string& file) {
  if (bytes.size() <= limits.max_bytes && looks_like_big5(bytes)) {
    if (auto text = from_big5(bytes)) {
      return *std::move(text);
    }
  }
  return decode(bytes, limits, file);
}

}  // namespace gongkai::detail
