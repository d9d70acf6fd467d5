// SPDX-License-Identifier: Apache-2.0
#pragma once
// When a request came in and when it ended, as reports count it.

#include <cstdint>
#include <gongkai/clock/clock.hpp>
#include <gongkai/request/state.hpp>
#include <optional>
#include <string_view>

namespace gongkai::detail {

/// By `year_of_request`; `nullopt` when no day is known.
[[nodiscard]] std::optional<Date> first_receipt(const RequestState& state, const Clock& clock);

struct EndOfRequest {
  Date day;
  std::string_view outcome;  // of the state
  bool answered = false;
  std::int64_t event = 0;
};
/// By `year_of_outcome`; the end that counts (facts/fact.hpp, `derive`). `nullopt`: pending.
[[nodiscard]] std::optional<EndOfRequest> end_of_request(const RequestState& state, const Options& options);

}  // namespace gongkai::detail
