// SPDX-License-Identifier: Apache-2.0
#include <gongkai/request/applicant.hpp>

#include <gongkai/error.hpp>

#include "detail/content_hash.hpp"

namespace gongkai {

std::string normalised_name(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    const auto byte = [&](std::size_t k) { return i + k < name.size() ? static_cast<unsigned char>(name[i + k]) : 0U; };
    char c = name[i];
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

std::string applicant_id(std::string_view type, std::string_view name, std::string_view identity_key) {
  const auto plain = normalised_name(name);
  if (type.empty() || plain.empty() || identity_key.empty()) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "applicant",
                               "an applicant's id is derived from type, name and the keyed hash of the proof of "
                               "identity; one of them is missing"};
  }
  detail::ContentHash hash;
  hash.add(type);
  hash.add(plain);
  hash.add(identity_key);
  return "applicant-" + hash.digits();
}

}  // namespace gongkai
