// SPDX-License-Identifier: Apache-2.0
#include "clock/rule_table.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include <gongkai/error.hpp>

namespace gongkai::detail {
namespace {

constexpr std::string_view start_rules[] = {"",
                                            "",
                                            "submission_day",
                                            "signing_day",
                                            "office_confirmation",
                                            "mutual_confirmation",
                                            "system_receipt",
                                            "system_confirmation",
                                            "agency_rule"};
constexpr std::string_view effects_of_interruptions[] = {"", "", "restart", "not_counted", "runs_on"};
constexpr std::string_view interruption_names[] = {
    "correction", "third_party_consultation", "other_agency_consultation", "coordination",
    "fee_notice", "excessive_reasons"};

template <std::size_t N>
std::size_t find(const std::string_view (&words)[N], std::string_view word) {
  return static_cast<std::size_t>(std::find(std::begin(words), std::end(words), word) - std::begin(words));
}

[[noreturn]] void refuse(const RuleAnswer& answer, const std::string& message) {
  throw RulebookError{ErrorCode::rulebook_contradicts, answer.entry().file, answer.entry().pointer, message};
}

RulePiece piece_of(const RuleAnswer& answer, std::int32_t from) {
  RulePiece piece;
  piece.from = from;
  piece.state = answer.state();
  for (const Citation& citation : answer.entry().citations) {
    piece.citation += (piece.citation.empty() ? "" : "; ") + citation.to_string();
  }
  const bool starts = answer.definition().choices == "start_rule";
  const bool affects = answer.definition().choices == "clock_effect";
  if (answer.state() == ValueState::not_stated) {
    piece.start = starts ? StartRule::not_stated : StartRule::none;
    piece.effect = affects ? ClockEffect::not_stated : ClockEffect::none;
  }
  if (!answer.in_force()) {
    return piece;
  }
  switch (answer.definition().kind) {
    case RuleKind::time_limit:
      piece.limit = answer.time_limit();
      break;
    case RuleKind::day_of_year:
      piece.day = answer.day_of_year();
      break;
    case RuleKind::count:
      piece.count = answer.count();
      break;
    case RuleKind::set:
      piece.set = answer.set();
      break;
    case RuleKind::choice: {
      const auto token = answer.choice().token();
      const std::size_t start = find(start_rules, token);
      const std::size_t effect = find(effects_of_interruptions, token);
      if ((starts && start == std::size(start_rules)) || (affects && effect == std::size(effects_of_interruptions))) {
        refuse(answer, "the clock does not know what \"" + std::string{token} + "\" means");
      }
      piece.start = starts ? static_cast<StartRule>(start) : StartRule::none;
      piece.effect = affects ? static_cast<ClockEffect>(effect) : ClockEffect::none;
      break;
    }
    case RuleKind::tariff:
      break;
  }
  return piece;
}

CodedLines lines_by_code(const Rulebook& rulebook, const std::string& rule) {
  CodedLines lines;
  for (const TaxonomyMember& member : rulebook.taxonomy(rulebook.definition(rule).by).members()) {
    lines.emplace_back(member.code, RuleLine{rulebook, rule, &member.code});
  }
  return lines;
}

}  // namespace

RuleLine::RuleLine(const Rulebook& rulebook, std::string name, const Code* of) : name_{std::move(name)} {
  const RuleDefinition& definition = rulebook.definition(name_);
  // Wherever some file begins or ends a value the answer may change, and nowhere else.
  std::vector<std::int32_t> days{Date::min_ordinal};
  for (const DatedValue& value :
       rulebook.history(definition.code, of == nullptr ? std::nullopt : std::optional<Code>{*of})) {
    if (value.from) {
      days.push_back(value.from->to_ordinal());
    }
    if (value.to) {
      days.push_back(value.to->to_ordinal() + 1);
    }
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  for (const std::int32_t day : days) {
    const Date date = Date::from_ordinal(day);
    pieces_.push_back(
        piece_of(of == nullptr ? rulebook.at(definition.code, date) : rulebook.at(definition.code, *of, date), day));
  }
}

const RulePiece* RuleLine::first_in_force() const noexcept {
  for (const RulePiece& piece : pieces_) {
    if (piece.in_force()) {
      return &piece;
    }
  }
  return nullptr;
}

ClockRules::ClockRules(const Rulebook& rulebook)
    : reply{rulebook, "reply"},
      extension{rulebook, "extension"},
      correction_notice{rulebook, "correction_notice"},
      correction_notices{rulebook, "correction_notices"},
      correction_period{rulebook, "correction_period"},
      correction_period_norm{rulebook, "correction_period_norm"},
      third_party_answer{rulebook, "third_party_answer"},
      other_agency_answer{rulebook, "other_agency_answer"},
      excessive_deferral{rulebook, "excessive_deferral"},
      fee_payment{rulebook, "fee_payment"},
      proactive_disclosure{rulebook, "proactive_disclosure"},
      reconsideration{rulebook, "reconsideration"},
      reconsideration_not_notified{rulebook, "reconsideration_not_notified"},
      reconsideration_of_silence{rulebook, "reconsideration_of_silence"},
      reconsideration_absolute{rulebook, "reconsideration_absolute"},
      reconsideration_absolute_real_estate{rulebook, "reconsideration_absolute_real_estate"},
      mandatory_reconsideration{rulebook, "mandatory_reconsideration"},
      litigation_direct{rulebook, "litigation_direct"},
      litigation_after_reconsideration{rulebook, "litigation_after_reconsideration"},
      litigation_of_silence{rulebook, "litigation_of_silence"},
      clock_start{lines_by_code(rulebook, "clock_start")},
      annual_report{lines_by_code(rulebook, "annual_report")} {
  for (std::size_t i = 0; i < interruptions; ++i) {
    const Code code = rulebook.code("interruption", interruption_names[i]);
    effects[i] = RuleLine{rulebook, "clock_effect", &code};
  }
}

const RuleLine* ClockRules::find(const CodedLines& lines, Code code) noexcept {
  for (const auto& [key, line] : lines) {
    if (key == code) {
      return &line;
    }
  }
  return nullptr;
}

}  // namespace gongkai::detail
