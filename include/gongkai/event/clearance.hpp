// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// What a completed review hands on: these exact bytes were reviewed, with this conclusion. Publishing a record and
/// releasing a reply must carry a matching one (R2019 art. 17(2), 保守国家秘密法实施条例 2024 art. 42: 先审查、后公开).
///
///     clearance.permits(digest_of_what_goes_out)   // reviewed, these bytes, conclusion 公开

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/event/digest.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// 审查结论.
enum class Conclusion : std::uint8_t {
  disclose,          ///< 公开
  disclose_in_part,  ///< 部分公开（删减后公开）: a redacted copy is made and reviewed itself
  withhold,          ///< 不予公开
  refer              ///< 报审: the competent department or the secrecy administration decides
};

/// A part left out of a redacted copy, and why.
struct WithheldPart {
  std::string part;     ///< which: "附件2, 第3列", never its content
  std::string ground;   ///< a code of the rulebook's grounds
  std::string article;  ///< as cited to the reader

  friend bool operator==(const WithheldPart& a, const WithheldPart& b) {
    return a.part == b.part && a.ground == b.ground && a.article == b.article;
  }
  friend bool operator!=(const WithheldPart& a, const WithheldPart& b) { return !(a == b); }
};

/// A value: it stays what it was when the review moves on. Whether it fits what goes out is decided by the digest.
struct Clearance {
  std::string review;  ///< the review's id
  Date day;            ///< when the last stage was decided
  ContentDigest digest;
  Conclusion conclusion;
  std::optional<ContentDigest> redacted_from;  ///< the original, when `digest` is a redacted copy
  std::vector<WithheldPart> withheld;          ///< what the copy leaves out

  /// These bytes may go out to the public or to an applicant: the digest matches and the conclusion is 公开. A
  /// conclusion 部分公开 permits no bytes, only the making of a redacted copy.
  [[nodiscard]] bool permits(const ContentDigest& content) const noexcept {
    return digest == content && conclusion == Conclusion::disclose;
  }

  friend bool operator==(const Clearance& a, const Clearance& b) {
    return a.review == b.review && a.day == b.day && a.digest == b.digest && a.conclusion == b.conclusion &&
           a.redacted_from == b.redacted_from && a.withheld == b.withheld;
  }
  friend bool operator!=(const Clearance& a, const Clearance& b) { return !(a == b); }
};

/// `disclose`, `disclose_in_part`, …
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(Conclusion conclusion) noexcept;
/// 公开, 部分公开, 不予公开, 报审
[[nodiscard]] GONGKAI_EXPORT std::string_view label_zh(Conclusion conclusion) noexcept;
/// `nullopt` for an unknown word.
[[nodiscard]] GONGKAI_EXPORT std::optional<Conclusion> parse_conclusion(std::string_view text) noexcept;

}  // namespace gongkai
