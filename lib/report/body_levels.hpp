// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which kind of body reports, and what the law calls it: rules/cn/lexicon/bodies.json.

#include <gongkai/report/annual_report.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai::detail {

struct BodyLevels {
  struct Name {
    std::string end;
    std::vector<std::string> levels;
  };
  std::vector<std::pair<std::string, std::string>> rule_bodies;  ///< level → code of the taxonomy `body`
  std::string every_body;
  std::vector<std::string> left_out;  ///< at the end of a name: not needed to tell bodies apart
  std::vector<Name> names;

  /// Reads strictly: `RulebookError` 302 with file and pointer.
  static BodyLevels parse(std::string_view bytes, const std::string& file);
  static const BodyLevels& builtin();
};

/// The kinds of body that it may be: the caller's word, the report's, or all that its name allows. Empty: not known.
[[nodiscard]] std::vector<std::string> possible_levels(const AnnualReport& report,
                                                       const std::optional<std::string>& stated);

}  // namespace gongkai::detail
