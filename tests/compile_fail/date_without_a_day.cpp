// SPDX-License-Identifier: Apache-2.0
// There is no "not a date".
// error: (no matching function for call to .*Date\(\)|no matching constructor|no default constructor)
#include <gongkai/base/date.hpp>

#if MISTAKE
gongkai::Date day;
#else
gongkai::Date day{2024, 3, 4};
#endif
