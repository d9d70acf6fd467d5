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

}  // namespace gongkai
