// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the figures of running text are compared with: rules/cn/lexicon/claims.json.

#include <string>
#include <string_view>
#include <vector>

namespace gongkai::detail {

/// One way of counting: a signed sum of cells.
struct ClaimBase {
  struct Term {
    std::string path;
    int sign = 1;
  };
  std::string id;
  std::string label;
  std::string label_en;
  std::vector<Term> terms;
  std::vector<std::string> words;  ///< one of them in the clause: this base is meant as much as the first
};

struct ClaimSubject {
  std::string id;
  std::string label;
  std::string label_en;
  std::vector<std::string> outcome_codes;   ///< results of requests in the text that belong to it
  std::vector<std::string> outcome_labels;  ///< the same, by their words
  std::vector<std::string> loose_words;     ///< in the clause: the figure may be of another count
  std::vector<ClaimBase> bases;             ///< the first one is meant unless the words say another
};

struct ClaimRules {
  std::vector<std::string> office_words;
  std::vector<std::string> government_ends;
  std::vector<ClaimSubject> subjects;

  [[nodiscard]] const ClaimSubject* find(std::string_view subject) const noexcept;

  /// Reads strictly: `RulebookError` 302 with file and pointer.
  static ClaimRules parse(std::string_view bytes, const std::string& file);
  static const ClaimRules& builtin();
};

}  // namespace gongkai::detail
