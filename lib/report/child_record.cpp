// SPDX-License-Identifier: Apache-2.0
#include "report/child_record.hpp"

#include <gongkai/error.hpp>

namespace gongkai::detail {
namespace {

constexpr std::uint8_t zero_state = cell_state(CellKind::number);

void put(std::uint64_t value, std::string& out) {
  for (; value >= 0x80; value >>= 7U) {
    out += static_cast<char>(value | 0x80U);
  }
  out += static_cast<char>(value);
}

std::uint64_t get(const std::string& bytes, std::size_t& at) {
  std::uint64_t out = 0;
  for (unsigned shift = 0;; shift += 7) {
    if (at >= bytes.size()) {
      throw InternalError{"a remembered report is cut short"};
    }
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    out |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
    if (byte < 0x80) {
      return out;
    }
  }
}

// Small numbers of either sign in few bytes.
std::uint64_t folded(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63U);
}
std::int64_t unfolded(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

}  // namespace

std::string pack_tables(const Form& form, const AnnualReport& report) {
  std::string out;
  for (const auto& definition : form.tables()) {
    const Table* table = report.table(definition.id);
    if (table == nullptr || table->form() != form) {
      put(0, out);
      continue;
    }
    put(1, out);
    if (definition.shape != TableShape::fixed) {
      put(table->row_count(), out);
      for (std::size_t row = 0; row < table->row_count(); ++row) {
        put(table->row_id(row).size(), out);
        out += table->row_id(row);
      }
    }
    // The cells that are not plainly zero, each with the distance from the one before.
    std::size_t last = 0;
    for (std::size_t i = 0; i < table->cell_count(); ++i) {
      const auto state = table->states().data()[i];
      const auto value = table->kind(i) == CellKind::number || table->kind(i) == CellKind::date ||
                                 table->kind(i) == CellKind::approximate
                             ? table->values().data()[i]
                             : 0;
      if (state == zero_state && value == 0) {
        continue;
      }
      put(i + 1 - last, out);
      out += static_cast<char>(state);
      put(folded(value), out);
      last = i + 1;
    }
    put(0, out);
  }
  return out;
}

std::vector<Table> unpack_tables(const Form& form, const std::string& bytes) {
  std::vector<Table> out;
  std::size_t at = 0;
  for (const auto& definition : form.tables()) {
    if (get(bytes, at) == 0) {
      continue;
    }
    Table table{form, definition.id};
    if (definition.shape != TableShape::fixed) {
      for (auto rows = get(bytes, at); rows > 0; --rows) {
        const auto size = static_cast<std::size_t>(get(bytes, at));
        table.add_row(std::string_view{bytes}.substr(at, size));
        at += size;
      }
    }
    for (std::size_t i = 0; i < table.cell_count(); ++i) {
      table.set(i, Decimal{0, 0});
    }
    std::size_t last = 0;
    while (const auto distance = get(bytes, at)) {
      last += static_cast<std::size_t>(distance);
      const auto state = static_cast<std::uint8_t>(bytes.at(at++));
      Cell cell;
      cell.kind = state_kind(state);
      cell.value = {unfolded(get(bytes, at)), state_decimals(state)};
      table.set(last - 1, cell);
    }
    out.push_back(std::move(table));
  }
  return out;
}

}  // namespace gongkai::detail
