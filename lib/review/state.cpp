// SPDX-License-Identifier: Apache-2.0
#include <gongkai/review/state.hpp>

#include <tuple>

#include "event/words.hpp"

namespace gongkai {
namespace {

constexpr std::array<detail::Word, 9> stages{{{"not_submitted", "未送审"},
                                              {"in_review", "审查中"},
                                              {"in_consultation", "会商中"},
                                              {"referred", "报审待复"},
                                              {"returned", "退回修改"},
                                              {"completed", "审结"},
                                              {"refused", "不予通过"},
                                              {"lapsed", "因内容变更失效"},
                                              {"withdrawn", "撤回"}}};

auto tied(const ReviewDecision& d) {
  return std::tie(d.round, d.stage, d.kind, d.by, d.day, d.conclusion, d.article, d.reason, d.event);
}
auto tied(const ReviewOpinion& o) { return std::tie(o.by, o.day, o.conclusion, o.reason); }
auto tied(const BindingConclusion& b) { return std::tie(b.conclusion, b.source, b.day); }

template <typename T>
bool same_all(const std::vector<T>& a, const std::vector<T>& b) {
  if (a.size() != b.size()) {
    return false;
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (tied(a[i]) != tied(b[i])) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::string_view to_string(ReviewStage stage) noexcept { return detail::word_of(stages, stage).word; }
std::string_view label_zh(ReviewStage stage) noexcept { return detail::word_of(stages, stage).label_zh; }

bool operator==(const ReviewState& a, const ReviewState& b) {
  const auto plain = [](const ReviewState& s) {
    return std::tie(s.id, s.stage, s.policy, s.round, s.next_stage, s.digest, s.redacted_from, s.withheld, s.about,
                    s.title, s.drafter, s.referred_to, s.stage_since, s.clearance, s.issued, s.last_day, s.events,
                    s.findings);
  };
  const bool same_binding =
      a.binding.has_value() == b.binding.has_value() && (!a.binding || tied(*a.binding) == tied(*b.binding));
  return plain(a) == plain(b) && same_binding && same_all(a.decisions, b.decisions) && same_all(a.opinions, b.opinions);
}

}  // namespace gongkai
