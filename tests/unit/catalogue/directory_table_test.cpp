// SPDX-License-Identifier: Apache-2.0
// The tables of the grass-roots standard directories, with the columns and boxes that published ones have.
#include <gtest/gtest.h>

#include <gongkai/catalogue/standard_directory.hpp>

#include "unit/catalogue/office.hpp"

namespace gongkai::catalogue_office {
namespace {

StandardDirectory read(const std::string& csv) {
  return StandardDirectory::from_csv(csv, {"aid", "社会救助领域基层政务公开标准目录", "某镇"}, rules().rulebook,
                                     "aid.csv");
}

const std::string published =
    "社会救助领域基层政务公开标准目录,,,,,,,,,,,,,\r\n"
    "序号,公开事项,,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,,公开方式,,公开层级,\r\n"
    ",一级事项,二级事项,,,,,,全社会,特定群体,主动,依申请公开,县级,乡级\r\n"
    "1,综合业务,政策法规文件,\"●《社会救助暂行办法》\n●各地配套政策\",《政府信息公开条例》,"
    "制定或获取信息之日起２０个工作日内,某镇人民政府,\"■政府网站 □政府公报\n■两微一端 □发布会/听证会\n■公开查阅点 "
    "■祠堂\",√,,√,,√,√\r\n"
    "2,,监督检查,●举报电话,《条例》,公开事项信息形成或变更之日起20个工作日内，公示7个工作日,某镇人民政府,"
    "政府网站、政务服务中心,√,,√,,,√\r\n"
    ",,,,,,,,,,,,,\r\n"
    "3,最低生活保障,审核审批信息,●初审对象名单,《条例》,及时公开,某镇人民政府,□政府网站 "
    "■社区/企事业单位/村公示栏（电子屏）,,√,,√,,√\r\n";

TEST(DirectoryTable, IsReadAsItIsPublished) {
  const auto directory = read(published);
  ASSERT_EQ(directory.matters.size(), 3U);
  const auto& first = directory.matters[0];
  EXPECT_EQ(first.id, "1");
  EXPECT_EQ(first.first_level, "综合业务");
  EXPECT_EQ(first.second_level, "政策法规文件");
  EXPECT_EQ(first.content, "●《社会救助暂行办法》\n●各地配套政策");
  EXPECT_EQ(first.working_days, 20);
  EXPECT_EQ(first.channels, (std::vector<std::string>{"website", "new_media", "reading_place", "other"}));
  EXPECT_EQ(first.audience, "全社会");
  EXPECT_EQ(first.mode, "proactive");
  EXPECT_EQ(first.level, "县级、乡级");
  const auto& second = directory.matters[1];
  EXPECT_EQ(second.first_level, "综合业务");  // a merged cell
  EXPECT_FALSE(second.working_days);          // two numbers: none is the limit
  EXPECT_EQ(second.channels, (std::vector<std::string>{"website", "service_centre"}));
  EXPECT_EQ(second.level, "乡级");
  const auto& third = directory.matters[2];
  EXPECT_EQ(third.mode, "on_request");
  EXPECT_EQ(third.audience, "特定群体");
  EXPECT_FALSE(third.working_days);
  EXPECT_EQ(third.time, "及时公开");
  EXPECT_EQ(third.channels, std::vector<std::string>{"notice_board"});
}

TEST(DirectoryTable, OfOneHeadingLineIsReadToo) {
  const auto directory = read(
      "序号,公开内容,公开依据,公开方式,公开对象,公开层级\n"
      "a,预算,预算法,主动,全社会,乡级\n"
      "b,名册,办法,□主动 ■依申请公开,特定群体,□县级■乡级\n");
  ASSERT_EQ(directory.matters.size(), 2U);
  EXPECT_EQ(directory.matters[0].mode, "proactive");
  EXPECT_EQ(directory.matters[1].mode, "on_request");
  EXPECT_EQ(directory.matters[1].audience, "特定群体");
  EXPECT_EQ(directory.matters[1].level, "乡级");
}

TEST(DirectoryTable, WhatIsMissingIsSaidWithItsLine) {
  const std::string heading = "序号,公开内容,公开依据,公开方式\n";
  const auto refused = [](const std::string& csv) -> std::string {
    try {
      (void)read(csv);
      return "";
    } catch (const ParseError& error) {
      EXPECT_EQ(error.code(), ErrorCode::csv_syntax);
      return error.pointer();
    }
  };
  EXPECT_EQ(refused(heading + "1,预算,预算法,主动\n"), "");
  EXPECT_EQ(refused(heading + "1,预算,预算法,主动\n,决算,预算法,主动\n"), "3:1");  // no number
  EXPECT_EQ(refused(heading + "1,,预算法,主动\n"), "2:1");
  EXPECT_EQ(refused(heading + "1,预算,,主动\n"), "2:1");
  EXPECT_EQ(refused(heading + "1,预算,预算法,随缘\n"), "2:1");
  EXPECT_EQ(refused(heading + "1,预算,预算法,主动\n1,决算,预算法,主动\n"), "3:1");
  EXPECT_EQ(refused("姓名,年龄\n甲,3\n"), "1:1");
  EXPECT_EQ(refused(""), "1:1");
}

TEST(DirectoryTable, IsTheTemplateOfRecordsThatCoverIt) {
  const auto directory = read(published);
  auto data = draft_for(directory.matters[0]);
  EXPECT_EQ(data.publisher, "某镇人民政府");
  EXPECT_EQ(data.limit_working_days, 20);
  EXPECT_EQ(data.disclosure_scope, "全社会");
  Desk desk;
  const Date day{2024, 3, 4};
  EXPECT_EQ(desk.refusal("r1", RecordDrafted{data}, day), 504);  // a title is still wanted
  data.title = "社会救助政策汇编";
  data.digest = digest(1);
  desk.act("r1", RecordDrafted{data}, day).act("r1", proactive(), day).act("r1", publication(1, day), day);
  const auto missing = uncovered(directory, desk.catalogue(), day);
  ASSERT_EQ(missing.size(), 1U);  // the third is on request only
  EXPECT_EQ(missing[0].id, "2");
}

}  // namespace
}  // namespace gongkai::catalogue_office
