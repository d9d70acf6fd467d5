// SPDX-License-Identifier: Apache-2.0
// Module calendar: the working days of a country. Columns: calendar_columns.cpp.
#include <pybind11/native_enum.h>

#include <variant>

#include <gongkai/calendar/check_calendar.hpp>
#include <gongkai/calendar/work_calendar.hpp>
#include <gongkai/io/load.hpp>

#include "value.hpp"

namespace gongkai::bindings {
namespace {

void bind_reasons(py::module_& module) {
  py::native_enum<Weekday>(module, "Weekday", "enum.IntEnum", "Days of the week by ISO 8601: Monday is 1.")
      .value("monday", Weekday::monday)
      .value("tuesday", Weekday::tuesday)
      .value("wednesday", Weekday::wednesday)
      .value("thursday", Weekday::thursday)
      .value("friday", Weekday::friday)
      .value("saturday", Weekday::saturday)
      .value("sunday", Weekday::sunday)
      .finalize();
  py::native_enum<DayKind>(module, "DayKind", "enum.Enum",
                           "What a day is. The first three are not worked, the last three are.")
      .value("weekend", DayKind::weekend, "周末: a rest day of the week.")
      .value("holiday", DayKind::holiday, "放假: a day off by notice.")
      .value("local_closure", DayKind::local_closure, "Not worked by an override.")
      .value("ordinary", DayKind::ordinary, "An ordinary working day.")
      .value("make_up_day", DayKind::make_up_day, "调休上班: a weekend day that is worked by notice.")
      .value("local_working_day", DayKind::local_working_day, "Worked by an override.")
      .finalize();

  py::class_<DayReason> reason(module, "DayReason", "A day with the reason why it is worked or not.");
  reason.def_readonly("date", &DayReason::date, "The day.")
      .def_readonly("kind", &DayReason::kind, "What it is.")
      .def_readonly("name", &DayReason::name,
                    "The holiday as the notice heads it (make-up days too), or the override's; else empty.")
      .def_readonly("notice", &DayReason::notice,
                    "Number of the notice that made the day what it is; empty when none did.")
      .def_readonly("amends", &DayReason::amends,
                    "Number of the yearly notice, when `notice` is a later one that changed it; else empty.")
      .def_readonly("source", &DayReason::source,
                    "Who says so: of an override its source, of a notice where it was "
                    "taken from; else empty.")
      .def_property_readonly("worked", &DayReason::worked, "Whether public bodies work on it.");
  const auto reason_state = [](const DayReason& value) {
    return py::make_tuple(1, value.date, value.kind, value.name, value.notice, value.amends, value.source);
  };
  bind_equality(reason);
  reason.def("__hash__", [=](const DayReason& value) { return py::hash(reason_state(value)); })
      .def("__repr__", [](const DayReason& value) { return one_line("DayReason", printed(value)); })
      .def("__str__", &printed<DayReason>)
      .def(py::pickle(reason_state, [](const py::tuple& state) {
        return DayReason{state[1].cast<Date>(),        state[2].cast<DayKind>(),     state[3].cast<std::string>(),
                         state[4].cast<std::string>(), state[5].cast<std::string>(), state[6].cast<std::string>()};
      }));
}

void bind_override(py::module_& module) {
  py::class_<DayOverride> type(module, "DayOverride",
                               "A day on which one office or place departs from the national calendar, with the order "
                               "that says so.");
  py::native_enum<DayOverride::Kind>(type, "Kind", "enum.Enum", "Which way it departs.")
      .value("closure", DayOverride::Kind::closure, "Not worked.")
      .value("working_day", DayOverride::Kind::working_day, "Worked.")
      .finalize();
  const auto state = [](const DayOverride& value) {
    return py::make_tuple(1, value.date, value.kind, value.source, value.name);
  };
  type.def(py::init([](Date date, DayOverride::Kind kind, std::string source, std::string name) {
             return DayOverride{date, kind, std::move(source), std::move(name)};
           }),
           py::arg("date"), py::arg("kind"), py::arg("source"), py::arg("name") = "")
      .def_readonly("date", &DayOverride::date, "The day.")
      .def_readonly("kind", &DayOverride::kind, "Which way it departs.")
      .def_readonly("source", &DayOverride::source, "Who ordered it, where it is written; never empty.")
      .def_readonly("name", &DayOverride::name, "What for; may be empty.")
      .def(
          "__eq__", [=](const DayOverride& a, const DayOverride& b) { return state(a).equal(state(b)); },
          py::is_operator())
      .def(
          "__ne__", [=](const DayOverride& a, const DayOverride& b) { return state(a).not_equal(state(b)); },
          py::is_operator())
      .def("__hash__", [=](const DayOverride& value) { return py::hash(state(value)); })
      .def("__repr__",
           [](const DayOverride& value) {
             const bool worked = value.kind == DayOverride::Kind::working_day;
             return one_line("DayOverride", value.date.to_string() + (worked ? " working_day " : " closure ") +
                                                value.name + " (" + value.source + ")");
           })
      .def(py::pickle(state, [](const py::tuple& pickled) {
        return DayOverride{pickled[1].cast<Date>(), pickled[2].cast<DayOverride::Kind>(),
                           pickled[3].cast<std::string>(), pickled[4].cast<std::string>()};
      }));
}

void bind_notice(py::module_& module) {
  py::class_<CalendarNotice> type(module, "CalendarNotice", "A holiday notice that a calendar was made from.");
  bind_struct(type, 1, Field{"year", &CalendarNotice::year, "The year that it is for."},
              Field{"number", &CalendarNotice::number, "As 国办发明电〔2023〕7号; empty when the data have none."},
              Field{"published", &CalendarNotice::published,
                    "The day that it bears (成文日期); None when the data have "
                    "none."},
              Field{"amends", &CalendarNotice::amends,
                    "Number of the yearly notice that it changes; empty for a "
                    "yearly notice."},
              Field{"source", &CalendarNotice::source, "Where the data have it from."});
  type.def("__repr__", [](const CalendarNotice& value) {
    return one_line("CalendarNotice", std::to_string(value.year) + ' ' + value.number);
  });
}

// A path as the operating system has it: names need not be text.
std::string file_name(const py::object& path) {
  return py::module_::import("os").attr("fsencode")(path).cast<std::string>();
}

void bind_icalendar_options(py::module_& module) {
  py::class_<ICalendarOptions> type(module, "ICalendarOptions",
                                    "How an iCalendar file is to be understood: the format itself knows neither days "
                                    "off nor make-up days, nor for which years it is complete.");
  py::native_enum<ICalendarOptions::Unmarked>(type, "Unmarked", "enum.Enum", "What an event is that bears no mark.")
      .value("refuse", ICalendarOptions::Unmarked::refuse, "ParseError 211: nothing is guessed.")
      .value("off", ICalendarOptions::Unmarked::off, "A day off, as in a plain list of public holidays.")
      .value("ignore", ICalendarOptions::Unmarked::ignore, "No matter for this calendar.")
      .finalize();
  const ICalendarOptions usual;
  type.def(py::init([](std::string country, std::vector<Weekday> weekend, std::vector<std::string> working_marks,
                       std::vector<std::string> off_marks, std::vector<std::string> half_day_marks,
                       ICalendarOptions::Unmarked unmarked, std::optional<std::pair<Date, Date>> covers) {
             return ICalendarOptions{std::move(country),
                                     std::move(weekend),
                                     std::move(working_marks),
                                     std::move(off_marks),
                                     std::move(half_day_marks),
                                     unmarked,
                                     covers};
           }),
           py::kw_only(), py::arg("country") = "", py::arg("weekend") = usual.weekend,
           py::arg("working_marks") = usual.working_marks, py::arg("off_marks") = usual.off_marks,
           py::arg("half_day_marks") = usual.half_day_marks, py::arg("unmarked") = usual.unmarked,
           py::arg("covers") = py::none());
  bind_struct(
      type, 1, Field{"country", &ICalendarOptions::country, "Two capital letters; required for an iCalendar file."},
      Field{"weekend", &ICalendarOptions::weekend, "Rest days of the week."},
      Field{"working_marks", &ICalendarOptions::working_marks, "Words of an event that is a make-up day."},
      Field{"off_marks", &ICalendarOptions::off_marks, "Words of an event that is a day off."},
      Field{"half_day_marks", &ICalendarOptions::half_day_marks, "Words of an event that is refused."},
      Field{"unmarked", &ICalendarOptions::unmarked, "What an event without any of them is."},
      Field{"covers", &ICalendarOptions::covers, "First and last day for which the file is complete, or None."});
  type.def("__repr__", [](const ICalendarOptions& value) { return one_line("ICalendarOptions", value.country); });
}

void bind_gap(py::module_& module) {
  py::class_<CalendarGap> type(module, "CalendarGap", "Where the knowledge of a calendar ends for one question.");
  const auto state = [](const CalendarGap& value) {
    return py::make_tuple(1, value.first_unknown_day, value.missing_notice, value.counted);
  };
  bind_equality(type);
  type.def_readonly("first_unknown_day", &CalendarGap::first_unknown_day,
                    "The first day, in the direction of the count, that the calendar does not know.")
      .def_readonly("missing_notice", &CalendarGap::missing_notice, "Which notice would answer it, in words.")
      .def_readonly("counted", &CalendarGap::counted, "Working days found before it, never negative.")
      .def("__hash__", [=](const CalendarGap& value) { return py::hash(state(value)); })
      .def("__repr__",
           [](const CalendarGap& value) {
             return one_line("CalendarGap", value.first_unknown_day.to_string() + ", " + value.missing_notice);
           })
      .def(py::pickle(state, [](const py::tuple& pickled) {
        return CalendarGap{pickled[1].cast<Date>(), pickled[2].cast<std::string>(), pickled[3].cast<WorkingDays>()};
      }));
}

/// A question for columns: python/gongkai/frames.py, imported when it is first asked.
template <typename... Arguments>
py::object of_columns(const char* question, const Arguments&... arguments) {
  return py::module_::import("gongkai.frames").attr(question)(arguments...);
}

void bind_work_calendar(py::module_& module) {
  py::class_<WorkCalendar> type(module, "WorkCalendar",
                                "The working days (工作日) of a country, as its holiday notices make them. Immutable. "
                                "A question that needs a day outside the published notices is a CalendarGapError: "
                                "nothing is guessed.");
  bind_equality(type);
  type.def_static(
          "builtin",
          [](const std::string& country, std::optional<Date> known_on) {
            return known_on ? WorkCalendar::builtin(country, *known_on) : WorkCalendar::builtin(country);
          },
          py::arg("country"), py::kw_only(), py::arg("known_on") = py::none(),
          "The calendar that the library ships. `known_on`: as the notices published by the end of that day made it. "
          "NotFoundError 401 for a country that it has none of.")
      .def_static(
          "from_json",
          [](const py::bytes& data, const std::string& file) {
            return WorkCalendar::from_json(std::string_view{data}, file);
          },
          py::arg("data"), py::arg("file") = "calendar.json",
          "From our own format (rules/schema/calendar.schema.json). ParseError 201-206 when it cannot be read, "
          "RulebookError 301 when it contradicts itself.")
      .def_static(
          "from_icalendar",
          [](const py::bytes& data, const std::string& file, const ICalendarOptions& options) {
            return WorkCalendar::from_icalendar(std::string_view{data}, file, options);
          },
          py::arg("data"), py::arg("file"), py::arg("options"),
          "From iCalendar (RFC 5545), whole days only. ParseError 211 for what is no such thing.")
      .def_static(
          "from_holiday_cn",
          [](const std::vector<std::pair<std::string, py::bytes>>& files) {
            std::vector<NamedBytes> named;
            named.reserve(files.size());
            for (const auto& [name, bytes] : files) {
              named.push_back({name, std::string{bytes}});
            }
            return WorkCalendar::from_holiday_cn(named);
          },
          py::arg("files"), "From files of NateScarlet/holiday-cn, one a year, each as `(name, bytes)`.")
      .def_static(
          "from_file",
          [](const py::object& path, const ICalendarOptions& icalendar) {
            return load_calendar(file_name(path), icalendar);
          },
          py::arg("path"), py::kw_only(), py::arg("icalendar") = ICalendarOptions{},
          "From a file in our format, in holiday-cn's JSON or in iCalendar, told by its content; from a folder, all "
          "YYYY.json in it. ParseError 224 when it cannot be opened.")
      .def_static(
          "in_force", [](const std::string& country) { return calendar_in_force(country); }, py::arg("country"),
          "The calendar that a program should use: `$GONGKAI_DATA/cn/calendar/holidays.json` when GONGKAI_DATA is set, "
          "else the built-in one.")
      .def("as_known_on", &WorkCalendar::as_known_on, py::arg("day"),
           "The calendar as the notices published by the end of `day` made it. Overrides stay.")
      .def("with_overrides", &WorkCalendar::with_overrides, py::arg("overrides"),
           "A new calendar in which these days differ. InvalidArgumentError 106 for one without source, twice for one "
           "day, or outside the coverage.")

      .def_property_readonly("country", &WorkCalendar::country, "Two capital letters.")
      .def_property_readonly("first_day", &WorkCalendar::first_day, "The first day that the calendar knows.")
      .def_property_readonly("last_day", &WorkCalendar::last_day, "The last day that the calendar knows.")
      .def_property_readonly("weekend", &WorkCalendar::weekend, "Rest days of the week, Monday first.")
      .def_property_readonly("notices", &WorkCalendar::notices, "By year; after a yearly notice those that changed it.")
      .def_property_readonly("overrides", &WorkCalendar::overrides, "In the order of days.")
      .def_property_readonly("known_on", &WorkCalendar::known_on, "The day given to as_known_on, or None.")
      .def_property_readonly("content_hash", &WorkCalendar::content_hash,
                             "32 hexadecimal digits: identity, not "
                             "evidence.")

      .def("covers", &WorkCalendar::covers, py::arg("date"), "Whether the calendar knows the day.")
      .def("is_working_day", &WorkCalendar::is_working_day, py::arg("date"),
           "Whether public bodies work on the day, make-up days (调休上班) included.")
      .def(
          "is_working_day",
          [](const py::object& self, const py::object& dates, const std::string& on_gap) {
            return of_columns("is_working_day", self, dates, on_gap);
          },
          py::arg("dates"), py::kw_only(), py::arg("on_gap") = "raise",
          "The same for a column of days (numpy, pandas, polars, Arrow), in the same kind; see docs/guide/columns.md.")
      .def("why", &WorkCalendar::why, py::arg("date"), "Why the day is worked or not, and by which notice.")
      .def("days", &WorkCalendar::days, py::arg("year"), "Every day of a year, 1 January first. All must be covered.")
      .def("special_days", &WorkCalendar::special_days,
           "All covered days off by notice, make-up days and overrides, ascending.")
      .def("off_days", &WorkCalendar::off_days, "All covered days that are not worked, weekends included, ascending.")
      .def("missing_notice", &WorkCalendar::missing_notice, py::arg("date"),
           "Which notice would make the day known, in words.")

      .def("add", &WorkCalendar::add, py::arg("date"), py::arg("days"),
           "n > 0: the n-th working day strictly after `date`; n < 0: the |n|-th strictly before; 0: `date` itself, "
           "worked or not (国务院令第711号, art. 33).")
      .def(
          "add",
          [](const py::object& self, const py::object& dates, const py::object& days, const std::string& on_gap) {
            return of_columns("add", self, dates, days, on_gap);
          },
          py::arg("dates"), py::arg("days"), py::kw_only(), py::arg("on_gap") = "raise",
          "The same for a column of days (numpy, pandas, polars, Arrow), in the same kind; see docs/guide/columns.md.")
      .def(
          "try_add",
          [](const WorkCalendar& calendar, Date date, WorkingDays days) -> std::variant<Date, CalendarGap> {
            const CalendarAnswer answer = calendar.try_add(date, days);
            if (const CalendarGap* gap = answer.gap()) {
              return *gap;
            }
            return *answer.day();
          },
          py::arg("date"), py::arg("days"), "As `add`, with a gap as a value.")
      .def("next_working_day", &WorkCalendar::next_working_day, py::arg("date"), "The first one strictly after.")
      .def(
          "next_working_day",
          [](const py::object& self, const py::object& dates, const std::string& on_gap) {
            return of_columns("next_working_day", self, dates, on_gap);
          },
          py::arg("dates"), py::kw_only(), py::arg("on_gap") = "raise",
          "The same for a column of days (numpy, pandas, polars, Arrow), in the same kind; see docs/guide/columns.md.")
      .def("previous_working_day", &WorkCalendar::previous_working_day, py::arg("date"),
           "The last one strictly before.")
      .def(
          "previous_working_day",
          [](const py::object& self, const py::object& dates, const std::string& on_gap) {
            return of_columns("previous_working_day", self, dates, on_gap);
          },
          py::arg("dates"), py::kw_only(), py::arg("on_gap") = "raise",
          "The same for a column of days (numpy, pandas, polars, Arrow), in the same kind; see docs/guide/columns.md.")
      .def("working_day_on_or_after", &WorkCalendar::working_day_on_or_after, py::arg("date"),
           "`date` itself if it is worked, else the next working day.")
      .def("working_day_on_or_before", &WorkCalendar::working_day_on_or_before, py::arg("date"),
           "`date` itself if it is worked, else the previous working day.")
      .def("working_days_between", &WorkCalendar::working_days_between, py::arg("a"), py::arg("b"),
           "Working days d with a < d <= b; for a > b the negative of the same question the other way round.")
      .def(
          "working_days_between",
          [](const py::object& self, const py::object& a, const py::object& b, const std::string& on_gap) {
            return of_columns("working_days_between", self, a, b, on_gap);
          },
          py::arg("a"), py::arg("b"), py::kw_only(), py::arg("on_gap") = "raise",
          "The same for a column of days (numpy, pandas, polars, Arrow), in the same kind; see docs/guide/columns.md.")
      .def("__hash__", [](const WorkCalendar& calendar) { return std::hash<WorkCalendar>{}(calendar); })
      .def("to_json", &WorkCalendar::to_json, "In our own format, overrides included.")
      .def(
          "_repr_html_",
          [](const py::object& self) { return py::module_::import("gongkai.notebook").attr("year_html")(self); },
          "What a notebook shows: the last year that the calendar knows.")
      .def("__repr__", [](const WorkCalendar& calendar) { return one_line("WorkCalendar", printed(calendar)); })
      .def("__str__", &printed<WorkCalendar>)
      .def(py::pickle(
          [](const WorkCalendar& calendar) { return py::make_tuple(1, calendar.to_json(), calendar.known_on()); },
          [](const py::tuple& state) {
            auto calendar = WorkCalendar::from_json(state[1].cast<std::string>(), "pickle");
            const auto known_on = state[2].cast<std::optional<Date>>();
            return known_on ? calendar.as_known_on(*known_on) : calendar;
          }));
}

}  // namespace

void bind_calendar(py::module_& module) {
  bind_reasons(module);
  bind_override(module);
  bind_notice(module);
  bind_gap(module);
  bind_icalendar_options(module);
  bind_work_calendar(module);
  module.def(
      "check_calendar",
      [](const py::bytes& data, const std::string& file) { return check_calendar(std::string_view{data}, file); },
      py::arg("data"), py::arg("file") = "calendar.json",
      "Is a calendar file in our format right? Findings, sorted; ParseError when it is not in our format at all.");
  module.def("check_calendar", py::overload_cast<const WorkCalendar&>(&check_calendar), py::arg("calendar"),
             "The same for a calendar from whatever format, as far as it can still be wrong.");
}

}  // namespace gongkai::bindings
