// SPDX-License-Identifier: Apache-2.0
// Who must report and has not.
#include <algorithm>
#include <gongkai/report/run.hpp>
#include <gongkai/text/normalise.hpp>
#include <unordered_map>

#include "report/body_name.hpp"
#include "report/check_catalogue.hpp"

namespace gongkai {
namespace {

// All names under which a report counts, for looking up by their last characters.
class Names {
 public:
  void add(const std::string& name, std::size_t body) {
    auto folded = detail::plain_name(name);
    if (!folded.empty()) {
      by_end_[detail::name_end(folded)].push_back({std::move(folded), body});
    }
  }
  // Calls `use(body)` for all that the printed name may be of.
  template <typename Use>
  void matching(const std::string& printed, Use use) const {
    const auto folded = detail::plain_name(printed);
    const auto found = by_end_.find(detail::name_end(folded));
    if (folded.empty() || found == by_end_.end()) {
      return;
    }
    for (const auto& [name, body] : found->second) {
      if (detail::one_ends_with_other(name, folded)) {
        use(body);
      }
    }
  }

 private:
  std::unordered_map<std::string, std::vector<std::pair<std::string, std::size_t>>> by_end_;
};

}  // namespace

std::vector<RosterBody> roster_of(const AgencyTree& tree, std::string_view parent, int year) {
  const Date day{year, 12, 31};
  std::vector<RosterBody> out;
  for (const auto& id : tree.descendants(parent, day)) {
    const auto& agency = tree.at(id);
    const auto* now = agency.on(day);
    if (now == nullptr) {
      continue;
    }
    RosterBody body{now->name, {}};
    const auto also = [&](const Agency& other) {
      for (const auto& period : other.periods()) {
        if (period.name != body.name &&
            std::find(body.other_names.begin(), body.other_names.end(), period.name) == body.other_names.end()) {
          body.other_names.push_back(period.name);
        }
      }
    };
    also(agency);
    for (const auto& before : agency.predecessors()) {
      also(tree.at(before));
    }
    out.push_back(std::move(body));
  }
  return out;
}

bool is_name_of(const RosterBody& body, std::string_view printed) {
  const auto folded = detail::plain_name(printed);
  const auto same = [&](const std::string& name) {
    const auto own = detail::plain_name(name);
    return !own.empty() && !folded.empty() && detail::one_ends_with_other(own, folded);
  };
  return same(body.name) || std::any_of(body.other_names.begin(), body.other_names.end(), same);
}

std::vector<Finding> check_roster(Span<const RosterBody> roster, Span<const ReportedBody> reported, int year) {
  Names names;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    names.add(roster[i].name, i);
    for (const auto& other : roster[i].other_names) {
      names.add(other, i);
    }
  }
  std::vector<bool> there(roster.size(), false);
  for (const auto& one : reported) {
    if (one.year && *one.year != year) {
      continue;
    }
    // A name in full decides before a name that is only the end of another.
    std::optional<std::size_t> exact;
    std::vector<std::size_t> others;
    const auto plain = detail::plain_name(one.name);
    names.matching(one.name, [&](std::size_t body) {
      const bool same = detail::plain_name(roster[body].name) == plain;
      exact = same ? std::optional{body} : exact;
      others.push_back(body);
    });
    if (exact) {
      there[*exact] = true;
      continue;
    }
    for (const auto body : others) {
      there[body] = true;
    }
  }
  const auto& catalogue = detail::CheckCatalogue::builtin();
  std::vector<Finding> out;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    if (!there[i]) {
      auto finding = catalogue.make("absent", {}, {{"body", roster[i].name}, {"year", std::to_string(year)}});
      out.push_back(std::move(finding));
    }
  }
  return out;
}

std::vector<Finding> check_roster(Span<const RosterBody> roster, Span<const AnnualReport> reports, int year) {
  std::vector<ReportedBody> reported;
  for (const auto& report : reports) {
    if (report.organisation) {
      reported.push_back({*report.organisation, report.year});
    }
  }
  return check_roster(roster, Span<const ReportedBody>{reported}, year);
}

}  // namespace gongkai
