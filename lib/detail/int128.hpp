// SPDX-License-Identifier: Apache-2.0
#pragma once
// Wide whole numbers for exact decimal arithmetic. gcc and clang have them on every 64-bit platform.

#include <cstdint>

namespace gongkai::detail {

__extension__ using Int128 = __int128;

}  // namespace gongkai::detail
