// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <gongkai/error.hpp>
#include <gongkai/report/read.hpp>

#include "detail/embedded.hpp"
#include "report/check_catalogue.hpp"
#include "report/lexicon.hpp"
#include "text/folding.hpp"
#include "text/quantities.hpp"

namespace gongkai {
namespace {

std::string changed(const std::string& path, const std::string& from, const std::string& to) {
  std::string text{detail::embedded_file(path).value()};
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

std::string pointer_of_refusal(const std::string& bytes) {
  try {
    (void)detail::NarrativeLexicon::parse(bytes, "narrative.json");
  } catch (const RulebookError& error) {
    EXPECT_EQ(error.code(), ErrorCode::lexicon_contradicts);
    EXPECT_EQ(error.file(), "narrative.json");
    return error.pointer();
  }
  return "accepted";
}

TEST(Lexicon, TheBuiltInFilesAreRead) {
  EXPECT_EQ(detail::NarrativeLexicon::builtin().slots.front().name, "proactive_total");
  EXPECT_NO_THROW((void)detail::CheckCatalogue::builtin());
  EXPECT_NO_THROW((void)detail::QuantityWords::builtin());
  EXPECT_NO_THROW((void)detail::Folding::builtin());
}

TEST(Lexicon, ABrokenFileIsRefusedWithItsPointer) {
  const std::string path = "cn/lexicon/narrative.json";
  EXPECT_EQ(pointer_of_refusal(changed(path, "{fulltext}{copula*}#", "{fulltxt}{copula*}#")), "/slots/1/strong/0");
  EXPECT_EQ(pointer_of_refusal(changed(path, "{fulltext}{copula*}#", "{fulltext}{copula*}")), "/slots/1/strong/0");
  EXPECT_EQ(pointer_of_refusal(changed(path, "{fulltext}{copula*}#", "{fulltext}[999]#")), "/slots/1/strong/0");
  EXPECT_EQ(pointer_of_refusal(changed(path, "\"schema\": 1", "\"schema\": 1, \"colour\": 1")), "/colour");
  EXPECT_EQ(pointer_of_refusal(changed(path, "\"schema\": 1", "\"schema\": 1, \"schema\": 1")), "/schema");
  EXPECT_EQ(pointer_of_refusal(changed(path, "\"kind\": \"percent\"", "\"kind\": \"ratio\"")), "/slots/1/kind");
}

TEST(Read, WhatIsNoAnnualReportIsRefused) {
  const auto code = [](const std::string& text) {
    try {
      (void)read(text);
    } catch (const ParseError& error) {
      return error.code();
    }
    return ErrorCode::internal;
  };
  EXPECT_EQ(code("今天天气很好。"), ErrorCode::no_report);
  EXPECT_EQ(code("关于编制2013年政府信息公开年度报告的通知\n一、概述\n二、主动公开"), ErrorCode::no_report);
  EXPECT_EQ(code(""), ErrorCode::not_text);
}

}  // namespace
}  // namespace gongkai
