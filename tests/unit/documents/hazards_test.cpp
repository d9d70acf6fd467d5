// SPDX-License-Identifier: Apache-2.0
// What goes wrong between an office and its page: misprints, cut pages, digits that ran together, mixed forms.
#include <gtest/gtest.h>
#include <gongkai/documents/html.hpp>
#include <gongkai/error.hpp>
#include <gongkai/report/check.hpp>

#include <algorithm>

#include "unit/documents/portals.hpp"
#include "unit/documents/text_layouts.hpp"

namespace gongkai {
namespace {

using testing::Blanks;
using testing::Filler;
using testing::PrintedReport;

struct Sample {
  std::vector<Table> tables;
  PrintedReport printed;
};

Sample sample(const char* id, std::uint32_t seed, Blanks blanks = Blanks::none) {
  Sample out;
  const auto form = Form::builtin(id);
  out.tables = Filler{seed}.fill(form, blanks);
  out.printed.year = form.last_year().value_or(2023);
  for (const auto& table : out.tables) {
    out.printed.tables.push_back(testing::printed_table(table));
  }
  return out;
}

const Table* table_of(const AnnualReport& report, const std::string& id) {
  const auto found =
      std::find_if(report.tables.begin(), report.tables.end(), [&](const Table& table) { return table.id() == id; });
  return found == report.tables.end() ? nullptr : &*found;
}

Cell cell_of(const AnnualReport& report, const std::string& table, const char* row, const char* column) {
  const auto* found = table_of(report, table);
  return found == nullptr ? Cell{} : found->cell(row, column);
}

// Cells that are read otherwise than they are printed; what is not read does not count.
std::string wrong_cells(const AnnualReport& report, const std::vector<Table>& tables) {
  std::string out;
  for (const auto& expected : tables) {
    const auto* found = table_of(report, expected.id());
    for (std::size_t c = 0; found != nullptr && found->form() == expected.form() && c < expected.cell_count(); ++c) {
      const Cell read = found->cell(c);
      const Cell wanted = expected.cell(c);
      if (read.kind != CellKind::absent && (read.kind != wanted.kind || read.value != wanted.value)) {
        out += expected.path(c) + ": " + read.printed + ", printed " + wanted.printed + "\n";
      }
    }
  }
  return out;
}

std::string missing_cells(const AnnualReport& report, const std::vector<Table>& tables) {
  std::string out;
  for (const auto& expected : tables) {
    const auto* found = table_of(report, expected.id());
    for (std::size_t c = 0; c < expected.cell_count(); ++c) {
      if (found == nullptr || found->form() != expected.form() || found->kind(c) == CellKind::absent) {
        out += expected.path(c) + "\n";
      }
    }
  }
  return out;
}

void replace_label(PrintedReport& report, const std::string& from, const std::string& to) {
  for (auto& table : report.tables) {
    for (auto& row : table) {
      for (auto& cell : row) {
        if (cell.text == from) {
          cell.text = to;
        }
      }
    }
  }
}

TEST(Hazards, MisprintsStrayBlanksAndOtherWordsAreRecognised) {
  const std::pair<const char*, const char*> labels[] = {
      {"2.其他法律行政法规禁止公开", "2.其他法律行政法 规禁公开"},
      {"行政规范性文件", "規範性檔案"},
      {"3.危及“三安全一稳定”", "3、危及\"三安全一稳定\""},
      {"一、本年新收政府信息公开申请数量", "一、本年新收政府資訊公開申請數量"},
      {"（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
       "(二)部分公开(区分处理的,只计这1情形,不计其他2种情形)"},
      {"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.申请人无正当理由逾期不补正"},
      {"2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "2.逾期未缴纳费用"},
      {"四、结转下年度继续办理", "四、结转下年度办理"},
      {"7.属于行政执法案卷", "7. 属于 行政执法 案卷信息"},
      {"（七）总计", "（七）合计"},
      {"5.要求行政机关确认或重新出具已获取信息", "5.要求行政机关确认或重新出具已获取政府信息"},
      {"本年收费金额（单位：万元）", "本年收费金额 (单位:万元)"}};
  auto report = sample("cn-format-2021", 3);
  for (const auto& [from, to] : labels) {
    replace_label(report.printed, from, to);
  }
  for (const auto& portal : testing::portals()) {
    SCOPED_TRACE(portal.name);
    const auto read = read_any(portal.page(report.printed));
    EXPECT_EQ(wrong_cells(read, report.tables), "");
    EXPECT_EQ(missing_cells(read, report.tables), "");
  }
}

TEST(Hazards, AnExcerptOfAOneRowTableIsReadByTheGroupsThatItNames) {
  const std::string heads =
      "<tr><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr>";
  const auto page = [&](const char* group) {
    return "<html><body><h1>柳溪镇人民政府2023年政府信息公开工作年度报告</"
           "h1><h2>四、政府信息公开行政复议、行政诉讼情况</h2><table>"
           "<tr><td colspan=5>" +
           std::string{group} + "</td></tr>" + heads +
           "<tr><td>3</td><td>1</td><td>/</td><td>0</td><td>4</td></tr></table></body></html>";
  };
  auto read = read_any(page("行政复议"));
  EXPECT_EQ(cell_of(read, "remedies", "reconsideration", "upheld").value, (Decimal{3, 0}));
  EXPECT_EQ(cell_of(read, "remedies", "reconsideration", "other").kind, CellKind::mark);
  EXPECT_EQ(cell_of(read, "remedies", "litigation_direct", "upheld").kind, CellKind::absent);
  read = read_any(page("复议后起诉"));
  EXPECT_EQ(cell_of(read, "remedies", "litigation_after_reconsideration", "total").value, (Decimal{4, 0}));
  EXPECT_EQ(cell_of(read, "remedies", "reconsideration", "total").kind, CellKind::absent);
}

TEST(Hazards, WhereAPageEndsIsNoFigure) {
  const auto report = sample("cn-format-2021", 3);
  for (const std::string number : {"- 4 -", "—12—", "－ 4 －", "第 4 页 共 12 页", "第4页，共12页"}) {
    SCOPED_TRACE(number);
    auto text = testing::single_blanks_text(report.printed);
    const auto row = text.find("6.属于四类过程性信息");
    ASSERT_NE(row, std::string::npos);
    text.insert(text.find('\n', row) + 1, number + "\n");
    const auto read = read_any(text);
    EXPECT_EQ(wrong_cells(read, report.tables) + missing_cells(read, report.tables), "");
    EXPECT_TRUE(read.unplaced.empty());
  }
}

TEST(Hazards, AFormOfAnotherYearMayStandBesideTheYearsOwn) {
  auto own = sample("cn-format-2021", 5);
  const auto trial = sample("cn-trial-2019", 6);
  own.printed.tables[1] = trial.printed.tables[1];
  own.tables[1] = trial.tables[1];
  const auto read = read_any(testing::plain_page(own.printed));
  EXPECT_EQ(wrong_cells(read, own.tables), "");
  EXPECT_EQ(missing_cells(read, own.tables), "");
  EXPECT_EQ(read.style.value_or(""), "cn-format-2021");
}

TEST(Hazards, BlankZeroMarkAndAnAmountWithItsUnitStayApart) {
  auto report = sample("cn-trial-2019", 8);
  auto& rows = report.printed.tables[0];
  rows[2][1].text = "";
  rows[2][2].text = "/";
  rows[2][3].text = "-";
  rows[3][1].text = "0";
  rows[3][2].text = "３件";
  rows[3][3].text = "1,234";
  rows.back()[2].text = "251000元";
  const auto read = read_any(testing::plain_page(report.printed));
  EXPECT_EQ(cell_of(read, "proactive", "rules", "newly_made").kind, CellKind::blank);
  EXPECT_EQ(cell_of(read, "proactive", "rules", "newly_disclosed").kind, CellKind::mark);
  EXPECT_EQ(cell_of(read, "proactive", "rules", "newly_disclosed").printed, "/");
  EXPECT_EQ(cell_of(read, "proactive", "rules", "total_disclosed").printed, "-");
  EXPECT_EQ(cell_of(read, "proactive", "normative_documents", "newly_made").value, (Decimal{0, 0}));
  EXPECT_EQ(cell_of(read, "proactive", "normative_documents", "newly_disclosed").value, (Decimal{3, 0}));
  EXPECT_EQ(cell_of(read, "proactive", "normative_documents", "total_disclosed").value, (Decimal{1234, 0}));
  const auto amount = cell_of(read, "proactive", "government_procurement", "amount");
  EXPECT_EQ(amount.printed, "251000元");
  EXPECT_EQ(amount.value, (Decimal{251000, 0}));
  auto fees = sample("cn-format-2021", 8);
  fees.printed.tables[0].back()[1].text = "251000元";
  const auto fee =
      cell_of(read_any(testing::plain_page(fees.printed)), "proactive", "administrative_fees", "amount_wan_yuan");
  EXPECT_EQ(fee.kind, CellKind::approximate);  // no number of 万元
  EXPECT_EQ(fee.printed, "251000元");
}

TEST(Hazards, ARowWhoseDigitsRanTogetherIsCutByTheIdentitiesAndSaidSo) {
  // 71 3 0 0 0 0 74 and its neighbours, as a page lost its cell borders.
  const std::string text =
      "某区2022年政府信息公开工作年度报告\n一、总体情况\n三、收到和处理政府信息公开申请情况\n"
      "一、本年新收政府信息公开申请数量 713000074\n二、上年结转政府信息公开申请数量 1000001\n"
      "（一）予以公开 21000021\n（七）总计 72 3 0 0 0 0 75\n四、结转下年度继续办理 0 0 0 0 0 0 0\n"
      "四、政府信息公开行政复议、行政诉讼情况\n120001200000000\n";
  const auto read = read_any(text);
  EXPECT_EQ(cell_of(read, "requests", "new_received", "natural_person").value, (Decimal{71, 0}));
  EXPECT_EQ(cell_of(read, "requests", "new_received", "commercial_enterprise").value, (Decimal{3, 0}));
  EXPECT_EQ(cell_of(read, "requests", "new_received", "total").value, (Decimal{74, 0}));
  EXPECT_EQ(cell_of(read, "requests", "carried_in", "total").value, (Decimal{1, 0}));
  const auto inferred = [&](const std::string& path) {
    return std::find(read.inferred.begin(), read.inferred.end(), path) != read.inferred.end();
  };
  EXPECT_TRUE(inferred("requests.new_received.total"));
  const auto findings = check(read);
  const auto told = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.code == "N.INFERRED" && !finding.cells.empty() &&
           finding.cells.front() == "requests.new_received.natural_person";
  });
  ASSERT_NE(told, findings.end());
  EXPECT_EQ(told->cells.size(), 7U);
  EXPECT_EQ(told->severity, Severity::note);
  EXPECT_EQ(told->where.front().text, "713000074");
  EXPECT_FALSE(inferred("requests.handled_total.total"));
}

TEST(Hazards, WithoutASingleSolutionDigitsStayUnplaced) {
  const std::string text =
      "某区2021年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n第二十条第（一）项\n"
      "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n行政规范性文件 693665\n"
      "第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 2293\n";
  const auto read = read_any(text);
  EXPECT_EQ(cell_of(read, "proactive", "normative_documents", "in_force").kind, CellKind::absent);
  EXPECT_EQ(cell_of(read, "proactive", "administrative_licenses", "decisions").value, (Decimal{2293, 0}));
  ASSERT_EQ(read.unplaced.size(), 1U);
  EXPECT_EQ(read.unplaced.front().text, "693665");
  const auto findings = check(read);
  EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.code == "N.UNPLACED" && finding.where.front().text == "693665";
  }));
  EXPECT_TRUE(read.inferred.empty());
}

