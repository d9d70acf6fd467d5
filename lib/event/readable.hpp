// SPDX-License-Identifier: Apache-2.0
#pragma once
// Every text of a command is UTF-8: what is not could be kept by no file of events.

#include <gongkai/error.hpp>
#include <string>
#include <string_view>
#include <variant>

#include "detail/utf8.hpp"
#include "event/fields.hpp"

namespace gongkai::detail {

/// `InvalidArgumentError` 107 for the first text below `value` that is not UTF-8.
template <typename T>
void require_readable(const T& value, std::string_view name) {
  if constexpr (HasFields<T>::value) {
    for_each_field<T>([&](const auto& field) { require_readable(value.*field.member, field.name); });
  } else if constexpr (IsOptional<T>::value) {
    if (value) {
      require_readable(*value, name);
    }
  } else if constexpr (IsVector<T>::value) {
    for (const auto& element : value) {
      require_readable(element, name);
    }
  } else if constexpr (IsTextMap<T>::value) {
    for (const auto& [key, element] : value) {
      require_readable(key, name);
      require_readable(element, name);
    }
  } else if constexpr (std::is_same_v<T, std::string>) {
    if (!valid_utf8(value)) {
      throw InvalidArgumentError{ErrorCode::invalid_option, std::string{name},
                                 std::string{name} + " is no UTF-8; decode it before it is kept"};
    }
  }
}

/// Of a command and whose it is.
template <typename Action>
void require_readable_command(const Action& command, const std::string& subject) {
  require_readable(subject, "subject");
  std::visit([](const auto& value) { require_readable(value, "command"); }, command);
}

}  // namespace gongkai::detail
