// SPDX-License-Identifier: Apache-2.0
// Tables with labelled rows: by their labels, by what stands between labels, and by the identities of the form.
#include <algorithm>
#include <map>
#include <set>

#include "report/figure_placer.hpp"
#include "report/table_arithmetic.hpp"
#include "report/table_reader.hpp"
#include "report/table_rows.hpp"
#include "report/table_setter.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t running_text = 100;  // characters of a line that is no row
constexpr std::size_t longest_label = 45;  // characters of a line's labels together
constexpr std::size_t furthest = 60;       // lines between two rows of one table
constexpr std::size_t heads_above = 14;    // lines above the first row in which its heads stand
constexpr double sure_head = 0.85;
constexpr std::size_t most_candidates = 200;

struct Anchor {
  std::size_t row = 0;  // index in rows_
  std::size_t target = 0;
  double score = 0;
};

class GridReader {
 public:
  GridReader(const Form& form, std::size_t table, const std::vector<TableLine>& lines)
      : definition_{form.tables()[table]},
        lines_{lines},
        equations_{equations_of(form, table)},
        out_{Table{form, definition_.id}} {
    for (std::size_t r = 0; r < definition_.rows.size(); ++r) {
      row_labels_.add(definition_.rows[r].label, r);
      for (const auto& variant : definition_.rows[r].variants) {
        row_labels_.add(variant, r);
      }
    }
    for (std::size_t c = 0; c < definition_.columns.size(); ++c) {
      column_labels_.add(definition_.columns[c].label, c);
      for (const auto& variant : definition_.columns[c].variants) {
        column_labels_.add(variant, c);
      }
    }
    for (const auto& block : definition_.blocks) {
      heads_.add(block.heading, 0);
      heads_.add(block.head, 0);
    }
    for (const auto& group : definition_.column_groups) {
      heads_.add(group.label, 0);
    }
    cells_of_row_.resize(definition_.rows.size());
    for (std::size_t c = 0; c < definition_.cells.size(); ++c) {
      cells_of_row_[definition_.cells[c].row].push_back(c);
    }
  }

  std::optional<TableReading> read() {
    rows_ = figure_rows(lines_, 0, lines_.size());
    target_.assign(rows_.size(), std::nullopt);
    const auto anchors = find_anchors();
    if (anchors.empty()) {
      return std::nullopt;
    }
    for (const auto& anchor : anchors) {
      target_[anchor.row] = anchor.target;
      out_.score += 1 + anchor.score;
    }
    fill_gaps(anchors);
    place_all(anchors.front().row, anchors.back().row);
    solve();
    cover();
    return std::move(out_);
  }

 private:
  // ---- which rows of figures are rows of the table

