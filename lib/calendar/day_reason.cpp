// SPDX-License-Identifier: Apache-2.0
#include <gongkai/calendar/day_reason.hpp>
#include <ostream>

namespace gongkai {

std::string_view to_string(DayKind kind) noexcept {
  static constexpr std::string_view names[] = {"weekend",  "holiday",     "local_closure",
                                               "ordinary", "make_up_day", "local_working_day"};
  return names[static_cast<std::size_t>(kind)];
}

std::ostream& operator<<(std::ostream& out, const DayReason& reason) {
  out << reason.date << ' ' << to_string(reason.kind);
  if (!reason.name.empty()) {
    out << ' ' << reason.name;
  }
  if (!reason.notice.empty()) {
    out << " (" << reason.notice << (reason.amends.empty() ? "" : ", amending " + reason.amends) << ')';
  } else if (!reason.source.empty()) {
    out << " (" << reason.source << ')';
  }
  return out;
}

}  // namespace gongkai
