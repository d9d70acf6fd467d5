// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// One published annual report on the disclosure of government information (政府信息公开工作年度报告), as it says
/// itself: figures as printed, each with its place. Nothing is computed, corrected or filled in.
///
///     report.figure("requests_received").kind == CellKind::absent    // not stated, which is not zero

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gongkai/base/place.hpp>
#include <gongkai/export.hpp>
#include <gongkai/report/cell.hpp>
#include <gongkai/text/mention.hpp>

namespace gongkai {

/// One class of proactively disclosed information, which bodies name as they like.
struct ClassFigure {
  std::string label;  ///< as printed: 机构职能类的信息
  Cell count;
  Cell percent;
};

/// A figure of a slot that the document states once more.
struct Restatement {
  std::string slot;
  Cell cell;
};

/// One report.
struct AnnualReport {
  std::optional<std::string> organisation;  ///< as printed most fully, in Simplified characters
  std::optional<int> year;                  ///< the year reported on
  std::optional<std::string> style;  ///< `cn-narrative-2008`, `cn-statistics-2014`, `cn-trial-2019`, `cn-format-2021`
  bool complete = false;             ///< false when the document breaks off

  /// Slot → figure, in the order of the lexicon; slots that are not stated are not in it.
  std::vector<std::pair<std::string, Cell>> narrative;
  std::vector<ClassFigure> classes;
  std::vector<Restatement> restatements;  ///< further statements of slots, in document order
  std::vector<Mention> mentions;          ///< every quantity that fills no slot, in document order
  std::vector<Place> residues;            ///< what a template or a word processor left behind

  /// `absent` for a slot that is not stated or does not exist.
  [[nodiscard]] GONGKAI_EXPORT const Cell& figure(std::string_view slot) const noexcept;
};

}  // namespace gongkai
