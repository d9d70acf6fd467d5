// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <gongkai/error.hpp>
#include <gongkai/text/normalise.hpp>

namespace gongkai {
namespace {

ErrorCode refused(std::string_view bytes, const ReadLimits& limits = {}) {
  try {
    (void)decode(bytes, limits);
  } catch (const ParseError& error) {
    return error.code();
  }
  return ErrorCode::internal;
}

TEST(Decode, Utf8Utf16AndGb18030GiveTheSameText) {
  EXPECT_EQ(decode("\xEF\xBB\xBF信息"), "信息");
  EXPECT_EQ(decode(std::string_view{"\xFF\xFE\xE1\x4F\x6F\x60", 6}), "信息");
  EXPECT_EQ(decode(std::string_view{"\xFE\xFF\x4F\xE1\x60\x6F", 6}), "信息");
  EXPECT_EQ(decode("\xD0\xC5\xCF\xA2"), "信息");
}

TEST(Decode, Utf8ThatWasCutKeepsItsText) {
  EXPECT_EQ(decode("政府信息公开年度报告\xE5\xB9"), "政府信息公开年度报告\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Decode, WhatIsNoTextIsRefused) {
  EXPECT_EQ(refused(""), ErrorCode::not_text);
  EXPECT_EQ(refused(" \n\t"), ErrorCode::not_text);
  EXPECT_EQ(refused(std::string_view{"a\0b", 3}), ErrorCode::not_text);
  EXPECT_EQ(refused("\xFF\xFF\xFF"), ErrorCode::not_text);
  ReadLimits limits;
  limits.max_bytes = 2;
  EXPECT_EQ(refused("abc", limits), ErrorCode::too_large);
}

TEST(Normalise, WidthPunctuationAndTraditionalCharactersAreFolded) {
  const auto text = normalise("１２％，（資訊）北京市信訪辦");
  EXPECT_EQ(text.folded_utf8(0, 99), "12%,(信息)北京市信访办");
  EXPECT_EQ(text.printed(5, 2), "資訊");
}

TEST(Normalise, WrappedLinesAreJoinedAndRealBreaksStay) {
  EXPECT_EQ(normalise("标题\n一、概述").folded_utf8(0, 99), "标题\n一、概述");
  EXPECT_EQ(normalise("公开,\n共").folded_utf8(0, 99), "公开,共");
  EXPECT_EQ(normalise("225 条").folded_utf8(0, 99), "225条");
}

}  // namespace
}  // namespace gongkai
