// SPDX-License-Identifier: Apache-2.0
#pragma once
// The words of an explanation: rules/cn/lexicon/clock-words.json.

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <gongkai/base/language.hpp>

namespace gongkai::detail {

class ClockWords {
 public:
  using Values = std::initializer_list<std::pair<std::string_view, std::string>>;

  /// `RulebookError` 302 with file and pointer.
  static ClockWords parse(std::string_view bytes, const std::string& file);
  static const ClockWords& builtin();

  /// The text under a key with `{name}` filled in. `InternalError` for a key that is not there.
  [[nodiscard]] std::string say(std::string_view key, Language language, Values values = {}) const;

 private:
  std::map<std::string, LocalText, std::less<>> words_;
};

}  // namespace gongkai::detail
