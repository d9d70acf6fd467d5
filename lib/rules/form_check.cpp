// SPDX-License-Identifier: Apache-2.0
// Reads one check of a form.
#include <algorithm>
#include <array>
#include <set>

#include "rules/form_data.hpp"

namespace gongkai {
namespace {

using detail::JsonCursor;
using detail::refuse_form;

constexpr std::array<std::string_view, 11> kinds{"sum",    "equal",      "at_most",  "ratio", "between", "ordered",
                                                 "unique", "present_if", "mentions", "carry", "named"};

bool any_last_year(const FormOperand& operand) {
  return std::any_of(operand.begin(), operand.end(),
                     [](const FormTerm& term) { return term.last_year || any_last_year(term.of); });
}

class CheckReader {
 public:
  explicit CheckReader(const Form::Data& form) : form_{form} {}

  FormCheck read(const JsonCursor& at) {
    FormCheck out;
    const auto kind = at.at("kind");
    const auto found = std::find(kinds.begin(), kinds.end(), kind.string());
    if (found == kinds.end()) {
      refuse_form(kind, "\"" + kind.string() + "\" is no kind of check");
    }
    out.kind = static_cast<CheckKind>(found - kinds.begin());
    keys(at, out.kind);
    out.code = at.at("code").string();
    out.message = at.at("message").string();
    const auto severity = parse_severity(at.at("severity").string());
    if (!severity) {
      refuse_form(at.at("severity"), "\"error\", \"warning\" or \"note\" is expected");
    }
    out.severity = *severity;
    if (const auto citation = at.find("citation")) {
      out.citation = detail::read_citation(*citation);
    }
    common(at, out);
    operands(at, out);
    check_bindings(at, out);
    return out;
  }

 private:
  static void keys(const JsonCursor& at, CheckKind kind) {
    const auto with = [&](std::initializer_list<std::string_view> own) {
      std::vector<std::string_view> all{"kind", "code",   "message",     "severity",    "citation",
                                        "when", "levels", "explainable", "explained_by"};
      all.insert(all.end(), own.begin(), own.end());
      for (const auto& [key, value] : at.members()) {
        if (std::find(all.begin(), all.end(), key) == all.end()) {
          refuse_form(value, "unknown key \"" + key + "\"");
        }
      }
      for (const std::string_view key : {"code", "message", "severity"}) {
        (void)at.at(key);
      }
    };
    switch (kind) {
      case CheckKind::sum:
        return with({"total", "parts"});
      case CheckKind::equal:
      case CheckKind::at_most:
      case CheckKind::carry:
        return with({"left", "right"});
      case CheckKind::ratio:
        return with({"result", "part", "whole"});
      case CheckKind::between:
        return with({"value", "low", "high"});
      case CheckKind::ordered:
      case CheckKind::unique:
        return with({"cells"});
      case CheckKind::present_if:
        return with({"cell"});
      case CheckKind::mentions:
        return with({"chapter", "words"});
      case CheckKind::named:
        return with({"name", "cells", "words", "parameters", "chapter"});
    }
  }

  void common(const JsonCursor& at, FormCheck& out) {
    if (const auto when = at.find("when")) {
      for (const auto& element : when->elements()) {
        element.object({}, {"positive", "zero"});
        for (const auto& [key, operand] : element.members()) {
          const auto kind = key == "positive" ? FormCondition::Kind::positive : FormCondition::Kind::zero;
          out.when.push_back({kind, read_operand(operand)});
        }
      }
    }
    if (const auto levels = at.find("levels")) {
      out.levels = levels->strings();
    }
    if (const auto explainable = at.find("explainable")) {
      out.explainable = explainable->boolean();
    }
    if (const auto words = at.find("explained_by")) {
      out.explained_by = words->strings();
      out.explainable = true;
    }
  }

  void operands(const JsonCursor& at, FormCheck& out) {
    for (const std::string_view key :
         {"total", "parts", "left", "right", "result", "part", "whole", "value", "low", "high", "cells", "cell"}) {
      if (const auto operand = at.find(key)) {
        out.operands.push_back(read_operand(*operand));
      }
    }
    if (const auto chapter = at.find("chapter")) {
      out.chapter = chapter->string();
      const bool known = std::any_of(form_.chapters.begin(), form_.chapters.end(),
                                     [&](const FormChapter& one) { return one.id == out.chapter; });
      if (!known && !out.chapter.empty()) {
        refuse_form(*chapter, "the form has no chapter \"" + out.chapter + "\"");
      }
    }
    if (out.kind == CheckKind::mentions) {
      (void)at.at("chapter");
      out.words = at.at("words").strings();
    } else if (out.kind == CheckKind::named) {
      out.name = at.at("name").string();
      if (const auto words = at.find("words")) {
        out.words = words->strings();
      }
      if (const auto parameters = at.find("parameters")) {
        for (const auto& [name, value] : parameters->members()) {
          out.parameters.emplace_back(name, Decimal{value.integer(-1000000000, 1000000000), 0});
        }
      }
    }
    const std::size_t needed = out.kind == CheckKind::ratio || out.kind == CheckKind::between ? 3
                               : out.kind == CheckKind::sum || out.kind == CheckKind::equal ||
                                       out.kind == CheckKind::at_most || out.kind == CheckKind::carry
                                   ? 2
                               : out.kind == CheckKind::mentions || out.kind == CheckKind::named ? 0
                                                                                                 : 1;
    if (out.operands.size() < needed) {
      refuse_form(at, "an operand is missing");
    }
    if (out.kind == CheckKind::carry && !out.needs_last_year()) {
      refuse_form(at, "a carry speaks of the year before: {\"last_year\": …}");
    }
  }

