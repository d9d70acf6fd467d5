// SPDX-License-Identifier: Apache-2.0
#include <gongkai/request/fee.hpp>

#include <gongkai/error.hpp>

#include "request/words.hpp"

namespace gongkai {
namespace {

std::optional<Date> fee_day(const RequestState& request, const Options& options) {
  const auto received = request.received_on ? request.received_on : request.submitted_on;
  return options.fee_month == FeeMonth::day_of_receipt ? received
                                                       : (request.submitted_on ? request.submitted_on : received);
}

}  // namespace

Money fee_per_item(const Rulebook& rulebook, Date submitted_on, std::int64_t position) {
  return rulebook.at(detail::tariff_per_item, submitted_on).tariff().price_at(position);
}

Money fee_per_page(const Rulebook& rulebook, Date submitted_on, std::int64_t pages) {
  return rulebook.at(detail::tariff_per_page, submitted_on).tariff().total(pages);
}

Money cost_fee(const Rulebook& rulebook, Date submitted_on,
               const std::vector<std::pair<std::string, std::int64_t>>& items) {
  Money out = Money::from_minor(0, Currency::cny());
  for (const auto& [rule, count] : items) {
    out = out + rulebook.at(rule, submitted_on).tariff().total(count);
  }
  return out;
}

std::int64_t month_position(const RequestRegister& requests, const std::string& request, const Options& options) {
  const auto* subject = requests.find(request);
  if (subject == nullptr) {
    throw NotFoundError{ErrorCode::unknown_name, request, "there is no request \"" + request + "\""};
  }
  const auto day = fee_day(*subject, options);
  if (!day || subject->applicant.id.empty()) {
    throw InvalidArgumentError{ErrorCode::out_of_range, request,
                               request + ": its place in the month needs its day of submission and its applicant's id"};
  }
  std::int64_t out = 1;
  for (const auto& [id, other] : requests.requests) {
    const auto other_day = fee_day(other, options);
    if (id != request && other.stage != RequestStage::split && other.applicant.id == subject->applicant.id &&
        other_day && other_day->year() == day->year() && other_day->month() == day->month() &&
        (*other_day < *day || (*other_day == *day && id < request))) {
      ++out;
    }
  }
  return out;
}

}  // namespace gongkai
