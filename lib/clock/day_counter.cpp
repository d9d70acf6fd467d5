// SPDX-License-Identifier: Apache-2.0
#include "clock/day_counter.hpp"

namespace gongkai::detail {

DayCounter::DayCounter(const WorkCalendar& calendar)
    : rank_{calendar.impl().tables().rank.data()},
      nth_{calendar.impl().tables().nth.data()},
      before_first_{calendar.impl().tables().before_first},
      last_{calendar.last_day().to_ordinal()},
      working_days_{static_cast<std::int32_t>(calendar.impl().tables().working_days())},
      family_{CalendarFamily::builtin(calendar.country())} {
  for (const Weekday day : calendar.weekend()) {
    weekend_bits_ = static_cast<std::uint8_t>(weekend_bits_ | (1U << (static_cast<unsigned>(day) - 1U)));
  }
  // Bounds exist only when the family follows the coverage without a hole.
  if (family_ != nullptr && (last_ + 1 < family_->first() || last_ >= family_->last())) {
    family_ = nullptr;
  }
}

std::optional<std::int32_t> DayCounter::count_known(std::int32_t from, std::int32_t to) const noexcept {
  if (to <= from) {
    return 0;
  }
  if (from < before_first_ || to > last_) {
    return std::nullopt;
  }
  return count(from, to);
}

std::optional<std::int32_t> DayCounter::count_known(std::int32_t from, std::int32_t to,
                                                    const std::vector<Stretch>& pauses) const noexcept {
  auto total = count_known(from, to);
  if (!total) {
    return std::nullopt;
  }
  for (const Stretch pause : pauses) {
    *total -= count(std::max(pause.from, from), std::min(pause.to, to));
  }
  return total;
}

std::int32_t DayCounter::count_at_least(std::int32_t from, std::int32_t to, const std::vector<Stretch>& pauses) const {
  if (from < before_first_ || to <= from) {
    return 0;
  }
  std::int32_t total = from <= last_ ? *count_known(from, std::min(to, last_), pauses) : 0;
  if (to > last_ && family_ != nullptr) {
    FamilyCount beyond{*family_, weekend_bits_};
    auto pause = pauses.begin();
    for (std::int32_t day = std::max(from, last_) + 1; day <= std::min(to, family_->last()); ++day) {
      while (pause != pauses.end() && pause->to < day) {
        ++pause;
      }
      if (pause == pauses.end() || day <= pause->from) {
        beyond.add(day);
      }
    }
    total += beyond.least();
  }
  return total;
}

DayRange DayCounter::nth(std::int32_t start, std::int32_t n, const std::vector<Stretch>& pauses) const {
  if (start < before_first_) {
    return {no_day, no_day, start + 1};
  }
  std::int32_t at = start;
  for (const Stretch pause : pauses) {
    if (pause.to <= at) {
      continue;
    }
    if (pause.from > last_) {
      break;
    }
    const std::int32_t before = count(at, std::max(pause.from, at));
    if (n <= before) {
      break;
    }
    n -= before;
    at = pause.to;
    if (at >= last_) {
      return nth_beyond(at, n, pauses);
    }
  }
  if (at > last_) {
    return nth_beyond(at, n, pauses);
  }
  const std::int32_t wanted = rank(at) + n;
  if (wanted <= working_days_) {
    const std::int32_t day = before_first_ + nth_[static_cast<std::size_t>(wanted - 1)];
    return {day, day, no_day};
  }
  return nth_beyond(last_, n - (working_days_ - rank(at)), pauses);
}

DayRange DayCounter::nth_beyond(std::int32_t after, std::int32_t n, const std::vector<Stretch>& pauses) const {
  DayRange out{no_day, no_day, std::max(after, last_) + 1};
  if (family_ == nullptr) {
    return out;
  }
  FamilyCount beyond{*family_, weekend_bits_};
  auto pause = pauses.begin();
  for (std::int32_t day = out.unknown; day <= family_->last(); ++day) {
    while (pause != pauses.end() && pause->to < day) {
      ++pause;
    }
    if (pause != pauses.end() && day > pause->from) {
      continue;
    }
    beyond.add(day);
    if (out.earliest == no_day && beyond.most() >= n) {
      out.earliest = day;
    }
    if (beyond.least() >= n) {
      out.latest = day;
      break;
    }
  }
  return out;
}

DayRange DayCounter::on_or_after(std::int32_t day) const {
  if (day <= before_first_) {
    return {day, no_day, day};
  }
  if (day <= last_) {
    if (worked(day)) {
      return {day, day, no_day};
    }
    return nth(day, 1);
  }
  DayRange out{no_day, no_day, day};
  if (family_ == nullptr) {
    out.earliest = day;
    return out;
  }
  const FamilyCount family{*family_, weekend_bits_};
  while (!family.perhaps_worked(day)) {
    ++day;
  }
  out.earliest = day;
  while (day <= family_->last() && !family.surely_worked(day)) {
    ++day;
  }
  if (day <= family_->last()) {
    out.latest = day;
    if (out.latest == out.earliest) {
      out.unknown = no_day;  // worked in every calendar of the family
    }
  }
  return out;
}

}  // namespace gongkai::detail
