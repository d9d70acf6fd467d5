// SPDX-License-Identifier: Apache-2.0
#include "facts/opening.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace gongkai::detail {
namespace {

CellSource source_of(const FigureFact& figure, int sign) {
  return {"figure", figure.document, figure.events, true, {sign * figure.value.unscaled, figure.value.decimals}};
}

// A stock and what of its row lets it grow and shrink.
struct Stock {
  std::string_view column;
  std::string_view grows;
  std::string_view shrinks;
};
constexpr std::array<Stock, 2> stocks{{{"in_force", "issued", "repealed"}, {"total_disclosed", "newly_disclosed", ""}}};

class Openings {
 public:
  Openings(const Facts& facts, int year) : facts_{facts}, year_{year} {}

  std::vector<Brought> run() {
    for (const auto& figure : facts_.figures) {
      if (!figure.opening) {
        continue;
      }
      const auto at = parts_of(figure.path);
      if (at.table == "requests") {
        request(figure, at);
      } else {
        other(figure, at);
      }
    }
    for (const auto& fact : facts_.requests) {
      if (fact.brought_along && fact.closed_on->year() <= year_) {
        leave(fact.applicant_type, fact.closed_on->year(),
              {"request", fact.request, fact.closed_events, true, {-1, 0}});
      }
    }
    return std::move(out_);
  }

 private:
  void put(std::string path, CellSource source) { out_.push_back({std::move(path), std::move(source)}); }
  static std::string cell(std::string_view row, std::string_view type) {
    return "requests." + std::string{row} + "." + std::string{type};
  }

  // Carried in from `year` on.
  void enter(std::string_view type, int year, const CellSource& source) {
    if (year <= year_) {
      put(cell("carried_in", type), source);
      put(cell("carried_out", type), source);
    }
  }
  // Closed in `year`: carried out of it no more, carried into the next no more.
  void leave(std::string_view type, int year, const CellSource& source) {
    put(cell("carried_out", type), source);
    if (year < year_) {
      put(cell("carried_in", type), source);
    }
  }

  void request(const FigureFact& figure, const PathParts& at) {
    if (at.row == "carried_in") {
      enter(at.column, figure.year, source_of(figure, 1));
    } else if (at.row == "new_received") {
      if (figure.year == year_) {
        put(cell("new_received", at.column), source_of(figure, 1));
        put(cell("carried_out", at.column), source_of(figure, 1));
      } else {
        enter(at.column, figure.year, source_of(figure, 1));
      }
    } else if (at.row == "carried_out") {
      const auto carried_in = cell("carried_in", at.column);
      const bool told_twice = std::any_of(facts_.figures.begin(), facts_.figures.end(), [&](const FigureFact& other) {
        return other.opening && other.year == figure.year + 1 && other.path == carried_in;
      });
      if (figure.year == year_) {
        put(figure.path, source_of(figure, 1));
      } else if (!told_twice) {
        enter(at.column, figure.year + 1, source_of(figure, 1));
      }
    } else if (figure.year <= year_) {
      if (figure.year == year_) {
        put(figure.path, source_of(figure, 1));
      }
      leave(at.column, figure.year, source_of(figure, -1));
    }
  }

  void other(const FigureFact& figure, const PathParts& at) {
    const auto* stock =
        std::find_if(stocks.begin(), stocks.end(), [&](const Stock& s) { return s.column == at.column; });
    if (stock == stocks.end() ? figure.year == year_ : figure.year == last_told(figure.path)) {
      put(figure.path, source_of(figure, 1));
    }
    for (const auto& s : stocks) {
      const int sign = at.column == s.grows ? 1 : at.column == s.shrinks ? -1 : 0;
      const auto path = std::string{at.table} + "." + std::string{at.row} + "." + std::string{s.column};
      if (sign != 0 && figure.year <= year_ && figure.year > last_told(path)) {
        put(path, source_of(figure, sign));
      }
    }
  }
  // The last year up to ours whose end a stock was told for.
  int last_told(const std::string& path) const {
    int out = -1;
    for (const auto& figure : facts_.figures) {
      if (figure.opening && figure.path == path && figure.year <= year_) {
        out = std::max(out, static_cast<int>(figure.year));
      }
    }
    return out;
  }

  const Facts& facts_;
  int year_;
  std::vector<Brought> out_;
};

}  // namespace

Decimal added(const Decimal& a, const Decimal& b) noexcept {
  Decimal x = a;
  Decimal y = b;
  while (x.decimals < y.decimals) {
    x = {x.unscaled * 10, x.decimals + 1};
  }
  while (y.decimals < x.decimals) {
    y = {y.unscaled * 10, y.decimals + 1};
  }
  return {x.unscaled + y.unscaled, x.decimals};
}

PathParts parts_of(std::string_view path) noexcept {
  const auto first = std::min(path.find('.'), path.size());
  const auto last = first == path.size() ? first : std::max(path.rfind('.'), first);
  return {path.substr(0, first), last > first ? path.substr(first + 1, last - first - 1) : std::string_view{},
          last < path.size() ? path.substr(last + 1) : std::string_view{}};
}

std::vector<Brought> brought_along(const Facts& facts, int year) { return Openings{facts, year}.run(); }

}  // namespace gongkai::detail
