// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gongkai/error.hpp>
#include <gongkai/request/fee.hpp>
#include <gongkai/request/transitions.hpp>

#include "event/gate.hpp"
#include "event/readable.hpp"
#include "request/duties.hpp"
#include "request/fields.hpp"
#include "request/words.hpp"

namespace gongkai {
namespace {

// One command on one request.
class Decision {
 public:
  Decision(const RequestRegister& requests, const RequestState& state, const RequestAction& action, const When& when,
           const RequestRules& rules)
      : requests_{requests},
        state_{state},
        action_{action},
        when_{when},
        rules_{rules},
        rulebook_{rules.clock.rulebook()},
        gate_{request_graph(), rules.stages, state.id, static_cast<std::size_t>(state.stage), action.index(), when} {
    gate_.require_stage();
    gate_.require_order(state.last_day);
    if (const auto* document = detail::outgoing(action)) {
      require_days(document->decided_on, document->posted_on, document->delivered_on);
    }
  }

  [[nodiscard]] Capacity role(const Actor& actor) const { return gate_.require_role(actor); }

  void operator()(const RequestSubmitted& what) const {
    require_word("channel", what.channel, "channel");
    if (!what.applicant.type.empty()) {
      require_word("applicant_type", what.applicant.type, "type of applicant");
    }
  }
  void operator()(const RequestArrived& /*what*/) const {}
  void operator()(const RequestAcknowledged& /*what*/) const {}
  void operator()(const RequestConfirmed& /*what*/) const {}
  void operator()(const RequestRegistered& what) const {
    const auto& type = what.applicant_type.empty() ? state_.applicant.type : what.applicant_type;
    gate_.require_text(type, "the type of the applicant");
    require_word("applicant_type", type, "type of applicant");
  }
  void operator()(const RequestIdentified& what) const { gate_.require_text(what.applicant, "the applicant"); }
  void operator()(const RequestSplit& what) const {
    if (what.into.size() < 2) {
      gate_.refuse(ErrorCode::statement_missing, "it must state the two or more requests that it becomes");
    }
    for (const auto& part : what.into) {
      if (part == state_.id || part.empty() || std::count(what.into.begin(), what.into.end(), part) != 1) {
        gate_.refuse(ErrorCode::not_allowed_here, "a letter is split into other requests, each once");
      }
    }
  }
  void operator()(const RequestCorrectionNoticed& what) const {
    gate_.require_text(what.what, "everything that is to be corrected");
    require_service(what.document.service);
    require_clock("CLK.CORRECTION_LATE");
  }
  void operator()(const RequestCorrected& what) const {
    if (!what.channel.empty()) {
      require_word("channel", what.channel, "channel");
    }
    if (state_.stage == RequestStage::abandoned && !what.with_good_reason) {
      gate_.refuse(ErrorCode::not_in_this_stage, "it came too late and no good reason is stated");
    }
  }
  void operator()(const RequestCorrectionLapsed& /*what*/) const { require_lapsed(DeadlineKind::correction); }
  void operator()(const RequestThirdPartyConsulted& what) const {
    gate_.require_text(what.party, "the third party");
    require_service(what.document.service);
  }
  void operator()(const RequestThirdPartyAnswered& what) const {
    if (what.answer != "consents" && what.answer != "refuses" && what.answer != "refuses_without_reason") {
      gate_.refuse(ErrorCode::not_allowed_here, "an answer is consents, refuses or refuses_without_reason");
    }
    require_asked(what.party, true);
  }
  void operator()(const RequestAgencyConsulted& what) const {
    gate_.require_text(what.party, "the agency");
    if (what.basis != detail::basis_joint_author && what.basis != detail::basis_coordination) {
      gate_.refuse(ErrorCode::not_allowed_here, "an agency is asked as joint_author or for coordination");
    }
    require_service(what.document.service);
  }
  void operator()(const RequestAgencyAnswered& what) const {
    if (what.answer != "consents" && what.answer != "refuses") {
      gate_.refuse(ErrorCode::not_allowed_here, "an answer is consents or refuses");
    }
    require_asked(what.party, false);
  }
  void operator()(const RequestReasonsAsked& what) const { require_service(what.document.service); }
  void operator()(const RequestReasonsGiven& /*what*/) const {}
  void operator()(const RequestDeferred& what) const {
    if (!what.until) {
      gate_.refuse(ErrorCode::statement_missing, "it must state the day told to the applicant");
    }
    require_clock();
  }
  void operator()(const RequestFeeNoticed& what) const {
    require_service(what.document.service);
    // 109号 art. 3: one tariff or the other, once.
    if (state_.fee) {
      gate_.refuse(ErrorCode::not_allowed_here, "one request is charged once, under one tariff, never both");
    }
    const auto due = detail::fee_due(requests_, state_, what, rules_);
    if (!due) {
      gate_.refuse(ErrorCode::not_allowed_here, "there is no tariff \"" + what.tariff + "\"");
    }
    if (due->minor() != what.amount_fen || what.amount_fen == 0) {
      gate_.refuse(ErrorCode::not_allowed_here, "under " + what.tariff + " it costs " + due->to_string() + ", not " +
                                                    Money::from_minor(what.amount_fen, Currency::cny()).to_string());
    }
  }
  void operator()(const RequestFeePaid& what) const {
    if (what.amount_fen <= 0 || !state_.fee || what.amount_fen > state_.fee->amount_fen - state_.fee->paid_fen) {
      gate_.refuse(ErrorCode::not_allowed_here, "what is paid is more than nothing and no more than is owed");
    }
  }
  void operator()(const RequestFeeWaived& what) const {
    if (what.ground.empty()) {
      gate_.require_text(what.reason, "the ground or the reason");
    } else {
      require_word("waiver_ground", what.ground, "ground of a waiver");
    }
  }
  void operator()(const RequestFeeLapsed& /*what*/) const { require_lapsed(DeadlineKind::fee_payment); }
  void operator()(const RequestExtended& what) const {
    gate_.require_text(what.reason, "the reason");
    if (detail::is_unknown(what.document)) {
      gate_.refuse(ErrorCode::statement_missing, "it must state the notice by which the applicant is told");
    }
    if (what.working_days < 1) {
      gate_.refuse(ErrorCode::not_allowed_here, "an extension has at least one working day");
    }
    require_service(what.document.service);
    require_clock();
  }

