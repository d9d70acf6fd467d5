// SPDX-License-Identifier: Apache-2.0
// Published pages read and checked, beside libxml2's bare parse of the same bytes into a tree.
#include <benchmark/benchmark.h>
#include <libxml/HTMLparser.h>
#include <gongkai/documents/html.hpp>
#include <gongkai/report/check.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "unit/documents/portals.hpp"  // pages as portals write them

namespace {

using namespace gongkai;

constexpr std::size_t size_of_a_page = 111000;  // bytes of the page in the corpus

// What a portal puts around a report: navigation and scripts, until a page is as long as published ones are.
std::string padded(std::string page) {
  std::string menu;
  for (int i = 0; page.size() + menu.size() < size_of_a_page; ++i) {
    menu += i % 3 == 0 ? "<script>var item" + std::to_string(i) + " = {\"url\": \"/col/col" + std::to_string(i * 7919) +
                             "/index.html\", \"open\": true};</script>\n"
                       : "<li class=\"menu-item\"><a href=\"/col/" + std::to_string(i) +
                             "/index.html\" title=\"政务公开\">政务公开</a></li>\n";
  }
  const auto body = page.find("<body>");
  return body == std::string::npos ? page + "<ul>" + menu + "</ul>" : page.insert(body + 6, "<ul>" + menu + "</ul>");
}

const std::vector<std::string>& generated() {
  static const auto pages = [] {
    std::vector<std::string> out;
    const auto form = Form::builtin("cn-format-2021");
    const auto& portals = testing::portals();
    for (std::uint32_t i = 0; i < 1000; ++i) {
      testing::PrintedReport printed;
      printed.year = 2023;
      for (const auto& table : testing::Filler{i + 1}.fill(form, testing::Blanks::none)) {
        printed.tables.push_back(testing::printed_table(table));
      }
      out.push_back(padded(portals[i % portals.size()].page(printed)));
    }
    return out;
  }();
  return pages;
}

// The page of the corpus; empty where there is no corpus.
const std::vector<std::string>& published() {
  static const auto pages = [] {
    const char* corpus = std::getenv("GONGKAI_CORPUS");
    std::ifstream file{
        std::string{corpus != nullptr ? corpus : GONGKAI_DEFAULT_CORPUS} + "/reports/2023-shuyangxian-fagaiju.html",
        std::ios::binary};
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return file ? std::vector<std::string>{bytes.str()} : std::vector<std::string>{};
  }();
  return pages;
}

using Pages = const std::vector<std::string>& (*)();

void count_bytes(benchmark::State& state, const std::vector<std::string>& pages) {
  std::size_t bytes = 0;
  for (const auto& page : pages) {
    bytes += page.size();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(pages.size()));
}

void read_and_check(benchmark::State& state, Pages of) {
  const auto& pages = of();
  if (pages.empty()) {
    state.SkipWithError("no corpus: set GONGKAI_CORPUS");
    return;
  }
  for (auto _ : state) {
    for (const auto& page : pages) {
      const auto report = read_html(page);
      benchmark::DoNotOptimize(check(report).data());
    }
  }
  count_bytes(state, pages);
}

void bare_parse(benchmark::State& state, Pages of) {
  const auto& pages = of();
  if (pages.empty()) {
    state.SkipWithError("no corpus: set GONGKAI_CORPUS");
    return;
  }
  for (auto _ : state) {
    for (const auto& page : pages) {
      htmlDocPtr tree = htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8",
                                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
      benchmark::DoNotOptimize(tree);
      xmlFreeDoc(tree);
    }
  }
  count_bytes(state, pages);
}

BENCHMARK_CAPTURE(read_and_check, generated, &generated)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bare_parse, generated, &generated)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_and_check, published, &published)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bare_parse, published, &published)->Unit(benchmark::kMillisecond);

}  // namespace
