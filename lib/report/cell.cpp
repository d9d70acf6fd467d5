// SPDX-License-Identifier: Apache-2.0
#include <gongkai/report/cell.hpp>

namespace gongkai {

std::string_view to_string(CellKind kind) noexcept {
  switch (kind) {
    case CellKind::absent:
      return "absent";
    case CellKind::blank:
      return "blank";
    case CellKind::mark:
      return "mark";
    case CellKind::approximate:
      return "approximate";
    case CellKind::number:
      return "number";
    case CellKind::text:
      return "text";
    case CellKind::date:
      return "date";
  }
  return "absent";
}

}  // namespace gongkai
