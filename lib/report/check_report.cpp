// SPDX-License-Identifier: Apache-2.0
// Everything that is checked in a report, in one list.
#include <algorithm>
#include <gongkai/error.hpp>
#include <gongkai/report/check.hpp>

#include "detail/json_reader.hpp"
#include "report/check_claims.hpp"
#include "report/check_originality.hpp"
#include "report/check_parts.hpp"
#include "report/check_timeliness.hpp"

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

// The forms of the tables, and the report's own, whose chapters it must have.
std::vector<Form> forms_of(const AnnualReport& report) {
  std::vector<Form> forms;
  for (const auto& table : report.tables) {
    if (std::find(forms.begin(), forms.end(), table.form()) == forms.end()) {
      forms.push_back(table.form());
    }
  }
  const auto ids = Form::builtin_ids();
  const bool builtin = report.style && std::find(ids.begin(), ids.end(), *report.style) != ids.end();
  const bool there = report.style && std::any_of(forms.begin(), forms.end(),
                                                 [&](const Form& form) { return form.id() == *report.style; });
  if (builtin && !there) {
    forms.push_back(Form::builtin(*report.style));
  }
  return forms;
}

// Words of the caller's own list, wherever they stand in the text.
void refused_words(const AnnualReport& report, const CheckOptions& options, std::vector<Finding>& out) {
  const auto& catalogue = detail::CheckCatalogue::builtin();
  for (const auto& word : options.words) {
    for (const auto& chapter : report.chapters) {
      if (!word.empty() &&
          (chapter.text.find(word) != std::string::npos || chapter.heading.find(word) != std::string::npos)) {
        auto finding = catalogue.make("refused_word", report.style.value_or(std::string{}), {{"words", word}});
        finding.citation.clear();
        finding.where = {chapter.place};
        out.push_back(std::move(finding));
      }
    }
  }
}

void changed(const AnnualReport& report, const CheckOptions& options, std::vector<Finding>& out) {
  if (!options.content_hash) {
    return;
  }
  const auto now = content_hash(report);
  if (now != *options.content_hash) {
    auto finding = detail::CheckCatalogue::builtin().make("changed", report.style.value_or(std::string{}),
                                                          {{"left", *options.content_hash}, {"right", now}});
    finding.citation.clear();
    finding.left = *options.content_hash;
    finding.right = now;
    out.push_back(std::move(finding));
  }
}

std::vector<Finding> check_all(const AnnualReport& report, const AnnualReport* previous, const AnnualReport* before,
                               const CheckOptions& options) {
  const auto& catalogue = detail::CheckCatalogue::builtin();
  auto out = detail::check_narrative(report);
  detail::check_claims(report, previous, catalogue, out);
  detail::check_timeliness(report, options, catalogue, out);
  if (previous != nullptr) {
    detail::check_last_year(report, *previous, options, catalogue, out);
  }
  if (previous != nullptr && before != nullptr) {
    detail::check_problems(report, *previous, *before, options, catalogue, out);
  }
  refused_words(report, options, out);
  changed(report, options, out);
  detail::reset_severities(out, options);
  for (const auto& form : forms_of(report)) {
    auto findings = detail::FormChecker{form, report, previous, options}.run();
    detail::reset_severities(findings, options);
    explain(form, report, findings);
    out.insert(out.end(), std::make_move_iterator(findings.begin()), std::make_move_iterator(findings.end()));
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

void detail::reset_severities(std::vector<Finding>& findings, const CheckOptions& options) {
  for (auto& finding : findings) {
    const auto severity = options.severities.find(finding.code);
    if (severity != options.severities.end()) {
      finding.severity = severity->second;
    }
  }
}

std::vector<Finding> check(const AnnualReport& report, const CheckOptions& options) {
  return check_all(report, nullptr, nullptr, options);
}

std::vector<Finding> check(const AnnualReport& report, const AnnualReport& previous, const CheckOptions& options) {
  if (report.year && previous.year && *previous.year != *report.year - 1) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "previous",
                               "the report of the year before " + std::to_string(*report.year) + " is asked, not of " +
                                   std::to_string(*previous.year)};
  }
  return check_all(report, &previous, nullptr, options);
}

std::vector<Finding> check(const AnnualReport& report, Span<const AnnualReport> earlier, const CheckOptions& options) {
  const AnnualReport* previous = nullptr;
  const AnnualReport* before = nullptr;
  for (const auto& one : earlier) {
    if (!report.year || !one.year || *one.year >= *report.year) {
      throw InvalidArgumentError{ErrorCode::out_of_range, "earlier",
                                 "reports of known years are asked, each of a year before that of the report"};
    }
    previous = *one.year == *report.year - 1 ? &one : previous;
    before = *one.year == *report.year - 2 ? &one : before;
  }
  return check_all(report, previous, before, options);
}

CheckOptions CheckOptions::parse(std::string_view json, const std::string& file) {
  const auto parsed = detail::parse_json(json, file);
  const detail::JsonCursor root{parsed, file};
  root.object({"schema"}, {"severities", "limits", "level", "local_due", "words"});
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
  if (const auto days = root.find("local_due")) {
    for (const auto& [kind, value] : days->members()) {
      value.object({"month", "day"});
      const DayOfYear day{static_cast<int>(value.at("month").integer(1, 12)),
                          static_cast<int>(value.at("day").integer(1, 31))};
      if (day.day > Date::days_in_month(2023, day.month)) {  // of every year: not 29 February
        value.at("day").fail(ErrorCode::json_bad_value, "a day that every year has is expected");
      }
      out.local_due[kind] = day;
    }
  }
  if (const auto words = root.find("words")) {
    out.words = words->strings();
  }
  return out;
}

}  // namespace gongkai
