// SPDX-License-Identifier: Apache-2.0
#include <gongkai/clock/interval.hpp>

#include <array>
#include <ostream>

namespace gongkai {
namespace {

constexpr std::array<std::string_view, 11> kinds{"start",    "count",     "pause", "wait",  "restart", "extension",
                                                 "deferral", "month_end", "roll",  "fixed", "end"};
constexpr std::array<std::string_view, 3> reasons{"weekend", "holiday", "closure"};

}  // namespace

std::string_view to_string(StepKind kind) noexcept { return kinds[static_cast<std::size_t>(kind)]; }
std::string_view to_string(SkipReason reason) noexcept { return reasons[static_cast<std::size_t>(reason)]; }

std::ostream& operator<<(std::ostream& out, const DeadlineStep& step) {
  out << step.from;
  if (step.to != step.from) {
    out << " … " << step.to;
  }
  out << ' ' << to_string(step.kind);
  if (step.kind == StepKind::count || step.kind == StepKind::pause) {
    out << ' ' << step.counted.count();
  }
  if (!step.skipped.empty()) {
    out << " (" << step.skipped.size() << " skipped)";
  }
  return out;
}

}  // namespace gongkai
