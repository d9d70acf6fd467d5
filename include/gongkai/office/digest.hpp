// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Digests of content, computed (OpenSSL). Elsewhere they are only compared (event/digest.hpp); in Python hashlib
/// computes the same ones: `ContentDigest.of(data, "sm3")`.
///
///     const auto digest = digest_of(bytes, DigestAlgorithm::sm3);
///     decide(review, ReviewSubmitted{"one_stage", digest, "record-1", title, "", {}, {}}, actor, when, rules);
///
///     Digester digester{DigestAlgorithm::sha256};     // piece by piece
///     while (more()) { digester.add(piece()); }
///     digester.finish() == digest_of(whole, DigestAlgorithm::sha256);

#include <memory>
#include <string>
#include <string_view>

#include <gongkai/event/digest.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// Content that comes in pieces; where it is cut makes no difference. To be moved, not copied.
class GONGKAI_EXPORT Digester {
 public:
  /// `NotFoundError` 402 when the OpenSSL at hand does not have the algorithm (SM3 may be left out of a build, or be
  /// barred by a FIPS configuration).
  explicit Digester(DigestAlgorithm algorithm);
  Digester(Digester&& other) noexcept;
  Digester& operator=(Digester&& other) noexcept;
  Digester(const Digester&) = delete;
  Digester& operator=(const Digester&) = delete;
  ~Digester();

  /// `InvalidArgumentError` 107 after `finish`, or of one that was moved away.
  void add(std::string_view bytes);
  /// Of all that was added; once. 107 as `add`.
  [[nodiscard]] ContentDigest finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Of bytes in memory. `NotFoundError` 402 as `Digester`.
[[nodiscard]] GONGKAI_EXPORT ContentDigest digest_of(std::string_view bytes, DigestAlgorithm algorithm);
/// Of a file as it stands on the disk, read in pieces. `ParseError` 224 when it cannot be read.
[[nodiscard]] GONGKAI_EXPORT ContentDigest digest_of_file(const std::string& path, DigestAlgorithm algorithm);

}  // namespace gongkai
