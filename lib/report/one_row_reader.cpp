// SPDX-License-Identifier: Apache-2.0
// Tables whose figures all stand side by side: the rows of the form are groups of columns on paper.
#include <algorithm>
#include <set>

#include "report/figure_placer.hpp"
#include "report/table_arithmetic.hpp"
#include "report/table_reader.hpp"
#include "report/table_rows.hpp"
#include "report/table_setter.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t running_text = 25;  // characters of a line without figures that is no head
constexpr std::size_t furthest = 90;      // lines behind the heading; one cell a line takes most
constexpr double sure_head = 0.85;
constexpr std::size_t most_candidates = 200;

class OneRowReader {
 public:
  OneRowReader(const Form& form, std::size_t table, const std::vector<TableLine>& lines)
      : definition_{form.tables()[table]},
        lines_{lines},
        equations_{equations_of(form, table)},
        out_{Table{form, definition_.id}} {
    const auto add = [](LabelSet& set, const auto& element, std::size_t target) {
      set.add(element.label, target);
      for (const auto& variant : element.variants) {
        set.add(variant, target);
      }
    };
    for (std::size_t r = 0; r < definition_.rows.size(); ++r) {
      add(rows_, definition_.rows[r], r);
    }
    for (std::size_t c = 0; c < definition_.columns.size(); ++c) {
      add(columns_, definition_.columns[c], c);
    }
    for (const auto& group : definition_.row_groups) {
      add(groups_, group, 0);
    }
    heading_.add(definition_.label, 0);
    for (const auto& chapter : form.chapters()) {
      auto& set = chapter.table == definition_.id ? heading_ : other_headings_;
      set.add(chapter.heading, 0);
      for (const auto& variant : chapter.variants) {
        set.add(variant, 0);
      }
    }
  }

  std::optional<TableReading> read() {
    for (std::size_t l = 0; l < lines_.size(); ++l) {
      if (begins(lines_[l])) {
        const std::size_t end = end_of_table(l);
        if (read_from(l, end)) {
          return std::move(out_);
        }
      }
    }
    return std::nullopt;
  }

 private:
  static std::string whole(const TableLine& line) {
    std::string out;
    for (const auto& piece : line.pieces) {
      out += piece.is_figure ? std::string{} : piece.text;
    }
    return out;
  }

  bool is_head(const LinePiece& piece) const {
    const auto sure = [&](const LabelSet& set) {
      const auto found = set.match(piece.label);
      return found && found->score >= sure_head;
    };
    return !piece.is_figure && (sure(rows_) || sure(columns_) || sure(groups_));
  }
  bool has_head(const TableLine& line) const {
    return std::any_of(line.pieces.begin(), line.pieces.end(), [&](const LinePiece& piece) { return is_head(piece); });
  }
  bool begins(const TableLine& line) const {
    if (line.pieces.empty()) {
      return false;
    }
    const auto found = heading_.match(parse_label(whole(line)));
    return (found && found->score >= sure_head) || has_own_head(line);
  }

  // "Total" stands in other tables too: the label of a row, or the heads of two columns.
  bool has_own_head(const TableLine& line) const {
    std::set<std::size_t> columns;
    for (const auto& piece : line.pieces) {
      const auto row = piece.is_figure ? std::nullopt : rows_.match(piece.label);
      const auto column = piece.is_figure ? std::nullopt : columns_.match(piece.label);
      if (row && row->score >= sure_head) {
        return true;
      }
      if (column && column->score >= sure_head) {
        columns.insert(column->target);
      }
    }
    return columns.size() > 1;
  }

  std::size_t end_of_table(std::size_t begin) const {
    const std::size_t limit = std::min(lines_.size(), begin + furthest);
    for (std::size_t l = begin + 1; l < limit; ++l) {
      const auto& line = lines_[l];
      const auto other = other_headings_.match(parse_label(whole(line)));
      const bool text = line.pieces.empty() ||
                        (line.length > running_text && !has_head(line) && line.first_figure() == line.pieces.size());
      if (text || (other && other->score >= sure_head && line.first_figure() == line.pieces.size())) {
        return l;
      }
    }
    return limit;
  }

