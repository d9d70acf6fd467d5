// SPDX-License-Identifier: Apache-2.0
#include "report/table_rows.hpp"

#include <algorithm>

namespace gongkai::detail {
namespace {

constexpr std::size_t longest_joined = 400;  // bytes
constexpr std::size_t most_pieces = 5;       // of a label that is broken over lines or cells

bool is_blank(const LinePiece& piece) { return piece.figure.cell.kind == CellKind::blank; }

// The best match of the last piece, the last two joined, and so on.
std::optional<LabelMatch> match_tail(const std::vector<const LinePiece*>& pieces, const LabelSet& set) {
  std::optional<LabelMatch> best;
  std::string joined;
  const std::size_t most = std::min(pieces.size(), most_pieces);
  for (std::size_t count = 1; count <= most; ++count) {
    joined.insert(0, pieces[pieces.size() - count]->text);
    if (joined.size() > longest_joined) {
      break;
    }
    const auto found = set.match(parse_label(joined));
    if (found && (!best || found->score > best->score)) {
      best = found;
    }
  }
  return best;
}

}  // namespace

bool FigureRow::has_figure() const noexcept {
  return std::any_of(figures.begin(), figures.end(), [](const LinePiece* piece) { return !is_blank(*piece); });
}

std::vector<FigureRow> figure_rows(const std::vector<TableLine>& lines, std::size_t begin, std::size_t end) {
  std::vector<FigureRow> out;
  std::vector<const LinePiece*> before;
  bool goes_on = false;  // the row before is one figure a line, and nothing has come between
  for (std::size_t l = begin; l < end; ++l) {
    const auto& line = lines[l];
    const std::size_t first = line.first_figure();
    FigureRow row;
    for (std::size_t p = 0; p < line.pieces.size(); ++p) {
      if (p < first && !line.pieces[p].is_figure) {
        row.labels.push_back(&line.pieces[p]);
      } else if (p >= first) {
        row.figures.push_back(&line.pieces[p]);
      }
    }
    const bool single = !line.table && row.labels.empty() && row.figures.size() == 1;
    if (single && goes_on) {
      out.back().figures.push_back(row.figures.front());
      out.back().last_line = l;
      continue;
    }
    goes_on = single;
    // A row of blanks only is a row where it has a label to be one of.
    if (!row.figures.empty() && (row.has_figure() || (line.table && !row.labels.empty()))) {
      const bool all_blank = !row.has_figure();
      row.before = before;
      row.first_line = l;
      row.last_line = l;
      row.one_a_line = single;
      if (all_blank) {
        before.insert(before.end(), row.labels.begin(), row.labels.end());
      } else {
        before.clear();
      }
      out.push_back(std::move(row));
      continue;
    }
    before.insert(before.end(), row.labels.begin(), row.labels.end());
  }
  return out;
}

std::optional<LabelMatch> match_row(const FigureRow& row, const LabelSet& set) {
  if (!row.labels.empty()) {
    return match_tail(row.labels, set);
  }
  // One cell a line: the lines before are the label. Elsewhere they may belong to another row.
  return row.one_a_line ? match_tail(row.before, set) : std::nullopt;
}

}  // namespace gongkai::detail
