// SPDX-License-Identifier: Apache-2.0
// Works out the checks that a form asks for.
#include <algorithm>
#include <gongkai/text/normalise.hpp>

#include "report/body_levels.hpp"
#include "report/check_parts.hpp"
#include "report/form_chapters.hpp"
#include "report/share.hpp"

namespace gongkai::detail {
namespace {

// 10 + 1 + 0 − 3; a blank as □. Zeros say nothing beside other terms.
std::string terms_text(const std::vector<TermValue>& terms) {
  const bool zeros = std::all_of(terms.begin(), terms.end(),
                                 [](const TermValue& term) { return !term.value || term.value->unscaled == 0; });
  std::string out;
  for (const auto& term : terms) {
    if (!zeros && term.value && term.value->unscaled == 0) {
      continue;
    }
    const std::string value = term.value ? term.value->to_string() : std::string{"□"};
    out += out.empty() ? (term.sign < 0 ? "−" : "") + value : (term.sign < 0 ? " − " : " + ") + value;
  }
  return out;
}

bool meet(const Range& a, const Range& b) {
  const bool a_below = !a.high_open && !b.low_open && a.high < b.low;
  const bool b_below = !b.high_open && !a.low_open && b.high < a.low;
  return !a_below && !b_below;
}

// The figure that a side shows: with blanks as zero.
std::string side_text(const Range& range, int decimals) { return unscaled(range.with_zeros, decimals).to_string(); }

std::string to_text(const CellAt& cell) {
  const Cell found = cell.table->cell(cell.index);
  return found.kind == CellKind::number ? found.value.to_string() : found.printed;
}

const FormTerm* first_cell(const FormOperand& operand, bool last_year) {
  for (const auto& term : operand) {
    if (term.kind == FormTerm::Kind::maximum) {
      if (const auto* inner = first_cell(term.of, last_year)) {
        return inner;
      }
    } else if (term.kind == FormTerm::Kind::cell && term.last_year == last_year) {
      return &term;
    }
  }
  return nullptr;
}

}  // namespace

FormChecker::FormChecker(const Form& form, const AnnualReport& report, const AnnualReport* previous,
                         const CheckOptions& options)
    : form_{form},
      report_{report},
      previous_{previous},
      options_{options},
      operands_{form_, report_, previous_},
      catalogue_{CheckCatalogue::builtin()} {}

std::vector<Finding> FormChecker::run() {
  for (const auto& check : form_.checks()) {
    run(check);
  }
  suggest_repairs(broken_, holding_, catalogue_, findings_);
  return std::move(findings_);
}

// A check belongs to the table that it speaks of first: in a report of mixed forms each table is checked by its own.
bool FormChecker::is_at_home(const FormCheck& check) const {
  for (const auto& operand : check.operands) {
    if (const auto* term = first_cell(operand, false)) {
      const Table* table = operands_.table(*term);
      return table != nullptr && table->form() == form_;
    }
  }
  // What is no matter of cells belongs to the report's own form.
  return check.kind == CheckKind::named || (check.kind == CheckKind::mentions && is_own_form());
}

const FormChapters& FormChecker::own_chapters() {
  if (!chapters_) {
    chapters_.emplace(form_, report_);
  }
  return *chapters_;
}

bool FormChecker::is_own_form() const { return report_.style == form_.id(); }

void FormChecker::run(const FormCheck& check) {
  if (check.needs_last_year() && previous_ == nullptr) {
    return;
  }
  if (!check.levels.empty()) {
    const auto levels = possible_levels(report_, options_.level);
    const auto among = [&](const std::string& level) {
      return std::find(check.levels.begin(), check.levels.end(), level) != check.levels.end();
    };
    if (levels.empty() || !std::all_of(levels.begin(), levels.end(), among)) {
      return;
    }
  }
  if (!is_at_home(check)) {
    return;
  }
  if (check.kind == CheckKind::named) {
    return named(check);
  }
  for (const auto& operand : check.operands) {
    if (!operands_.available(operand)) {
      return;
    }
  }
  if (check.kind == CheckKind::mentions) {
    if (applies(check, {})) {
      mentions(check);
    }
    return;
  }
  for (const auto& binding : operands_.bindings(check)) {
    if (applies(check, binding)) {
      run_bound(check, binding);
    }
  }
}

bool FormChecker::applies(const FormCheck& check, const std::string& binding) const {
  return std::all_of(check.when.begin(), check.when.end(), [&](const FormCondition& condition) {
    if (!operands_.available(condition.operand)) {
      return false;
    }
    const auto range = operands_.evaluate(condition.operand, binding).range;
    return condition.kind == FormCondition::Kind::positive ? !range.low_open && range.low > 0
                                                           : range.is_exact() && range.with_zeros == 0;
  });
}

void FormChecker::run_bound(const FormCheck& check, const std::string& binding) {
  switch (check.kind) {
    case CheckKind::sum:  // the total is what is printed
      return equal(check, binding, 1, 0);
    case CheckKind::equal:
    case CheckKind::carry:
    case CheckKind::at_most:
      return equal(check, binding, 0, 1);
    case CheckKind::ratio:
      return ratio(check, binding);
    case CheckKind::between:
      return between(check, binding);
    case CheckKind::ordered:
      return ordered(check, binding);
    case CheckKind::unique:
      return unique(check, binding);
    case CheckKind::present_if:
      return present(check, binding);
    case CheckKind::mentions:
    case CheckKind::named:
      return;
  }
}

void FormChecker::equal(const FormCheck& check, const std::string& binding, std::size_t left_index,
                        std::size_t right_index) {
  const auto left = operands_.evaluate(check.operands[left_index], binding);
  const auto right = operands_.evaluate(check.operands[right_index], binding);
  // A cell that a form does not have is in no equation; a side of which nothing is stated says nothing.
  if (left.range.numbers == 0 || right.range.numbers == 0) {
    return;
  }
  const bool at_most = check.kind == CheckKind::at_most;
  const bool holds = at_most ? left.range.low_open || right.range.high_open || left.range.low <= right.range.high
                             : meet(left.range, right.range);
  const bool exact = left.range.is_exact() && right.range.is_exact();
  std::vector<std::pair<CellAt, int>> signed_cells;
  if (exact && !at_most && left.cells.size() == left.terms.size() && right.cells.size() == right.terms.size()) {
    for (std::size_t i = 0; i < left.cells.size(); ++i) {
      signed_cells.emplace_back(left.cells[i], left.terms[i].sign);
    }
    for (std::size_t i = 0; i < right.cells.size(); ++i) {
      signed_cells.emplace_back(right.cells[i], -right.terms[i].sign);
    }
  }
  if (holds) {
    holding_.push_back(std::move(signed_cells));
    return;
  }
  const int decimals = std::max(left.range.decimals, right.range.decimals);
  const std::string left_text = side_text(left.range, decimals);
  const std::string right_text = side_text(right.range, decimals);
  auto cells = right.cells;
  cells.insert(cells.end(), left.cells.begin(), left.cells.end());
  auto& finding = add(check, binding,
                      {{"left", left_text},
                       {"right", right_text},
                       {"terms", terms_text(left.terms)},
                       {"right_terms", terms_text(right.terms)}},
                      cells);
  finding.left = left_text;
  finding.right = right_text;
  if (!signed_cells.empty()) {
    broken_.push_back({findings_.size() - 1, std::move(signed_cells), left.range.with_zeros - right.range.with_zeros});
  }
}

void FormChecker::ratio(const FormCheck& check, const std::string& binding) {
  const auto result = operands_.evaluate(check.operands[0], binding);
  const auto part = operands_.evaluate(check.operands[1], binding);
  const auto whole = operands_.evaluate(check.operands[2], binding);
  if (!result.range.is_exact() || !part.range.is_exact() || !whole.range.is_exact() || part.range.with_zeros < 0 ||
      whole.range.with_zeros <= 0) {
    return;
  }
  const int decimals = result.range.decimals;
  const auto expected = share_in_percent(part.range.with_zeros, whole.range.with_zeros, decimals);
  if (scaled(expected) == result.range.with_zeros) {
    return;
  }
  auto cells = result.cells;
  cells.insert(cells.end(), part.cells.begin(), part.cells.end());
  cells.insert(cells.end(), whole.cells.begin(), whole.cells.end());
  const std::string left = expected.to_string();
  const std::string right = side_text(result.range, decimals);
  auto& finding = add(check, binding,
                      {{"label", binding},
                       {"count", side_text(part.range, part.range.decimals)},
                       {"total", side_text(whole.range, whole.range.decimals)},
                       {"left", left},
                       {"right", right}},
                      cells);
  finding.left = left;
  finding.right = right;
}

void FormChecker::between(const FormCheck& check, const std::string& binding) {
  const auto value = operands_.evaluate(check.operands[0], binding);
  const auto low = operands_.evaluate(check.operands[1], binding);
  const auto high = operands_.evaluate(check.operands[2], binding);
  if (value.range.numbers == 0) {
    return;
  }
  const bool below = !value.range.high_open && !low.range.low_open && value.range.high < low.range.low;
  const bool above = !value.range.low_open && !high.range.high_open && value.range.low > high.range.high;
  if (!below && !above) {
    return;
  }
  const std::string right = side_text(value.range, value.range.decimals);
  const auto& bound = below ? low.range : high.range;
  const std::string left = side_text(bound, bound.decimals);
  auto& finding = add(check, binding, {{"left", left}, {"right", right}}, value.cells);
  finding.left = left;
  finding.right = right;
}

void FormChecker::ordered(const FormCheck& check, const std::string& binding) {
  std::vector<CellAt> cells;
  for (const auto& term : check.operands[0]) {
    const auto more = operands_.cells(term, binding);
    cells.insert(cells.end(), more.begin(), more.end());
  }
  // Each unit of a ranked table has an order of its own: its rows are `unit/rank`.
  const auto unit = [&](const CellAt& cell) {
    if (cell.table->definition().shape != TableShape::ranked) {
      return std::string{};
    }
    const auto& row = cell.table->row_id(cell.table->position(cell.index).row);
    const auto slash = row.rfind('/');
    return slash == std::string::npos ? std::string{} : row.substr(0, slash);
  };
  std::map<std::string, CellAt> last;
  for (const auto& cell : cells) {
    if (!cell.is_number()) {
      continue;
    }
    const auto of = unit(cell);
    const auto before = last.find(of);
    if (before != last.end() && scaled(cell.number()) < scaled(before->second.number())) {
      const std::string left = to_text(before->second);
      const std::string right = to_text(cell);
      auto& finding =
          add(check, label(cell, true), label(cell, false), {{"left", left}, {"right", right}}, {before->second, cell});
      finding.left = left;
      finding.right = right;
    }
    last[of] = cell;
  }
}

void FormChecker::unique(const FormCheck& check, const std::string& binding) {
  std::map<std::string, CellAt> seen;
  for (const auto& term : check.operands[0]) {
    for (const auto& cell : operands_.cells(term, binding)) {
      if (cell.table == nullptr || (!cell.is_number() && cell.table->kind(cell.index) != CellKind::text)) {
        continue;
      }
      const auto text = to_text(cell);
      const auto [before, first] = seen.emplace(text, cell);
      if (!first) {
        auto& finding = add(check, label(cell, true), label(cell, false), {{"left", text}, {"right", text}},
                            {before->second, cell});
        finding.left = text;
        finding.right = text;
      }
    }
  }
}

void FormChecker::present(const FormCheck& check, const std::string& binding) {
  for (const auto& term : check.operands[0]) {
    for (const auto& cell : operands_.cells(term, binding)) {
      const auto kind = cell.table == nullptr ? CellKind::absent : cell.table->kind(cell.index);
      // Where the document breaks off, what is not there may still have been stated.
      if (kind == CellKind::blank || (kind == CellKind::absent && report_.complete && cell.table != nullptr)) {
        add(check, label(cell, true), label(cell, false), {}, {cell});
      }
    }
  }
}

void FormChecker::mentions(const FormCheck& check) {
  // What a whole report must say is asked of one whose chapters are understood.
  if (check.when.empty() && own_chapters().count() < enough_chapters) {
    return;
  }
  const auto says = [&](const std::string& text) {
    return std::any_of(check.words.begin(), check.words.end(),
                       [&](const std::string& word) { return text.find(word) != std::string::npos; });
  };
  if (check.chapter.empty()) {
    const bool said = std::any_of(report_.chapters.begin(), report_.chapters.end(), [&](const Chapter& chapter) {
      return says(fold_label(chapter.heading + chapter.text));
    });
    if (report_.complete && !report_.chapters.empty() && !said) {
      add(check, form_.name_en(), form_.name(), {{"words", check.words.front()}}, {});
    }
    return;
  }
  const auto* chapter = own_chapters().find(check.chapter);
  // Of a chapter with which the document breaks off, the rest may say it.
  if (chapter != nullptr && (report_.complete || !chapter->last) && !says(chapter->folded)) {
    add(check, chapter->heading, chapter->heading, {{"words", check.words.front()}}, {}).where = {chapter->place};
  }
}

std::vector<CellAt> FormChecker::all_cells(const FormCheck& check, bool last_year) const {
  std::vector<CellAt> out;
  for (const auto& operand : check.operands) {
    for (auto term : operand) {
      term.last_year = last_year;
      const auto more = operands_.cells(term, std::nullopt);
      out.insert(out.end(), more.begin(), more.end());
    }
  }
  return out;
}

bool FormChecker::text_mentions(const std::string& words) const {
  const auto holds = [&](const std::string& text) { return text.find(words) != std::string::npos; };
  return std::any_of(report_.chapters.begin(), report_.chapters.end(),
                     [&](const Chapter& chapter) { return holds(chapter.text); }) ||
         std::any_of(report_.explanations.begin(), report_.explanations.end(),
                     [&](const Explanation& note) { return holds(note.text); });
}

std::string FormChecker::label(const CellAt& cell, bool english) const {
  if (cell.table == nullptr) {
    return {};
  }
  const auto& definition = cell.table->definition();
  const auto at = cell.table->position(cell.index);
  const auto name = [&](const std::string& label, const std::string& label_en) {
    return english && !label_en.empty() ? label_en : label;
  };
  std::string out = definition.shape == TableShape::fixed
                        ? name(definition.rows[at.row].label, definition.rows[at.row].label_en)
                        : cell.table->row_id(at.row);
  const auto& column = definition.columns[at.column];
  if (definition.columns.size() > 1) {
    out += (english ? ", " : "·") + name(column.label, column.label_en);
  }
  return out;
}

// The row or column that an equation is about; without a binding, its first printed cell.
std::string FormChecker::label(const FormCheck& check, const std::string& binding, bool english) const {
  const FormTerm* term = nullptr;
  for (const auto& operand : check.operands) {
    for (const auto& candidate : operand) {
      if (candidate.kind == FormTerm::Kind::cell && (term == nullptr || (term->last_year && !candidate.last_year))) {
        term = &candidate;
      }
    }
  }
  if (term == nullptr) {
    return {};
  }
  const auto& definition = form_.tables()[term->table];
  const auto name = [&](const std::string& label, const std::string& label_en) {
    return english && !label_en.empty() ? label_en : label;
  };
  const bool by_row = term->row.kind == FormSelector::Kind::each;
  const std::string& id = binding.empty() || by_row ? (by_row ? binding : term->row.name) : binding;
  if (by_row || binding.empty()) {
    const auto row = definition.find_row(id);
    std::string out =
        row ? name(definition.rows[*row].label, definition.rows[*row].label_en)
            : (term->row.kind == FormSelector::Kind::set ? name(definition.label, definition.label_en) : id);
    if (row && !by_row && term->column.kind == FormSelector::Kind::one && definition.columns.size() > 1) {
      const auto& column = definition.columns[*definition.find_column(term->column.name)];
      out += (english ? ", " : "·") + name(column.label, column.label_en);
    }
    return out;
  }
  const auto column = definition.find_column(id);
  return column ? name(definition.columns[*column].label, definition.columns[*column].label_en) : id;
}

Finding& FormChecker::add(const FormCheck& check, const std::string& binding, Placeholders values,
                          const std::vector<CellAt>& cells) {
  return add(check, label(check, binding, true), label(check, binding, false), values, cells);
}

Finding& FormChecker::add(const FormCheck& check, const std::string& where_en, const std::string& where_zh,
                          Placeholders values, const std::vector<CellAt>& cells) {
  auto finding = catalogue_.make_for_form(check.message, values, where_en, where_zh);
  finding.code = check.code;
  finding.severity = check.severity;
  finding.citation = check.citation ? check.citation->to_string() : std::string{};
  for (const auto& cell : cells) {
    if (cell.table == nullptr || cell.last_year) {
      continue;
    }
    finding.cells.push_back(cell.table->path(cell.index));
    const auto place = cell.table->cell(cell.index).place;
    if (place != Place{}) {
      finding.where.push_back(place);
    }
  }
  findings_.push_back(std::move(finding));
  return findings_.back();
}

}  // namespace gongkai::detail
