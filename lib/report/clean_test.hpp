// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which reports of a block may have findings: a cell of an equation that is no whole number, or an equation that does
// not plainly hold. These are checked in full; the others have nothing to find.

#include <gongkai/report/batch.hpp>

namespace gongkai::detail {

class CleanTest {
 public:
  CleanTest(const ReportBatch& batch, const CheckOptions& options);

  /// One entry for each report of the block, not zero for one that has to be checked in full.
  void suspects(std::size_t block, std::vector<std::uint8_t>& out) const;

 private:
  struct Equation {
    std::vector<std::uint16_t> left;
    std::vector<std::uint16_t> right;
    bool at_most = false;
  };
  void add(const Form& form, const FormCheck& check);
  void wide_cells(const ReportBatch::Block& block, std::vector<std::uint8_t>& out) const;
  static void in_full(const ReportBatch::Block& block, const Equation& equation, std::vector<std::uint8_t>& out);

  const ReportBatch& batch_;
  std::vector<Equation> equations_;
  std::vector<bool> whole_;                   // cells that have to be whole numbers
  std::vector<bool> not_negative_;            // cells that must not be negative
  std::vector<std::uint8_t> plain_patterns_;  // 1 where all cells that have to be are whole numbers
  bool always_in_full_ = false;
};

}  // namespace gongkai::detail
