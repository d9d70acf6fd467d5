// SPDX-License-Identifier: Apache-2.0
// Whatever report JSON is accepted is written so that it reads the same again, and can be checked.
#include <gongkai/error.hpp>
#include <gongkai/report/check.hpp>
#include <gongkai/report/json.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  gongkai::ReportJson first;
  try {
    first = gongkai::from_json(bytes);
  } catch (const gongkai::Error&) {
    return 0;  // refused, and said so
  }
  const auto written = gongkai::to_json(first.report, first.findings, first.file);
  const auto second = gongkai::from_json(written);
  if (gongkai::to_json(second.report, second.findings, second.file) != written ||
      second.report.tables != first.report.tables) {
    std::fprintf(stderr, "not the same after writing and reading:\n%s\n%s\n", bytes.c_str(), written.c_str());
    std::abort();
  }
  (void)gongkai::check(first.report);
  return 0;
}
