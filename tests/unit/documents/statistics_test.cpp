// SPDX-License-Identifier: Apache-2.0
// The statistics of 2014 behind a narrative report, in the layouts in which they are published.
#include <gtest/gtest.h>
#include <gongkai/documents/html.hpp>
#include <gongkai/report/check.hpp>

#include <algorithm>
#include <functional>

namespace gongkai {
namespace {

const char* const text = R"(海平市农业局2017年政府信息公开工作年度报告
本报告数据统计期限自2017年1月1日起至2017年12月31日止。
一、概述
2017年，我局认真贯彻落实《条例》。
二、主动公开政府信息情况
2017年我局主动公开政府信息326条。
三、依申请公开政府信息情况
2017年，共收到政府信息公开申请27件。27件申请均已按期答复。
四、行政复议和行政诉讼情况
2017年，因政府信息公开被申请行政复议1件；无行政诉讼。
五、存在的问题及改进措施
信息更新不够及时。下一步将加强培训。
附件：政府信息公开情况统计表
)";

struct Line {
  const char* label;
  const char* unit;
  const char* figure;
};
// Some rows of the form; a town's table leaves others out.
const Line lines[] = {{"一、主动公开情况", "——", "——"},
                      {"（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", "326"},
                      {"其中：主动公开规范性文件数", "条", "2"},
                      {"1.政府公报公开政府信息数", "条", "0"},
                      {"2.政府网站公开政府信息数", "条", "218"},
                      {"4.政务微信公开政府信息数", "条", "96"},
                      {"三、依申请公开情况", "——", "——"},
                      {"（一）收到申请数", "件", "27"},
                      {"1.当面申请数", "件", "3"},
                      {"2.传真申请数", "件", ""},
                      {"3.网络申请数", "件", "19"},
                      {"4.信函申请数", "件", "5"},
                      {"（三）申请答复数", "件", "27"},
                      {"2.同意公开答复数", "件", "18"},
                      {"四、行政复议数量", "件", "1"},
                      {"（一）维持具体行政行为数", "件", "1"},
                      {"（二）被依法纠错数", "件", "0"},
                      {"（三）其他情形数", "件", "0"},
                      {"五、行政诉讼数量", "件", "3"},
                      {"（二）被依法纠错数", "件", "2"},
                      {"（三）其他情形数", "件", "1"},
                      {"（四）政府信息公开专项经费", "万元", "0.5"},
                      {"（三）接受培训人员数", "人次", "45"}};

TEST(Statistics, WhatStandsAboveTheListIsNoPartOfIt) {
  for (const char* between : {"", "政府信息公开情况统计表"}) {
    DocumentBuilder builder;
    builder.add_paragraph("海平市农业局2017年政府信息公开工作年度报告");
    if (*between != '\0') {
      builder.add_paragraph(between);
    }
    builder.begin_table();
    for (const auto& line : lines) {
      builder.begin_row();
      builder.add_cell(line.label);
      builder.add_cell(line.unit);
      builder.add_cell(line.figure);
    }
    builder.end_table();
    const auto report = read(std::move(builder).build());
    EXPECT_EQ(report.organisation, "海平市农业局");
    EXPECT_EQ(report.cell("statistics.proactive_items.value").value, (Decimal{326, 0}));
  }
}

std::string laid_out(const std::function<std::string(const Line&)>& line) {
  std::string out = text;
  for (const auto& one : lines) {
    out += line(one);
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> layouts() {
  std::string html =
      "<html><body><p>" + std::string{text} + "</p><table><tr><td>统计指标</td><td>单位</td><td>统计数</td></tr>";
  for (std::size_t at = html.find('\n'); at != std::string::npos; at = html.find('\n')) {
    html.replace(at, 1, "</p><p>");
  }
  for (const auto& one : lines) {
    html +=
        std::string{"<tr><td>"} + one.label + "</td><td>" + one.unit + "</td><td><p>" + one.figure + "</p></td></tr>";
  }
  html += "</table></body></html>";
  return {{"tabs", laid_out([](const Line& one) {
             return std::string{one.label} + "\t" + one.unit + "\t" + one.figure + "\n";
           })},
          {"bars", laid_out([](const Line& one) {
             return std::string{"| "} + one.label + " | " + one.unit + " | " + one.figure + " |\n";
           })},
          {"blanks", laid_out([](const Line& one) {
             return std::string{one.label} + "      " + one.unit + "      " + one.figure + "\n";
           })},
          {"html", html}};
}

TEST(Statistics, AreReadInEveryLayoutAndCloseTheReport) {
  for (const auto& [name, bytes] : layouts()) {
    SCOPED_TRACE(name);
    const auto report = read_any(bytes);
    EXPECT_EQ(report.style, "cn-statistics-2014");
    EXPECT_TRUE(report.complete);
    const auto number = [&](const char* path) {
      const auto cell = report.cell(std::string{"statistics."} + path + ".value");
      return cell.is_number() ? cell.value.to_string() : std::string{to_string(cell.kind)};
    };
    EXPECT_EQ(number("proactive_items"), "326");
    EXPECT_EQ(number("channel_wechat"), "96");
    EXPECT_EQ(number("channel_microblog"), "absent");
    EXPECT_EQ(number("received"), "27");
    EXPECT_EQ(number("received_letter"), "5");
    EXPECT_EQ(number("reconsiderations_corrected"), "0");
    EXPECT_EQ(number("litigations"), "3");
    EXPECT_EQ(number("litigations_corrected"), "2");
    EXPECT_EQ(number("litigations_other"), "1");
    EXPECT_EQ(number("budget"), "0.5");
    EXPECT_EQ(number("trained"), "45");
    // The text is still the text.
    EXPECT_EQ(report.figure("proactive_total").value, (Decimal{326, 0}));
    EXPECT_EQ(report.figure("requests_answered").value, (Decimal{27, 0}));
    EXPECT_EQ(report.tables.size(), 1U);
  }
}

TEST(Statistics, TheTextIsComparedWithThem) {
  std::string found;
  for (const auto& finding : check(read_any(layouts()[1].second))) {
    found += finding.severity == Severity::note
                 ? ""
                 : finding.code + " " + finding.left.value_or("") + "/" + finding.right.value_or("") + ";";
  }
  EXPECT_EQ(found, "X.ZERO 0/3;");
}

TEST(Statistics, AFewLabelsAreNoTable) {
  const auto report = read_any(std::string{text} + "收到申请数\t件\t27\n申请答复数\t件\t27\n");
  EXPECT_TRUE(report.tables.empty());
  EXPECT_EQ(report.style, "cn-narrative-2008");
}

}  // namespace
}  // namespace gongkai
