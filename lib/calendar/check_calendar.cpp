// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <gongkai/calendar/check_calendar.hpp>
#include <map>

#include "calendar/calendar_impl.hpp"
#include "calendar/defects.hpp"
#include "calendar/statutory_days.hpp"

namespace gongkai {
namespace {

using detail::CalendarData;
using detail::NamedDay;
using detail::NoticeYear;

// The notices so far put a make-up day at most eleven days from its holiday (20 September 2026, for 1 October).
constexpr std::int32_t far_from_holiday = 21;

class Checker {
 public:
  explicit Checker(const CalendarData& data) : data_{data}, statutory_{detail::StatutoryDays::builtin(data.country)} {}

  std::vector<Finding> run() {
    for (const auto& defect : detail::defects_of(data_)) {
      report(std::string{defect.code}, Severity::error, defect.pointer, defect.message, defect.message_zh);
    }
    partial();
    for (const auto& year : data_.years) {
      source(year);
      balance(year);
      spans(year);
    }
    std::sort(found_.begin(), found_.end());
    return std::move(found_);
  }

 private:
  using Spans = std::map<std::string, std::vector<const NamedDay*>>;

  Finding& report(std::string code, Severity severity, std::string pointer, std::string message,
                  std::string message_zh) {
    Finding finding;
    finding.code = std::move(code);
    finding.family = Family::logic;
    finding.severity = severity;
    finding.message = std::move(message);
    finding.message_zh = std::move(message_zh);
    finding.cells.push_back(std::move(pointer));
    found_.push_back(std::move(finding));
    return found_.back();
  }

  void partial() {
    const bool whole = data_.first == Date{data_.first.year(), 1, 1} && data_.last == Date{data_.last.year(), 12, 31};
    if (!whole) {
      report("CAL.PARTIAL", Severity::note, "/covers",
             "the coverage " + data_.first.to_string() + " … " + data_.last.to_string() + " holds no whole years",
             "覆盖期间不是完整年度");
    }
  }

  void source(const NoticeYear& year) {
    const std::string name = std::to_string(year.year);
    if (year.notice.empty()) {
      report("CAL.SOURCE", Severity::warning, year.pointer, "the notice for " + name + " has no number",
             name + "年的通知没有文号");
    }
    if (!year.published) {
      report("CAL.SOURCE", Severity::warning, year.pointer, "the notice for " + name + " has no date",
             name + "年的通知没有成文日期");
    }
  }

  void balance(const NoticeYear& year) {
    const std::string name = std::to_string(year.year);
    const auto wanted = statutory_.of(year.year);
    if (!wanted) {
      report("CAL.STATUTORY", Severity::note, year.pointer,
             "how many statutory days " + name + " has is not known; its balance is not checked",
             name + "年法定节假日天数未知，未核对");
      return;
    }
    const auto off = std::count_if(year.off.begin(), year.off.end(), [&](const NamedDay& day) {
      return !detail::rests(data_.weekend, day.date.weekday());
    });
    const auto made_up = static_cast<std::ptrdiff_t>(year.work.size());
    if (off - made_up != wanted->days) {
      const std::string sum =
          std::to_string(off) + " - " + std::to_string(made_up) + " = " + std::to_string(off - made_up);
      Finding& finding =
          report("CAL.BALANCE", Severity::error, year.pointer,
                 name + ": weekdays off less make-up days " + sum + ", statutory days " + std::to_string(wanted->days),
                 name + "年：放假工作日减调休上班日 " + sum + "，法定节假日" + std::to_string(wanted->days) + "天");
      finding.left = std::to_string(off - made_up);
      finding.right = std::to_string(wanted->days);
      finding.citation = wanted->citation;
      finding.suggestion =
          "compare with the notice; a day that a later notice gave is an exception of statutory-days.json";
    }
    for (const auto& holiday : wanted->holidays) {
      const bool there = std::any_of(year.off.begin(), year.off.end(), [&](const NamedDay& day) {
        return day.name.find(holiday) != std::string::npos;  // 国庆节、中秋节 is both
      });
      if (!there) {
        no_day_off(year, holiday, wanted->citation);
      }
    }
  }

  void no_day_off(const NoticeYear& year, const std::string& holiday, const std::string& citation) {
    std::string message = std::to_string(year.year);
    std::string message_zh = message;
    message.append(": no day off for ").append(holiday);
    message_zh.append("年没有").append(holiday).append("放假日");
    report("CAL.HOLIDAY", Severity::warning, year.pointer, std::move(message), std::move(message_zh)).citation =
        citation;
  }

  void spans(const NoticeYear& year) {
    Spans spans;
    for (const auto& day : year.off) {
      spans[day.name].push_back(&day);
    }
    for (const auto& [name, days] : spans) {
      for (std::size_t i = 1; i < days.size(); ++i) {
        interruption(*days[i - 1], *days[i]);
      }
    }
    for (const auto& day : year.work) {
      make_up(day, spans);
    }
  }

  void interruption(const NamedDay& before, const NamedDay& after) {
    // A list that is not even sorted is a finding of its own.
    if (after.date <= before.date || (after.date - before.date).count() > 366) {
      return;
    }
    for (Date date = before.date + CalendarDays{1}; date < after.date; date = date + CalendarDays{1}) {
      if (!detail::rests(data_.weekend, date.weekday())) {
        report("CAL.SPAN", Severity::warning, after.pointer,
               after.name + ": " + date.to_string() + " is worked between " + before.date.to_string() + " and " +
                   after.date.to_string(),
               after.name + "假期在" + date.to_string() + "中断");
        return;
      }
    }
  }

  void make_up(const NamedDay& day, const Spans& spans) {
    const auto span = spans.find(day.name);
    if (span == spans.end()) {
      report("CAL.MAKE_UP", Severity::warning, day.pointer,
             day.date.to_string() + " is worked for " + day.name + ", which has no day off in this year",
             day.date.to_string() + "为" + day.name + "调休上班，但该节日没有放假日");
      return;
    }
    std::int32_t nearest = INT32_MAX;
    for (const auto* off : span->second) {
      nearest = std::min(nearest, std::abs((off->date - day.date).count()));
    }
    if (nearest > far_from_holiday) {
      report(
          "CAL.MAKE_UP", Severity::warning, day.pointer,
          day.date.to_string() + " is worked for " + day.name + ", " + std::to_string(nearest) + " days away from it",
          day.date.to_string() + "为" + day.name + "调休上班，与假期相距" + std::to_string(nearest) + "天");
    }
  }

  const CalendarData& data_;
  detail::StatutoryDays statutory_;
  std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> check_calendar(std::string_view bytes, const std::string& file, const ReadLimits& limits) {
  const CalendarData data = detail::read_calendar(bytes, file, limits);
  return Checker{data}.run();
}

std::vector<Finding> check_calendar(const WorkCalendar& calendar) { return Checker{calendar.impl().data()}.run(); }

}  // namespace gongkai
