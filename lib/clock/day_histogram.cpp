// SPDX-License-Identifier: Apache-2.0
#include <gongkai/clock/day_histogram.hpp>

#include <array>
#include <limits>
#include <ostream>

#include <gongkai/error.hpp>

#include "detail/int128.hpp"
#include "detail/json_reader.hpp"

namespace gongkai {
namespace {

constexpr std::size_t dense = 1024;  // days counted in an array while a column is read

[[noreturn]] void refuse(const std::string& subject, const std::string& message) {
  throw InvalidArgumentError{ErrorCode::out_of_range, subject, message};
}

std::int32_t day_number(const std::string& text) {
  std::int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || text.size() > 9) {
      return -1;
    }
    value = value * 10 + (c - '0');
  }
  const bool padded = text.size() > 1 && text.front() == '0';
  return text.empty() || padded ? -1 : static_cast<std::int32_t>(value);
}

}  // namespace

DayHistogram DayHistogram::of(const Column<std::int32_t>& days) {
  DayHistogram out;
  std::array<std::uint64_t, dense> few{};
  for (std::size_t row = 0; row < days.size(); ++row) {
    if (!days.is_valid(row)) {
      continue;
    }
    const std::int32_t value = days.values()[row];
    if (value < 0) {
      refuse("row " + std::to_string(row),
             "row " + std::to_string(row) + ": " + std::to_string(value) + " is no number of days");
    }
    if (static_cast<std::size_t>(value) < dense) {
      ++few[static_cast<std::size_t>(value)];
    } else {
      out.add(value);
    }
  }
  for (std::size_t value = 0; value < dense; ++value) {
    if (few[value] > 0) {
      out.add(static_cast<std::int32_t>(value), few[value]);
    }
  }
  return out;
}

void DayHistogram::add(std::int32_t days, std::uint64_t cases) {
  if (days < 0) {
    refuse("days", "days: " + std::to_string(days) + " is no number of days");
  }
  if (cases > 0) {
    counts_[days] += cases;
    total_ += cases;
  }
}

void DayHistogram::merge(const DayHistogram& other) {
  const std::map<std::int32_t, std::uint64_t> theirs = other.counts_;  // it may be this one
  for (const auto& [days, cases] : theirs) {
    add(days, cases);
  }
}

std::uint64_t DayHistogram::at_most(std::int32_t days) const noexcept {
  std::uint64_t cases = 0;
  for (auto each = counts_.begin(); each != counts_.end() && each->first <= days; ++each) {
    cases += each->second;
  }
  return cases;
}

std::optional<std::int32_t> DayHistogram::shortest() const noexcept {
  return counts_.empty() ? std::nullopt : std::optional<std::int32_t>{counts_.begin()->first};
}

std::optional<std::int32_t> DayHistogram::longest() const noexcept {
  return counts_.empty() ? std::nullopt : std::optional<std::int32_t>{counts_.rbegin()->first};
}

std::int32_t DayHistogram::value_at(std::uint64_t rank) const noexcept {
  std::uint64_t seen = 0;
  for (const auto& [days, cases] : counts_) {
    seen += cases;
    if (seen >= rank) {
      return days;
    }
  }
  return counts_.rbegin()->first;
}

std::optional<std::int32_t> DayHistogram::quantile(std::int64_t numerator, std::int64_t denominator) const {
  if (denominator < 1 || denominator > 1'000'000 || numerator < 0 || numerator > denominator) {
    refuse("quantile", "quantile: " + std::to_string(numerator) + "/" + std::to_string(denominator) +
                           " is no share between 0 and 1");
  }
  if (counts_.empty()) {
    return std::nullopt;
  }
  const auto share = static_cast<std::uint64_t>(numerator);
  const auto whole = static_cast<std::uint64_t>(denominator);
  // ceil(total * share / whole) without leaving 64 bits.
  const std::uint64_t rank = total_ / whole * share + (total_ % whole * share + whole - 1) / whole;
  return value_at(rank == 0 ? 1 : rank);
}

std::optional<Decimal> DayHistogram::median() const {
  if (counts_.empty()) {
    return std::nullopt;
  }
  const std::int64_t low = value_at((total_ + 1) / 2);
  const std::int64_t high = value_at(total_ / 2 + 1);
  return Decimal{(low + high) * 5, 1};
}

std::optional<Decimal> DayHistogram::mean(int decimals) const {
  if (decimals < 0 || decimals > 6) {
    refuse("decimals", "decimals: 0 to 6 are possible, not " + std::to_string(decimals));
  }
  if (counts_.empty()) {
    return std::nullopt;
  }
  detail::Int128 sum = 0;
  for (const auto& [days, cases] : counts_) {
    sum += static_cast<detail::Int128>(days) * static_cast<detail::Int128>(cases);
  }
  for (int i = 0; i < decimals; ++i) {
    sum *= 10;
  }
  const auto cases = static_cast<detail::Int128>(total_);
  const detail::Int128 rounded = (sum * 2 + cases) / (cases * 2);
  return Decimal{static_cast<std::int64_t>(rounded), decimals};
}

std::string DayHistogram::to_json() const {
  detail::Json::Object days;
  for (const auto& [day, cases] : counts_) {
    days.emplace_back(std::to_string(day), static_cast<std::int64_t>(cases));
  }
  return detail::Json{detail::Json::Object{{"schema", std::int64_t{1}}, {"days", detail::Json{std::move(days)}}}}
      .dump();
}

DayHistogram DayHistogram::from_json(std::string_view bytes, const std::string& file) {
  const detail::Json json = detail::parse_json(bytes, file);
  const detail::JsonCursor root{json, file};
  root.object({"schema", "days"});
  if (root.at("schema").integer(0, std::numeric_limits<std::int64_t>::max()) != 1) {
    root.at("schema").fail(ErrorCode::json_bad_value, "schema 1 is wanted");
  }
  DayHistogram out;
  for (const auto& [key, cases] : root.at("days").members()) {
    const std::int32_t day = day_number(std::string{key});
    if (day < 0) {
      cases.fail(ErrorCode::json_bad_value, "\"" + std::string{key} + "\" is no number of days");
    }
    out.add(day, static_cast<std::uint64_t>(cases.integer(1, std::numeric_limits<std::int64_t>::max())));
  }
  return out;
}

std::ostream& operator<<(std::ostream& out, const DayHistogram& histogram) {
  out << histogram.total() << (histogram.total() == 1 ? " case" : " cases");
  if (const auto median = histogram.median()) {
    out << ", median " << *median << ", longest " << *histogram.longest();
  }
  return out;
}

}  // namespace gongkai
