// SPDX-License-Identifier: Apache-2.0
#include <gongkai/clock/options.hpp>

#include <algorithm>
#include <ostream>
#include <string>

#include <gongkai/error.hpp>

#include "clock/option_table.hpp"

namespace gongkai {
namespace detail {
namespace {

template <auto Member>
OptionField field(std::string_view name, std::vector<std::string_view> choices) {
  return {name, std::move(choices), [](const Options& options) { return static_cast<std::uint8_t>(options.*Member); },
          [](Options& options, std::uint8_t choice) {
            options.*Member = static_cast<std::decay_t<decltype(options.*Member)>>(choice);
          }};
}

}  // namespace

// The one table for parser, printer, bindings and docs; names and choices as in rules/cn/options.json (tested).
const std::vector<OptionField>& option_fields() {
  static const std::vector<OptionField> fields{
      field<&Options::day_of_receipt>("day_of_receipt", {"not_counted", "counted"}),
      field<&Options::receipt_on_rest_day>("receipt_on_rest_day", {"same_day", "next_working_day"}),
      field<&Options::online_submission>("online_submission", {"first_acknowledgement", "submission_day"}),
      field<&Options::consultation_interval>("consultation_interval", {"after_dispatch", "after_receipt"}),
      field<&Options::reasons_asked>("reasons_asked", {"no_pause", "restart"}),
      field<&Options::fee_payment>("fee_payment", {"restart", "pause_only"}),
      field<&Options::posted_reply>("posted_reply", {"posting_day", "recipient_receipt"}),
      field<&Options::pending_at_revision>("pending_at_revision", {"clock_start", "old_limit"}),
      field<&Options::late_correction_notice>("late_correction_notice", {"restart", "no_restart"}),
      field<&Options::correction_period>("correction_period", {"fifteen_working_days"}),
      field<&Options::extension_after_restart>("extension_after_restart", {"afresh", "not_again"}),
      field<&Options::silence>("silence", {"both_routes", "sixty_days"}),
      field<&Options::correction_2008>("correction_2008", {"restart", "no_restart"}),
      field<&Options::month_end>("month_end", {"last_day", "next_day"}),
      field<&Options::calendar_end_roll>("calendar_end_roll", {"next_working_day", "no_roll"}),
      field<&Options::reconsideration_rules_2026>("reconsideration_rules_2026", {"disabled"}),
      field<&Options::self_employed>("self_employed", {"natural_person", "commercial_enterprise"}),
      field<&Options::withdrawn_outcome>("withdrawn_outcome", {"other_misc"}),
      field<&Options::granted_and_not_held>("granted_and_not_held", {"partially_granted", "granted"}),
      field<&Options::several_applicants>("several_applicants", {"first_named"}),
      field<&Options::fee_month>("fee_month", {"day_of_submission", "day_of_receipt"}),
      field<&Options::several_grounds>("several_grounds", {"principal_ground"}),
      field<&Options::applicant_identity>("applicant_identity", {"caller_or_derived"}),
      field<&Options::annulled_reply>("annulled_reply", {"final_within_year"}),
      field<&Options::year_of_request>("year_of_request", {"clock_start", "submission"}),
      field<&Options::year_of_outcome>("year_of_outcome", {"decided", "sent"}),
      field<&Options::year_of_remedy>("year_of_remedy", {"concluded"}),
  };
  return fields;
}

const OptionField& option_field(std::string_view question) {
  for (const OptionField& field : option_fields()) {
    if (field.name == question) {
      return field;
    }
  }
  throw NotFoundError{ErrorCode::unknown_name, "option", "there is no open question \"" + std::string{question} + "\""};
}

}  // namespace detail

std::string_view Options::get(std::string_view question) const {
  const auto& field = detail::option_field(question);
  return field.choices[field.get(*this)];
}

void Options::set(std::string_view question, std::string_view choice) {
  const auto& field = detail::option_field(question);
  const auto found = std::find(field.choices.begin(), field.choices.end(), choice);
  if (found == field.choices.end()) {
    std::string known;
    for (const auto each : field.choices) {
      known += (known.empty() ? "" : ", ") + std::string{each};
    }
    throw InvalidArgumentError{
        ErrorCode::invalid_option, std::string{question},
        "\"" + std::string{choice} + "\" is no choice of " + std::string{question} + "; there are: " + known};
  }
  field.set(*this, static_cast<std::uint8_t>(found - field.choices.begin()));
}

const std::vector<std::string_view>& Options::questions() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> out;
    for (const auto& field : detail::option_fields()) {
      out.push_back(field.name);
    }
    return out;
  }();
  return names;
}

const std::vector<std::string_view>& Options::choices(std::string_view question) {
  return detail::option_field(question).choices;
}

bool operator==(const Options& a, const Options& b) noexcept {
  const auto& fields = detail::option_fields();
  return std::all_of(fields.begin(), fields.end(),
                     [&](const detail::OptionField& field) { return field.get(a) == field.get(b); });
}

std::ostream& operator<<(std::ostream& out, const Options& options) {
  const Options defaults;
  bool any = false;
  for (const auto& field : detail::option_fields()) {
    if (field.get(options) != field.get(defaults)) {
      out << (any ? " " : "") << field.name << '=' << field.choices[field.get(options)];
      any = true;
    }
  }
  return any ? out : out << "defaults";
}

}  // namespace gongkai
