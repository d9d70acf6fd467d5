// SPDX-License-Identifier: Apache-2.0
#include <gongkai/rules/tariff.hpp>

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>

#include <gongkai/error.hpp>

namespace gongkai {
namespace {

[[noreturn]] void refuse(const std::string& message) {
  throw InvalidArgumentError{ErrorCode::out_of_range, "tariff", message};
}

void need_count(std::int64_t count, std::int64_t low, const char* name) {
  if (count < low || count > Tariff::max_position) {
    throw InvalidArgumentError{ErrorCode::out_of_range, name,
                               std::to_string(count) + " is no count that a tariff prices: " + std::to_string(low) +
                                   " … " + std::to_string(Tariff::max_position)};
  }
}

// The first `count` positions of a band together. Whole steps of rising price, then the rest of the last one:
// s·p + s·(p+i) + … is an arithmetic series.
Money first_of(const TariffBand& band, std::int64_t count) {
  if (!band.step) {
    return band.price * count;
  }
  const std::int64_t steps = count / *band.step;
  const std::int64_t rest = count % *band.step;
  return band.price * count + band.increase * (*band.step * (steps * (steps - 1) / 2)) + band.increase * (steps * rest);
}

}  // namespace

Tariff::Tariff(Code unit, Code over, std::vector<TariffBand> bands)
    : unit_{unit}, over_{over}, bands_{std::move(bands)} {
  if (bands_.empty()) {
    refuse("a tariff has at least one band");
  }
  std::int64_t next = 1;
  for (std::size_t i = 0; i < bands_.size(); ++i) {
    const auto& band = bands_[i];
    if (band.first != next) {
      refuse("the band begins at " + std::to_string(band.first) + "; without gap or overlap it begins at " +
             std::to_string(next));
    }
    if (band.last.has_value() == (i + 1 == bands_.size())) {
      refuse(band.last ? "the last band has no end" : "only the last band is without end");
    }
    if (band.last && *band.last < band.first) {
      refuse("the band ends before it begins");
    }
    if (band.price.currency() != bands_.front().price.currency() ||
        (band.step && band.increase.currency() != band.price.currency())) {
      refuse("the bands are in one currency");
    }
    if (band.price.minor() < 0 || band.increase.minor() < 0 || (band.step && *band.step < 1)) {
      refuse("prices, increases and steps are not negative");
    }
    next = band.last ? *band.last + 1 : next;
  }
}

Money Tariff::price_at(std::int64_t position) const {
  need_count(position, 1, "position");
  const auto band = std::find_if(bands_.begin(), bands_.end(), [position](const TariffBand& candidate) {
    return !candidate.last || position <= *candidate.last;
  });
  return band->step ? band->price + band->increase * ((position - band->first) / *band->step) : band->price;
}

Money Tariff::total(std::int64_t count) const {
  need_count(count, 0, "count");
  auto sum = Money::from_minor(0, currency());
  for (const auto& band : bands_) {
    if (count < band.first) {
      break;
    }
    const std::int64_t last = band.last ? std::min(*band.last, count) : count;
    sum = sum + first_of(band, last - band.first + 1);
  }
  return sum;
}

Money Tariff::charge(std::int64_t before, std::int64_t count) const {
  need_count(before, 0, "before");
  need_count(count, 0, "count");
  return total(before + count) - total(before);
}

std::ostream& operator<<(std::ostream& out, const Tariff& tariff) {
  const char* separator = "";
  for (const auto& band : tariff.bands()) {
    out << separator;
    if (band.last) {
      out << band.first << '-' << *band.last << ": " << band.price;
    } else {
      out << "from " << band.first << ": " << band.price;
    }
    if (band.step) {
      out << ", " << band.increase << " more every " << *band.step;
    }
    separator = "; ";
  }
  return out << " (" << tariff.unit() << ", " << tariff.over() << ')';
}

}  // namespace gongkai
