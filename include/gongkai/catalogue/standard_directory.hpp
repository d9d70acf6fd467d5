// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// A standard directory (基层政务公开标准目录): which matters must be public, how soon, where; and which of them a
/// catalogue does not cover. A directory is data; the statutory items of R2019 arts 20 and 21 ship with the library.
///
///     const auto directory = StandardDirectory::builtin("CN", "statutory_town_2019");
///     for (const auto& gap : uncovered(directory, catalogue, as_of)) { show(gap.content); }
///     auto data = draft_for(directory.matters[6]);   // a record for one of them; title and content are still wanted
///
///     // The table of a field of work, as offices publish it:
///     const auto own = StandardDirectory::from_csv(bytes, {"aid", "社会救助", "某镇网站"}, rulebook, "aid.csv");

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/catalogue/state.hpp>
#include <gongkai/export.hpp>
#include <gongkai/rules/rulebook.hpp>

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
  std::vector<std::string> channels;         ///< `publication_channel`; `other` for words that are not on its list
  std::string channels_printed;              ///< 公开渠道和载体, as printed
  std::string audience;                      ///< 公开对象
  std::string mode;                          ///< 公开方式: `disclosure_mode`
  std::string level;                         ///< 公开层级
};

/// What a table does not say of itself.
struct DirectoryName {
  std::string id;
  std::string title;
  std::string source;
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
  /// A published table in UTF-8: one heading line, or two where 全社会/特定群体, 主动/依申请公开 and 县级/乡级 stand
  /// below their groups; lines above the heading are passed over. Boxes: ■ √ ✓ ☑ chosen, □ ☐ or empty not. A first
  /// level that is empty is that of the line above (merged cells). `working_days` where the printed time names exactly
  /// one number of 工作日. `ParseError` 231 with `line:column`: no heading, a matter without number, content, basis or
  /// mode, a number given twice.
  [[nodiscard]] static GONGKAI_EXPORT StandardDirectory from_csv(std::string_view bytes, const DirectoryName& name,
                                                                 const Rulebook& rulebook, const std::string& file);
};

/// The matter as the beginning of a record that serves it: publisher, deadline as printed, the limit where it is a
/// number of working days, audience.
[[nodiscard]] GONGKAI_EXPORT RecordData draft_for(const DisclosureMatter& matter);

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
