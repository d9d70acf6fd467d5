// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gongkai/event/fold.hpp>
#include <gongkai/review/transitions.hpp>

#include "event/applied.hpp"
#include "event/procedure_file.hpp"
#include "review/duties.hpp"

namespace gongkai {
namespace {

std::optional<CalendarAnswer> due_of(const ReviewStagePolicy& stage, const ReviewState& state,
                                     const WorkCalendar& calendar) {
  if (!stage.limit || !state.stage_since) {
    return std::nullopt;
  }
  return calendar.try_add(*state.stage_since, *stage.limit);
}

// One event on one review: the graph says where it leads, this says what else it does.
class Application {
 public:
  Application(ReviewState& state, const ReviewEvent& event, const ReviewRules& rules)
      : state_{state},
        envelope_{event.envelope},
        action_{event.action},
        rules_{rules},
        policy_{rules.policies.find(state.policy)} {}

  void run() {
    if (std::holds_alternative<ReviewRetracted>(action_)) {
      if (!envelope_.corrects) {
        report("review.retraction", {{"sequence", std::to_string(envelope_.sequence)}});
      }
      return;
    }
    std::visit(*this, action_);
  }

  void operator()(const ReviewSubmitted& what) {
    if (!step()) {
      return;
    }
    state_.policy = what.policy;
    ++state_.round;
    state_.next_stage = 0;
    state_.digest = what.digest;
    state_.redacted_from = what.redacted_from;
    state_.withheld = what.withheld;
    state_.about = what.about;
    state_.title = what.title;
    state_.drafter = what.drafter.empty() ? envelope_.by.actor : what.drafter;
    state_.opinions.clear();
    state_.binding.reset();
    state_.clearance.reset();
    state_.stage_since = envelope_.legal_day;
    if (rules_.policies.find(what.policy) == nullptr) {
      report("review.policy", {{"policy", what.policy}});
    }
  }

  void operator()(const ReviewApproved& what) {
    if (what.seen && state_.digest && *what.seen != *state_.digest) {
      report("review.content", {{"day", day()}});
      return;
    }
    if (!may_decide_here()) {
      return;
    }
    std::size_t position = state_.next_stage;
    if (!what.stage.empty()) {
      const auto named = policy_->position(what.stage);
      if (!named || *named < state_.next_stage) {
        report("review.turn",
               {{"stage", what.stage}, {"day", day()}, {"effect", "it has no effect"}, {"effect_zh", "不产生效力"}});
        return;
      }
      if (!detail::may_come_next(*policy_, state_.next_stage, *named)) {
        report("review.turn", {{"stage", what.stage},
                               {"day", day()},
                               {"effect", "required stages before it were passed over"},
                               {"effect_zh", "越过了必经环节"}});
      }
      position = *named;
    }
    const auto& stage = policy_->stages()[position];
    if (envelope_.by.role != stage.role) {
      report("review.role", {{"stage", stage.stage}, {"role", stage.role}, {"used", envelope_.by.role}});
    }
    if (const auto conflict = detail::conflict_of(*policy_, state_, envelope_.by)) {
      report("review.separation", {{"person", conflict->person},
                                   {"stage", stage.stage},
                                   {"why", "one who " + conflict->why},
                                   {"why_zh", conflict->why_zh}});
    }
    if (state_.binding && state_.binding->conclusion != what.conclusion) {
      report("review.binding", {{"conclusion", to_string(what.conclusion)},
                                {"conclusion_zh", label_zh(what.conclusion)},
                                {"day", day()},
                                {"binding", to_string(state_.binding->conclusion)},
                                {"binding_zh", label_zh(state_.binding->conclusion)},
                                {"source", state_.binding->source}});
    }
    if (what.conclusion != Conclusion::disclose) {
      require_words(what.conclusion, what.article, what.reason);
    }
    pass(position, DecisionKind::approved, what.conclusion, what.article, what.reason);
  }

  void operator()(const ReviewEscalated& what) {
    if (!may_decide_here()) {
      return;
    }
    if (state_.next_stage + 1 >= policy_->stages().size()) {
      report("review.turn", {{"stage", policy_->stages().back().stage},
                             {"day", day()},
                             {"effect", "nobody stands above the last stage; it has no effect"},
                             {"effect_zh", "末级环节不得上提，不产生效力"}});
      return;
    }
    report_if_early();
    pass(state_.next_stage, DecisionKind::escalated, Conclusion::refer, {}, what.reason);
  }

