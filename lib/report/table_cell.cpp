// SPDX-License-Identifier: Apache-2.0
#include "report/table_cell.hpp"

#include <algorithm>
#include <gongkai/text/normalise.hpp>

#include "report/table_words.hpp"
#include "text/numerals.hpp"
#include "text/quantities.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

bool is_one_of(const std::vector<std::u32string>& words, std::u32string_view text) {
  return std::any_of(words.begin(), words.end(), [&](const std::u32string& word) { return word == text; });
}

// Digits on both sides of a blank are two figures, or one with a stray blank: not for this function to say.
bool has_divided_digits(std::string_view printed) {
  bool digit_before = false;
  bool blank = false;
  for (std::size_t position = 0; position < printed.size();) {
    char32_t c = next_code_point(printed, position);
    c = c >= 0xFF10 && c <= 0xFF19 ? c - 0xFEE0 : c;
    if (is_ascii_digit(c)) {
      if (digit_before && blank) {
        return true;
      }
      digit_before = true;
      blank = false;
    } else if (c == U' ' || c == U'\n' || c == U'\t' || c == 0xA0 || c == 0x3000) {
      blank = true;
    } else {
      digit_before = false;
    }
  }
  return false;
}

}  // namespace

std::u32string fold_cell(std::string_view printed) { return to_utf32(fold_label(printed)); }

std::optional<TableFigure> parse_figure(std::string_view printed) {
  const auto& words = TableWords::builtin();
  const auto& quantities = QuantityWords::builtin();
  std::u32string text = fold_cell(printed);
  TableFigure out;
  if (text.empty()) {
    out.cell.kind = CellKind::blank;
    return out;
  }
  out.cell.printed = std::string{printed};
  if (is_one_of(words.marks, text)) {
    out.cell.kind = CellKind::mark;
    return out;
  }
  if (is_one_of(words.zeros, text)) {
    out.cell.kind = CellKind::number;
    out.cell.in_words = true;
    return out;
  }
  if (text.size() > 15 && std::all_of(text.begin(), text.end(), is_ascii_digit)) {
    out.cell.kind = CellKind::text;  // no figure is that long: a row that ran together
    out.digits = std::move(text);
    return out;
  }
  std::u32string_view rest = text;
  const std::size_t about = quantities.approximate_before.match_at(rest, 0);
  rest.remove_prefix(about);
  const bool negative = !rest.empty() && rest[0] == U'-';
  if (negative || (!rest.empty() && rest[0] == U'+')) {
    rest.remove_prefix(1);
  }
  const auto number = arabic_number(rest, 0);
  if (!number) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < number->end; ++i) {
    if (is_ascii_digit(rest[i])) {
      out.digits += rest[i];
    }
  }
  const bool plain = out.digits.size() == number->end;
  rest.remove_prefix(number->end);
  const std::size_t more = quantities.approximate_after.match_at(rest, 0);
  rest.remove_prefix(more);
  // A measure word, and an explanation in brackets.
  const std::size_t bracket = rest.find(U'(');
  const auto unit = rest.substr(0, bracket);
  const bool explained = bracket != std::u32string_view::npos && rest.back() == U')' && rest.size() > bracket + 2;
  const bool is_unit = unit.empty() || unit == U"%" || quantities.measures.match_at(unit, 0) == unit.size();
  if (!is_unit || (bracket != std::u32string_view::npos && !explained)) {
    return std::nullopt;
  }
  if (has_divided_digits(printed)) {
    out.cell.kind = CellKind::text;
    return out;
  }
  out.unit = to_utf8(unit);
  out.cell.value = number->value;
  out.cell.value.unscaled *= negative ? -1 : 1;
  out.cell.kind = about > 0 || more > 0 ? CellKind::approximate : CellKind::number;
  if (!plain || about + more > 0 || negative || !unit.empty()) {
    out.digits.clear();
  }
  return out;
}

}  // namespace gongkai::detail
