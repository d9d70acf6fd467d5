#include <iostream>

#include <gongkai/gongkai.hpp>

int main() {
  // A register of two lines: one request of December that was answered in January, one that is still open.
  gongkai::RequestLine first;
  first.number = "2023-005";
  first.applicant.type = "natural_person";
  first.received = gongkai::Date{2023, 12, 20};
  first.replied = gongkai::Date{2024, 1, 9};
  first.outcome = "granted";
  gongkai::RequestLine second;
  second.number = "2024-001";
  second.applicant.type = "legal_service_org";
  second.received = gongkai::Date{2024, 12, 27};
  gongkai::RegisterLines lines;
  lines.requests = {first, second, second};  // the same number twice

  const auto rules = gongkai::RequestRules::builtin("CN");
  const auto events = gongkai::events_of(lines, rules);
  for (const auto& problem : events.problems) {
    std::cout << to_string(problem.kind) << ' ' << problem.line << ", " << problem.field << ": " << problem.rule
              << '\n';
  }

  const auto form = gongkai::Form::builtin("cn-format-2021");
  const auto told = tabulate(form, events, rules, gongkai::CatalogueRules::builtin("CN"), 2024);
  for (const char* path : {"requests.new_received.total", "requests.carried_in.total",
                           "requests.granted.natural_person", "requests.carried_out.total"}) {
    std::cout << path << ' ' << told.report.cell(path).value;
    for (const auto& source : told.trace(path)) {
      std::cout << ' ' << source.fact;
    }
    std::cout << '\n';
  }
  std::cout << check(told.report).size() << " findings\n";
}
