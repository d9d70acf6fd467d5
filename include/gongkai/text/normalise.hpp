// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Text as it was found, and the same text folded so that rules need one spelling only, with every place kept.
///
///     const auto text = gongkai::normalise(gongkai::decode(bytes));
///     text.folded()                    // 信访办 for 信訪辦, 121 for １２１, ( for （
///     text.place(first, count)         // line and column of the printed characters
///
/// Folding is for comparing, never for showing: what is shown to people comes from `printed`.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/limits.hpp>
#include <gongkai/base/place.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// Bytes to UTF-8 without a byte order mark: UTF-8, UTF-16 with a byte order mark, or GB18030 (which includes GBK
/// and GB2312). `ParseError` 222 above `limits.max_bytes`, before any work; `ParseError` 221 when the bytes are no
/// text (empty, binary, in no supported encoding). `file` is only a name for messages.
[[nodiscard]] GONGKAI_EXPORT std::string decode(std::string_view bytes, const ReadLimits& limits = {},
                                                const std::string& file = "document");

/// A decoded text and its folded twin.
class GONGKAI_EXPORT NormalisedText {
 public:
  /// The text as printed, UTF-8.
  [[nodiscard]] const std::string& decoded() const noexcept { return decoded_; }
  /// One code point a character: full width made half width, punctuation unified, Traditional folded to Simplified,
  /// blanks between Chinese characters removed, broken lines joined. A line feed is a real break.
  [[nodiscard]] const std::u32string& folded() const noexcept { return folded_; }

  /// What is printed for `count` folded characters from `first` on. Out of range is clipped.
  [[nodiscard]] std::string_view printed(std::size_t first, std::size_t count) const;
  /// The folded characters as UTF-8. Out of range is clipped.
  [[nodiscard]] std::string folded_utf8(std::size_t first, std::size_t count) const;
  /// Line and column (characters, from 1), byte offset and length in `decoded()`, and the printed text.
  [[nodiscard]] Place place(std::size_t first, std::size_t count) const;

 private:
  friend GONGKAI_EXPORT NormalisedText normalise(std::string decoded);
  NormalisedText() = default;

  std::string decoded_;
  std::u32string folded_;
  std::vector<std::size_t> begin_;     // first byte of each folded character in decoded_
  std::vector<std::size_t> end_;       // one past its last byte
  std::vector<std::size_t> lines_;     // first byte of each line
  std::vector<std::int32_t> columns_;  // of each folded character
};

/// Folds. Never throws for valid UTF-8; broken UTF-8 is kept as replacement characters. Linear time.
[[nodiscard]] GONGKAI_EXPORT NormalisedText normalise(std::string decoded);

/// A label folded for comparing: Traditional to Simplified, full width to half width, without blanks. Its
/// punctuation and wording stay.
[[nodiscard]] GONGKAI_EXPORT std::string fold_label(std::string_view label);

}  // namespace gongkai
