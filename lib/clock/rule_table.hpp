// SPDX-License-Identifier: Apache-2.0
#pragma once
// The rules that clocks ask for, taken out of a rulebook once and laid out by the day that selects them.

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <gongkai/base/code.hpp>
#include <gongkai/rules/rulebook.hpp>

namespace gongkai::detail {

enum class StartRule : std::uint8_t {
  none,        // no rule on that day
  not_stated,  // the law speaks of the channel and names no day
  submission_day,
  signing_day,
  office_confirmation,
  mutual_confirmation,
  system_receipt,
  system_confirmation,
  agency_rule
};

enum class ClockEffect : std::uint8_t { none, not_stated, restart, not_counted, runs_on };

/// What a rule says from `from` on, until the next piece.
struct RulePiece {
  std::int32_t from;
  ValueState state = ValueState::no_rule;
  TimeLimit limit;                         // of a time limit
  StartRule start = StartRule::none;       // of `clock_start`
  ClockEffect effect = ClockEffect::none;  // of `clock_effect`
  DayOfYear day;                           // of a day of the year
  std::int64_t count = 0;                  // of a count
  std::vector<Code> set;                   // of a set
  std::string citation;                    // all sources, "; " between them

  [[nodiscard]] bool in_force() const noexcept { return state == ValueState::in_force; }
};

/// One rule over all days.
class RuleLine {
 public:
  RuleLine() = default;
  RuleLine(const Rulebook& rulebook, std::string name, const Code* of = nullptr);

  [[nodiscard]] const RulePiece& at(std::int32_t day) const noexcept {
    std::size_t i = pieces_.size() - 1;
    while (i > 0 && pieces_[i].from > day) {
      --i;
    }
    return pieces_[i];
  }
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] const std::vector<RulePiece>& pieces() const noexcept { return pieces_; }
  /// The earliest piece in force; `nullptr` when there is none.
  [[nodiscard]] const RulePiece* first_in_force() const noexcept;

 private:
  std::string name_;
  std::vector<RulePiece> pieces_;  // the first begins before all days
};

/// By a code (channel, body): nine channels are found faster by looking than by hashing.
using CodedLines = std::vector<std::pair<Code, RuleLine>>;

enum class Interruption : std::uint8_t {
  correction,
  third_party_consultation,
  other_agency_consultation,
  coordination,
  fee_notice,
  excessive_reasons
};
constexpr std::size_t interruptions = 6;

struct ClockRules {
  /// `RulebookError` 304 naming the rule that is missing.
  explicit ClockRules(const Rulebook& rulebook);

  [[nodiscard]] const RuleLine* start_of(Code channel) const noexcept { return find(clock_start, channel); }
  [[nodiscard]] const RuleLine* report_of(Code body) const noexcept { return find(annual_report, body); }
  [[nodiscard]] const RuleLine& effect(Interruption of) const noexcept { return effects[static_cast<std::size_t>(of)]; }

  RuleLine reply, extension, correction_notice, correction_notices, correction_period, correction_period_norm;
  RuleLine third_party_answer, other_agency_answer, excessive_deferral, fee_payment, proactive_disclosure;
  RuleLine reconsideration, reconsideration_not_notified, reconsideration_of_silence;
  RuleLine reconsideration_absolute, reconsideration_absolute_real_estate, mandatory_reconsideration;
  RuleLine litigation_direct, litigation_after_reconsideration, litigation_of_silence;
  CodedLines clock_start;
  CodedLines annual_report;
  std::array<RuleLine, interruptions> effects;

 private:
  static const RuleLine* find(const CodedLines& lines, Code code) noexcept;
};

}  // namespace gongkai::detail
