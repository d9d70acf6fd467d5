// SPDX-License-Identifier: Apache-2.0
// The seed's town, 不老屯镇 2013: 121 records drafted, reviewed in three stages (one returned, one consulted),
// published in time, 1 行政职责 and 120 业务动态, no request: the statistics of its report of 2013, cell by cell
// against the published text where that is at hand.
#include <gtest/gtest.h>

#include <gongkai/catalogue/public_view.hpp>
#include <gongkai/facts/tabulate.hpp>
#include <gongkai/report/check.hpp>
#include <gongkai/report/read.hpp>

#include "unit/catalogue/office.hpp"
#include "unit/report/corpus.hpp"
#include "unit/review/people.hpp"

namespace gongkai {
namespace {

struct Town {
  Catalogue catalogue;
  std::map<std::string, ReviewState> reviews;
  std::vector<RecordEvent> record_events;
};

// One record through the office: drafted, reviewed, published two weeks later.
void publish(Town& town, int n, const CatalogueRules& rules, const ReviewRules& review_rules) {
  const auto id = "record-" + std::to_string(n);
  const Date drafted = Date{2013, 1, 7} + CalendarDays{(n * 331) / 121};
  const Actor editor{"editor", {"editor"}};
  RecordData data;
  data.title = (n == 0 ? "不老屯镇人民政府行政职责" : "工作动态第" + std::to_string(n) + "期");
  data.kind = n == 0 ? "document" : "news";
  data.classes = {{"catalogue_class", n == 0 ? "class_duties" : "class_activities"}};
  data.full_text = true;
  data.digest = town::digest(n);
  const auto act = [&](const RecordAction& command, Date day) {
    for (auto& event : decide(town.catalogue, id, command, editor, {day, day}, rules)) {
      event.envelope.sequence = static_cast<std::int64_t>(town.record_events.size()) + 1;
      town.catalogue = apply(std::move(town.catalogue), event, rules);
      town.record_events.push_back(std::move(event));
    }
  };
  act(RecordDrafted{data}, drafted);
  act(RecordAttributeDecided{"proactive", "", "", "", std::nullopt}, drafted);

  town::Desk review{review_rules, "review-" + std::to_string(n)};
  auto submission = town::submission("town_three_stages", n);
  submission.about = id;
  review.act(town::drafter, submission, drafted);
  if (n == 7) {
    review.act(town::section_head, ReviewReturned{"标题不规范"}, drafted)
        .act(town::drafter, submission, drafted + CalendarDays{1});
  }
  const Date decided = drafted + CalendarDays{2};
  if (n == 19) {
    review.act(town::section_head, ReviewConsultationOpened{"是否涉及个人隐私"}, decided);
    review.act(town::section_head, ReviewOpinionGiven{Conclusion::disclose, ""}, decided);
    review.act(town::leader_in_charge, ReviewOpinionGiven{Conclusion::disclose, ""}, decided);
    review.act(town::section_head, ReviewConsultationConcluded{Conclusion::disclose, "不涉及"}, decided);
  }
  for (const auto* actor : {&town::section_head, &town::leader_in_charge, &town::principal_leader}) {
    review.act(*actor, town::yes(), decided);
  }
  act(RecordPublished{"website", "", review.state().clearance}, drafted + CalendarDays{14});
  town.reviews.emplace(review.state().id, review.state());
}

TEST(SeedTown, TheYear2013ComesToTheFiguresOfItsReport) {
  const auto rules = CatalogueRules::builtin("CN");
  const auto review_rules = ReviewRules::builtin("CN");
  Town town;
  for (int n = 0; n < 121; ++n) {
    publish(town, n, rules, review_rules);
  }
  const auto replayed = replay(town.record_events, {2013, 12, 31}, {2013, 12, 31}, rules);
  EXPECT_TRUE(replayed.findings.empty());
  EXPECT_TRUE(overdue(replayed.catalogue, {2013, 12, 31}, rules).empty());
  EXPECT_EQ(public_view(replayed.catalogue, {2013, 12, 31}).size(), 121U);
  EXPECT_EQ(town.reviews.at("review-7").round, 2);

  const auto request_rules = RequestRules::builtin("CN");
  // Complaints come to another office, which tells the town.
  RequestRegister requests;
  requests = apply(std::move(requests),
                   RequestEvent{Envelope{"complaints-2013", {2013, 12, 31}, {2013, 12, 31}},
                                FigureDeclared{2013, "narrative.complaints", Decimal{0, 0}, "镇信访办统计"}},
                   request_rules);
  const auto facts = derive(requests, replayed.catalogue, town.reviews, request_rules);
  EXPECT_EQ(facts.reviews.size(), 121U);
  TabulateOptions options;
  options.organisation = "不老屯镇人民政府";
  const auto told = tabulate(Form::builtin("cn-narrative-2008"), facts, request_rules.clock.rulebook(), 2013, options);
  EXPECT_TRUE(told.findings.empty());
  const auto& report = told.report;
  EXPECT_EQ(report.figure("proactive_total").value, (Decimal{121, 0}));
  EXPECT_EQ(report.figure("fulltext_rate_percent").value, (Decimal{100, 0}));
  for (const char* none : {"requests_received", "reconsiderations", "litigations", "clarifications"}) {
    EXPECT_EQ(report.figure(none).value, (Decimal{0, 0})) << none;
  }
  const std::pair<const char*, std::pair<int, const char*>> classes[] = {{"机构职能类", {0, "0%"}},
                                                                         {"法规文件类", {0, "0%"}},
                                                                         {"规划计划类", {0, "0%"}},
                                                                         {"行政职责类", {1, "0.83%"}},
                                                                         {"业务动态类", {120, "99.17%"}}};
  ASSERT_EQ(report.classes.size(), 5U);
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(report.classes[i].label, classes[i].first);
    EXPECT_EQ(report.classes[i].count.value, (Decimal{classes[i].second.first, 0}));
    EXPECT_EQ(report.classes[i].percent.printed, classes[i].second.second);
  }
  EXPECT_TRUE(check(report).empty());
  EXPECT_EQ(told.trace("narrative.classes.行政职责类.count").front().fact, "record-0");

  // Against the published text.
  const auto text = testing::slurp(testing::corpus_directory() + "/reports/2013-bulaotun.txt");
  if (!text && !testing::corpus_required()) {
    GTEST_SKIP() << "the published report is not at hand";
  }
  ASSERT_TRUE(text);
  const auto published = read(*text);
  ASSERT_FALSE(published.narrative.empty());
  for (const auto& [slot, cell] : published.narrative) {
    EXPECT_EQ(report.figure(slot).value, cell.value) << slot;
    EXPECT_TRUE(report.figure(slot).is_number()) << slot;
  }
  ASSERT_EQ(published.classes.size(), report.classes.size());
  for (std::size_t i = 0; i < report.classes.size(); ++i) {
    EXPECT_EQ(published.classes[i].label.find(report.classes[i].label), 0U) << published.classes[i].label;
    EXPECT_EQ(published.classes[i].count.value, report.classes[i].count.value);
    EXPECT_EQ(published.classes[i].percent.value, report.classes[i].percent.value);
  }
}

}  // namespace
}  // namespace gongkai
