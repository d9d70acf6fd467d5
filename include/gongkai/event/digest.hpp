// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// The exact content that a review looked at: algorithm and bytes. Here digests are only compared; they are computed
/// where the bytes are (OpenSSL in `gongkai::office`, hashlib in Python).
///
///     ContentDigest::parse("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include <gongkai/export.hpp>

namespace gongkai {

/// Both give 32 bytes.
enum class DigestAlgorithm : std::uint8_t {
  sha256,  ///< FIPS 180-4
  sm3      ///< GB/T 32905-2016
};

/// Two digests are the same content only when the algorithm is the same too: `sha256` and `sm3` of one text differ.
class GONGKAI_EXPORT ContentDigest {
 public:
  static constexpr std::size_t size = 32;
  using Bytes = std::array<std::uint8_t, size>;

  constexpr ContentDigest(DigestAlgorithm algorithm, const Bytes& bytes) noexcept
      : algorithm_{algorithm}, bytes_{bytes} {}
  /// `algorithm:` and 64 hexadecimal digits. `InvalidArgumentError` 108 for anything else.
  [[nodiscard]] static ContentDigest parse(std::string_view text);

  [[nodiscard]] DigestAlgorithm algorithm() const noexcept { return algorithm_; }
  [[nodiscard]] const Bytes& bytes() const noexcept { return bytes_; }
  /// `parse(d.to_string()) == d`; lower case.
  [[nodiscard]] std::string to_string() const;

  friend bool operator==(const ContentDigest& a, const ContentDigest& b) noexcept {
    return a.algorithm_ == b.algorithm_ && a.bytes_ == b.bytes_;
  }
  friend bool operator!=(const ContentDigest& a, const ContentDigest& b) noexcept { return !(a == b); }
  friend bool operator<(const ContentDigest& a, const ContentDigest& b) noexcept {
    return a.algorithm_ != b.algorithm_ ? a.algorithm_ < b.algorithm_ : a.bytes_ < b.bytes_;
  }

 private:
  DigestAlgorithm algorithm_;
  Bytes bytes_;
};

/// `sha256`, `sm3`
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(DigestAlgorithm algorithm) noexcept;
/// As `to_string`.
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, const ContentDigest& digest);

}  // namespace gongkai

template <>
struct std::hash<gongkai::ContentDigest> {
  // The bytes are uniform already.
  std::size_t operator()(const gongkai::ContentDigest& digest) const noexcept {
    std::size_t out = 0;
    for (std::size_t i = 0; i < sizeof(std::size_t); ++i) {
      out = out << 8U | digest.bytes()[i];
    }
    return out;
  }
};
