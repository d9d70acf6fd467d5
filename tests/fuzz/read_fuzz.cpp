// SPDX-License-Identifier: Apache-2.0
// Reading a report: no crash, no figure that is not printed where it says, and JSON that the strict reader accepts.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <gongkai/error.hpp>
#include <gongkai/report/check.hpp>
#include <gongkai/report/json.hpp>
#include <gongkai/report/read.hpp>
#include <string>
#include <string_view>

#include "detail/json_reader.hpp"

namespace {

void require(bool holds, const char* what) {
  if (!holds) {
    std::fputs(what, stderr);
    std::abort();
  }
}

void check_cell(const gongkai::Cell& cell) {
  require(cell.kind != gongkai::CellKind::number || !cell.printed.empty(), "a figure that is not printed\n");
  require(cell.value.unscaled >= 0, "a figure below zero\n");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  gongkai::AnnualReport report;
  try {
    report = gongkai::read(bytes);
  } catch (const gongkai::ParseError&) {
    return 0;
  }
  for (const auto& entry : report.narrative) {
    check_cell(entry.second);
  }
  for (const auto& figure : report.classes) {
    check_cell(figure.count);
    check_cell(figure.percent);
    require(!figure.label.empty(), "a class without a label\n");
  }
  const auto line = gongkai::to_json(report, gongkai::check(report), "fuzz");
  require(line.find('\n') == std::string::npos, "a line feed in a line of JSON\n");
  (void)gongkai::detail::parse_json(line, "fuzz");
  return 0;
}
