// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gongkai/error.hpp>
#include <gongkai/review/transitions.hpp>
#include <set>

#include "event/gate.hpp"
#include "event/readable.hpp"
#include "review/duties.hpp"
#include "review/fields.hpp"

namespace gongkai {
namespace {

using detail::Gate;

// One command on one review.
class Decision {
 public:
  Decision(const ReviewState& state, std::size_t action, const Actor& actor, const When& when, const ReviewRules& rules)
      : state_{state}, actor_{actor}, when_{when}, rules_{rules}, gate_{review_graph(),
                                                                        rules.stages,
                                                                        state.id,
                                                                        static_cast<std::size_t>(state.stage),
                                                                        action,
                                                                        when} {
    gate_.require_stage();
    gate_.require_order(state.last_day);
    policy_ = rules.policies.find(state.policy);
  }

  Capacity operator()(ReviewSubmitted& command) {
    if (rules_.policies.find(command.policy) == nullptr) {
      gate_.refuse(ErrorCode::not_allowed_here, "there is no review policy \"" + command.policy + "\"");
    }
    if (!command.withheld.empty() && !command.redacted_from) {
      gate_.refuse(ErrorCode::not_allowed_here,
                   "a list of withheld parts belongs to a redacted copy, which names its original");
    }
    if (command.redacted_from && command.withheld.empty()) {
      gate_.refuse(ErrorCode::statement_missing, "a redacted copy lists the parts it leaves out, with their grounds");
    }
    if (command.redacted_from && *command.redacted_from == command.digest) {
      gate_.refuse(ErrorCode::not_allowed_here, "the redacted copy is the original itself");
    }
    for (const auto& part : command.withheld) {
      gate_.require_text(part.part, "which part is left out");
      gate_.require_text(part.ground, "the ground on which a part is left out");
      require_ground(part.ground);
    }
    if (command.drafter.empty()) {
      command.drafter = actor_.id();
    }
    return gate_.require_role(actor_);
  }

  Capacity operator()(ReviewApproved& command) {
    const auto& policy = known_policy();
    const auto position = command.stage.empty() ? stage_of_actor(policy) : policy.position(command.stage);
    if (!position || !detail::may_come_next(policy, state_.next_stage, *position)) {
      gate_.refuse(ErrorCode::not_allowed_here, "the stage \"" + command.stage +
                                                    "\" is not the one whose turn it is, " +
                                                    policy.stages()[state_.next_stage].stage);
    }
    command.stage = policy.stages()[*position].stage;
    auto by = gate_.require_role(actor_, {policy.stages()[*position].role});
    require_separation(policy, by);
    if (command.seen && *command.seen != *state_.digest) {
      gate_.refuse(ErrorCode::clearance_missing, "the content looked at is not the one that was handed in");
    }
    if (command.conclusion == Conclusion::refer) {
      gate_.refuse(ErrorCode::not_allowed_here, "doubt is referred (\"referred\"), not approved");
    }
    if (command.conclusion != Conclusion::disclose) {
      gate_.require_text(command.article, "the article on which the conclusion rests");
      gate_.require_text(command.reason, "the reason");
    }
    if (state_.binding && state_.binding->conclusion != command.conclusion) {
      gate_.refuse(ErrorCode::not_allowed_here, "the conclusion must follow that of " + state_.binding->source + ": " +
                                                    std::string{to_string(state_.binding->conclusion)});
    }
    return by;
  }

  Capacity operator()(ReviewEscalated& /*command*/) {
    const auto& stage = known_policy().stages()[state_.next_stage];
    if (stage.on_timeout != OnTimeout::escalate) {
      gate_.refuse(ErrorCode::not_allowed_here, "the stage " + stage.stage + " is not passed by waiting");
    }
    require_ended();
    return gate_.require_role(actor_);
  }

  Capacity operator()(ReviewConsentBySilence& /*command*/) {
    const auto& stage = known_policy().stages()[state_.next_stage];
    if (stage.on_timeout != OnTimeout::approve || rules_.silence != ReviewSilence::is_consent) {
      gate_.refuse(ErrorCode::not_allowed_here, "silence in the stage " + stage.stage + " is no consent here");
    }
    if (state_.binding && state_.binding->conclusion != Conclusion::disclose) {
      gate_.refuse(ErrorCode::not_allowed_here, "silence cannot decide against " + state_.binding->source);
    }
    require_ended();
    return gate_.require_role(actor_);
  }

