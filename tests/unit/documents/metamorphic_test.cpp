// SPDX-License-Identifier: Apache-2.0
// The same figures, however a portal writes them down.
#include <gtest/gtest.h>
#include <gongkai/documents/html.hpp>

#include <algorithm>

#include "unit/documents/portals.hpp"
#include "unit/documents/text_layouts.hpp"

namespace gongkai {
namespace {

using testing::Blanks;
using testing::Filler;
using testing::PrintedReport;

PrintedReport printed_report(const Form& form, const std::vector<Table>& tables) {
  PrintedReport out;
  out.year = form.last_year().value_or(2023);
  for (const auto& table : tables) {
    out.tables.push_back(testing::printed_table(table));
  }
  return out;
}

// What differs, as "path: read, printed".
std::string difference(const AnnualReport& report, const std::vector<Table>& tables) {
  std::string out;
  for (const auto& expected : tables) {
    const auto found = std::find_if(report.tables.begin(), report.tables.end(),
                                    [&](const Table& table) { return table.id() == expected.id(); });
    if (found == report.tables.end() || found->form().id() != expected.form().id()) {
      out += expected.id() + (found == report.tables.end() ? ": not read\n" : ": read as " + found->form().id() + "\n");
      continue;
    }
    for (std::size_t c = 0; c < expected.cell_count(); ++c) {
      const Cell read = found->cell(c);
      const Cell wanted = expected.cell(c);
      if (read.kind != wanted.kind || read.value != wanted.value) {
        out += expected.path(c) + ": " + std::string{to_string(read.kind)} + " " + read.printed + ", printed " +
               wanted.printed + "\n";
      }
    }
  }
  return out;
}

void expect_same(const AnnualReport& report, const std::vector<Table>& tables, const PrintedReport& printed) {
  EXPECT_EQ(difference(report, tables), "");
  EXPECT_TRUE(report.inferred.empty());
  EXPECT_EQ(report.year.value_or(0), printed.year);
  EXPECT_EQ(report.organisation.value_or(""), printed.organisation);
  EXPECT_EQ(report.figure("proactive_total").value.unscaled, 121);
  EXPECT_EQ(report.narrative.size(), 1U);
  EXPECT_TRUE(report.complete);
  EXPECT_EQ(report.style.value_or(""), tables.front().form().id());
}

TEST(Metamorphic, EveryPortalGivesTheSameFigures) {
  for (const char* id : {"cn-format-2021", "cn-trial-2019"}) {
    const auto form = Form::builtin(id);
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
      const auto tables = Filler{seed}.fill(form, seed % 3 == 0 ? Blanks::instead_of_zeros : Blanks::none);
      const auto printed = printed_report(form, tables);
      for (const auto& portal : testing::portals()) {
        SCOPED_TRACE(std::string{portal.name} + " " + id + " seed " + std::to_string(seed));
        expect_same(read_any(portal.page(printed)), tables, printed);
      }
    }
  }
}

TEST(Metamorphic, EveryLayoutOfTextGivesTheSameFigures) {
  for (const char* id : {"cn-format-2021", "cn-trial-2019"}) {
    const auto form = Form::builtin(id);
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
      for (const auto& layout : testing::text_layouts()) {
        const bool blanks = seed % 3 == 0 && layout.shows_blanks;
        const auto tables = Filler{seed}.fill(form, blanks ? Blanks::instead_of_zeros : Blanks::none);
        const auto printed = printed_report(form, tables);
        SCOPED_TRACE(std::string{layout.name} + " " + id + " seed " + std::to_string(seed));
        expect_same(read_any(layout.text(printed)), tables, printed);
      }
    }
  }
}

TEST(Metamorphic, TheOrderOfTheTablesDoesNotMatter) {
  const auto form = Form::builtin("cn-format-2021");
  const auto tables = Filler{7}.fill(form, Blanks::none);
  const auto printed = printed_report(form, tables);
  const auto write = [&](std::size_t i) {
    return testing::html_table(printed.tables[i], "<table>", [](const testing::PrintedCell& c) { return c.text; });
  };
  std::string page = "<html><body><h1>某县人民政府2023年政府信息公开工作年度报告</h1>";
  for (const std::size_t i : {2U, 1U, 0U}) {
    page += "<p>表" + std::to_string(i) + "</p>" + write(i);
  }
  page += "<p>一、总体情况</p><p>二、存在的主要问题及改进情况</p><p>三、其他需要报告的事项</p>";
  EXPECT_EQ(difference(read_any(page), tables), "");
}

}  // namespace
}  // namespace gongkai
