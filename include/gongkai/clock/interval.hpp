// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// The derivation of a deadline: what was counted, what was not, and by which rule.
///
///     2024-03-04  start      当面提交 … 国务院令第711号, art. 31
///     2024-03-04 … 2024-04-01  counted 20, skipped 8 (weekends)

#include <cstdint>
#include <iosfwd>
#include <string_view>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/base/period.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// What a step does to the clock.
enum class StepKind : std::uint8_t {
  start,      ///< the clock starts; `from` = `to` = that day, which is not counted
  count,      ///< days are counted: those after `from` up to and including `to`
  pause,      ///< days are not counted although worked: those after `from` up to and including `to`
  wait,       ///< the clock stands until it restarts (correction asked, fee noticed)
  restart,    ///< the limit begins anew; `to` is the new start
  extension,  ///< `days` were added on `to`
  deferral,   ///< the due day was replaced by `to`
  month_end,  ///< the period has no corresponding day: it ends on `to`, the last day of the month
  roll,       ///< the period ended on the rest day `from` and was moved to `to`
  fixed,      ///< a day that the law names
  end         ///< reply, withdrawal, publication: the clock stops
};

/// Why a day was not counted.
enum class SkipReason : std::uint8_t {
  weekend,  ///< 周末
  holiday,  ///< 放假, by notice
  closure   ///< closed by a local order
};

/// One day inside a counted stretch that was not counted.
struct SkippedDay {
  Date date;
  SkipReason reason;
  std::string_view name;    ///< the holiday; empty for a weekend
  std::string_view notice;  ///< the notice or order; empty for a weekend

  friend bool operator==(const SkippedDay& a, const SkippedDay& b) noexcept {
    return a.date == b.date && a.reason == b.reason && a.name == b.name && a.notice == b.notice;
  }
};

/// One step. The texts belong to the `Deadline` that the step was taken from and live as long as it does.
struct DeadlineStep {
  StepKind kind;
  Date from;
  Date to;
  WorkingDays counted{0};           ///< of `count`; of `pause`: the working days taken out
  WorkingDays days{0};              ///< of `start` and `restart`: the limit that begins; of `extension`: what was added
  std::vector<SkippedDay> skipped;  ///< of `count`
  std::string_view rule;            ///< name of the rule in the rulebook, or of the open question in `Options`
  std::string_view citation;        ///< its source; empty when the law is silent and an option decides
};

/// `start`, `count`, …
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(StepKind kind) noexcept;
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(SkipReason reason) noexcept;
/// `2024-03-04 … 2024-04-01 count 20 (8 skipped)`
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, const DeadlineStep& step);

}  // namespace gongkai
