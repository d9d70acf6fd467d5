// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "unit/catalogue/office.hpp"

namespace gongkai::catalogue_office {
namespace {

constexpr Date day1{2024, 3, 4};
constexpr Date day2{2024, 3, 5};
constexpr Date day3{2024, 3, 6};

Desk ready() { return Desk{}.act("r1", RecordDrafted{data()}, day1).act("r1", proactive(), day1); }
Desk published() { return ready().act("r1", publication(1, day2), day2); }

TEST(CatalogueDecide, ARecordIsFormedDecidedReviewedAndPublished) {
  const auto desk = published();
  EXPECT_EQ(desk.record().stage, RecordStage::published);
  EXPECT_EQ(desk.record().first_published_on, day2);
  EXPECT_TRUE(desk.record().findings.empty());
  EXPECT_EQ(desk.record().acts.front().review, "review-1");
}

TEST(CatalogueDecide, NothingGoesOutWithoutAClearanceOfExactlyThatContent) {
  const auto desk = ready();
  const auto with = [](std::optional<Clearance> clearance) {
    return RecordPublished{"website", "", std::move(clearance)};
  };
  EXPECT_EQ(desk.refusal("r1", with(std::nullopt), day2), 505);
  EXPECT_EQ(desk.refusal("r1", with(cleared(2, day1)), day2), 505);
  EXPECT_EQ(desk.refusal("r1", with(cleared(1, day1, Conclusion::withhold)), day2), 505);
  EXPECT_EQ(desk.refusal("r1", with(cleared(1, day1, Conclusion::disclose_in_part)), day2), 505);
  EXPECT_EQ(desk.refusal("r1", with(cleared(1, day3)), day2), 505);
  EXPECT_EQ(desk.refusal("r1", with(cleared(1, day2)), day2), 0);
  EXPECT_EQ(desk.refusal("r1", RecordDraftOpened{"website", day3, "", std::nullopt}, day2), 505);
  auto unknown_content = data();
  unknown_content.digest.reset();
  const auto other = Desk{}.act("r1", RecordDrafted{unknown_content}, day1).act("r1", proactive(), day1);
  EXPECT_EQ(other.refusal("r1", with(cleared(1, day1)), day2), 504);
}

TEST(CatalogueDecide, WhatIsClassifiedDoesNotGoOut) {
  auto secret = data();
  secret.secrecy_state = "secret";
  const auto desk = Desk{}.act("r1", RecordDrafted{secret}, day1).act("r1", proactive(), day1);
  EXPECT_EQ(desk.refusal("r1", publication(1, day1), day2), 508);
  auto open = data();
  open.secrecy_state = "none";
  EXPECT_EQ(Desk{}
                .act("r1", RecordDrafted{open}, day1)
                .act("r1", proactive(), day1)
                .refusal("r1", publication(1, day1), day2),
            0);
}

TEST(CatalogueDecide, WithholdingNeedsGroundArticleAndReason) {
  const auto desk = Desk{}.act("r1", RecordDrafted{data()}, day1);
  EXPECT_EQ(desk.refusal("r1", withheld(), day1), 0);
  auto incomplete = withheld();
  incomplete.ground.clear();
  EXPECT_EQ(desk.refusal("r1", incomplete, day1), 504);
  incomplete = withheld();
  incomplete.article.clear();
  EXPECT_EQ(desk.refusal("r1", incomplete, day1), 504);
  EXPECT_EQ(desk.refusal("r1", RecordAttributeDecided{"on_request", "", "", "", {}}, day1), 504);
  EXPECT_EQ(desk.refusal("r1", RecordAttributeDecided{"on_request", "", "", "涉及少数人", {}}, day1), 0);
  EXPECT_EQ(desk.refusal("r1", RecordAttributeDecided{"sometimes", "", "", "", {}}, day1), 508);
  auto early = withheld();
  early.decide_again_on = day1;
  EXPECT_EQ(desk.refusal("r1", early, day1), 508);
}

TEST(CatalogueDecide, WhatIsPublicIsWithdrawnBeforeItIsWithheld) {
  auto desk = published();
  EXPECT_EQ(desk.refusal("r1", withheld(), day3), 501);
  EXPECT_EQ(desk.refusal("r1", RecordWithdrawn{""}, day3), 504);
  desk.act("r1", RecordWithdrawn{"误公开个人信息"}, day3);
  EXPECT_FALSE(desk.record().public_data);
  EXPECT_EQ(desk.refusal("r1", publication(1, day2), day3), 501);
  desk.act("r1", withheld(), day3);
  EXPECT_EQ(desk.record().stage, RecordStage::held);
}

TEST(CatalogueDecide, AChangeBeginsANewLimitAndNeedsANewReview) {
  auto desk = published();
  EXPECT_EQ(desk.refusal("r1", RecordChanged{data(), ""}, day3), 508);
  desk.act("r1", RecordChanged{data("关于夏季防汛的通知", 2), "更新"}, day3);
  EXPECT_EQ(desk.record().public_data->title, "关于春季防火的通知");
  EXPECT_EQ(desk.record().formed_on, day3);
  EXPECT_FALSE(desk.record().published_since_formed);
  EXPECT_EQ(desk.refusal("r1", publication(1, day2), day3), 505);
  desk.act("r1", publication(2, day3), day3);
  EXPECT_EQ(desk.record().public_data->title, "关于夏季防汛的通知");
  EXPECT_EQ(desk.record().first_published_on, day2);
}

TEST(CatalogueDecide, AnAmendmentIsOfWhatTheCatalogueSaysOnly) {
  auto desk = published();
  EXPECT_EQ(desk.refusal("r1", RecordAmended{data("x", 2), ""}, day3), 508);
  EXPECT_EQ(desk.refusal("r1", RecordAmended{data(), ""}, day3), 508);
  desk.act("r1", RecordAmended{data("关于春季防火工作的通知"), "标题更正"}, day3);
  EXPECT_EQ(desk.record().public_data->title, "关于春季防火工作的通知");
  EXPECT_EQ(desk.record().formed_on, day1);
}

TEST(CatalogueDecide, AnIndexNumberIsOneRecordsForEver) {
  auto desk =
      ready().act("r1", RecordIndexed{"000014349/2018-00222"}, day1).act("r2", RecordDrafted{data("乙", 2)}, day1);
  EXPECT_EQ(desk.refusal("r2", RecordIndexed{"000014349/2018-00222"}, day2), 508);
  EXPECT_EQ(desk.refusal("r1", RecordIndexed{"000014349/2018-00223"}, day2), 508);
  EXPECT_EQ(desk.refusal("r2", RecordIndexed{"000014349/2018-00223"}, day2), 0);
  EXPECT_EQ(desk.refusal("r2", RecordIndexed{""}, day2), 504);
}

TEST(CatalogueDecide, LinksLeadSomewhere) {
  auto desk = ready().act("r2", RecordDrafted{data("解读", 2)}, day1);
  const RecordLink link{"interprets", "r1", ""};
  EXPECT_EQ(desk.refusal("r2", RecordLinked{{"interprets", "r9", ""}}, day1), 508);
  EXPECT_EQ(desk.refusal("r2", RecordLinked{{"interprets", "r2", ""}}, day1), 508);
  EXPECT_EQ(desk.refusal("r2", RecordLinked{{"interprets", "", ""}}, day1), 504);
  EXPECT_EQ(desk.refusal("r2", RecordLinked{{"admires", "r1", ""}}, day1), 508);
  EXPECT_EQ(desk.refusal("r2", RecordUnlinked{link}, day1), 508);
  desk.act("r2", RecordLinked{link}, day1);
  EXPECT_EQ(desk.refusal("r2", RecordLinked{link}, day1), 508);
  desk.act("r2", RecordUnlinked{link}, day1);
  EXPECT_TRUE(desk.record("r2").links.empty());
}

TEST(CatalogueDecide, ADraftIsShownForCommentsAndTheFeedbackBeforeTheDecision) {
  auto desk = ready();
  EXPECT_EQ(desk.refusal("r1", RecordDraftOpened{"website", std::nullopt, "", cleared(1, day1)}, day2), 504);
  EXPECT_EQ(desk.refusal("r1", RecordDraftOpened{"website", day1, "", cleared(1, day1)}, day2), 508);
  EXPECT_EQ(desk.refusal("r1", RecordDraftOpened{"telepathy", day3, "", cleared(1, day1)}, day2), 508);
  desk.act("r1", RecordDraftOpened{"website", day3, "", cleared(1, day1)}, day2);
  EXPECT_EQ(desk.refusal("r1", publication(1, day1), day3), 501);
  EXPECT_EQ(desk.refusal("r1", RecordFeedbackPublished{3, 4, ""}, day3), 508);
  desk.act("r1", RecordFeedbackPublished{4, 3, ""}, day3).act("r1", publication(1, day1), day3);
  EXPECT_TRUE(desk.record().findings.empty());
  EXPECT_EQ(desk.record().comments.front().adopted, 3);
}

TEST(CatalogueDecide, ClarificationsNameWhatTheyClarify) {
  auto desk = published();
  EXPECT_EQ(desk.refusal("r1", RecordClarified{"", ""}, day3), 504);
  EXPECT_EQ(desk.refusal("r1", RecordClarified{"r7", ""}, day3), 508);
  desk.act("r1", RecordClarified{"", "网传水库溃坝"}, day3);
  EXPECT_EQ(desk.record().clarifications.size(), 1U);
}

TEST(CatalogueDecide, WordsAreThoseOfTheRulebook) {
  const Desk desk;
  auto odd = data();
  odd.kind = "poem";
  EXPECT_EQ(desk.refusal("r1", RecordDrafted{odd}, day1), 508);
  odd = data();
  odd.classes = {{"catalogue_class", "class_duties"}, {"statutory_item", "budget"}, {"本镇分类", "任意"}};
  EXPECT_EQ(desk.refusal("r1", RecordDrafted{odd}, day1), 0);
  odd.classes = {{"catalogue_class", "class_poems"}};
  EXPECT_EQ(desk.refusal("r1", RecordDrafted{odd}, day1), 508);
  odd = data("");
  EXPECT_EQ(desk.refusal("r1", RecordDrafted{odd}, day1), 504);
  EXPECT_THROW((void)decide(desk.catalogue(), "", RecordDrafted{data()}, editor, on(day1), rules()),
               InvalidArgumentError);
}

TEST(CatalogueDecide, ARepealIsToldOnceWithItsDocument) {
  auto desk = published();
  EXPECT_EQ(desk.refusal("r1", RecordRepealed{"", ""}, day3), 504);
  desk.act("r1", RecordRepealed{"不政发〔2024〕3号", ""}, day3);
  EXPECT_EQ(desk.record().stage, RecordStage::repealed);
  EXPECT_EQ(desk.refusal("r1", RecordRepealed{"又", ""}, day3), 501);
  auto held = Desk{}
                  .act("r1", RecordDrafted{data()}, day1)
                  .act("r1", withheld(), day1)
                  .act("r1", RecordRepealed{"x", ""}, day2);
  EXPECT_EQ(held.record().stage, RecordStage::held);
  EXPECT_EQ(held.refusal("r1", RecordRepealed{"又", ""}, day3), 508);
}

}  // namespace
}  // namespace gongkai::catalogue_office
