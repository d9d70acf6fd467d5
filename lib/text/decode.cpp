// SPDX-License-Identifier: Apache-2.0
// Bytes to UTF-8.
#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <gongkai/error.hpp>
#include <gongkai/text/normalise.hpp>
#include <optional>

#include "text/utf32.hpp"

namespace gongkai {
namespace {

class Converter {
 public:
  explicit Converter(const char* from) : handle_{iconv_open("UTF-8", from)} {}
  ~Converter() {
    if (ok()) {
      iconv_close(handle_);
    }
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool ok() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  // False when some bytes mean nothing in this encoding.
  bool convert(std::string_view bytes, std::string& out) {
    std::string input{bytes};  // iconv asks for a mutable pointer
    char* in = input.data();
    std::size_t in_left = input.size();
    char buffer[4096];
    while (in_left > 0) {
      char* to = buffer;
      std::size_t to_left = sizeof buffer;
      const std::size_t done = iconv(handle_, &in, &in_left, &to, &to_left);
      out.append(buffer, sizeof buffer - to_left);
      if (done == static_cast<std::size_t>(-1) && errno != E2BIG) {
        return false;
      }
    }
    return true;
  }

 private:
  iconv_t handle_;
};

bool starts_with(std::string_view bytes, std::string_view prefix) { return bytes.substr(0, prefix.size()) == prefix; }

std::string convert(std::string_view bytes, const char* from, const std::string& file) {
  Converter converter{from};
  std::string out;
  if (!converter.ok() || !converter.convert(bytes, out)) {
    throw ParseError{ErrorCode::not_text, file, "",
                     "the bytes are no text in UTF-8, UTF-16 or GB18030; give the report as text in one of these"};
  }
  return out;
}

// Control characters other than white space do not stand in text.
bool looks_binary(std::string_view utf8) {
  const auto noise = std::count_if(utf8.begin(), utf8.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' && byte != '\v') ||
           byte == 0x7F;
  });
  return utf8.find('\0') != std::string_view::npos || static_cast<std::size_t>(noise) * 100 > utf8.size();
}

// GB18030 gives a meaning to nearly every byte: what it makes of other data is not Chinese writing.
bool looks_chinese_or_ascii(std::string_view utf8) {
  std::size_t strange = 0;
  std::size_t all = 0;
  for (std::size_t position = 0; position < utf8.size(); ++all) {
    const char32_t c = detail::next_code_point(utf8, position);
    const bool usual = c < 0x80 || detail::is_han(c) || (c >= 0x2000 && c <= 0x33FF) || (c >= 0xFF00 && c <= 0xFFEF) ||
                       (c >= 0xA0 && c < 0x500) || (c >= 0xFE30 && c <= 0xFE6F);
    strange += usual ? 0U : 1U;
  }
  return strange * 20 <= all;
}

// UTF-8 that was cut or lost a few bytes: the broken ones become replacement characters. GB18030 text hardly ever
// holds a valid multi-byte sequence, so the two are not confused.
std::optional<std::string> damaged_utf8(std::string_view bytes) {
  std::string out;
  std::size_t broken = 0;
  std::size_t whole = 0;
  for (std::size_t position = 0; position < bytes.size();) {
    const std::size_t begin = position;
    const char32_t c = detail::next_code_point(bytes, position);
    broken += position == begin + 1 && c == 0xFFFD ? 1U : 0U;
    whole += position > begin + 2 ? 1U : 0U;
    detail::append_utf8(out, c);
  }
  return whole >= 8 && broken * 4 <= whole ? std::optional{std::move(out)} : std::nullopt;
}

}  // namespace

std::string decode(std::string_view bytes, const ReadLimits& limits, const std::string& file) {
  if (bytes.size() > limits.max_bytes) {
    throw ParseError{ErrorCode::too_large, file, "",
                     "larger than " + std::to_string(limits.max_bytes) + " bytes (ReadLimits::max_bytes)"};
  }
  std::string out;
  if (starts_with(bytes, "\xEF\xBB\xBF") && detail::valid_utf8(bytes.substr(3))) {
    out = std::string{bytes.substr(3)};
  } else if (starts_with(bytes, "\xFF\xFE")) {
    out = convert(bytes.substr(2), "UTF-16LE", file);
  } else if (starts_with(bytes, "\xFE\xFF")) {
    out = convert(bytes.substr(2), "UTF-16BE", file);
  } else if (detail::valid_utf8(bytes)) {
    out = std::string{bytes};
  } else if (auto mended = damaged_utf8(bytes)) {
    out = *std::move(mended);
  } else {
    out = convert(bytes, "GB18030", file);
    if (!looks_chinese_or_ascii(out)) {
      throw ParseError{ErrorCode::not_text, file, "", "the bytes are no text in UTF-8, UTF-16 or GB18030"};
    }
  }
  if (std::all_of(out.begin(), out.end(), [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); })) {
    throw ParseError{ErrorCode::not_text, file, "", "the document is empty: no text to read"};
  }
  if (looks_binary(out)) {
    throw ParseError{ErrorCode::not_text, file, "",
                     "binary data, not text; office documents and PDF have to be turned into text first"};
  }
  return out;
}

}  // namespace gongkai
