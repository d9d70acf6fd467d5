// SPDX-License-Identifier: Apache-2.0
#include <gongkai/report/read.hpp>

#include <algorithm>
#include <gongkai/error.hpp>
#include <map>
#include <optional>
#include <set>

#include "report/chapters.hpp"
#include "report/claims.hpp"
#include "report/lists.hpp"
#include "report/page.hpp"
#include "report/slips.hpp"
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

// A text of another language, a page with grids, or one that speaks of at least three things that stand in the tables
// of the forms: without them a search for tables finds none and costs most of the reading.
bool may_hold_tables(const Document& document, const detail::Head& text, const detail::NarrativeLexicon& lexicon) {
  constexpr std::size_t enough = 3;
  std::set<std::u32string_view> seen;
  std::size_t chinese = 0;
  for (std::size_t i = 0; i < text.text.size() && seen.size() < enough; ++i) {
    chinese += detail::is_han(text.text[i]) ? 1U : 0U;
    text.hits->beginning(lexicon.words.table_hint, i, [&](std::size_t begin, std::size_t end) {
      seen.insert(text.text.substr(begin, end - begin));
    });
  }
  return !document.tables().empty() || seen.size() >= enough || 4 * chinese < text.text.size();
}

// A list that is there to its last row is what a report of its years ends with.
bool is_closing_list(const Table& table) {
  return table.definition().layout == TableLayout::list && table.cell_count() > 0 &&
         table.kind(table.cell_count() - 1) != CellKind::absent;
}

