// SPDX-License-Identifier: Apache-2.0
// What the readers of the three formats take and refuse.
#include <gtest/gtest.h>

#include <algorithm>
#include <gongkai/calendar/work_calendar.hpp>
#include <gongkai/error.hpp>

namespace gongkai {
namespace {

// A calendar of one year around what a test is about.
std::string file(const std::string& off, const std::string& work, const std::string& more = "") {
  return R"({"schema":1,"country":"XA","covers":{"from":"2024-01-01","to":"2024-12-31"},)" + more +
         R"("years":{"2024":{"notice":"1","published":"2023-12-01","off":[)" + off + R"(],"work":[)" + work + "]}}}";
}
std::string day(const std::string& date, const std::string& name = "x") {
  return R"({"date":")" + date + R"(","name":")" + name + R"("})";
}

struct Refusal {
  ErrorCode code = ErrorCode::internal;
  std::string pointer;
  std::string message;
};

template <typename Action>
Refusal refusal(Action action) {
  try {
    static_cast<void>(action());
  } catch (const RulebookError& error) {
    return {error.code(), error.pointer(), error.message()};
  } catch (const ParseError& error) {
    return {error.code(), error.pointer(), error.message()};
  } catch (const Error& error) {
    return {error.code(), error.subject(), error.message()};
  }
  return {};
}
Refusal refusal_of_json(const std::string& bytes) {
  return refusal([&] { return WorkCalendar::from_json(bytes, "file.json"); });
}
void expect_contradiction(const std::string& bytes, const std::string& pointer, const std::string& code) {
  const Refusal refused = refusal_of_json(bytes);
  EXPECT_EQ(refused.code, ErrorCode::calendar_contradicts) << bytes;
  EXPECT_EQ(refused.pointer, pointer) << refused.message;
  EXPECT_NE(refused.message.find(code), std::string::npos) << refused.message;
  EXPECT_EQ(refused.message.rfind("file.json#" + pointer, 0), 0U) << refused.message;
}

TEST(CalendarJson, DataThatContradictThemselvesAreRefusedWithThePlace) {
  EXPECT_NO_THROW(static_cast<void>(WorkCalendar::from_json(file(day("2024-03-01"), day("2024-03-02")), "file.json")));
  expect_contradiction(file(day("2024-03-02"), day("2024-03-02")), "/years/2024/work/0", "CAL.BOTH");
  expect_contradiction(file("", day("2024-03-01")), "/years/2024/work/0", "CAL.WEEKDAY");
  expect_contradiction(file(day("2024-03-02") + "," + day("2024-03-01"), ""), "/years/2024/off/1", "CAL.ORDER");
  expect_contradiction(file(day("2024-03-01") + "," + day("2024-03-01"), ""), "/years/2024/off/1", "CAL.TWICE");
  expect_contradiction(file(day("2025-03-03"), ""), "/years/2024/off/0", "CAL.YEAR");
  expect_contradiction(file(day("2023-11-30"), ""), "/years/2024/off/0", "CAL.YEAR");
  expect_contradiction(file(day("2024-03-01", ""), ""), "/years/2024/off/0", "CAL.NAME");
}

TEST(CalendarJson, ACoverageWithHolesIsRefused) {
  const std::string years = R"("years":{"2024":{"off":[],"work":[]},"2026":{"off":[],"work":[]}}})";
  const auto covers = [&](const char* from, const char* to) {
    return std::string{R"({"schema":1,"country":"XA","covers":{"from":")"} + from + R"(","to":")" + to + R"("},)" +
           years;
  };
  expect_contradiction(covers("2024-01-01", "2026-12-31"), "/years", "CAL.COVERAGE");
  expect_contradiction(covers("2024-01-01", "2024-12-31"), "/years/2026", "CAL.COVERAGE");
  expect_contradiction(covers("2026-12-31", "2024-01-01"), "/covers", "CAL.COVERAGE");
  expect_contradiction(covers("0001-01-01", "9999-12-31"), "/covers", "CAL.COVERAGE");
}

TEST(CalendarJson, AnAmendmentThatTheListsDoNotShowIsRefused) {
  const auto amended = [](const std::string& lists, const std::string& published = "2024-02-01") {
    return R"({"schema":1,"country":"XA","covers":{"from":"2024-01-01","to":"2024-12-31"},"years":{"2024":{"notice":"1",
      "published":"2023-12-01","amendments":[{"notice":"2","published":")" +
           published + R"(","holiday":"x","effect":"adds",)" + lists + R"(}],"off":[)" + day("2024-03-01") +
           R"(],"work":[)" + day("2024-03-02") + "]}}}";
  };
  EXPECT_NO_THROW(static_cast<void>(
      WorkCalendar::from_json(amended(R"("off_added":["2024-03-01"],"work_added":["2024-03-02"])"), "f")));
  const char* const wrong[] = {R"("off_added":["2024-03-04"])",    R"("work_added":["2024-03-03"])",
                               R"("work_removed":["2024-03-02"])", R"("off_removed":["2024-03-01"])",
                               R"("work_removed":["2024-03-04"])", R"("off_added":["2024-03-01","2024-03-01"])"};
  for (const char* lists : wrong) {
    expect_contradiction(amended(lists), "/years/2024/amendments/0", "CAL.AMENDMENT");
  }
  expect_contradiction(amended(R"("off_added":["2024-03-01"])", "2023-11-30"), "/years/2024/amendments/0",
                       "CAL.AMENDMENT");
}

TEST(CalendarJson, WhatTheSchemaDoesNotKnowIsRefused) {
  const std::pair<std::string, ErrorCode> bad[] = {
      {"{", ErrorCode::json_syntax},
      {"[]", ErrorCode::json_wrong_type},
      {R"({"schema":2,"country":"XA","covers":{"from":"2024-01-01","to":"2024-12-31"},"years":{}})",
       ErrorCode::json_bad_value},
      {file(R"({"date":"2024-02-30","name":"x"})", ""), ErrorCode::json_bad_value},
      {file(R"({"date":"2024-02-29","name":"x","note":""})", ""), ErrorCode::json_unknown_key},
      {file("", "", R"("weekends":[],)"), ErrorCode::json_unknown_key},
      {file("", "", R"("weekend":["Friday"],)"), ErrorCode::json_bad_value},
      {file("", "", R"("weekend":["friday","friday"],)"), ErrorCode::json_bad_value},
      {file("", "", R"("weekend":["friday"],"weekend":["friday"],)"), ErrorCode::json_duplicate_key}};
  for (const auto& [bytes, code] : bad) {
    EXPECT_EQ(refusal_of_json(bytes).code, code) << bytes;
  }
  EXPECT_EQ(refusal([] {
              ReadLimits limits;
              limits.max_bytes = 10;
              return WorkCalendar::from_json(file("", ""), "f", limits);
            }).code,
            ErrorCode::too_large);
}

TEST(CalendarJson, HalfDaysAreRefusedInWords) {
  const std::string bad[] = {file(R"({"date":"2024-02-29","name":"x","half":"afternoon"})", ""),
                             file(R"({"date":"2024-02-29","name":"x","half_day":true})", ""),
                             file("", "", R"("weekend":["friday afternoon","saturday"],)")};
  for (const auto& bytes : bad) {
    const Refusal refused = refusal_of_json(bytes);
    EXPECT_EQ(refused.code, ErrorCode::json_bad_value);
    EXPECT_NE(refused.message.find("half days are not supported"), std::string::npos) << refused.message;
  }
}

TEST(CalendarJson, TheWeekendIsData) {
  const WorkCalendar gulf = WorkCalendar::from_json(
      file(day("2024-03-03"), day("2024-03-08"), R"("weekend":["friday","saturday"],)"), "file.json");
  EXPECT_EQ(gulf.weekend(), (std::vector<Weekday>{Weekday::friday, Weekday::saturday}));
  EXPECT_FALSE(gulf.is_working_day(Date{2024, 3, 1}));  // Friday
  EXPECT_FALSE(gulf.is_working_day(Date{2024, 3, 3}));  // Sunday, a holiday
  EXPECT_TRUE(gulf.is_working_day(Date{2024, 3, 8}));   // Friday, a make-up day
  EXPECT_TRUE(gulf.is_working_day(Date{2024, 3, 10}));  // Sunday
  EXPECT_EQ(gulf.missing_notice(Date{2025, 1, 1}), "the holiday notice of XA for 2025");
  EXPECT_EQ(WorkCalendar::from_json(gulf.to_json(), "again"), gulf);
}

// ---- holiday-cn

// Our own data in the shape of that project, with what its files have besides: their keys for schemas, a file for a
// year whose notice is not out, and the ordinary Monday 2020-02-03 listed as worked.
std::vector<NamedBytes> in_their_shape(const WorkCalendar& calendar) {
  std::vector<NamedBytes> out;
  for (int year = calendar.first_day().year(); year <= calendar.last_day().year() + 1; ++year) {
    std::string days;
    for (const auto& reason : calendar.special_days()) {
      // Under the year of its notice, which ends with the number 〔year before〕 but for later notices.
      const bool reaches_back = reason.name == "元旦" && reason.date.month() == 12;
      if (reason.date.year() + (reaches_back ? 1 : 0) == year) {
        days += std::string{days.empty() ? "" : ","} + R"({"name":")" + reason.name + R"(","date":")" +
                reason.date.to_string() + R"(","isOffDay":)" + (reason.worked() ? "false" : "true") + "}";
      }
    }
    if (year == 2020) {
      days += R"(,{"name":"春节","date":"2020-02-03","isOffDay":false})";
    }
    const std::string name = std::to_string(year);
    out.push_back({name + ".json", R"({"$schema":"https://x/schema.json","$id":"https://x/)" + name +
                                       R"(.json","year":)" + name + R"(,"papers":["http://www.gov.cn/)" + name +
                                       R"("],"days":[)" + days + "]}"});
  }
  return out;
}

