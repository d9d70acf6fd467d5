// SPDX-License-Identifier: Apache-2.0
#pragma once
// How many days off a year must have by law: rules/cn/calendar/statutory-days.json.

#include <gongkai/base/date.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::detail {

struct StatutoryYear {
  int days = 0;
  std::string citation;               // the decree, and the notice of an exception
  std::vector<std::string> holidays;  // names
};

class StatutoryDays {
 public:
  /// Strict: `ParseError`, `RulebookError` 301.
  static StatutoryDays parse(std::string_view bytes, const std::string& file);
  /// Without any decree for a country that there are no data of.
  static StatutoryDays builtin(std::string_view country);

  /// `nullopt` when no decree is known for the year.
  [[nodiscard]] std::optional<StatutoryYear> of(int year) const;

 private:
  struct Decree {
    std::string citation;
    Date from;
    int days;
    std::vector<std::string> holidays;
  };
  struct Exception {
    int year;
    int more;
    std::string notice;
  };

  std::vector<Decree> decrees_;
  std::vector<Exception> exceptions_;
};

}  // namespace gongkai::detail
