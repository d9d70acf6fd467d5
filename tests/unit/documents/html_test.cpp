// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <gongkai/documents/html.hpp>
#include <gongkai/error.hpp>
#include <gongkai/report/check.hpp>

#include <iconv.h>

#include <string>

namespace gongkai {
namespace {

std::string text_at(const Document& document, std::size_t table, std::int32_t row, std::int32_t column) {
  const auto* cell = document.tables().at(table).at(row, column);
  return cell == nullptr ? "(none)" : cell->text;
}

// The blocks, one a line; "[n]" for table n.
std::string outline(const Document& document) {
  std::string out;
  for (const auto& block : document.blocks()) {
    out += block.kind == BlockKind::table ? "[" + std::to_string(block.table) + "]"
                                          : document.text().substr(block.begin, block.end - block.begin);
    out += '\n';
  }
  return out;
}

std::string encoded(const std::string& utf8, const char* to) {
  const iconv_t handle = iconv_open(to, "UTF-8");
  std::string in = utf8;
  std::string out(utf8.size() * 4, '\0');
  char* from = in.data();
  char* target = out.data();
  std::size_t left = in.size();
  std::size_t room = out.size();
  iconv(handle, &from, &left, &target, &room);
  iconv_close(handle);
  out.resize(out.size() - room);
  return out;
}

ErrorCode refused(const std::string& page, const ReadOptions& options = {}) {
  try {
    (void)read_any(page, options);
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::internal;
}

TEST(HtmlDocument, ParagraphsHeadingsAndTablesInTheOrderOfReading) {
  const auto document = read_html_document(
      "<!doctype html><html><head><title>某局2023年报告</title><style>p{}</style><script>var "
      "a='<p>1</p>';</script></head>"
      "<body><h2>一、总体情况</h2><p>全年<b>主动</b>公开<span>信息</span>\n 121条。<br/>其中：</p>"
      "<table><tr><td>规章</td><td>0</td></tr></table>六、其他</body></html>");
  EXPECT_EQ(outline(document), "某局2023年报告\n一、总体情况\n全年主动公开信息 121条。\n其中：\n[0]\n六、其他\n");
  EXPECT_EQ(document.blocks()[1].kind, BlockKind::heading);
  EXPECT_EQ(document.blocks()[1].level, 2);
}

TEST(HtmlDocument, LabelsBrokenInACellAndEntitiesAreOneCell) {
  const auto document = read_html_document(
      "<table><tr><td><p>商业</p><p>企业</p></td><td>科研<br/>机构</td><td>&nbsp;</td><td> "
      "1&#50;&nbsp;</td></tr></table>");
  EXPECT_EQ(text_at(document, 0, 1, 1), "商业\n企业");
  EXPECT_EQ(text_at(document, 0, 1, 2), "科研\n机构");
  EXPECT_EQ(text_at(document, 0, 1, 3), "");
  EXPECT_EQ(text_at(document, 0, 1, 4), "12");
}

TEST(HtmlDocument, SpansPutEachCellWhereAReaderSeesIt) {
  const auto document = read_html_document(
      "<table><tr><td rowspan=2 colspan='2'>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d<td>e<td>f</table>");
  EXPECT_EQ(text_at(document, 0, 2, 2), "a");
  EXPECT_EQ(text_at(document, 0, 2, 3), "c");
  EXPECT_EQ(text_at(document, 0, 3, 3), "f");
}

TEST(HtmlDocument, ATableThatArrangesThePageIsUnfolded) {
  const auto document = read_html_document(
      "<table><tr><td><ul><li><a href='/a'>首页</a></li></ul></td><td><p>一、总体情况</p>"
      "<table><tr><td>规章</td><td><table><tr><td>0</td></tr></table></td></tr></table></td></tr></table>");
  EXPECT_EQ(outline(document), "一、总体情况\n[0]\n");
  EXPECT_EQ(text_at(document, 0, 1, 2), "0");
}

TEST(HtmlDocument, NavigationAndWhatIsHiddenIsLeftOutButAFigureThatIsALinkStays) {
  const auto document = read_html_document(
      "<nav>栏目</nav><div><a href='/'>首页</a> <a href='/x'>公开</a></div><p style='display: none'>隐藏</p>"
      "<p><a href='b.doc'>附件：年度报告.doc</a></p><p><a name='t'>一、概述</a></p>"
      "<select><option>2023</option></select><table><tr><td>规章</td><td><a href='/d'>3</a></td></tr></table>");
  EXPECT_EQ(outline(document), "附件：年度报告.doc\n一、概述\n[0]\n");
  EXPECT_EQ(text_at(document, 0, 1, 2), "3");
}

TEST(HtmlDocument, BrokenRowsAreReadAsFarAsTheyGo) {
  const auto document =
      read_html_document("<table><td>a</td><td>b</td><tr><td>c</tr></table></td></tr>d<table><tr><td>e");
  EXPECT_EQ(text_at(document, 0, 1, 2), "b");
  EXPECT_EQ(text_at(document, 0, 2, 1), "c");
  EXPECT_EQ(outline(document), "[0]\nd\ne\n");
}

TEST(HtmlDocument, TheEncodingIsThatOfTheBytesWhateverThePageDeclares) {
  const std::string body =
      "<p>根据政府信息公开条例编制本报告，现向社会公布本机关政府信息公开工作年度报告，包括总体情况。</p>";
  for (const char* declared : {"utf-8", "gb2312", "iso-8859-1", "big5"}) {
    const std::string page = std::string{"<html><head><meta charset='"} + declared + "'></head><body>" + body;
    const auto expected = read_html_document(page).text();
    EXPECT_NE(expected.find("根据政府信息公开条例"), std::string::npos) << declared;
    EXPECT_EQ(read_html_document(encoded(page, "GB18030")).text(), expected) << declared;
  }
  const std::string traditional =
      "<html><body><p>根據政府資訊公開條例編製本報告，現向社會公佈本機關政府資訊公開工作年度報告，包括總體情況。</p>";
  EXPECT_EQ(read_html_document(encoded(traditional, "BIG5")).text(), read_html_document(traditional).text());
  EXPECT_EQ(read_html_document("\xFF\xFE" + encoded(body, "UTF-16LE")).text(), read_html_document(body).text());
}

TEST(HtmlDocument, DeepNestingIsRefusedAndBounded) {
  std::string page;
  for (int i = 0; i < 100000; ++i) {
    page += "<div>";
  }
  EXPECT_EQ(refused(page + "x"), ErrorCode::too_large);
  std::string tables;
  for (int i = 0; i < 20000; ++i) {
    tables += "<table><tr><td>";
  }
  EXPECT_EQ(refused(tables), ErrorCode::too_large);
}

TEST(HtmlDocument, TooManyBytesCellsOrSecondsAreRefused) {
  ReadOptions options;
  EXPECT_EQ(refused("<html>" + std::string((std::size_t{32} << 20) + 1, ' '), options), ErrorCode::too_large);
  options.limits.max_cells = 50;
  std::string page = "<table>";
  for (int i = 0; i < 60; ++i) {
    page += "<tr><td>1</td></tr>";
  }
  EXPECT_EQ(refused(page, options), ErrorCode::too_large);
  EXPECT_EQ(refused("<table><tr><td colspan=1000>1</td><td>2</td></tr></table>", options), ErrorCode::too_large);
  options = {};
  options.limits.max_seconds = 0;
  std::string long_page;
  for (int i = 0; i < 300; ++i) {
    long_page += "<p>1</p>";
  }
  EXPECT_EQ(refused(long_page, options), ErrorCode::too_large);
}

TEST(HtmlDocument, APageCutInATagIsReadUpToThere) {
  EXPECT_EQ(outline(read_html_document("<p>一、总体情况</p><p>二、主动</p><td class=\"a")), "一、总体情况\n二、主动\n");
  EXPECT_EQ(outline(read_html_document("<p>一</p><!-- never closed")), "一\n");
}

TEST(HtmlDocument, UnclosedInlineElementsCostNoDepth) {
  std::string page;
  for (int i = 0; i < 500; ++i) {
    page += "<p><font><span>一</p>";
  }
  EXPECT_NO_THROW((void)read_html_document(page));
}

TEST(ReadAny, WhatIsNoReportOrNoTextIsSaidClearly) {
  EXPECT_EQ(
      refused(
          "<html><body><form>用户名<input name=u>密码<input type=password><button>登录</button></form></body></html>"),
      ErrorCode::no_report);
  EXPECT_EQ(refused("PK\x03\x04 rest"), ErrorCode::not_text);
  EXPECT_EQ(refused("%PDF-1.7"), ErrorCode::not_text);
  EXPECT_EQ(refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), ErrorCode::not_text);
  try {
    (void)read_any("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", {});
  } catch (const ParseError& error) {
    EXPECT_NE(error.message().find("docx"), std::string::npos);
  }
}

TEST(ReadAny, AReportIsTheSameAsTextAndAsPage) {
  const std::string title = "某镇人民政府2013年政府信息公开工作年度报告";
  const std::string total =
      "一、概述\n二、主动公开政府信息情况\n2013年共主动公开政府信息121条。\n三、存在的主要问题和改进措施\n无。\n";
  const auto from_text = read_any(title + "\n" + total);
  std::string page = "<html><body><h1>" + title + "</h1>";
  std::size_t begin = 0;
  for (std::size_t end = total.find('\n'); end != std::string::npos; begin = end + 1, end = total.find('\n', begin)) {
    page += "<p>" + total.substr(begin, end - begin) + "</p>";
  }
  const auto from_page = read_any(page);
  EXPECT_EQ(from_text.figure("proactive_total").value.unscaled, 121);
  EXPECT_EQ(from_page.figure("proactive_total").value.unscaled, 121);
  EXPECT_EQ(from_page.year, from_text.year);
  EXPECT_EQ(from_page.organisation, from_text.organisation);
}

TEST(Html, PicturesHaveTheirNameAndPlaceAndAreNoText) {
  const auto document = read_html_document(
      "<p>四、复议诉讼</p><p><img src='/a/b.png' alt='表四'></p><p>五、问题</p><nav><img src='logo.png'></nav>"
      "<table><tr><td>a<img src='c.png'></td><td>b</td></tr></table>");
  ASSERT_EQ(document.pictures().size(), 1U);
  EXPECT_EQ(document.pictures()[0].text, "表四");
  EXPECT_GT(*document.pictures()[0].byte_offset, 0);
  EXPECT_LT(*document.pictures()[0].byte_offset, static_cast<std::int64_t>(document.text().find("五")) + 1);
  EXPECT_EQ(document.text().find("表四"), std::string::npos);
  EXPECT_EQ(document.tables().at(0).at(1, 1)->text, "a");
}

TEST(Html, ATableThatIsAPictureIsSaidToBeOne) {
  const char* const page =
      "<p>某县水利局2022年政府信息公开工作年度报告</p><p>一、总体情况</p><p>公开信息12条。</"
      "p><p>二、主动公开政府信息情况</p>"
      "<p><img src='t2.jpg'></p><p>三、收到和处理政府信息公开申请情况</p><p>见附件。</p>"
      "<p>四、政府信息公开行政复议、行政诉讼情况</p><p>无。</p>"
      "<p>五、存在的主要问题及改进情况</p><p>仍有不足，将加以改进。</p><p>六、其他需要报告的事项</"
      "p><p>未收取信息处理费。</p>";
  std::string found;
  for (const auto& finding : check(read_html(page))) {
    found += finding.code == "P.IMAGE" || finding.code == "C.CHAPTER" ? finding.code + ";" : "";
  }
  EXPECT_EQ(found, "C.CHAPTER;C.CHAPTER;P.IMAGE;");
}

}  // namespace
}  // namespace gongkai
