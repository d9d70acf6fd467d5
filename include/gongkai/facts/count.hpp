// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Counting the requests of many agencies at once: narrow columns in, exact counts out, hundreds of millions of rows a
/// second on one thread, and from the same columns the filled forms of all agencies with what each year hands on to
/// the next.
///
///     RequestColumns columns{rulebook, 2019};           // years count from 2019
///     columns.add(0, facts_of_the_first_agency);
///     const auto counts = count(columns.by_received_year(), {agencies, 7, 6, 22});
///     const auto reports = fill_requests(Form::builtin("cn-format-2021"), columns.rows(), {agencies, 7, 6, 22},
///     rulebook);
///
/// Counts add up: `merge(count(a), count(b)) == count(a and b)`, so threads and machines may share the rows.

#include <cstddef>
#include <cstdint>
#include <vector>

#include <gongkai/base/column.hpp>
#include <gongkai/export.hpp>
#include <gongkai/facts/fact.hpp>
#include <gongkai/report/batch.hpp>
#include <gongkai/rules/form.hpp>
#include <gongkai/rules/rulebook.hpp>

namespace gongkai {

/// How many of each there are. Members of taxonomies count from 0 in their order; `pending` is the outcome after the
/// last: with the 21 of the form of 2021, `outcomes` is 22.
struct CountShape {
  std::size_t agencies = 0;
  std::size_t years = 0;
  std::size_t applicant_types = 0;
  std::size_t outcomes = 0;

  [[nodiscard]] constexpr std::size_t size() const noexcept { return agencies * years * applicant_types * outcomes; }
  friend bool operator==(const CountShape& a, const CountShape& b) noexcept {
    return a.agencies == b.agencies && a.years == b.years && a.applicant_types == b.applicant_types &&
           a.outcomes == b.outcomes;
  }
  friend bool operator!=(const CountShape& a, const CountShape& b) noexcept { return !(a == b); }
};

/// One row for each request. Views: the memory is the caller's.
struct CountColumns {
  Span<const std::uint16_t> agency;
  Span<const std::uint8_t> year;
  Span<const std::uint8_t> applicant_type;
  Span<const std::uint8_t> outcome;
};

/// A number for each agency, year, type and outcome, in that order, the outcome running fastest.
class GONGKAI_EXPORT RequestCounts {
 public:
  /// All zero. `InvalidArgumentError` 103 for more than 2^31 counters.
  explicit RequestCounts(const CountShape& shape);

  [[nodiscard]] const CountShape& shape() const noexcept { return shape_; }
  [[nodiscard]] Span<const std::int64_t> values() const noexcept { return {counts_.data(), counts_.size()}; }
  /// `InvalidArgumentError` 103 outside the shape.
  [[nodiscard]] std::int64_t at(std::size_t agency, std::size_t year, std::size_t type, std::size_t outcome) const;

  /// Adds rows. `InvalidArgumentError` 104 for columns of different lengths; 103 with the first row that lies outside
  /// the shape, and nothing is added.
  void add(const CountColumns& rows);
  /// 104 for another shape.
  void add(const RequestCounts& other);

 private:
  CountShape shape_;
  std::vector<std::int64_t> counts_;
};

[[nodiscard]] GONGKAI_EXPORT RequestCounts count(const CountColumns& rows, const CountShape& shape);
[[nodiscard]] GONGKAI_EXPORT RequestCounts merge(RequestCounts a, const RequestCounts& b);

/// One row for each request with both of its years. Views.
struct RequestRows {
  /// A request received before the first year, or not closed yet.
  static constexpr std::uint8_t no_year = 255;

  Span<const std::uint16_t> agency;
  Span<const std::uint8_t> received_year;
  Span<const std::uint8_t> closed_year;
  Span<const std::uint8_t> applicant_type;
  Span<const std::uint8_t> outcome;  ///< of a pending one without meaning
};

/// A report for each agency and year, agency by agency: new, carried in, each outcome, their total, carried out, and
/// the totals of columns. The other tables stay blank. A request closed before it was received counts nowhere. Errors
/// as `RequestCounts::add`; `NotFoundError` 402 for a form without these rows.
[[nodiscard]] GONGKAI_EXPORT ReportBatch fill_requests(const Form& form, const RequestRows& rows,
                                                       const CountShape& shape, const Rulebook& rulebook);

/// Columns that own their memory, filled from facts.
class GONGKAI_EXPORT RequestColumns {
 public:
  /// `first_year`: year 0 of the columns.
  RequestColumns(Rulebook rulebook, std::int32_t first_year);

  /// The requests of one agency. Left out, and counted in `left_out`: what has no day of receipt and was not brought
  /// along, an applicant type or an outcome that the rulebook does not have, a day behind the 254th year.
  void add(std::uint16_t agency, const Facts& facts);

  [[nodiscard]] std::size_t size() const noexcept { return agency_.size(); }
  [[nodiscard]] std::int64_t left_out() const noexcept { return left_out_; }
  [[nodiscard]] RequestRows rows() const noexcept;
  /// With the outcome after the last for what is pending. Only as long as all were received in or after the first
  /// year; the others have `RequestRows::no_year`.
  [[nodiscard]] CountColumns by_received_year() const noexcept;

 private:
  Rulebook rulebook_;
  std::int32_t first_year_;
  std::int64_t left_out_ = 0;
  std::vector<std::uint16_t> agency_;
  std::vector<std::uint8_t> received_year_;
  std::vector<std::uint8_t> closed_year_;
  std::vector<std::uint8_t> applicant_type_;
  std::vector<std::uint8_t> outcome_;
};

}  // namespace gongkai
