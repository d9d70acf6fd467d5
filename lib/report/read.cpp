// SPDX-License-Identifier: Apache-2.0
#include <gongkai/report/read.hpp>

#include <algorithm>
#include <gongkai/error.hpp>
#include <map>
#include <set>

#include "report/page.hpp"
#include "report/slots.hpp"
#include "report/table_reader.hpp"
#include "text/utf32.hpp"

namespace gongkai {
namespace {

using detail::Statement;

bool agree(const detail::Page& page, const Statement& a, const Statement& b) {
  const Cell x = detail::to_cell(page, a);
  const Cell y = detail::to_cell(page, b);
  return x.kind == y.kind && same_value(x.value, y.value);
}

// The statements that count: the strong ones; without any, the weak ones if they agree.
std::vector<Statement> deciding(const detail::Page& page, std::vector<Statement> statements) {
  std::vector<Statement> strong;
  std::copy_if(statements.begin(), statements.end(), std::back_inserter(strong),
               [](const Statement& s) { return s.strong; });
  if (!strong.empty()) {
    return strong;
  }
  const bool one = std::all_of(statements.begin(), statements.end(),
                               [&](const Statement& s) { return agree(page, s, statements.front()); });
  return one ? std::move(statements) : std::vector<Statement>{};
}

// Different numbers for one slot: only those whose sentence names the report's year are compared; where even they
// differ, the text does not settle the figure, unless it is a total that the report plainly contradicts.
std::vector<Statement> settled(const detail::Page& page, std::vector<Statement> statements, bool keep_contradiction) {
  const auto is_number = [&](const Statement& s) { return s.mention.has_value(); };
  std::vector<Statement> numbers;
  std::copy_if(statements.begin(), statements.end(), std::back_inserter(numbers), is_number);
  if (numbers.size() < 2 || std::all_of(numbers.begin(), numbers.end(),
                                        [&](const Statement& s) { return agree(page, s, numbers.front()); })) {
    return statements;
  }
  std::vector<Statement> dated;
  std::copy_if(statements.begin(), statements.end(), std::back_inserter(dated), [&](const Statement& s) {
    return !s.mention || page.mentions[*s.mention].period == MentionPeriod::this_year;
  });
  const bool agreed = !dated.empty() && std::all_of(dated.begin(), dated.end(),
                                                    [&](const Statement& s) { return agree(page, s, dated.front()); });
  return agreed || (keep_contradiction && !dated.empty()) ? dated : std::vector<Statement>{};
}

void put_residues(const detail::Page& page, const detail::NarrativeLexicon& lexicon, AnnualReport& report) {
  for (const auto& rule : lexicon.residues) {
    for (std::size_t at = page.text.find(rule.begin); at != std::u32string_view::npos;
         at = page.text.find(rule.begin, at + 1)) {
      const std::size_t behind = at + rule.begin.size();
      const std::size_t close = rule.end.empty() ? behind : page.text.substr(0, behind + 40).find(rule.end, behind);
      const std::size_t end = close == std::u32string_view::npos ? behind : close + rule.end.size();
      report.residues.push_back(page.source->place(at, end - at));
    }
  }
  std::sort(report.residues.begin(), report.residues.end());
}

// The text without its tables, every other byte where it was: their figures are cells and no statements.
std::string running_text(const std::string& text, const std::vector<TextRange>& tables) {
  std::string out = text;
  for (const auto& range : tables) {
    std::replace_if(
        out.begin() + static_cast<std::ptrdiff_t>(range.begin), out.begin() + static_cast<std::ptrdiff_t>(range.end),
        [](char c) { return c != '\n'; }, ' ');
  }
  return out;
}

void put_tables(detail::TablesOfDocument tables, AnnualReport& report) {
  std::map<std::string, int> forms;
  for (auto& reading : tables.readings) {
    const auto& form = reading.table.form();
    const bool own =
        report.year && *report.year >= form.first_year() && (!form.last_year() || *report.year <= *form.last_year());
    forms[form.id()] += own ? 10 : 1;  // a table of the year's own form names the style
    report.inferred.insert(report.inferred.end(), reading.inferred.begin(), reading.inferred.end());
    report.unplaced.insert(report.unplaced.end(), reading.unplaced.begin(), reading.unplaced.end());
    report.other_rows.insert(report.other_rows.end(), reading.other_rows.begin(), reading.other_rows.end());
    report.tables.push_back(std::move(reading.table));
  }
  if (!forms.empty()) {
    report.style = std::max_element(forms.begin(), forms.end(), [](const auto& a, const auto& b) {
                     return a.second < b.second;
                   })->first;
  }
}

Cell cell_of(const detail::Page& page, std::size_t mention) {
  Statement statement;
  statement.mention = mention;
  return detail::to_cell(page, statement);
}

}  // namespace

AnnualReport read(std::string_view bytes, const ReadOptions& options) {
  if (looks_like_html(bytes.substr(0, std::min(bytes.size(), options.limits.max_bytes)))) {
    throw ParseError{ErrorCode::not_text, options.file, "",
                     "this is an HTML page, not text: read_html (gongkai/documents/html.hpp) reads it"};
  }
  return read(read_text_document(bytes, options.limits, options.file), options);
}

AnnualReport read(const Document& document, const ReadOptions& options) {
  const auto& lexicon = detail::NarrativeLexicon::builtin();
  const NormalisedText whole = normalise(document.text());
  detail::Page all;
  all.source = &whole;
  all.text = whole.folded();
  const auto year = detail::report_year(all.text, lexicon);
  auto tables = detail::read_tables(document, year);
  const NormalisedText text = tables.covered.empty() ? whole : normalise(running_text(document.text(), tables.covered));
  const auto page = detail::make_page(text, year, options.limits);
  if (tables.readings.size() < 2 && !detail::is_annual_report(all, lexicon)) {
    throw ParseError{ErrorCode::no_report, options.file, "",
                     "no annual report on the disclosure of government information can be recognised in this text"};
  }
  AnnualReport report;
  report.year = year;
  report.organisation = detail::report_organisation(page, lexicon);
  report.style = detail::report_style(all, year, lexicon);
  report.complete = detail::report_complete(all, lexicon);
  put_tables(std::move(tables), report);

  std::set<std::size_t> placed;
  std::map<std::string, std::vector<Statement>> found;
  for (const auto& rule : lexicon.slots) {
    auto statements =
        deciding(page, detail::find_statements(page, rule, lexicon, report.organisation, found[rule.follows]));
    statements = settled(page, std::move(statements), rule.name == lexicon.slots.front().name);
    // A number outranks "none" in words; both stay visible for the check.
    const auto first =
        std::find_if(statements.begin(), statements.end(), [](const Statement& s) { return s.mention.has_value(); });
    const auto chosen = first != statements.end() ? first : statements.begin();
    for (auto statement = statements.begin(); statement != statements.end(); ++statement) {
      if (statement->mention) {
        placed.insert(*statement->mention);
      }
      if (statement == chosen) {
        report.narrative.emplace_back(rule.name, detail::to_cell(page, *statement));
      } else {
        report.restatements.push_back({rule.name, detail::to_cell(page, *statement)});
      }
    }
    found[rule.name] = std::move(statements);
  }
  for (const auto& found_class : detail::find_classes(page, found[lexicon.slots.front().name], lexicon)) {
    ClassFigure figure;
    figure.label = found_class.label;
    figure.count = cell_of(page, found_class.count);
    placed.insert(found_class.count);
    if (found_class.percent) {
      figure.percent = cell_of(page, *found_class.percent);
      placed.insert(*found_class.percent);
    }
    report.classes.push_back(std::move(figure));
  }
  for (std::size_t m = 0; m < page.mentions.size(); ++m) {
    if (placed.count(m) == 0) {
      report.mentions.push_back(page.mentions[m]);
    }
  }
  put_residues(page, lexicon, report);
  report.residues.insert(report.residues.end(), document.residues().begin(), document.residues().end());
  return report;
}

}  // namespace gongkai
