// SPDX-License-Identifier: Apache-2.0
// iCalendar (RFC 5545): whole days off and make-up days.
#include <algorithm>
#include <gongkai/error.hpp>
#include <set>

#include "calendar/foreign_formats.hpp"
#include "calendar/icalendar_lines.hpp"
#include "detail/utf8.hpp"

namespace gongkai::detail {
namespace {

constexpr std::int32_t longest_event = 366;       // days
constexpr std::int64_t most_event_days = 200000;  // of one file: no input keeps us busy for long

struct Event {
  std::size_t line = 0;
  std::optional<ContentLine> start;
  std::optional<ContentLine> end;
  std::optional<ContentLine> duration;
  std::string summary;
  std::string categories;
  bool cancelled = false;
};

std::string small_letters(std::string text) {
  for (char& c : text) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return text;
}

bool holds_any(const std::string& text, const std::vector<std::string>& marks) {
  return std::any_of(marks.begin(), marks.end(), [&](const std::string& mark) {
    return !mark.empty() && text.find(small_letters(mark)) != std::string::npos;
  });
}

RestDays rest_days(const std::vector<Weekday>& weekend) {
  RestDays out{};
  for (const Weekday day : weekend) {
    const auto index = static_cast<std::size_t>(day) - 1;
    if (index >= out.size()) {
      throw InvalidArgumentError{ErrorCode::invalid_option, "weekend", "a weekday from monday to sunday is expected"};
    }
    out[index] = true;
  }
  return out;
}

class Reader {
 public:
  Reader(const std::string& file, const ICalendarOptions& options) : file_{file}, options_{options} {}

  CalendarData read(std::string_view bytes) {
    for (auto& line : content_lines(bytes, file_)) {
      take(line);
    }
    if (!complete_) {
      refuse(1, "no whole calendar: BEGIN:VCALENDAR … END:VCALENDAR is expected");
    }
    return assemble();
  }

 private:
  [[noreturn]] void refuse(std::size_t line, const std::string& message) const {
    throw ParseError{ErrorCode::icalendar_syntax, file_, std::to_string(line) + ":1", message};
  }

  void take(ContentLine& line) {
    if (line.name == "BEGIN") {
      begin(line);
    } else if (line.name == "END") {
      end(line);
    } else if (open_.empty()) {
      refuse(line.line, "BEGIN:VCALENDAR is expected first");
    } else if (open_.back() == "VEVENT") {
      property(line);
    }
  }

  void begin(const ContentLine& line) {
    const std::string kind = small_letters(line.value);
    if (open_.empty() != (kind == "vcalendar") || complete_) {
      refuse(line.line, "one VCALENDAR with everything in it is expected");
    }
    if (open_.size() >= 8) {
      refuse(line.line, "nested too deeply");
    }
    open_.push_back(kind == "vcalendar" ? "VCALENDAR" : kind == "vevent" ? "VEVENT" : kind);
    if (open_.back() == "VEVENT") {
      event_ = Event{};
      event_.line = line.line;
    }
  }

  void end(const ContentLine& line) {
    if (open_.empty() || small_letters(open_.back()) != small_letters(line.value)) {
      refuse(line.line, "END:" + line.value + " ends nothing that is open");
    }
    const bool event = open_.back() == "VEVENT";
    open_.pop_back();
    complete_ = open_.empty();
    if (event && !event_.cancelled) {
      spread();
    }
  }

  void property(ContentLine& line) {
    if (line.name == "RRULE" || line.name == "RDATE" || line.name == "EXDATE" || line.name == "RECURRENCE-ID") {
      refuse(line.line, line.name + ": repeating events are not supported; holidays are ordered year by year");
    }
    if (line.name == "DTSTART") {
      once(event_.start, line);
    } else if (line.name == "DTEND") {
      once(event_.end, line);
    } else if (line.name == "DURATION") {
      once(event_.duration, line);
    } else if (line.name == "SUMMARY") {
      event_.summary = line.text();
    } else if (line.name == "CATEGORIES") {
      event_.categories += " " + line.text();
    } else if (line.name == "STATUS") {
      event_.cancelled = small_letters(line.value) == "cancelled";
    }
  }

  void once(std::optional<ContentLine>& slot, ContentLine& line) const {
    if (slot) {
      refuse(line.line, line.name + " stands twice in this event");
    }
    slot = std::move(line);
  }

  Date day(const ContentLine& line) const {
    const std::string& value = line.value;
    const std::string_view type = line.parameter("VALUE");
    if (value.find('T') != std::string::npos || (!type.empty() && small_letters(std::string{type}) != "date")) {
      refuse(line.line, line.name + " has a time of day; half days are not supported, a day is worked or not");
    }
    const auto date = value.size() == 8
                          ? Date::try_parse(value.substr(0, 4) + "-" + value.substr(4, 2) + "-" + value.substr(6))
                          : std::nullopt;
    if (!date) {
      refuse(line.line, "\"" + value + "\" is no day; days are written YYYYMMDD");
    }
    return *date;
  }

