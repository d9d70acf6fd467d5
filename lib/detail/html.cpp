// SPDX-License-Identifier: Apache-2.0
#include "detail/html.hpp"

namespace gongkai::detail {

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string with_breaks(std::string_view text) {
  std::string out;
  for (const char c : escape(text)) {
    out += c == '\n' ? std::string{"<br>"} : std::string{c};
  }
  return out;
}

}  // namespace gongkai::detail