void put_tables(detail::TablesOfDocument tables, AnnualReport& report) {
  std::map<std::string, int> forms;
  for (auto& reading : tables.readings) {
    const auto& form = reading.table.form();
    const bool own =
        report.year && *report.year >= form.first_year() && (!form.last_year() || *report.year <= *form.last_year());
    report.complete = report.complete || is_closing_list(reading.table);
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

// "区政府办受理36件,各部门受理97件,全区共受理133件": the last is the sum of all before it in the sentence.
std::optional<Statement> sum_of_others(const detail::Page& page, const std::vector<Statement>& statements) {
  for (const auto& one : statements) {
    if (!one.mention) {
      continue;
    }
    const auto& mention = page.mentions[*one.mention];
    std::int64_t sum = 0;
    std::size_t parts = 0;
    for (std::size_t i = *one.mention; i-- > 0 && page.mentions[i].sentence == mention.sentence;) {
      if (page.mentions[i].unit == mention.unit && page.mentions[i].value.decimals == 0) {
        sum += page.mentions[i].value.unscaled;
        ++parts;
      }
    }
    if (parts > 1 && sum == mention.value.unscaled) {
      return one;
    }
  }
  return std::nullopt;
}

std::vector<Statement> keep_decided(const detail::Page& page, std::vector<Statement> statements, bool total) {
  if (const auto whole = sum_of_others(page, statements); whole && statements.size() > 1) {
    return {*whole};
  }
  return settled(page, deciding(page, std::move(statements)), total);
}

// Fills one slot; what is said of it again stays visible for the check.
void put_slot(const detail::Page& page, const std::string& name, const std::vector<Statement>& statements,
              detail::Placed& placed, AnnualReport& report) {
  // A number outranks "none" in words.
  const auto first =
      std::find_if(statements.begin(), statements.end(), [](const Statement& s) { return s.mention.has_value(); });
  const auto chosen = first != statements.end() ? first : statements.begin();
  for (auto statement = statements.begin(); statement != statements.end(); ++statement) {
    if (statement->mention) {
      placed.emplace(*statement->mention, "narrative." + name);
    }
    if (statement == chosen) {
      report.narrative.emplace_back(name, detail::to_cell(page, *statement));
    } else {
      report.restatements.push_back({name, detail::to_cell(page, *statement)});
    }
  }
}

void put_classes(const detail::Page& page, const std::vector<Statement>& totals, const detail::Owners& owners,
                 detail::Placed& placed, AnnualReport& report) {
  for (const auto& found : detail::find_classes(page, totals, owners)) {
    ClassFigure figure;
    figure.label = found.label;
    const auto cell = [&](std::size_t mention, std::string_view part) {
      placed.emplace(mention, "narrative.classes." + found.label + "." + std::string{part});
      return detail::to_cell(page.mentions[mention]);
    };
    if (found.count) {
      figure.count = cell(*found.count, "count");
    }
    if (found.percent) {
      figure.percent = cell(*found.percent, "percent");
    }
    report.classes.push_back(std::move(figure));
  }
}

// The text names the year before or after, or a figure is told of another year.
bool speaks_of(const detail::Page& page, int distance) {
  return (page.year &&
          page.text.find(detail::to_utf32(std::to_string(*page.year + distance))) != std::u32string::npos) ||
         (distance < 0 && std::any_of(page.mentions.begin(), page.mentions.end(), [](const Mention& mention) {
            return mention.period == MentionPeriod::other_year;
          }));
}

void put_narrative(const detail::Page& page, AnnualReport& report) {
  const auto& lexicon = *page.lexicon;
  const detail::Owners owners{lexicon, report.organisation};
  detail::Placed placed;
  std::map<std::string, std::vector<Statement>> found;
  detail::StatementsByYear by_year;
  const bool names_last = speaks_of(page, -1);
  const bool names_next = speaks_of(page, 1);
  const auto& total_slot = lexicon.slots.front().name;
  for (const auto& rule : lexicon.slots) {
    auto statements =
        keep_decided(page, detail::find_statements(page, rule, owners, found[rule.follows]), rule.name == total_slot);
    put_slot(page, rule.name, statements, placed, report);
    const std::string path = "narrative." + rule.name;
    by_year.now[path] = statements;
    if (names_last) {
      by_year.last[path] =
          detail::find_statements(page, rule, owners, found[rule.follows], detail::StatementYear::last);
    }
    if (names_next) {
      by_year.next[path] =
          detail::find_statements(page, rule, owners, found[rule.follows], detail::StatementYear::next);
    }
    found[rule.name] = std::move(statements);
  }
  put_classes(page, found[total_slot], owners, placed, report);
  report.channels = detail::find_channels(page, placed, owners);
  report.outcomes = detail::find_outcomes(page, placed, owners);
  report.divisions = detail::find_divisions(page, placed);
  report.growths = detail::find_growths(page, placed, by_year.last);
  report.claims = detail::find_claims(page, owners, by_year.now, report.outcomes);
  report.slips = detail::find_slips(page, report.organisation, by_year);
  report.missing_subjects = detail::missing_subjects(page);
  for (std::size_t m = 0; m < page.mentions.size(); ++m) {
    if (placed.count(m) == 0) {
      report.mentions.push_back(page.mentions[m]);
    }
  }
}

// The form whose chapters the report has.
std::optional<Form> form_of(const AnnualReport& report) {
  const auto ids = Form::builtin_ids();
  return report.style && std::find(ids.begin(), ids.end(), *report.style) != ids.end()
             ? std::optional{Form::builtin(*report.style)}
             : std::nullopt;
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
  all.lexicon = &lexicon;
  all.text = whole.folded();
  // What it is shows at its beginning, before anything is spent on the rest.
  const auto beginning = all.text.substr(0, detail::recognised_size);
  all.hits = detail::Hits{*lexicon.vocabulary, beginning};
  const detail::Head head{beginning, &all.hits};
  const bool recognised = detail::is_annual_report(head, lexicon);
  all.year = detail::report_year(head, lexicon);
  bool tabular = may_hold_tables(document, head, lexicon);
  if ((recognised || tabular) && all.text.size() > beginning.size()) {
    all.hits = detail::Hits{*lexicon.vocabulary, all.text};
    tabular = tabular || may_hold_tables(document, {all.text, &all.hits}, lexicon);
  }
  auto tables = tabular ? detail::read_tables(document, all.year) : detail::TablesOfDocument{};
  if (!recognised && tables.readings.size() < 2) {
    throw ParseError{ErrorCode::no_report, options.file, "",
                     "no annual report on the disclosure of government information can be recognised in this text"};
  }
  AnnualReport report;
  report.year = all.year;
  report.style = detail::report_style(all);
  report.complete = detail::report_complete(all);
  const auto covered = std::move(tables.covered);
  put_tables(std::move(tables), report);

  // The figures of tables are cells and no statements.
  const bool same_text = covered.empty();
  const auto without_tables =
      same_text ? std::optional<NormalisedText>{} : std::optional{normalise(running_text(document.text(), covered))};
  const NormalisedText& text = same_text ? whole : *without_tables;
  const auto page = detail::make_page(
      text, lexicon, same_text ? std::move(all.hits) : detail::Hits{*lexicon.vocabulary, text.folded()}, all.year,
      options.limits);
  report.organisation = detail::report_organisation(page);
  put_narrative(page, report);
  report.published_on = detail::publication_day(page);
  report.signed_on = detail::signature_day(page);
  report.chapters = detail::chapters_of(page, form_of(report));
  put_residues(page, lexicon, report);
  report.pictures = document.pictures();
  report.residues.insert(report.residues.end(), document.residues().begin(), document.residues().end());
  return report;
}

}  // namespace gongkai