  Capacity operator()(ReviewReturned& command) {
    gate_.require_text(command.reason, "what is to be changed");
    return reviewer();
  }
  Capacity operator()(ReviewRefused& command) {
    require_ground(command.ground);
    gate_.require_text(command.article, "the article on which the refusal rests");
    gate_.require_text(command.reason, "the reason");
    if (state_.binding && state_.binding->conclusion != Conclusion::withhold) {
      gate_.refuse(ErrorCode::not_allowed_here, "the conclusion must follow that of " + state_.binding->source + ": " +
                                                    std::string{to_string(state_.binding->conclusion)});
    }
    return reviewer();
  }
  Capacity operator()(ReviewReferred& command) {
    gate_.require_text(command.body, "the body that is asked");
    gate_.require_text(command.question, "the question");
    return reviewer();
  }
  Capacity operator()(ReviewReferralAnswered& command) {
    if (command.conclusion == Conclusion::refer) {
      gate_.refuse(ErrorCode::not_allowed_here, "an answer says disclose, disclose_in_part or withhold");
    }
    gate_.require_text(command.document, "the document of the answer");
    return gate_.require_role(actor_);
  }
  Capacity operator()(ReviewConsultationOpened& command) {
    if (!known_policy().consultation()) {
      gate_.refuse(ErrorCode::not_allowed_here, "this procedure has no consultation; doubt is referred");
    }
    gate_.require_text(command.question, "the question");
    return reviewer();
  }
  Capacity operator()(ReviewOpinionGiven& /*command*/) {
    const auto& policy = known_policy();
    auto by = gate_.require_role(actor_, detail::consultation_of(policy).roles);
    // What is agreed binds the stages: the drafter has no more a voice here than there.
    if (policy.drafter_is_kept_out() && detail::is_one_voice(by, {state_.drafter, {}, {}})) {
      gate_.refuse(ErrorCode::duties_not_separate, state_.drafter + " drafted it");
    }
    for (const auto& opinion : state_.opinions) {
      if (opinion.by.actor != by.actor && detail::is_one_voice(opinion.by, by)) {
        gate_.refuse(ErrorCode::duties_not_separate, by.actor + " and " + opinion.by.actor +
                                                         " speak with one voice under a delegation, and it is given");
      }
    }
    return by;
  }
  Capacity operator()(ReviewConsultationConcluded& command) {
    const auto& consultation = detail::consultation_of(known_policy());
    const auto quorum = detail::quorum_of(consultation, state_.opinions);
    if (!quorum.reached) {
      gate_.refuse(ErrorCode::quorum_missing, std::to_string(quorum.spoken) + " of " +
                                                  std::to_string(consultation.quorum) + " persons have spoken" +
                                                  quorum.missing);
    }
    if (!detail::carried(consultation, state_.opinions, command.conclusion)) {
      gate_.refuse(ErrorCode::not_allowed_here, "the opinions given do not carry the conclusion " +
                                                    std::string{to_string(command.conclusion)} +
                                                    "; doubt that remains is referred");
    }
    return gate_.require_role(actor_, consultation.roles);
  }
  Capacity operator()(ReviewContentChanged& command) {
    if (state_.digest && *state_.digest == command.digest) {
      gate_.refuse(ErrorCode::not_allowed_here, "the content is the same as before");
    }
    return gate_.require_role(actor_);
  }
  Capacity operator()(ReviewWithdrawn& /*command*/) { return gate_.require_role(actor_); }
  Capacity operator()(ReviewRetracted& /*command*/) { throw InternalError{"a retraction is no command"}; }

 private:
  void require_ground(const std::string& ground) const {
    if (!ground.empty() && rules_.rulebook.taxonomy("ground").find(ground) == nullptr) {
      gate_.refuse(ErrorCode::not_allowed_here, "there is no ground \"" + ground + "\" in the rulebook (ground)");
    }
  }

  const ReviewPolicy& known_policy() const {
    if (policy_ == nullptr) {
      gate_.refuse(ErrorCode::not_allowed_here, "the review policy \"" + state_.policy + "\" is not known here");
    }
    return *policy_;
  }

  // What follows from the end of a limit cannot come before it.
  void require_ended() const {
    const auto& stage = known_policy().stages()[state_.next_stage];
    const Date due = rules_.calendar.add(*state_.stage_since, *stage.limit);
    if (when_.legal_day <= due) {
      gate_.refuse(ErrorCode::not_allowed_here, "the stage " + stage.stage + " has until " + due.to_string());
    }
  }

  // With no stage named: the first stage, from the one whose turn it is, that may be decided now and is the actor's.
  std::optional<std::size_t> stage_of_actor(const ReviewPolicy& policy) const {
    for (std::size_t i = state_.next_stage; i < policy.stages().size(); ++i) {
      if (!detail::may_come_next(policy, state_.next_stage, i)) {
        break;
      }
      if (actor_.capacity(policy.stages()[i].role, when_.legal_day)) {
        return i;
      }
    }
    return state_.next_stage;
  }

  // Whoever holds the stage whose turn it is, or an optional one before the next required one.
  Capacity reviewer() const {
    const auto& policy = known_policy();
    const auto position = stage_of_actor(policy);
    auto by = gate_.require_role(actor_, {policy.stages()[*position].role});
    require_separation(policy, by);
    return by;
  }

  void require_separation(const ReviewPolicy& policy, const Capacity& by) const {
    if (const auto conflict = detail::conflict_of(policy, state_, by)) {
      gate_.refuse(ErrorCode::duties_not_separate, conflict->person + " " + conflict->why);
    }
  }

  const ReviewState& state_;
  const Actor& actor_;
  const When& when_;
  const ReviewRules& rules_;
  Gate gate_;
  const ReviewPolicy* policy_ = nullptr;
};

}  // namespace

std::vector<ReviewEvent> decide(const ReviewState& state, const ReviewAction& command, const Actor& actor,
                                const When& when, const ReviewRules& rules) {
  if (std::holds_alternative<ReviewRetracted>(command)) {
    throw InvalidArgumentError{ErrorCode::invalid_option, "command",
                               "a retraction is recorded as a correction of an event, it is no step of a review"};
  }
  detail::require_readable_command(command, state.id);
  ReviewAction action = command;
  Decision decision{state, command.index(), actor, when, rules};
  auto by = std::visit(decision, action);
  Envelope envelope{state.id, when.legal_day, when.recorded_on};
  envelope.by = std::move(by);
  envelope.rulebook = rules.stages.identity();
  envelope.calendar = rules.calendar.content_hash();
  return {ReviewEvent{std::move(envelope), std::move(action)}};
}

}  // namespace gongkai
