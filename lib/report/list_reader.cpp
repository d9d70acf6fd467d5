// SPDX-License-Identifier: Apache-2.0
// Tables that are one long list, a label, a unit and a figure a line. Labels repeat (被依法纠错数 of reconsiderations
// and of lawsuits): what tells them apart is their order, so all lines are matched with all rows of the form at once.
#include <algorithm>
#include <set>

#include "report/table_reader.hpp"
#include "report/table_setter.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t fewest = 8;        // rows without which a list is not the form's
constexpr std::size_t most_items = 600;  // lines with figures; a list has some sixty
constexpr std::size_t most_pieces = 3;   // of a label that is broken over lines
constexpr std::size_t longest_unit = 2;  // characters
constexpr double good_enough = 0.72;
constexpr double same_number = 0.04;

/// A figure of the document with the labels that stand before it.
struct Item {
  std::vector<const LinePiece*> labels;
  std::vector<std::size_t> label_lines;
  const LinePiece* figure = nullptr;
  std::size_t line = 0;
};

/// How well an item fits a row, and how many of its labels, counted from the figure, make the row's.
struct Fit {
  double score = 0;
  std::size_t pieces = 0;
};

class ListReader {
 public:
  ListReader(const Form& form, std::size_t table, const std::vector<TableLine>& lines)
      : definition_{form.tables()[table]}, lines_{lines}, out_{Table{form, definition_.id}} {
    for (const auto& row : definition_.rows) {
      labels_.emplace_back();
      add(row.label);
      for (const auto& variant : row.variants) {
        add(variant);
      }
      units_.insert(parse_label(row.unit).core);
    }
  }

  std::optional<TableReading> read() {
    if (known_labels() < fewest) {
      return std::nullopt;
    }
    find_items();
    if (items_.size() < fewest || items_.size() > most_items) {
      return std::nullopt;
    }
    const auto targets = align();
    std::size_t first = lines_.size();
    std::size_t last = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (!targets[i]) {
        continue;
      }
      set_figure(out_.table, cell_of(*targets[i]), items_[i].figure);
      // What stands before the label of the row, a title or a heading, is no part of the table.
      const auto& label_lines = items_[i].label_lines;
      first = std::min(first, label_lines[label_lines.size() - fit(items_[i], *targets[i]).pieces]);
      last = std::max(last, items_[i].line);
      ++count;
    }
    if (count < fewest) {
      return std::nullopt;
    }
    while (first > 0 && lines_[first].table && lines_[first - 1].table == lines_[first].table) {
      --first;  // the heads of its columns
    }
    for (std::size_t l = first; l <= last; ++l) {
      out_.lines.push_back(l);
    }
    out_.score = 2.0 * static_cast<double>(count);
    return std::move(out_);
  }

 private:
  void add(const std::string& label) {
    labels_.back().push_back(parse_label(label));
    exact_.insert(labels_.back().back().core);
  }

  std::size_t cell_of(std::size_t row) const {
    const auto found = std::find_if(definition_.cells.begin(), definition_.cells.end(),
                                    [&](const FormCell& cell) { return cell.row == row; });
    return static_cast<std::size_t>(found - definition_.cells.begin());
  }

  // Different labels of the form that stand in the document as they are, before anything is spent on it.
  std::size_t known_labels() const {
    std::set<std::u32string> seen;
    for (const auto& line : lines_) {
      for (const auto& piece : line.pieces) {
        if (!piece.is_figure && exact_.count(piece.label.core) > 0) {
          seen.insert(piece.label.core);
        }
      }
    }
    return seen.size();
  }

  bool is_unit(const LinePiece& piece) const {
    return piece.label.core.size() <= longest_unit && units_.count(piece.label.core) > 0;
  }

  // The first figure behind a label is the year's; a second one would be that of all years.
  void find_items() {
    std::vector<const LinePiece*> labels;
    std::vector<std::size_t> label_lines;
    for (std::size_t l = 0; l < lines_.size(); ++l) {
      bool taken = false;
      for (const auto& piece : lines_[l].pieces) {
        if (!piece.is_figure) {
          if (taken) {
            labels.clear();  // behind the figure of the line a new label begins
            label_lines.clear();
            taken = false;
          }
          if (!is_unit(piece)) {
            labels.push_back(&piece);
            label_lines.push_back(l);
          }
        } else if (!labels.empty() && !taken) {
          items_.push_back({labels, label_lines, &piece, l});
          taken = true;
        }
      }
      if (taken) {
        labels.clear();
        label_lines.clear();
      }
    }
  }

  Fit fit(const Item& item, std::size_t row) const {
    Fit best;
    std::string joined;
    const std::size_t most = std::min(item.labels.size(), most_pieces);
    for (std::size_t count = 1; count <= most; ++count) {
      joined.insert(0, item.labels[item.labels.size() - count]->text);
      const Label printed = count == 1 ? item.labels.back()->label : parse_label(joined);
      for (const auto& label : labels_[row]) {
        double one = printed.core == label.core ? 1 : likeness(printed.core, label.core);
        if (one > 0.5 && printed.numbering.kind != Numbering::Kind::none &&
            printed.numbering.kind == label.numbering.kind) {
          one += printed.numbering == label.numbering ? same_number : -same_number;
        }
        best = one > best.score ? Fit{one, count} : best;
      }
    }
    return best.score >= good_enough ? best : Fit{};
  }

  // The best way to give items rows, both in their order.
  std::vector<std::optional<std::size_t>> align() const {
    const std::size_t n = items_.size();
    const std::size_t m = labels_.size();
    std::vector<double> scores(n * m, 0);
    std::vector<double> best((n + 1) * (m + 1), 0);
    const auto at = [&](std::size_t i, std::size_t j) -> double& { return best[i * (m + 1) + j]; };
    for (std::size_t i = n; i-- > 0;) {
      for (std::size_t j = m; j-- > 0;) {
        const double one = fit(items_[i], j).score;
        scores[i * m + j] = one;
        at(i, j) = std::max({at(i + 1, j), at(i, j + 1), one > 0 ? one + at(i + 1, j + 1) : 0});
      }
    }
    std::vector<std::optional<std::size_t>> out(n);
    for (std::size_t i = 0, j = 0; i < n && j < m;) {
      const double one = scores[i * m + j];
      if (one > 0 && at(i, j) == one + at(i + 1, j + 1)) {
        out[i++] = j++;
      } else {
        ++(at(i, j) == at(i + 1, j) ? i : j);
      }
    }
    return out;
  }

  const FormTable& definition_;
  const std::vector<TableLine>& lines_;
  TableReading out_;
  std::vector<std::vector<Label>> labels_;  // by row: as the form prints it, and its variants
  std::set<std::u32string> exact_;
  std::set<std::u32string> units_;
  std::vector<Item> items_;
};

}  // namespace

std::optional<TableReading> read_list(const Form& form, std::size_t table, const std::vector<TableLine>& lines) {
  return ListReader{form, table, lines}.read();
}

}  // namespace gongkai::detail