  // Heads of at least two columns stand there: numbers alone are no table.
  bool has_columns(std::size_t begin, std::size_t end) const {
    std::set<std::size_t> seen;
    for (std::size_t l = begin; l < end && seen.size() < 2; ++l) {
      for (const auto& piece : lines_[l].pieces) {
        const auto column = piece.is_figure ? std::nullopt : columns_.match(piece.label);
        if (column && column->score >= sure_head) {
          seen.insert(column->target);
        }
      }
    }
    return seen.size() >= 2;
  }

  bool read_from(std::size_t begin, std::size_t end) {
    auto rows = figure_rows(lines_, begin, end);
    std::vector<FigureRow> empty;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(empty),
                 [](const FigureRow& row) { return !row.has_figure() && !row.labels.empty(); });
    rows.erase(std::remove_if(rows.begin(), rows.end(), [](const FigureRow& row) { return !row.has_figure(); }),
               rows.end());
    const std::size_t row_size = definition_.columns.size();
    // Each remedy on a line of its own.
    std::set<std::size_t> done;
    for (const auto& row : rows) {
      const auto found = match_row(row, rows_);
      if (found && row.figures.size() >= row_size && row.figures.size() < 2 * row_size &&
          place(row, {found->target}, begin)) {
        done.insert(found->target);
      }
    }
    if (!done.empty()) {
      for (const auto& row : empty) {  // a row that says nothing is there all the same
        const auto found = match_row(row, rows_);
        if (found && row.figures.size() >= row_size && done.insert(found->target).second) {
          place(row, {found->target}, begin);
        }
      }
      return finish(begin, rows);
    }
    if (place_stacked(rows, begin)) {
      return finish(begin, rows);
    }
    std::vector<std::size_t> all(definition_.rows.size());
    for (std::size_t r = 0; r < all.size(); ++r) {
      all[r] = r;
    }
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (place(rows[r], all, begin)) {
        return finish(begin, {rows[r]});
      }
    }
    // An excerpt: some of the groups, each with its heads.
    for (const auto& row : rows) {
      const auto shown = rows_over(row, begin);
      if (shown.size() < all.size() && row.figures.size() == shown.size() * row_size && place(row, shown, begin)) {
        return finish(begin, {row});
      }
    }
    if (!has_columns(begin, end)) {
      return false;
    }
    // The row is broken into several, or its figures have run together.
    FigureRow joined;
    for (const auto& row : rows) {
      if (joined.figures.empty()) {
        joined.first_line = row.first_line;
      }
      joined.last_line = row.last_line;
      joined.figures.insert(joined.figures.end(), row.figures.begin(), row.figures.end());
      joined.one_a_line = true;
      if (joined.figures.size() == definition_.cells.size() && place(joined, all, begin)) {
        return finish(begin, {joined});
      }
    }
    for (const auto& row : rows) {
      if (place_by_identities(row)) {
        return finish(begin, {row});
      }
    }
    return place_by_identities(joined) && finish(begin, {joined});
  }

  // One small table below the other, each with its name above its heads.
  bool place_stacked(const std::vector<FigureRow>& rows, std::size_t begin) {
    std::vector<std::pair<const FigureRow*, std::size_t>> found;
    std::size_t from = begin;
    for (const auto& row : rows) {
      const auto names = rows_over(row, from);
      from = row.last_line + 1;
      if (row.figures.size() != definition_.columns.size()) {
        continue;
      }
      const bool again = std::any_of(found.begin(), found.end(),
                                     [&](const auto& one) { return names.size() == 1 && one.second == names.front(); });
      if (names.size() != 1 || again) {
        return false;
      }
      found.emplace_back(&row, names.front());
    }
    if (found.size() < 2) {
      return false;
    }
    for (const auto& [row, target] : found) {
      if (!place(*row, {target}, begin)) {
        return false;
      }
    }
    return true;
  }

  bool place(const FigureRow& row, const std::vector<std::size_t>& targets, std::size_t begin) {
    std::vector<std::size_t> cells;
    for (const std::size_t target : targets) {
      for (std::size_t c = 0; c < definition_.cells.size(); ++c) {
        if (definition_.cells[c].row == target) {
          cells.push_back(c);
        }
      }
    }
    const auto figures = place_figures(row, cells.size(), heads_over(row, begin));
    if (!figures) {
      return false;
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      set_figure(out_.table, cells[i], (*figures)[i]);
    }
    out_.score += static_cast<double>(targets.size());
    return true;
  }

  // The rows of the form that are named above the figures, in their order.
  std::vector<std::size_t> rows_over(const FigureRow& row, std::size_t begin) const {
    std::vector<std::size_t> out;
    for (std::size_t l = begin; l < row.first_line; ++l) {
      for (const auto& piece : lines_[l].pieces) {
        const auto found = piece.is_figure ? std::nullopt : rows_.match(piece.label);
        if (found && found->score >= sure_head && std::find(out.begin(), out.end(), found->target) == out.end()) {
          out.push_back(found->target);
        }
      }
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  // The heads of the columns in the table of the document, from left to right.
  ColumnPlaces heads_over(const FigureRow& row, std::size_t begin) const {
    ColumnPlaces out;
    out.table = lines_[row.first_line].table;
    std::set<std::pair<std::int32_t, std::int32_t>> found;
    for (std::size_t l = begin; l < row.first_line && out.table; ++l) {
      if (lines_[l].table != out.table) {
        continue;
      }
      for (const auto& piece : lines_[l].pieces) {
        const auto column = piece.is_figure ? std::nullopt : columns_.match(piece.label);
        if (column && column->score >= sure_head) {
          found.emplace(piece.column, piece.column_end);
        }
      }
    }
    for (const auto& [first, last] : found) {
      out.ranges.emplace_back(ColumnPlaces::Range{first, last});
    }
    return out;
  }

  bool place_by_identities(const FigureRow& row) {
    const auto runs = runs_of(row.figures);
    if (!runs || runs->empty() || runs->size() > definition_.cells.size()) {
      return false;
    }
    OpenCells open;
    for (std::size_t c = 0; c < definition_.cells.size(); ++c) {
      open.cells.push_back(c);
    }
    auto candidates = cut_figures(*runs, open.cells, equations_, most_candidates);
    if (!candidates || candidates->size() != 1) {
      return false;
    }
    for (std::size_t c = 0; c < open.cells.size(); ++c) {
      set_inferred(out_.table, c, candidates->front()[c], row.figures);
      out_.inferred.push_back(out_.table.path(c));
    }
    out_.score += 1;
    return true;
  }

  bool finish(std::size_t begin, const std::vector<FigureRow>& rows) {
    // The heading of the chapter stays: what is below it in running text belongs to it.
    const bool heading = heading_.match(parse_label(whole(lines_[begin]))).has_value() && !has_head(lines_[begin]);
    std::size_t last = begin;
    for (const auto& row : rows) {
      last = std::max(last, row.last_line);
    }
    for (std::size_t l = begin + (heading ? 1 : 0); l <= last; ++l) {
      out_.lines.push_back(l);
    }
    return true;
  }

  const FormTable& definition_;
  const std::vector<TableLine>& lines_;
  std::vector<Equation> equations_;
  TableReading out_;
  LabelSet rows_;
  LabelSet columns_;
  LabelSet groups_;
  LabelSet heading_;
  LabelSet other_headings_;
};

}  // namespace

std::optional<TableReading> read_one_row(const Form& form, std::size_t table, const std::vector<TableLine>& lines) {
  return OneRowReader{form, table, lines}.read();
}

}  // namespace gongkai::detail
