// SPDX-License-Identifier: Apache-2.0
// What we render, we read back equal: random filled reports of all forms with tables.
#include <gtest/gtest.h>
#include <gongkai/documents/html.hpp>
#include <gongkai/report/render.hpp>

#include <algorithm>

#include "unit/documents/published_form.hpp"

namespace gongkai {
namespace {

using testing::Blanks;
using testing::Filler;

TEST(RoundTrip, ARenderedReportIsReadBackEqual) {
  for (const char* id : {"cn-format-2021", "cn-trial-2019"}) {
    const auto form = Form::builtin(id);
    for (std::uint32_t seed = 101; seed < 113; ++seed) {
      AnnualReport report;
      report.organisation = "某县人民政府";
      report.year = form.last_year().value_or(2023);
      report.style = id;
      report.complete = true;
      report.tables = Filler{seed}.fill(form, seed % 2 == 0 ? Blanks::instead_of_zeros : Blanks::none);
      for (const auto format : {RenderFormat::html, RenderFormat::markdown, RenderFormat::text}) {
        SCOPED_TRACE(std::string{to_string(format)} + " " + id + " seed " + std::to_string(seed));
        const auto read = read_any(render(report, format));
        EXPECT_EQ(read.organisation, report.organisation);
        EXPECT_EQ(read.year, report.year);
        EXPECT_EQ(read.style, report.style);
        EXPECT_TRUE(read.inferred.empty());
        EXPECT_TRUE(read.unplaced.empty());
        ASSERT_EQ(read.tables.size(), report.tables.size());
        for (std::size_t t = 0; t < read.tables.size(); ++t) {
          const auto& expected = report.tables[t];
          const auto& found = read.tables[t];
          ASSERT_EQ(found.id(), expected.id());
          EXPECT_EQ(found.form(), expected.form());
          for (std::size_t c = 0; c < expected.cell_count(); ++c) {
            EXPECT_EQ(found.kind(c), expected.kind(c)) << expected.path(c);
            EXPECT_EQ(found.number(c), expected.number(c)) << expected.path(c);
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace gongkai
