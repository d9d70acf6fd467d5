// SPDX-License-Identifier: Apache-2.0
#pragma once
// Sums of cells for all reports of a block side by side. Plain loops of a fixed length over neighbouring values, which
// the compiler turns into vector instructions of whatever machine it builds for.

#include <cstddef>
#include <gongkai/report/batch.hpp>
#include <vector>

namespace gongkai::detail {

template <typename Sum>
struct ColumnSums {
  alignas(64) Sum sums[ReportBatch::block_size];

  /// The sum of the cells in each report. The caller knows that no partial sum leaves `Sum`.
  void assign(const BatchBlock& block, const std::uint16_t* first, const std::uint16_t* last) {
    std::int64_t constant = 0;
    Pending<std::uint8_t> bytes;
    Pending<std::int16_t> shorts;
    Pending<std::int32_t> words;
    Pending<std::int64_t> longs;
    const auto add_columns = [&](auto& pending, const auto& values, const BatchColumn& column) {
      pending.columns[pending.size++] = values.data() + column.begin;
      if (pending.size == 4) {
        add_four(pending.columns);
        pending.size = 0;
      }
    };
    for (const auto* cell = first; cell != last; ++cell) {
      constant += block.columns[*cell].width == 0 ? block.columns[*cell].lowest : 0;
    }
    for (auto& sum : sums) {
      sum = static_cast<Sum>(constant);
    }
    for (const auto* cell = first; cell != last; ++cell) {
      const auto& column = block.columns[*cell];
      switch (column.width) {
        case 0:
          break;
        case 1:
          add_columns(bytes, block.bytes, column);
          break;
        case 2:
          add_columns(shorts, block.shorts, column);
          break;
        case 4:
          add_columns(words, block.words, column);
          break;
        default:
          add_columns(longs, block.longs, column);
      }
    }
    add_rest(bytes);
    add_rest(shorts);
    add_rest(words);
    add_rest(longs);
  }

 private:
  template <typename Value>
  struct Pending {
    const Value* columns[4] = {};
    unsigned size = 0;
  };

  template <typename Value>
  void add_four(const Value* const* columns) {
    const Value* a = columns[0];
    const Value* b = columns[1];
    const Value* c = columns[2];
    const Value* d = columns[3];
    for (std::size_t i = 0; i < ReportBatch::block_size; ++i) {
      sums[i] = static_cast<Sum>(sums[i] + static_cast<Sum>(a[i]) + static_cast<Sum>(b[i]) + static_cast<Sum>(c[i]) +
                                 static_cast<Sum>(d[i]));
    }
  }

  template <typename Value>
  void add_rest(const Pending<Value>& pending) {
    for (unsigned k = 0; k < pending.size; ++k) {
      const Value* values = pending.columns[k];
      for (std::size_t i = 0; i < ReportBatch::block_size; ++i) {
        sums[i] = static_cast<Sum>(sums[i] + static_cast<Sum>(values[i]));
      }
    }
  }
};

}  // namespace gongkai::detail
