// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Reviews in motion: the graph of stages, what may be decided, what an event does, what a history comes to.
///
///     const ReviewRules rules = ReviewRules::builtin("CN");
///     auto events = decide(state, ReviewSubmitted{"town_three_stages", digest, "record-1", "关于……的通知", "wang", {},
///     {}},
///                          Actor{"wang", {"drafter"}}, {{2013, 3, 4}, {2013, 3, 4}}, rules);
///     for (const auto& event : events) { state = apply(std::move(state), event, rules); }
///
/// `decide` is the only place that refuses (`TransitionError`); `apply` takes every history and reports what is
/// irregular in it. The law: review first, then disclose, item by item (R2019 art. 17; 保守国家秘密法实施条例 2024 art.
/// 42).

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <gongkai/calendar/work_calendar.hpp>
#include <gongkai/event/actor.hpp>
#include <gongkai/event/stage_rules.hpp>
#include <gongkai/event/stages.hpp>
#include <gongkai/export.hpp>
#include <gongkai/review/event.hpp>
#include <gongkai/review/policy.hpp>
#include <gongkai/review/state.hpp>
#include <gongkai/rules/rulebook.hpp>

namespace gongkai {

/// Whether silence may consent where a policy says so. It contradicts 先审查、后公开, so the default is no.
enum class ReviewSilence : std::uint8_t { is_no_consent, is_consent };

/// What reviews are decided by.
struct ReviewRules {
  StageRules stages;
  ReviewPolicies policies;
  Rulebook rulebook;      ///< the grounds that may be named
  WorkCalendar calendar;  ///< counts the limits of stages
  ReviewSilence silence = ReviewSilence::is_no_consent;

  [[nodiscard]] static GONGKAI_EXPORT ReviewRules builtin(std::string_view country);
};

/// Stages and actions in the order of `ReviewStage` and `ReviewAction`.
[[nodiscard]] GONGKAI_EXPORT const StageGraph& review_graph();

/// The events that a command comes to, not yet numbered. `TransitionError`:
/// 501 the stage does not allow it; 502 the actor has not the role (of the stage whose turn it is, or of the
/// consultation), by delegation either; 503 drafter or earlier reviewer, in person or through the other end of a
/// delegation, a second voice of one person in a consultation; 504 article, reason, body or question missing; 505 the
/// content is another than was handed in; 506 quorum of a consultation; 507 days out of order; 508 an unknown policy, a
/// conclusion against a binding one, silence where it is no consent, a withheld list without original, a ground that
/// the rulebook does not have. `InvalidArgumentError` 107 for text that is no UTF-8.
[[nodiscard]] GONGKAI_EXPORT std::vector<ReviewEvent> decide(const ReviewState& state, const ReviewAction& command,
                                                             const Actor& actor, const When& when,
                                                             const ReviewRules& rules);

/// Never refuses. What is irregular is added to `findings`: `REV.STAGE`, `REV.SEPARATION`, `REV.ROLE`, `REV.CONTENT`,
/// `REV.BINDING`, `REV.QUORUM`, `REV.SILENCE`, `REV.POLICY`, `REV.REASON`,
/// `REV.TURN`, `REV.EARLY`, `REV.RETRACTION`.
[[nodiscard]] GONGKAI_EXPORT ReviewState apply(ReviewState state, const ReviewEvent& event, const ReviewRules& rules);

/// All reviews of a history, by id, as of a day and as known at a day, and what is wrong with the history as a whole.
struct ReviewHistory {
  std::map<std::string, ReviewState> reviews;
  std::vector<Finding> findings;  ///< those of the order and of every review, sorted
};
[[nodiscard]] GONGKAI_EXPORT ReviewHistory replay(const std::vector<ReviewEvent>& events, Date as_of, Date known_at,
                                                  const ReviewRules& rules);

/// The stage of the policy whose turn it is; `nullptr` unless `in_review`.
[[nodiscard]] GONGKAI_EXPORT const ReviewStagePolicy* turn_of(const ReviewState& state, const ReviewRules& rules);

/// The last day for the stage whose turn it is: its limit counted from the day after the turn came to it. `nullopt`
/// without a turn or a limit.
[[nodiscard]] GONGKAI_EXPORT std::optional<CalendarAnswer> turn_due(const ReviewState& state, const ReviewRules& rules);

/// A stage that was not decided in time, and what may follow.
struct OverdueTurn {
  std::string review;
  std::string stage;
  std::string role;  ///< who is to be reminded
  Date due;
  OnTimeout on_timeout = OnTimeout::block;
};
/// The turns whose limit ended before `as_of`, the oldest first. What the calendar cannot tell is left out.
[[nodiscard]] GONGKAI_EXPORT std::vector<OverdueTurn> overdue_turns(const std::map<std::string, ReviewState>& reviews,
                                                                    Date as_of, const ReviewRules& rules);

}  // namespace gongkai
