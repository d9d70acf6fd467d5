// SPDX-License-Identifier: Apache-2.0
// Which requests belong together: proposals, never acted on by themselves.
#include <algorithm>
#include <gongkai/request/transitions.hpp>
#include <map>
#include <set>
#include <tuple>

#include "event/plain_text.hpp"
#include "event/words.hpp"
#include "request/words.hpp"

namespace gongkai {
namespace {

constexpr std::array<detail::Word, 3> kinds{
    {{"repeat", "重复申请"}, {"popular", "多人申请"}, {"same_applicant", "疑似同一申请人"}}};

Date day_of(const RequestState& request) {
  return request.submitted_on ? *request.submitted_on
                              : request.received_on.value_or(Date::from_ordinal(Date::max_ordinal));
}

// What was refused to one is not published for others who ask (art. 44(1): 属于可以公开的).
bool was_refused(const RequestState& request) {
  return !request.decisions.empty() && request.outcome().compare(0, 7, "denied_") == 0;
}

bool was_given(const RequestState& request) {
  return std::any_of(request.decisions.begin(), request.decisions.end(), [](const RequestDecision& decision) {
    return decision.outcome == cn::outcome::granted.token() ||
           decision.outcome == cn::outcome::partially_granted.token();
  });
}

class Matcher {
 public:
  explicit Matcher(const RequestRegister& requests) {
    for (const auto& entry : requests.requests) {
      if (entry.second.stage != RequestStage::split && entry.second.stage != RequestStage::not_received) {
        ordered_.push_back(&entry.second);
      }
    }
    std::stable_sort(ordered_.begin(), ordered_.end(),
                     [](const RequestState* a, const RequestState* b) { return day_of(*a) < day_of(*b); });
  }

  std::vector<RequestMatch> run() {
    by([](const RequestState& request) { return detail::plain_text(request.document_number); }, "document_number");
    by([](const RequestState& request) { return detail::plain_text(request.title); }, "title");
    by(
        [](const RequestState& request) {
          return request.decisions.empty() || !request.decisions.back().released
                     ? std::string{}
                     : request.decisions.back().released->to_string();
        },
        "content");
    same_names();
    std::sort(out_.begin(), out_.end(), [](const RequestMatch& a, const RequestMatch& b) {
      return std::tie(a.request, a.other, a.kind) < std::tie(b.request, b.other, b.kind);
    });
    return std::move(out_);
  }

 private:
  template <typename Key>
  void by(Key key, const char* what) {
    std::map<std::string, std::vector<const RequestState*>> groups;
    for (const auto* request : ordered_) {
      auto value = key(*request);
      if (value.empty()) {
        continue;
      }
      auto& earlier = groups[std::move(value)];
      // The earliest of another applicant, and the latest answered one of the same.
      const RequestState* popular = nullptr;
      const RequestState* repeated = nullptr;
      for (const auto* other : earlier) {
        if (!request->applicant.id.empty() && other->applicant.id == request->applicant.id) {
          repeated = was_given(*other) ? other : repeated;
        } else if (popular == nullptr && !request->applicant.id.empty() && !other->applicant.id.empty() &&
                   !was_refused(*request) && !was_refused(*other)) {
          popular = other;
        }
      }
      if (repeated != nullptr) {
        add(MatchKind::repeat, *request, *repeated, what);
      }
      if (popular != nullptr) {
        add(MatchKind::popular, *request, *popular, what);
      }
      earlier.push_back(request);
    }
  }

  void same_names() {
    std::map<std::pair<std::string, std::string>, std::vector<const RequestState*>> groups;
    for (const auto* request : ordered_) {
      const auto& applicant = request->applicant;
      const auto name = normalised_name(applicant.name);
      if (name.empty()) {
        continue;
      }
      auto& earlier = groups[{applicant.type, name}];
      for (const auto* other : earlier) {
        const bool one_id = !applicant.id.empty() && applicant.id == other->applicant.id;
        const bool proof = !applicant.identity_key.empty() && !other->applicant.identity_key.empty();
        if (!one_id && !proof) {
          add(MatchKind::same_applicant, *request, *other, "name");
          break;
        }
      }
      earlier.push_back(request);
    }
  }

  void add(MatchKind kind, const RequestState& request, const RequestState& other, const char* what) {
    if (seen_.emplace(kind, request.id, other.id).second) {
      out_.push_back({kind, request.id, other.id, what});
    }
  }

  std::vector<const RequestState*> ordered_;
  std::vector<RequestMatch> out_;
  std::set<std::tuple<MatchKind, std::string, std::string>> seen_;
};

}  // namespace

std::vector<RequestMatch> matches(const RequestRegister& requests) { return Matcher{requests}.run(); }

std::string_view to_string(MatchKind kind) noexcept { return detail::word_of(kinds, kind).word; }

}  // namespace gongkai
