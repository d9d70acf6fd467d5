// SPDX-License-Identifier: Apache-2.0
#include <gongkai/facts/stream.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <gongkai/error.hpp>
#include <gongkai/event/fold.hpp>
#include <gongkai/facts/sample.hpp>

#include "io/fact_fields.hpp"
#include "request/apply_one.hpp"
#include "unit/request/office.hpp"

namespace gongkai::request_office {
namespace {

template <typename Fact>
std::vector<std::string> lines_of(const std::vector<Fact>& list) {
  std::vector<std::string> out;
  for (const auto& fact : list) {
    std::string line;
    detail::for_each_field<Fact>(
        [&](const auto& field) { line += detail::to_json_value(fact.*field.member).dump() + ";"; });
    out.push_back(std::move(line));
  }
  std::sort(out.begin(), out.end());
  return out;
}

SampleOffice office() {
  SampleOptions options;
  options.requests = 3000;
  options.records = 0;
  return sample_office(options);
}

TEST(RequestStream, TellsTheFactsOfTheWholeHistoryAndHoldsTheOpenCases) {
  const auto events = office().requests;
  const Date last{2023, 12, 31};
  const auto whole = derive(replay(events, last, never, rules()).requests, {}, {}, rules());
  RequestStream stream{rules()};
  std::size_t most = 0;
  Facts told;
  const auto keep = [&](Facts more) {
    told.requests.insert(told.requests.end(), more.requests.begin(), more.requests.end());
    told.remedies.insert(told.remedies.end(), more.remedies.begin(), more.remedies.end());
    told.fees.insert(told.fees.end(), more.fees.begin(), more.fees.end());
  };
  for (const auto i : order_of(events, last, never).order) {
    stream.add(events[i]);
    most = std::max(most, stream.held());
    keep(stream.take());
  }
  keep(stream.finish());
  EXPECT_EQ(stream.held(), 0U);
  EXPECT_EQ(lines_of(told.requests), lines_of(whole.requests));
  EXPECT_EQ(lines_of(told.remedies), lines_of(whole.remedies));
  EXPECT_EQ(lines_of(told.fees), lines_of(whole.fees));
  // A year's cases and what is open, not the five years.
  EXPECT_LT(most, 1000U);
}

// The most cases that a stream holds on the way through an office's events.
std::size_t most_held(std::int64_t requests, std::int32_t years) {
  SampleOptions options;
  options.first_year = 2015;
  options.years = years;
  options.requests = requests;
  options.records = 0;
  const auto events = sample_office(options).requests;
  RequestStream stream{rules()};
  std::size_t most = 0;
  for (const auto i : order_of(events, never, never).order) {
    stream.add(events[i]);
    most = std::max(most, stream.held());
  }
  return most;
}

TEST(RequestStream, HoldsWhatAYearBringsHoweverLongTheHistory) {
  const auto two_years = most_held(400, 2);
  EXPECT_GT(two_years, 200U);
  // Four times as long, with as many requests a year: hardly more.
  EXPECT_LT(most_held(1600, 8), two_years * 5 / 4);
  // Four times as many requests a year: four times as much.
  EXPECT_NEAR(static_cast<double>(most_held(1600, 2)), 4.0 * static_cast<double>(two_years), 0.1 * 4.0 * 200.0);
}

TEST(RequestStream, ServesOneAgencyAfterTheOther) {
  const auto events = office().requests;
  const auto order = order_of(events, never, never).order;
  const auto facts_by = [&](RequestStream& stream) {
    for (const auto i : order) {
      stream.add(events[i]);
    }
    return stream.finish();
  };
  RequestStream stream{rules()};
  const auto first = facts_by(stream);
  EXPECT_EQ(stream.held(), 0U);
  const auto second = facts_by(stream);
  EXPECT_EQ(lines_of(second.requests), lines_of(first.requests));
  EXPECT_EQ(lines_of(second.remedies), lines_of(first.remedies));
}

TEST(RequestStream, TakesDaysInTheirOrderOnly) {
  RequestStream stream{rules()};
  stream.add(event(1, {2023, 3, 6}, submission()));
  EXPECT_THROW(stream.add(event(2, {2023, 3, 5}, RequestArrived{})), InvalidArgumentError);
}

TEST(RequestStream, BringsFiguresAndInquiriesAlong) {
  RequestStream stream{rules()};
  stream.add(event(1, {2023, 1, 3}, OpeningBalance{2023, "requests", "carried_in", "natural_person", 1, "年报"}, "o"));
  stream.add(event(2, {2023, 1, 4}, InquiryRecorded{"phone", "时间"}, "i"));
  stream.add(event(3, {2023, 2, 1}, RequestRegistered{"旧1", "natural_person"}, "old"));
  stream.add(event(4, {2023, 2, 6}, refused(), "old"));
  const auto facts = stream.finish();
  EXPECT_EQ(facts.figures.size(), 1U);
  EXPECT_EQ(facts.inquiries.size(), 1U);
  ASSERT_EQ(facts.requests.size(), 1U);
  EXPECT_TRUE(facts.requests[0].brought_along);
}

// The memory of one case serves the next and nothing of it stays: every state of a register, begun anew, is a new one.
TEST(RequestStream, ACaseBegunAnewIsANewOne) {
  const auto history = replay(office().requests, never, never, rules());
  for (auto [id, state] : history.requests.requests) {
    detail::begin_anew(state);
    ASSERT_EQ(state, RequestState{""}) << id;
  }
}

}  // namespace
}  // namespace gongkai::request_office