  void operator()(const ReviewConsentBySilence& what) {
    if (!may_decide_here()) {
      return;
    }
    const auto& stage = policy_->stages()[state_.next_stage];
    if (rules_.silence != ReviewSilence::is_consent || stage.on_timeout != OnTimeout::approve) {
      report("review.silence_void", {{"stage", stage.stage}});
      return;
    }
    report("review.silence", {{"stage", stage.stage}});
    report_if_early();
    // Silence consents to what lies before it: the binding conclusion, else that of the stage before.
    const auto* before = last_conclusion();
    const auto conclusion = state_.binding ? state_.binding->conclusion
                            : before       ? before->conclusion
                                           : Conclusion::disclose;
    const auto article = before ? before->article : std::string{};
    pass(state_.next_stage, DecisionKind::silence, conclusion, article, what.reason);
  }

  void operator()(const ReviewReturned& /*what*/) { (void)step(); }
  void operator()(const ReviewRefused& what) {
    if (step()) {
      require_words(Conclusion::withhold, what.article, what.reason);
    }
  }
  void operator()(const ReviewReferred& what) {
    if (step()) {
      state_.referred_to = what.body;
    }
  }
  void operator()(const ReviewReferralAnswered& what) {
    if (step()) {
      state_.binding = BindingConclusion{what.conclusion, state_.referred_to, envelope_.legal_day};
      state_.referred_to.clear();
      state_.stage_since = envelope_.legal_day;
    }
  }
  void operator()(const ReviewConsultationOpened& /*what*/) {
    if (step()) {
      state_.opinions.clear();
    }
  }
  void operator()(const ReviewOpinionGiven& what) {
    if (!step()) {
      return;
    }
    auto& opinions = state_.opinions;
    // The last word of a person counts, whether he gave it himself or another for him.
    opinions.erase(
        std::remove_if(opinions.begin(), opinions.end(),
                       [&](const ReviewOpinion& other) { return detail::is_one_voice(other.by, envelope_.by); }),
        opinions.end());
    opinions.push_back({envelope_.by, envelope_.legal_day, what.conclusion, what.reason});
  }
  void operator()(const ReviewConsultationConcluded& what) {
    if (!step()) {
      return;
    }
    if (policy_ != nullptr) {
      const auto& consultation = detail::consultation_of(*policy_);
      const auto quorum = detail::quorum_of(consultation, state_.opinions);
      if (!quorum.reached) {
        report("review.quorum", {{"day", day()},
                                 {"spoken", std::to_string(quorum.spoken)},
                                 {"quorum", std::to_string(consultation.quorum)},
                                 {"missing", quorum.missing},
                                 {"missing_zh", quorum.missing_zh}});
      }
    }
    state_.binding = BindingConclusion{what.conclusion, "consultation", envelope_.legal_day};
    state_.stage_since = envelope_.legal_day;
  }
  void operator()(const ReviewContentChanged& what) {
    if (step()) {
      state_.digest = what.digest;
      state_.clearance.reset();
    }
  }
  void operator()(const ReviewWithdrawn& /*what*/) { (void)step(); }
  void operator()(const ReviewRetracted& /*what*/) {}

 private:
  std::string day() const { return envelope_.legal_day.to_string(); }

  void report(std::string_view id, detail::FindingValues values) {
    detail::report(state_, envelope_, id, std::move(values));
  }

  // False when the event has no effect.
  bool step(std::string_view when = {}) {
    return detail::take_step(state_, envelope_, review_graph(), action_.index(), "review.stage", when);
  }

  // Whether a stage can be decided at all; if not, says why.
  bool may_decide_here() {
    const auto choices = review_graph().choices(static_cast<std::size_t>(state_.stage), action_.index());
    if (choices.empty()) {
      return step();
    }
    if (policy_ == nullptr) {
      report("review.policy", {{"policy", state_.policy}});
      return false;
    }
    return true;
  }

  // Of the stages passed in this round the last one that concluded something; null when none did.
  const ReviewDecision* last_conclusion() const {
    for (auto decision = state_.decisions.rbegin(); decision != state_.decisions.rend(); ++decision) {
      if (decision->round == state_.round && decision->kind != DecisionKind::escalated) {
        return &*decision;
      }
    }
    return nullptr;
  }

