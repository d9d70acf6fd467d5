// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// What a country uses of a graph of stages: which actions there are, whose they are, and the article each rests on,
/// by day. Data (rules/<country>/stages/*.json); the graph itself is code.
///
///     const auto rules = StageRules::builtin("CN", "review");
///     rules.article("submitted", {2013, 3, 1})->to_string() == "国务院令第492号, art. 14(2)"
///     rules.article("submitted", {2020, 3, 1})->to_string() == "国务院令第711号, art. 17(2)"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/citation.hpp>
#include <gongkai/base/date.hpp>
#include <gongkai/base/finding.hpp>
#include <gongkai/event/stages.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// A cheap handle on an immutable value.
class GONGKAI_EXPORT StageRules {
 public:
  /// `NotFoundError` 401 for a country without data, 402 for a graph it does not use.
  [[nodiscard]] static StageRules builtin(std::string_view country, std::string_view graph);
  /// `ParseError` or `RulebookError` 304 with file and pointer.
  [[nodiscard]] static StageRules parse(std::string_view bytes, const std::string& file);

  [[nodiscard]] const std::string& graph() const noexcept;
  /// Content hash of the data, 32 hexadecimal digits: identity, not evidence.
  [[nodiscard]] const std::string& identity() const noexcept;
  /// The country uses this action.
  [[nodiscard]] bool uses(std::string_view action) const noexcept;
  /// Who may do it; empty: anyone of the office.
  [[nodiscard]] const std::vector<std::string>& roles(std::string_view action) const;
  /// What it rests on, on a day; `nullopt` before the first rule.
  [[nodiscard]] std::optional<Citation> article(std::string_view action, Date day) const;
  /// What a role is called in the office: 科室负责人; the id itself when the data does not name it.
  [[nodiscard]] std::string role_label_zh(std::string_view role) const;
  [[nodiscard]] std::vector<std::string> role_names() const;

  /// The articles and roles as a Markdown table, for the page of the graph.
  [[nodiscard]] std::string to_markdown(const StageGraph& graph) const;

 private:
  struct Impl;
  explicit StageRules(std::shared_ptr<const Impl> impl);
  std::shared_ptr<const Impl> impl_;
};

}  // namespace gongkai
