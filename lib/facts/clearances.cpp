// SPDX-License-Identifier: Apache-2.0
#include <gongkai/facts/clearances.hpp>

#include <algorithm>

#include "event/finding_texts.hpp"

namespace gongkai {
namespace {

class Checks {
 public:
  explicit Checks(const std::map<std::string, ReviewState>& reviews) : reviews_{reviews} {}

  void went_out(const std::string& subject, Date day, std::int64_t event, const std::string& review,
                const std::optional<ContentDigest>& content) {
    if (review.empty()) {
      return;
    }
    const auto found = reviews_.find(review);
    if (found == reviews_.end()) {
      add("facts.clearance_unknown", subject, day, event, review);
      return;
    }
    const auto& issued = found->second.issued;
    if (std::none_of(issued.begin(), issued.end(), [&](const Clearance& clearance) {
          return content && clearance.permits(*content) && clearance.day <= day;
        })) {
      add("facts.clearance_untrue", subject, day, event, review);
    }
  }

  std::vector<Finding> finish() {
    std::sort(out_.begin(), out_.end());
    return std::move(out_);
  }

 private:
  void add(std::string_view id, const std::string& subject, Date day, std::int64_t event, const std::string& review) {
    out_.push_back(detail::make_finding(id, day, subject, event,
                                        {{"subject", subject}, {"day", day.to_string()}, {"review", review}}));
  }

  const std::map<std::string, ReviewState>& reviews_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> check_clearances(const RequestRegister& requests, const Catalogue& catalogue,
                                      const std::map<std::string, ReviewState>& reviews) {
  Checks checks{reviews};
  for (const auto& [id, record] : catalogue.records) {
    for (const auto& act : record.acts) {
      checks.went_out(id, act.day, act.event, act.review, act.digest);
    }
  }
  for (const auto& [id, request] : requests.requests) {
    for (const auto& decision : request.decisions) {
      if (decision.released && decision.clearance) {
        checks.went_out(id, decision.decided_on, decision.event, decision.clearance->review, decision.released);
      }
    }
  }
  return checks.finish();
}

}  // namespace gongkai
