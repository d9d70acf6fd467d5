// SPDX-License-Identifier: Apache-2.0
#pragma once
// The options of a check as keyword arguments, the same for the function and the method.

#include <gongkai/report/check.hpp>
#include <map>

#include "common.hpp"

namespace gongkai::bindings {

template <typename Owner, typename... Doc>
void def_check(Owner& owner, const Doc&... doc) {
  owner.def(
      "check",
      [](const AnnualReport& report, const AnnualReport* previous, const std::vector<AnnualReport>& earlier,
         std::map<std::string, Severity> severities, std::map<std::string, std::int64_t> limits,
         std::optional<std::string> level, std::optional<Date> published_on, std::map<std::string, DayOfYear> local_due,
         std::vector<std::string> words, std::optional<std::string> hash) {
        const py::gil_scoped_release unlocked;
        const CheckOptions options{std::move(severities), std::move(limits), std::move(level), published_on,
                                   std::move(local_due),  std::move(words),  std::move(hash)};
        if (!earlier.empty()) {
          std::vector<AnnualReport> all{earlier};
          if (previous != nullptr) {
            all.push_back(*previous);
          }
          return check(report, Span<const AnnualReport>{all}, options);
        }
        return previous == nullptr ? check(report, options) : check(report, *previous, options);
      },
      doc..., py::arg("previous") = nullptr, py::kw_only(), py::arg("earlier") = std::vector<AnnualReport>{},
      py::arg("severities") = py::dict(), py::arg("limits") = py::dict(), py::arg("level") = py::none(),
      py::arg("published_on") = py::none(), py::arg("local_due") = py::dict(),
      py::arg("words") = std::vector<std::string>{}, py::arg("content_hash") = py::none());
}

}  // namespace gongkai::bindings