  std::vector<Anchor> find_anchors() const {
    std::vector<std::vector<Anchor>> clusters;
    std::size_t last_line = 0;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const auto found = match_row(rows_[r], row_labels_);
      if (!found || !is_plausible(rows_[r], found->target)) {
        continue;
      }
      const bool apart = clusters.empty() || rows_[r].first_line - last_line > furthest ||
                         has_running_text(last_line, rows_[r].first_line);
      if (apart) {
        clusters.emplace_back();
      }
      clusters.back().push_back({r, found->target, found->score});
      last_line = rows_[r].last_line;
    }
    std::vector<Anchor> best;
    for (auto& cluster : clusters) {
      cluster = once_each(std::move(cluster));
      if (cluster.size() > best.size() && (cluster.size() > 1 || has_heads(rows_[cluster.front().row]))) {
        best = cluster;
      }
    }
    return best;
  }

  // A label alone is not enough: the head of a column may read like that of a row, and a sentence may end with one.
  bool is_plausible(const FigureRow& row, std::size_t target) const {
    const std::size_t cells = cells_of_row_[target].size();
    const bool in_table = lines_[row.first_line].table.has_value();
    std::size_t length = 0;
    for (const auto* piece : row.labels) {
      length += piece->label.core.size();
    }
    if (!in_table && length > longest_label) {
      return false;
    }
    if (!row.has_figure()) {
      return !row.labels.empty() && !column_labels_.exact(row.labels.back()->label);
    }
    if (row.one_a_line) {
      return row.figures.size() >= cells || row.last_line + 1 == lines_.size();
    }
    // One figure where several belong is several that have run together, or a line of something else.
    return in_table || cells < 3 || row.figures.size() > 1 || row.figures.front()->figure.digits.size() >= cells;
  }

  bool has_running_text(std::size_t begin, std::size_t end) const {
    return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(begin),
                       lines_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const TableLine& line) { return line.length > running_text; });
  }

  bool is_head(const LinePiece& piece) const {
    if (piece.is_figure) {
      return false;
    }
    const auto column = column_labels_.match(piece.label);
    const auto head = heads_.match(piece.label);
    return (column && column->score >= sure_head) || (head && head->score >= sure_head);
  }

  bool has_heads(const FigureRow& row) const {
    const std::size_t begin = row.first_line - std::min(row.first_line, heads_above);
    for (std::size_t l = begin; l < row.first_line; ++l) {
      const auto& pieces = lines_[l].pieces;
      if (std::any_of(pieces.begin(), pieces.end(), [&](const LinePiece& piece) { return is_head(piece); })) {
        return true;
      }
    }
    return false;
  }

  // A label that stands twice is the row's where it fits best, first of all where it stands first.
  static std::vector<Anchor> once_each(std::vector<Anchor> cluster) {
    std::map<std::size_t, Anchor> best;
    for (const auto& anchor : cluster) {
      const auto found = best.find(anchor.target);
      if (found == best.end() || anchor.score > found->second.score) {
        best[anchor.target] = anchor;
      }
    }
    cluster.erase(std::remove_if(cluster.begin(), cluster.end(),
                                 [&](const Anchor& anchor) { return best[anchor.target].row != anchor.row; }),
                  cluster.end());
    return cluster;
  }

  // Rows whose label is lost, torn or displaced: where exactly as many rows of the form are missing between two known
  // ones as there are rows of figures, each is what stands at its place.
  void fill_gaps(const std::vector<Anchor>& anchors) {
    for (std::size_t a = 0; a + 1 < anchors.size(); ++a) {
      if (anchors[a + 1].target > anchors[a].target) {
        fill(bare_rows(anchors[a].row + 1, anchors[a + 1].row), anchors[a].target + 1, anchors[a + 1].target);
      }
    }
    // Before the first and behind the last known row: as far as rows of full length follow each other.
    const auto& first = anchors.front();
    auto above = bare_rows(rows_near(first.row, -1), first.row);
    above.erase(above.begin(), above.end() - static_cast<std::ptrdiff_t>(std::min(above.size(), first.target)));
    fill(above, first.target - above.size(), first.target);
    const auto& last = anchors.back();
    auto below = bare_rows(last.row + 1, rows_near(last.row, 1));
    below.resize(std::min(below.size(), definition_.rows.size() - last.target - 1));
    fill(below, last.target + 1, last.target + 1 + below.size());
  }

  // The row up to which rows follow each other without other text between.
  std::size_t rows_near(std::size_t row, int direction) const {
    std::size_t at = row;
    if (direction < 0) {
      while (at > 0 && rows_[at].first_line - rows_[at - 1].last_line <= 2 && !target_[at - 1]) {
        --at;
      }
      return at;
    }
    ++at;
    while (at < rows_.size() && rows_[at].first_line - rows_[at - 1].last_line <= 2 && !target_[at]) {
      ++at;
    }
    return at;
  }

  // Rows of figures between two others that could be rows of the table without their label.
  std::vector<std::size_t> bare_rows(std::size_t begin, std::size_t end) const {
    std::vector<std::size_t> out;
    for (std::size_t r = begin; r < end; ++r) {
      if (!target_[r] && rows_[r].has_figure() && rows_[r].figures.size() > 1) {
        out.push_back(r);
      }
    }
    return out;
  }

  void fill(const std::vector<std::size_t>& bare, std::size_t begin, std::size_t end) {
    if (bare.empty() || bare.size() != end - begin) {
      return;
    }
    for (std::size_t i = 0; i < bare.size(); ++i) {
      if (cells_of_row_[begin + i].size() < 2 || is_another_row(rows_[bare[i]], begin + i)) {
        return;
      }
    }
    for (std::size_t i = 0; i < bare.size(); ++i) {
      target_[bare[i]] = begin + i;
      out_.score += 1;
    }
  }

  // A whole label that has nothing to do with the row's.
  bool is_another_row(const FigureRow& row, std::size_t target) const {
    std::string joined;
    for (const auto* piece : row.labels) {
      joined += piece->text;
    }
    const auto printed = parse_label(joined);
    return printed.core.size() >= 6 && likeness(printed.core, parse_label(definition_.rows[target].label).core) < 0.3;
  }

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
      const auto found = column_labels_.match(piece.label);
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
    const bool head = heads_.match(printed).has_value() || column_labels_.match(printed).has_value();
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
    std::size_t begin = *first;
    for (std::size_t l = *first; l-- > *first - std::min(*first, heads_above);) {
      const auto& pieces = lines_[l].pieces;
      if (std::any_of(pieces.begin(), pieces.end(), [&](const LinePiece& piece) { return is_head(piece); })) {
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
  std::vector<Equation> equations_;
  TableReading out_;
  LabelSet row_labels_;
  LabelSet column_labels_;
  LabelSet heads_;
  std::vector<std::vector<std::size_t>> cells_of_row_;
  std::vector<FigureRow> rows_;
  std::vector<std::optional<std::size_t>> target_;  // of each row of figures: the row of the form
  std::set<std::size_t> seen_columns_;
  std::map<std::size_t, std::pair<std::size_t, ColumnPlaces::Range>> heads_at_;
  std::map<std::pair<std::size_t, std::size_t>, ColumnPlaces> columns_at_;  // of a table, for so many cells
  std::vector<OpenCells> open_;
  std::vector<std::pair<std::size_t, std::size_t>> open_rows_;  // row, and the row of the figure that strayed
};

}  // namespace

std::optional<TableReading> read_grid(const Form& form, std::size_t table, const std::vector<TableLine>& lines) {
  return GridReader{form, table, lines}.read();
}

}  // namespace gongkai::detail
