// SPDX-License-Identifier: Apache-2.0
#pragma once
// Whether a report plainly has no finding: every cell of every equation is a whole number and every equation holds.
// What does not pass is checked in full; what passes has nothing to find.

#include <gongkai/report/batch.hpp>

namespace gongkai::detail {

class CleanTest {
 public:
  CleanTest(const ReportBatch& batch, const CheckOptions& options);

  /// Adds the reports of the block that do not pass, in their order. The block begins with report `first`.
  void find_others(const BatchBlock& block, std::size_t first, std::vector<std::size_t>& out) const;

 private:
  // The cells of the left side, then those of the right side, in `cells_`; and what stands beside them.
  struct Equation {
    std::uint32_t first = 0;
    std::uint32_t middle = 0;
    std::uint32_t last = 0;
    bool at_most = false;
  };
  using Marks = std::vector<std::uint8_t>;  // 1 for a report that does not pass

  void add(const ReportBatch& batch, const Form& form, const FormCheck& check);
  void mark_patterns(const BatchBlock& block, std::size_t first, Marks& marks) const;
  void mark_negative(const BatchBlock& block, Marks& marks) const;
  void mark_broken(const BatchBlock& block, const Equation& equation, Marks& marks) const;

  const ReportBatch& batch_;
  std::vector<std::uint16_t> cells_;
  std::vector<Equation> equations_;
  std::vector<std::uint8_t> whole_;           // by cell: it has to be a whole number
  std::vector<std::uint8_t> not_negative_;    // by cell
  std::vector<std::uint8_t> plain_patterns_;  // 1 where every cell of an equation is a whole number
  bool always_in_full_ = false;
};

}  // namespace gongkai::detail
