// SPDX-License-Identifier: Apache-2.0
#include "report/table_arithmetic.hpp"

#include <algorithm>

namespace gongkai::detail {
namespace {

constexpr std::size_t most_steps = 400000;
constexpr std::size_t longest_number = 15;  // digits

using Indices = std::vector<std::size_t>;

// The rows or columns that a selector means; `bound` is what the equation is for.
template <typename Find>
std::optional<Indices> selected(const FormSelector& selector, std::optional<std::size_t> bound, const Form& form,
                                Find find) {
  Indices out;
  switch (selector.kind) {
    case FormSelector::Kind::one: {
      const auto found = find(selector.name);
      if (!found) {
        return std::nullopt;
      }
      out.push_back(*found);
      break;
    }
    case FormSelector::Kind::each:
      if (!bound) {
        return std::nullopt;
      }
      out.push_back(*bound);
      break;
    case FormSelector::Kind::set:
      for (const auto& name : form.set(selector.name)) {
        const auto found = find(name);
        if (!found) {
          return std::nullopt;
        }
        out.push_back(*found);
      }
      break;
  }
  return out;
}

class Expansion {
 public:
  Expansion(const Form& form, std::size_t table) : form_{form}, index_{table}, table_{form.tables()[table]} {}

  std::vector<Equation> all() {
    for (const auto& check : form_.checks()) {
      const bool equation = (check.kind == CheckKind::sum || check.kind == CheckKind::equal) && check.when.empty() &&
                            check.levels.empty() && check.operands.size() == 2;
      if (equation && std::all_of(check.operands.begin(), check.operands.end(),
                                  [&](const FormOperand& operand) { return is_local(operand); })) {
        expand(check);
      }
    }
    return std::move(out_);
  }

 private:
  bool is_local(const FormOperand& operand) const {
    return std::all_of(operand.begin(), operand.end(), [&](const FormTerm& term) {
      return term.kind == FormTerm::Kind::cell && term.table == index_ && !term.last_year && !is_reserved(term.row) &&
             !is_reserved(term.column);
    });
  }
  static bool is_reserved(const FormSelector& selector) {
    return selector.kind == FormSelector::Kind::set && (selector.name == "rows" || selector.name == "units");
  }

  // What `*` or `*set` runs over; one nullopt where nothing is bound.
  template <typename Find>
  std::vector<std::optional<std::size_t>> bindings(const FormCheck& check, FormSelector FormTerm::*side,
                                                   std::size_t count, Find find) const {
    for (const auto& operand : check.operands) {
      for (const auto& term : operand) {
        const FormSelector& selector = term.*side;
        if (selector.kind != FormSelector::Kind::each) {
          continue;
        }
        std::vector<std::optional<std::size_t>> out;
        if (selector.name.empty()) {
          for (std::size_t i = 0; i < count; ++i) {
            out.emplace_back(i);
          }
        } else {
          for (const auto& name : form_.set(selector.name)) {
            out.push_back(find(name));
          }
        }
        return out;
      }
    }
    return {std::nullopt};
  }

  void expand(const FormCheck& check) {
    const auto row = [&](const std::string& name) { return table_.find_row(name); };
    const auto column = [&](const std::string& name) { return table_.find_column(name); };
    for (const auto& r : bindings(check, &FormTerm::row, table_.rows.size(), row)) {
      for (const auto& c : bindings(check, &FormTerm::column, table_.columns.size(), column)) {
        Equation equation;
        bool whole = true;
        for (std::size_t side = 0; side < 2; ++side) {
          for (const auto& term : check.operands[side]) {
            const auto rows = selected(term.row, r, form_, row);
            const auto columns = selected(term.column, c, form_, column);
            whole = whole && rows && columns && add(equation, *rows, *columns, (side == 0 ? 1 : -1) * term.sign);
          }
        }
        if (whole && equation.terms.size() > 1) {
          out_.push_back(std::move(equation));
        }
      }
    }
  }

