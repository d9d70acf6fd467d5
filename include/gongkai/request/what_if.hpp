// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// A register under another clock: which requests would be due on another day, or stand elsewhere, if a rule, the
/// calendar or the choice on an open question differed. A question, not a law: nothing is changed, and a day that was
/// told to an applicant stays a fact.
///
///     const auto clock = rules.clock;
///     const auto shorter = with_limit(clock, "reply", TimeLimit{15, TimeUnit::working_days});   // R2008 art. 24(2)
///     const auto answer = what_if(history.requests, clock, shorter, Date{2024, 12, 31});
///     answer.after.late() - answer.before.late();
///     for (const auto& change : answer.changes) { show(change.request, change.due_before, change.due_after); }

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/clock/what_if.hpp>
#include <gongkai/export.hpp>
#include <gongkai/request/state.hpp>

namespace gongkai {

/// A request whose due day or status differs.
struct RequestChange {
  std::string request;
  RequestStage stage = RequestStage::not_received;  ///< where it stands in the register; the same under both clocks
  std::optional<DeadlineStatus> before;             ///< absent: no clock runs
  std::optional<DeadlineStatus> after;
  DueRange due_before;
  DueRange due_after;
  ChangeCause cause = ChangeCause::calendar;
};

struct RegisterWhatIf {
  StatusTally before;  ///< all requests but letters that were split into others, whose parts are counted
  StatusTally after;
  std::vector<RequestChange> changes;  ///< by request
};

/// Asks both clocks for the deadline of every request on a day. The register is that of this day (`replay`); what
/// happened after `as_of` is not looked at. `what_if(r, c, c, day).changes` is empty, and exchanging the clocks
/// exchanges both sides. `cause` says which of calendar, rulebook and options alone makes a difference, else `several`.
[[nodiscard]] GONGKAI_EXPORT RegisterWhatIf what_if(const RequestRegister& requests, const Clock& before,
                                                    const Clock& after, Date as_of,
                                                    DeadlineKind kind = DeadlineKind::reply);

}  // namespace gongkai
