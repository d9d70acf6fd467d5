// SPDX-License-Identifier: Apache-2.0
#include "calendar/defects.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "calendar/amendments.hpp"
#include "calendar/calendar_impl.hpp"

namespace gongkai::detail {
namespace {

class Examiner {
 public:
  explicit Examiner(const CalendarData& data) : data_{data} {}

  std::vector<CalendarDefect> run() {
    country();
    coverage();
    for (const auto& year : data_.years) {
      if (!sizes(year)) {
        break;  // nobody's calendar; looking closer would take forever
      }
      notice(year);
      list(year, year.off, Listed::off);
      list(year, year.work, Listed::work);
      amendments(year);
    }
    overrides();
    return std::move(found_);
  }

 private:
  enum class Listed { off, work };

  void report(std::string_view code, const std::string& file, std::string pointer, std::string message,
              std::string message_zh) {
    found_.push_back(CalendarDefect{code, file, std::move(pointer), std::move(message), std::move(message_zh)});
  }

  void country() {
    const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (data_.country.size() != 2 || !letter(data_.country[0]) || !letter(data_.country[1])) {
      report("CAL.COUNTRY", data_.file, "/country",
             "\"" + data_.country + "\" is no country; two capital letters are expected (ISO 3166), e.g. CN",
             "国家代码应为两个大写字母（ISO 3166）");
    }
  }

  void coverage() {
    const std::string span = data_.first.to_string() + " … " + data_.last.to_string();
    if (data_.last < data_.first) {
      report("CAL.COVERAGE", data_.file, "/covers", "the last day is before the first: " + span, "止日早于起日");
      return;
    }
    if ((data_.last - data_.first).count() >= max_covered_days) {
      report("CAL.COVERAGE", data_.file, "/covers",
             span + " is more than the " + std::to_string(max_covered_days) + " days that a calendar can cover",
             "覆盖期间过长");
      return;
    }
    std::set<int> years;
    for (const auto& year : data_.years) {
      years.insert(year.year);
      if (year.year < data_.first.year() || data_.last.year() < year.year) {
        report("CAL.COVERAGE", year.file, year.pointer, std::to_string(year.year) + " is outside the coverage " + span,
               std::to_string(year.year) + "年不在覆盖期间内");
      }
    }
    for (int year = data_.first.year(); year <= data_.last.year(); ++year) {
      if (years.count(year) == 0) {
        report("CAL.COVERAGE", data_.file, "/years",
               "the coverage " + span + " claims " + std::to_string(year) + ", for which no notice is here",
               "覆盖期间内缺少" + std::to_string(year) + "年的放假安排");
      }
    }
  }

  bool sizes(const NoticeYear& year) {
    constexpr std::size_t most = 400;  // days of a year and of the December before
    bool possible = year.off.size() <= most && year.work.size() <= most && year.amendments.size() <= 24;
    for (const auto& amendment : year.amendments) {
      possible = possible && amendment.off_added.size() <= most && amendment.off_removed.size() <= most &&
                 amendment.work_added.size() <= most && amendment.work_removed.size() <= most;
    }
    if (!possible) {
      report("CAL.ORDER", year.file, year.pointer, "a list of more than " + std::to_string(most) + " days or notices",
             "清单过长");
    }
    return possible;
  }

  void notice(const NoticeYear& year) {
    if (!year.notice.empty() && !numbers_.insert(year.notice).second) {
      report("CAL.NOTICE", year.file, year.pointer + "/notice", "the notice " + year.notice + " stands twice",
             "文号" + year.notice + "重复");
    }
    if (year.published) {
      if (last_published_ && *year.published < *last_published_) {
        report("CAL.NOTICE", year.file, year.pointer + "/published",
               "published " + year.published->to_string() + ", before the notice for an earlier year (" +
                   last_published_->to_string() + ")",
               "成文日期早于前一年度的通知");
      }
      last_published_ = year.published;
    }
  }

  void list(const NoticeYear& year, const std::vector<NamedDay>& days, Listed as) {
    const NamedDay* previous = nullptr;
    for (const auto& day : days) {
      const std::string date = day.date.to_string();
      if (day.name.empty()) {
        report("CAL.NAME", year.file, day.pointer, date + " has no name", date + "未注明节日名称");
      }
      if (previous != nullptr && day.date < previous->date) {
        report("CAL.ORDER", year.file, day.pointer, date + " stands after " + previous->date.to_string(),
               date + "未按日期顺序排列");
      }
      previous = &day;
      place(year, day, as);
      const int back = day.date.month() == 12 ? 1 : 0;  // a New Year holiday may reach into the December before
      if (day.date.year() != year.year && day.date.year() + back != year.year) {
        report("CAL.YEAR", year.file, day.pointer,
               date + " does not belong under " + std::to_string(year.year) + " (or the December before)",
               date + "不属于" + std::to_string(year.year) + "年（或上年12月）");
      }
      if (as == Listed::work && !rests(data_.weekend, day.date.weekday())) {
        report("CAL.WEEKDAY", year.file, day.pointer,
               date + " is a " + std::string{to_string(day.date.weekday())} +
                   ", worked anyway: a make-up day falls on a rest day of the week",
               date + "本为工作日，不能作为调休上班日");
      }
    }
  }

