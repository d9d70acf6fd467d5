// SPDX-License-Identifier: Apache-2.0
#include "report/figure_placer.hpp"

#include <algorithm>

namespace gongkai::detail {
namespace {

constexpr std::int32_t widest_shift = 4;   // characters by which figures of one column may stand apart
constexpr std::int32_t narrowest_gap = 2;  // characters between columns that are columns

bool is_blank(const LinePiece* piece) { return piece->figure.cell.kind == CellKind::blank; }

std::int32_t width(const LinePiece* piece) { return std::max(1, piece->column_end - piece->column); }

// A cell over several columns says the same of each only when it says nothing or nought.
bool spreads(const LinePiece* piece) {
  const auto& cell = piece->figure.cell;
  return cell.kind == CellKind::blank || cell.kind == CellKind::mark ||
         (cell.kind == CellKind::number && cell.value.unscaled == 0);
}

std::optional<PlacedFigures> by_spans(const std::vector<const LinePiece*>& figures, std::size_t cells) {
  PlacedFigures out;
  for (const auto* piece : figures) {
    if (width(piece) > 1 && !spreads(piece)) {
      return std::nullopt;
    }
    out.insert(out.end(), static_cast<std::size_t>(width(piece)), piece);
  }
  return out.size() == cells ? std::optional{std::move(out)} : std::nullopt;
}

std::optional<PlacedFigures> by_grid(const std::vector<const LinePiece*>& figures, const ColumnPlaces& places) {
  PlacedFigures out;
  std::size_t used = 0;
  for (const auto& range : places.ranges) {
    const auto found = std::find_if(figures.begin(), figures.end(), [&](const LinePiece* piece) {
      return piece->column <= range->begin && range->begin < piece->column_end;
    });
    if (found == figures.end() || (width(*found) > range->end - range->begin && !spreads(*found))) {
      return std::nullopt;
    }
    out.push_back(*found);
    used += is_blank(*found) ? 0U : 1U;
  }
  // No figure may be left over: the row would have been shifted.
  const auto printed = static_cast<std::size_t>(
      std::count_if(figures.begin(), figures.end(), [](const LinePiece* piece) { return !is_blank(piece); }));
  return used >= printed ? std::optional{std::move(out)} : std::nullopt;
}

std::optional<PlacedFigures> by_characters(const std::vector<const LinePiece*>& figures, const ColumnPlaces& places) {
  PlacedFigures out(places.ranges.size(), nullptr);
  std::size_t next = 0;
  for (const auto* piece : figures) {
    const std::int32_t centre = piece->column + piece->column_end;
    std::size_t best = places.ranges.size();
    std::int32_t distance = 0;
    for (std::size_t c = next; c < places.ranges.size(); ++c) {
      const std::int32_t off = std::abs(places.ranges[c]->begin + places.ranges[c]->end - centre);
      if (best == places.ranges.size() || off < distance) {
        best = c;
        distance = off;
      }
    }
    const auto overlaps = [&](const std::optional<ColumnPlaces::Range>& range) {
      return range->begin < piece->column_end && piece->column < range->end;
    };
    if (best == places.ranges.size() || distance > 2 * widest_shift ||
        std::count_if(places.ranges.begin(), places.ranges.end(), overlaps) > 1) {
      return std::nullopt;
    }
    out[best] = piece;
    next = best + 1;
  }
  return out;
}

}  // namespace

bool ColumnPlaces::complete() const noexcept {
  return !ranges.empty() &&
         std::all_of(ranges.begin(), ranges.end(), [](const auto& range) { return range.has_value(); });
}

std::optional<PlacedFigures> place_figures(const FigureRow& row, std::size_t cells, const ColumnPlaces& places) {
  auto figures = row.figures;
  // Digits with a blank between them: one figure or two.
  if (std::any_of(figures.begin(), figures.end(),
                  [](const LinePiece* piece) { return piece->figure.cell.kind == CellKind::text; })) {
    return std::nullopt;
  }
  const bool in_grid = places.complete() && places.ranges.size() == cells && places.table.has_value();
  if (in_grid) {
    if (auto found = by_grid(figures, places)) {
      return found;
    }
  }
  if (figures.size() == cells) {
    return figures;
  }
  if (in_grid && figures.size() > cells) {
    return std::nullopt;  // which blanks are too many is not known when a column is missing
  }
  const auto printed = static_cast<std::size_t>(
      std::count_if(figures.begin(), figures.end(), [](const LinePiece* piece) { return !is_blank(piece); }));
  if (figures.size() > cells) {
    // Blanks that merged cells have left, at the end or between label and figures.
    while (figures.size() > cells && is_blank(figures.back())) {
      figures.pop_back();
    }
    while (figures.size() > cells && is_blank(figures.front())) {
      figures.erase(figures.begin());
    }
    if (figures.size() == cells) {
      return figures;
    }
    if (printed == cells) {
      figures.erase(std::remove_if(figures.begin(), figures.end(), is_blank), figures.end());
      return figures;
    }
    return std::nullopt;
  }
  if (auto found = by_spans(figures, cells)) {
    return found;
  }
  const bool in_text = places.complete() && places.ranges.size() == cells && !places.table.has_value();
  return in_text && !row.one_a_line && printed == figures.size() ? by_characters(figures, places) : std::nullopt;
}

PlacedFigures place_cut_figures(const FigureRow& row, std::size_t cells, const ColumnPlaces& places) {
  PlacedFigures out(cells, nullptr);
  const auto& figures = row.figures;
  const bool in_grid = places.complete() && places.ranges.size() == cells && places.table.has_value();
  for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
    std::size_t at = i;
    if (in_grid) {
      const auto found = std::find_if(places.ranges.begin(), places.ranges.end(), [&](const auto& range) {
        return figures[i]->column <= range->begin && range->begin < figures[i]->column_end;
      });
      at = static_cast<std::size_t>(found - places.ranges.begin());
    } else if (is_blank(figures.front()) || figures.size() > cells) {
      break;  // the blank may belong to the label
    }
    if (at < cells) {
      out[at] = figures[i];
    }
  }
  return out;
}

