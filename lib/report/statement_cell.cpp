// SPDX-License-Identifier: Apache-2.0
// What a statement of the running text is as a cell of the report.
#include "report/slots.hpp"

namespace gongkai::detail {

Cell to_cell(const Mention& mention) {
  Cell cell;
  cell.kind = mention.approximate ? CellKind::approximate : CellKind::number;
  cell.value = mention.value;
  cell.place = mention.place;
  cell.printed = mention.place.text;
  return cell;
}

Cell to_cell(const Page& page, const Statement& statement) {
  if (statement.mention) {
    return to_cell(page.mentions[*statement.mention]);
  }
  Cell cell;
  cell.kind = CellKind::number;
  cell.in_words = true;
  cell.value = statement.same_as.value_or(Decimal{0, 0});
  cell.place = page.source->place(statement.words.begin, statement.words.end - statement.words.begin);
  cell.printed = cell.place.text;
  return cell;
}

}  // namespace gongkai::detail
