// SPDX-License-Identifier: Apache-2.0
#pragma once
// The wording around tables and of the page itself: rules/cn/lexicon/tables.json. Labels belong to the forms.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai::detail {

struct TableWords {
  std::vector<std::u32string> marks;
  std::vector<std::u32string> zeros;
  std::vector<std::string> money;               ///< units of money
  std::vector<std::u32string> publication_day;  ///< words behind which a page says when it was published
  std::vector<std::u32string> page_numbers;     ///< a line that numbers a page, `#` for a number and `-` for a dash
  std::vector<std::pair<std::u32string, std::u32string>> label_words;  ///< as printed → what it stands for

  /// Reads strictly: `RulebookError` 302 with file and pointer.
  static TableWords parse(std::string_view bytes, const std::string& file);
  static const TableWords& builtin();
};

}  // namespace gongkai::detail