  void operator()(const RequestDecided& what) const {
    require_word("outcome", what.outcome, "outcome");
    require_service(what.document.service);
    for (const auto& ground : what.grounds) {
      require_word("ground", ground, "ground");
    }
    if (!what.principal_ground.empty() &&
        std::find(what.grounds.begin(), what.grounds.end(), what.principal_ground) == what.grounds.end()) {
      gate_.refuse(ErrorCode::not_allowed_here, "the principal ground is one of the grounds");
    }
    const bool closed = state_.stage == RequestStage::decided || state_.stage == RequestStage::served ||
                        state_.stage == RequestStage::filed;
    if (closed && !detail::must_decide_again(state_)) {
      gate_.refuse(ErrorCode::not_in_this_stage, "it is closed, and nobody ordered to decide again");
    }
    const bool in_part = what.outcome == cn::outcome::partially_granted.token();
    if (what.outcome == cn::outcome::granted.token() || in_part) {
      if (!what.released && what.published_at.empty()) {
        gate_.refuse(ErrorCode::statement_missing, "it must state what is handed over, or where it is public");
      }
    } else {
      const auto* member = rulebook_.taxonomy("outcome").find(what.outcome);
      if (member->group == cn::outcome_group::denied && what.grounds.empty()) {
        gate_.refuse(ErrorCode::statement_missing, "it must state the ground");
      }
      gate_.require_text(what.article, "the article");
      gate_.require_text(what.reason, "the reason");
    }
    for (const auto& part : what.withheld) {
      require_word("ground", part.ground, "ground");
    }
    if (in_part && what.withheld.empty()) {
      gate_.refuse(ErrorCode::statement_missing, "a partial disclosure lists what is withheld, with its grounds");
    }
    if (what.released) {
      if (!what.clearance) {
        gate_.refuse(ErrorCode::clearance_missing, "no review has cleared what is handed over");
      }
      if (!what.clearance->permits(*what.released) || what.clearance->day > when_.legal_day) {
        gate_.refuse(ErrorCode::clearance_missing, "the review " + what.clearance->review + " (" +
                                                       std::string{to_string(what.clearance->conclusion)} + ", " +
                                                       what.clearance->day.to_string() +
                                                       ") does not cover what is handed over");
      }
    }
  }

