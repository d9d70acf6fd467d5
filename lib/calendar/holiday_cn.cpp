// SPDX-License-Identifier: Apache-2.0
// The JSON of NateScarlet/holiday-cn: one file a year.
#include <gongkai/error.hpp>
#include <set>

#include "calendar/foreign_formats.hpp"
#include "detail/json_reader.hpp"

namespace gongkai::detail {

CalendarData read_holiday_cn(const std::vector<NamedBytes>& files, const ReadLimits& limits) {
  // The format is about China alone: whose notices it holds and which days are weekends stand in our own data.
  const CalendarData china = builtin_data("CN");
  DayCollector days{china.country, china.authority, china.weekend};
  std::set<int> seen;
  for (const auto& [name, bytes] : files) {
    const Json json = parse_json(bytes, name, limits);
    const JsonCursor root{json, name};
    root.object({"year", "days"}, {"$schema", "$id", "papers"});
    const int year = static_cast<int>(root.at("year").integer(1, 9999));
    if (!seen.insert(year).second) {
      throw RulebookError{ErrorCode::calendar_contradicts, name, "/year",
                          "the year " + std::to_string(year) + " is in two files"};
    }
    std::string papers;
    if (const auto list = root.find("papers")) {
      for (const auto& paper : list->strings()) {
        papers += (papers.empty() ? "" : " ") + paper;
      }
    }
    const auto entries = root.at("days").elements();
    if (entries.empty()) {
      continue;  // the file is made before the notice is out
    }
    days.cover(year, name, papers);
    for (const auto& entry : entries) {
      entry.object({"name", "date", "isOffDay"});
      NamedDay day{entry.at("date").date(), entry.at("name").string(), entry.pointer()};
      if (entry.at("isOffDay").boolean()) {
        days.off(year, name, std::move(day));
      } else {
        days.work(year, name, std::move(day));
      }
    }
  }
  return days.take(files.size() == 1 ? files.front().name : "holiday-cn", std::nullopt);
}

}  // namespace gongkai::detail
