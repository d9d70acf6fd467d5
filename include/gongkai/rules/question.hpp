// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Questions that the law leaves open, as data (`rules/cn/options.json`): what can be chosen, what is chosen by
/// default and why, and which choice is the cautious one. A country's open questions are part of its rulebook.
///
///     const OpenQuestion& question = rulebook.question("receipt_on_rest_day");
///     question.default_choice == "same_day" && question.safe_choice == "same_day";

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <gongkai/base/language.hpp>
#include <gongkai/export.hpp>
#include <gongkai/rules/dated_value.hpp>

namespace gongkai {

/// One answer that a question allows.
struct Choice {
  std::string name;  ///< `same_day`
  LocalText meaning;
};

/// One open question: a field of the clock's or the register's options.
struct OpenQuestion {
  std::string name;   ///< the name of the field: `receipt_on_rest_day`
  std::string topic;  ///< `clock`, `request`, `report`
  LocalText question;
  std::vector<Choice> choices;  ///< at least one; the first need not be the default
  std::string default_choice;
  /// The choice with the earliest due day; none where the question does not touch a due day.
  std::optional<std::string> safe_choice;
  LocalText basis;
  Verification verification = Verification::verified;
};

/// What the library does in a situation on which the law is silent, without a choice.
struct Situation {
  std::string name;   ///< `second_correction_notice`
  std::string topic;  ///< `clock`, `report`
  LocalText situation;
  LocalText answer;
};

}  // namespace gongkai
