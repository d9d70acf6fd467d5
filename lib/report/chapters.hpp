// SPDX-License-Identifier: Apache-2.0
#pragma once
// The running text of a report, divided at its headings; and the day on which the page says it was published.

#include <gongkai/base/date.hpp>
#include <gongkai/report/annual_report.hpp>
#include <gongkai/rules/form.hpp>
#include <optional>
#include <vector>

#include "report/page.hpp"

namespace gongkai::detail {

/// `form` names headings that may stand without numbering, or before the first sentence on its line.
[[nodiscard]] std::vector<Chapter> chapters_of(const Page& page, const std::optional<Form>& form);

/// "发布时间:2020-03-27", "公开日期 | 2024年1月17日": only behind words that say so.
[[nodiscard]] std::optional<Date> publication_day(const Page& page);

/// The last line that is nothing but a day, in any digits: "2014年1月15日", "二〇一四年一月十五日". Only at the end of
/// the text, where a report is signed.
[[nodiscard]] std::optional<Date> signature_day(const Page& page);

}  // namespace gongkai::detail
