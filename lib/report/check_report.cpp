// SPDX-License-Identifier: Apache-2.0
// Everything that is checked in a report, in one list.
#include <algorithm>
#include <gongkai/error.hpp>
#include <gongkai/report/check.hpp>

#include "detail/json_reader.hpp"
#include "report/check_parts.hpp"

namespace gongkai {
namespace {

// A note speaks of a cell, of a row or table around it, or of the report as a whole.
bool speaks_of(const Explanation& note, const Finding& finding, const FormCheck& check) {
  const bool words = std::any_of(check.explained_by.begin(), check.explained_by.end(),
                                 [&](const std::string& word) { return note.text.find(word) != std::string::npos; });
  if (!check.explained_by.empty() && !words) {
    return false;
  }
  if (note.cells.empty()) {
    return words;
  }
  return std::any_of(note.cells.begin(), note.cells.end(), [&](const std::string& path) {
    return std::any_of(finding.cells.begin(), finding.cells.end(), [&](const std::string& cell) {
      return cell == path ||
             (cell.size() > path.size() && cell[path.size()] == '.' && cell.compare(0, path.size(), path) == 0);
    });
  });
}

void explain(const Form& form, const AnnualReport& report, std::vector<Finding>& findings) {
  const auto& catalogue = detail::CheckCatalogue::builtin();
  for (auto& finding : findings) {
    for (const auto& check : form.checks()) {
      if (check.code != finding.code || !check.explainable || finding.severity == Severity::note) {
        continue;
      }
      const auto note = std::find_if(report.explanations.begin(), report.explanations.end(),
                                     [&](const Explanation& one) { return speaks_of(one, finding, check); });
      if (note != report.explanations.end()) {
        finding.severity = Severity::note;
        finding.message += catalogue.text("explained", {{"note", note->text}});
        finding.message_zh += catalogue.text_zh("explained", {{"note", note->text}});
      }
    }
  }
}

std::vector<Finding> check_all(const AnnualReport& report, const AnnualReport* previous, const CheckOptions& options) {
  auto out = detail::check_narrative(report);
  std::vector<Form> forms;
  for (const auto& table : report.tables) {
    if (std::find(forms.begin(), forms.end(), table.form()) == forms.end()) {
      forms.push_back(table.form());
    }
  }
  const auto reset = [&](std::vector<Finding>& findings) {
    for (auto& finding : findings) {
      const auto severity = options.severities.find(finding.code);
      if (severity != options.severities.end()) {
        finding.severity = severity->second;
      }
    }
  };
  reset(out);
  for (const auto& form : forms) {
    auto findings = detail::FormChecker{form, report, previous, options}.run();
    reset(findings);
    explain(form, report, findings);
    out.insert(out.end(), std::make_move_iterator(findings.begin()), std::make_move_iterator(findings.end()));
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

std::vector<Finding> check(const AnnualReport& report, const CheckOptions& options) {
  return check_all(report, nullptr, options);
}

std::vector<Finding> check(const AnnualReport& report, const AnnualReport& previous, const CheckOptions& options) {
  if (report.year && previous.year && *previous.year != *report.year - 1) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "previous",
                               "the report of the year before " + std::to_string(*report.year) + " is asked, not of " +
                                   std::to_string(*previous.year)};
  }
  return check_all(report, &previous, options);
}

CheckOptions CheckOptions::parse(std::string_view json, const std::string& file) {
  const auto parsed = detail::parse_json(json, file);
  const detail::JsonCursor root{parsed, file};
  root.object({"schema"}, {"severities", "limits", "level"});
  (void)root.at("schema").integer(1, 1);
  CheckOptions out;
  if (const auto severities = root.find("severities")) {
    for (const auto& [code, value] : severities->members()) {
      const auto severity = parse_severity(value.string());
      if (!severity) {
        value.fail(ErrorCode::json_bad_value, "\"error\", \"warning\" or \"note\" is expected");
      }
      out.severities[code] = *severity;
    }
  }
  if (const auto limits = root.find("limits")) {
    for (const auto& [code, value] : limits->members()) {
      out.limits[code] = value.integer(0, 1000000);
    }
  }
  if (const auto level = root.find("level")) {
    out.level = level->string();
  }
  return out;
}

}  // namespace gongkai
