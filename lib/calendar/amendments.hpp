// SPDX-License-Identifier: Apache-2.0
#pragma once
// Later notices, taken back.

#include "calendar/calendar_data.hpp"

namespace gongkai::detail {

/// The position of a day in a list, or its end.
[[nodiscard]] std::vector<NamedDay>::const_iterator find_day(const std::vector<NamedDay>& days, Date date) noexcept;

/// Takes back what the amendment did to the lists of its year: they become what they were the day before. The lists
/// must be sorted and stay so; what the amendment claims to have done and did not is passed over.
void undo(NoticeYear& year, const Amendment& amendment);

}  // namespace gongkai::detail
