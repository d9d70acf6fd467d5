// SPDX-License-Identifier: Apache-2.0
#pragma once
// Whether a report plainly has no finding: every cell of every equation is a whole number and every equation holds.
// What does not pass is checked in full; what passes has nothing to find.

#include <gongkai/report/batch.hpp>

namespace gongkai::detail {

class CleanTest {
 public:
  CleanTest(const ReportBatch& batch, const CheckOptions& options);

  [[nodiscard]] bool passes(const std::int64_t* values, const std::uint8_t* states) const noexcept;

 private:
  struct Equation {
    std::uint32_t first = 0;  // in cells_: the left side, then the right side
    std::uint32_t middle = 0;
    std::uint32_t last = 0;
    bool at_most = false;
  };
  void add(const ReportBatch& batch, const Form& form, const FormCheck& check);

  std::size_t size_ = 0;
  std::vector<Equation> equations_;
  std::vector<std::uint16_t> cells_;
  std::vector<std::uint8_t> state_mask_;     // 0xff for cells of equations
  std::vector<std::int64_t> negative_mask_;  // -1 for cells that may not be negative
  bool always_in_full_ = false;
};

}  // namespace gongkai::detail
