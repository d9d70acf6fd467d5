// SPDX-License-Identifier: Apache-2.0
#include <gongkai/report/fill.hpp>

#include <algorithm>
#include <gongkai/error.hpp>
#include <set>

#include "report/narrative_tables.hpp"
#include "report/operand.hpp"
#include "report/share.hpp"

namespace gongkai {
namespace {

using detail::CellAt;

class Filler {
 public:
  Filler(const Form& form, const FillOptions& options) : form_{form}, options_{options} {
    for (const auto& table : form.tables()) {
      report_.tables.emplace_back(form, table.id);
    }
  }

  AnnualReport run(const Counts& counts) {
    for (const auto& [path, value] : counts) {
      put(path, value);
    }
    if (options_.missing == Missing::zero) {
      zeros();
    }
    if (options_.totals == Totals::compute) {
      while (totals()) {
      }
      shares();
    }
    blanks();
    report_.organisation = options_.organisation;
    report_.year = options_.year;
    report_.level = options_.level;
    report_.style = form_.id();
    report_.complete = true;
    detail::move_narrative_out(report_);
    return std::move(report_);
  }

 private:
  void put(const std::string& path, const Decimal& value) {
    const auto at = form_.cell(path);
    if (!at) {
      throw NotFoundError{ErrorCode::unknown_name, path, "the form " + form_.id() + " has no cell " + path};
    }
    if (at->kind == ValueKind::text || at->kind == ValueKind::date) {
      throw InvalidArgumentError{ErrorCode::out_of_range, path, path + " holds no figure"};
    }
    if (!given_.insert(path).second) {
      throw InvalidArgumentError{ErrorCode::out_of_range, path, "the count of " + path + " stands twice"};
    }
    auto& table = report_.tables[at->table];
    table.set(at->row, table.definition().columns[at->column].id, value);
  }

  // The cells that the form works out from others.
  template <typename Visit>
  void each_total(CheckKind kind, Visit visit) {
    const detail::Operands operands{form_, report_, nullptr};
    for (const auto& check : form_.checks()) {
      if (check.kind != kind) {
        continue;
      }
      for (const auto& binding : operands.bindings(check)) {
        const auto total = operands.cells(check.operands[0].front(), binding);
        if (check.operands[0].size() == 1 && total.size() == 1 && total.front().table != nullptr) {
          visit(operands, check, binding, total.front());
        }
      }
    }
  }

  void zeros() {
    std::set<std::pair<std::string, std::size_t>> computed;
    for (const auto kind : {CheckKind::sum, CheckKind::ratio}) {
      each_total(kind, [&](const auto&, const auto&, const auto&, const CellAt& total) {
        if (options_.totals == Totals::compute) {
          computed.emplace(total.table->id(), total.index);
        }
      });
    }
    for (auto& table : report_.tables) {
      for (std::size_t i = 0; i < table.cell_count(); ++i) {
        const auto at = table.position(i);
        const auto kind = table.definition().kind_of(at.row, at.column);
        const bool figure = kind == ValueKind::count || kind == ValueKind::decimal;
        if (figure && table.kind(i) == CellKind::absent && computed.count({table.id(), i}) == 0) {
          table.set(i, Decimal{0, 0});
        }
      }
    }
  }

  // One round of sums; true when a total was worked out.
  bool totals() {
    bool again = false;
    each_total(CheckKind::sum, [&](const auto& operands, const auto& check, const auto& binding, const CellAt& total) {
      if (total.table->kind(total.index) != CellKind::absent) {
        return;
      }
      const auto parts = operands.evaluate(check.operands[1], binding).range;
      if (parts.unknown == 0 && parts.numbers > 0) {
        set(total, detail::unscaled(parts.with_zeros, parts.decimals));
        again = true;
      }
    });
    return again;
  }

  void shares() {
    each_total(CheckKind::ratio,
               [&](const auto& operands, const auto& check, const auto& binding, const CellAt& result) {
                 const auto part = operands.evaluate(check.operands[1], binding).range;
                 const auto whole = operands.evaluate(check.operands[2], binding).range;
                 if (result.table->kind(result.index) != CellKind::absent || !part.is_exact() || !whole.is_exact()) {
                   return;
                 }
                 if (whole.with_zeros == 0) {
                   if (part.with_zeros == 0) {
                     set(result, Decimal{0, 0});  // none of none: the reports print 0%
                   }
                   return;
                 }
                 auto share = detail::share_in_percent(part.with_zeros, whole.with_zeros, 2);
                 if (share.unscaled == 0 || share.unscaled == 10000) {
                   share = {share.unscaled / 100, 0};
                 }
                 set(result, share);
               });
  }

  void set(const CellAt& cell, const Decimal& value) { report_.table(cell.table->id())->set(cell.index, value); }

  void blanks() {
    Cell blank;
    blank.kind = CellKind::blank;
    for (auto& table : report_.tables) {
      for (std::size_t i = 0; i < table.cell_count(); ++i) {
        if (table.kind(i) == CellKind::absent) {
          table.set(i, blank);
        }
      }
    }
  }

  const Form& form_;
  const FillOptions& options_;
  AnnualReport report_;
  std::set<std::string> given_;
};

}  // namespace

AnnualReport fill(const Form& form, const Counts& counts, const FillOptions& options) {
  return Filler{form, options}.run(counts);
}

}  // namespace gongkai
