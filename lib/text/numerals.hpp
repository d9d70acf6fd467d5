// SPDX-License-Identifier: Apache-2.0
#pragma once
// Numbers written in Arabic or Chinese digits.

#include <cstddef>
#include <gongkai/text/mention.hpp>
#include <optional>
#include <string_view>

#include "text/quantities.hpp"

namespace gongkai::detail {

struct Number {
  Decimal value;
  std::size_t end = 0;  ///< one past its last character
};

/// `1,234`, `99.17`, `0`: digits with thousands separators and decimals, at most 15 digits. Starts at `begin`.
[[nodiscard]] std::optional<Number> arabic_number(std::u32string_view text, std::size_t begin);

/// `一百二十一`, `两千零五`, `3.2` followed by a myriad is not this one. Starts at `begin`; a single digit counts.
[[nodiscard]] std::optional<Number> chinese_number(std::u32string_view text, std::size_t begin,
                                                   const QuantityWords& words);

/// `value` times a power of ten; `nullopt` on overflow.
[[nodiscard]] std::optional<Decimal> scaled(Decimal value, std::int64_t factor);

}  // namespace gongkai::detail
