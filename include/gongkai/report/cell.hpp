// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// One cell of a report: what is printed, where, and what it means. Unknown is not zero.

#include <cstdint>
#include <string>
#include <string_view>

#include <gongkai/base/decimal.hpp>
#include <gongkai/base/place.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// What stands in a cell. Unknown is not zero.
enum class CellKind : std::uint8_t {
  absent,       ///< not stated in the document
  blank,        ///< a cell that is there and empty
  mark,         ///< `/`, `—`
  approximate,  ///< 40多: no number to reckon with
  number,
  text,  ///< words: the name of a project
  date   ///< a calendar day; `value` is its day number (`Date::to_ordinal`)
};

/// A figure as printed.
struct Cell {
  CellKind kind = CellKind::absent;
  Decimal value;          ///< of a `number`; of an `approximate` the number it is built on
  bool in_words = false;  ///< a zero in words (没有发生, 未收到)
  std::string printed;    ///< `121条`, `11.90%`, `10余项`, `没有接到`
  Place place;

  [[nodiscard]] bool is_number() const noexcept { return kind == CellKind::number; }
};

/// `absent`, `blank`, …
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(CellKind kind) noexcept;

}  // namespace gongkai
