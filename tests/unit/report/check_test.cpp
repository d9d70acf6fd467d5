// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <gongkai/report/check.hpp>
#include <gongkai/report/json.hpp>
#include <gongkai/report/read.hpp>

namespace gongkai {
namespace {

AnnualReport told(const std::string& total, const std::string& classes, const std::string& more = "") {
  return read("北河镇2013年政府信息公开工作年度报告\n一、概述\n二、主动公开情况\n2013年主动公开政府信息" + total +
              "条。其中，" + classes + "。\n三、行政复议\n" + more);
}

std::string errors(const AnnualReport& report) {
  std::string out;
  for (const auto& finding : check(report)) {
    if (finding.severity == Severity::error) {
      out += finding.code + " " + finding.left.value_or("") + "/" + finding.right.value_or("") + ";";
    }
  }
  return out;
}

TEST(Check, ASoundReportHasNoErrors) {
  EXPECT_EQ(errors(told("3", "机构类信息1条，占33.33%；业务类信息2条，占66.67%")), "");
  EXPECT_EQ(errors(told("3", "甲方类信息1条，占33.3%；乙方类信息1条，占33.3%；丙方类信息1条，占33.3%")), "");
}

TEST(Check, PartsThatDoNotAddUpAreAnErrorWithBothSides) {
  EXPECT_EQ(errors(told("10", "机构类信息7条；业务类信息5条")), "X.PARTS 12/10;");
}

TEST(Check, ARemainderThatIsNotListedIsAWarning) {
  const auto findings = check(told("10", "机构类信息3条；业务类信息5条"));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].severity, Severity::warning);
}

TEST(Check, APercentageIsRoundedHalfUpToItsPrintedDecimals) {
  EXPECT_EQ(errors(told("8", "机构类信息1条，占12.5%；业务类信息7条，占88%")), "");
  EXPECT_EQ(errors(told("8", "机构类信息1条，占13%；业务类信息7条，占87%")), "X.PERCENT 88/87;");
}

TEST(Check, ATotalOfZeroDividesNothing) {
  EXPECT_EQ(errors(told("0", "机构类信息0条，占0%；业务类信息0条，占0%")), "");
}

TEST(Check, ATotalPrintedTwiceIsANoteOrAnError) {
  const auto same = check(told("3", "机构类信息1条；业务类信息2条", "2013年共主动公开政府信息3条。\n"));
  ASSERT_EQ(same.size(), 1U);
  EXPECT_EQ(same[0].severity, Severity::note);
  EXPECT_EQ(errors(told("3", "机构类信息1条；业务类信息2条", "2013年共主动公开政府信息4条。\n")), "X.TWICE 3/4;");
}

TEST(Json, ApproximationsAreNullAndKeepWhatWasPrinted) {
  const auto report = read(
      "北河镇2013年政府信息公开工作年度报告\n一、概述\n二、主动公开情况\n2013年共主动公开政府信息200余条。\n三、行政复"
      "议\n");
  const auto line = to_json(report, {}, "a.txt");
  EXPECT_NE(line.find("\"proactive_total\":null"), std::string::npos) << line;
  EXPECT_NE(line.find("\"narrative.proactive_total\":\"200余条\""), std::string::npos) << line;
}

}  // namespace
}  // namespace gongkai
