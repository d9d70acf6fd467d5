// SPDX-License-Identifier: Apache-2.0
// 29 February of a common year is refused by the compiler where it can be.
// error: (call to non-.?constexpr. function|must be initialized by a constant expression)
#include <gongkai/base/date.hpp>

#if MISTAKE
constexpr gongkai::Date day{2023, 2, 29};
#else
constexpr gongkai::Date day{2024, 2, 29};
#endif
static_assert(day.day() == 29);
