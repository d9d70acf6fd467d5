// SPDX-License-Identifier: Apache-2.0
#pragma once
// Codes, severities and messages of the clock's findings: rules/cn/lexicon/clock-findings.json.

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <gongkai/base/finding.hpp>

namespace gongkai::detail {

class ClockFindings {
 public:
  using Values = std::initializer_list<std::pair<std::string_view, std::string>>;

  /// `RulebookError` 302 with file and pointer.
  static ClockFindings parse(std::string_view bytes, const std::string& file);
  static const ClockFindings& builtin();

  /// The finding with `{name}` filled in. Where the source of the rule is empty, the catalogue's own stands.
  [[nodiscard]] Finding make(std::string_view id, std::string_view citation, Values values) const;
  /// The code of an id, for tests that every id has one.
  [[nodiscard]] const std::string& code(std::string_view id) const;

 private:
  struct Entry {
    std::string code;
    Family family{};
    Severity severity{};
    std::string message;
    std::string message_zh;
    std::string citation;
  };
  std::map<std::string, Entry, std::less<>> entries_;
  std::map<std::string, std::string, std::less<>> words_zh_;  // of values that are words
};

}  // namespace gongkai::detail
