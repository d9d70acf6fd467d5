// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <gongkai/error.hpp>
#include <gongkai/report/document.hpp>

#include <utility>

namespace gongkai {
namespace {

std::string text_at(const DocumentTable& table, std::int32_t row, std::int32_t column) {
  const auto* cell = table.at(row, column);
  return cell == nullptr ? "(none)" : cell->text;
}

template <typename Work>
ErrorCode refused(Work work) {
  try {
    work();
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::internal;
}

TEST(Document, ACellBesideASpannedOneKeepsTheColumnThatAReaderSees) {
  DocumentBuilder builder;
  builder.begin_table();
  builder.begin_row();
  builder.add_cell("三、本年度办理结果", {2, 1});
  builder.add_cell("（一）予以公开", {1, 2});
  builder.add_cell("26");
  builder.begin_row();
  builder.add_cell("（三）不予公开");
  builder.add_cell("1.属于国家秘密");
  builder.add_cell("0");
  builder.end_table();
  const Document document = std::move(builder).build();
  const auto& table = document.tables().at(0);
  EXPECT_EQ(table.rows(), 2);
  EXPECT_EQ(table.columns(), 4);
  EXPECT_EQ(text_at(table, 2, 1), "三、本年度办理结果");
  EXPECT_EQ(text_at(table, 1, 3), "（一）予以公开");
  EXPECT_EQ(text_at(table, 2, 3), "1.属于国家秘密");
  EXPECT_EQ(text_at(table, 2, 4), "0");
  EXPECT_EQ(text_at(table, 3, 1), "(none)");
  EXPECT_EQ(text_at(table, 1, 5), "(none)");
  const auto& zero = table.cells().back().place;
  EXPECT_EQ(zero.table.value_or(0), 1);
  EXPECT_EQ(zero.row.value_or(0), 2);
  EXPECT_EQ(zero.cell.value_or(0), 4);
  EXPECT_EQ(document.text().substr(static_cast<std::size_t>(zero.byte_offset.value_or(0)), 1), "0");
}

TEST(Document, ASpanBeyondTheLastRowEndsWithIt) {
  DocumentBuilder builder;
  builder.begin_table();
  builder.begin_row();
  builder.add_cell("a", {22, 1});
  builder.end_table();
  EXPECT_EQ(std::move(builder).build().tables().at(0).rows(), 1);
}

TEST(Document, ParagraphsAreLinesOfTheText) {
  DocumentBuilder builder;
  builder.add_heading("一、总体情况", 2);
  builder.add_paragraph("  ");
  builder.add_paragraph("全年主动公开\n信息121条。");
  const Document document = std::move(builder).build();
  ASSERT_EQ(document.blocks().size(), 2U);
  EXPECT_EQ(document.blocks()[0].kind, BlockKind::heading);
  const auto& block = document.blocks()[1];
  EXPECT_EQ(document.text().substr(block.begin, block.end - block.begin), "全年主动公开 信息121条。");
}

TEST(Document, ABuilderStartsAgainAfterwards) {
  DocumentBuilder builder;
  builder.add_paragraph("a");
  EXPECT_EQ(std::move(builder).build().blocks().size(), 1U);
  builder.add_paragraph("b");  // NOLINT(bugprone-use-after-move): that is the promise
  const Document second = std::move(builder).build();
  EXPECT_EQ(second.blocks().size(), 1U);
  EXPECT_EQ(second.text().substr(0, 1), "b");
}

TEST(Document, ATableOfNothingIsNoTable) {
  DocumentBuilder builder;
  builder.begin_table();
  builder.begin_row();
  builder.end_table();
  EXPECT_TRUE(std::move(builder).build().blocks().empty());
}

TEST(Document, LimitsHoldBeforeMemoryIsUsed) {
  ReadLimits limits;
  limits.max_cells = 100;
  limits.max_bytes = 50;
  EXPECT_EQ(refused([&] {
              DocumentBuilder builder{limits};
              builder.begin_table();
              builder.begin_row();
              builder.add_cell("a", {1, 1000000000});
            }),
            ErrorCode::too_large);
  EXPECT_EQ(refused([&] {
              DocumentBuilder builder{limits};
              for (int table = 0; table < 20; ++table) {
                builder.begin_table();
                for (int row = 0; row < 3; ++row) {
                  builder.begin_row();
                  builder.add_cell("", {1, 2});
                }
                builder.end_table();
              }
            }),
            ErrorCode::too_large);
  EXPECT_EQ(refused([&] {
              DocumentBuilder builder{limits};
              builder.add_paragraph(std::string(51, 'x'));
            }),
            ErrorCode::too_large);
}

TEST(Document, CallsOutOfOrderAreRefused) {
  EXPECT_EQ(refused([] { DocumentBuilder{}.add_cell("a"); }), ErrorCode::invalid_option);
  EXPECT_EQ(refused([] {
              DocumentBuilder builder;
              builder.begin_table();
              builder.add_paragraph("a");
            }),
            ErrorCode::invalid_option);
  EXPECT_EQ(refused([] {
              DocumentBuilder builder;
              builder.begin_table();
              builder.begin_row();
              builder.add_cell("a", {0, 1});
            }),
            ErrorCode::out_of_range);
}

TEST(TextDocument, RowsBetweenBarsBecomeTables) {
  const auto document = read_text_document(
      "二、主动公开政府信息情况\n"
      "| 信息内容 | 本年制发件数 |\n"
      "|---|:---:|\n"
      "| 规章 |  0 |\n"
      "行政规范性文件 | 3 |\n"
      "\n"
      "三、收到和处理政府信息公开申请情况\n");
  ASSERT_EQ(document.blocks().size(), 3U);
  EXPECT_EQ(document.blocks()[1].kind, BlockKind::table);
  const auto& table = document.tables().at(0);
  EXPECT_EQ(table.rows(), 3);
  EXPECT_EQ(text_at(table, 2, 1), "规章");
  EXPECT_EQ(text_at(table, 3, 2), "3");
  const auto& zero = table.at(2, 2)->place;
  EXPECT_EQ(zero.line.value_or(0), 4);
  EXPECT_EQ(zero.column.value_or(0), 9);
  EXPECT_EQ(document.text().substr(static_cast<std::size_t>(zero.byte_offset.value_or(0)), 1), "0");
}

TEST(TextDocument, BlankCellsInsideARowStay) {
  const auto document = read_text_document("规章 | | 0 | |\n");
  EXPECT_EQ(document.tables().at(0).columns(), 4);
  EXPECT_EQ(text_at(document.tables().at(0), 1, 2), "");
  EXPECT_EQ(text_at(document.tables().at(0), 1, 4), "");
}

}  // namespace
}  // namespace gongkai