  // P3D, P1W
  std::int64_t duration(const ContentLine& line) const {
    const std::string& text = line.value;
    const bool shape = text.size() >= 3 && text.size() <= 6 && text.front() == 'P' &&
                       (text.back() == 'D' || text.back() == 'W') &&
                       text.find_first_not_of("0123456789", 1) == text.size() - 1;
    if (!shape) {
      refuse(line.line, "\"" + text + "\": a duration of whole days or weeks is expected, e.g. P3D");
    }
    return std::stol(text.substr(1)) * (text.back() == 'W' ? 7 : 1);
  }

  std::int32_t length(Date start) const {
    if (event_.end && event_.duration) {
      refuse(event_.duration->line, "DTEND and DURATION exclude each other");
    }
    const std::int64_t days = event_.end        ? (day(*event_.end) - start).count()
                              : event_.duration ? duration(*event_.duration)
                                                : 1;
    if (days < 1 || days > longest_event) {
      refuse(event_.end ? event_.end->line : event_.line, "an event of 1 to " + std::to_string(longest_event) +
                                                              " days is expected (DTEND is the day after the last)");
    }
    return static_cast<std::int32_t>(days);
  }

  enum class Kind { off, work, no_matter };

  Kind kind() const {
    const std::string text = small_letters(event_.summary + event_.categories);
    if (holds_any(text, options_.half_day_marks)) {
      refuse(event_.line, "\"" + event_.summary + "\": half days are not supported, a day is worked or not");
    }
    if (holds_any(text, options_.working_marks)) {
      return Kind::work;
    }
    if (holds_any(text, options_.off_marks)) {
      return Kind::off;
    }
    if (options_.unmarked == ICalendarOptions::Unmarked::refuse) {
      refuse(event_.line,
             "\"" + event_.summary +
                 "\" is marked neither off nor worked; say by ICalendarOptions which words tell it, or what "
                 "an event without a mark is");
    }
    return options_.unmarked == ICalendarOptions::Unmarked::off ? Kind::off : Kind::no_matter;
  }

  void spread() {
    if (!event_.start) {
      refuse(event_.line, "an event without DTSTART");
    }
    const Date start = day(*event_.start);
    const std::int32_t days = length(start);
    const Kind as = kind();
    if (as == Kind::no_matter) {
      return;
    }
    total_ += days;
    if (total_ > most_event_days) {
      throw ParseError{ErrorCode::too_large, file_, std::to_string(event_.line) + ":1",
                       "events of more than " + std::to_string(most_event_days) + " days in all"};
    }
    if (start.month() < 12) {
      years_.insert(start.year());
    }
    for (std::int32_t i = 0; i < days; ++i) {
      days_.push_back(
          Listed{NamedDay{start + CalendarDays{i}, event_.summary, std::to_string(event_.line) + ":1"}, as});
    }
  }

  // A day of December is put under the next year where that is covered, as the notices do: it belongs to its New Year.
  // What is worked does not depend on it.
  CalendarData assemble() {
    DayCollector collector{options_.country, {}, rest_days(options_.weekend)};
    if (options_.covers) {
      years_.clear();
      for (int year = options_.covers->first.year(); year <= options_.covers->second.year(); ++year) {
        years_.insert(year);
      }
    }
    for (const int year : years_) {
      collector.cover(year, file_, {});
    }
    for (auto& listed : days_) {
      const Date date = listed.day.date;
      const int year = date.month() == 12 && years_.count(date.year() + 1) != 0 ? date.year() + 1 : date.year();
      if (years_.count(year) == 0) {
        continue;
      }
      if (listed.as == Kind::off) {
        collector.off(year, file_, std::move(listed.day));
      } else {
        collector.work(year, file_, std::move(listed.day));
      }
    }
    return collector.take(file_, options_.covers);
  }

  struct Listed {
    NamedDay day;
    Kind as;
  };

  const std::string& file_;
  const ICalendarOptions& options_;
  std::vector<std::string> open_;
  Event event_;
  bool complete_ = false;
  std::int64_t total_ = 0;
  std::set<int> years_;
  std::vector<Listed> days_;
};

}  // namespace

CalendarData read_icalendar(std::string_view bytes, const std::string& file, const ICalendarOptions& options,
                            const ReadLimits& limits) {
  if (options.country.empty()) {
    throw InvalidArgumentError{
        ErrorCode::invalid_option, "country",
        "an iCalendar file does not say its country: set ICalendarOptions::country, e.g. \"CN\""};
  }
  if (options.covers && options.covers->second < options.covers->first) {
    throw InvalidArgumentError{ErrorCode::invalid_option, "covers", "the last day is before the first"};
  }
  if (bytes.size() > limits.max_bytes) {
    throw ParseError{ErrorCode::too_large, file, "",
                     "larger than " + std::to_string(limits.max_bytes) + " bytes (ReadLimits::max_bytes)"};
  }
  if (!valid_utf8(bytes)) {
    throw ParseError{ErrorCode::not_text, file, "", "an iCalendar file is UTF-8; this is not"};
  }
  return Reader{file, options}.read(bytes);
}

}  // namespace gongkai::detail
