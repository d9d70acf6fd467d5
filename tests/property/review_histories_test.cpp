// SPDX-License-Identifier: Apache-2.0
// Random histories of reviews, regular and irregular, from fixed seeds: what holds for every one of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <gongkai/event/fold.hpp>
#include <random>

#include "property/histories.hpp"
#include "unit/review/people.hpp"

namespace gongkai::town {
namespace {

constexpr Date first_day{2013, 1, 1};

const std::vector<const Actor*>& everybody() {
  static const Actor clock{"clock", {"system"}};
  static const std::vector<const Actor*> all{&drafter,       &section_head,     &leader_in_charge,
                                             &secrecy_group, &principal_leader, &clock};
  return all;
}

class Generator {
 public:
  explicit Generator(unsigned seed) : random_{seed} {}

  int below(int n) { return std::uniform_int_distribution<int>{0, n - 1}(random_); }

  ReviewAction action() {
    const auto conclusion = static_cast<Conclusion>(below(4));
    static const std::vector<std::string> stages{"", "section_head", "leader_in_charge", "principal_leader"};
    static const std::vector<std::string> policies{"town_three_stages", "one_stage", "silence_is_consent", "elsewhere"};
    switch (below(16)) {
      case 0:
      case 1:
      case 2:
        return submission(policies[static_cast<std::size_t>(below(4))], below(3));
      case 3:
        return ReviewEscalated{"逾期"};
      case 4:
        return ReviewConsentBySilence{};
      case 5:
        return ReviewReturned{below(2) == 0 ? "" : "改\"格式\"\n"};
      case 6:
        return ReviewRefused{"process_information", "", "讨论稿"};
      case 7:
        return ReviewReferred{"保密局", "?"};
      case 8:
        return ReviewReferralAnswered{conclusion, "函", "", ""};
      case 9:
        return ReviewConsultationOpened{"?"};
      case 10:
        return ReviewOpinionGiven{conclusion, ""};
      case 11:
        return ReviewConsultationConcluded{conclusion, ""};
      case 12:
        return ReviewContentChanged{digest(below(3)), ""};
      case 13:
        return ReviewWithdrawn{""};
      default: {
        auto out = yes(stages[static_cast<std::size_t>(below(4))]);
        out.conclusion = conclusion;
        if (below(3) == 0) {
          out.seen = digest(below(3));
        }
        return out;
      }
    }
  }

  std::vector<ReviewEvent> history(int length) {
    std::vector<ReviewEvent> out;
    for (int i = 0; i < length; ++i) {
      const Date legal = first_day + CalendarDays{below(40)};
      ReviewEvent event{Envelope{"r" + std::to_string(below(3)), legal, legal + CalendarDays{below(20)}}, action()};
      event.envelope.sequence = i + 1;
      const auto& actor = *everybody()[static_cast<std::size_t>(below(6))];
      event.envelope.by = {actor.id(), actor.roles().front(), below(5) == 0 ? "zhao" : ""};
      if (i > 0 && below(6) == 0) {
        const auto& target = out[static_cast<std::size_t>(below(i))];
        event.envelope.corrects = target.envelope.sequence;
        event.envelope.subject = target.envelope.subject;
        if (below(3) == 0) {
          event.action = ReviewRetracted{"误登"};
        }
      }
      out.push_back(std::move(event));
    }
    return out;
  }

  std::mt19937& random() { return random_; }

 private:
  std::mt19937 random_;
};

TEST(ReviewHistories, ReplayIsTheFoldOfTheEventsInTheirOrder) {
  const auto rules = ReviewRules::builtin("CN");
  for (unsigned seed = 1; seed <= testing::seeds(300, 1); ++seed) {
    Generator generator{seed};
    const auto events = generator.history(30);
    const Date as_of = first_day + CalendarDays{generator.below(60)};
    const Date known_at = first_day + CalendarDays{generator.below(60)};
    const auto whole = replay(events, as_of, known_at, rules);
    std::map<std::string, ReviewState> stepwise;
    for (const auto i : order_of(events, as_of, known_at).order) {
      ASSERT_LE(events[i].envelope.legal_day, as_of);
      ASSERT_LE(events[i].envelope.recorded_on, known_at);
      auto& state = stepwise.try_emplace(events[i].envelope.subject, events[i].envelope.subject).first->second;
      ASSERT_TRUE(!state.last_day || *state.last_day <= events[i].envelope.legal_day) << seed;
      state = apply(state, events[i], rules);
    }
    ASSERT_EQ(whole.reviews, stepwise) << seed;
  }
}

TEST(ReviewHistories, TheOrderInWhichEventsAreGivenDoesNotMatter) {
  const auto rules = ReviewRules::builtin("CN");
  for (unsigned seed = 1; seed <= testing::seeds(200, 1); ++seed) {
    Generator generator{seed};
    auto events = generator.history(30);
    const auto before = replay(events, never, never, rules);
    std::shuffle(events.begin(), events.end(), generator.random());
    const auto after = replay(events, never, never, rules);
    ASSERT_EQ(before.reviews, after.reviews) << seed;
    ASSERT_EQ(before.findings, after.findings) << seed;
  }
}

TEST(ReviewHistories, JsonLinesComeBackAsTheyWere) {
  for (unsigned seed = 1; seed <= testing::seeds(200, 1); ++seed) {
    const auto events = Generator{seed}.history(30);
    const auto file = read_review_events(to_json_lines(events), OnBadLine::keep_none);
    ASSERT_TRUE(file.rejected.empty());
    ASSERT_EQ(file.events, events) << seed;
  }
}

TEST(ReviewHistories, WhatWasDecidedHasNoFindings) {
  const auto rules = ReviewRules::builtin("CN");
  int decided = 0;
  for (unsigned seed = 1; seed <= testing::seeds(300, 1); ++seed) {
    Generator generator{seed};
    Desk desk{rules};
    Date day{2013, 3, 1};
    for (int i = 0; i < 60; ++i) {
      day = day + CalendarDays{generator.below(3)};
      try {
        desk.act(*everybody()[static_cast<std::size_t>(generator.below(6))], generator.action(), day);
        ++decided;
      } catch (const TransitionError& error) {
        ASSERT_FALSE(error.stage().empty());
      }
    }
    ASSERT_TRUE(desk.state().findings.empty()) << seed << " " << desk.state().findings.front().message;
    const auto again = replay(desk.events(), never, never, rules).reviews;
    const auto found = again.find("review-1");
    ASSERT_EQ(found == again.end() ? ReviewState{"review-1"} : found->second, desk.state()) << seed;
    // A clearance stands exactly while the review is completed, and is of the content that was handed in last.
    ASSERT_EQ(desk.state().clearance.has_value(), desk.state().stage == ReviewStage::completed);
    ASSERT_TRUE(!desk.state().clearance || desk.state().clearance->digest == *desk.state().digest);
  }
  EXPECT_GT(decided, 1000);  // the generator does reach the inside of a review
}

}  // namespace
}  // namespace gongkai::town
