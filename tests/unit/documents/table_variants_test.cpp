// SPDX-License-Identifier: Apache-2.0
// Tables as some portals print them otherwise: stacked, with empty rows, with tabs, with figures that nothing can cut.
#include <gtest/gtest.h>
#include <gongkai/documents/html.hpp>
#include <gongkai/report/check.hpp>

namespace gongkai {
namespace {

const std::string title = "青河县水利局2022年政府信息公开工作年度报告\n一、总体情况\n公开信息12条。\n";

std::string figure(const AnnualReport& report, const std::string& path) {
  const auto cell = report.cell(path);
  return cell.is_number() ? cell.value.to_string() : std::string{to_string(cell.kind)};
}

TEST(TableVariants, RemediesInThreeSmallTablesBelowEachOther) {
  std::string html =
      "<p>青河县水利局2022年政府信息公开工作年度报告</p><p>一、总体情况</p><p>公开信息12条。</p>"
      "<p>四、政府信息公开行政复议、行政诉讼情况</p>";
  int first = 1;
  for (const char* name : {"行政复议", "未经复议直接起诉", "复议后起诉"}) {
    html +=
        std::string{"<table><tr><td colspan=5>"} + name +
        "</td></tr><tr><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr><tr><td>" +
        std::to_string(first) + "</td><td>0</td><td>0</td><td>0</td><td>" + std::to_string(first) +
        "</td></tr></table>";
    ++first;
  }
  const auto report = read_any(html);
  EXPECT_EQ(figure(report, "remedies.reconsideration.upheld"), "1");
  EXPECT_EQ(figure(report, "remedies.litigation_direct.upheld"), "2");
  EXPECT_EQ(figure(report, "remedies.litigation_after_reconsideration.total"), "3");
}

TEST(TableVariants, ARowThatSaysNothingIsBlankAndNotMissing) {
  const auto report =
      read_any(title +
               "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
               "规章\t\t\t\n行政规范性文件\t3\t\t12\n第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t\n"
               "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t7\n行政强制\t\n"
               "五、存在的主要问题及改进情况\n仍有不足。\n");
  EXPECT_EQ(figure(report, "proactive.rules.in_force"), "blank");
  EXPECT_EQ(figure(report, "proactive.normative_documents.issued"), "3");
  EXPECT_EQ(figure(report, "proactive.normative_documents.repealed"), "blank");
  EXPECT_EQ(figure(report, "proactive.normative_documents.in_force"), "12");
  EXPECT_EQ(figure(report, "proactive.administrative_licenses.decisions"), "blank");
  EXPECT_EQ(figure(report, "proactive.administrative_penalties.decisions"), "7");
  EXPECT_EQ(figure(report, "proactive.administrative_coercion.decisions"), "blank");
}

TEST(TableVariants, FiguresThatNoSumCanCutStayUnplaced) {
  // 69, 3 and 665 of Pingtan 2021, which only the next year's report settles.
  const auto report =
      read_any(title +
               "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n"
               "规章 0 0 0\n行政规范性文件 693665\n第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 2293\n"
               "五、存在的主要问题及改进情况\n仍有不足。\n");
  EXPECT_EQ(figure(report, "proactive.normative_documents.in_force"), "absent");
  EXPECT_EQ(figure(report, "proactive.administrative_licenses.decisions"), "2293");
  EXPECT_EQ(report.unplaced.size(), 1U);
}

TEST(TableVariants, NumbersWithoutHeadsAreNoTableOfRemedies) {
  std::string text = title + "四、行政复议和行政诉讼情况\n";
  for (int i = 0; i < 15; ++i) {
    text += "项目" + std::string(1, static_cast<char>('A' + i)) + " 件 1\n";
  }
  EXPECT_TRUE(read_any(text).tables.empty());
}

}  // namespace
}  // namespace gongkai
