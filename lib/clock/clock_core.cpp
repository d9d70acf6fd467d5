// SPDX-License-Identifier: Apache-2.0
#include "clock/clock_core.hpp"

#include <algorithm>

#include <gongkai/error.hpp>

#include "clock/option_table.hpp"

namespace gongkai::detail {

ClockCore::ClockCore(const Rulebook& rules_from, const WorkCalendar& days_from)
    : rulebook{rules_from}, calendar{days_from}, rules{rulebook}, days{calendar} {
  for (unsigned i = 0; i < clock_questions; ++i) {
    const OptionField& field = option_fields()[i];
    const OpenQuestion& question = rulebook.question(field.name);
    for (const std::string& name : {question.default_choice, question.safe_choice.value_or(question.default_choice)}) {
      const auto found = std::find(field.choices.begin(), field.choices.end(), name);
      if (found == field.choices.end()) {
        throw RulebookError{ErrorCode::rulebook_contradicts, "options", std::string{field.name},
                            "the clock does not know the choice \"" + name + "\""};
      }
      const auto choice = static_cast<std::uint8_t>(found - field.choices.begin());
      if (std::find(lawful[i].begin(), lawful[i].end(), choice) == lawful[i].end()) {
        lawful[i].push_back(choice);
      }
    }
  }
}

}  // namespace gongkai::detail