  void operator()(const RequestServed& what) const {
    if (!what.posted_on && !what.delivered_on) {
      gate_.refuse(ErrorCode::statement_missing, "it must state when it was posted or delivered");
    }
    require_service(what.service);
    if (!what.document.empty() && !detail::is_reply(state_, what.document) &&
        std::find(state_.history_documents.begin(), state_.history_documents.end(), what.document) ==
            state_.history_documents.end()) {
      gate_.refuse(ErrorCode::not_allowed_here, "there is no document \"" + what.document + "\"");
    }
    if (what.document.empty() && state_.decisions.empty()) {
      gate_.refuse(ErrorCode::not_allowed_here, "there is no reply yet; name the document");
    }
    const bool reply = detail::is_reply(state_, what.document);
    require_days(reply ? std::optional<Date>{state_.decisions.back().decided_on} : std::nullopt, what.posted_on,
                 what.delivered_on);
  }
  void operator()(const RequestFiled& /*what*/) const {}
  void operator()(const RequestWithdrawn& /*what*/) const {}
  void operator()(const RequestRemedyOpened& what) const {
    gate_.require_text(what.remedy, "the case");
    require_word("remedy", what.kind, "remedy");
    if (detail::find_remedy(state_, what.remedy) != nullptr) {
      gate_.refuse(ErrorCode::not_allowed_here, "the case " + what.remedy + " is there already");
    }
    if (const auto early = detail::remedy_too_early(state_, what.kind, rulebook_)) {
      gate_.refuse(ErrorCode::not_allowed_here, early->en);
    }
  }
  void operator()(const RequestRemedyConcluded& what) const {
    const auto* remedy = detail::find_remedy(state_, what.remedy);
    if (remedy == nullptr || remedy->concluded_on) {
      gate_.refuse(ErrorCode::not_allowed_here, "there is no pending case \"" + what.remedy + "\"");
    }
    if (what.result.empty()) {
      gate_.require_text(what.ledger, "the result, or what it is in the ledger");
    } else {
      require_word("remedy_result", what.result, "result");
      if (what.result == cn::remedy_result::pending.token()) {
        gate_.refuse(ErrorCode::not_allowed_here, "what is concluded is not pending");
      }
    }
  }
  template <typename Other>
  void operator()(const Other& /*what*/) const {
    throw InternalError{"this is no step of a request"};
  }

 private:
  void require_days(std::optional<Date> decided, std::optional<Date> posted, std::optional<Date> delivered) const {
    if (const auto wrong = detail::days_out_of_order(state_, decided, posted, delivered)) {
      gate_.refuse(ErrorCode::days_out_of_order, wrong->en);
    }
  }
  void require_word(std::string_view taxonomy, const std::string& word, std::string_view what) const {
    if (!detail::find_code(rulebook_, taxonomy, word)) {
      gate_.refuse(ErrorCode::not_allowed_here, "there is no " + std::string{what} + " \"" + word +
                                                    "\" in the rulebook (" + std::string{taxonomy} + ")");
    }
  }
  void require_service(const std::string& word) const {
    if (!detail::service_way(word)) {
      gate_.refuse(ErrorCode::not_allowed_here, "there is no way of service \"" + word + "\"");
    }
  }
  void require_asked(const std::string& party, bool third_party) const {
    if (detail::open_consultation(state_, party, third_party) == nullptr) {
      gate_.refuse(ErrorCode::not_allowed_here, "nobody asked \"" + party + "\", or the answer is there");
    }
  }

