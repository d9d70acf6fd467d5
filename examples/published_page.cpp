// SPDX-License-Identifier: Apache-2.0
// A published page is read: whose it is, its table, and what could not be placed.
#include <exception>
#include <gongkai/documents/html.hpp>
#include <gongkai/gongkai.hpp>
#include <iostream>

constexpr auto page = R"(<!DOCTYPE html><html><head><title>柳溪镇人民政府2023年政府信息公开工作年度报告</title></head>
<body><h1>柳溪镇人民政府2023年政府信息公开工作年度报告</h1>
<h2>四、政府信息公开行政复议、行政诉讼情况</h2>
<table>
<tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
<tr><td rowspan="2">结果维持</td><td rowspan="2">结果纠正</td><td rowspan="2">其他结果</td><td rowspan="2">尚未审结</td>
<td rowspan="2">总计</td><td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
<tr><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>
<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr>
<tr><td>3</td><td>1</td><td>/</td><td>0</td><td>4</td><td>2</td><td>0</td><td>0</td><td></td><td>2</td>
<td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>
</table></body></html>)";

int main() {
  try {
    const auto report = gongkai::read_any(page);
    std::cout << report.organisation.value_or("?") << ' ' << report.year.value_or(0) << '\n'
              << report.cell("remedies.reconsideration.upheld").value.to_string() << '\n'
              << to_string(report.cell("remedies.reconsideration.other").kind) << '\n'  // no zero
              << to_string(report.cell("remedies.litigation_direct.pending").kind) << '\n';
    // What the sums alone could place, and figures for which no cell was found.
    std::cout << report.inferred.size() << ' ' << report.unplaced.size() << '\n';
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
