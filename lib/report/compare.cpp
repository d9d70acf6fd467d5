// SPDX-License-Identifier: Apache-2.0
#include <gongkai/report/compare.hpp>

#include <algorithm>
#include <set>

#include "report/operand.hpp"
#include "report/share.hpp"

namespace gongkai {
namespace {

class Comparer {
 public:
  Comparer(const AnnualReport& a, const AnnualReport& b) : a_{a}, b_{b} {}

  std::vector<CellDifference> run() {
    tables(a_);
    tables(b_);
    for (const AnnualReport* report : {&a_, &b_}) {
      for (const auto& entry : report->narrative) {
        add("narrative." + entry.first);
      }
      for (const auto& figure : report->classes) {
        add("narrative.classes." + figure.label + ".count");
        add("narrative.classes." + figure.label + ".percent");
      }
    }
    return std::move(out_);
  }

 private:
  void tables(const AnnualReport& report) {
    for (const auto& table : report.tables) {
      for (std::size_t i = 0; i < table.cell_count(); ++i) {
        if (table.kind(i) != CellKind::absent) {
          add(table.path(i));
        }
      }
    }
  }

  void add(const std::string& path) {
    if (!seen_.insert(path).second) {
      return;
    }
    CellDifference out;
    out.path = path;
    out.a = a_.cell(path);
    out.b = b_.cell(path);
    if (out.a.kind == CellKind::absent && out.b.kind == CellKind::absent) {
      return;
    }
    if (out.a.is_number() && out.b.is_number()) {
      const auto from = detail::scaled(out.a.value);
      const auto change = detail::scaled(out.b.value) - from;
      out.absolute = detail::unscaled(change, std::max(out.a.value.decimals, out.b.value.decimals));
      if (from > 0) {
        const auto share = detail::share_in_percent(change < 0 ? -change : change, from, 2);
        out.relative = Decimal{change < 0 ? -share.unscaled : share.unscaled, 2};
      }
    }
    out_.push_back(std::move(out));
  }

  const AnnualReport& a_;
  const AnnualReport& b_;
  std::set<std::string> seen_;
  std::vector<CellDifference> out_;
};

}  // namespace

bool CellDifference::is_same() const {
  if (a.is_number() && b.is_number()) {
    return same_value(a.value, b.value);
  }
  return a.kind == b.kind && (a.kind == CellKind::blank || a.printed == b.printed);
}

std::vector<CellDifference> compare(const AnnualReport& a, const AnnualReport& b) { return Comparer{a, b}.run(); }

}  // namespace gongkai
