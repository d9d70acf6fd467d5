// SPDX-License-Identifier: Apache-2.0
#pragma once
// Codes, severities and messages of the checks: rules/cn/lexicon/checks.json.

#include <cstdint>
#include <gongkai/base/finding.hpp>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai::detail {

using Placeholders = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// A placeholder's name, its words in English and in Chinese.
struct BothWords {
  std::string_view name;
  std::string_view en;
  std::string_view zh;
};

class CheckCatalogue {
 public:
  /// Reads strictly: `RulebookError` 302 with file and pointer.
  static CheckCatalogue parse(std::string_view bytes, const std::string& file);
  static const CheckCatalogue& builtin();

  /// A finding with its words filled in; `{slot}` is told in each language's own name.
  [[nodiscard]] Finding make(std::string_view id, std::string_view style, Placeholders values,
                             std::string_view slot = {}) const;
  /// The same with words that differ by language.
  [[nodiscard]] Finding make_in_both(std::string_view id, std::string_view style,
                                     std::initializer_list<BothWords> values) const;
  /// The words of a form's check: `{where}` is told in each language. Code, severity and ground are the form's.
  [[nodiscard]] Finding make_for_form(std::string_view id, Placeholders values, std::string_view where_en,
                                      std::string_view where_zh) const;
  /// The limit of a rule, where the caller sets none.
  [[nodiscard]] std::int64_t limit(std::string_view code) const;
  /// A piece of a message.
  [[nodiscard]] std::string text(std::string_view id, Placeholders values) const;
  [[nodiscard]] std::string text_zh(std::string_view id, Placeholders values) const;

 private:
  struct Entry {
    std::string code;
    Family family{};
    Severity severity{};
    std::string message;
    std::string message_zh;
  };
  std::map<std::string, Entry, std::less<>> entries_;
  struct FormEntry {
    Family family{};
    std::string message;
    std::string message_zh;
  };
  [[nodiscard]] const FormEntry& form_entry(std::string_view id) const;
  std::map<std::string, FormEntry, std::less<>> form_checks_;
  std::map<std::string, std::int64_t, std::less<>> limits_;
  std::map<std::string, std::string, std::less<>> citations_;  // by style
  std::map<std::string, std::string, std::less<>> slot_names_zh_;
};

}  // namespace gongkai::detail
