// SPDX-License-Identifier: Apache-2.0
#include "calendar/calendar_impl.hpp"

#include <algorithm>
#include <gongkai/error.hpp>
#include <map>

#include "calendar/defects.hpp"
#include "detail/content_hash.hpp"
#include "detail/embedded.hpp"

namespace gongkai::detail {
namespace {

// The number of the last notice that put the day where it is.
const Amendment* author(const NoticeYear& year, Date date, std::vector<Date> Amendment::*list) {
  const auto by = std::find_if(year.amendments.rbegin(), year.amendments.rend(), [&](const Amendment& amendment) {
    const auto& days = amendment.*list;
    return std::find(days.begin(), days.end(), date) != days.end();
  });
  return by == year.amendments.rend() ? nullptr : &*by;
}

void collect(std::map<Date, DayReason>& out, const NoticeYear& year, const std::vector<NamedDay>& days, DayKind kind) {
  const auto list = kind == DayKind::holiday ? &Amendment::off_added : &Amendment::work_added;
  for (const auto& day : days) {
    const Amendment* by = author(year, day.date, list);
    out.insert_or_assign(day.date, DayReason{day.date, kind, day.name, by == nullptr ? year.notice : by->notice,
                                             by == nullptr ? std::string{} : year.notice,
                                             year.source.empty() ? year.file : year.source});
  }
}

std::vector<DayReason> special_days(const CalendarData& data) {
  std::map<Date, DayReason> days;
  for (const auto& year : data.years) {
    collect(days, year, year.off, DayKind::holiday);
    collect(days, year, year.work, DayKind::make_up_day);
  }
  for (const auto& entry : data.overrides) {
    const bool closure = entry.kind == DayOverride::Kind::closure;
    days.insert_or_assign(entry.date, DayReason{entry.date,
                                                closure ? DayKind::local_closure : DayKind::local_working_day,
                                                entry.name,
                                                {},
                                                {},
                                                entry.source});
  }
  std::vector<DayReason> out;
  out.reserve(days.size());
  for (auto& day : days) {
    out.push_back(std::move(day.second));
  }
  return out;
}

CountingTables counting_tables(const CalendarData& data, const std::vector<DayReason>& special) {
  CountingTables out;
  out.before_first = data.first.to_ordinal() - 1;
  const std::int32_t days = (data.last - data.first).count() + 1;
  out.rank.reserve(static_cast<std::size_t>(days) + 1);
  out.rank.push_back(0);
  out.worked.push_back(0);
  auto next =
      std::find_if(special.begin(), special.end(), [&](const DayReason& day) { return data.first <= day.date; });
  for (std::int32_t i = 1; i <= days; ++i) {
    const Date date = Date::from_ordinal(out.before_first + i);
    bool works = !rests(data.weekend, date.weekday());
    if (next != special.end() && next->date == date) {
      works = next->worked();
      ++next;
    }
    if (works) {
      out.nth.push_back(static_cast<std::uint16_t>(i));
    }
    out.rank.push_back(static_cast<std::uint16_t>(out.nth.size()));
    out.worked.push_back(works ? 1 : 0);
  }
  return out;
}

std::string hash_of(const CalendarData& data, const std::vector<DayReason>& special) {
  ContentHash hash;
  hash.add("calendar 1");
  hash.add(data.country);
  hash.add(std::int64_t{data.first.to_ordinal()});
  hash.add(std::int64_t{data.last.to_ordinal()});
  for (const bool rest : data.weekend) {
    hash.add(rest ? "rest" : "work");
  }
  for (const auto& day : special) {
    hash.add(std::int64_t{day.date.to_ordinal()});
    hash.add(to_string(day.kind));
    hash.add(day.name);
    hash.add(day.notice);
    hash.add(day.amends);
    if (day.kind == DayKind::local_closure || day.kind == DayKind::local_working_day) {
      hash.add(day.source);
    }
  }
  return hash.digits();
}

CalendarData without_defects(CalendarData data) {
  const auto defects = defects_of(data);
  if (!defects.empty()) {
    const auto& first = defects.front();
    throw RulebookError{ErrorCode::calendar_contradicts, first.file, first.pointer,
                        first.message + " (" + std::string{first.code} + ")"};
  }
  return data;
}

}  // namespace

CalendarImpl::CalendarImpl(CalendarData data)
    : data_{without_defects(std::move(data))},
      special_{special_days(data_)},
      tables_{counting_tables(data_, special_)},
      hash_{hash_of(data_, special_)} {}

DayReason CalendarImpl::why(Date date) const {
  const auto found = std::lower_bound(special_.begin(), special_.end(), date,
                                      [](const DayReason& day, Date wanted) { return day.date < wanted; });
  if (found != special_.end() && found->date == date) {
    return *found;
  }
  return DayReason{date, rests(data_.weekend, date.weekday()) ? DayKind::weekend : DayKind::ordinary, {}, {}, {}, {}};
}

void CalendarImpl::refuse(Date first_unknown_day, const std::string& where) const {
  const std::string missing = missing_notice(data_, first_unknown_day);
  std::string message = where + first_unknown_day.to_string() + " is outside the calendar " + data_.country + " (" +
                        data_.first.to_string() + " … " + data_.last.to_string();
  if (data_.known_on) {
    message += ", as known on " + data_.known_on->to_string();
  }
  message += "); it needs " + missing;
  throw CalendarGapError{first_unknown_day, missing, message};
}

bool same_content(const CalendarImpl& a, const CalendarImpl& b) noexcept {
  const auto same_day = [](const DayReason& x, const DayReason& y) {
    const bool by_override = x.kind == DayKind::local_closure || x.kind == DayKind::local_working_day;
    return x.date == y.date && x.kind == y.kind && x.name == y.name && x.notice == y.notice && x.amends == y.amends &&
           (!by_override || x.source == y.source);
  };
  return &a == &b ||
         (a.hash() == b.hash() && a.data().country == b.data().country && a.data().first == b.data().first &&
          a.data().last == b.data().last && a.data().weekend == b.data().weekend &&
          std::equal(a.special().begin(), a.special().end(), b.special().begin(), b.special().end(), same_day));
}

std::string missing_notice(const CalendarData& data, Date date) {
  const std::string year = std::to_string(date.year());
  return data.authority.empty() ? "the holiday notice of " + data.country + " for " + year
                                : data.authority + "'s holiday notice for " + year;
}

std::string data_folder(std::string_view country) {
  std::string out;
  for (const char c : country) {
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : '?';  // a code in small letters is none
  }
  return out;
}

CalendarData builtin_data(std::string_view country) {
  const std::string path = data_folder(country) + "/calendar/holidays.json";
  const auto bytes = embedded_file(path);
  if (!bytes) {
    throw NotFoundError{ErrorCode::unknown_country, std::string{country},
                        "there is no built-in calendar for \"" + std::string{country} +
                            "\"; known: CN. Others can be read from a file"};
  }
  return read_calendar(*bytes, "rules/" + path, {});
}

}  // namespace gongkai::detail