  bool add(Equation& equation, const Indices& rows, const Indices& columns, int sign) const {
    for (const std::size_t r : rows) {
      for (const std::size_t c : columns) {
        const auto cell = table_.find_cell(r, c);
        if (!cell) {
          return false;
        }
        equation.terms.emplace_back(*cell, sign);
      }
    }
    return true;
  }

  const Form& form_;
  std::size_t index_;
  const FormTable& table_;
  std::vector<Equation> out_;
};

// The equations that are about these cells only, each with the position of its last one.
struct LocalEquation {
  std::vector<std::pair<std::size_t, int>> terms;  // position in the row of cells
  std::size_t last = 0;
};

std::vector<LocalEquation> local_equations(const std::vector<Equation>& equations, const Indices& cells) {
  std::vector<LocalEquation> out;
  for (const auto& equation : equations) {
    LocalEquation local;
    for (const auto& [cell, sign] : equation.terms) {
      const auto found = std::find(cells.begin(), cells.end(), cell);
      if (found == cells.end()) {
        local.terms.clear();
        break;
      }
      const auto position = static_cast<std::size_t>(found - cells.begin());
      local.terms.emplace_back(position, sign);
      local.last = std::max(local.last, position);
    }
    if (!local.terms.empty()) {
      out.push_back(std::move(local));
    }
  }
  return out;
}

class Cutter {
 public:
  Cutter(const std::vector<FigureRun>& runs, const Indices& cells, const std::vector<Equation>& equations,
         std::size_t at_most)
      : runs_{runs}, count_{cells.size()}, equations_{local_equations(equations, cells)}, at_most_{at_most} {
    // From each run on: how many figures there are at least and at most.
    least_.assign(runs.size() + 1, 0);
    most_.assign(runs.size() + 1, 0);
    for (std::size_t i = runs.size(); i-- > 0;) {
      least_[i] = least_[i + 1] + 1;
      most_[i] = most_[i + 1] + std::max<std::size_t>(1, runs[i].digits.size());
    }
  }

  std::optional<std::vector<Assignment>> cut() {
    go(0, 0);
    return overflow_ ? std::nullopt : std::optional{std::move(out_)};
  }

 private:
  void go(std::size_t run, std::size_t offset) {
    if (overflow_ || ++steps_ > most_steps) {
      overflow_ = true;
      return;
    }
    if (run == runs_.size()) {
      if (current_.size() == count_) {
        out_.push_back(current_);
        overflow_ = out_.size() > at_most_;
      }
      return;
    }
    const auto& figure = runs_[run];
    if (figure.digits.empty()) {
      step(figure.value, run + 1, 0);
      return;
    }
    const std::size_t left = figure.digits.size() - offset;
    // No figure begins with a zero that is not the whole of it.
    const std::size_t longest = figure.digits[offset] == U'0' ? 1 : std::min(left, longest_number);
    std::int64_t value = 0;
    for (std::size_t length = 1; length <= longest; ++length) {
      value = value * 10 + static_cast<std::int64_t>(figure.digits[offset + length - 1] - U'0');
      const bool all = length == left;
      step(value, all ? run + 1 : run, all ? 0 : offset + length);
    }
  }

  void step(std::optional<std::int64_t> value, std::size_t run, std::size_t offset) {
    const std::size_t done = current_.size() + 1;
    const std::size_t rest_of_run = offset == 0 ? 0 : runs_[run].digits.size() - offset;
    const std::size_t next = offset == 0 ? run : run + 1;
    const std::size_t least = least_[next] + (rest_of_run > 0 ? 1 : 0);
    if (done + least > count_ || done + most_[next] + rest_of_run < count_) {
      return;
    }
    current_.push_back(value);
    if (holds(done - 1)) {
      go(run, offset);
    }
    current_.pop_back();
  }

