// SPDX-License-Identifier: Apache-2.0
#pragma once
// One report as the pages of different portals show it: their habits of markup, written for these tests.

#include <functional>
#include <string>
#include <vector>

#include "unit/documents/published_form.hpp"

namespace gongkai::testing {

/// The three tables, with the headings of their chapters and running text around them.
struct PrintedReport {
  std::string organisation = "某县人民政府";
  int year = 2023;
  std::vector<PrintedTable> tables;
};

struct Portal {
  const char* name;
  std::function<std::string(const PrintedReport&)> page;
};

inline std::string attribute(const char* name, std::size_t span) {
  return span > 1 ? std::string{" "} + name + "=\"" + std::to_string(span) + "\"" : std::string{};
}

using CellWriter = std::function<std::string(const PrintedCell&)>;

inline std::string html_table(const PrintedTable& table, const std::string& open, const CellWriter& cell) {
  std::string out = open;
  for (const auto& row : table) {
    out += "<tr>\n";
    for (const auto& c : row) {
      out += "<td" + attribute("colspan", c.columns) + attribute("rowspan", c.rows) + ">" + cell(c) + "</td>\n";
    }
    out += "</tr>\n";
  }
  return out + "</table>\n";
}

/// Title, chapters and text; `paragraph` writes a paragraph, `table` the n-th table.
inline std::string article(const PrintedReport& report, const std::function<std::string(const std::string&)>& paragraph,
                           const std::function<std::string(std::size_t)>& table) {
  const std::string year = std::to_string(report.year);
  std::string out = paragraph(report.organisation + year + "年政府信息公开工作年度报告");
  out += paragraph("根据《中华人民共和国政府信息公开条例》编制本报告。数据统计期限为" + year + "年1月1日至" + year +
                   "年12月31日。");
  out += paragraph("一、总体情况");
  out += paragraph(year + "年，共主动公开政府信息121条。");
  out += paragraph("二、主动公开政府信息情况") + table(0);
  out += paragraph("三、收到和处理政府信息公开申请情况") + table(1);
  out += paragraph("四、政府信息公开行政复议、行政诉讼情况") + table(2);
  out += paragraph("五、存在的主要问题及改进情况");
  out += paragraph("一是公开内容有待丰富；二是业务能力有待提高。下一步，我县将加强培训，提高公开质量。");
  out += paragraph("六、其他需要报告的事项");
  out += paragraph("本年度未收取信息处理费。");
  return out;
}

inline std::string tagged_paragraph(const std::string& text) { return "<p>" + text + "</p>\n"; }

/// The markup of a browser's own editor.
inline std::string plain_page(const PrintedReport& report) {
  return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>年报</title></head><body>" +
         article(report, tagged_paragraph,
                 [&](std::size_t i) {
                   return html_table(report.tables[i], "<table border=1>", [](const PrintedCell& c) { return c.text; });
                 }) +
         "</body></html>";
}

/// Pasted from a word processor: every run in spans, labels broken into paragraphs, digits in runs of their own.
inline std::string word_page(const PrintedReport& report) {
  const auto run = [](const std::string& text) {
    return "<span lang=EN-US style='font-size:12.0pt;mso-bidi-font-size:10.0pt'>" + text + "<o:p></o:p></span>";
  };
  const auto cell = [&](const PrintedCell& c) {
    if (c.text.empty()) {
      return "<p class=MsoNormal>" + run("&nbsp;") + "</p>";
    }
    std::string out;
    if (c.figure) {
      for (const char digit : c.text) {
        out += "<span>" + std::string(1, digit) + "</span>";
      }
      return "<p class=MsoNormal align=center>" + out + "<o:p></o:p></p>";
    }
    for (std::string rest = c.text; !rest.empty(); rest.erase(0, byte_of(rest, 2))) {
      out += "<p class=MsoNormal align=center>" + run(rest.substr(0, byte_of(rest, 2))) + "</p>";
    }
    return out;
  };
  return "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><meta http-equiv=Content-Type "
         "content=\"text/html; charset=gb2312\"><style><!-- p.MsoNormal{mso-style-parent:\"\";} --></style>"
         "<xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml></head><body lang=ZH-CN>"
         "<div class=Section1>" +
         article(
             report,
             [&](const std::string& text) {
               return "<p class=MsoNormal style='text-indent:28.0pt'>" + run(text) + "</p>";
             },
             [&](std::size_t i) {
               return html_table(report.tables[i], "<table class=MsoNormalTable cellspacing=0>", cell);
             }) +
         "</div></body></html>";
}

/// Upper case, unquoted attributes, cells and rows that are never closed, tables that arrange the page.
inline std::string old_page(const PrintedReport& report) {
  const auto table = [&](std::size_t i) {
    std::string out = "<TABLE BORDER=1 WIDTH=600 ALIGN=center>";
    for (const auto& row : report.tables[i]) {
      out += "<TR>";
      for (const auto& c : row) {
        out += "<TD ALIGN=middle";
        out += c.columns > 1 ? " COLSPAN=" + std::to_string(c.columns) : "";
        out += c.rows > 1 ? " ROWSPAN=" + std::to_string(c.rows) : "";
        out += "><FONT FACE=宋体 SIZE=2>" + (c.text.empty() ? std::string{"&nbsp;"} : c.text) + "</FONT>";
      }
    }
    return out + "</TABLE>";
  };
  return "<HTML><HEAD><TITLE>信息公开</TITLE><SCRIPT>document.write('<td>1</td>')</SCRIPT></HEAD><BODY>"
         "<TABLE WIDTH=100%><TR><TD COLSPAN=2><A HREF=/>首页</A> | <A HREF=/gk>政府信息公开</A></TD></TR><TR>"
         "<TD WIDTH=200><UL><LI><A HREF=a.htm>2022年年报</A><LI><A HREF=b.htm>2021年年报</A></UL></TD><TD><DIV "
         "ID=zoom>" +
         article(
             report, [](const std::string& text) { return "<P>&nbsp;&nbsp;&nbsp;&nbsp;" + text; }, table) +
         "</DIV></TD></TR></TABLE><TABLE "
         "WIDTH=100%><TR><TD>主办单位：某县人民政府办公室</TD></TR></TABLE></BODY></HTML>";
}

/// Built by a framework: heads, wrappers, comments, white space everywhere.
inline std::string framework_page(const PrintedReport& report) {
  const auto table = [&](std::size_t i) {
    std::string out =
        "<div class=\"table-wrap\" data-v-7ba5bd90><table class=\"el-table\"><colgroup><col><col></colgroup><thead>";
    bool head = true;
    for (const auto& row : report.tables[i]) {
      bool figures = false;
      for (const auto& c : row) {
        figures = figures || c.figure;
      }
      out += head && figures ? "</thead>\n  <tbody>" : "";
      head = head && !figures;
      out += "\n    <tr class=\"row\">";
      for (const auto& c : row) {
        const std::string tag = c.figure ? "td" : "th";
        out += "\n      <" + tag + " scope=\"col\"" + attribute("colspan", c.columns) + attribute("rowspan", c.rows) +
               ">\n        <!-- cell --><div class=\"cell\">\n          <span>" + c.text + "\n  </span></div></" + tag +
               ">";
      }
      out += "</tr>";
    }
    return out + "</tbody></table></div>";
  };
  return "<!doctype html>\n<html "
         "lang=\"zh-CN\"><head><script>window.__DATA__={\"a\":\"<table>\"}</script></head><body><nav>"
         "<a href=\"/\">首页</a></nav><main><article>" +
         article(
             report, [](const std::string& text) { return "<section><div><span>" + text + "</span></div></section>"; },
             table) +
         "</article></main><footer><p>备案号：苏ICP备00000000号-1</p></footer></body></html>";
}

/// No spans at all: what a merged cell covers is empty cells.
inline PrintedTable without_spans(const PrintedTable& table) {
  std::vector<std::vector<std::string>> grid(table.size());
  std::vector<std::vector<bool>> taken(table.size());
  const auto at = [](auto& rows, std::size_t r, std::size_t c) -> decltype(auto) {
    if (rows[r].size() <= c) {
      rows[r].resize(c + 1);
    }
    return rows[r][c];
  };
  for (std::size_t r = 0; r < table.size(); ++r) {
    std::size_t c = 0;
    for (const auto& cell : table[r]) {
      while (c < taken[r].size() && taken[r][c]) {
        ++c;
      }
      for (std::size_t i = 0; i < cell.rows && r + i < table.size(); ++i) {
        for (std::size_t j = 0; j < cell.columns; ++j) {
          at(taken, r + i, c + j) = true;
          at(grid, r + i, c + j) = i == 0 && j == 0 ? cell.text : std::string{};
        }
      }
      c += cell.columns;
    }
  }
  PrintedTable out;
  for (const auto& row : grid) {
    PrintedRow line;
    for (const auto& text : row) {
      line.push_back({text, 1, 1, false});
    }
    out.push_back(std::move(line));
  }
  return out;
}

inline std::string unmerged_page(const PrintedReport& report) {
  return "<html><body>" +
         article(report, tagged_paragraph,
                 [&](std::size_t i) {
                   return html_table(without_spans(report.tables[i]), "<table>",
                                     [](const PrintedCell& c) { return c.text; });
                 }) +
         "</body></html>";
}

/// A page break in every table: a new table begins, with the heads repeated and the group label missing.
inline std::string broken_page(const PrintedReport& report) {
  const auto table = [&](std::size_t i) {
    const auto rows = without_spans(report.tables[i]);
    const std::size_t heads = i == 1 ? 3 : 0;
    const std::size_t middle = i == 1 ? rows.size() / 2 : rows.size();
    const auto write = [](const PrintedTable& part) {
      return html_table(part, "<table>", [](const PrintedCell& c) { return c.text; });
    };
    PrintedTable first(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(middle));
    PrintedTable second(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(heads));
    second.insert(second.end(), rows.begin() + static_cast<std::ptrdiff_t>(middle), rows.end());
    return write(first) + (middle < rows.size() ? "<p>- 3 -</p>" + write(second) : std::string{});
  };
  return "<html><body>" + article(report, tagged_paragraph, table) + "</body></html>";
}

/// All three tables in one, as wide as the widest, with the headings of the chapters inside.
inline std::string one_table_page(const PrintedReport& report) {
  const char* headings[] = {"二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
                            "四、政府信息公开行政复议、行政诉讼情况"};
  std::string all = "<table>";
  for (std::size_t i = 0; i < report.tables.size(); ++i) {
    all += std::string{"<tr><td colspan=15>"} + headings[i] + "</td></tr>";
    for (const auto& row : report.tables[i]) {
      all += "<tr>";
      for (const auto& c : row) {
        all += "<td" + attribute("colspan", c.columns) + attribute("rowspan", c.rows) + ">" + c.text + "</td>";
      }
      all += "</tr>";
    }
    all += "<tr><td colspan=15>&nbsp;</td></tr>";
  }
  return "<html><body>" +
         article(report, tagged_paragraph, [&](std::size_t i) { return i == 0 ? all + "</table>" : std::string{}; }) +
         "</body></html>";
}

inline const std::vector<Portal>& portals() {
  static const std::vector<Portal> all{
      {"plain", plain_page},         {"word", word_page},         {"old", old_page},
      {"framework", framework_page}, {"unmerged", unmerged_page}, {"broken", broken_page},
      {"one table", one_table_page}};
  return all;
}

}  // namespace gongkai::testing
