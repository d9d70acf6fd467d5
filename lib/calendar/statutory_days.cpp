// SPDX-License-Identifier: Apache-2.0
#include "calendar/statutory_days.hpp"

#include <gongkai/error.hpp>

#include "calendar/calendar_data.hpp"
#include "detail/embedded.hpp"
#include "detail/json_reader.hpp"

namespace gongkai::detail {

StatutoryDays StatutoryDays::parse(std::string_view bytes, const std::string& file) {
  const Json json = parse_json(bytes, file);
  const JsonCursor root{json, file};
  root.object({"schema", "country", "decrees", "exceptions"}, {"note"});
  static_cast<void>(root.at("schema").integer(1, 1));
  StatutoryDays out;
  for (const auto& element : root.at("decrees").elements()) {
    element.object({"citation", "from", "holidays"});
    Decree decree{element.at("citation").string(), element.at("from").date(), 0, {}};
    for (const auto& holiday : element.at("holidays").elements()) {
      holiday.object({"name", "days"});
      decree.days += static_cast<int>(holiday.at("days").integer(1, 31));
      decree.holidays.push_back(holiday.at("name").string());
    }
    if (!out.decrees_.empty() && decree.from <= out.decrees_.back().from) {
      throw RulebookError{ErrorCode::calendar_contradicts, file, element.pointer(),
                          "decrees stand in the order of days"};
    }
    out.decrees_.push_back(std::move(decree));
  }
  for (const auto& element : root.at("exceptions").elements()) {
    element.object({"year", "more", "notice", "reason"});
    static_cast<void>(element.at("reason").string());
    out.exceptions_.push_back(Exception{static_cast<int>(element.at("year").integer(1, 9999)),
                                        static_cast<int>(element.at("more").integer(-31, 31)),
                                        element.at("notice").string()});
  }
  return out;
}

StatutoryDays StatutoryDays::builtin(std::string_view country) {
  const std::string path = data_folder(country) + "/calendar/statutory-days.json";
  const auto bytes = embedded_file(path);
  return bytes ? parse(*bytes, "rules/" + path) : StatutoryDays{};
}

std::optional<StatutoryYear> StatutoryDays::of(int year) const {
  std::optional<StatutoryYear> out;
  for (const auto& decree : decrees_) {
    if (decree.from <= Date{year, 1, 1}) {
      out = StatutoryYear{decree.days, decree.citation, decree.holidays};
    }
  }
  for (const auto& exception : exceptions_) {
    if (out && exception.year == year) {
      out->days += exception.more;
      out->citation += ", " + exception.notice;
    }
  }
  return out;
}

}  // namespace gongkai::detail
