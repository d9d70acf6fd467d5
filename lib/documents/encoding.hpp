// SPDX-License-Identifier: Apache-2.0
#pragma once
// The bytes of a page as UTF-8, whatever the page says of itself.

#include <gongkai/base/limits.hpp>
#include <string>
#include <string_view>

namespace gongkai::detail {

/// By the bytes alone: UTF-8, UTF-16, GB18030 and Big5 are told apart without the declaration, which is often wrong.
/// Errors as `decode`.
[[nodiscard]] std::string decode_page(std::string_view bytes, const ReadLimits& limits, const std::string& file);

}  // namespace gongkai::detail