TEST(HolidayCn, AllItsYearsMakeOneCalendar) {
  const WorkCalendar china = WorkCalendar::builtin("CN");
  const auto files = in_their_shape(china);
  ASSERT_EQ(files.back().name, "2027.json");
  const WorkCalendar theirs = WorkCalendar::from_holiday_cn(files);
  EXPECT_EQ(theirs.country(), "CN");
  EXPECT_EQ(theirs.first_day(), china.first_day());
  EXPECT_EQ(theirs.last_day(), (Date{2026, 12, 31}));  // the file for 2027 holds no days yet
  for (Date date = china.first_day(); date <= china.last_day(); date = date + CalendarDays{1}) {
    EXPECT_EQ(theirs.why(date).kind, china.why(date).kind) << date;
    EXPECT_EQ(theirs.why(date).name, china.why(date).name) << date;
  }
  EXPECT_EQ(theirs.why(Date{2024, 10, 1}).source, "http://www.gov.cn/2024");
  EXPECT_EQ(theirs.why(Date{2024, 10, 1}).notice, "");
  EXPECT_EQ(theirs.missing_notice(Date{2027, 1, 1}), "the State Council's holiday notice for 2027");
  EXPECT_EQ(WorkCalendar::from_json(theirs.to_json(), "again"), theirs);
}

