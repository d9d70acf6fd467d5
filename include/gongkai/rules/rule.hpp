// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// What a rulebook answers: what a rule is about, what it says on a day, and which sources say so.
///
///     const RuleAnswer reply = rulebook.at(cn::rule::reply, Date{2019, 5, 14});
///     reply.working_days() == WorkingDays{15};
///     reply.entry().citations.front().to_string() == "国务院令第492号, art. 24(2)";
///     rulebook.at(cn::rule::correction_notice, Date{2019, 5, 14}).state() == ValueState::not_stated;

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/code.hpp>
#include <gongkai/base/date.hpp>
#include <gongkai/base/language.hpp>
#include <gongkai/base/period.hpp>
#include <gongkai/export.hpp>
#include <gongkai/rules/dated_value.hpp>

namespace gongkai {

namespace detail {
struct RuleAnswerImpl;
}

/// Which alternative of `RuleValue` a rule has, on every day.
enum class RuleKind : std::uint8_t { time_limit, day_of_year, count, choice, set, tariff };

/// What a rule is about. One for each member of the taxonomy `rule`.
struct RuleDefinition {
  explicit RuleDefinition(Code rule_code, Code selecting_day) noexcept : code{rule_code}, selected_by{selecting_day} {}

  Code code;
  RuleKind kind = RuleKind::time_limit;
  LocalText label;
  /// The kind of day that selects the value (taxonomy `day`): the day the clock starts, the day of the refusal, …
  /// For `report_year` it is 31 December of that year.
  Code selected_by;
  /// Of a time limit: the day from which it is counted (taxonomy `day`); that day itself is not counted.
  std::optional<Code> counted_from;
  /// Name of the taxonomy by which the rule differs (`channel`, `body`); empty for a rule with one value a day.
  std::string by;
  /// Of a choice or a set: the taxonomy it comes from.
  std::string choices;
};

/// A legal source: a law, a notice, a court's interpretation.
struct Instrument {
  std::string id;        ///< as the files of the rulebook call it: `R2019`
  std::string citation;  ///< as a `Citation` names it: `国务院令第711号`
  LocalText title;
  std::optional<Date> from;  ///< in force from
  std::optional<Date> to;    ///< last day in force
  std::vector<std::string> addresses;
  Verification verification = Verification::verified;
};

/// What one rule says on one day. Cheap to copy; keeps alive what it needs.
class GONGKAI_EXPORT RuleAnswer {
 public:
  [[nodiscard]] const RuleDefinition& definition() const noexcept;
  [[nodiscard]] Code code() const noexcept { return definition().code; }
  /// The channel, body, … that was asked for.
  [[nodiscard]] std::optional<Code> of() const noexcept;
  [[nodiscard]] Date day() const noexcept;

  [[nodiscard]] ValueState state() const noexcept { return entry().state; }
  [[nodiscard]] bool in_force() const noexcept { return state() == ValueState::in_force; }
  /// The value and where it stands: file, place, citations, first and last day. With overlays `from` and `to` may
  /// reach further than this answer does.
  [[nodiscard]] const DatedValue& entry() const noexcept;
  /// What overlays put aside on this day, or left as it is by saying so, topmost first; the last is the base's.
  [[nodiscard]] const std::vector<DatedValue>& beneath() const noexcept;

  /// The value. `NotFoundError` 403 when the state is not `in_force`; it names the state, the days and the source.
  [[nodiscard]] const RuleValue& value() const;
  /// The value as what it is. 403 as above; `InvalidArgumentError` 108 when it is of another kind.
  [[nodiscard]] TimeLimit time_limit() const;
  [[nodiscard]] WorkingDays working_days() const;    ///< 108 for a limit in another unit
  [[nodiscard]] CalendarDays calendar_days() const;  ///< 108 for a limit in another unit
  [[nodiscard]] DayOfYear day_of_year() const;
  [[nodiscard]] std::int64_t count() const;
  [[nodiscard]] Code choice() const;
  [[nodiscard]] const std::vector<Code>& set() const;
  [[nodiscard]] const Tariff& tariff() const;
  /// Whether a set holds a code; 403 and 108 as above.
  [[nodiscard]] bool holds(Code code) const;

  /// One line: `15 working days (国务院令第492号, art. 24(2))`
  [[nodiscard]] std::string to_string(Language language = Language::en) const;

  RuleAnswer(const RuleAnswer& other) noexcept;  // moving copies: no answer is ever empty
  RuleAnswer& operator=(const RuleAnswer& other) noexcept;
  ~RuleAnswer();
  /// For the library.
  explicit RuleAnswer(std::shared_ptr<const detail::RuleAnswerImpl> impl) noexcept;

 private:
  std::shared_ptr<const detail::RuleAnswerImpl> impl_;
};

/// `time_limit`, …
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(RuleKind kind) noexcept;
/// As `to_string` in English.
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, const RuleAnswer& answer);

}  // namespace gongkai