  void place(const NoticeYear& year, const NamedDay& day, Listed as) {
    const auto [other, fresh] = seen_.emplace(day.date, as);
    if (fresh) {
      return;
    }
    const std::string date = day.date.to_string();
    if (other->second == as) {
      report("CAL.TWICE", year.file, day.pointer, date + " stands twice", date + "重复列出");
    } else {
      report("CAL.BOTH", year.file, day.pointer, date + " is listed both as off and as worked",
             date + "既列为放假又列为上班");
    }
  }

  // From the last amendment back: what it says it did must be seen in the lists after it.
  void amendments(const NoticeYear& given) {
    NoticeYear year = given;
    std::optional<Date> later;
    for (auto at = given.amendments.rbegin(); at != given.amendments.rend(); ++at) {
      const Amendment& amendment = *at;
      const auto refuse = [&](const std::string& what, const std::string& what_zh) {
        report("CAL.AMENDMENT", year.file, amendment.pointer, amendment.notice + ": " + what,
               amendment.notice + what_zh);
      };
      if (amendment.notice.empty() || !numbers_.insert(amendment.notice).second) {
        refuse("a notice that changes another needs a number of its own", "文号缺失或重复");
      }
      if ((year.published && amendment.published < *year.published) || (later && *later < amendment.published)) {
        refuse("published " + amendment.published.to_string() + ", not in the order of notices", "成文日期次序有误");
      }
      later = amendment.published;
      expect(year.off, amendment.off_added, true, refuse, "off_added", "is not in \"off\"");
      expect(year.off, amendment.off_removed, false, refuse, "off_removed", "is still in \"off\"");
      expect(year.work, amendment.work_added, true, refuse, "work_added", "is not in \"work\"");
      expect(year.work, amendment.work_removed, false, refuse, "work_removed", "is still in \"work\"");
      for (const Date date : amendment.work_removed) {
        if (!rests(data_.weekend, date.weekday())) {
          refuse("work_removed " + date.to_string() + " is no rest day of the week",
                 "所列" + date.to_string() + "不是休息日");
        }
      }
      undo(year, amendment);
      for (const auto& day : year.off) {
        if (find_day(year.work, day.date) != year.work.end()) {
          refuse(day.date.to_string() + " would be both off and worked without it",
                 "撤销后" + day.date.to_string() + "既放假又上班");
        }
      }
    }
  }

  template <typename Refuse>
  static void expect(const std::vector<NamedDay>& list, const std::vector<Date>& days, bool inside, Refuse refuse,
                     const char* key, const char* complaint) {
    std::set<Date> once;
    for (const Date date : days) {
      if ((find_day(list, date) != list.end()) != inside) {
        refuse(std::string{key} + " " + date.to_string() + " " + complaint, "所列" + date.to_string() + "与清单不符");
      }
      if (!once.insert(date).second) {
        refuse(std::string{key} + " " + date.to_string() + " stands twice", "所列" + date.to_string() + "重复");
      }
    }
  }

  void overrides() {
    std::set<Date> once;
    for (std::size_t i = 0; i < data_.overrides.size(); ++i) {
      const auto& entry = data_.overrides[i];
      const auto refuse = [&](const std::string& what, const std::string& what_zh) {
        report("CAL.OVERRIDE", data_.file, "/overrides/" + std::to_string(i),
               "the override for " + entry.date.to_string() + " " + what,
               "对" + entry.date.to_string() + "的调整" + what_zh);
      };
      if (entry.source.empty()) {
        refuse("names no source", "未注明依据");
      }
      if (!once.insert(entry.date).second) {
        refuse("stands twice", "重复");
      }
      if (entry.date < data_.first || data_.last < entry.date) {
        refuse("is outside the coverage " + data_.first.to_string() + " … " + data_.last.to_string(), "不在覆盖期间内");
      }
    }
  }

  const CalendarData& data_;
  std::vector<CalendarDefect> found_;
  std::map<Date, Listed> seen_;
  std::set<std::string> numbers_;
  std::optional<Date> last_published_;
};

}  // namespace

std::vector<CalendarDefect> defects_of(const CalendarData& data) { return Examiner{data}.run(); }

}  // namespace gongkai::detail
