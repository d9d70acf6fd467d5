// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Bounds for reading what strangers send: no input makes the library use more than this.

#include <cstddef>

namespace gongkai {

/// Exceeding a limit is `ParseError` 222; `max_bytes` is looked at before any work is done.
struct ReadLimits {
  std::size_t max_bytes = std::size_t{32} << 20;  ///< of one document
  std::size_t max_mentions = 100000;              ///< quantity mentions of one document
  std::size_t max_depth = 64;                     ///< of nested JSON
  std::size_t max_markup_depth = 2000;            ///< of nested HTML elements
  std::size_t max_cells = 200000;                 ///< table cells of one document, spanned ones counted
  double max_seconds = 60;                        ///< that turning a file into a `Document` may take
};

}  // namespace gongkai
