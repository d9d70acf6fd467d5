// SPDX-License-Identifier: Apache-2.0
#pragma once
// Many counters, few of them near: counting in bytes keeps the table in the second-level cache, which is most of the
// speed; a byte that runs over hands 256 on to the exact counter.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gongkai::detail {

class Tally {
 public:
  explicit Tally(std::size_t counters) : small_(counters, 0) {}

  /// Counts `keys[0 … size)`; what runs over goes to `counts`.
  void add(const std::uint32_t* keys, std::size_t size, std::int64_t* counts) noexcept {
    std::uint8_t* small = small_.data();
    for (std::size_t i = 0; i < size; ++i) {
      if (++small[keys[i]] == 0) {
        counts[keys[i]] += 256;
      }
    }
  }
  /// Hands on the rest. The tally begins anew.
  void flush(std::int64_t* counts) noexcept {
    for (std::size_t i = 0; i < small_.size(); ++i) {
      counts[i] += small_[i];
      small_[i] = 0;
    }
  }

 private:
  std::vector<std::uint8_t> small_;
};

/// Rows are taken in blocks whose keys fit the first-level cache.
inline constexpr std::size_t tally_block = 4096;

}  // namespace gongkai::detail