ColumnPlaces columns_of_row(const FigureRow& row, std::size_t table) {
  ColumnPlaces out;
  out.table = table;
  for (const auto* piece : row.figures) {
    if (!is_blank(piece)) {
      out.ranges.emplace_back(ColumnPlaces::Range{piece->column, piece->column_end});
    }
  }
  return out;
}

std::optional<std::vector<FigureRun>> runs_of(const std::vector<const LinePiece*>& figures) {
  std::vector<FigureRun> out;
  for (const auto* piece : figures) {
    const auto& figure = piece->figure;
    FigureRun run;
    if (figure.cell.kind == CellKind::number && figure.digits.empty()) {
      if (figure.cell.value.decimals != 0) {
        return std::nullopt;
      }
      run.value = figure.cell.value.unscaled;
    } else if (figure.cell.kind == CellKind::number || figure.cell.kind == CellKind::text) {
      run.digits = figure.digits;
    } else if (figure.cell.kind == CellKind::approximate) {
      return std::nullopt;
    }
    out.push_back(std::move(run));
  }
  return out;
}

ColumnPlaces columns_of_text(const std::vector<const FigureRow*>& rows, std::size_t cells) {
  ColumnPlaces out;
  out.ranges.resize(cells);
  std::vector<ColumnPlaces::Range> spread(cells);  // of the centres, doubled
  for (const auto* row : rows) {
    if (row->figures.size() != cells || row->one_a_line) {
      continue;
    }
    for (std::size_t c = 0; c < cells; ++c) {
      const auto* piece = row->figures[c];
      const std::int32_t centre = piece->column + piece->column_end;
      auto& range = out.ranges[c];
      if (!range) {
        range = ColumnPlaces::Range{piece->column, piece->column_end};
        spread[c] = {centre, centre};
      } else {
        range->begin = std::min(range->begin, piece->column);
        range->end = std::max(range->end, piece->column_end);
        spread[c] = {std::min(spread[c].begin, centre), std::max(spread[c].end, centre)};
      }
    }
  }
  const bool apart = std::any_of(spread.begin(), spread.end(), [](const ColumnPlaces::Range& range) {
    return range.end - range.begin > 2 * widest_shift;
  });
  const bool touching =
      out.complete() && std::adjacent_find(out.ranges.begin(), out.ranges.end(), [](const auto& a, const auto& b) {
                          return b->begin - a->end < narrowest_gap;
                        }) != out.ranges.end();
  return apart || touching ? ColumnPlaces{} : out;
}

}  // namespace gongkai::detail
