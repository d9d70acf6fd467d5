// SPDX-License-Identifier: Apache-2.0
#include <gongkai/rules/dated_value.hpp>

#include <array>
#include <ostream>

namespace gongkai {
namespace {

constexpr std::array<std::string_view, 4> units{"working_days", "calendar_days", "months", "years"};
constexpr std::array<std::string_view, 6> states{"in_force",      "not_stated", "abolished",
                                                 "not_yet_known", "unchanged",  "no_rule"};
constexpr std::array<std::string_view, 6> standings{"statute", "judicial", "notice", "local", "practice", "inference"};

constexpr std::array<std::string_view, 4> unit_words{" working day", " calendar day", " month", " year"};
constexpr std::array<std::string_view, 4> unit_words_zh{"个工作日", "日", "个月", "年"};
constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

}  // namespace

std::string_view to_string(TimeUnit unit) noexcept { return units[static_cast<std::size_t>(unit)]; }
std::string_view to_string(ValueState state) noexcept { return states[static_cast<std::size_t>(state)]; }
std::string_view to_string(Standing standing) noexcept { return standings[static_cast<std::size_t>(standing)]; }

std::string to_string(TimeLimit limit, Language language) {
  const auto unit = static_cast<std::size_t>(limit.unit);
  std::string out = std::to_string(limit.count);
  if (language == Language::zh) {
    out += unit_words_zh[unit];
    return out;
  }
  out += unit_words[unit];
  if (limit.count != 1) {
    out += 's';
  }
  return out;
}

std::string to_string(DayOfYear day, Language language) {
  if (language == Language::zh) {
    return std::to_string(day.month) + "月" + std::to_string(day.day) + "日";
  }
  return std::to_string(day.day) + " " + std::string{months[static_cast<std::size_t>(day.month - 1)]};
}

std::ostream& operator<<(std::ostream& out, TimeLimit limit) { return out << to_string(limit); }
std::ostream& operator<<(std::ostream& out, DayOfYear day) { return out << to_string(day); }
std::ostream& operator<<(std::ostream& out, ValueState state) { return out << to_string(state); }

}  // namespace gongkai
