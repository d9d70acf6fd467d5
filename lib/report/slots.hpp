// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which mention fills which slot.

#include <gongkai/report/annual_report.hpp>
#include <optional>
#include <string>
#include <vector>

#include "report/page.hpp"

namespace gongkai::detail {

/// One statement about a slot.
struct Statement {
  std::optional<std::size_t> mention;  ///< index in `Page::mentions`; none for words
  TextRange words;                     ///< of a statement in words
  std::size_t sentence = 0;
  std::optional<Decimal> same_as;  ///< "all of them": the value of the slot it follows
  bool strong = true;
};

/// Whether figures that a sentence gives to `whose` are the reporting body's own.
class Owners {
 public:
  Owners(const NarrativeLexicon& lexicon, const std::optional<std::string>& organisation);
  [[nodiscard]] bool own(const std::string& whose) const;

 private:
  const NarrativeLexicon& lexicon_;
  std::u32string organisation_;
};

enum class StatementYear { report, last, next };

/// All statements of one slot, in document order, that speak of the reporting body and its year (or the one before or
/// after). `followed` holds the statements of the slot that this one follows.
[[nodiscard]] std::vector<Statement> find_statements(const Page& page, const SlotRule& rule, const Owners& owners,
                                                     const std::vector<Statement>& followed,
                                                     StatementYear year = StatementYear::report);

/// The figure of a mention, of a statement.
[[nodiscard]] Cell to_cell(const Mention& mention);
[[nodiscard]] Cell to_cell(const Page& page, const Statement& statement);

/// The classes under the total, as mention indices with their labels. One of the two figures is there.
struct FoundClass {
  std::string label;
  std::optional<std::size_t> count;
  std::optional<std::size_t> percent;
};
[[nodiscard]] std::vector<FoundClass> find_classes(const Page& page, const std::vector<Statement>& totals,
                                                   const Owners& owners);

}  // namespace gongkai::detail
