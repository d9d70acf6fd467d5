// SPDX-License-Identifier: Apache-2.0
// The checks that need an algorithm; their parameters are data of the form.
#include <algorithm>
#include <gongkai/error.hpp>
#include <set>

#include "report/check_parts.hpp"
#include "report/share.hpp"

namespace gongkai::detail {
namespace {

Int128 parameter(const FormCheck& check, std::string_view name) {
  for (const auto& [key, value] : check.parameters) {
    if (key == name) {
      return value.unscaled;
    }
  }
  throw InternalError{"the check " + check.code + " lacks its parameter " + std::string{name}};
}

}  // namespace

void FormChecker::named(const FormCheck& check) {
  if (check.name == "counts") {
    counts(check);
  } else if (check.name == "share") {
    share(check);
  } else if (check.name == "fee_grid") {
    fee_grid(check);
  } else if (previous_ != nullptr && check.name == "jump") {
    jump(check);
  } else if (previous_ != nullptr && check.name == "unit_slip") {
    unit_slip(check);
  } else if (previous_ != nullptr && check.name == "identical_tables") {
    identical_tables(check);
  } else {
    whole(check);
  }
  // "aggregate" speaks of several reports: lib/report/merge.cpp
}

// A count is a whole number from 0 on.
void FormChecker::counts(const FormCheck& check) {
  std::set<const Table*> own;
  for (const auto& cell : all_cells(check, false)) {
    if (!cell.is_number() || cell.table->form() != form_) {
      continue;
    }
    const auto at = cell.table->position(cell.index);
    const auto kind = cell.table->definition().kind_of(at.row, at.column);
    const auto value = cell.number();
    const bool negative = value.unscaled < 0 && !cell.is_signed();
    const bool whole = kind != ValueKind::count || scaled(value) % scaled(Decimal{1, 0}) == 0;
    if (!negative && whole) {
      continue;
    }
    auto& finding = add(check, label(cell, true), label(cell, false), {{"right", value.to_string()}}, {cell});
    finding.right = value.to_string();
  }
}

// Five times last year's or a fifth of it, without a word about it.
void FormChecker::jump(const FormCheck& check) {
  const auto now = all_cells(check, false);
  const auto before = all_cells(check, true);
  const Int128 factor = parameter(check, "factor");
  for (std::size_t i = 0; i < now.size() && i < before.size(); ++i) {
    if (!now[i].is_number() || !before[i].is_number() || now[i].is_signed()) {
      continue;
    }
    const Int128 value = scaled(now[i].number());
    const Int128 last = scaled(before[i].number());
    const bool jumps = value > 0 && last > 0 && (value >= factor * last || value * factor <= last);
    const auto& definition = now[i].table->definition();
    if (!jumps || text_mentions(definition.rows[now[i].table->position(now[i].index).row].label)) {
      continue;
    }
    const std::string left = before[i].number().to_string();
    const std::string right = now[i].number().to_string();
    auto& finding = add(check, label(now[i], true), label(now[i], false), {{"left", left}, {"right", right}}, {now[i]});
    finding.left = left;
    finding.right = right;
  }
}

// An amount in 元 in a cell for 万元 is about ten thousand times last year's.
void FormChecker::unit_slip(const FormCheck& check) {
  const auto now = all_cells(check, false);
  const auto before = all_cells(check, true);
  for (std::size_t i = 0; i < now.size() && i < before.size(); ++i) {
    if (!now[i].is_number() || !before[i].is_number()) {
      continue;
    }
    const Int128 value = scaled(now[i].number());
    const Int128 last = scaled(before[i].number());
    if (last <= 0 || value < parameter(check, "at_least") * last || value > parameter(check, "at_most") * last) {
      continue;
    }
    const std::string left = before[i].number().to_string();
    const std::string right = now[i].number().to_string();
    auto& finding = add(check, label(now[i], true), label(now[i], false), {{"left", left}, {"right", right}}, {now[i]});
    finding.left = left;
    finding.right = right;
    finding.suggestion = catalogue_.text("unit_slip_repair", {{"value", unscaled(value / 10000, 4).to_string()}});
  }
}

// The same tables two years running, and not because there was nothing.
void FormChecker::identical_tables(const FormCheck& check) {
  const auto now = all_cells(check, false);
  const auto before = all_cells(check, true);
  std::vector<CellAt> positive;
  for (std::size_t i = 0; i < now.size(); ++i) {
    const auto& a = now[i];
    const auto& b = before[i];
    if (a.is_number() != b.is_number() || (a.table == nullptr) != (b.table == nullptr)) {
      return;
    }
    if (!a.is_number()) {
      continue;
    }
    if (!same_value(a.number(), b.number())) {
      return;
    }
    if (a.number().unscaled > 0) {
      positive.push_back(a);
    }
  }
  if (!positive.empty()) {
    add(check, form_.name_en(), form_.name(), {}, positive);
  }
}

// The share of a row in all outcomes, against the limit of the place.
void FormChecker::share(const FormCheck& check) {
  const auto limit = options_.limits.find(check.code);
  if (limit == options_.limits.end()) {
    return;
  }
  const auto cells = all_cells(check, false);
  if (cells.size() != 2 || !cells[0].is_number() || !cells[1].is_number()) {
    return;
  }
  const Int128 part = scaled(cells[0].number());
  const Int128 whole = scaled(cells[1].number());
  if (part < 0 || whole <= 0 || part * 100 <= whole * limit->second) {
    return;
  }
  const std::string left = share_in_percent(part, whole, 2).to_string();
  const std::string right = std::to_string(limit->second);
  auto& finding = add(check, label(cells[0], true), label(cells[0], false),
                      {{"count", cells[0].number().to_string()},
                       {"total", cells[1].number().to_string()},
                       {"left", left},
                       {"right", right}},
                      cells);
  finding.left = left;
  finding.right = right;
}

// What the text says was collected must be a sum that the tariff can give.
void FormChecker::fee_grid(const FormCheck& check) {
  for (const auto& mention : report_.mentions) {
    const bool is_fee = std::any_of(check.words.begin(), check.words.end(), [&](const std::string& word) {
      return mention.what.find(word) != std::string::npos;
    });
    const bool yuan = mention.unit == "元";
    if (!is_fee || mention.approximate || mention.period == MentionPeriod::change ||
        (!yuan && mention.unit != "万元")) {
      continue;
    }
    const Int128 amount = scaled(mention.value) * (yuan ? 1 : 10000);
    if (amount % (scaled(Decimal{1, 0}) * parameter(check, "step_yuan")) == 0) {
      continue;
    }
    auto& finding =
        add(check, check.words.front(), check.words.front(), {{"right", mention.value.to_string() + mention.unit}}, {});
    finding.right = mention.value.to_string();
    finding.where = {mention.place};
  }
}

}  // namespace gongkai::detail
