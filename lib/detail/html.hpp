// SPDX-License-Identifier: Apache-2.0
#pragma once
// Text from outside in HTML: the one place where it is escaped.

#include <string>
#include <string_view>

namespace gongkai::detail {

[[nodiscard]] std::string escape(std::string_view text);
/// With line feeds as `<br>`.
[[nodiscard]] std::string with_breaks(std::string_view text);

}  // namespace gongkai::detail
