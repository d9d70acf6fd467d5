// SPDX-License-Identifier: Apache-2.0
// The chain that the project began with: a published report, its statistics chapter counted again from the catalogue,
// written, and read back.
#include <gtest/gtest.h>

#include <gongkai/report/check.hpp>
#include <gongkai/report/fill.hpp>
#include <gongkai/report/read.hpp>
#include <gongkai/report/render.hpp>
#include <map>

#include "unit/report/corpus.hpp"

namespace gongkai {
namespace {

// One row of the catalogue: its class is all that the chapter needs.
std::vector<std::string> catalogue_of_2013() {
  std::vector<std::string> out(120, "业务动态类的信息");
  out.insert(out.begin(), "行政职责类的信息");
  return out;
}

AnnualReport from_catalogue(const std::vector<std::string>& rows, const std::string& organisation) {
  std::map<std::string, std::int64_t> by_class;
  for (const auto& row : rows) {
    ++by_class[row];
  }
  Counts counts{{"narrative.proactive_total", {static_cast<std::int64_t>(rows.size()), 0}},
                {"narrative.fulltext_rate_percent", {100, 0}},
                {"narrative.requests_received", {0, 0}},
                {"narrative.reconsiderations", {0, 0}},
                {"narrative.litigations", {0, 0}},
                {"narrative.complaints", {0, 0}},
                {"narrative.clarifications", {0, 0}}};
  for (const char* name :
       {"机构职能类的信息", "法规文件类的信息", "规划计划类的信息", "行政职责类的信息", "业务动态类的信息"}) {
    counts.emplace_back("narrative.classes." + std::string{name} + ".count", Decimal{by_class[name], 0});
  }
  FillOptions options;
  options.organisation = organisation;
  options.year = 2013;
  return fill(Form::builtin("cn-narrative-2008"), counts, options);
}

void expect_same_figures(const AnnualReport& again, const AnnualReport& published) {
  for (const auto& [slot, cell] : published.narrative) {
    EXPECT_EQ(again.figure(slot).kind, cell.kind) << slot;
    EXPECT_EQ(again.figure(slot).value, cell.value) << slot;
  }
  ASSERT_EQ(again.classes.size(), published.classes.size());
  for (std::size_t i = 0; i < published.classes.size(); ++i) {
    EXPECT_EQ(again.classes[i].label, published.classes[i].label);
    EXPECT_EQ(again.classes[i].count.value, published.classes[i].count.value);
    EXPECT_EQ(again.classes[i].percent.value, published.classes[i].percent.value) << published.classes[i].label;
  }
}

void expect_chain(const AnnualReport& published) {
  EXPECT_EQ(check(published).size(), 0U);
  const auto counted = from_catalogue(catalogue_of_2013(), published.organisation.value());
  expect_same_figures(counted, published);
  for (const auto format : {RenderFormat::text, RenderFormat::markdown}) {
    const auto written = render(counted, format);
    SCOPED_TRACE(written);
    const auto again = read(written);
    expect_same_figures(again, published);
    EXPECT_EQ(again.organisation, published.organisation);
    EXPECT_EQ(again.year, 2013);
    EXPECT_EQ(check(again).size(), 0U);
  }
}

TEST(SeedChain, TheSampleIsCountedWrittenAndReadBack) {
  expect_chain(read(testing::source_file("examples/sample-report-2013.txt").value()));
}

TEST(SeedChain, ThePublishedReportOf2013IsCountedWrittenAndReadBack) {
  const auto bytes = testing::slurp(testing::corpus_directory() + "/reports/2013-bulaotun.txt");
  if (!bytes) {
    ASSERT_FALSE(testing::corpus_required()) << "the corpus is required";
    GTEST_SKIP() << "no corpus (set GONGKAI_CORPUS)";
  }
  const auto published = read(*bytes);
  const auto counted = from_catalogue(catalogue_of_2013(), published.organisation.value());
  // The published text has a residue of its word processor; nothing else is wrong with it.
  for (const auto& finding : check(published)) {
    EXPECT_EQ(finding.code, "P.TEMPLATE");
  }
  expect_same_figures(counted, published);
  const auto again = read(render(counted, RenderFormat::text));
  expect_same_figures(again, published);
  EXPECT_EQ(check(again).size(), 0U);
}

}  // namespace
}  // namespace gongkai
