// SPDX-License-Identifier: Apache-2.0
#pragma once
// Codes, severities, words and articles of the findings in an office's own data: rules/cn/findings/*.json.

#include <gongkai/base/date.hpp>
#include <gongkai/base/finding.hpp>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "event/procedure_file.hpp"

namespace gongkai::detail {

using FindingValues = std::vector<std::pair<std::string_view, std::string_view>>;

class FindingTexts {
 public:
  /// All files of findings that the library ships, as one.
  static const FindingTexts& builtin();

  /// Adds the entries of a file; `RulebookError` 304.
  void add(std::string_view bytes, const std::string& file);

  /// A finding about a subject, its words filled in. The day selects the article. `{name}` of a value that is not given
  /// is an `InternalError`, so that no reader ever meets a brace.
  [[nodiscard]] Finding make(std::string_view id, Date day, std::string_view subject,
                             const FindingValues& values) const;

  /// Every code, for the test that docs/errors.md has an entry for each.
  [[nodiscard]] std::vector<std::string> codes() const;

 private:
  struct Entry {
    std::string code;
    Severity severity{};
    std::string message;
    std::string message_zh;
    std::vector<DatedCitation> citations;
  };
  std::map<std::string, Entry, std::less<>> entries_;
};

/// Builds findings about one event of one subject.
inline Finding make_finding(std::string_view id, Date day, std::string_view subject, std::int64_t sequence,
                            const FindingValues& values) {
  Finding out = FindingTexts::builtin().make(id, day, subject, values);
  if (sequence != 0) {
    out.cells.push_back("event." + std::to_string(sequence));
  }
  return out;
}

}  // namespace gongkai::detail
