// SPDX-License-Identifier: Apache-2.0
// Nothing internal gets out, whatever field it stands in and whatever way the record went: every text that the public
// must not see carries a mark of its own, and none of the marks is found in what is shown.
#include <gtest/gtest.h>

#include <gongkai/catalogue/public_view.hpp>

#include "unit/catalogue/office.hpp"

namespace gongkai::catalogue_office {
namespace {

constexpr Date day{2024, 3, 4};

RecordData everything(const std::string& mark, int content) {
  auto out = data("名称" + mark, content);
  out.summary = "概述" + mark;
  out.created_on = day;
  out.publisher = "机构" + mark;
  out.document_number = "文号" + mark;
  out.classes = {{"本地", "类" + mark}};
  out.subject_class = "主题" + mark;
  out.genre_class = "体裁" + mark;
  out.arrangement_class = "组配" + mark;
  out.keywords = {"词" + mark};
  out.in_force_from = day;
  out.disclosure_deadline = "时限" + mark;
  out.disclosure_scope = "范围" + mark;
  out.carrier = "载体" + mark;
  out.format = "格式" + mark;
  out.language = "语种" + mark;
  out.url = "https://example.org/" + mark;
  out.attachments = {"附件" + mark};
  out.matters = {"事项" + mark};
  return out;
}
RecordData with_internal(RecordData what) {
  what.responsible_unit = "密单位";
  what.secrecy_state = "none";
  what.limit_working_days = 7654;
  return what;
}

std::string shown(const Catalogue& catalogue) {
  const auto view = public_view(catalogue, {2024, 12, 31});
  return to_html(view) + to_csv(view) + to_json(view);
}

TEST(PublicViewLeaks, EveryPublicFieldIsShownAndNoInternalOne) {
  Desk desk;
  desk.act("密-id", RecordDrafted{with_internal(everything("甲", 77))}, day);
  desk.act("密-id", RecordAttributeDecided{"on_request", "", "", "密理由", day + CalendarDays{30}}, day);
  desk.act("密-id", RecordAttributeDecided{"proactive", "", "密条款", "密理由", std::nullopt}, day);
  desk.act("密-id", RecordLinked{{"released_on_request", "", "密申请"}}, day);
  Clearance clearance = cleared(77, day);
  clearance.review = "密审查";
  clearance.redacted_from = digest(78);
  clearance.withheld = {{"密部分", "personal_privacy", "密条款"}};
  for (auto& event : decide(desk.catalogue(), "密-id", RecordPublished{"website", "", clearance},
                            Actor{"密人", {"editor"}}, on(day), rules())) {
    event.envelope.source = {"密登记簿", "密行"};
    const auto text = shown(apply(desk.catalogue(), event, rules()));
    // The fields of JSON; matters and the deadline as printed say only how the office works.
    for (const char* open :
         {"名称甲", "概述甲", "机构甲", "文号甲", "类甲", "主题甲", "体裁甲", "组配甲", "词甲", "范围甲", "载体甲",
          "格式甲", "语种甲", "附件甲", "https://example.org/甲", "2024-03-04"}) {
      EXPECT_NE(text.find(open), std::string::npos) << open;
    }
    for (const char* secret : {"密", "7654", "none", "sm3", "4d", "on_request", "personal_privacy", "wang",
                               "released_on_request", "secrecy", "ground", "digest", "review", "responsible"}) {
      EXPECT_EQ(text.find(secret), std::string::npos) << secret << " in " << text;
    }
  }
}

TEST(PublicViewLeaks, WhatIsNotPublicLeavesNoTraceInAnyStage) {
  const auto mark = std::string{"藏"};
  const auto secret = everything(mark, 1);
  // All the ways to be there and not public.
  const std::vector<std::vector<RecordAction>> ways{
      {RecordDrafted{secret}},
      {RecordDrafted{secret}, proactive()},
      {RecordDrafted{secret}, withheld()},
      {RecordDrafted{secret}, RecordAttributeDecided{"on_request", "", "", "x", std::nullopt}},
      {RecordDrafted{secret}, proactive(), publication(1, day), RecordWithdrawn{"x"}},
      {RecordDrafted{secret}, proactive(), publication(1, day), RecordWithdrawn{"x"}, withheld()},
      {RecordDrafted{secret}, proactive(), RecordDraftOpened{"website", day, "", cleared(1, day)},
       RecordWithdrawn{"x"}},
      {RecordDrafted{everything("旧", 2)}, proactive(), publication(2, day), RecordChanged{secret, ""}}};
  for (const auto& way : ways) {
    Desk desk;
    for (const auto& action : way) {
      desk.act("hidden", action, day);
    }
    desk.act("hidden", RecordIndexed{"藏/2024-00001"}, day);
    // A public record points to it by every kind of link.
    desk.act("open", RecordDrafted{everything("明", 3)}, day).act("open", proactive(), day);
    for (const auto& member : rules().rulebook.taxonomy("record_link").members()) {
      desk.act("open", RecordLinked{{std::string{member.code.token()}, "hidden", ""}}, day);
    }
    desk.act("open", publication(3, day), day);
    const auto text = shown(desk.catalogue());
    EXPECT_NE(text.find("名称明"), std::string::npos);
    const bool older_version_is_public = std::holds_alternative<RecordChanged>(way.back());
    EXPECT_EQ(text.find("名称旧") != std::string::npos, older_version_is_public);
    EXPECT_EQ(text.find("名称" + mark), std::string::npos) << action_name(way.back());
    EXPECT_EQ(text.find("概述" + mark), std::string::npos) << action_name(way.back());
    if (!older_version_is_public) {
      EXPECT_EQ(text.find(mark), std::string::npos) << action_name(way.back()) << text;
    }
  }
}

}  // namespace
}  // namespace gongkai::catalogue_office
