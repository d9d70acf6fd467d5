// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "unit/review/people.hpp"

namespace gongkai::town {
namespace {

ReviewEvent event(std::int64_t sequence, Date day, ReviewAction action, std::string row = {}) {
  ReviewEvent out{Envelope{"r1", day, day}, std::move(action)};
  out.envelope.sequence = sequence;
  out.envelope.by = {"zhou", "section_head", "zhao"};
  out.envelope.source = {row.empty() ? "" : "审查台账.xlsx", std::move(row)};
  return out;
}

TEST(ReviewCodec, AnEventIsOneLine) {
  auto approved = event(7, {2013, 3, 4}, ReviewApproved{"section_head", Conclusion::disclose, "", "", digest(1)}, "12");
  approved.envelope.recorded_on = Date{2013, 3, 5};
  approved.envelope.corrects = 3;
  EXPECT_EQ(
      to_json(approved),
      R"({"schema":1,"event":"review.approved","sequence":7,"subject":"r1","legal_day":"2013-03-04","recorded_on":"2013-03-05",)"
      R"("by":{"actor":"zhou","role":"section_head","on_behalf_of":"zhao"},"source":{"document":"审查台账.xlsx","row":"12"},)"
      R"("corrects":3,"data":{"stage":"section_head","conclusion":"disclose",)"
      R"("seen":"sha256:0100000000000000000000000000000000000000000000000000000000000000"}})");
  EXPECT_EQ(parse_review_event(to_json(approved)), approved);
}

TEST(ReviewCodec, BadLinesAreReportedWithFieldValueAndRule) {
  const auto good = to_json(event(1, {2013, 3, 4}, ReviewWithdrawn{"x"}));
  const auto with = [&](const std::string& from, const std::string& to) {
    auto line = good;
    return line.replace(line.find(from), from.size(), to);
  };
  const std::string bytes = "\xEF\xBB\xBF" + good + "\r\n\n" + with("2013-03-04", "2013-02-30") + "\n" + "{not json\n" +
                            with("review.withdrawn", "review.shredded") + "\n" +
                            with("\"reason\":\"x\"", "\"reason\":5") + "\n" + with("\"schema\":1", "\"schema\":2") +
                            "\n" + with("\"subject\":\"r1\",", "");
  const auto kept = read_review_events(bytes, OnBadLine::keep_good);
  EXPECT_EQ(kept.events.size(), 1U);
  ASSERT_EQ(kept.rejected.size(), 6U);
  EXPECT_EQ(kept.rejected[0],
            (RejectedLine{3, "/legal_day", "\"2013-02-30\"", "\"2013-02-30\" is no day; days are written YYYY-MM-DD"}));
  EXPECT_EQ(kept.rejected[1].line, 4);
  EXPECT_EQ(kept.rejected[1].value, "{not json");
  EXPECT_EQ(kept.rejected[2].rule, "there is no event \"shredded\" here");
  EXPECT_EQ(kept.rejected[3].field, "/data/reason");
  EXPECT_EQ(kept.rejected[3].value, "5");
  EXPECT_EQ(kept.rejected[4].field, "/schema");
  EXPECT_EQ(kept.rejected[5].rule, "the key \"subject\" is missing");
  EXPECT_TRUE(read_review_events(bytes, OnBadLine::keep_none).events.empty());
  EXPECT_EQ(read_review_events(bytes, OnBadLine::keep_none).rejected, kept.rejected);
}

TEST(ReviewCodec, ImportingARowAgainChangesNothingAndAChangedRowIsACorrection) {
  const Date today{2013, 4, 1};
  const auto submitted = event(0, {2013, 3, 4}, submission(), "12");
  const auto opinion1 = event(0, {2013, 3, 5}, ReviewOpinionGiven{Conclusion::disclose, "甲"}, "12");
  const auto opinion2 = event(0, {2013, 3, 5}, ReviewOpinionGiven{Conclusion::withhold, "乙"}, "12");
  auto known = import_again({}, {submitted, opinion1, opinion2}, today).append;
  ASSERT_EQ(known.size(), 3U);
  EXPECT_EQ(known[2].envelope.sequence, 3);

  const auto again = import_again(known, {submitted, opinion1, opinion2}, Date{2013, 4, 2});
  EXPECT_TRUE(again.append.empty());
  EXPECT_EQ(again.unchanged, 3);

  auto changed = opinion1;
  std::get<ReviewOpinionGiven>(changed.action).reason = "丙";
  const auto second = import_again(known, {submitted, changed, opinion2}, Date{2013, 4, 3});
  ASSERT_EQ(second.append.size(), 1U);
  EXPECT_EQ(second.corrected, 1);
  EXPECT_EQ(second.append[0].envelope.corrects, 2);
  EXPECT_EQ(second.append[0].envelope.sequence, 4);
  EXPECT_EQ(second.append[0].envelope.recorded_on, (Date{2013, 4, 3}));
  known.push_back(second.append[0]);
  // The corrected one is still the first of its kind in the row.
  EXPECT_EQ(import_again(known, {submitted, changed, opinion2}, Date{2013, 4, 4}).unchanged, 3);

  const auto third = import_again(known, {submitted, changed}, Date{2013, 4, 5});
  ASSERT_EQ(third.append.size(), 1U);
  EXPECT_EQ(third.retracted, 1);
  EXPECT_EQ(third.append[0].envelope.corrects, 3);
  EXPECT_EQ(action_name(third.append[0].action), "retracted");
  known.push_back(third.append[0]);
  EXPECT_EQ(import_again(known, {submitted, changed}, Date{2013, 4, 6}).unchanged, 2);

  // A row that is not in the file stays.
  EXPECT_TRUE(import_again(known, {}, Date{2013, 4, 7}).append.empty());
}

}  // namespace
}  // namespace gongkai::town
