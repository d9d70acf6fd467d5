// SPDX-License-Identifier: Apache-2.0
#include <gongkai/base/finding.hpp>

#include <array>
#include <ostream>
#include <tuple>

namespace gongkai {
namespace {

// One table for printer and parser, in the order of the enumerators.
constexpr std::array<std::string_view, 3> severities{"error", "warning", "note"};
constexpr std::array<std::string_view, 8> families{"logic",       "text",    "completeness", "timeliness",
                                                   "originality", "wording", "reading",      "procedure"};

template <typename Enum, std::size_t N>
std::optional<Enum> find_word(const std::array<std::string_view, N>& words, std::string_view text) noexcept {
  for (std::size_t i = 0; i < N; ++i) {
    if (words[i] == text) {
      return static_cast<Enum>(i);
    }
  }
  return std::nullopt;
}

}  // namespace

bool operator<(const Finding& a, const Finding& b) {
  return std::tie(a.severity, a.code, a.cells, a.where, a.message, a.left, a.right) <
         std::tie(b.severity, b.code, b.cells, b.where, b.message, b.left, b.right);
}

std::string_view to_string(Severity severity) noexcept { return severities[static_cast<std::size_t>(severity)]; }
std::string_view to_string(Family family) noexcept { return families[static_cast<std::size_t>(family)]; }
std::optional<Severity> parse_severity(std::string_view text) noexcept { return find_word<Severity>(severities, text); }
std::optional<Family> parse_family(std::string_view text) noexcept { return find_word<Family>(families, text); }

std::ostream& operator<<(std::ostream& out, const Finding& finding) {
  return out << to_string(finding.severity) << ' ' << finding.code << ": " << finding.message;
}

}  // namespace gongkai
