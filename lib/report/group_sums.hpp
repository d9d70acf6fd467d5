// SPDX-License-Identifier: Apache-2.0
#pragma once
// The reports of a batch added up by group: within a block column after column, the reports of a group one after the
// other, as whole numbers of two bytes; what is none is taken back and goes its own way.

#include <gongkai/report/batch.hpp>

#include "report/accumulator.hpp"

namespace gongkai::detail {

class GroupSums {
 public:
  /// `sums[g]` takes the reports of group `g`.
  GroupSums(const ReportBatch& batch, std::vector<Accumulator*> sums);

  /// `groups`: of each report of the block.
  void add(std::size_t block, const std::uint32_t* groups);

 private:
  // Reports of one group, by their positions in the block.
  struct Run {
    std::uint32_t group;
    std::size_t begin;  // in order_
    std::size_t end;
  };
  void sort(const std::uint32_t* groups, std::size_t size);
  void correct(std::size_t block, const Run& run);
  void add_wide(std::size_t block, std::size_t cell, const std::uint16_t* begin, const std::uint16_t* end,
                Accumulator& to) const;

  const ReportBatch& batch_;
  std::vector<Accumulator*> sums_;
  std::vector<Run> runs_;
  std::vector<std::uint16_t> order_;
  std::vector<std::size_t> run_of_;  // of each group; counts from 1
};

}  // namespace gongkai::detail