  // Every term of a check that is bound has its `*` in the same place, so that one binding fits all.
  void check_bindings(const JsonCursor& at, const FormCheck& check) const {
    for (const auto& operand : check.operands) {
      for (const auto& term : operand) {
        if (term.kind == FormTerm::Kind::cell && term.row.kind == FormSelector::Kind::each &&
            term.column.kind == FormSelector::Kind::each && check.kind != CheckKind::named &&
            check.kind != CheckKind::between) {
          refuse_form(at, "only one of row and column may be *");
        }
      }
    }
  }

  FormOperand read_operand(const JsonCursor& at) {
    FormOperand out;
    for (const auto& element : at.elements()) {
      out.push_back(read_term(element));
    }
    if (out.empty()) {
      refuse_form(at, "an operand has terms");
    }
    return out;
  }

  FormTerm read_term(const JsonCursor& at) {
    if (at.is_string()) {
      return read_path(at);
    }
    at.object({}, {"minus", "last_year", "max", "constant"});
    const auto members = at.members();
    if (members.size() != 1) {
      refuse_form(at, "one of minus, last_year, max, constant is expected");
    }
    const auto& [key, value] = members.front();
    if (key == "minus") {
      auto term = read_term(value);
      term.sign = -term.sign;
      return term;
    }
    if (key == "last_year") {
      auto term = read_path(value);
      term.last_year = true;
      return term;
    }
    FormTerm term;
    if (key == "constant") {
      term.kind = FormTerm::Kind::constant;
      term.constant = Decimal{value.integer(-1000000000000, 1000000000000), 0};
    } else {
      term.kind = FormTerm::Kind::maximum;
      term.of = read_operand(value);
    }
    return term;
  }

  FormTerm read_path(const JsonCursor& at) {
    const auto parts = detail::split_path(form_.tables, at.string());
    if (!parts) {
      refuse_form(at, "\"" + at.string() + "\" is no path of this form");
    }
    FormTerm term;
    term.table = parts->table;
    const auto& table = form_.tables[term.table];
    term.row = selector(at, table, parts->row, true);
    term.column = selector(at, table, parts->column, false);
    if (table.shape == TableShape::fixed && term.row.kind == FormSelector::Kind::one &&
        term.column.kind == FormSelector::Kind::one &&
        !table.find_cell(*table.find_row(term.row.name), *table.find_column(term.column.name))) {
      refuse_form(at, "the table has no cell there");
    }
    return term;
  }

  FormSelector selector(const JsonCursor& at, const FormTable& table, std::string_view text, bool row) {
    const bool open = row && table.shape != TableShape::fixed;
    const auto known = [&](std::string_view id) {
      return (row ? table.find_row(id) : table.find_column(id)).has_value();
    };
    if (text == "*") {
      return {FormSelector::Kind::each, {}};
    }
    if (!text.empty() && text.front() == '*') {
      (void)members_of(at, table, text.substr(1), row, open);
      return {FormSelector::Kind::each, std::string{text.substr(1)}};
    }
    if (!text.empty() && text.front() == '@') {
      const auto name = text.substr(1);
      if (open && (name == "rows" || (name == "units" && table.units))) {
        return {FormSelector::Kind::set, std::string{name}};
      }
      (void)members_of(at, table, name, row, open);
      return {FormSelector::Kind::set, std::string{name}};
    }
    const bool unit = open && table.units && text == table.units->total;
    if (open ? !unit : !known(text)) {
      refuse_form(at,
                  "the table " + table.id + " has no " + (row ? "row" : "column") + " \"" + std::string{text} + "\"");
    }
    return {FormSelector::Kind::one, std::string{text}};
  }

  const std::vector<std::string>& members_of(const JsonCursor& at, const FormTable& table, std::string_view name,
                                             bool row, bool open) const {
    const auto set = form_.sets.find(name);
    if (set == form_.sets.end()) {
      refuse_form(at, "the form has no set \"" + std::string{name} + "\"");
    }
    for (const auto& member : set->second) {
      if (!open && !(row ? table.find_row(member) : table.find_column(member))) {
        refuse_form(at, "\"" + member + "\" of the set " + std::string{name} + " is not in the table " + table.id);
      }
    }
    return set->second;
  }

  const Form::Data& form_;
};

}  // namespace

namespace detail {

FormCheck read_form_check(const JsonCursor& at, const Form::Data& form) { return CheckReader{form}.read(at); }

}  // namespace detail

bool FormCheck::needs_last_year() const noexcept {
  return std::any_of(operands.begin(), operands.end(), any_last_year) ||
         std::any_of(when.begin(), when.end(), [](const FormCondition& c) { return any_last_year(c.operand); });
}

std::string_view to_string(CheckKind kind) noexcept { return kinds[static_cast<std::size_t>(kind)]; }

}  // namespace gongkai
