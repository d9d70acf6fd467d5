// SPDX-License-Identifier: Apache-2.0
// Tables with labelled rows: by their labels, by what stands between labels, and by the identities of the form.
#include <algorithm>
#include <map>
#include <set>

#include "report/figure_placer.hpp"
#include "report/row_finder.hpp"
#include "report/table_arithmetic.hpp"
#include "report/table_reader.hpp"
#include "report/table_rows.hpp"
#include "report/table_setter.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t most_candidates = 200;
constexpr std::size_t lines_below = 4;  // in which rows without figures may close a table

class GridReader {
 public:
  GridReader(const Form& form, std::size_t table, const std::vector<TableLine>& lines,
             const std::vector<FigureRow>& rows)
      : definition_{form.tables()[table]},
        lines_{lines},
        rows_{rows},
        labels_{definition_},
        out_{Table{form, definition_.id}},
        form_{form},
        table_{table} {
    cells_of_row_.resize(definition_.rows.size());
    for (std::size_t c = 0; c < definition_.cells.size(); ++c) {
      cells_of_row_[definition_.cells[c].row].push_back(c);
    }
  }

  std::optional<TableReading> read() {
    std::vector<std::size_t> cells;
    for (const auto& row : cells_of_row_) {
      cells.push_back(row.size());
    }
    auto found = find_rows(definition_, labels_, cells, lines_, rows_);
    if (!found) {
      return std::nullopt;
    }
    target_ = std::move(found->target);
    out_.score = found->score;
    equations_ = equations_of(form_, table_);
    place_all(found->first, found->last);
    solve();
    cover();
    return std::move(out_);
  }

 private:
  // ---- which cell each figure fills

