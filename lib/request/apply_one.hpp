// SPDX-License-Identifier: Apache-2.0
#pragma once
// One event on one request, wherever its state is kept.

#include <gongkai/request/transitions.hpp>

namespace gongkai::detail {

/// The action is one of `request_graph()`, or a retraction. `office` is asked for the other requests of an applicant
/// only.
void apply_one(RequestRegister& office, RequestState& state, const RequestEvent& event, const RequestRules& rules);

/// As `state = RequestState{""}`, but keeps the memory: for those who go through millions.
void begin_anew(RequestState& state);

/// An inquiry, a figure: no step of a request. They go to `office`.
[[nodiscard]] inline bool is_no_step(const RequestEvent& event) {
  return event.action.index() >= request_graph().actions().size() &&
         !std::holds_alternative<RequestRetracted>(event.action);
}

}  // namespace gongkai::detail
