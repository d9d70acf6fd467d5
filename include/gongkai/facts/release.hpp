// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// From requests to the catalogue: what one applicant got and others need becomes public (R2019 art. 44(1)), what is
/// public already is pointed to, who asks again is told so. Proposals with what matched; nothing is done by itself.
///
///     for (const auto& proposal : proposals(requests, catalogue)) { show(proposal.request, proposal.requests); }
///     for (auto& event : publish_release(requests, catalogue, "2024-001", plan, editor, when, rules)) { append(event);
///     }

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/catalogue/transitions.hpp>
#include <gongkai/event/actor.hpp>
#include <gongkai/event/clearance.hpp>
#include <gongkai/export.hpp>
#include <gongkai/request/transitions.hpp>

namespace gongkai {

/// What is proposed.
enum class ProposalKind : std::uint8_t {
  repeat,         ///< answer as 重复申请: the same applicant got this before (R2019 art. 36(6))
  publish,        ///< several applicants asked for it and none was refused it: publish it (art. 44(1))
  already_public  ///< the catalogue has it, or has it by now and the request waits: tell where (art. 36(1))
};

/// About one request; `requests` and `records` are what matched, the earliest first.
struct Proposal {
  ProposalKind kind = ProposalKind::publish;
  std::string request;                ///< the latest one
  std::vector<std::string> requests;  ///< the others for the same information
  std::vector<std::string> records;   ///< records of the catalogue with the same information; of `publish` those that
                                      ///< are not public yet, which a `ReleasePlan` may take
  std::vector<std::string> by;        ///< `content`, `document_number`, `title`: all by which something matched
  std::string article;                ///< what it rests on

  friend bool operator==(const Proposal& a, const Proposal& b) {
    return a.kind == b.kind && a.request == b.request && a.requests == b.requests && a.records == b.records &&
           a.by == b.by && a.article == b.article;
  }
  friend bool operator!=(const Proposal& a, const Proposal& b) { return !(a == b); }
};

/// By request, then kind. Information is the same by normalised title, by document number, or by the digest of the
/// content. `publish` is proposed once for each information, at its latest request, and not for what is public already,
/// was refused, or stands in the catalogue as 不予公开 or classified.
[[nodiscard]] GONGKAI_EXPORT std::vector<Proposal> proposals(const RequestRegister& requests,
                                                             const Catalogue& catalogue);

/// How what was released becomes a record.
struct ReleasePlan {
  std::string record;  ///< id: of a new record, or of one that is there and not public
  RecordData data;     ///< of a new record; without a digest that of what was released
  std::string channel = "website";
  std::string url;
  std::optional<Clearance> clearance;  ///< of the publication; none: the one with which the reply was released
  std::vector<std::string> also_for;   ///< further requests for the same information
};

/// In one act: drafted (unless it is there), decided 主动公开, linked to the requests, published with a clearance of
/// exactly this content. The events are not numbered; nothing is to be kept when one is refused (`TransitionError` as
/// `decide` of the catalogue; 505 without a review of the content). `NotFoundError` 402 for an unknown request;
/// `InvalidArgumentError` 103 for one of which nothing was released.
[[nodiscard]] GONGKAI_EXPORT std::vector<RecordEvent> publish_release(const RequestRegister& requests,
                                                                      const Catalogue& catalogue,
                                                                      const std::string& request,
                                                                      const ReleasePlan& plan, const Actor& actor,
                                                                      const When& when, const CatalogueRules& rules);

/// `repeat`, `publish`, `already_public`
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(ProposalKind kind) noexcept;

}  // namespace gongkai
