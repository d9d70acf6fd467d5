// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <gongkai/error.hpp>
#include <gongkai/facts/count.hpp>
#include <string>

#include "facts/tally.hpp"

namespace gongkai {
namespace {

[[noreturn]] void refuse(const char* what, std::size_t row, std::size_t value, std::size_t limit) {
  throw InvalidArgumentError{ErrorCode::out_of_range, what,
                             std::string{what} + " " + std::to_string(value) + " of row " + std::to_string(row) +
                                 " lies outside the shape, which has " + std::to_string(limit)};
}

template <typename T>
void refuse_first(const char* what, Span<const T> values, std::size_t limit) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] >= limit) {
      refuse(what, i, values[i], limit);
    }
  }
}

void require_length(std::size_t expected, std::size_t size) {
  if (size != expected) {
    throw InvalidArgumentError{ErrorCode::length_mismatch, "rows",
                               "one column has " + std::to_string(expected) + " rows, another " + std::to_string(size)};
  }
}

}  // namespace

RequestCounts::RequestCounts(const CountShape& shape) : shape_{shape} {
  constexpr std::size_t most = std::size_t{1} << 31U;
  for (const auto part : {shape.agencies, shape.years, shape.applicant_types, shape.outcomes}) {
    if (part > most) {
      refuse("the shape", 0, part, most);
    }
  }
  if (shape.agencies * shape.years > most || shape.applicant_types * shape.outcomes > most || shape.size() > most) {
    refuse("the shape", 0, shape.size(), most);
  }
  counts_.assign(shape.size(), 0);
}

std::int64_t RequestCounts::at(std::size_t agency, std::size_t year, std::size_t type, std::size_t outcome) const {
  if (agency >= shape_.agencies || year >= shape_.years || type >= shape_.applicant_types ||
      outcome >= shape_.outcomes) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "counts", "there is no such counter"};
  }
  return counts_[((agency * shape_.years + year) * shape_.applicant_types + type) * shape_.outcomes + outcome];
}

void RequestCounts::add(const CountColumns& rows) {
  const std::size_t size = rows.agency.size();
  require_length(size, rows.year.size());
  require_length(size, rows.applicant_type.size());
  require_length(size, rows.outcome.size());
  const auto agencies = static_cast<std::uint32_t>(shape_.agencies);
  const auto years = static_cast<std::uint32_t>(shape_.years);
  const auto types = static_cast<std::uint32_t>(shape_.applicant_types);
  const auto outcomes = static_cast<std::uint32_t>(shape_.outcomes);
  const auto of_agency = years * types * outcomes;
  detail::Tally tally{counts_.size()};
  std::array<std::uint32_t, detail::tally_block> keys;  // NOLINT(cppcoreguidelines-pro-type-member-init): written first
  for (std::size_t begin = 0; begin < size; begin += keys.size()) {
    const std::size_t block = std::min(keys.size(), size - begin);
    const std::uint16_t* agency = rows.agency.data() + begin;
    const std::uint8_t* year = rows.year.data() + begin;
    const std::uint8_t* type = rows.applicant_type.data() + begin;
    const std::uint8_t* outcome = rows.outcome.data() + begin;
    unsigned wrong = 0;
    for (std::size_t i = 0; i < block; ++i) {
      wrong |= static_cast<unsigned>(agency[i] >= agencies) | static_cast<unsigned>(year[i] >= years) |
               static_cast<unsigned>(type[i] >= types) | static_cast<unsigned>(outcome[i] >= outcomes);
      keys[i] = agency[i] * of_agency + (year[i] * types + type[i]) * outcomes + outcome[i];
    }
    if (wrong != 0) {
      refuse_first("agency", rows.agency, agencies);
      refuse_first("year", rows.year, years);
      refuse_first("applicant type", rows.applicant_type, types);
      refuse_first("outcome", rows.outcome, outcomes);
    }
    tally.add(keys.data(), block);
  }
  tally.flush(counts_.data());
}

void RequestCounts::add(const RequestCounts& other) {
  if (other.shape_ != shape_) {
    throw InvalidArgumentError{ErrorCode::length_mismatch, "counts", "the counts have different shapes"};
  }
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    counts_[i] += other.counts_[i];
  }
}

RequestCounts count(const CountColumns& rows, const CountShape& shape) {
  RequestCounts out{shape};
  out.add(rows);
  return out;
}

RequestCounts merge(RequestCounts a, const RequestCounts& b) {
  a.add(b);
  return a;
}

RequestColumns::RequestColumns(Rulebook rulebook, std::int32_t first_year)
    : rulebook_{std::move(rulebook)}, first_year_{first_year} {}

void RequestColumns::add(std::uint16_t agency, const Facts& facts) {
  const auto types = rulebook_.taxonomy("applicant_type");
  const auto outcomes = rulebook_.taxonomy("outcome");
  const auto offset = [&](Date day) { return day.year() - first_year_; };
  for (const auto& fact : facts.requests) {
    const auto* type = types.find(fact.applicant_type);
    const auto* outcome = fact.closed_on ? outcomes.find(fact.outcome) : nullptr;
    const bool too_late = (fact.received_on && offset(*fact.received_on) >= RequestRows::no_year) ||
                          (fact.closed_on && offset(*fact.closed_on) >= RequestRows::no_year);
    if (type == nullptr || (fact.closed_on && outcome == nullptr) || (!fact.received_on && !fact.brought_along) ||
        too_late) {
      ++left_out_;
      continue;
    }
    // Closed before the first year it never counts in one of ours.
    if (fact.closed_on && offset(*fact.closed_on) < 0) {
      continue;
    }
    const bool before = !fact.received_on || offset(*fact.received_on) < 0;
    agency_.push_back(agency);
    received_year_.push_back(before ? RequestRows::no_year : static_cast<std::uint8_t>(offset(*fact.received_on)));
    closed_year_.push_back(fact.closed_on ? static_cast<std::uint8_t>(offset(*fact.closed_on)) : RequestRows::no_year);
    applicant_type_.push_back(static_cast<std::uint8_t>(types.position(type->code)));
    outcome_.push_back(
        static_cast<std::uint8_t>(outcome == nullptr ? outcomes.size() : outcomes.position(outcome->code)));
  }
}

RequestRows RequestColumns::rows() const noexcept {
  return {{agency_.data(), agency_.size()},
          {received_year_.data(), received_year_.size()},
          {closed_year_.data(), closed_year_.size()},
          {applicant_type_.data(), applicant_type_.size()},
          {outcome_.data(), outcome_.size()}};
}
CountColumns RequestColumns::by_received_year() const noexcept {
  const auto all = rows();
  return {all.agency, all.received_year, all.applicant_type, all.outcome};
}

}  // namespace gongkai
