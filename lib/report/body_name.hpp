// SPDX-License-Identifier: Apache-2.0
#pragma once
// Names of bodies, for comparing: 密云县不老屯镇人民政府 and 不老屯镇 are the same body's.

#include <string>
#include <string_view>

namespace gongkai::detail {

/// In Simplified characters, without blanks and what bodies leave out of their names (人民政府, 办事处).
[[nodiscard]] std::string plain_name(std::string_view name);
/// The last two characters.
[[nodiscard]] std::string name_end(const std::string& plain);
/// Equal, or one is the other with the names of higher places in front. Two characters are no name.
[[nodiscard]] bool one_ends_with_other(const std::string& a, const std::string& b) noexcept;

}  // namespace gongkai::detail
