// SPDX-License-Identifier: Apache-2.0
#pragma once
// The file of evidence rules, as read.

#include <gongkai/base/citation.hpp>
#include <gongkai/base/date.hpp>
#include <string>
#include <vector>

namespace gongkai::detail {

struct EvidenceKind {
  std::string kind;
  std::string label_zh;
  std::vector<std::string> words;         ///< by which a note in the register is known
  std::vector<std::string> fulfilled_by;  ///< what of the history itself is such evidence
};
/// Of a ground, of an outcome, or of a circumstance.
struct EvidenceNeed {
  enum class By { ground, outcome, when };
  By by = By::when;
  std::string of;
  std::vector<std::string> evidence;
  Date from;
  Citation citation;
};
struct EvidenceData {
  std::string identity;
  std::vector<EvidenceKind> kinds;
  std::vector<EvidenceNeed> needs;
};

}  // namespace gongkai::detail
