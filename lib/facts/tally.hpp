// SPDX-License-Identifier: Apache-2.0
#pragma once
// Many counters, few of them near: counting in bytes keeps the table in the second-level cache, which is most of the
// speed; what runs over is noted, and the exact counts are made of both.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gongkai::detail {

class Tally {
 public:
  explicit Tally(std::size_t counters) : small_(counters, 0) {}

  void add(const std::uint32_t* keys, std::size_t size) {
    std::uint8_t* small = small_.data();
    for (std::size_t i = 0; i < size; ++i) {
      if (++small[keys[i]] == 0) {
        run_over_.push_back(keys[i]);
      }
    }
  }
  /// Nothing is counted before.
  void flush(std::int64_t* counts) const noexcept {
    for (std::size_t i = 0; i < small_.size(); ++i) {
      counts[i] += small_[i];
    }
    for (const auto key : run_over_) {
      counts[key] += 256;
    }
  }

 private:
  std::vector<std::uint8_t> small_;
  std::vector<std::uint32_t> run_over_;  // a key for every 256
};

/// Rows are taken in blocks whose keys fit the first-level cache.
inline constexpr std::size_t tally_block = 4096;

}  // namespace gongkai::detail