  // What follows from the end of a limit cannot come before it.
  void report_if_early() {
    const auto due = due_of(policy_->stages()[state_.next_stage], state_, rules_.calendar);
    if (due && due->day() && envelope_.legal_day <= *due->day()) {
      report("review.early",
             {{"stage", policy_->stages()[state_.next_stage].stage}, {"day", day()}, {"due", due->day()->to_string()}});
    }
  }

  void pass(std::size_t position, DecisionKind kind, Conclusion conclusion, const std::string& article,
            const std::string& reason) {
    const bool last = position + 1 == policy_->stages().size();
    (void)step(kind == DecisionKind::escalated ? "" : last ? "last stage" : "more stages");
    state_.decisions.push_back({state_.round, policy_->stages()[position].stage, kind, envelope_.by,
                                envelope_.legal_day, conclusion, article, reason, envelope_.sequence});
    state_.next_stage = position + 1;
    state_.stage_since = envelope_.legal_day;
    if (last && kind != DecisionKind::escalated) {
      state_.stage_since.reset();
      state_.clearance =
          Clearance{state_.id, envelope_.legal_day, *state_.digest, conclusion, state_.redacted_from, state_.withheld};
      state_.issued.push_back(*state_.clearance);
    }
  }

  void require_words(Conclusion conclusion, const std::string& article, const std::string& reason) {
    const auto missing = [&](const char* what, const char* what_zh) {
      report("review.reason", {{"conclusion", to_string(conclusion)},
                               {"conclusion_zh", label_zh(conclusion)},
                               {"day", day()},
                               {"what", what},
                               {"what_zh", what_zh}});
    };
    if (article.empty()) {
      missing("article", "依据条款");
    }
    if (reason.empty()) {
      missing("reason", "理由");
    }
  }

  ReviewState& state_;
  const Envelope& envelope_;
  const ReviewAction& action_;
  const ReviewRules& rules_;
  const ReviewPolicy* policy_;
};

}  // namespace

ReviewRules ReviewRules::builtin(std::string_view country) {
  return {StageRules::builtin(country, "review"), ReviewPolicies::builtin(country),
          Rulebook::builtin(detail::country_folder(country)), WorkCalendar::builtin(country),
          ReviewSilence::is_no_consent};
}

ReviewState apply(ReviewState state, const ReviewEvent& event, const ReviewRules& rules) {
  Application{state, event, rules}.run();
  state.events.push_back(event.envelope.sequence);
  state.last_day = event.envelope.legal_day;
  return state;
}

ReviewHistory replay(const std::vector<ReviewEvent>& events, Date as_of, Date known_at, const ReviewRules& rules) {
  ReviewHistory out;
  auto ordered = order_of(events, as_of, known_at);
  out.findings = std::move(ordered.findings);
  for (const auto i : ordered.order) {
    const auto& event = events[i];
    auto& state = out.reviews.try_emplace(event.envelope.subject, event.envelope.subject).first->second;
    state = apply(std::move(state), event, rules);
  }
  for (const auto& [id, state] : out.reviews) {
    out.findings.insert(out.findings.end(), state.findings.begin(), state.findings.end());
  }
  std::sort(out.findings.begin(), out.findings.end());
  return out;
}

const ReviewStagePolicy* turn_of(const ReviewState& state, const ReviewRules& rules) {
  const auto* policy = rules.policies.find(state.policy);
  if (state.stage != ReviewStage::in_review || policy == nullptr || state.next_stage >= policy->stages().size()) {
    return nullptr;
  }
  return &policy->stages()[state.next_stage];
}

std::optional<CalendarAnswer> turn_due(const ReviewState& state, const ReviewRules& rules) {
  const auto* stage = turn_of(state, rules);
  return stage == nullptr ? std::nullopt : due_of(*stage, state, rules.calendar);
}

std::vector<OverdueTurn> overdue_turns(const std::map<std::string, ReviewState>& reviews, Date as_of,
                                       const ReviewRules& rules) {
  std::vector<OverdueTurn> out;
  for (const auto& [id, state] : reviews) {
    const auto due = turn_due(state, rules);
    if (due && due->day() && *due->day() < as_of) {
      const auto* stage = turn_of(state, rules);
      out.push_back({id, stage->stage, stage->role, *due->day(), stage->on_timeout});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const OverdueTurn& a, const OverdueTurn& b) { return a.due < b.due; });
  return out;
}

}  // namespace gongkai
