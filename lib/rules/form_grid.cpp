// SPDX-License-Identifier: Apache-2.0
// A table as it stands on paper: headings with spans, from the groups of the form.
#include <algorithm>

#include "rules/form_data.hpp"

namespace gongkai {
namespace {

using Chain = std::vector<std::string>;

GridCell text_cell(GridCell::Role role, std::string text, std::size_t rows, std::size_t columns) {
  GridCell out;
  out.role = text.empty() ? GridCell::Role::empty : role;
  out.text = std::move(text);
  out.row_span = rows;
  out.column_span = columns;
  return out;
}

GridCell value_cell(std::size_t cell, std::size_t columns) {
  GridCell out;
  out.role = GridCell::Role::value;
  out.cell = cell;
  out.column_span = columns;
  return out;
}

std::size_t depth_of(const std::vector<Chain>& chains) {
  std::size_t out = 1;
  for (const auto& chain : chains) {
    out = std::max(out, chain.size());
  }
  return out;
}

// How many leaves from `first` on share the labels of `first` down to `level`.
std::size_t run(const std::vector<Chain>& chains, std::size_t first, std::size_t level) {
  std::size_t last = first + 1;
  while (last < chains.size() && chains[last].size() > level + 1 &&
         std::equal(chains[first].begin(), chains[first].begin() + static_cast<std::ptrdiff_t>(level) + 1,
                    chains[last].begin())) {
    ++last;
  }
  return last - first;
}

bool begins_run(const std::vector<Chain>& chains, std::size_t leaf, std::size_t level) {
  return leaf == 0 || chains[leaf - 1].size() <= level + 1 ||
         !std::equal(chains[leaf].begin(), chains[leaf].begin() + static_cast<std::ptrdiff_t>(level) + 1,
                     chains[leaf - 1].begin());
}

// The header lines over the columns. A label shorter than the others spans down to the figures.
std::vector<GridRow> header_lines(const std::vector<Chain>& chains, const std::vector<std::size_t>& widths) {
  const std::size_t depth = depth_of(chains);
  std::vector<GridRow> out(depth);
  for (std::size_t leaf = 0; leaf < chains.size(); ++leaf) {
    const auto& chain = chains[leaf];
    for (std::size_t level = 0; level < chain.size(); ++level) {
      if (level + 1 == chain.size()) {
        out[level].push_back(text_cell(GridCell::Role::heading, chain[level], depth - level, widths[leaf]));
      } else if (begins_run(chains, leaf, level)) {
        std::size_t width = 0;
        for (std::size_t i = 0; i < run(chains, leaf, level); ++i) {
          width += widths[leaf + i];
        }
        out[level].push_back(text_cell(GridCell::Role::heading, chain[level], 1, width));
      }
    }
  }
  return out;
}

// The labels at the left of a row. A label shorter than the others spans to the figures.
GridRow row_labels(const std::vector<Chain>& chains, std::size_t row, std::size_t depth) {
  GridRow out;
  const auto& chain = chains[row];
  for (std::size_t level = 0; level < chain.size(); ++level) {
    if (level + 1 == chain.size()) {
      out.push_back(text_cell(GridCell::Role::label, chain[level], 1, depth - level));
    } else if (begins_run(chains, row, level)) {
      out.push_back(text_cell(GridCell::Role::label, chain[level], run(chains, row, level), 1));
    }
  }
  return out;
}

void add_block(const FormTable& table, const FormBlock& block, std::size_t label_depth, std::size_t width,
               std::vector<GridRow>& out) {
  if (!block.heading.empty()) {
    out.push_back({text_cell(GridCell::Role::heading, block.heading, 1, label_depth + width)});
  }
  // The last column of a narrower block takes the room that is left.
  std::vector<std::size_t> widths(block.columns.size(), 1);
  if (!widths.empty()) {
    widths.back() += width - block.columns.size();
  }
  std::vector<Chain> columns;
  for (const auto column : block.columns) {
    columns.push_back(table.column_path(column));
  }
  auto lines = header_lines(columns, widths);
  lines.front().insert(lines.front().begin(),
                       text_cell(GridCell::Role::heading, block.head, lines.size(), label_depth));
  out.insert(out.end(), lines.begin(), lines.end());
  std::vector<Chain> rows;
  for (const auto row : block.rows) {
    rows.push_back(table.row_path(row));
  }
  for (std::size_t i = 0; i < block.rows.size(); ++i) {
    auto line = row_labels(rows, i, label_depth);
    for (std::size_t c = 0; c < block.columns.size(); ++c) {
      line.push_back(value_cell(*table.find_cell(block.rows[i], block.columns[c]), widths[c]));
    }
    out.push_back(std::move(line));
  }
}

std::vector<GridRow> grid_lines(const FormTable& table) {
  std::size_t width = 1;
  for (const auto& block : table.blocks) {
    width = std::max(width, block.columns.size());
  }
  std::size_t label_depth = 1;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    label_depth = std::max(label_depth, table.row_path(row).size());
  }
  std::vector<GridRow> out;
  for (const auto& block : table.blocks) {
    add_block(table, block, label_depth, width, out);
  }
  return out;
}

// The rows side by side: the label of a row without a group spans down to the column heads.
std::vector<GridRow> one_row(const FormTable& table) {
  std::size_t depth = 1;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    depth = std::max(depth, table.row_path(row).size());
  }
  std::vector<GridRow> out(depth + 2);
  std::vector<Chain> rows;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    rows.push_back(table.row_path(row));
  }
  const std::size_t width = table.columns.size();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t level = 0; level < rows[row].size(); ++level) {
      if (level + 1 == rows[row].size()) {
        out[level].push_back(text_cell(GridCell::Role::heading, rows[row][level], depth - level, width));
      } else if (begins_run(rows, row, level)) {
        out[level].push_back(text_cell(GridCell::Role::heading, rows[row][level], 1, width * run(rows, row, level)));
      }
    }
    for (std::size_t column = 0; column < width; ++column) {
      out[depth].push_back(text_cell(GridCell::Role::heading, table.columns[column].label, 1, 1));
      out[depth + 1].push_back(value_cell(*table.find_cell(row, column), 1));
    }
  }
  return out;
}

