// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// One value of one rule, the days it is valid, and where it comes from. "20 working days, from 2019-05-15, selected
/// by the day the clock starts, 国务院令第711号 art. 33(2)" is a `DatedValue`.

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <gongkai/base/citation.hpp>
#include <gongkai/base/code.hpp>
#include <gongkai/base/date.hpp>
#include <gongkai/base/language.hpp>
#include <gongkai/export.hpp>
#include <gongkai/rules/tariff.hpp>

namespace gongkai {

/// The unit of a time limit. Months and years end by the caller's rounding (`Options::month_end`).
enum class TimeUnit : std::uint8_t {
  working_days,   ///< 工作日
  calendar_days,  ///< 自然日
  months,         ///< 月
  years           ///< 年
};

/// A length of time as the law states it: 20 working days, 60 calendar days, 6 months.
struct TimeLimit {
  std::int32_t count = 0;  ///< 1–36500
  TimeUnit unit = TimeUnit::working_days;

  friend constexpr bool operator==(TimeLimit a, TimeLimit b) noexcept { return a.count == b.count && a.unit == b.unit; }
  friend constexpr bool operator!=(TimeLimit a, TimeLimit b) noexcept { return !(a == b); }
};

/// A fixed day of every year: 31 March. Exists in every year (29 February is refused where data is read).
struct DayOfYear {
  int month = 1;
  int day = 1;

  /// `InvalidArgumentError` 101 outside the years of `Date`.
  [[nodiscard]] constexpr Date in(int year) const { return Date{year, month, day}; }
  friend constexpr bool operator==(DayOfYear a, DayOfYear b) noexcept { return a.month == b.month && a.day == b.day; }
  friend constexpr bool operator!=(DayOfYear a, DayOfYear b) noexcept { return !(a == b); }
};

/// What a rule can say: a length of time, a day of the year, a number of times, one choice out of a taxonomy, a set of
/// them (in the order of the file), or a tariff.
using RuleValue = std::variant<TimeLimit, DayOfYear, std::int64_t, Code, std::vector<Code>, Tariff>;

/// Six different things that a careless program would all call "nothing" or "zero".
enum class ValueState : std::uint8_t {
  in_force,       ///< there is a value
  not_stated,     ///< the law speaks of the matter and states no value ("a reasonable period"; no limit)
  abolished,      ///< there was a rule; it has ended
  not_yet_known,  ///< the law announces a rule that had not been made on that day
  unchanged,      ///< an overlay that says: here the base stays as it is
  no_rule         ///< no rule on that day, and none was announced
};

/// What stands behind a value. Says how much weight it bears, not whether it binds.
enum class Standing : std::uint8_t {
  statute,   ///< law, administrative regulation (法律、行政法规)
  judicial,  ///< judicial interpretation, guiding case (司法解释、指导性案例)
  notice,    ///< document of the State Council's office or a ministry (规范性文件)
  local,     ///< rule of a province, city, county or agency
  practice,  ///< how it is done; no binding text
  inference  ///< drawn from other rules, not printed anywhere
};

/// Whether the text of the source has been read. `unverified` values say in their note where they come from.
enum class Verification : std::uint8_t { verified, unverified };

/// One value with its validity and its sources. Plain data; what a rulebook hands out satisfies:
/// `value.has_value() == (state == ValueState::in_force)`, and `citations` is not empty unless the state is `no_rule`.
struct GONGKAI_EXPORT DatedValue {
  ValueState state = ValueState::no_rule;
  std::optional<RuleValue> value;
  std::optional<Date> from;  ///< first day; none: since ever
  std::optional<Date> to;    ///< last day; none: until further notice
  std::string place;         ///< `CN`, `CN-FJ`: where it applies
  Standing standing = Standing::statute;
  Verification verification = Verification::verified;
  std::vector<Citation> citations;
  LocalText note;       ///< may be empty
  std::string file;     ///< the file that says so; empty for `no_rule`
  std::string pointer;  ///< where in the file (JSON pointer)

  [[nodiscard]] bool covers(Date day) const noexcept { return (!from || *from <= day) && (!to || day <= *to); }
};

[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(TimeUnit unit) noexcept;
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(ValueState state) noexcept;
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(Standing standing) noexcept;
/// `20 working days`, `6 months`, `20个工作日`, `6个月`
[[nodiscard]] GONGKAI_EXPORT std::string to_string(TimeLimit limit, Language language = Language::en);
/// `31 March`, `3月31日`
[[nodiscard]] GONGKAI_EXPORT std::string to_string(DayOfYear day, Language language = Language::en);

GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, TimeLimit limit);
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, DayOfYear day);
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, ValueState state);

}  // namespace gongkai
