// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <gongkai/error.hpp>
#include <gongkai/rules/form.hpp>

#include <algorithm>
#include <set>

namespace gongkai {
namespace {

TEST(Form, EveryBuiltInFormIsReadWithoutComplaint) {
  for (const auto& id : Form::builtin_ids()) {
    EXPECT_EQ(Form::builtin(id).id(), id);
  }
  EXPECT_THROW((void)Form::builtin("cn-format-1999"), NotFoundError);
}

TEST(Form, TheFormatOf2021HasTheNumberOfRowsThatTheNoticePrints) {
  const auto form = Form::builtin("cn-format-2021");
  EXPECT_EQ(form.table("requests").rows.size(), 25U);
  EXPECT_EQ(form.table("requests").cells.size(), 175U);
  EXPECT_EQ(form.table("proactive").cells.size(), 10U);
  EXPECT_EQ(form.table("remedies").cells.size(), 15U);
  EXPECT_EQ(form.set("outcomes").size(), 21U);
  EXPECT_EQ(form.chapters().size(), 6U);
}

TEST(Form, TheTrialFormatHasOneRowForOtherHandling) {
  const auto form = Form::builtin("cn-trial-2019");
  EXPECT_EQ(form.set("outcomes").size(), 19U);
  EXPECT_EQ(form.table("requests").rows.size(), 23U);
  EXPECT_TRUE(form.cell("proactive.administrative_licenses.items_change")->is_signed);
  EXPECT_FALSE(form.cell("proactive.administrative_fees.decisions"));
}

TEST(Form, AReportYearHasItsForm) {
  const auto ids = [](int year) {
    std::string out;
    for (const auto& form : Form::of_year("cn", year)) {
      out += form.id() + ";";
    }
    return out;
  };
  EXPECT_EQ(ids(2007), "");
  EXPECT_EQ(ids(2013), "cn-narrative-2008;");
  EXPECT_EQ(ids(2019), "cn-trial-2019;");
  EXPECT_EQ(ids(2020), "cn-trial-2019;");
  EXPECT_EQ(ids(2021), "cn-format-2021;");
  EXPECT_EQ(ids(2030), "cn-format-2021;");
}

TEST(Form, APathLeadsToACellAndBack) {
  for (const auto& id : Form::builtin_ids()) {
    const auto form = Form::builtin(id);
    for (std::size_t t = 0; t < form.tables().size(); ++t) {
      const auto& table = form.tables()[t];
      for (const auto& cell : table.cells) {
        const auto path = form.path(t, table.rows[cell.row].id, cell.column);
        const auto found = form.cell(path);
        ASSERT_TRUE(found) << path;
        EXPECT_EQ(found->table, t);
        EXPECT_EQ(found->row, table.rows[cell.row].id);
        EXPECT_EQ(found->column, cell.column);
      }
    }
  }
}

TEST(Form, TheLabelOfAnOpenRowMayHoldDots) {
  const auto form = Form::builtin("cn-narrative-2008");
  const auto found = form.cell("narrative.classes.1.组织机构.count");
  ASSERT_TRUE(found);
  EXPECT_EQ(form.tables()[found->table].id, "narrative.classes");
  EXPECT_EQ(found->row, "1.组织机构");
  EXPECT_EQ(form.cell("narrative.proactive_total")->unit, "条");
  EXPECT_FALSE(form.cell("narrative.nothing"));
}

// Sums of the spans: a grid without holes or overlaps.
void expect_tiles(const FormTable& table) {
  SCOPED_TRACE(table.id);
  const auto grid = table.grid();
  std::size_t width = 0;
  for (const auto& cell : grid.front()) {
    width += cell.column_span;
  }
  std::vector<std::vector<bool>> taken(grid.size(), std::vector<bool>(width, false));
  std::set<std::size_t> values;
  for (std::size_t row = 0; row < grid.size(); ++row) {
    std::size_t column = 0;
    for (const auto& cell : grid[row]) {
      while (column < width && taken[row][column]) {
        ++column;
      }
      for (std::size_t r = row; r < row + cell.row_span; ++r) {
        for (std::size_t c = column; c < column + cell.column_span; ++c) {
          ASSERT_LT(r, grid.size());
          ASSERT_LT(c, width) << "row " << row;
          EXPECT_FALSE(taken[r][c]) << r << "," << c;
          taken[r][c] = true;
        }
      }
      if (cell.cell) {
        EXPECT_TRUE(values.insert(*cell.cell).second);
      }
    }
    EXPECT_EQ(std::count(taken[row].begin(), taken[row].end(), false), 0) << "row " << row;
  }
  EXPECT_EQ(values.size(), table.cells.size());
}

TEST(Form, TheTablesOnPaperHaveNeitherHolesNorOverlaps) {
  for (const auto& id : Form::builtin_ids()) {
    const auto form = Form::builtin(id);
    for (const auto& table : form.tables()) {
      expect_tiles(table);
    }
  }
}

TEST(Form, TheSpansAreThoseOfThePrintedForm) {
  const auto form = Form::builtin("cn-format-2021");
  const auto requests = form.table("requests").grid();
  ASSERT_EQ(requests.size(), 28U);
  EXPECT_EQ(requests[0][0].row_span, 3U);
  EXPECT_EQ(requests[0][0].column_span, 3U);
  EXPECT_EQ(requests[0][1].text, "申请人情况");
  EXPECT_EQ(requests[0][1].column_span, 7U);
  EXPECT_EQ(requests[1][0].text, "自然人");
  EXPECT_EQ(requests[1][0].row_span, 2U);
  EXPECT_EQ(requests[1][1].column_span, 5U);
  EXPECT_EQ(requests[5][0].text, "三、本年度办理结果");
  EXPECT_EQ(requests[5][0].row_span, 22U);
  EXPECT_EQ(requests[7][0].text, "（三）不予公开");
  EXPECT_EQ(requests[7][0].row_span, 8U);
  const auto remedies = form.table("remedies").grid();
  ASSERT_EQ(remedies.size(), 4U);
  EXPECT_EQ(remedies[0][0].row_span, 2U);
  EXPECT_EQ(remedies[0][1].text, "行政诉讼");
  EXPECT_EQ(remedies[0][1].column_span, 10U);
  const auto proactive = form.table("proactive").grid();
  EXPECT_EQ(proactive[0][0].column_span, 4U);
  EXPECT_EQ(proactive[1].size(), 4U);
  EXPECT_EQ(proactive[5][1].column_span, 3U);  // 本年处理决定数量
}

std::string broken(const std::string& from, const std::string& to) {
  std::string json = R"({"schema": 1, "id": "x", "country": "cn", "status": "draft", "name": "x", "name_en": "",
 "citation": {"instrument": "y"}, "valid": {"first_year": 2021, "last_year": null}, "in_contract": false,
 "chapters": [{"id": "a", "heading": "A"}], "sets": {"parts": ["p", "q"]},
 "tables": [{"id": "t", "label": "T", "shape": "fixed", "layout": "grid",
  "columns": [{"id": "n", "label": "N", "kind": "count", "merge": "sum"}],
  "rows": [{"id": "p", "label": "P"}, {"id": "q", "label": "Q"}, {"id": "s", "label": "S"}]}],
 "checks": [{"code": "A", "kind": "sum", "message": "row_sum", "severity": "error", "total": ["t.s.n"],
   "parts": ["t.@parts.n"]}]})";
  const auto at = json.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  json.replace(at, from.size(), to);
  try {
    (void)Form::parse(json, "x.json");
  } catch (const RulebookError& error) {
    EXPECT_EQ(error.code(), ErrorCode::form_contradicts);
    EXPECT_EQ(error.file(), "x.json");
    return error.pointer();
  }
  return "accepted";
}

