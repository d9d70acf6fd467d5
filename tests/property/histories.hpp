// SPDX-License-Identifier: Apache-2.0
#pragma once
// How many random histories are tried: a few thousand, or as many as GONGKAI_HISTORIES in the environment says.

#include <cstdlib>

namespace gongkai::testing {

/// Seeds to go through, when each makes `histories` of them.
inline unsigned seeds(unsigned usual, unsigned histories) {
  const char* wanted = std::getenv("GONGKAI_HISTORIES");  // NOLINT(concurrency-mt-unsafe): nothing sets it here
  return wanted == nullptr ? usual : static_cast<unsigned>(std::strtoul(wanted, nullptr, 10)) / histories + 1U;
}

}  // namespace gongkai::testing
