// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Why a day is worked or not, and by which notice.
///
///     calendar.why(Date{2024, 5, 11}) == make_up_day, 劳动节, 国办发明电〔2023〕7号
///
/// Days off and make-up days are ordered each year by a notice under 《全国年节及纪念日放假办法》 (国务院令第270号,
/// amended by 第513号, 第644号, 第795号); a later notice may change one that was published before.

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include <gongkai/base/date.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// What a day is. The first three are not worked, the last three are.
enum class DayKind : std::uint8_t {
  weekend,           ///< 周末: a rest day of the week
  holiday,           ///< 放假: a day off by notice, weekend days inside the holiday included
  local_closure,     ///< not worked by an override
  ordinary,          ///< an ordinary working day
  make_up_day,       ///< 调休上班: a weekend day that is worked by notice
  local_working_day  ///< worked by an override
};

/// `weekend`, `holiday`, …
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(DayKind kind) noexcept;
[[nodiscard]] constexpr bool is_worked(DayKind kind) noexcept { return kind >= DayKind::ordinary; }

/// A day with the reason why it is worked or not.
struct DayReason {
  Date date;
  DayKind kind;
  std::string name;    ///< the holiday as the notice heads it (make-up days too), or the override's; else empty
  std::string notice;  ///< number of the notice that made the day what it is; empty when none did or the data have none
  std::string amends;  ///< number of the yearly notice, when `notice` is a later one that changed it; else empty
  std::string source;  ///< override: its source. Notice: where the data have it from (a file, an address). Else empty

  [[nodiscard]] bool worked() const noexcept { return is_worked(kind); }

  friend bool operator==(const DayReason& a, const DayReason& b) {
    return a.date == b.date && a.kind == b.kind && a.name == b.name && a.notice == b.notice && a.amends == b.amends &&
           a.source == b.source;
  }
  friend bool operator!=(const DayReason& a, const DayReason& b) { return !(a == b); }
};

/// `2024-05-11 make_up_day 劳动节 (国办发明电〔2023〕7号)`
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, const DayReason& reason);

/// A day on which one office or place departs from the national calendar, with the order that says so: 2008-08-08
/// was off for public offices in Beijing.
struct DayOverride {
  enum class Kind : std::uint8_t { closure, working_day };

  Date date;
  Kind kind;
  std::string source;     ///< who ordered it, where it is written; never empty
  std::string name = {};  ///< what for; may be empty

  friend bool operator==(const DayOverride& a, const DayOverride& b) {
    return a.date == b.date && a.kind == b.kind && a.source == b.source && a.name == b.name;
  }
  friend bool operator!=(const DayOverride& a, const DayOverride& b) { return !(a == b); }
};

/// A holiday notice that a calendar was made from.
struct CalendarNotice {
  int year;                       ///< the year that it is for
  std::string number;             ///< e.g. 国办发明电〔2023〕7号; empty when the data have none
  std::optional<Date> published;  ///< the day that it bears (成文日期); absent when the data have none
  std::string amends;             ///< number of the yearly notice that it changes; empty for a yearly notice
  std::string source;             ///< where the data have it from

  friend bool operator==(const CalendarNotice& a, const CalendarNotice& b) {
    return a.year == b.year && a.number == b.number && a.published == b.published && a.amends == b.amends &&
           a.source == b.source;
  }
  friend bool operator!=(const CalendarNotice& a, const CalendarNotice& b) { return !(a == b); }
};

}  // namespace gongkai
