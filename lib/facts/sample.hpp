// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the parts of the sample office share: its dice, its days, its cases.

#include <array>
#include <cstdint>
#include <gongkai/calendar/work_calendar.hpp>
#include <gongkai/facts/sample.hpp>
#include <gongkai/rules/rulebook.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai::detail {

/// SplitMix64: short, and the same everywhere, which the distributions of the standard library are not.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) noexcept : state_{seed} {}

  std::uint64_t next() noexcept {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  int below(int n) noexcept { return static_cast<int>(next() % static_cast<std::uint64_t>(n)); }
  int between(int low, int high) noexcept { return low + below(high - low + 1); }
  bool per_mille(int n) noexcept { return below(1000) < n; }
  template <typename T, std::size_t N>
  const T& one_of(const std::array<T, N>& all) noexcept {
    return all[static_cast<std::size_t>(below(static_cast<int>(N)))];
  }
  /// By weight.
  template <std::size_t N>
  std::string_view weighted(const std::array<std::pair<std::string_view, int>, N>& all) noexcept {
    int sum = 0;
    for (const auto& entry : all) {
      sum += entry.second;
    }
    int at = below(sum);
    for (const auto& [word, weight] : all) {
      if (at < weight) {
        return word;
      }
      at -= weight;
    }
    return all[0].first;
  }

 private:
  std::uint64_t state_;
};

/// What everything happens in.
struct SampleWorld {
  const SampleOptions& options;
  const WorkCalendar& calendar;
  const Rulebook& rulebook;
  Date last_day;
  Dice dice;

  [[nodiscard]] Date first_working_day_from(Date day) const {
    while (!calendar.is_working_day(day)) {
      day = day + CalendarDays{1};
    }
    return day;
  }

  /// Calls `one(number, day)`, numbers from 1, with working days spread evenly over the years.
  template <typename One>
  void spread(std::int64_t count, One one) {
    for (std::int64_t i = 0; i < count; ++i) {
      const auto year = options.first_year + static_cast<std::int32_t>(i * options.years / count);
      const auto day = first_working_day_from(Date{year, 1, 1} + CalendarDays{dice.below(365)});
      if (day <= last_day) {
        one(i + 1, day);
      }
    }
  }
};

/// The events of one subject, a few days apart. What lies behind the last day of the world is not told.
template <typename Event, typename Action>
class SampleCase {
 public:
  SampleCase(SampleWorld& world, std::vector<Event>& to, std::string subject, Date first_day)
      : world_{world}, to_{to}, subject_{std::move(subject)}, day_{first_day} {
    // Some offices write things down some days later; each file alike, so that its own order stays.
    delay_ = world.dice.per_mille(100) ? world.dice.between(1, 3) : 0;
  }

  [[nodiscard]] Date day() const noexcept { return day_; }
  [[nodiscard]] bool is_over() const noexcept { return day_ > world_.last_day; }
  /// So many working days later; behind the last day nothing is asked of the calendar.
  SampleCase& after(int working_days) {
    if (!is_over() && working_days > 0) {
      const auto answer = world_.calendar.try_add(day_, WorkingDays{working_days});
      day_ = answer.day() ? *answer.day() : world_.last_day + CalendarDays{1};
    }
    return *this;
  }
  SampleCase& act(Action action, std::string_view actor, std::string_view role) {
    if (!is_over()) {
      Event event{Envelope{subject_, day_, day_ + CalendarDays{delay_}}, std::move(action)};
      event.envelope.by = {std::string{actor}, std::string{role}, {}};
      event.envelope.rulebook = world_.rulebook.content_hash();
      event.envelope.calendar = world_.calendar.content_hash();
      to_.push_back(std::move(event));
    }
    return *this;
  }

 private:
  SampleWorld& world_;
  std::vector<Event>& to_;
  std::string subject_;
  Date day_;
  int delay_ = 0;
};

/// `prefix-000042`
[[nodiscard]] inline std::string sample_id(std::string_view prefix, std::int64_t number) {
  const auto digits = std::to_string(number);
  std::string out{prefix};
  out += '-';
  out.append(digits.size() < 6 ? 6 - digits.size() : 0, '0');
  return out + digits;
}
/// Bytes that stand for the content of something.
[[nodiscard]] inline ContentDigest sample_digest(std::uint64_t number) {
  ContentDigest::Bytes bytes{};
  for (std::size_t i = 0; i < 8; ++i) {
    bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
  }
  bytes[31] = 1;
  return {DigestAlgorithm::sha256, bytes};
}

void sample_requests(SampleWorld& world, SampleOffice& office);
void sample_records(SampleWorld& world, SampleOffice& office);

}  // namespace gongkai::detail
