// SPDX-License-Identifier: Apache-2.0
#pragma once
// UTF-8, read.

#include <cstddef>
#include <string_view>

namespace gongkai::detail {

/// Decodes the character at `position` and moves `position` behind it. U+FFFD for a broken sequence (one byte).
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& position) noexcept;
[[nodiscard]] bool valid_utf8(std::string_view text) noexcept;

}  // namespace gongkai::detail
