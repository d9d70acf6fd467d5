// SPDX-License-Identifier: Apache-2.0
#include <gongkai/report/merge.hpp>

#include <algorithm>
#include <gongkai/error.hpp>
#include <map>
#include <set>

#include "report/accumulator.hpp"
#include "report/check_catalogue.hpp"
#include "report/child_record.hpp"
#include "report/group_sums.hpp"
#include "report/narrative_tables.hpp"

namespace gongkai {
namespace {

struct Child {
  ReportStanding standing = ReportStanding::unstated;
  std::string packed;
  std::set<std::string> other_forms;  // `table form` of tables of another form
  std::size_t reports = 0;            // of this body, the uncounted ones too

  // Which of two reports of a body counts: the final one; else whichever comes first as bytes, so that the order in
  // which they came does not matter.
  [[nodiscard]] bool yields_to(const Child& other) const {
    return standing != other.standing ? other.standing == ReportStanding::final
           : packed != other.packed   ? other.packed < packed
                                      : other.other_forms < other_forms;
  }
  /// Whether the other one counts now.
  bool merge(const Child& other) {
    const auto total = reports + other.reports;
    const bool yields = yields_to(other);
    if (yields) {
      *this = other;
    }
    reports = total;
    return yields;
  }
};

}  // namespace

struct Rollup::State {
  Form form;
  Children children = Children::remember;
  std::optional<int> year;
  std::map<std::string, Child, std::less<>> bodies;  // remembered
  detail::Accumulator sums;                          // of what is counted
  std::size_t forgotten = 0;
  std::set<std::string> other_forms;

  explicit State(Form of) : form{std::move(of)}, sums{form} {}

  // Sums cannot be taken back from: where another report of a body counts now, they are made anew.
  void rebuild() {
    sums = detail::Accumulator{form};
    for (const auto& entry : bodies) {
      add_tables(sums, detail::unpack_tables(form, entry.second.packed));
    }
  }
  void add_tables(detail::Accumulator& to, const std::vector<Table>& tables) const {
    for (std::size_t t = 0; t < form.tables().size(); ++t) {
      const auto found =
          std::find_if(tables.begin(), tables.end(), [&](const Table& table) { return table.table_index() == t; });
      if (found == tables.end()) {
        to.add_absent(t);
      } else {
        to.add(*found);
      }
    }
  }
  void take_year(std::optional<int> other) {
    if (year && other && *year != *other) {
      throw InvalidArgumentError{
          ErrorCode::out_of_range, "year",
          "reports of " + std::to_string(*year) + " and " + std::to_string(*other) + " are not merged"};
    }
    if (!year) {
      year = other;
    }
  }
};

Rollup::Rollup(Form form, Children children) : state_{std::make_unique<State>(std::move(form))} {
  state_->children = children;
}
Rollup::Rollup(const Rollup& other) : state_{std::make_unique<State>(*other.state_)} {}
Rollup::Rollup(Rollup&& other) noexcept = default;
Rollup& Rollup::operator=(const Rollup& other) {
  if (this != &other) {
    state_ = std::make_unique<State>(*other.state_);
  }
  return *this;
}
Rollup& Rollup::operator=(Rollup&& other) noexcept = default;
Rollup::~Rollup() = default;

void Rollup::add(const AnnualReport& given, std::string_view body, ReportStanding standing) {
  const AnnualReport report = detail::with_narrative_tables(given, state_->form);
  const std::string name = body.empty() ? report.organisation.value_or("") : std::string{body};
  if (name.empty()) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "body",
                               "a report that goes into a total names its body: one report a body and year"};
  }
  state_->take_year(report.year);
  Child child;
  child.standing = standing;
  child.reports = 1;
  std::vector<Table> own;
  for (const auto& table : report.tables) {
    if (table.form() == state_->form) {
      own.push_back(table);
    } else {
      child.other_forms.insert(table.id() + " " + table.form().id());
    }
  }
  if (state_->children == Children::forget) {
    state_->add_tables(state_->sums, own);
    state_->other_forms.insert(child.other_forms.begin(), child.other_forms.end());
    ++state_->forgotten;
    return;
  }
  child.packed = detail::pack_tables(state_->form, report);
  const auto found = state_->bodies.find(name);
  if (found == state_->bodies.end()) {
    state_->add_tables(state_->sums, own);
    state_->bodies.emplace(name, std::move(child));
  } else if (found->second.merge(child)) {
    state_->rebuild();
  }
}

void Rollup::add(const ReportBatch& batch, std::size_t report) {
  if (state_->children != Children::forget) {
    throw InvalidArgumentError{ErrorCode::invalid_option, "children",
                               "the reports of a batch have no names: they can only be summed with Children::forget"};
  }
  if (batch.form() != state_->form || report >= batch.size()) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "report", "the batch has no such report of this form"};
  }
  state_->sums.add_row(batch, report);
  ++state_->forgotten;
}

