// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// What can happen in a review. An action is also the command for it: `decide` turns it into events or refuses.

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <gongkai/event/clearance.hpp>
#include <gongkai/event/codec.hpp>
#include <gongkai/event/digest.hpp>
#include <gongkai/event/envelope.hpp>
#include <gongkai/export.hpp>
#include <gongkai/rules/rulebook.hpp>

namespace gongkai {

/// Handed in for review (送审). A redacted copy names its original and what it leaves out; a round begins.
struct ReviewSubmitted {
  std::string policy;  ///< id of the policy
  ContentDigest digest;
  std::string about;    ///< the record or request
  std::string title;    ///< 标题
  std::string drafter;  ///< the drafter's id; empty: who hands it in
  std::optional<ContentDigest> redacted_from;
  std::vector<WithheldPart> withheld;
};
/// A stage is decided (审核通过). A conclusion other than 公开 needs article and reason.
struct ReviewApproved {
  std::string stage;  ///< id of the stage; empty: the one whose turn it is
  Conclusion conclusion = Conclusion::disclose;
  std::string article;
  std::string reason;
  std::optional<ContentDigest> seen;  ///< the content that was looked at
};
/// A stage was not decided in time, and the next one decides (上提).
struct ReviewEscalated {
  std::string reason;
};
/// A stage was not decided in time, which the office's rules take as consent (逾期视为同意).
struct ReviewConsentBySilence {
  std::string reason;
};
/// Back to the drafter (退回修改).
struct ReviewReturned {
  std::string reason;
};
/// May not be disclosed, and no later stage is asked (不予通过).
struct ReviewRefused {
  std::string ground;  ///< a code of the rulebook's grounds
  std::string article;
  std::string reason;
};
/// Doubt is put to the competent department or the secrecy administration (报审, R2019 art. 17(3)).
struct ReviewReferred {
  std::string body;
  std::string question;
};
/// Its answer; it binds the stages that follow.
struct ReviewReferralAnswered {
  Conclusion conclusion = Conclusion::disclose;
  std::string document;
  std::string article;
  std::string reason;
};
/// Doubt is put to the office's own people (会商).
struct ReviewConsultationOpened {
  std::string question;
};
/// One opinion; the last one of a person counts.
struct ReviewOpinionGiven {
  Conclusion conclusion = Conclusion::disclose;
  std::string reason;
};
/// What came out of it; it binds the stages that follow.
struct ReviewConsultationConcluded {
  Conclusion conclusion = Conclusion::disclose;
  std::string reason;
};
/// The content changed: what was reviewed is no longer what is there (内容变更, 审查失效).
struct ReviewContentChanged {
  ContentDigest digest;
  std::string reason;
};
/// Taken back by the drafter (撤回).
struct ReviewWithdrawn {
  std::string reason;
};
/// The event that this one corrects never was.
struct ReviewRetracted {
  std::string reason;
};

/// In the order of the actions of `review_graph()`; a retraction is none of them.
using ReviewAction =
    std::variant<ReviewSubmitted, ReviewApproved, ReviewEscalated, ReviewConsentBySilence, ReviewReturned,
                 ReviewRefused, ReviewReferred, ReviewReferralAnswered, ReviewConsultationOpened, ReviewOpinionGiven,
                 ReviewConsultationConcluded, ReviewContentChanged, ReviewWithdrawn, ReviewRetracted>;

/// Immutable once in a list. `envelope.subject` is the review's id.
struct ReviewEvent {
  Envelope envelope;
  ReviewAction action;

  GONGKAI_EXPORT friend bool operator==(const ReviewEvent& a, const ReviewEvent& b);
  friend bool operator!=(const ReviewEvent& a, const ReviewEvent& b) { return !(a == b); }
};

/// `submitted`, `approved`, …
[[nodiscard]] GONGKAI_EXPORT std::string_view action_name(const ReviewAction& action);

/// One line: `{"schema":1,"event":"review.submitted",…,"data":{…}}`. `parse_review_event(to_json(e)) == e`.
[[nodiscard]] GONGKAI_EXPORT std::string to_json(const ReviewEvent& event);
/// `ParseError` 201–206 with `file` as its name.
[[nodiscard]] GONGKAI_EXPORT ReviewEvent parse_review_event(std::string_view json, const std::string& file = "event");
/// JSON Lines.
[[nodiscard]] GONGKAI_EXPORT EventFile<ReviewEvent> read_review_events(std::string_view bytes, OnBadLine on_bad);
[[nodiscard]] GONGKAI_EXPORT std::string to_json_lines(const std::vector<ReviewEvent>& events);
/// What importing rows again comes to (event/codec.hpp).
[[nodiscard]] GONGKAI_EXPORT Import<ReviewEvent> import_again(const std::vector<ReviewEvent>& known,
                                                              const std::vector<ReviewEvent>& incoming,
                                                              Date recorded_on);
/// The JSON Schema (2020-12) of one line, with the words of the rulebook's taxonomies. It refuses more than
/// `parse_review_event`, which also reads words that no list has: an irregular history is imported, with findings.
[[nodiscard]] GONGKAI_EXPORT std::string review_event_schema(const Rulebook& rulebook);

}  // namespace gongkai
