// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// What something costs by how many there are: progressive by excess (超额累进), as the two tariffs of
/// 国办函〔2020〕109号, or flat, as the cost fees (成本费用) before 2017-04-01.
///
///     const Tariff per_item = rulebook.at(cn::rule::fee_per_item, Date{2024, 3, 4}).tariff();
///     per_item.price_at(31) == Money::from_major(200, Currency::cny());   // what the 31st request of the month costs
///     per_item.total(31)    == Money::from_major(2200, Currency::cny());  // what all 31 cost together
///     per_item.charge(10, 2) == Money::from_major(200, Currency::cny());  // two more after the tenth
///
/// A single request under the per-item tariff costs its price at its position in the month, never an average.

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <vector>

#include <gongkai/base/code.hpp>
#include <gongkai/base/money.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// Positions `first` … `last` (counted from 1) cost `price` each; where `step` is given, every further `step`
/// positions cost `increase` more each.
struct TariffBand {
  std::int64_t first = 1;
  std::optional<std::int64_t> last;  ///< none: without end
  Money price = Money::from_minor(0, Currency::cny());
  std::optional<std::int64_t> step;  ///< width of a step; none: one price for the whole band
  Money increase = Money::from_minor(0, Currency::cny());

  friend bool operator==(const TariffBand& a, const TariffBand& b) noexcept {
    return a.first == b.first && a.last == b.last && a.price == b.price && a.step == b.step && a.increase == b.increase;
  }
  friend bool operator!=(const TariffBand& a, const TariffBand& b) noexcept { return !(a == b); }
};

/// Bands without gap or overlap from position 1 to no end, in one currency. Immutable.
class GONGKAI_EXPORT Tariff {
 public:
  /// The largest position that is ever priced: 10 000 000.
  static constexpr std::int64_t max_position = 10000000;

  /// \param unit  what is counted: an item, a page, a disc (taxonomy `fee_unit`)
  /// \param over  what the count runs over: a request, or an applicant's calendar month (taxonomy `fee_base`)
  /// `InvalidArgumentError` 103 when the bands do not begin at 1, leave a gap, overlap, mix currencies or end.
  Tariff(Code unit, Code over, std::vector<TariffBand> bands);

  [[nodiscard]] Code unit() const noexcept { return unit_; }
  [[nodiscard]] Code over() const noexcept { return over_; }
  [[nodiscard]] const std::vector<TariffBand>& bands() const noexcept { return bands_; }
  [[nodiscard]] const Currency& currency() const noexcept { return bands_.front().price.currency(); }

  /// The price of the `position`-th alone, 1 ≤ position ≤ `max_position` (103).
  [[nodiscard]] Money price_at(std::int64_t position) const;
  /// The price of the first `count` together; 0 costs nothing. `total(n) - total(n - 1) == price_at(n)`.
  /// 103 for a negative count or one above `max_position`.
  [[nodiscard]] Money total(std::int64_t count) const;
  /// The price of `count` more after `before`: `total(before + count) - total(before)`. 103 as above.
  [[nodiscard]] Money charge(std::int64_t before, std::int64_t count) const;

  friend bool operator==(const Tariff& a, const Tariff& b) noexcept {
    return a.unit_ == b.unit_ && a.over_ == b.over_ && a.bands_ == b.bands_;
  }
  friend bool operator!=(const Tariff& a, const Tariff& b) noexcept { return !(a == b); }

 private:
  Code unit_;
  Code over_;
  std::vector<TariffBand> bands_;
};

/// `1-10: 0.00 CNY; 11-30: 100.00 CNY; from 31: 200.00 CNY, 100.00 CNY more every 10 (item, applicant_month)`
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, const Tariff& tariff);

}  // namespace gongkai