TEST(HolidayCn, AMissingYearATwiceGivenYearAndAContradictionAreRefused) {
  const auto files = in_their_shape(WorkCalendar::builtin("CN"));
  auto hole = files;
  hole.erase(hole.begin() + 5);
  const Refusal missing = refusal([&] { return WorkCalendar::from_holiday_cn(hole); });
  EXPECT_EQ(missing.code, ErrorCode::calendar_contradicts);
  EXPECT_NE(missing.message.find("2012"), std::string::npos) << missing.message;
  auto twice = files;
  twice.push_back(files[3]);
  EXPECT_EQ(refusal([&] { return WorkCalendar::from_holiday_cn(twice); }).code, ErrorCode::calendar_contradicts);
  const auto one = [](const std::string& days) {
    return refusal([&] {
      return WorkCalendar::from_holiday_cn({{"a.json", R"({"year":2024,"days":[)" + days + "]}"}});
    });
  };
  const Refusal both =
      one(R"({"name":"x","date":"2024-03-02","isOffDay":true},{"name":"x","date":"2024-03-02","isOffDay":false})");
  EXPECT_EQ(both.code, ErrorCode::calendar_contradicts);
  EXPECT_EQ(both.pointer, "/days/1");
  const std::string monday_off = R"({"name":"x","date":"2024-03-04","isOffDay":true})";
  const std::string monday_worked = R"({"name":"x","date":"2024-03-04","isOffDay":false})";
  EXPECT_EQ(one(monday_off + "," + monday_worked).code, ErrorCode::calendar_contradicts);
  EXPECT_EQ(one(monday_worked + "," + monday_off).code, ErrorCode::calendar_contradicts);
  EXPECT_EQ(one("").code, ErrorCode::calendar_contradicts);  // nothing is covered
  EXPECT_EQ(one(R"({"name":"x","date":"2024-03-02"})").code, ErrorCode::json_missing_key);
  EXPECT_EQ(one(R"({"name":"x","date":"2025-03-03","isOffDay":true})").code, ErrorCode::calendar_contradicts);
  EXPECT_EQ(refusal([] { return WorkCalendar::from_holiday_cn({}); }).code, ErrorCode::calendar_contradicts);
}

