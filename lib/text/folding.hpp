// SPDX-License-Identifier: Apache-2.0
#pragma once
// The data behind folding: rules/cn/lexicon/folding.json.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai::detail {

class JsonCursor;

class Folding {
 public:
  /// Reads strictly: `RulebookError` 302 with file and pointer.
  static Folding parse(std::string_view bytes, const std::string& file);
  /// The built-in table.
  static const Folding& builtin();

  /// One character, width, punctuation and variant folded.
  [[nodiscard]] char32_t fold(char32_t c) const noexcept;
  /// Words of the same length that replace each other, before single characters are folded.
  [[nodiscard]] const std::vector<std::pair<std::u32string, std::u32string>>& vocabulary() const noexcept {
    return vocabulary_;
  }

 private:
  void add_pairs(const JsonCursor& from, const JsonCursor& to);

  // All data of the table lies in the basic plane.
  std::vector<char16_t> characters_ = std::vector<char16_t>(0x10000, 0);  // 0: stays as it is
  std::vector<std::pair<std::u32string, std::u32string>> vocabulary_;
};

}  // namespace gongkai::detail