TEST(Hazards, AFigureThatLeftItsRowIsPutBackWhenOnlyOnePlaceIsPossible) {
  auto report = sample("cn-format-2021", 11);
  std::string text = testing::bars_text(report.printed);
  const auto& requests = report.tables[1];
  const std::string total = requests.cell("new_received", "total").value.to_string();
  const std::size_t row = text.find("一、本年新收政府信息公开申请数量 |");
  const std::size_t end = text.find('\n', row);
  const std::size_t last = text.rfind("| " + total + " |", end);
  ASSERT_TRUE(row != std::string::npos && last != std::string::npos && last > row);
  text.replace(last, end - last, "|\n" + total);
  const auto read = read_any(text);
  EXPECT_EQ(wrong_cells(read, report.tables), "");
  EXPECT_EQ(cell_of(read, "requests", "new_received", "total").value.to_string(), total);
  EXPECT_EQ(read.inferred.size(), 7U);
}

TEST(Hazards, ACutPageGivesWhatCanBeSeenAndNothingElse) {
  for (const std::uint32_t seed : {21U, 24U}) {
    const auto report = sample(seed == 21 ? "cn-format-2021" : "cn-trial-2019", seed,
                               seed == 24 ? Blanks::instead_of_zeros : Blanks::none);
    for (const auto& text : {testing::bars_text(report.printed), testing::plain_page(report.printed),
                             testing::one_cell_a_line_text(report.printed)}) {
      const bool blanks_are_lost = text.find("<td") == std::string::npos && text.find(" | ") == std::string::npos;
      if (blanks_are_lost && seed == 24) {
        continue;
      }
      for (std::size_t size = 400; size < text.size(); size += 97) {
        SCOPED_TRACE(size);
        try {
          const auto read = read_any(text.substr(0, size));
          // The last figure of all may have lost digits; every other one is as printed.
          const std::string wrong = wrong_cells(read, report.tables);
          EXPECT_LE(std::count(wrong.begin(), wrong.end(), '\n'), 1) << wrong;
          EXPECT_FALSE(read.complete && size + 200 < text.size());
        } catch (const ParseError& error) {
          EXPECT_EQ(error.code(), ErrorCode::no_report);
        }
      }
    }
  }
}