// ---- iCalendar

std::string compact(Date date) {
  std::string out = date.to_string();
  out.erase(std::remove(out.begin(), out.end(), '-'), out.end());
  return out;
}
std::string calendar_of(const std::string& events) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n" + events + "END:VCALENDAR\r\n";
}
std::string event(const std::string& summary, const std::string& lines) {
  return "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:" + summary + "\r\n" + lines + "\r\nEND:VEVENT\r\n";
}
ICalendarOptions of_china() {
  ICalendarOptions options;
  options.country = "CN";
  return options;
}
WorkCalendar read(const std::string& events, const ICalendarOptions& options = of_china()) {
  return WorkCalendar::from_icalendar(calendar_of(events), "x.ics", options);
}

TEST(ICalendar, HoldsTheSameDaysAsOurData) {
  const WorkCalendar china = WorkCalendar::builtin("CN");
  // Written as holiday-cn does: 元旦假期, 上班(补春节假期); spans of several days as one event.
  std::string events;
  const auto special = china.special_days();
  for (std::size_t i = 0; i < special.size();) {
    std::size_t end = i + 1;
    while (!special[i].worked() && end < special.size() && !special[end].worked() &&
           special[end].date == special[end - 1].date + CalendarDays{1} && special[end].name == special[i].name) {
      ++end;
    }
    events += event(special[i].worked() ? "上班(补" + special[i].name + "假期)" : special[i].name + "假期",
                    "DTSTART;VALUE=DATE:" + compact(special[i].date) +
                        "\r\nDTEND;VALUE=DATE:" + compact(special[end - 1].date + CalendarDays{1}));
    i = end;
  }
  const WorkCalendar theirs = read(events);
  EXPECT_EQ(theirs.first_day(), china.first_day());
  EXPECT_EQ(theirs.last_day(), china.last_day());
  for (Date date = china.first_day(); date <= china.last_day(); date = date + CalendarDays{1}) {
    EXPECT_EQ(theirs.why(date).kind, china.why(date).kind) << date;
  }
  EXPECT_EQ(WorkCalendar::from_json(theirs.to_json(), "again"), theirs);
}

TEST(ICalendar, ALoneDecemberBelongsToTheNextYear) {
  const WorkCalendar calendar = read(event("元旦（休）", "DTSTART;VALUE=DATE:20221231\r\nDTEND;VALUE=DATE:20230103") +
                                     event("国庆节（休）", "DTSTART:20231002\r\nDURATION:P1W"));
  EXPECT_EQ(calendar.first_day(), (Date{2023, 1, 1}));
  EXPECT_EQ(calendar.last_day(), (Date{2023, 12, 31}));
  EXPECT_FALSE(calendar.is_working_day(Date{2023, 1, 2}));
  EXPECT_FALSE(calendar.is_working_day(Date{2023, 10, 6}));
  EXPECT_TRUE(calendar.is_working_day(Date{2023, 10, 9}));
}

TEST(ICalendar, TheCoverageCanBeSaid) {
  ICalendarOptions options = of_china();
  options.covers = std::make_pair(Date{2023, 1, 1}, Date{2024, 6, 30});
  const WorkCalendar calendar = read(event("休", "DTSTART:20231002") + event("休", "DTSTART:20250102"), options);
  EXPECT_EQ(calendar.last_day(), (Date{2024, 6, 30}));
  EXPECT_TRUE(calendar.is_working_day(Date{2024, 1, 2}));
}

TEST(ICalendar, LinesAreUnfoldedAndTextIsUnescaped) {
  const WorkCalendar calendar = read(
      "BEGIN:VEVENT\r\nDTSTART;X-NOTE=\"a:b;c\";VALUE=DATE:202\r\n 41001\r\nSUMMARY:国庆\\, 放\r\n\t假\\n一天\r\n"
      "BEGIN:VALARM\r\nTRIGGER:-PT1H\r\nSUMMARY:班\r\nEND:VALARM\r\nEND:VEVENT\r\n");
  EXPECT_EQ(calendar.why(Date{2024, 10, 1}).name, "国庆, 放假\n一天");
  EXPECT_EQ(calendar.why(Date{2024, 10, 1}).kind, DayKind::holiday);
}

