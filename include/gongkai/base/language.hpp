// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// The two languages in which the library speaks, and a text that exists in both.

#include <cstdint>
#include <string>

namespace gongkai {

/// The language of an explanation or a label.
enum class Language : std::uint8_t {
  en,  ///< English
  zh   ///< Chinese (中文)
};

/// One text in both languages. Data that has one and not the other is refused where it is read.
struct LocalText {
  std::string en;
  std::string zh;

  [[nodiscard]] const std::string& in(Language language) const noexcept { return language == Language::zh ? zh : en; }
  [[nodiscard]] bool empty() const noexcept { return en.empty() && zh.empty(); }

  friend bool operator==(const LocalText& a, const LocalText& b) noexcept { return a.en == b.en && a.zh == b.zh; }
  friend bool operator!=(const LocalText& a, const LocalText& b) noexcept { return !(a == b); }
};

}  // namespace gongkai
