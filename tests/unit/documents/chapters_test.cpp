// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <gongkai/documents/html.hpp>

#include "unit/documents/portals.hpp"
#include "unit/documents/text_layouts.hpp"

namespace gongkai {
namespace {

std::string outline(const AnnualReport& report) {
  std::string out;
  for (const auto& chapter : report.chapters) {
    out += chapter.heading + ": " + chapter.text + "\n";
  }
  return out;
}

TEST(Chapters, TheRunningTextIsDividedAtItsHeadingsWithoutTheTables) {
  const auto form = Form::builtin("cn-format-2021");
  const auto tables = testing::Filler{31}.fill(form, testing::Blanks::none);
  testing::PrintedReport printed;
  for (const auto& table : tables) {
    printed.tables.push_back(testing::printed_table(table));
  }
  const std::string expected =
      ": 根据《中华人民共和国政府信息公开条例》编制本报告。数据统计期限为2023年1月1日至2023年12月31日。\n"
      "一、总体情况: 2023年，共主动公开政府信息121条。\n"
      "二、主动公开政府信息情况: \n"
      "三、收到和处理政府信息公开申请情况: \n"
      "四、政府信息公开行政复议、行政诉讼情况: \n"
      "五、存在的主要问题及改进情况: "
      "一是公开内容有待丰富；二是业务能力有待提高。下一步，我县将加强培训，提高公开质量。\n"
      "六、其他需要报告的事项: 本年度未收取信息处理费。\n";
  for (const auto& page :
       {testing::plain_page(printed), testing::word_page(printed), testing::unmerged_page(printed),
        testing::bars_text(printed), testing::markdown_text(printed), testing::one_cell_a_line_text(printed)}) {
    EXPECT_EQ(outline(read_any(page)), expected);
  }
}

TEST(Chapters, AHeadingMayHaveItsTextBehindItAndAWrappedLineIsJoined) {
  const auto report = read_any(
      "某镇人民政府2023年政府信息公开工作年度报告\n"
      "一、总体情况。我镇认真贯彻落实《中华人民共和国政府信息公开条例》，主动公开各类政府\n"
      "信息121条。\n"
      "五、存在的主要问题及改进情况\n"
      "无。\n");
  EXPECT_EQ(outline(report),
            "一、总体情况: 我镇认真贯彻落实《中华人民共和国政府信息公开条例》，主动公开各类政府信息121条。\n"
            "五、存在的主要问题及改进情况: 无。\n");
  EXPECT_EQ(report.chapters.back().place.line.value_or(0), 4);
}

TEST(Chapters, ThePageSaysWhenItWasPublished) {
  const auto day = [](const std::string& line) {
    return read_any("某镇人民政府2023年政府信息公开工作年度报告\n" + line +
                    "\n一、总体情况\n无。\n五、存在的主要问题\n无。\n某镇人民政府\n2024年1月2日\n")
        .published_on;
  };
  EXPECT_EQ(day("发布时间:2024-01-17 15:20 浏览次数: 12"), (Date{2024, 1, 17}));
  EXPECT_EQ(day("公开日期 | 2024年1月8日"), (Date{2024, 1, 8}));
  EXPECT_EQ(day("发布日期：[ 2024/1/9 ]"), (Date{2024, 1, 9}));
  EXPECT_EQ(day("发布时间：2024-13-40"), std::nullopt);
  EXPECT_EQ(day("来源：党政办"), std::nullopt);  // a signature is no publication
}

}  // namespace
}  // namespace gongkai
