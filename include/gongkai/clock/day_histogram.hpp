// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// How long something took, over many cases: an exact histogram of whole days. Medians and quantiles of several
/// offices come from their histograms added up, and from nothing else: no mean of medians.
///
///     DayHistogram county = town_a;
///     county.merge(town_b);                       // the same in any order and any grouping
///     county.quantile(9, 10);                     // nine of ten answers took so many days or fewer
///     county.median();                            // 14.5
///
/// Counts are exact; nothing is sampled, rounded or put into classes.

#include <cstdint>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <gongkai/base/column.hpp>
#include <gongkai/base/decimal.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// Days to cases. Days are 0 or more; working days or calendar days, as the caller counts.
class GONGKAI_EXPORT DayHistogram {
 public:
  DayHistogram() = default;
  /// Every value of a column; nulls are left out. `InvalidArgumentError` 103 with the row for a negative one.
  [[nodiscard]] static DayHistogram of(const Column<std::int32_t>& days);

  /// `cases` more that took `days`. `InvalidArgumentError` 103 when `days` is negative.
  void add(std::int32_t days, std::uint64_t cases = 1);
  /// `a.merge(b)` and `b.merge(a)` are equal; the order of merging does not matter.
  void merge(const DayHistogram& other);

  /// In order of days; none with 0 cases.
  [[nodiscard]] const std::map<std::int32_t, std::uint64_t>& counts() const noexcept { return counts_; }
  [[nodiscard]] std::uint64_t total() const noexcept { return total_; }
  /// Cases that took `days` or fewer.
  [[nodiscard]] std::uint64_t at_most(std::int32_t days) const noexcept;
  [[nodiscard]] std::optional<std::int32_t> shortest() const noexcept;
  [[nodiscard]] std::optional<std::int32_t> longest() const noexcept;
  /// The fewest days in which at least `numerator / denominator` of the cases were done (nearest rank); none without
  /// cases. `InvalidArgumentError` 103 unless 0 ≤ numerator ≤ denominator and 0 < denominator ≤ 1,000,000.
  [[nodiscard]] std::optional<std::int32_t> quantile(std::int64_t numerator, std::int64_t denominator) const;
  /// The middle value, or the mean of the two middle ones: with one decimal, exact. None without cases.
  [[nodiscard]] std::optional<Decimal> median() const;
  /// Rounded half up to `decimals` (0–6). None without cases. `InvalidArgumentError` 103 for other `decimals`.
  [[nodiscard]] std::optional<Decimal> mean(int decimals = 1) const;

  /// `{"schema": 1, "days": {"0": 2, "14": 1}}`; `from_json(h.to_json(), …) == h`. `ParseError` 201–206, 222.
  [[nodiscard]] std::string to_json() const;
  [[nodiscard]] static DayHistogram from_json(std::string_view bytes, const std::string& file);

  friend bool operator==(const DayHistogram& a, const DayHistogram& b) { return a.counts_ == b.counts_; }
  friend bool operator!=(const DayHistogram& a, const DayHistogram& b) { return !(a == b); }

 private:
  [[nodiscard]] std::int32_t value_at(std::uint64_t rank) const noexcept;  // rank from 1

  std::map<std::int32_t, std::uint64_t> counts_;
  std::uint64_t total_ = 0;
};

/// `120 cases, median 14.5, longest 41`
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, const DayHistogram& histogram);

}  // namespace gongkai
