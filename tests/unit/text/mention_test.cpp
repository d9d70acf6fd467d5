// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <gongkai/error.hpp>
#include <gongkai/text/mention.hpp>

namespace gongkai {
namespace {

std::string told(const std::string& text, std::optional<int> year = std::nullopt) {
  std::string out;
  for (const auto& mention : find_mentions(normalise(text), year)) {
    out += (out.empty() ? "" : " ") + mention.value.to_string() + (mention.approximate ? "~" : "") + mention.unit;
  }
  return out;
}

TEST(Mention, CountsPercentagesAndThousandsSeparatorsAreRead) {
  EXPECT_EQ(told("共公开信息１２１条，占99.17％。"), "121条 99.17%");
  EXPECT_EQ(told("公开 1,234 条"), "1234条");
  EXPECT_EQ(told("点击3.2万次"), "32000次");
}

TEST(Mention, ChineseNumeralsAreRead) {
  EXPECT_EQ(told("共一百二十一条"), "121条");
  EXPECT_EQ(told("共两千零五件"), "2005件");
  EXPECT_EQ(told("共计两个。"), "2个");
  EXPECT_EQ(told("进一步完善，统一部署，一是"), "");
}

TEST(Mention, ApproximationsAreMarked) {
  EXPECT_EQ(told("10余项工作制度"), "10~项");
  EXPECT_EQ(told("培训40多人次"), "40~人次");
  EXPECT_EQ(told("约200条"), "200~条");
}

TEST(Mention, DatesArticlesCodesAndNumberingAreNoQuantities) {
  EXPECT_EQ(told("2009年1月1日至12月31日，第9至12条，第15条，国办〔2021〕30号"), "");
  EXPECT_EQ(told("电话:69041303;邮编:102600;http://a.cn/b2.html 0537-5470001 18:20:44 实现3化"), "");
  EXPECT_EQ(told("其中1.组织机构5;2.规章100;"), "5 100");
}

TEST(Mention, ThePeriodIsTheNearestOneNamed) {
  const auto period = [](const std::string& text) { return find_mentions(normalise(text), 2013).at(0).period; };
  EXPECT_EQ(period("截至目前,本镇2013年共公开121条"), MentionPeriod::this_year);
  EXPECT_EQ(period("截至2013年底,公开121条"), MentionPeriod::until);
  EXPECT_EQ(period("截至2013年底,累计公开121条"), MentionPeriod::cumulative);
  EXPECT_EQ(period("截至2012年底,公开121条"), MentionPeriod::cumulative);
  EXPECT_EQ(period("自2008年以来公开121条"), MentionPeriod::cumulative);
  EXPECT_EQ(period("2013年累计公开121条"), MentionPeriod::this_year);
  EXPECT_EQ(period("2012年公开121条"), MentionPeriod::other_year);
  EXPECT_EQ(period("比上年增加12条"), MentionPeriod::change);
}

TEST(Mention, ThePlaceIsTheLineAndColumnOfThePrintedText) {
  const auto mentions = find_mentions(normalise("甲\n乙公开１２条。"));
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(mentions[0].place.line, 2);
  EXPECT_EQ(mentions[0].place.column, 4);
  EXPECT_EQ(mentions[0].place.text, "１２条");
}

TEST(Mention, TooManyAreRefused) {
  ReadLimits limits;
  limits.max_mentions = 1;
  EXPECT_THROW((void)find_mentions(normalise("1条,2条"), std::nullopt, limits), ParseError);
}

}  // namespace
}  // namespace gongkai