TEST(Hazards, ARowThatTheFormDoesNotHaveIsKeptByItsLabel) {
  auto report = sample("cn-trial-2019", 9);
  auto& rows = report.printed.tables[0];
  auto other = rows[3];
  other[0].text = "其他主动公开文件";
  other[1].text = "7";
  rows.insert(rows.begin() + 4, other);
  const auto read = read_any(testing::plain_page(report.printed));
  EXPECT_EQ(wrong_cells(read, report.tables), "");
  EXPECT_EQ(missing_cells(read, report.tables), "");
  ASSERT_EQ(read.other_rows.size(), 1U);
  EXPECT_EQ(read.other_rows.front().label, "其他主动公开文件");
  EXPECT_EQ(read.other_rows.front().values.front().second.value, (Decimal{7, 0}));
}

TEST(Hazards, AFigureThatBreaksAnIdentityIsReadAsPrinted) {
  auto report = sample("cn-format-2021", 13);
  auto& row = report.printed.tables[1][3];
  row[3].text = "424242";
  const auto read = read_any(testing::plain_page(report.printed));
  EXPECT_EQ(cell_of(read, "requests", "new_received", "research_institution").value, (Decimal{424242, 0}));
  EXPECT_TRUE(read.inferred.empty());
}

}  // namespace
}  // namespace gongkai