  void place_all(std::size_t first, std::size_t last) {
    std::vector<const FigureRow*> of_text;
    for (std::size_t r = first; r <= last; ++r) {
      if (target_[r] && !lines_[rows_[r].first_line].table) {
        of_text.push_back(&rows_[r]);
      }
    }
    learn_columns();
    std::map<std::size_t, ColumnPlaces> text_columns;  // by number of cells
    std::size_t next_line = rows_[first].first_line - std::min(rows_[first].first_line, heads_above);
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (!target_[r]) {
        if (r >= first && r <= last) {
          keep_other(r);
        }
        continue;
      }
      for (; next_line < rows_[r].first_line; ++next_line) {
        learn_heads(lines_[next_line]);
      }
      next_line = rows_[r].last_line + 1;
      const auto& cells = cells_of_row_[*target_[r]];
      const auto table = lines_[rows_[r].first_line].table;
      if (!table && text_columns.count(cells.size()) == 0) {
        text_columns[cells.size()] = columns_of_text(of_text, cells.size());
      }
      place_row(r, table ? grid_places(cells, *table) : text_columns[cells.size()]);
    }
  }

  // The rows that have a figure in each column show where the columns are, if they agree.
  void learn_columns() {
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const auto table = lines_[rows_[r].first_line].table;
      if (!target_[r] || !table) {
        continue;
      }
      const std::size_t cells = cells_of_row_[*target_[r]].size();
      auto columns = columns_of_row(rows_[r], *table);
      if (columns.ranges.size() != cells) {
        continue;
      }
      const auto [known, added] = columns_at_.emplace(std::pair{*table, cells}, columns);
      if (!added && !known->second.ranges.empty() && !same_ranges(known->second, columns)) {
        known->second.ranges.clear();
      }
    }
  }

  void learn_heads(const TableLine& line) {
    for (const auto& piece : line.pieces) {
      if (piece.is_figure) {
        continue;
      }
      // "3.其他" is the label of a row, "其他" the head of a column.
      const bool numbered = piece.label.numbering.kind != Numbering::Kind::none;
      const auto found = numbered ? std::nullopt : labels_.columns.match(piece.label);
      if (found && found->score >= sure_head) {
        seen_columns_.insert(found->target);
        if (line.table) {
          heads_at_[found->target] = {*line.table, {piece.column, piece.column_end}};
        }
      }
    }
  }

  ColumnPlaces grid_places(const std::vector<std::size_t>& cells, std::size_t table) const {
    ColumnPlaces out;
    out.table = table;
    for (const std::size_t cell : cells) {
      const auto found = heads_at_.find(definition_.cells[cell].column);
      out.ranges.push_back(found != heads_at_.end() && found->second.first == table
                               ? std::optional{found->second.second}
                               : std::nullopt);
    }
    return out;
  }

  static bool same_ranges(const ColumnPlaces& a, const ColumnPlaces& b) {
    return std::equal(a.ranges.begin(), a.ranges.end(), b.ranges.begin(), b.ranges.end(),
                      [](const auto& x, const auto& y) { return x->begin == y->begin && x->end == y->end; });
  }

  void place_row(std::size_t r, const ColumnPlaces& places) {
    auto cells = cells_of_row_[*target_[r]];
    auto in_print = in_order_of_print(places, cells);
    if (in_print.table) {
      const auto learned = columns_at_.find({*in_print.table, cells.size()});
      if (learned != columns_at_.end() && learned->second.complete()) {
        in_print = learned->second;
      }
    }
    auto figures = place_figures(rows_[r], cells.size(), in_print);
    if (is_cut(r) && !(figures && reaches_the_end(rows_[r], in_print))) {
      const auto cut = place_cut_figures(rows_[r], cells.size(), in_print);
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cut[i] != nullptr) {
          set_figure(out_.table, cells[i], cut[i]);
        }
      }
      return;
    }
    if (figures) {
      for (std::size_t i = 0; i < cells.size(); ++i) {
        set_figure(out_.table, cells[i], (*figures)[i]);
      }
      out_.score += 1;
      return;
    }
    open_row(r, cells);
  }

  // Heads that stand side by side tell the order of the columns, which may be another than that of the form.
  static ColumnPlaces in_order_of_print(const ColumnPlaces& places, std::vector<std::size_t>& cells) {
    if (!places.complete() || !places.table) {
      return places;
    }
    std::vector<std::size_t> order(cells.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return places.ranges[a]->begin < places.ranges[b]->begin; });
    ColumnPlaces out;
    out.table = places.table;
    std::vector<std::size_t> sorted;
    for (const std::size_t i : order) {
      // Heads that overlap have lost their spans: they say nothing.
      if (!out.ranges.empty() && places.ranges[i]->begin < out.ranges.back()->end) {
        out.ranges.assign(cells.size(), std::nullopt);
        return out;
      }
      out.ranges.push_back(places.ranges[i]);
      sorted.push_back(cells[i]);
    }
    cells = std::move(sorted);
    return out;
  }

  // A row of as many figures as cells may still be one that is cut, with blanks that belong to its label.
  static bool reaches_the_end(const FigureRow& row, const ColumnPlaces& places) {
    if (places.complete() && places.table) {
      return row.figures.back()->column_end > places.ranges.back()->begin;
    }
    return row.figures.front()->figure.cell.kind != CellKind::blank;
  }

  // The document may break off in this row: its last figure may have lost digits.
  bool is_cut(std::size_t r) const { return rows_[r].last_line + 1 == lines_.size(); }

  // ---- figures that only the identities can place

  void open_row(std::size_t r, const std::vector<std::size_t>& cells) {
    std::vector<Assignment> candidates;
    auto figures = rows_[r].figures;
    const auto is_blank = [](const LinePiece* piece) { return piece->figure.cell.kind == CellKind::blank; };
    while (figures.size() >= cells.size() && is_blank(figures.front())) {
      figures.erase(figures.begin());
    }
    while (figures.size() >= cells.size() && is_blank(figures.back())) {
      figures.pop_back();
    }
    // Without an equation nothing says where figures that ran together are to be cut.
    const bool bound = std::any_of(equations_.begin(), equations_.end(), [&](const Equation& equation) {
      return std::any_of(equation.terms.begin(), equation.terms.end(), [&](const auto& term) {
        return std::find(cells.begin(), cells.end(), term.first) != cells.end();
      });
    });
    if (!bound) {
      give_up(r);
      return;
    }
    std::size_t stray = rows_.size();
    const auto try_cut = [&](const std::vector<const LinePiece*>& pieces) {
      const auto runs = runs_of(pieces);
      if (!runs) {
        return;
      }
      if (auto found = cut_figures(*runs, cells, equations_, most_candidates)) {
        candidates.insert(candidates.end(), found->begin(), found->end());
      }
    };
    if (figures.size() <= cells.size()) {
      try_cut(figures);
      // One figure of the row stands by itself above or below it.
      for (const std::size_t near : {r - 1, r + 1}) {
        const bool alone =
            near < rows_.size() && !target_[near] && rows_[near].figures.size() == 1 && rows_[near].labels.empty();
        if (!candidates.empty() || !alone || figures.size() + 1 != cells.size()) {
          continue;
        }
        for (std::size_t at = 0; at <= figures.size(); ++at) {
          auto with = figures;
          with.insert(with.begin() + static_cast<std::ptrdiff_t>(at), rows_[near].figures.front());
          try_cut(with);
        }
        std::sort(candidates.begin(), candidates.end());
        candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
        stray = candidates.empty() ? stray : near;
      }
    } else {
      // A page number, a serial number: one figure too many.
      for (std::size_t at = 0; at < figures.size() && figures.size() == cells.size() + 1; ++at) {
        auto without = figures;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(at));
        try_cut(without);
      }
      std::sort(candidates.begin(), candidates.end());
      candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    }
    if (candidates.empty() || candidates.size() > most_candidates) {
      give_up(r);
      return;
    }
    open_.push_back({cells, std::move(candidates)});
    open_rows_.push_back({r, stray});
  }

  void give_up(std::size_t r) {
    out_.score -= 0.5;
    for (const auto* piece : rows_[r].figures) {
      if (piece->figure.cell.kind != CellKind::blank) {
        out_.unplaced.push_back(piece->place);
      }
    }
  }

  void solve() {
    if (open_.empty()) {
      return;
    }
    std::vector<std::optional<std::int64_t>> known(definition_.cells.size());
    for (std::size_t c = 0; c < known.size(); ++c) {
      const auto kind = out_.table.kind(c);
      if (kind == CellKind::number) {
        known[c] = out_.table.number(c).unscaled;
      } else if (kind == CellKind::blank || kind == CellKind::mark) {
        known[c] = 0;
      }
    }
    const auto solution = only_solution(open_, known, equations_);
    for (std::size_t o = 0; o < open_.size(); ++o) {
      const auto& [r, stray] = open_rows_[o];
      if (!solution) {
        give_up(r);
        continue;
      }
      const auto& numbers = open_[o].candidates[(*solution)[o]];
      for (std::size_t i = 0; i < open_[o].cells.size(); ++i) {
        const std::size_t cell = open_[o].cells[i];
        set_inferred(out_.table, cell, numbers[i], rows_[r].figures);
        out_.inferred.push_back(out_.table.path(cell));
      }
      if (stray < rows_.size()) {
        target_[stray] = target_[r];
        out_.unplaced.erase(
            std::remove(out_.unplaced.begin(), out_.unplaced.end(), rows_[stray].figures.front()->place),
            out_.unplaced.end());
      }
    }
  }

  // ---- what the form does not have

  void keep_other(std::size_t r) {
    const auto& row = rows_[r];
    std::string label;
    for (const auto* piece : row.labels) {
      label += piece->text;
    }
    // Such a row has the columns of the rows beside it.
    std::size_t like = r;
    while (like > 0 && !target_[like]) {
      --like;
    }
    const auto printed = parse_label(label);
    const bool head = labels_.heads.match(printed).has_value() || labels_.columns.match(printed).has_value();
    if (target_[like] && printed.core.size() >= 2 && !head &&
        row.figures.size() == cells_of_row_[*target_[like]].size()) {
      OtherRow other{definition_.id, label, {}};
      for (std::size_t i = 0; i < row.figures.size(); ++i) {
        const auto& column = definition_.columns[definition_.cells[cells_of_row_[*target_[like]][i]].column];
        other.values.emplace_back(column.id, figure_cell(*row.figures[i], column.unit, column.kind));
      }
      out_.other_rows.push_back(std::move(other));
      return;
    }
    for (const auto* piece : row.figures) {
      if (piece->figure.cell.kind != CellKind::blank) {
        out_.unplaced.push_back(piece->place);
      }
    }
  }

  // ---- rows that are there and say nothing

  // A label among the rows without any figure: its cells are blank, not missing. Of the line with which the document
  // breaks off nothing is known.
  void mark_empty_rows(std::size_t begin, std::size_t end) {
    std::vector<bool> seen(definition_.rows.size(), false);
    for (const auto& target : target_) {
      if (target) {
        seen[*target] = true;
      }
    }
    for (std::size_t l = begin; l < end; ++l) {
      const auto& line = lines_[l];
      const bool empty = line.first_figure() == line.pieces.size() && line.length <= running_text;
      for (std::size_t p = 0; empty && p < line.pieces.size(); ++p) {
        const auto& label = line.pieces[p].label;
        const auto row = line.pieces[p].is_figure ? std::nullopt : labels_.rows.exact(label);
        const bool own = row && label.numbering == parse_label(definition_.rows[*row].label).numbering &&
                         !(label.numbering.kind == Numbering::Kind::none && labels_.columns.exact(label));
        if (!own || seen[*row]) {
          continue;
        }
        seen[*row] = true;
        for (const std::size_t cell : cells_of_row_[*row]) {
          set_figure(out_.table, cell, nullptr);
        }
      }
    }
  }

  // ---- the lines that are table, not running text

  void cover() {
    std::optional<std::size_t> first;
    std::size_t last = 0;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (target_[r]) {
        first = first.value_or(rows_[r].first_line);
        last = std::max(last, rows_[r].last_line);
      }
    }
    if (!first) {
      return;
    }
    mark_empty_rows(*first, std::min(last + lines_below, lines_.size() - 1));
    std::size_t begin = *first;
    for (std::size_t l = *first; l-- > *first - std::min(*first, heads_above);) {
      const auto& pieces = lines_[l].pieces;
      if (std::any_of(pieces.begin(), pieces.end(), [&](const LinePiece& piece) { return labels_.is_head(piece); })) {
        begin = l;
      }
    }
    for (std::size_t l = begin; l <= last; ++l) {
      if (lines_[l].length <= running_text) {
        out_.lines.push_back(l);
      }
    }
    out_.score += static_cast<double>(seen_columns_.size());
  }

  const FormTable& definition_;
  const std::vector<TableLine>& lines_;
  const std::vector<FigureRow>& rows_;
  GridLabels labels_;
  TableReading out_;
  const Form& form_;
  std::size_t table_;
  std::vector<Equation> equations_;
  std::vector<std::vector<std::size_t>> cells_of_row_;
  std::vector<std::optional<std::size_t>> target_;  // of each row of figures: the row of the form
  std::set<std::size_t> seen_columns_;
  std::map<std::size_t, std::pair<std::size_t, ColumnPlaces::Range>> heads_at_;
  std::map<std::pair<std::size_t, std::size_t>, ColumnPlaces> columns_at_;  // of a table, for so many cells
  std::vector<OpenCells> open_;
  std::vector<std::pair<std::size_t, std::size_t>> open_rows_;  // row, and the row of the figure that strayed
};

}  // namespace

std::optional<TableReading> read_grid(const Form& form, std::size_t table, const std::vector<TableLine>& lines,
                                      const std::vector<FigureRow>& rows) {
  return GridReader{form, table, lines, rows}.read();
}

}  // namespace gongkai::detail
