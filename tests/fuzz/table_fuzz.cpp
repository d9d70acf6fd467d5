// SPDX-License-Identifier: Apache-2.0
// Whatever a text or a page holds: no figure of a table is invented. Each stands in the document where its place says,
// but those that the identities have cut, which the report lists as such.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <gongkai/documents/html.hpp>
#include <gongkai/error.hpp>
#include <gongkai/report/check.hpp>
#include <gongkai/report/json.hpp>

namespace {

void require(bool holds, const std::string& what) {
  if (!holds) {
    std::fprintf(stderr, "%s\n", what.c_str());
    std::abort();
  }
}

void check(const gongkai::AnnualReport& report, const gongkai::Document& document) {
  for (const auto& table : report.tables) {
    for (std::size_t c = 0; c < table.cell_count(); ++c) {
      const auto path = table.path(c);
      const auto cell = table.cell(c);
      if (cell.kind == gongkai::CellKind::absent || cell.kind == gongkai::CellKind::blank ||
          std::find(report.inferred.begin(), report.inferred.end(), path) != report.inferred.end()) {
        continue;
      }
      require(cell.place.byte_offset.has_value(), path + " stands nowhere");
      std::string there = document.text().substr(static_cast<std::size_t>(*cell.place.byte_offset),
                                                 static_cast<std::size_t>(*cell.place.byte_length));
      std::string printed = cell.printed;
      std::replace(printed.begin(), printed.end(), '\n', ' ');
      std::replace(printed.begin(), printed.end(), '\r', ' ');
      std::replace(there.begin(), there.end(), '\r', ' ');
      require(there == printed, path + " is printed as " + printed + ", and there stands " + there);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  gongkai::ReadOptions options;
  options.limits.max_bytes = 1U << 18U;
  options.limits.max_cells = 5000;
  try {
    const auto document = gongkai::looks_like_html(bytes)
                              ? gongkai::read_html_document(bytes, options)
                              : gongkai::read_text_document(bytes, options.limits, options.file);
    const auto report = gongkai::read(document, options);
    check(report, document);
    const auto findings = gongkai::check(report);
    (void)gongkai::to_json(report, findings, "fuzz");
  } catch (const gongkai::ParseError&) {
    // refused, and said so
  }
  return 0;
}
