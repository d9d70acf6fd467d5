// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// The closed set of checks that a form may ask for. What is checked, how severe a failure is and on what ground is
/// data; how a check is worked out is C++ (`gongkai/report/check.hpp`).
///
///     {"code": "T3.BAL", "kind": "equal", "left": ["requests.new_received.*", "requests.carried_in.*"],
///      "right": ["requests.handled_total.*", "requests.carried_out.*"], …}
///
/// In a path `*` stands for every row or column, one equation each (`*applicants`: for every member of that set);
/// `@outcomes` for every member of that set of the
/// form, as terms of one sum. Of an open table `@rows` means all its rows, `@units` all but the total.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gongkai/base/citation.hpp>
#include <gongkai/base/decimal.hpp>
#include <gongkai/base/finding.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

enum class CheckKind : std::uint8_t {
  sum,         ///< operand 0 is the stated total of operand 1, its parts; `fill` works it out
  equal,       ///< operand 0 = operand 1
  at_most,     ///< operand 0 ≤ operand 1
  ratio,       ///< operand 0 = operand 1 / operand 2 in percent, half up to the printed decimals
  between,     ///< operand 1 ≤ operand 0 ≤ operand 2
  ordered,     ///< operands rise, none before the one before it; where one is not stated the others are compared
  unique,      ///< no value of operand 0 stands twice in its column
  present_if,  ///< operand 0 is stated (when the condition holds)
  mentions,    ///< one of `words` stands in the chapter (when the condition holds)
  carry,       ///< operand 0 = operand 1, of the report of the year before
  named        ///< an algorithm in C++, its parameters in `parameters`
};

/// Which rows or columns a term speaks of.
struct FormSelector {
  enum class Kind : std::uint8_t {
    one,   ///< `name` is an id
    each,  ///< `*`: bound, one equation for each; `*name` for each member of that set
    set    ///< `@name`: expanded, a term for each
  };
  Kind kind{};
  std::string name;
};

/// One term of an operand.
struct FormTerm {
  enum class Kind : std::uint8_t { cell, constant, maximum };
  Kind kind{};
  int sign = 1;
  bool last_year = false;  ///< of the report of the year before
  std::size_t table = 0;
  FormSelector row;
  FormSelector column;
  Decimal constant;
  std::vector<FormTerm> of;  ///< of a maximum
};

/// A signed sum of terms.
using FormOperand = std::vector<FormTerm>;

/// When a check applies at all.
struct FormCondition {
  enum class Kind : std::uint8_t { positive, zero };
  Kind kind{};
  FormOperand operand;
};

/// One check of a form.
struct FormCheck {
  std::string code;     ///< T3.BAL
  std::string message;  ///< id in the catalogue of messages
  CheckKind kind{};
  Severity severity{};
  std::optional<Citation> citation;  ///< none: practice, or the arithmetic of the form itself
  std::vector<FormOperand> operands;
  std::vector<FormCondition> when;        ///< all of them
  std::vector<std::string> levels;        ///< kinds of body that it applies to; empty: all. Unknown: not checked
  std::vector<std::string> explained_by;  ///< words of a note of the report that explain a failure; empty: any note
  bool explainable = false;               ///< whether a note of the report about the cells explains it at all
  std::string chapter;                    ///< of `mentions`, of some that are `named`; empty: the whole report
  std::vector<std::string> words;
  std::string name;  ///< of `named`
  std::vector<std::pair<std::string, Decimal>> parameters;

  /// Whether it needs the report of the year before.
  [[nodiscard]] GONGKAI_EXPORT bool needs_last_year() const noexcept;
};

/// `sum`, `equal`, …
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(CheckKind kind) noexcept;

}  // namespace gongkai
