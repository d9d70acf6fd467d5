// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <gongkai/gongkai.hpp>
#include <iterator>
#include <string>

namespace gongkai {
namespace {

namespace fs = std::filesystem;

TEST(Umbrella, HoldsEveryPublicHeaderButTheBridges) {
  const fs::path root = fs::path{GONGKAI_SOURCE_DIR} / "include";
  std::ifstream in{root / "gongkai/gongkai.hpp"};
  const std::string text{std::istreambuf_iterator<char>{in}, {}};
  int headers = 0;
  for (const auto& entry : fs::recursive_directory_iterator{root}) {
    const std::string name = fs::relative(entry.path(), root).generic_string();
    if (entry.path().extension() != ".hpp" || name == "gongkai/gongkai.hpp") {
      continue;
    }
    const std::string line = "#include <" + name + ">\n";
    const bool bridge = name.find("/interop/") != std::string::npos;
    EXPECT_EQ(text.find(line) != std::string::npos, !bridge) << "include/gongkai/gongkai.hpp: " << line;
    ++headers;
  }
  EXPECT_GT(headers, 20);
}

TEST(Umbrella, IsEnoughForTheFirstExample) {
  EXPECT_EQ(WorkCalendar::builtin("CN").add(Date{2024, 3, 4}, WorkingDays{20}), (Date{2024, 4, 1}));
}

}  // namespace
}  // namespace gongkai
