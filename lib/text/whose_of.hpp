// SPDX-License-Identifier: Apache-2.0
#pragma once
// Whose a figure is: the body that the sentence names nearest before it.

#include <cstddef>
#include <gongkai/text/mention.hpp>
#include <string>
#include <string_view>

#include "text/quantities.hpp"

namespace gongkai::detail {

/// 本镇, 我局, 全区, 各部门, 市水务局 … where it stands as the subject of a clause of the sentence before `position`;
/// empty when none does.
[[nodiscard]] std::string whose_of(std::u32string_view text, TextRange sentence, std::size_t position,
                                   const QuantityWords& words);

}  // namespace gongkai::detail
