// SPDX-License-Identifier: Apache-2.0
// The graph of a record, as a lawyer may read it. What is not listed has no effect.
#include <gongkai/catalogue/transitions.hpp>

namespace gongkai {

const StageGraph& catalogue_graph() {
  static const std::vector<std::string_view> recorded{"drafted",   "to_publish", "held",     "open_for_comment",
                                                      "published", "repealed",   "withdrawn"};
  static const StageGraph graph{
      "catalogue",
      "目录信息 (a record of the catalogue)",
      {{"not_recorded", "未登记"},
       {"drafted", "已形成"},
       {"to_publish", "待公开"},
       {"held", "不主动公开"},
       {"open_for_comment", "征求意见中"},
       {"published", "已公开"},
       {"repealed", "已公开，已废止"},
       {"withdrawn", "已撤下"}},
      {{"drafted", "形成"},
       {"attribute_decided", "认定公开属性"},
       {"changed", "信息变更"},
       {"amended", "更正目录信息"},
       {"indexed", "编制索引号"},
       {"linked", "关联"},
       {"unlinked", "取消关联"},
       {"draft_opened", "公开征求意见"},
       {"feedback_published", "反馈意见采纳情况"},
       {"published", "公开"},
       {"clarified", "澄清"},
       {"repealed", "废止"},
       {"withdrawn", "撤下"}},
      {{{"not_recorded"}, "drafted", "drafted"},
       {recorded, "drafted", "", "", Effect::irregular},
       {{"drafted", "to_publish", "held", "withdrawn"}, "attribute_decided", "to_publish", "proactive"},
       {{"drafted", "to_publish", "held", "withdrawn"}, "attribute_decided", "held", "otherwise"},
       {{"open_for_comment", "published", "repealed"}, "attribute_decided", "", "proactive"},
       {{"open_for_comment", "published", "repealed"}, "attribute_decided", "", "otherwise", Effect::irregular},
       {{"drafted", "to_publish", "held", "open_for_comment", "published", "withdrawn"}, "changed", ""},
       {{"repealed"}, "changed", "", "", Effect::irregular},
       {recorded, "amended", ""},
       {recorded, "indexed", ""},
       {recorded, "linked", ""},
       {recorded, "unlinked", ""},
       {{"to_publish"}, "draft_opened", "open_for_comment"},
       {{"drafted", "held", "withdrawn"}, "draft_opened", "open_for_comment", "", Effect::irregular},
       {{"open_for_comment"}, "feedback_published", "to_publish"},
       {{"published", "repealed"}, "feedback_published", "", "", Effect::irregular},
       {{"to_publish"}, "published", "published"},
       {{"published", "repealed"}, "published", ""},
       {{"not_recorded", "drafted", "held", "open_for_comment", "withdrawn"},
        "published",
        "published",
        "",
        Effect::irregular},
       {{"published", "repealed"}, "clarified", ""},
       {{"published"}, "repealed", "repealed"},
       {{"drafted", "to_publish", "held", "withdrawn"}, "repealed", ""},
       {{"open_for_comment"}, "repealed", "", "", Effect::irregular},
       {{"open_for_comment", "published", "repealed"}, "withdrawn", "withdrawn"}}};
  return graph;
}

}  // namespace gongkai