  // What the clock would call an error, once this is added, is refused; but for what stands all the same.
  void require_clock(std::string_view allowed = {}) const {
    const auto before = rules_.clock.deadline(DeadlineKind::reply, state_.history);
    const auto after = before.with(*detail::clock_event(action_, when_.legal_day, rulebook_, false));
    for (const auto& finding : after.findings()) {
      if (finding.severity == Severity::error && finding.code != allowed &&
          std::find(before.findings().begin(), before.findings().end(), finding) == before.findings().end()) {
        gate_.refuse(ErrorCode::not_allowed_here, finding.message);
      }
    }
  }

  // 逾期: the applicant's own period has ended; where its end is not known nothing has lapsed.
  void require_lapsed(DeadlineKind kind) const {
    const auto deadline = rules_.clock.deadline(kind, state_.history, when_.legal_day);
    if (!deadline.due() || when_.legal_day <= *deadline.due()) {
      gate_.refuse(ErrorCode::not_allowed_here,
                   deadline.due() ? "the applicant has until " + deadline.due()->to_string()
                                  : "it is not known when the applicant's period ends: when was the notice delivered?");
    }
  }

  const RequestRegister& requests_;
  const RequestState& state_;
  const RequestAction& action_;
  const When& when_;
  const RequestRules& rules_;
  const Rulebook& rulebook_;
  detail::Gate gate_;
};

// Inquiries and figures have no stages, yet state what they are.
void require_statement(const std::string& subject, const RequestAction& command, const When& when) {
  const auto refuse = [&](ErrorCode code, const std::string& message) {
    TransitionError::Details details;
    details.action = action_name(command);
    throw TransitionError{code, subject, subject + ": " + message, std::move(details)};
  };
  if (when.legal_day > when.recorded_on) {
    refuse(ErrorCode::days_out_of_order,
           "recorded on " + when.recorded_on.to_string() + ", before it happened on " + when.legal_day.to_string());
  }
  if (const auto* opening = std::get_if<OpeningBalance>(&command)) {
    if (opening->document.empty() || opening->table.empty() || opening->row.empty() || opening->column.empty()) {
      refuse(ErrorCode::statement_missing, "a figure brought along states its cell and the document it stands in");
    }
    if (opening->value < 0) {
      refuse(ErrorCode::not_allowed_here, "less than nothing cannot be brought along");
    }
  }
  if (const auto* figure = std::get_if<FigureDeclared>(&command)) {
    if (figure->document.empty() || figure->path.empty()) {
      refuse(ErrorCode::statement_missing, "a declared figure states its cell and the document it stands in");
    }
  }
}

std::string trimmed_id(const std::string& request) {
  if (request.empty()) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "request", "a request has an id"};
  }
  return request;
}

}  // namespace

std::vector<RequestEvent> decide(const RequestRegister& requests, const std::string& request,
                                 const RequestAction& command, const Actor& actor, const When& when,
                                 const RequestRules& rules) {
  if (std::holds_alternative<RequestRetracted>(command)) {
    throw InvalidArgumentError{ErrorCode::invalid_option, "command",
                               "a retraction is recorded as a correction of an event, it is no step of a request"};
  }
  detail::require_readable_command(command, request);
  const RequestState nothing{trimmed_id(request)};
  Envelope envelope{request, when.legal_day, when.recorded_on};
  // Inquiries and figures have no stages.
  if (command.index() >= request_graph().actions().size()) {
    require_statement(request, command, when);
    envelope.by = {actor.id(), {}, {}};
  } else {
    const auto* known = requests.find(request);
    const Decision decision{requests, known == nullptr ? nothing : *known, command, when, rules};
    envelope.by = decision.role(actor);
    std::visit(decision, command);
  }
  envelope.rulebook = rules.clock.rulebook().content_hash();
  envelope.calendar = rules.clock.calendar().content_hash();
  return {RequestEvent{std::move(envelope), command}};
}

}  // namespace gongkai
