// SPDX-License-Identifier: Apache-2.0
#include <gongkai/facts/sample.hpp>

#include <gtest/gtest.h>

#include <gongkai/catalogue/transitions.hpp>
#include <gongkai/error.hpp>
#include <gongkai/facts/tabulate.hpp>
#include <gongkai/report/check.hpp>
#include <gongkai/request/transitions.hpp>
#include <gongkai/review/transitions.hpp>
#include <set>

namespace gongkai {
namespace {

SampleOptions small() {
  SampleOptions out;
  out.requests = 3000;
  out.records = 300;
  return out;
}
constexpr Date last{2023, 12, 31};
constexpr Date never{9999, 12, 31};

TEST(SampleOffice, IsByProcedure) {
  const auto office = sample_office(small());
  const auto request_rules = RequestRules::builtin("CN");
  const auto requests = replay(office.requests, never, never, request_rules);
  EXPECT_TRUE(requests.findings.empty()) << requests.findings.front();
  const auto records = replay(office.records, never, never, CatalogueRules::builtin("CN"));
  EXPECT_TRUE(records.findings.empty()) << records.findings.front();
  EXPECT_TRUE(overdue(records.catalogue, last, CatalogueRules::builtin("CN")).size() < 10);
  const auto reviews = replay(office.reviews, never, never, ReviewRules::builtin("CN"));
  EXPECT_TRUE(reviews.findings.empty()) << reviews.findings.front();
  for (const auto& finding : check(requests.requests, last, request_rules)) {
    EXPECT_TRUE(finding.severity != Severity::error || finding.code == "CLK.REPLY_LATE") << finding;
  }
  // Some are answered late, as asked, and the others in time.
  int late = 0;
  for (const auto& [id, request] : requests.requests.requests) {
    late += reply_deadline(request, request_rules, last).status(last) == DeadlineStatus::late ? 1 : 0;
  }
  EXPECT_GT(late, 10);
  EXPECT_LT(late, 60);
}

TEST(SampleOffice, ComesToReportsWithoutFindings) {
  const auto office = sample_office(small());
  const auto rules = RequestRules::builtin("CN");
  const auto requests = replay(office.requests, last, last, rules).requests;
  const auto catalogue = replay(office.records, last, last, CatalogueRules::builtin("CN")).catalogue;
  const auto reviews = replay(office.reviews, last, last, ReviewRules::builtin("CN")).reviews;
  const auto facts = derive(requests, catalogue, reviews, rules);
  for (const auto& finding : facts.findings) {  // on their way at the turn of the year
    EXPECT_EQ(finding.severity, Severity::note) << finding;
  }
  EXPECT_GT(facts.requests.size(), 2900U);
  std::set<std::string> outcomes;
  for (const auto& fact : facts.requests) {
    outcomes.insert(fact.outcome);
  }
  EXPECT_GT(outcomes.size(), 15U);
  for (int year = 2019; year <= 2023; ++year) {
    const auto* form = year < 2021 ? "cn-trial-2019" : "cn-format-2021";
    const auto told = tabulate(Form::builtin(form), facts, rules.clock.rulebook(), year);
    EXPECT_TRUE(told.findings.empty()) << told.findings.front();
    for (const auto& finding : check(told.report)) {
      EXPECT_NE(finding.severity, Severity::error) << finding;
    }
    EXPECT_GT(told.report.cell("requests.new_received.total").value.unscaled, 550);
  }
}

TEST(SampleOffice, IsTheSameForTheSameOptions) {
  const auto one = sample_office(small());
  const auto two = sample_office(small());
  EXPECT_EQ(one.requests, two.requests);
  EXPECT_EQ(one.records, two.records);
  EXPECT_EQ(one.reviews, two.reviews);
  auto other = small();
  other.seed = 7;
  EXPECT_NE(to_json_lines(sample_office(other).requests), to_json_lines(one.requests));
  for (const auto& event : one.requests) {
    ASSERT_LE(event.envelope.legal_day, last);
  }
  other.years = 0;
  EXPECT_THROW((void)sample_office(other), InvalidArgumentError);
  other.years = 50;
  EXPECT_THROW((void)sample_office(other), InvalidArgumentError);
}

}  // namespace
}  // namespace gongkai
