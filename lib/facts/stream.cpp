// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gongkai/error.hpp>
#include <gongkai/facts/stream.hpp>
#include <iterator>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "facts/end_of_request.hpp"
#include "facts/request_derivation.hpp"
#include "request/apply_one.hpp"

namespace gongkai {

struct RequestStream::Impl {
  explicit Impl(RequestRules own_rules) : rules{std::move(own_rules)}, derivation{rules} {}

  // A case; `told`: its request was, only remedies are to come.
  struct Case {
    RequestState state;
    bool told = false;
  };

  void add(const RequestEvent& event) {
    const auto day = event.envelope.legal_day;
    if (last_day && day < *last_day) {
      throw InvalidArgumentError{ErrorCode::out_of_range, event.envelope.subject,
                                 event.envelope.subject + ": " + day.to_string() + " comes after " +
                                     last_day->to_string() + "; a stream takes events in the order of their days"};
    }
    if (last_day && day != *last_day && day.year() != last_day->year()) {
      let_go(day.year());
    }
    last_day = day;
    auto found = cases.find(event.envelope.subject);
    if (found == cases.end()) {
      if (detail::is_no_step(event)) {
        RequestState nobody{event.envelope.subject};
        detail::apply_one(office, nobody, event, rules);
        return;
      }
      found = begin(event);
      if (found == cases.end()) {
        return;
      }
    }
    detail::apply_one(office, found->second.state, event, rules);
  }

  using Cases = std::unordered_map<std::string, Case>;

  // What can begin a case; all else belongs to one that was let go, or to none.
  Cases::iterator begin(const RequestEvent& event) {
    const auto& action = event.action;
    const bool remedy = std::holds_alternative<RequestRemedyOpened>(action);
    const bool begins =
        std::holds_alternative<RequestSubmitted>(action) || std::holds_alternative<RequestArrived>(action) ||
        std::holds_alternative<RequestRegistered>(action) || std::holds_alternative<RequestDecided>(action) ||
        std::holds_alternative<RequestWithdrawn>(action);
    if (!remedy && !begins) {
      return cases.end();
    }
    const auto fresh = open(event.envelope.subject);
    fresh->second.told = remedy;
    if (remedy) {
      fresh->second.state.stage = RequestStage::filed;
    }
    return fresh;
  }

  // The memory of cases that were let go is used again.
  Cases::iterator open(const std::string& id) {
    if (spare.empty()) {
      return cases.emplace(id, Case{RequestState{id}}).first;
    }
    auto node = std::move(spare.back());
    spare.pop_back();
    node.key() = id;
    node.mapped().state.id = id;
    return cases.insert(std::move(node)).position;
  }

  // Closed in a year that is over, and nothing pending: no later event moves it.
  void let_go(int year) {
    const auto& options = rules.clock.options();
    for (auto at = cases.begin(); at != cases.end();) {
      const auto& [state, told] = at->second;
      const bool pending = std::any_of(state.remedies.begin(), state.remedies.end(), [](const RequestRemedy& remedy) {
        return !remedy.concluded_on || (remedy.decide_again && !remedy.decided_anew);
      });
      bool over = state.stage == RequestStage::split || told;
      if (!over && !pending) {
        const auto end = detail::end_of_request(state, options);
        const bool at_rest = state.stage == RequestStage::filed || state.stage == RequestStage::withdrawn ||
                             state.stage == RequestStage::abandoned;
        // An answer that was never filed waits a year for what may still come of it.
        over = end && end->day.year() < (at_rest ? year : year - 1) &&
               (state.closings.empty() || !state.closings.back().reopened_on || !state.decisions.empty());
      }
      if (over && !pending) {
        at = part_with(at);
      } else {
        ++at;
      }
    }
  }

  // Told and forgotten; the next case after it.
  Cases::iterator part_with(Cases::iterator at) {
    const auto& [state, told] = at->second;
    told ? derivation.add_remedies(state) : derivation.add(state);
    const auto next = std::next(at);
    spare.push_back(cases.extract(at));
    detail::begin_anew(spare.back().mapped().state);
    return next;
  }

  Facts finish() {
    while (!cases.empty()) {
      part_with(cases.begin());
    }
    last_day.reset();
    auto out = derivation.finish(office);
    office = {};
    return out;
  }

  RequestRules rules;
  detail::RequestDerivation derivation;
  RequestRegister office;  // inquiries and figures; its requests are `cases`
  Cases cases;
  std::vector<Cases::node_type> spare;
  std::optional<Date> last_day;
};

RequestStream::RequestStream(const RequestRules& rules) : impl_{std::make_unique<Impl>(rules)} {}
RequestStream::RequestStream(RequestStream&& other) noexcept = default;
RequestStream& RequestStream::operator=(RequestStream&& other) noexcept = default;
RequestStream::~RequestStream() = default;

void RequestStream::add(const RequestEvent& event) { impl_->add(event); }
std::size_t RequestStream::held() const noexcept { return impl_->cases.size(); }
Facts RequestStream::take() { return impl_->derivation.take(); }
Facts RequestStream::finish() { return impl_->finish(); }

}  // namespace gongkai
