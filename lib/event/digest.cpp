// SPDX-License-Identifier: Apache-2.0
#include <gongkai/event/digest.hpp>

#include <gongkai/error.hpp>
#include <optional>
#include <ostream>

namespace gongkai {
namespace {

constexpr std::array<std::string_view, 2> algorithms{"sha256", "sm3"};

std::optional<std::uint8_t> nibble(char c) noexcept {
  if (c >= '0' && c <= '9') {
    return static_cast<std::uint8_t>(c - '0');
  }
  if (c >= 'a' && c <= 'f') {
    return static_cast<std::uint8_t>(c - 'a' + 10);
  }
  if (c >= 'A' && c <= 'F') {
    return static_cast<std::uint8_t>(c - 'A' + 10);
  }
  return std::nullopt;
}

std::optional<ContentDigest> try_parse(std::string_view text) {
  for (std::size_t i = 0; i < algorithms.size(); ++i) {
    const auto name = algorithms[i];
    if (text.size() != name.size() + 1 + 2 * ContentDigest::size || text.substr(0, name.size()) != name ||
        text[name.size()] != ':') {
      continue;
    }
    const auto hex = text.substr(name.size() + 1);
    ContentDigest::Bytes bytes{};
    for (std::size_t k = 0; k < bytes.size(); ++k) {
      const auto high = nibble(hex[2 * k]);
      const auto low = nibble(hex[2 * k + 1]);
      if (!high || !low) {
        return std::nullopt;
      }
      bytes[k] = static_cast<std::uint8_t>(*high * 16 + *low);
    }
    return ContentDigest{static_cast<DigestAlgorithm>(i), bytes};
  }
  return std::nullopt;
}

}  // namespace

ContentDigest ContentDigest::parse(std::string_view text) {
  if (const auto digest = try_parse(text)) {
    return *digest;
  }
  throw InvalidArgumentError{ErrorCode::invalid_digest, std::string{text.substr(0, 100)},
                             "a digest is written sha256: or sm3: and 64 hexadecimal digits, not \"" +
                                 std::string{text.substr(0, 100)} + "\""};
}

std::string ContentDigest::to_string() const {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out{gongkai::to_string(algorithm_)};
  out += ':';
  for (const auto byte : bytes_) {
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

std::string_view to_string(DigestAlgorithm algorithm) noexcept {
  return algorithms[static_cast<std::size_t>(algorithm)];
}

std::ostream& operator<<(std::ostream& out, const ContentDigest& digest) { return out << digest.to_string(); }

}  // namespace gongkai
