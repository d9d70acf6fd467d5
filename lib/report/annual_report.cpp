// SPDX-License-Identifier: Apache-2.0
#include <gongkai/report/annual_report.hpp>

namespace gongkai {

const Cell& AnnualReport::figure(std::string_view slot) const noexcept {
  static const Cell absent{};
  for (const auto& [name, cell] : narrative) {
    if (name == slot) {
      return cell;
    }
  }
  return absent;
}

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
  }
  return "absent";
}

}  // namespace gongkai
