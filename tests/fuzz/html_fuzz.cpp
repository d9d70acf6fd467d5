// SPDX-License-Identifier: Apache-2.0
// Whatever bytes a portal sends: a document whose parts are where it says they are, or a clear refusal.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <gongkai/documents/html.hpp>
#include <gongkai/error.hpp>

namespace {

void require(bool holds, const char* what) {
  if (!holds) {
    std::fprintf(stderr, "%s\n", what);
    std::abort();
  }
}

void check(const gongkai::Document& document, const gongkai::ReadLimits& limits) {
  const std::string& text = document.text();
  require(text.size() <= limits.max_bytes, "more text than the limit allows");
  std::size_t behind = 0;
  for (const auto& block : document.blocks()) {
    require(block.begin >= behind && block.begin <= block.end && block.end <= text.size(), "blocks overlap");
    behind = block.end;
    require(block.kind != gongkai::BlockKind::table || block.table < document.tables().size(), "no such table");
  }
  std::size_t covered = 0;
  for (const auto& table : document.tables()) {
    covered += static_cast<std::size_t>(table.rows()) * static_cast<std::size_t>(table.columns());
    for (const auto& cell : table.cells()) {
      require(table.at(cell.row, cell.column) != nullptr, "a cell that its grid does not have");
      require(cell.row + cell.span.rows - 1 <= table.rows(), "a cell that reaches below its table");
      require(cell.column + cell.span.columns - 1 <= table.columns(), "a cell that reaches beyond its table");
      const auto begin = static_cast<std::size_t>(*cell.place.byte_offset);
      const auto length = static_cast<std::size_t>(*cell.place.byte_length);
      require(begin + length <= text.size() && length == cell.text.size(), "a cell without its place");
    }
  }
  require(covered <= limits.max_cells, "more cells than the limit allows");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  gongkai::ReadOptions options;
  options.limits.max_bytes = 1U << 20U;
  options.limits.max_cells = 5000;
  options.limits.max_markup_depth = 300;
  try {
    check(gongkai::read_html_document(bytes, options), options.limits);
  } catch (const gongkai::ParseError&) {
    // refused, and said so
  }
  return 0;
}