// One figure a line; a group has a line of its own, labels are indented by full-width spaces.
std::vector<GridRow> list_lines(const FormTable& table) {
  const std::size_t width = table.columns.size();
  std::vector<GridRow> out;
  GridRow head{text_cell(GridCell::Role::heading, table.blocks.front().head, 1, 1),
               text_cell(GridCell::Role::heading, "单位", 1, 1)};
  for (const auto& column : table.columns) {
    head.push_back(text_cell(GridCell::Role::heading, column.label, 1, 1));
  }
  out.push_back(std::move(head));
  const auto indented = [](int level, const std::string& text) {
    std::string line;
    for (int i = 0; i < level; ++i) {
      line += "　";
    }
    return line + text;
  };
  std::optional<std::size_t> group;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const auto& definition = table.rows[row];
    if (definition.group && definition.group != group) {
      out.push_back({text_cell(GridCell::Role::label, table.row_groups[*definition.group].label, 1, width + 2)});
    }
    group = definition.group;
    GridRow line{text_cell(GridCell::Role::label, indented(definition.indent, definition.label), 1, 1),
                 text_cell(GridCell::Role::label, definition.unit, 1, 1)};
    for (std::size_t column = 0; column < width; ++column) {
      line.push_back(value_cell(*table.find_cell(row, column), 1));
    }
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace

std::vector<GridRow> FormTable::grid() const {
  switch (layout) {
    case TableLayout::one_row:
      return one_row(*this);
    case TableLayout::list:
      return list_lines(*this);
    case TableLayout::grid:
      break;
  }
  return grid_lines(*this);
}

}  // namespace gongkai
