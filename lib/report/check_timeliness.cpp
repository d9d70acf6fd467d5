// SPDX-License-Identifier: Apache-2.0
#include "report/check_timeliness.hpp"

#include <algorithm>
#include <gongkai/rules/rulebook.hpp>

#include "report/body_levels.hpp"

namespace gongkai::detail {
namespace {

constexpr std::string_view rule = "annual_report";
constexpr std::string_view country = "cn-";  // styles are named after their country

struct Due {
  Date day;
  std::string citation;
};

const Rulebook& rulebook() {
  static const Rulebook rules = Rulebook::builtin("cn");
  return rules;
}

// In the year after the report's; nothing where the law of that year states no day for the body.
std::optional<Due> due_of(std::string_view body, int year) {
  const auto answer = rulebook().at(rule, body, Date{year, 12, 31});
  if (!answer.in_force()) {
    return std::nullopt;
  }
  std::string citation;
  for (const auto& one : answer.entry().citations) {
    citation += (citation.empty() ? "" : "; ") + one.to_string();
  }
  return Due{answer.day_of_year().in(year + 1), citation};
}

// A body that may be of several kinds is late only after the last day of them all.
std::optional<Due> due_day(const std::vector<std::string>& levels, int year) {
  const auto& bodies = BodyLevels::builtin();
  if (auto all = due_of(bodies.every_body, year)) {
    return all;
  }
  std::optional<Due> last;
  for (const auto& level : levels) {
    const auto body = std::find_if(bodies.rule_bodies.begin(), bodies.rule_bodies.end(),
                                   [&](const auto& pair) { return pair.first == level; });
    const auto due = body == bodies.rule_bodies.end() ? std::nullopt : due_of(body->second, year);
    if (!due) {
      return std::nullopt;
    }
    if (!last || due->day > last->day) {
      last = due;
    }
  }
  return last;
}

}  // namespace

void check_timeliness(const AnnualReport& report, const CheckOptions& options, const CheckCatalogue& catalogue,
                      std::vector<Finding>& out) {
  const std::string style = report.style.value_or(std::string{});
  if (!report.year || style.compare(0, country.size(), country) != 0) {
    return;
  }
  const std::string year = std::to_string(*report.year);
  const auto add = [&](std::string_view id, Date day, const std::optional<Due>& due) {
    const std::string due_text = due ? due->day.to_string() : std::string{};
    auto finding = catalogue.make(id, style, {{"day", day.to_string()}, {"due", due_text}, {"year", year}});
    finding.citation = due ? due->citation : std::string{};
    if (due) {
      finding.left = due_text;
      finding.right = day.to_string();
    }
    out.push_back(std::move(finding));
  };
  const auto published = options.published_on ? options.published_on : report.published_on;
  const auto levels = possible_levels(report, options.level);
  if (published) {
    const auto due = due_day(levels, *report.year);
    if (due && *published > due->day) {
      add(options.published_on ? "late" : "late_printed", *published, due);
    } else if (levels.size() == 1) {
      const auto local = options.local_due.find(levels.front());
      if (local != options.local_due.end() && *published > local->second.in(*report.year + 1)) {
        add("late_local", *published, Due{local->second.in(*report.year + 1), {}});
      }
    }
    if (*published < Date{*report.year, 12, 31}) {
      add("published_early", *published, std::nullopt);
    }
  }
  if (report.signed_on && *report.signed_on < Date{*report.year, 12, 31}) {
    add("early", *report.signed_on, std::nullopt);
  }
}

}  // namespace gongkai::detail
