// SPDX-License-Identifier: Apache-2.0
#pragma once
// The files of rules/ as bytes in the library (cmake/GongkaiEmbed.cmake writes the other half).

#include <optional>
#include <string_view>
#include <vector>

namespace gongkai::detail {

struct EmbeddedFile {
  std::string_view path;  ///< as below rules/: "cn/calendar/holidays.json"
  std::string_view bytes;
};

/// `nullopt` when there is no such file.
[[nodiscard]] std::optional<std::string_view> embedded_file(std::string_view path) noexcept;
/// The paths that begin with `folder` ("cn/review-policies/"), sorted.
[[nodiscard]] std::vector<std::string_view> embedded_files_below(std::string_view folder);

}  // namespace gongkai::detail
