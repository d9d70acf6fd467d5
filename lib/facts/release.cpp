// SPDX-License-Identifier: Apache-2.0
#include <gongkai/error.hpp>
#include <gongkai/facts/release.hpp>

#include "catalogue/words.hpp"

namespace gongkai {
namespace {

const RequestState& request_at(const RequestRegister& requests, const std::string& id) {
  const auto* request = requests.find(id);
  if (request == nullptr) {
    throw NotFoundError{ErrorCode::unknown_name, id, "there is no request \"" + id + "\""};
  }
  return *request;
}

const RequestDecision& released(const RequestRegister& requests, const std::string& id) {
  const auto& request = request_at(requests, id);
  for (auto decision = request.decisions.rbegin(); decision != request.decisions.rend(); ++decision) {
    if (decision->released) {
      return *decision;
    }
  }
  throw InvalidArgumentError{ErrorCode::out_of_range, id, id + ": nothing was handed over that could be published"};
}

}  // namespace

std::vector<RecordEvent> publish_release(const RequestRegister& requests, const Catalogue& catalogue,
                                         const std::string& request, const ReleasePlan& plan, const Actor& actor,
                                         const When& when, const CatalogueRules& rules) {
  const auto& decision = released(requests, request);
  std::vector<RecordEvent> out;
  auto now = catalogue;
  const auto act = [&](const RecordAction& command) {
    for (auto& event : decide(now, plan.record, command, actor, when, rules)) {
      now = apply(std::move(now), event, rules);
      out.push_back(std::move(event));
    }
  };
  if (now.find(plan.record) == nullptr) {
    auto data = plan.data;
    if (!data.digest) {
      data.digest = decision.released;
    }
    if (data.title.empty()) {
      data.title = requests.find(request)->title;
    }
    act(RecordDrafted{std::move(data)});
  }
  if (now.find(plan.record)->mode != detail::mode_proactive) {
    act(RecordAttributeDecided{std::string{detail::mode_proactive}, {}, {}, {}, std::nullopt});
  }
  const auto link = [&](const std::string& id) {
    act(RecordLinked{{std::string{detail::link_released_on_request}, {}, request_at(requests, id).id}});
  };
  link(request);
  for (const auto& other : plan.also_for) {
    link(other);
  }
  act(RecordPublished{plan.channel, plan.url, plan.clearance ? plan.clearance : decision.clearance});
  return out;
}

}  // namespace gongkai
