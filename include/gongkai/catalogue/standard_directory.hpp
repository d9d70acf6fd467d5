// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// A standard directory (基层政务公开标准目录): which matters must be public, how soon, where; and which of them a
/// catalogue does not cover. A directory is data; the statutory items of R2019 arts 20 and 21 ship with the library.
///
///     const auto directory = StandardDirectory::builtin("CN", "statutory_town_2019");
///     for (const auto& gap : uncovered(directory, catalogue, as_of)) { show(gap.content); }

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/catalogue/state.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// One row: the columns that published directories have.
struct DisclosureMatter {
  std::string id;
  std::string first_level;                   ///< 一级事项
  std::string second_level;                  ///< 二级事项
  std::string content;                       ///< 公开内容（要素）
  std::string basis;                         ///< 公开依据
  std::string time;                          ///< 公开时限, as printed
  std::optional<std::int32_t> working_days;  ///< where the printed time is one
  std::string publisher;                     ///< 公开主体
  std::vector<std::string> channels;         ///< `publication_channel`
  std::string audience;                      ///< 公开对象
  std::string mode;                          ///< 公开方式: `disclosure_mode`
  std::string level;                         ///< 公开层级
};

/// Immutable value.
struct StandardDirectory {
  std::string id;
  std::string title;
  std::string source;
  std::vector<DisclosureMatter> matters;

  /// `NotFoundError` 401, 402.
  [[nodiscard]] static GONGKAI_EXPORT StandardDirectory builtin(std::string_view country, std::string_view id);
  /// `RulebookError` 304 with file and pointer.
  [[nodiscard]] static GONGKAI_EXPORT StandardDirectory parse(std::string_view bytes, const std::string& file);
};

/// What a catalogue has for one matter.
struct MatterCoverage {
  std::string matter;
  std::vector<std::string> records;  ///< public and not known to be out of force, by id
};
/// In the order of the directory.
[[nodiscard]] GONGKAI_EXPORT std::vector<MatterCoverage> coverage(const StandardDirectory& directory,
                                                                  const Catalogue& catalogue, Date as_of);
/// The matters to be published proactively that no current record serves.
[[nodiscard]] GONGKAI_EXPORT std::vector<DisclosureMatter> uncovered(const StandardDirectory& directory,
                                                                     const Catalogue& catalogue, Date as_of);

}  // namespace gongkai
