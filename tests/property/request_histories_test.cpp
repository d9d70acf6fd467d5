// SPDX-License-Identifier: Apache-2.0
// Random histories of requests and of records, regular and irregular, from fixed seeds: what holds for every one.
#include <gtest/gtest.h>

#include <algorithm>
#include <gongkai/catalogue/public_view.hpp>
#include <gongkai/event/fold.hpp>
#include <random>

#include "property/histories.hpp"
#include "unit/catalogue/office.hpp"
#include "unit/request/office.hpp"

namespace gongkai {
namespace {

constexpr Date first_day{2021, 3, 1};
constexpr Date never{9999, 12, 31};

class Dice {
 public:
  explicit Dice(unsigned seed) : random_{seed} {}
  int below(int n) { return std::uniform_int_distribution<int>{0, n - 1}(random_); }
  bool one_in(int n) { return below(n) == 0; }
  std::mt19937& random() { return random_; }

 private:
  std::mt19937 random_;
};

RequestAction request_action(Dice& dice, Date day) {
  namespace office = request_office;
  RequestServed served;
  served.document = dice.one_in(2) ? "" : "correction-1";
  served.delivered_on = day;
  served.service = dice.one_in(3) ? "china_post" : "";
  const std::vector<RequestAction> all{
      office::submission("a" + std::to_string(dice.below(2))),
      RequestArrived{},
      RequestAcknowledged{},
      RequestConfirmed{},
      RequestRegistered{"1", dice.one_in(2) ? "natural_person" : "other_org"},
      RequestIdentified{"a" + std::to_string(dice.below(3)), ""},
      RequestSplit{{"x", "y"}},
      office::correction_notice(day),
      RequestCorrected{"", dice.one_in(3), dice.one_in(3), std::nullopt},
      RequestCorrectionLapsed{},
      RequestThirdPartyConsulted{"甲", office::letter("c1", day)},
      RequestThirdPartyAnswered{"甲", "consents"},
      RequestAgencyConsulted{"乙", "coordination", office::letter("c2")},
      RequestAgencyAnswered{"乙", "refuses"},
      RequestReasonsAsked{office::letter("r1")},
      RequestReasonsGiven{dice.one_in(2)},
      RequestDeferred{day + CalendarDays{dice.below(40)}},
      RequestFeeNoticed{office::letter("f1", day), "fee_per_page", 38000, 68},
      RequestFeePaid{dice.one_in(2) ? 38000 : 10000},
      RequestFeeWaived{"economic_hardship", ""},
      RequestFeeLapsed{},
      office::extension(dice.below(25)),
      office::granted(day, dice.below(2)),
      office::refused(dice.one_in(5) ? "nonsense" : "denied_process"),
      served,
      RequestFiled{},
      RequestWithdrawn{"x"},
      RequestRemedyOpened{"r" + std::to_string(dice.below(2)), "reconsideration", ""},
      RequestRemedyConcluded{"r" + std::to_string(dice.below(2)), "corrected", "", dice.one_in(2)},
      InquiryRecorded{"online", "x"},
      OpeningBalance{2021, "requests", "carried_in", "total", 1, "年报"}};
  // A history begins somehow, most of the time.
  return dice.one_in(6) ? all[static_cast<std::size_t>(dice.one_in(2) ? 0 : 4)]
                        : all[static_cast<std::size_t>(dice.below(static_cast<int>(all.size())))];
}

RecordAction record_action(Dice& dice, Date day) {
  namespace office = catalogue_office;
  const int content = dice.below(3);
  const std::vector<RecordAction> all{RecordDrafted{office::data("标题" + std::to_string(content), content)},
                                      office::proactive(),
                                      office::withheld(),
                                      RecordChanged{office::data("改", content), "x"},
                                      RecordAmended{office::data("更正", content), "x"},
                                      RecordIndexed{"000014349/2018-0022" + std::to_string(dice.below(3))},
                                      RecordLinked{{"quotes", "s" + std::to_string(dice.below(3)), ""}},
                                      RecordUnlinked{{"quotes", "s" + std::to_string(dice.below(3)), ""}},
                                      RecordDraftOpened{"website", day, "", office::cleared(content, day)},
                                      RecordFeedbackPublished{4, 3, ""},
                                      office::publication(content, day),
                                      RecordPublished{"gazette", "", std::nullopt},
                                      RecordClarified{"", "谣言"},
                                      RecordRepealed{"x", ""},
                                      RecordWithdrawn{"x"}};
  return all[static_cast<std::size_t>(dice.below(static_cast<int>(all.size())))];
}

template <typename Event, typename MakeAction>
std::vector<Event> history(Dice& dice, int length, MakeAction make_action) {
  std::vector<Event> out;
  for (int i = 0; i < length; ++i) {
    const Date legal = first_day + CalendarDays{dice.below(60)};
    Event event{Envelope{"s" + std::to_string(dice.below(3)), legal, legal + CalendarDays{dice.below(20)}},
                make_action(dice, legal)};
    event.envelope.sequence = i + 1;
    event.envelope.by = {"wang", "handler", {}};
    if (i > 0 && dice.one_in(8)) {
      const auto& target = out[static_cast<std::size_t>(dice.below(i))];
      event.envelope.corrects = target.envelope.sequence;
      event.envelope.subject = target.envelope.subject;
    }
    out.push_back(std::move(event));
  }
  return out;
}

TEST(RequestHistories, ReplayIsTheFoldOfTheEventsInTheirOrderHoweverTheyAreGiven) {
  const auto& rules = request_office::rules();
  for (unsigned seed = 1; seed <= testing::seeds(150, 3); ++seed) {
    Dice dice{seed};
    auto events = history<RequestEvent>(dice, 40, request_action);
    const Date as_of = first_day + CalendarDays{dice.below(90)};
    const Date known_at = first_day + CalendarDays{dice.below(90)};
    const auto whole = replay(events, as_of, known_at, rules);
    RequestRegister stepwise;
    for (const auto i : order_of(events, as_of, known_at).order) {
      ASSERT_LE(events[i].envelope.legal_day, as_of);
      ASSERT_LE(events[i].envelope.recorded_on, known_at);
      stepwise = apply(stepwise, events[i], rules);
    }
    ASSERT_EQ(whole.requests.requests, stepwise.requests) << seed;
    std::shuffle(events.begin(), events.end(), dice.random());
    const auto shuffled = replay(events, as_of, known_at, rules);
    ASSERT_EQ(whole.requests.requests, shuffled.requests.requests) << seed;
    ASSERT_EQ(whole.findings, shuffled.findings) << seed;
    // The clock takes whatever came of it.
    for (const auto& [id, request] : whole.requests.requests) {
      ASSERT_EQ(request.history.events().size(), request.history_documents.size());
      (void)reply_deadline(request, rules, as_of).findings();
    }
  }
}

TEST(RequestHistories, JsonLinesComeBackAsTheyWere) {
  for (unsigned seed = 1; seed <= testing::seeds(100, 3); ++seed) {
    Dice dice{seed};
    const auto events = history<RequestEvent>(dice, 40, request_action);
    const auto file = read_request_events(to_json_lines(events), OnBadLine::keep_none);
    ASSERT_TRUE(file.rejected.empty());
    ASSERT_EQ(file.events, events) << seed;
  }
}

TEST(RequestHistories, WhatWasDecidedHasNoFindings) {
  int decided = 0;
  for (unsigned seed = 1; seed <= testing::seeds(150, 3); ++seed) {
    Dice dice{seed};
    request_office::Desk desk;
    Date day = first_day;
    for (int i = 0; i < 60; ++i) {
      day = day + CalendarDays{dice.below(4)};
      try {
        desk.act("s" + std::to_string(dice.below(2)), request_action(dice, day), day);
        ++decided;
      } catch (const TransitionError& error) {
        ASSERT_FALSE(error.stage().empty());
      } catch (const InvalidArgumentError&) {
        // A fee asked of a request whose applicant is not known.
      }
    }
    const auto again = replay(desk.events(), never, never, request_office::rules());
    ASSERT_EQ(again.requests.requests, desk.requests().requests) << seed;
    for (const auto& finding : again.findings) {
      // A refusal without evidence may be decided, and is told.
      ASSERT_EQ(finding.code, "REQ.EVIDENCE") << seed << " " << finding.message;
    }
  }
  EXPECT_GT(decided, 1000);
}

TEST(RecordHistories, ReplayIsTheFoldOfTheEventsInTheirOrderHoweverTheyAreGiven) {
  const auto& rules = catalogue_office::rules();
  for (unsigned seed = 1; seed <= testing::seeds(200, 3); ++seed) {
    Dice dice{seed};
    auto events = history<RecordEvent>(dice, 40, record_action);
    const auto file = read_record_events(to_json_lines(events), OnBadLine::keep_none);
    ASSERT_EQ(file.events, events) << seed;
    const Date as_of = first_day + CalendarDays{dice.below(90)};
    const auto whole = replay(events, as_of, never, rules);
    Catalogue stepwise;
    for (const auto i : order_of(events, as_of, never).order) {
      stepwise = apply(stepwise, events[i], rules);
    }
    ASSERT_EQ(whole.catalogue.records, stepwise.records) << seed;
    std::shuffle(events.begin(), events.end(), dice.random());
    ASSERT_EQ(whole.catalogue.records, replay(events, as_of, never, rules).catalogue.records) << seed;
    // Nothing is shown whose attribute does not say so.
    const auto shown = public_view(whole.catalogue, as_of);
    const auto proactive = std::count_if(whole.catalogue.records.begin(), whole.catalogue.records.end(),
                                         [](const auto& entry) { return entry.second.mode == "proactive"; });
    ASSERT_LE(static_cast<std::ptrdiff_t>(shown.size()), proactive);
  }
}

TEST(RecordHistories, WhatWasDecidedHasNoFindingsButOfLateness) {
  int decided = 0;
  for (unsigned seed = 1; seed <= testing::seeds(200, 3); ++seed) {
    Dice dice{seed};
    catalogue_office::Desk desk;
    Date day = first_day;
    for (int i = 0; i < 60; ++i) {
      day = day + CalendarDays{dice.below(4)};
      try {
        desk.act("s" + std::to_string(dice.below(2)), record_action(dice, day), day);
        ++decided;
      } catch (const TransitionError& error) {
        ASSERT_FALSE(error.stage().empty());
      }
    }
    const auto again = replay(desk.events(), never, never, catalogue_office::rules());
    ASSERT_EQ(again.catalogue.records, desk.catalogue().records) << seed;
    for (const auto& finding : again.findings) {
      ASSERT_EQ(finding.code, "CAT.LATE") << seed << " " << finding.message;
    }
  }
  EXPECT_GT(decided, 1000);
}

}  // namespace
}  // namespace gongkai
