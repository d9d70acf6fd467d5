// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// What a check found in a report or a case: a value, never an exception. It names the rule, both sides of its
/// equation, the cells, and where each number stands.

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/place.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// How bad it is. Ordered: `error` first.
enum class Severity : std::uint8_t {
  error,    ///< cannot be right, or breaks a duty
  warning,  ///< very likely wrong, but with an innocent reading
  note      ///< worth a look
};

/// Which family of rules found it.
enum class Family : std::uint8_t { logic, text, completeness, timeliness, originality, wording, reading, procedure };

/// One finding. `left` is the computed side, `right` the printed side, both with the printed number of
/// decimals; where both are printed, `left` stands first in the document.
struct Finding {
  std::string code;  ///< stable, e.g. `X.PARTS`; one entry each in docs/errors.md
  Family family{};
  Severity severity{};
  std::string message;     ///< English
  std::string message_zh;  ///< Chinese
  std::optional<std::string> left;
  std::optional<std::string> right;
  std::vector<std::string> cells;  ///< paths: `narrative.proactive_total`, `requests.granted.total`
  std::vector<Place> where;
  std::string citation;
  std::string suggestion;  ///< a likely repair; empty when there is none

  friend bool operator==(const Finding& a, const Finding& b) {
    return a.code == b.code && a.family == b.family && a.severity == b.severity && a.message == b.message &&
           a.message_zh == b.message_zh && a.left == b.left && a.right == b.right && a.cells == b.cells &&
           a.where == b.where && a.citation == b.citation && a.suggestion == b.suggestion;
  }
  friend bool operator!=(const Finding& a, const Finding& b) { return !(a == b); }
  /// Total order for stable output: severity, then code, first cell, first place, message.
  GONGKAI_EXPORT friend bool operator<(const Finding& a, const Finding& b);
};

/// `error`, `warning`, `note`
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(Severity severity) noexcept;
/// `logic`, `text`, …
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(Family family) noexcept;
/// `nullopt` for an unknown word.
[[nodiscard]] GONGKAI_EXPORT std::optional<Severity> parse_severity(std::string_view text) noexcept;
[[nodiscard]] GONGKAI_EXPORT std::optional<Family> parse_family(std::string_view text) noexcept;

/// `error X.PARTS: 2 + 21 + 14 + 37 = 74, printed 104`
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, const Finding& finding);

}  // namespace gongkai
