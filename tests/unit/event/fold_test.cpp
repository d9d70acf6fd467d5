// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include <gongkai/event/fold.hpp>

namespace {

using gongkai::Date;
using gongkai::Envelope;
using gongkai::order_of;

constexpr Date never{9999, 12, 31};

Envelope event(std::int64_t sequence, Date legal, Date recorded, std::optional<std::int64_t> corrects = std::nullopt) {
  Envelope out{"r1", legal, recorded};
  out.sequence = sequence;
  out.corrects = corrects;
  return out;
}

std::vector<std::int64_t> sequences(const std::vector<Envelope>& events, Date as_of = never, Date known_at = never) {
  std::vector<const Envelope*> pointers;
  for (const auto& each : events) {
    pointers.push_back(&each);
  }
  std::vector<std::int64_t> out;
  for (const auto i : order_of(pointers, as_of, known_at).order) {
    out.push_back(events[i].sequence);
  }
  return out;
}

TEST(EventOrder, IsByLegalDayThenDayRecordedThenSequence) {
  EXPECT_EQ(sequences({event(1, {2020, 3, 5}, {2020, 3, 9}), event(2, {2020, 3, 4}, {2020, 3, 10}),
                       event(3, {2020, 3, 5}, {2020, 3, 5}), event(4, {2020, 3, 5}, {2020, 3, 5})}),
            (std::vector<std::int64_t>{2, 3, 4, 1}));
}

TEST(EventOrder, ShowsWhatWasSoByOneDayAndKnownByAnother) {
  const std::vector<Envelope> events{event(1, {2020, 3, 4}, {2020, 3, 4}), event(2, {2020, 3, 5}, {2020, 3, 20}),
                                     event(3, {2020, 3, 21}, {2020, 3, 21})};
  EXPECT_EQ(sequences(events, {2020, 3, 20}, never), (std::vector<std::int64_t>{1, 2}));
  EXPECT_EQ(sequences(events, never, {2020, 3, 19}), (std::vector<std::int64_t>{1}));
}

TEST(EventOrder, ACorrectionStandsWhereTheFirstVersionStood) {
  // Received and registered on one day; the receipt is corrected a month later.
  const std::vector<Envelope> events{event(1, {2020, 3, 4}, {2020, 3, 4}), event(2, {2020, 3, 4}, {2020, 3, 4}),
                                     event(3, {2020, 3, 4}, {2020, 4, 1}, 1)};
  EXPECT_EQ(sequences(events), (std::vector<std::int64_t>{3, 2}));
  EXPECT_EQ(sequences(events, never, {2020, 3, 31}), (std::vector<std::int64_t>{1, 2}));
}

TEST(EventOrder, ACorrectionToAnotherDayMovesTheEvent) {
  const std::vector<Envelope> events{event(1, {2020, 3, 4}, {2020, 3, 4}), event(2, {2020, 3, 6}, {2020, 3, 6}),
                                     event(3, {2020, 3, 9}, {2020, 4, 1}, 1)};
  EXPECT_EQ(sequences(events), (std::vector<std::int64_t>{2, 3}));
  EXPECT_EQ(sequences(events, {2020, 3, 8}, never), (std::vector<std::int64_t>{2}));
}

TEST(EventOrder, TheLastOfSeveralCorrectionsCounts) {
  const auto first = event(1, {2020, 3, 4}, {2020, 3, 4});
  // Both of the first version; or the second of the first correction.
  EXPECT_EQ(sequences({first, event(2, {2020, 3, 5}, {2020, 3, 6}, 1), event(3, {2020, 3, 6}, {2020, 3, 7}, 1)}),
            (std::vector<std::int64_t>{3}));
  EXPECT_EQ(sequences({first, event(2, {2020, 3, 5}, {2020, 3, 6}, 1), event(3, {2020, 3, 6}, {2020, 3, 7}, 2)}),
            (std::vector<std::int64_t>{3}));
}

TEST(EventOrder, WhatCorrectsNothingStandsForItselfAndIsReported) {
  std::vector<Envelope> events{event(1, {2020, 3, 4}, {2020, 3, 4}), event(2, {2020, 3, 5}, {2020, 3, 5}, 7),
                               event(3, {2020, 3, 5}, {2020, 3, 5}, 3)};
  auto stranger = event(4, {2020, 3, 6}, {2020, 3, 6}, 1);
  stranger.subject = "r2";
  events.push_back(stranger);
  EXPECT_EQ(sequences(events), (std::vector<std::int64_t>{1, 2, 3, 4}));
  std::vector<const Envelope*> pointers;
  for (const auto& each : events) {
    pointers.push_back(&each);
  }
  const auto findings = order_of(pointers, never, never).findings;
  ASSERT_EQ(findings.size(), 3U);
  for (const auto& finding : findings) {
    EXPECT_EQ(finding.code, "EVT.CORRECTS");
  }
}

TEST(EventOrder, ASequenceUsedTwiceIsReported) {
  const auto a = event(1, {2020, 3, 4}, {2020, 3, 4});
  const auto findings = order_of({&a, &a}, never, never).findings;
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().code, "EVT.SEQUENCE");
}

TEST(EventOrder, DoesNotDependOnTheOrderGiven) {
  std::vector<Envelope> events{event(1, {2020, 3, 4}, {2020, 3, 4}), event(2, {2020, 3, 4}, {2020, 3, 4}),
                               event(3, {2020, 3, 4}, {2020, 4, 1}, 1), event(4, {2020, 3, 1}, {2020, 4, 2}),
                               event(5, {2020, 3, 2}, {2020, 4, 3}, 3)};
  const auto expected = sequences(events);
  std::sort(events.begin(), events.end(), [](const auto& a, const auto& b) { return a.sequence < b.sequence; });
  do {
    ASSERT_EQ(sequences(events), expected);
  } while (std::next_permutation(events.begin(), events.end(),
                                 [](const auto& a, const auto& b) { return a.sequence < b.sequence; }));
}

}  // namespace
