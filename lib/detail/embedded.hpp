// SPDX-License-Identifier: Apache-2.0
#pragma once
// The files of rules/ as bytes in the library (cmake/GongkaiEmbed.cmake writes the other half).

#include <optional>
#include <string_view>

namespace gongkai::detail {

struct EmbeddedFile {
  std::string_view path;  ///< as below rules/: "cn/calendar/holidays.json"
  std::string_view bytes;
};

/// `nullopt` when there is no such file.
[[nodiscard]] std::optional<std::string_view> embedded_file(std::string_view path) noexcept;

}  // namespace gongkai::detail
