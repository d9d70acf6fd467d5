// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Requests in motion (R2019 arts 27–45): the graph of stages, what may be decided, what an event does, what a history
/// comes to, which requests belong together.
///
///     const auto rules = RequestRules::builtin("CN");
///     decide(requests, "2024-001", RequestExtended{…}, clerk, {{2024, 4, 2}, {2024, 4, 2}}, rules);
///     // TransitionError 508 when the reply was due on 2024-04-01: an extension is told before

#include <optional>
#include <string>
#include <vector>

#include <gongkai/clock/clock.hpp>
#include <gongkai/event/actor.hpp>
#include <gongkai/event/stage_rules.hpp>
#include <gongkai/event/stages.hpp>
#include <gongkai/export.hpp>
#include <gongkai/request/event.hpp>
#include <gongkai/request/state.hpp>

namespace gongkai {

/// What requests are decided by. The clock brings rulebook, calendar and the choices on open questions.
struct RequestRules {
  StageRules stages;
  Clock clock;

  [[nodiscard]] static GONGKAI_EXPORT RequestRules builtin(std::string_view country);
};

/// Stages and actions in the order of `RequestStage` and `RequestAction`.
[[nodiscard]] GONGKAI_EXPORT const StageGraph& request_graph();

/// The events that a command comes to, not yet numbered. `TransitionError`:
/// 501 the stage does not allow it; 502 the actor has not the role; 504 something that the procedure asks to be stated
/// (ground, article and reason of a refusal, the withheld list of a partial disclosure, what is released or where it is
/// public, the notice of an extension, the document of a figure); 505 no clearance of exactly what is released; 507
/// days out of order; 508 an unknown word of a taxonomy, a second correction notice or extension, one after the reply
/// was due, a fee other than the tariff's or a second one, an answer of somebody who was not asked, a remedy that is
/// not there, a lawsuit where reconsideration comes first. `NotFoundError` 403 for a fee where no tariff is in force.
[[nodiscard]] GONGKAI_EXPORT std::vector<RequestEvent> decide(const RequestRegister& requests,
                                                              const std::string& request, const RequestAction& command,
                                                              const Actor& actor, const When& when,
                                                              const RequestRules& rules);

/// Never refuses. What is irregular is added to the request's `findings`: `REQ.STAGE`, `REQ.OUTCOME`, `REQ.GROUND`,
/// `REQ.ARTICLE`, `REQ.EVIDENCE`, `REQ.PARTS`, `REQ.CLEARANCE`, `REQ.DAYS`, `REQ.NOTICE`, `REQ.FEE`, `REQ.PARTY`,
/// `REQ.REMEDY`, `REQ.RETRACTION`.
[[nodiscard]] GONGKAI_EXPORT RequestRegister apply(RequestRegister requests, const RequestEvent& event,
                                                   const RequestRules& rules);

/// The register of a history, as of a day and as known at a day, and what is wrong with it as a whole.
struct RequestHistory {
  RequestRegister requests;
  std::vector<Finding> findings;  ///< those of the order and of every request, sorted
};
[[nodiscard]] GONGKAI_EXPORT RequestHistory replay(const std::vector<RequestEvent>& events, Date as_of, Date known_at,
                                                   const RequestRules& rules);

/// The reply period of a request, looked at on a day.
[[nodiscard]] GONGKAI_EXPORT Deadline reply_deadline(const RequestState& request, const RequestRules& rules,
                                                     Date as_of);
/// What the clock finds in the requests (`CLK.*`: late notices, second extensions, …), and `REQ.SPLIT`, parts of a
/// letter that nobody entered. Sorted.
[[nodiscard]] GONGKAI_EXPORT std::vector<Finding> check(const RequestRegister& requests, Date as_of,
                                                        const RequestRules& rules);

/// Why two requests belong together.
enum class MatchKind : std::uint8_t {
  repeat,         ///< the same applicant asks for what he was given: 重复申请 (R2019 art. 36(6))
  popular,        ///< others asked for the same, and none was refused it: publish it (art. 44(1))
  same_applicant  ///< perhaps one applicant: same type and name, no proof either way
};
/// A proposal, never acted on by itself.
struct RequestMatch {
  MatchKind kind = MatchKind::popular;
  std::string request;
  std::string other;  ///< the earlier one
  std::string by;     ///< `title`, `document_number`, `content`, `name`
};
/// Everything that matches, by request. Titles and numbers are compared without blanks, punctuation and width.
[[nodiscard]] GONGKAI_EXPORT std::vector<RequestMatch> matches(const RequestRegister& requests);

[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(MatchKind kind) noexcept;

}  // namespace gongkai
