// SPDX-License-Identifier: Apache-2.0
#pragma once
// Decimals as JSON numbers and back.

#include <gongkai/base/decimal.hpp>
#include <optional>
#include <string_view>

#include "detail/json_reader.hpp"

namespace gongkai::detail {

/// The decimal that a JSON number prints as; `nullopt` when it is none, or has more than 9 decimals or 18 digits.
[[nodiscard]] std::optional<Decimal> decimal_of(const Json& json);

/// The first number in a text (`251000元`, `约40余`), grouping commas allowed; `nullopt` when there is none.
[[nodiscard]] std::optional<Decimal> first_number(std::string_view text);

}  // namespace gongkai::detail
