// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which year a figure of the text belongs to, and to which name one of several numbers.

#include <gongkai/text/mention.hpp>
#include <optional>

#include "report/page.hpp"
#include "report/slots.hpp"

namespace gongkai::detail {

/// Judges figures by the year that statements are wanted of.
class YearOfFigure {
 public:
  YearOfFigure(const Page& page, StatementYear year) : page_{page}, year_{year} {}

  /// The figure is of that year, as far as its sentence says.
  [[nodiscard]] bool ours(const Mention& mention) const;
  /// "2011年没有收到…": none in words is of that year. A statement of another year must name it.
  [[nodiscard]] bool clause_is_ours(std::size_t sentence, TextRange clause) const;
  /// "累计公开1200条,其中2012年公开356条": mention `m`, whose clause begins at `clause`, is a part of all years and
  /// the year's own total.
  [[nodiscard]] bool year_in_all_years(std::size_t m, std::size_t clause) const;
  /// "2012年,累计公开260条,其中2012年新增30条": mention `m` is the total of all years after all.
  [[nodiscard]] bool told_apart_later(std::size_t m) const;

 private:
  [[nodiscard]] std::optional<int> other_year() const;
  [[nodiscard]] bool only_weakly_cumulative(const Mention& mention) const;

  const Page& page_;
  StatementYear year_;
};

/// "行政复议、行政诉讼分别为3件和1件": whether mention `m` is the number of `name`.
[[nodiscard]] bool distributed_to(const Page& page, Concept name, std::size_t m);

}  // namespace gongkai::detail
