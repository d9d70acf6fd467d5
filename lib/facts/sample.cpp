// SPDX-License-Identifier: Apache-2.0
#include "facts/sample.hpp"

#include <algorithm>
#include <gongkai/error.hpp>

namespace gongkai {
namespace {

// In the order of recording; what stands in one file keeps its order.
template <typename Event>
void number(std::vector<Event>& events) {
  std::stable_sort(events.begin(), events.end(),
                   [](const Event& a, const Event& b) { return a.envelope.recorded_on < b.envelope.recorded_on; });
  std::int64_t sequence = 0;
  for (auto& event : events) {
    event.envelope.sequence = ++sequence;
  }
}

}  // namespace

SampleOffice sample_office(const SampleOptions& options) {
  const auto calendar = WorkCalendar::builtin("CN");
  const auto rulebook = Rulebook::builtin("cn");
  const auto refuse = [](const std::string& what) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "options", what};
  };
  if (options.requests < 0 || options.records < 0 || options.late_per_mille < 0) {
    refuse("a sample has no negative numbers");
  }
  if (options.years < 1 || options.first_year < calendar.first_day().year() ||
      options.first_year + options.years - 1 > calendar.last_day().year()) {
    refuse("a sample lies in years whose holidays are known: " + std::to_string(calendar.first_day().year()) + " to " +
           std::to_string(calendar.last_day().year()));
  }
  SampleOffice out;
  detail::SampleWorld world{options, calendar, rulebook, Date{options.first_year + options.years - 1, 12, 31},
                            detail::Dice{options.seed}};
  detail::sample_records(world, out);
  detail::sample_requests(world, out);
  number(out.requests);
  number(out.records);
  number(out.reviews);
  return out;
}

}  // namespace gongkai
