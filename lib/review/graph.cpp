// SPDX-License-Identifier: Apache-2.0
// The graph of a review, as a lawyer may read it. What is not listed has no effect.
#include <gongkai/review/transitions.hpp>

namespace gongkai {

const StageGraph& review_graph() {
  static const StageGraph graph{
      "review",
      "审查 (review before disclosure)",
      {{"not_submitted", "未送审"},
       {"in_review", "审查中"},
       {"in_consultation", "会商中"},
       {"referred", "报审待复"},
       {"returned", "退回修改"},
       {"completed", "审结"},
       {"refused", "不予通过"},
       {"lapsed", "因内容变更失效"},
       {"withdrawn", "撤回"}},
      {{"submitted", "送审"},
       {"approved", "审核通过"},
       {"escalated", "逾期上提"},
       {"consent_by_silence", "逾期视为同意"},
       {"returned", "退回修改"},
       {"refused", "不予通过"},
       {"referred", "报审"},
       {"referral_answered", "报审答复"},
       {"consultation_opened", "提请会商"},
       {"opinion_given", "发表意见"},
       {"consultation_concluded", "会商结论"},
       {"content_changed", "内容变更"},
       {"withdrawn", "撤回"}},
      {{{"not_submitted", "returned", "lapsed", "refused", "withdrawn"}, "submitted", "in_review"},
       {{"in_review", "in_consultation", "referred", "completed"}, "submitted", "in_review", "", Effect::irregular},
       {{"in_review"}, "approved", "in_review", "more stages"},
       {{"in_review"}, "approved", "completed", "last stage"},
       {{"in_consultation", "referred"}, "approved", "in_review", "more stages", Effect::irregular},
       {{"in_consultation", "referred"}, "approved", "completed", "last stage", Effect::irregular},
       {{"in_review"}, "escalated", "in_review"},
       {{"in_review"}, "consent_by_silence", "in_review", "more stages"},
       {{"in_review"}, "consent_by_silence", "completed", "last stage"},
       {{"in_review"}, "returned", "returned"},
       {{"in_consultation", "referred"}, "returned", "returned", "", Effect::irregular},
       {{"in_review"}, "refused", "refused"},
       {{"in_consultation", "referred"}, "refused", "refused", "", Effect::irregular},
       {{"in_review", "in_consultation"}, "referred", "referred"},
       {{"referred"}, "referral_answered", "in_review"},
       {{"in_review"}, "consultation_opened", "in_consultation"},
       {{"in_consultation"}, "opinion_given", ""},
       {{"in_consultation"}, "consultation_concluded", "in_review"},
       {{"in_review", "in_consultation", "referred", "completed"}, "content_changed", "lapsed"},
       {{"returned", "lapsed"}, "content_changed", ""},
       {{"in_review", "in_consultation", "referred", "returned", "lapsed"}, "withdrawn", "withdrawn"}}};
  return graph;
}

}  // namespace gongkai