void Rollup::add(const Rollup& other) {
  if (other.state_->form != state_->form || other.state_->children != state_->children) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "other",
                               "roll-ups of one form and one treatment of children can be merged"};
  }
  state_->take_year(other.state_->year);
  bool twice = false;
  for (const auto& [name, child] : other.state_->bodies) {
    const auto found = state_->bodies.find(name);
    if (found == state_->bodies.end()) {
      state_->bodies.emplace(name, child);
    } else {
      (void)found->second.merge(child);
      twice = true;
    }
  }
  if (twice) {
    state_->rebuild();
  } else {
    state_->sums.add(other.state_->sums);
  }
  state_->forgotten += other.state_->forgotten;
  state_->other_forms.insert(other.state_->other_forms.begin(), other.state_->other_forms.end());
}

const Form& Rollup::form() const noexcept { return state_->form; }
std::optional<int> Rollup::year() const noexcept { return state_->year; }
std::size_t Rollup::count() const noexcept {
  return state_->children == Children::forget ? state_->forgotten : state_->bodies.size();
}

std::vector<std::string> Rollup::bodies() const {
  std::vector<std::string> out;
  for (const auto& entry : state_->bodies) {
    out.push_back(entry.first);
  }
  return out;
}

std::vector<std::string> Rollup::missing(const std::vector<std::string>& expected) const {
  std::vector<std::string> out;
  std::copy_if(expected.begin(), expected.end(), std::back_inserter(out),
               [&](const std::string& body) { return state_->bodies.find(body) == state_->bodies.end(); });
  return out;
}

AnnualReport Rollup::report(std::optional<std::string> organisation) const {
  AnnualReport out;
  out.organisation = std::move(organisation);
  out.year = state_->year;
  out.style = state_->form.id();
  out.complete = true;
  out.tables = state_->sums.tables();
  detail::move_narrative_out(out);
  return out;
}

Coverage Rollup::coverage(std::string_view path) const {
  const auto at = state_->form.cell(path);
  if (!at) {
    throw NotFoundError{ErrorCode::unknown_name, std::string{path},
                        "the form " + state_->form.id() + " has no cell " + std::string{path}};
  }
  return state_->sums.cell(*at).coverage;
}

std::vector<Contribution> Rollup::trace(std::string_view path) const {
  if (state_->children == Children::forget) {
    throw InvalidArgumentError{ErrorCode::invalid_option, "children",
                               "this roll-up forgets its children; a trace needs Children::remember"};
  }
  if (!state_->form.cell(path)) {
    throw NotFoundError{ErrorCode::unknown_name, std::string{path},
                        "the form " + state_->form.id() + " has no cell " + std::string{path}};
  }
  std::vector<Contribution> out;
  for (const auto& [name, child] : state_->bodies) {
    AnnualReport report;
    report.tables = detail::unpack_tables(state_->form, child.packed);
    detail::move_narrative_out(report);
    out.push_back({name, report.cell(path)});
  }
  return out;
}

std::vector<Finding> Rollup::findings() const {
  const auto& catalogue = detail::CheckCatalogue::builtin();
  std::vector<Finding> out;
  const auto other_form = [&](const std::string& body, const std::string& table_and_form) {
    const auto space = table_and_form.find(' ');
    out.push_back(catalogue.make("other_form", state_->form.id(),
                                 {{"body", body},
                                  {"table", table_and_form.substr(0, space)},
                                  {"form", table_and_form.substr(space + 1)},
                                  {"own", state_->form.id()}}));
    out.back().cells = {table_and_form.substr(0, space)};
  };
  for (const auto& [name, child] : state_->bodies) {
    if (child.reports > 1) {
      out.push_back(catalogue.make("duplicate", state_->form.id(),
                                   {{"body", name},
                                    {"number", std::to_string(child.reports)},
                                    {"year", state_->year ? std::to_string(*state_->year) : std::string{"?"}}}));
    }
    for (const auto& other : child.other_forms) {
      other_form(name, other);
    }
  }
  for (const auto& other : state_->other_forms) {
    other_form("", other);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<Rollup> merge_groups(const ReportBatch& batch, Span<const std::uint32_t> groups, std::size_t count) {
  if (groups.size() != batch.size()) {
    throw InvalidArgumentError{ErrorCode::length_mismatch, "groups", "one group is needed for each report"};
  }
  for (std::size_t i = 0; i < batch.size(); ++i) {
    if (groups[i] >= count) {
      throw InvalidArgumentError{
          ErrorCode::out_of_range, "groups",
          "report " + std::to_string(i) + " is in group " + std::to_string(groups[i]) + " of " + std::to_string(count)};
    }
  }
  auto sums = detail::sum_groups(batch, groups, count);
  std::vector<Rollup> out(count, Rollup{batch.form(), Children::forget});
  for (std::size_t group = 0; group < count; ++group) {
    out[group].state_->sums = std::move(sums.sums[group]);
    out[group].state_->forgotten = sums.reports[group];
  }
  return out;
}

}  // namespace gongkai
