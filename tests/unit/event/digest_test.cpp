// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/error.hpp>
#include <gongkai/event/clearance.hpp>
#include <gongkai/event/digest.hpp>

namespace {

using gongkai::Clearance;
using gongkai::Conclusion;
using gongkai::ContentDigest;
using gongkai::Date;

// FIPS 180-4: the SHA-256 of no bytes; GB/T 32905-2016, annex A.1: the SM3 of "abc".
constexpr const char* sha256_of_nothing = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr const char* sm3_of_abc = "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";

TEST(ContentDigest, IsWrittenAsItIsRead) {
  EXPECT_EQ(ContentDigest::parse(sha256_of_nothing).to_string(), sha256_of_nothing);
  EXPECT_EQ(ContentDigest::parse(sm3_of_abc).to_string(), sm3_of_abc);
  EXPECT_EQ(ContentDigest::parse("sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"),
            ContentDigest::parse(sha256_of_nothing));
}

TEST(ContentDigest, TheAlgorithmIsPartOfTheIdentity) {
  const auto bytes = ContentDigest::parse(sm3_of_abc).bytes();
  EXPECT_NE(ContentDigest(gongkai::DigestAlgorithm::sha256, bytes),
            ContentDigest(gongkai::DigestAlgorithm::sm3, bytes));
}

TEST(ContentDigest, RefusesWhatIsNone) {
  for (const char* text : {"", "sha256:", "sha256:00", "md5:d41d8cd98f00b204e9800998ecf8427e",
                           "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8eg",
                           "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}) {
    EXPECT_THROW((void)ContentDigest::parse(text), gongkai::InvalidArgumentError) << text;
  }
}

TEST(Clearance, PermitsExactlyTheBytesThatWereReviewedForDisclosure) {
  const auto digest = ContentDigest::parse(sha256_of_nothing);
  const auto other = ContentDigest::parse(sm3_of_abc);
  const Clearance open{"r1", Date{2013, 3, 4}, digest, Conclusion::disclose, std::nullopt, {}};
  EXPECT_TRUE(open.permits(digest));
  EXPECT_FALSE(open.permits(other));
  for (const auto conclusion : {Conclusion::disclose_in_part, Conclusion::withhold, Conclusion::refer}) {
    auto closed = open;
    closed.conclusion = conclusion;
    EXPECT_FALSE(closed.permits(digest)) << gongkai::to_string(conclusion);
    EXPECT_EQ(gongkai::parse_conclusion(gongkai::to_string(conclusion)), conclusion);
  }
  EXPECT_FALSE(gongkai::parse_conclusion("公开"));
}

}  // namespace
