// SPDX-License-Identifier: Apache-2.0
#include "facts/end_of_request.hpp"

#include "clock/first_start.hpp"

namespace gongkai::detail {

std::optional<Date> first_receipt(const RequestState& state, const Clock& clock) {
  if (clock.options().year_of_request == YearOfRequest::submission && state.submitted_on) {
    return state.submitted_on;
  }
  // What came later, a correction or a payment, restarts a clock and moves no request.
  const auto start = first_start(clock, state.history);
  return start ? start : state.received_on;
}

std::optional<EndOfRequest> end_of_request(const RequestState& state, const Options& options) {
  // A file that was opened again within the year was not closed in it.
  for (const auto& closing : state.closings) {
    if (!closing.reopened_on || closing.reopened_on->year() != closing.day.year()) {
      return EndOfRequest{closing.day, closing.outcome, false, closing.event};
    }
  }
  std::optional<EndOfRequest> out;
  for (const auto& decision : state.decisions) {
    const auto sent = decision.posted_on ? decision.posted_on : decision.delivered_on;
    const auto day = options.year_of_outcome == YearOfOutcome::decided ? decision.decided_on : sent;
    // Decided again within the year the new result replaces the old; later it is the ledger's.
    if (day && (!out || day->year() == out->day.year())) {
      out = EndOfRequest{*day, decision.outcome, true, decision.event};
    }
  }
  return out;
}

}  // namespace gongkai::detail
