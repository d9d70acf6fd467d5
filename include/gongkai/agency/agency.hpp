// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// The bodies that report (行政机关), as they were on a day: their names, kind and level, what they belong to, and
/// which body succeeded which. A county becomes a district, a bureau is merged into another; reports of both years are
/// of one body all the same.
///
///     const auto tree = AgencyTree::parse(csv, "agencies.csv");
///     tree.at("miyun").name(Date{2014, 1, 1}) == "密云县人民政府";
///     tree.at("miyun").name(Date{2016, 1, 1}) == "密云区人民政府";
///     tree.find("密云县人民政府", Date{2014, 1, 1})->id() == "miyun";
///
/// Immutable, safe to share between threads.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// What kind of body it is, as rules on reports tell them apart.
enum class AgencyKind : std::uint8_t {
  town,        ///< 乡镇人民政府, 街道办事处
  department,  ///< 部门 of a local government, its office (办公厅/室) included
  county,      ///< 县级人民政府
  prefecture,  ///< 设区的市、自治州人民政府
  province,    ///< 省级人民政府
  ministry,    ///< 国务院部门
  vertical     ///< 实行垂直领导的部门: outside the local consolidation
};

/// Where it stands.
enum class AgencyLevel : std::uint8_t { town, county, prefecture, province, national };

/// What was so from one day to another.
struct AgencyPeriod {
  std::optional<Date> from;  ///< first day; none: since before the data
  std::optional<Date> to;    ///< last day; none: still so
  std::string name;          ///< as it signs
  AgencyKind kind{};
  AgencyLevel level{};
  std::optional<std::string> parent;  ///< id of the body that it belongs to

  [[nodiscard]] GONGKAI_EXPORT bool contains(Date day) const noexcept;
};

/// One body through time.
class GONGKAI_EXPORT Agency {
 public:
  Agency(std::string id, std::vector<AgencyPeriod> periods, std::vector<std::string> predecessors);

  [[nodiscard]] const std::string& id() const noexcept { return id_; }
  /// In the order of time, without overlap.
  [[nodiscard]] const std::vector<AgencyPeriod>& periods() const noexcept { return periods_; }
  /// Ids of the bodies whose work it took over.
  [[nodiscard]] const std::vector<std::string>& predecessors() const noexcept { return predecessors_; }
  /// `nullptr` on a day when it did not exist.
  [[nodiscard]] const AgencyPeriod* on(Date day) const noexcept;
  /// `nullopt` on a day when it did not exist.
  [[nodiscard]] std::optional<std::string> name(Date day) const;

 private:
  std::string id_;
  std::vector<AgencyPeriod> periods_;
  std::vector<std::string> predecessors_;
};

/// All bodies of a place, and what belonged to what.
class GONGKAI_EXPORT AgencyTree {
 public:
  /// UTF-8, with or without BOM; commas, quotes as in RFC 4180; a header line. One line a period:
  ///
  /// | column | | |
  /// |---|---|---|
  /// | `id` | 编号 | the same for all periods of a body |
  /// | `name` | 名称 | |
  /// | `from`, `to` | 起, 止 | first and last day, `YYYY-MM-DD`; empty: open |
  /// | `kind` | 类别 | `town`, `department`, `county`, `prefecture`, `province`, `ministry`, `vertical` |
  /// | `level` | 层级 | `town`, `county`, `prefecture`, `province`, `national` |
  /// | `parent` | 上级 | id of the body above; empty at the top |
  /// | `succeeds` | 承继 | ids of predecessors, with `;` between them |
  ///
  /// `ParseError` 231 with `line:column` for what is no such file; a body above that does not exist, periods that
  /// overlap, a circle.
  [[nodiscard]] static AgencyTree parse(std::string_view csv, const std::string& file);

  [[nodiscard]] const std::vector<Agency>& agencies() const noexcept;
  /// By id; `NotFoundError` 402.
  [[nodiscard]] const Agency& at(std::string_view id) const;
  /// Who had this name on this day; `nullptr` when nobody or several had it.
  [[nodiscard]] const Agency* find(std::string_view name, Date day) const noexcept;
  /// What belonged to the body on the day, in the order of the file.
  [[nodiscard]] std::vector<std::string> children(std::string_view id, Date day) const;
  /// Everything below it, its children first.
  [[nodiscard]] std::vector<std::string> descendants(std::string_view id, Date day) const;
  /// Who took over its work.
  [[nodiscard]] std::vector<std::string> successors(std::string_view id) const;

 private:
  struct Data;
  explicit AgencyTree(std::shared_ptr<const Data> data) noexcept : data_{std::move(data)} {}
  std::shared_ptr<const Data> data_;
};

/// `town`, …
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(AgencyKind kind) noexcept;
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(AgencyLevel level) noexcept;

}  // namespace gongkai
