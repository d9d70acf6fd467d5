// SPDX-License-Identifier: Apache-2.0
#pragma once
// The fields of `Options` as data.

#include <cstdint>
#include <string_view>
#include <vector>

#include <gongkai/clock/options.hpp>

namespace gongkai::detail {

struct OptionField {
  std::string_view name;
  std::vector<std::string_view> choices;  // in the order of the enumerators
  std::uint8_t (*get)(const Options&);
  void (*set)(Options&, std::uint8_t);
};

/// In the order of the fields: those of clocks come first, in the order of `Question`.
[[nodiscard]] const std::vector<OptionField>& option_fields();
/// `NotFoundError` 402
[[nodiscard]] const OptionField& option_field(std::string_view question);

}  // namespace gongkai::detail