  // The equations that this position completes.
  bool holds(std::size_t position) const {
    return std::all_of(equations_.begin(), equations_.end(), [&](const LocalEquation& equation) {
      if (equation.last != position) {
        return true;
      }
      std::int64_t sum = 0;
      for (const auto& [at, sign] : equation.terms) {
        sum += sign * current_[at].value_or(0);
      }
      return sum == 0;
    });
  }

  const std::vector<FigureRun>& runs_;
  std::size_t count_;
  std::vector<LocalEquation> equations_;
  std::size_t at_most_;
  std::vector<std::size_t> least_;
  std::vector<std::size_t> most_;
  Assignment current_;
  std::vector<Assignment> out_;
  std::size_t steps_ = 0;
  bool overflow_ = false;
};

class Search {
 public:
  Search(const std::vector<OpenCells>& open, std::vector<std::optional<std::int64_t>> values,
         const std::vector<Equation>& equations)
      : open_{open}, values_{std::move(values)} {
    owner_.resize(values_.size(), 0);
    for (std::size_t i = 0; i < open.size(); ++i) {
      for (const std::size_t cell : open[i].cells) {
        owner_[cell] = i + 1;
      }
    }
    // Each equation is looked at when the last group of open cells in it has been decided.
    by_group_.resize(open.size() + 1);
    for (const auto& equation : equations) {
      std::size_t last = 0;
      bool usable = true;
      for (const auto& term : equation.terms) {
        last = std::max(last, owner_[term.first]);
        usable = usable && (owner_[term.first] > 0 || values_[term.first].has_value());
      }
      if (usable && last > 0) {
        by_group_[last].push_back(&equation);
      }
    }
  }

  std::optional<std::vector<std::size_t>> run() {
    go(0);
    return solutions_ == 1 && steps_ <= most_steps ? std::optional{solution_} : std::nullopt;
  }

 private:
  void go(std::size_t group) {
    if (solutions_ > 1 || ++steps_ > most_steps) {
      return;
    }
    if (group == open_.size()) {
      ++solutions_;
      solution_ = chosen_;
      return;
    }
    const auto& cells = open_[group].cells;
    for (std::size_t c = 0; c < open_[group].candidates.size(); ++c) {
      for (std::size_t i = 0; i < cells.size(); ++i) {
        values_[cells[i]] = open_[group].candidates[c][i].value_or(0);
      }
      const auto& equations = by_group_[group + 1];
      const bool holds = std::all_of(equations.begin(), equations.end(), [&](const Equation* equation) {
        std::int64_t sum = 0;
        for (const auto& [cell, sign] : equation->terms) {
          sum += sign * values_[cell].value_or(0);
        }
        return sum == 0;
      });
      if (holds) {
        chosen_.push_back(c);
        go(group + 1);
        chosen_.pop_back();
      }
    }
  }

  const std::vector<OpenCells>& open_;
  std::vector<std::optional<std::int64_t>> values_;
  std::vector<std::size_t> owner_;  // 1 + group, 0 for known cells
  std::vector<std::vector<const Equation*>> by_group_;
  std::vector<std::size_t> chosen_;
  std::vector<std::size_t> solution_;
  std::size_t solutions_ = 0;
  std::size_t steps_ = 0;
};

}  // namespace

std::vector<Equation> equations_of(const Form& form, std::size_t table) { return Expansion{form, table}.all(); }

std::optional<std::vector<Assignment>> cut_figures(const std::vector<FigureRun>& runs, const Indices& cells,
                                                   const std::vector<Equation>& equations, std::size_t at_most) {
  return Cutter{runs, cells, equations, at_most}.cut();
}

std::optional<std::vector<std::size_t>> only_solution(const std::vector<OpenCells>& open,
                                                      const std::vector<std::optional<std::int64_t>>& known,
                                                      const std::vector<Equation>& equations) {
  return Search{open, known, equations}.run();
}

}  // namespace gongkai::detail
