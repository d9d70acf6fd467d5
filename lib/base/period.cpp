// SPDX-License-Identifier: Apache-2.0
#include <gongkai/base/period.hpp>

#include <ostream>

namespace gongkai {

std::ostream& operator<<(std::ostream& out, WorkingDays days) {
  return out << days.count() << (days.count() == 1 ? " working day" : " working days");
}

std::ostream& operator<<(std::ostream& out, CalendarDays days) {
  return out << days.count() << (days.count() == 1 ? " calendar day" : " calendar days");
}

}  // namespace gongkai