TEST(Form, ABrokenFileIsRefusedWithFileAndPointer) {
  EXPECT_EQ(broken("\"schema\": 1", "\"schema\": 1"), "accepted");
  EXPECT_EQ(broken("\"schema\": 1", "\"schema\": 2"), "/schema");
  EXPECT_EQ(broken("\"country\": \"cn\"", "\"county\": \"cn\""), "/county");
  EXPECT_EQ(broken("{\"instrument\": \"y\"}", "{\"instrument\": \"\"}"), "/citation/instrument");
  EXPECT_EQ(broken("\"kind\": \"count\"", "\"kind\": \"counts\""), "/tables/0/columns/0/kind");
  EXPECT_EQ(broken("{\"id\": \"q\", \"label\": \"Q\"}", "{\"id\": \"p\", \"label\": \"Q\"}"), "/tables/0/rows/1/id");
  EXPECT_EQ(broken("[\"t.s.n\"]", "[\"t.z.n\"]"), "/checks/0/total/0");
  EXPECT_EQ(broken("t.@parts.n", "t.@others.n"), "/checks/0/parts/0");
  EXPECT_EQ(broken("[\"p\", \"q\"]", "[\"p\", \"z\"]"), "/checks/0/parts/0");
  EXPECT_EQ(broken("\"kind\": \"sum\"", "\"kind\": \"formula\""), "/checks/0/kind");
  EXPECT_EQ(broken("\"severity\": \"error\"", "\"severity\": \"fatal\""), "/checks/0/severity");
  EXPECT_EQ(broken("\"parts\": [\"t.@parts.n\"]", "\"part\": [\"t.@parts.n\"]"), "/checks/0/part");
  EXPECT_EQ(broken("\"last_year\": null", "\"last_year\": 2020"), "/valid/last_year");
}

TEST(Form, AFormIsWhatItsFileSays) {
  EXPECT_EQ(Form::builtin("cn-format-2021"), Form::builtin("cn-format-2021"));
  EXPECT_NE(Form::builtin("cn-format-2021"), Form::builtin("cn-trial-2019"));
}

}  // namespace
}  // namespace gongkai
