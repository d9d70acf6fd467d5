// SPDX-License-Identifier: Apache-2.0
#include <gongkai/rules/rule.hpp>

#include <algorithm>
#include <array>
#include <ostream>
#include <utility>

#include <gongkai/error.hpp>

#include "rules/rulebook_data.hpp"

namespace gongkai {
namespace {

constexpr std::array<std::string_view, 6> kinds{"time_limit", "day_of_year", "count", "choice", "set", "tariff"};

std::string subject_of(const RuleAnswer& answer) {
  std::string out{answer.code().token()};
  if (const auto of = answer.of()) {
    out += " of ";
    out += of->token();
  }
  return out;
}

template <typename T>
const T& as(const RuleAnswer& answer, RuleKind wanted) {
  const auto* found = std::get_if<T>(&answer.value());
  if (found == nullptr) {
    throw InvalidArgumentError{ErrorCode::wrong_value_kind, subject_of(answer),
                               "the rule \"" + subject_of(answer) + "\" is a " +
                                   std::string{to_string(answer.definition().kind)} + ", not a " +
                                   std::string{to_string(wanted)}};
  }
  return *found;
}

std::int32_t days_in(const RuleAnswer& answer, TimeUnit wanted) {
  const TimeLimit limit = answer.time_limit();
  if (limit.unit != wanted) {
    throw InvalidArgumentError{ErrorCode::wrong_value_kind, subject_of(answer),
                               "the limit \"" + subject_of(answer) + "\" is " + to_string(limit) + ", no number of " +
                                   std::string{to_string(wanted)}};
  }
  return limit.count;
}

std::string why_none(const RuleAnswer& answer) {
  const auto& entry = answer.entry();
  std::string out = "the rule \"" + subject_of(answer) + "\" has no value on " + answer.day().to_string() + ": " +
                    detail::describe(entry.state, Language::en);
  if (entry.from) {
    out += " from " + entry.from->to_string();
  }
  if (entry.to) {
    out += " to " + entry.to->to_string();
  }
  for (std::size_t i = 0; i < entry.citations.size(); ++i) {
    out += (i == 0 ? " (" : "; ") + entry.citations[i].to_string() + (i + 1 == entry.citations.size() ? ")" : "");
  }
  return out;
}

}  // namespace

RuleAnswer::RuleAnswer(std::shared_ptr<const detail::RuleAnswerImpl> impl) noexcept : impl_{std::move(impl)} {}
RuleAnswer::RuleAnswer(const RuleAnswer&) noexcept = default;
RuleAnswer& RuleAnswer::operator=(const RuleAnswer&) noexcept = default;
RuleAnswer::~RuleAnswer() = default;

const RuleDefinition& RuleAnswer::definition() const noexcept { return *impl_->definition; }
std::optional<Code> RuleAnswer::of() const noexcept { return impl_->of; }
Date RuleAnswer::day() const noexcept { return impl_->day; }
const DatedValue& RuleAnswer::entry() const noexcept { return impl_->segment->value; }
const std::vector<DatedValue>& RuleAnswer::beneath() const noexcept { return impl_->segment->beneath; }

const RuleValue& RuleAnswer::value() const {
  if (!entry().value) {
    throw NotFoundError{ErrorCode::no_rule_in_force, subject_of(*this), why_none(*this)};
  }
  return *entry().value;
}

TimeLimit RuleAnswer::time_limit() const { return as<TimeLimit>(*this, RuleKind::time_limit); }
WorkingDays RuleAnswer::working_days() const { return WorkingDays{days_in(*this, TimeUnit::working_days)}; }
CalendarDays RuleAnswer::calendar_days() const { return CalendarDays{days_in(*this, TimeUnit::calendar_days)}; }
DayOfYear RuleAnswer::day_of_year() const { return as<DayOfYear>(*this, RuleKind::day_of_year); }
std::int64_t RuleAnswer::count() const { return as<std::int64_t>(*this, RuleKind::count); }
Code RuleAnswer::choice() const { return as<Code>(*this, RuleKind::choice); }
const std::vector<Code>& RuleAnswer::set() const { return as<std::vector<Code>>(*this, RuleKind::set); }
const Tariff& RuleAnswer::tariff() const { return as<Tariff>(*this, RuleKind::tariff); }

bool RuleAnswer::holds(Code code) const {
  const auto& codes = set();
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::string RuleAnswer::to_string(Language language) const {
  return detail::describe(entry(), *impl_->rulebook, language);
}

std::string_view to_string(RuleKind kind) noexcept { return kinds[static_cast<std::size_t>(kind)]; }

std::ostream& operator<<(std::ostream& out, const RuleAnswer& answer) { return out << answer.to_string(); }

}  // namespace gongkai