TEST(ICalendar, WhatIsOffAndWhatIsWorkedCanBeSaid) {
  ICalendarOptions options;
  options.country = "SA";
  options.weekend = {Weekday::friday, Weekday::saturday};
  options.unmarked = ICalendarOptions::Unmarked::off;
  const WorkCalendar calendar = read(event("Eid", "DTSTART:20240410") + event("Office open",
                                                                              "DTSTART:20240412\r\n"
                                                                              "CATEGORIES:Make-up,Work"),
                                     options);
  EXPECT_EQ(calendar.why(Date{2024, 4, 10}).kind, DayKind::holiday);
  EXPECT_EQ(calendar.why(Date{2024, 4, 12}).kind, DayKind::make_up_day);
  EXPECT_EQ(calendar.why(Date{2024, 4, 13}).kind, DayKind::weekend);
  EXPECT_EQ(calendar.missing_notice(Date{2025, 1, 1}), "the holiday notice of SA for 2025");
  options.unmarked = ICalendarOptions::Unmarked::ignore;
  options.off_marks = {"EID"};
  const WorkCalendar strict =
      read(event("Eid", "DTSTART:20240410") + event("Mothers' Day", "DTSTART:20240320"), options);
  EXPECT_EQ(strict.why(Date{2024, 3, 20}).kind, DayKind::ordinary);
  EXPECT_EQ(strict.why(Date{2024, 4, 10}).kind, DayKind::holiday);
}

TEST(ICalendar, ACancelledEventIsNone) {
  const WorkCalendar calendar =
      read(event("休", "DTSTART:20240410") + event("休", "DTSTART:20240411\r\nSTATUS:CANCELLED"));
  EXPECT_EQ(calendar.why(Date{2024, 4, 11}).kind, DayKind::ordinary);
}

TEST(ICalendar, WhatIsNoWholeDayIsRefusedWithItsLine) {
  const std::pair<std::string, const char*> bad[] = {
      {event("休", "DTSTART:20240410T090000"), "time of day"},
      {event("休", "DTSTART;VALUE=DATE-TIME:20240410T090000Z"), "time of day"},
      {event("休", "DTSTART:20240410\r\nRRULE:FREQ=YEARLY"), "repeating"},
      {event("休", "DTSTART:20240410\r\nRDATE:20240411"), "repeating"},
      {event("休", "DTSTART:20240410\r\nDTEND:20240410"), "DTEND"},
      {event("休", "DTSTART:20240410\r\nDTEND:20990410"), "DTEND"},
      {event("休", "DTSTART:20240410\r\nDURATION:PT4H"), "duration"},
      {event("休", "DTSTART:20240410\r\nDTEND:20240411\r\nDURATION:P1D"), "exclude"},
      {event("休", "DTSTART:20240230"), "no day"},
      {event("休", "DTSTART:20240410\r\nDTSTART:20240411"), "twice"},
      {event("休", "X-NOTHING:1"), "without DTSTART"},
      {event("休（半天）", "DTSTART:20240410"), "half days"},
      {event("Mothers' Day", "DTSTART:20240410"), "neither off nor worked"},
      {"BEGIN:VEVENT\r\nDTSTART:20240410\r\n", "ends nothing"},
      {"no line\r\n", "no iCalendar line"},
      {"1 BAD;X:Y\r\n", "no iCalendar line"}};
  for (const auto& [events, words] : bad) {
    const Refusal refused = refusal([&, &text = events] { return read(text); });
    EXPECT_EQ(refused.code, ErrorCode::icalendar_syntax) << events;
    EXPECT_NE(refused.message.find(words), std::string::npos) << refused.message;
    EXPECT_NE(refused.pointer.find(':'), std::string::npos);
  }
  EXPECT_EQ(refusal([] { return read(event("休", "DTSTART:20240410") + event("班", "DTSTART:20240410")); }).code,
            ErrorCode::calendar_contradicts);
  EXPECT_EQ(refusal([] { return WorkCalendar::from_icalendar("BEGIN:VCALENDAR\r\n", "x", of_china()); }).code,
            ErrorCode::icalendar_syntax);
  EXPECT_EQ(refusal([] { return read(event("\xFF", "DTSTART:20240410")); }).code, ErrorCode::not_text);
  EXPECT_EQ(refusal([] { return read(event("休", "DTSTART:20240410"), {}); }).code, ErrorCode::invalid_option);
  EXPECT_EQ(refusal([] { return read(""); }).code, ErrorCode::calendar_contradicts);
}

}  // namespace
}  // namespace gongkai
