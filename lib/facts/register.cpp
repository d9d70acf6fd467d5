// SPDX-License-Identifier: Apache-2.0
#include "facts/register.hpp"

#include <algorithm>
#include <array>

namespace gongkai {

RegisterEvents events_of(const RegisterLines& lines, const RequestRules& rules) {
  RegisterEvents out;
  const auto& rulebook = rules.clock.rulebook();
  detail::tell_requests(lines, rulebook, out);
  detail::tell_remedies(lines, rulebook, out);
  detail::tell_figures(lines, rulebook, out);
  detail::tell_records(lines, rulebook, out);
  std::stable_sort(out.problems.begin(), out.problems.end(), [](const LineProblem& a, const LineProblem& b) {
    return a.kind != b.kind ? a.kind < b.kind : a.line < b.line;
  });
  std::int64_t sequence = 0;
  for (auto& event : out.requests) {
    event.envelope.sequence = ++sequence;
  }
  for (auto& event : out.records) {
    event.envelope.sequence = ++sequence;
  }
  return out;
}

Tabulation tabulate(const Form& form, const RegisterEvents& events, const RequestRules& rules,
                    const CatalogueRules& catalogue_rules, int year, const TabulateOptions& options) {
  const Date last_day{year, 12, 31};
  const auto requests = replay(events.requests, last_day, last_day, rules);
  const auto catalogue = replay(events.records, last_day, last_day, catalogue_rules);
  const auto facts = derive(requests.requests, catalogue.catalogue, {}, rules);
  auto out = tabulate(form, facts, rules.clock.rulebook(), year, options);
  std::vector<Finding> findings = requests.findings;
  findings.insert(findings.end(), catalogue.findings.begin(), catalogue.findings.end());
  findings.insert(findings.end(), facts.findings.begin(), facts.findings.end());
  findings.insert(findings.end(), out.findings.begin(), out.findings.end());
  out.findings = std::move(findings);
  return out;
}

std::string_view to_string(RegisterKind kind) noexcept {
  constexpr std::array<std::string_view, 4> names{"requests", "remedies", "records", "figures"};
  return names.at(static_cast<std::size_t>(kind));
}

}  // namespace gongkai
