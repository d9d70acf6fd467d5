// SPDX-License-Identifier: Apache-2.0
#include <gongkai/office/digest.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <gongkai/error.hpp>

namespace gongkai {
namespace {

constexpr auto sha256 = DigestAlgorithm::sha256;
constexpr auto sm3 = DigestAlgorithm::sm3;

// FIPS 180-4 examples (NIST, SHA256.pdf); GB/T 32905-2016, annex A.
TEST(Digest, IsThatOfThePublishedExamples) {
  EXPECT_EQ(digest_of("", sha256).to_string(),
            "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(digest_of("abc", sha256).to_string(),
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(digest_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", sha256).to_string(),
            "sha256:248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(digest_of("abc", sm3).to_string(), "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  std::string sixteen_times;
  for (int i = 0; i < 16; ++i) {
    sixteen_times += "abcd";
  }
  EXPECT_EQ(digest_of(sixteen_times, sm3).to_string(),
            "sm3:debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
}

TEST(Digest, DoesNotDependOnWhereTheContentIsCut) {
  std::string text;
  for (int i = 0; i < 1000; ++i) {
    text += "政府信息公开" + std::to_string(i);
  }
  for (const auto algorithm : {sha256, sm3}) {
    for (const std::size_t length : {std::size_t{1}, std::size_t{63}, std::size_t{64}, std::size_t{997}}) {
      Digester digester{algorithm};
      for (std::size_t at = 0; at < text.size(); at += length) {
        digester.add(std::string_view{text}.substr(at, length));
      }
      EXPECT_EQ(digester.finish(), digest_of(text, algorithm)) << length;
    }
  }
}

TEST(Digest, FinishesOnce) {
  Digester digester{sha256};
  Digester moved{std::move(digester)};
  moved.add("abc");
  EXPECT_EQ(moved.finish(), digest_of("abc", sha256));
  EXPECT_THROW((void)moved.finish(), InvalidArgumentError);
  EXPECT_THROW(moved.add("x"), InvalidArgumentError);
}

TEST(Digest, OfAFileIsThatOfItsBytes) {
  const auto path = std::filesystem::temp_directory_path() / std::filesystem::u8path("gongkai 摘要.bin");
  const std::string bytes(200000, '\0');
  std::ofstream{path, std::ios::binary} << bytes;
  EXPECT_EQ(digest_of_file(path.u8string(), sm3), digest_of(bytes, sm3));
  std::ofstream{path, std::ios::binary} << "";
  EXPECT_EQ(digest_of_file(path.u8string(), sm3), digest_of("", sm3));
  std::filesystem::remove(path);
  EXPECT_THROW((void)digest_of_file(path.u8string(), sha256), ParseError);
  EXPECT_THROW((void)digest_of_file(std::filesystem::temp_directory_path().u8string(), sha256), ParseError);
}

}  // namespace
}  // namespace gongkai
