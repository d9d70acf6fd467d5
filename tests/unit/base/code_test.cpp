// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/base/code.hpp>
#include <gongkai/error.hpp>
#include <sstream>
#include <string>
#include <thread>
#include <type_traits>
#include <unordered_set>
#include <vector>

namespace gongkai {
namespace {

constexpr Code::Name name_of_granted{"xx.outcome", "granted"};
constexpr Code granted{name_of_granted};

static_assert(sizeof(Code) == sizeof(void*), "a code is one pointer");
static_assert(std::is_trivially_copyable<Code>::value, "copying a code copies the pointer");
static_assert(granted == granted && granted.token() == "granted", "codes are constants");
static_assert(!std::is_constructible<Code, Code::Name&&>::value, "a name that dies makes no code");

TEST(Code, AConstantEqualsWhatIsInterned) {
  const Code interned = Code::intern("xx.outcome", "granted");
  EXPECT_EQ(interned, granted);
  EXPECT_EQ(std::hash<Code>{}(interned), std::hash<Code>{}(granted));
  EXPECT_EQ(interned.qualified(), "xx.outcome.granted");
}

TEST(Code, TheSameTokenOfAnotherTaxonomyIsAnotherCode) {
  EXPECT_NE(Code::intern("xx.group", "granted"), granted);
  EXPECT_NE(Code::intern("yy.outcome", "granted"), granted);
  EXPECT_NE(Code::intern("xx.outcome", "denied"), granted);
  // The border between the two belongs to a code.
  EXPECT_NE(Code::intern("xx", "outcome"), Code::intern("xx.outcome", "outcome"));
}

TEST(Code, IsOrderedByTaxonomyAndToken) {
  EXPECT_LT(Code::intern("xx.a", "z"), Code::intern("xx.b", "a"));
  EXPECT_LT(Code::intern("xx.a", "a"), Code::intern("xx.a", "b"));
  EXPECT_FALSE(granted < granted);
}

TEST(Code, PrintsItsToken) {
  std::ostringstream out;
  out << granted;
  EXPECT_EQ(out.str(), "granted");
}

TEST(Code, WhatIsNoWordIsRefused) {
  for (const char* bad : {"", "Granted", "1st", "a-b", "a.b", "a b", "予以公开"}) {
    EXPECT_THROW((void)Code::intern("xx.outcome", bad), InvalidArgumentError) << bad;
  }
  for (const char* bad : {"", ".", "xx.", ".xx", "xx..yy", "XX"}) {
    EXPECT_THROW((void)Code::intern(bad, "granted"), InvalidArgumentError) << bad;
  }
}

TEST(Code, ThreadsInternTheSameCode) {
  std::vector<std::thread> threads;
  std::vector<std::vector<Code>> found(4);
  for (auto& codes : found) {
    threads.emplace_back([&codes] {
      for (int i = 0; i < 200; ++i) {
        codes.push_back(Code::intern("xx.thread", "t" + std::to_string(i)));
      }
    });
  }
  for (auto& thread : threads) {
    thread.join();
  }
  for (const auto& codes : found) {
    EXPECT_EQ(codes, found.front());
  }
  EXPECT_EQ(std::unordered_set<Code>(found[0].begin(), found[0].end()).size(), 200U);
}

}  // namespace
}  // namespace gongkai
