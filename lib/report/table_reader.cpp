// SPDX-License-Identifier: Apache-2.0
#include "report/table_reader.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace gongkai::detail {
namespace {

constexpr std::string_view country = "cn";
constexpr std::string_view running_text_form = "cn-narrative-2008";

bool is_of_year(const Form& form, std::optional<int> year) {
  return year && *year >= form.first_year() && (!form.last_year() || *year <= *form.last_year());
}

std::optional<TableReading> read_table(const Form& form, std::size_t table, const std::vector<TableLine>& lines,
                                       const std::vector<FigureRow>& rows) {
  const auto& definition = form.tables()[table];
  if (definition.shape != TableShape::fixed || definition.units) {
    return std::nullopt;
  }
  switch (definition.layout) {
    case TableLayout::grid:
      return read_grid(form, table, lines, rows);
    case TableLayout::one_row:
      return read_one_row(form, table, lines);
    case TableLayout::list:
      return read_list(form, table, lines);
  }
  return std::nullopt;
}

// Forms of the country whose tables a published report may hold, the newest first. What is no form of a report but the
// figures of its text has no table on paper.
std::vector<Form> candidates() {
  std::vector<Form> out;
  for (const auto& id : Form::builtin_ids()) {
    auto form = Form::builtin(id);
    if (form.country() == country && form.id() != running_text_form) {
      out.push_back(std::move(form));
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Form& a, const Form& b) { return a.first_year() > b.first_year(); });
  return out;
}

// Between forms that fit equally well: that of the year, else that of the report's other tables, else the newest.
class Choice {
 public:
  explicit Choice(std::optional<int> year) : year_{year} {}

  void add(TableReading reading) { found_[reading.table.id()].push_back(std::move(reading)); }

  std::vector<TableReading> decide() {
    std::map<std::string, int> votes;
    for (const auto& [id, readings] : found_) {
      const auto best = best_score(readings);
      if (std::count_if(readings.begin(), readings.end(),
                        [&](const TableReading& reading) { return reading.score >= best; }) == 1) {
        const auto only = std::max_element(readings.begin(), readings.end(),
                                           [](const auto& a, const auto& b) { return a.score < b.score; });
        ++votes[only->table.form().id()];
      }
    }
    std::vector<TableReading> out;
    for (auto& [id, readings] : found_) {
      const auto rank = [&](const TableReading& reading) {
        const auto vote = votes.find(reading.table.form().id());
        return std::make_tuple(reading.score, is_of_year(reading.table.form(), year_),
                               vote == votes.end() ? 0 : vote->second, reading.table.form().first_year());
      };
      out.push_back(std::move(*std::max_element(readings.begin(), readings.end(),
                                                [&](const auto& a, const auto& b) { return rank(a) < rank(b); })));
    }
    return out;
  }

 private:
  static double best_score(const std::vector<TableReading>& readings) {
    double best = 0;
    for (const auto& reading : readings) {
      best = std::max(best, reading.score);
    }
    return best;
  }

  std::optional<int> year_;
  std::map<std::string, std::vector<TableReading>> found_;
};

}  // namespace

TablesOfDocument read_tables(const Document& document, std::optional<int> year) {
  const auto lines = table_lines(document);
  const auto rows = figure_rows(lines, 0, lines.size());
  Choice choice{year};
  for (const auto& form : candidates()) {
    for (std::size_t t = 0; t < form.tables().size(); ++t) {
      if (auto reading = read_table(form, t, lines, rows)) {
        choice.add(*std::move(reading));
      }
    }
  }
  TablesOfDocument out;
  out.readings = choice.decide();
  // In the order of the form, not of the names.
  std::stable_sort(out.readings.begin(), out.readings.end(), [](const TableReading& a, const TableReading& b) {
    return a.table.table_index() < b.table.table_index();
  });
  // Whole lines, with the bars at their ends and what stands between two rows (the rule of a Markdown table).
  const std::string& text = document.text();
  for (const auto& reading : out.readings) {
    std::optional<std::size_t> before;
    for (const std::size_t line : reading.lines) {
      std::size_t begin = lines[line].begin;
      while (begin > 0 && text[begin - 1] != '\n') {
        --begin;
      }
      const bool goes_on = before && *before + 1 == line && out.covered.back().end <= begin;
      out.covered.push_back(
          {goes_on ? out.covered.back().end : begin, std::min(text.find('\n', lines[line].end), text.size())});
      before = line;
    }
  }
  return out;
}

}  // namespace gongkai::detail
