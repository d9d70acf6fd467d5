// SPDX-License-Identifier: Apache-2.0
#include "detail/content_hash.hpp"

#include <gongkai/report/check.hpp>

namespace gongkai {
namespace {

void add(detail::ContentHash& hash, std::string_view path, const Cell& cell) {
  hash.add(path);
  hash.add(static_cast<std::int64_t>(cell.kind));
  hash.add(cell.is_number() ? cell.value.to_string() : cell.printed);
}

}  // namespace

std::string content_hash(const AnnualReport& report) {
  detail::ContentHash hash;
  hash.add(report.organisation.value_or(std::string{}));
  hash.add(report.year ? std::to_string(*report.year) : std::string{});
  for (const auto& chapter : report.chapters) {
    hash.add(chapter.heading);
    hash.add(chapter.text);
  }
  for (const auto& table : report.tables) {
    for (std::size_t i = 0; i < table.cell_count(); ++i) {
      add(hash, table.path(i), table.cell(i));
    }
  }
  for (const auto& [slot, cell] : report.narrative) {
    add(hash, slot, cell);
  }
  return hash.digits();
}

}  // namespace gongkai
