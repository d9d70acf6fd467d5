// SPDX-License-Identifier: Apache-2.0
#include "report/row_finder.hpp"

#include <algorithm>
#include <map>

namespace gongkai::detail {
namespace {

constexpr std::size_t longest_label = 45;  // characters of a line's labels together
constexpr std::size_t furthest = 60;       // lines between two rows of one table

struct Anchor {
  std::size_t row = 0;  // index in rows_
  std::size_t target = 0;
  double score = 0;
};

class RowFinder {
 public:
  RowFinder(const FormTable& definition, const GridLabels& labels, const std::vector<std::size_t>& cells,
            const std::vector<TableLine>& lines, const std::vector<FigureRow>& rows)
      : definition_{definition}, labels_{labels}, cells_{cells}, lines_{lines}, rows_{rows} {}

  std::optional<FoundRows> find() {
    const auto anchors = find_anchors();
    if (anchors.empty()) {
      return std::nullopt;
    }
    out_.target.assign(rows_.size(), std::nullopt);
    for (const auto& anchor : anchors) {
      out_.target[anchor.row] = anchor.target;
      out_.score += 1 + anchor.score;
    }
    out_.first = anchors.front().row;
    out_.last = anchors.back().row;
    fill_gaps(anchors);
    return std::move(out_);
  }

 private:
  std::vector<Anchor> find_anchors() const {
    std::vector<std::vector<Anchor>> clusters;
    std::size_t last_line = 0;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const auto found = match_row(rows_[r], labels_.rows);
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
    const std::size_t cells = cells_[target];
    const bool in_table = lines_[row.first_line].table.has_value();
    std::size_t length = 0;
    for (const auto* piece : row.labels) {
      length += piece->label.core.size();
    }
    if (!in_table && length > longest_label) {
      return false;
    }
    if (!row.has_figure()) {
      return !row.labels.empty() && (row.labels.back()->label.numbering.kind != Numbering::Kind::none ||
                                     !labels_.columns.exact(row.labels.back()->label));
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

  bool has_heads(const FigureRow& row) const {
    const std::size_t begin = row.first_line - std::min(row.first_line, heads_above);
    for (std::size_t l = begin; l < row.first_line; ++l) {
      const auto& pieces = lines_[l].pieces;
      if (std::any_of(pieces.begin(), pieces.end(), [&](const LinePiece& piece) { return labels_.is_head(piece); })) {
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
      while (at > 0 && rows_[at].first_line - rows_[at - 1].last_line <= 2 && !out_.target[at - 1]) {
        --at;
      }
      return at;
    }
    ++at;
    while (at < rows_.size() && rows_[at].first_line - rows_[at - 1].last_line <= 2 && !out_.target[at]) {
      ++at;
    }
    return at;
  }

  // Rows of figures between two others that could be rows of the table without their label.
  std::vector<std::size_t> bare_rows(std::size_t begin, std::size_t end) const {
    std::vector<std::size_t> out;
    for (std::size_t r = begin; r < end; ++r) {
      if (!out_.target[r] && rows_[r].has_figure() && rows_[r].figures.size() > 1) {
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
      if (cells_[begin + i] < 2 || is_another_row(rows_[bare[i]], begin + i)) {
        return;
      }
    }
    for (std::size_t i = 0; i < bare.size(); ++i) {
      out_.target[bare[i]] = begin + i;
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

  const FormTable& definition_;
  const GridLabels& labels_;
  const std::vector<std::size_t>& cells_;
  const std::vector<TableLine>& lines_;
  const std::vector<FigureRow>& rows_;
  FoundRows out_;
};

void add_labels(LabelSet& set, const std::string& label, const std::vector<std::string>& variants, std::size_t target) {
  set.add(label, target);
  for (const auto& variant : variants) {
    set.add(variant, target);
  }
}

}  // namespace

GridLabels::GridLabels(const FormTable& definition) {
  for (std::size_t r = 0; r < definition.rows.size(); ++r) {
    add_labels(rows, definition.rows[r].label, definition.rows[r].variants, r);
  }
  for (std::size_t c = 0; c < definition.columns.size(); ++c) {
    add_labels(columns, definition.columns[c].label, definition.columns[c].variants, c);
  }
  for (const auto& block : definition.blocks) {
    heads.add(block.heading, 0);
    heads.add(block.head, 0);
  }
  for (const auto& group : definition.column_groups) {
    add_labels(heads, group.label, group.variants, 0);
  }
}

bool GridLabels::is_head(const LinePiece& piece) const {
  if (piece.is_figure) {
    return false;
  }
  const auto column = columns.match(piece.label);
  const auto head = heads.match(piece.label);
  return (column && column->score >= sure_head) || (head && head->score >= sure_head);
}

std::optional<FoundRows> find_rows(const FormTable& definition, const GridLabels& labels,
                                   const std::vector<std::size_t>& cells, const std::vector<TableLine>& lines,
                                   const std::vector<FigureRow>& rows) {
  return RowFinder{definition, labels, cells, lines, rows}.find();
}

}  // namespace gongkai::detail
