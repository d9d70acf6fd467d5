// SPDX-License-Identifier: Apache-2.0
// Random registers over four years, regular and irregular, from fixed seeds: what every report of them must hold.
#include <gtest/gtest.h>

#include <algorithm>
#include <gongkai/facts/tabulate.hpp>
#include <gongkai/report/check.hpp>
#include <map>
#include <random>
#include <set>

#include "unit/request/office.hpp"

namespace gongkai::request_office {
namespace {

class Register {
 public:
  explicit Register(unsigned seed) : random_{seed} {}

  int below(int n) { return std::uniform_int_distribution<int>{0, n - 1}(random_); }
  bool one_in(int n) { return below(n) == 0; }

  std::vector<RequestEvent> events(int requests) {
    for (int i = 0; i < requests; ++i) {
      one("q" + std::to_string(i));
    }
    return std::move(events_);
  }

 private:
  void add(const std::string& id, Date day, RequestAction action) {
    events_.push_back(event(static_cast<std::int64_t>(events_.size()) + 1, day, std::move(action), id));
  }

  void one(const std::string& id) {
    static const std::vector<std::string> types{"natural_person", "commercial_enterprise", "legal_service_org", ""};
    const Date start = Date{2021, 1, 1} + CalendarDays{below(1300)};
    auto submitted = submission("a" + std::to_string(below(5)));
    submitted.applicant.type = types[static_cast<std::size_t>(one_in(20) ? 3 : below(3))];
    submitted.channel = one_in(10) ? "email" : "in_person";  // an e-mail that nobody confirms has no clock
    if (!one_in(25)) {
      add(id, start, submitted);
    }
    add(id, start, RequestRegistered{id, ""});
    if (one_in(8)) {
      add(id, start + CalendarDays{1}, correction_notice(start + CalendarDays{2}));
      add(id, start + CalendarDays{10 + below(30)}, RequestCorrected{});
    }
    const Date end = start + CalendarDays{below(one_in(4) ? 400 : 30) - (one_in(30) ? 40 : 0)};
    switch (below(8)) {
      case 0:
        return;  // pending
      case 1:
        add(id, end, RequestWithdrawn{});
        return;
      case 2:
        add(id, end, refused(one_in(6) ? "nonsense" : "not_processed_repeat"));
        break;
      case 3:
        add(id, end, refused());
        break;
      default:
        add(id, end, granted(end));
        break;
    }
    if (one_in(4)) {
      const Date opened = end + CalendarDays{below(60)};
      add(id, opened, RequestRemedyOpened{id + "-r", one_in(2) ? "reconsideration" : "litigation_direct", ""});
      if (!one_in(3)) {
        const Date concluded = opened + CalendarDays{below(300)};
        add(id, concluded, RequestRemedyConcluded{id + "-r", one_in(2) ? "upheld" : "corrected", "", one_in(2)});
        add(id, concluded + CalendarDays{below(60)}, granted(concluded));
      }
    }
  }

  std::mt19937 random_;
  std::vector<RequestEvent> events_;
};

std::int64_t number(const Tabulation& told, const std::string& path) {
  const auto cell = told.report.cell(path);
  EXPECT_TRUE(cell.is_number()) << path;
  return cell.value.unscaled;
}

TEST(FactsOfEveryRegister, TheIdentitiesOfTheFormHoldAndWhatIsCarriedOutIsCarriedIn) {
  const auto form = Form::builtin("cn-format-2021");
  std::int64_t counted = 0;
  for (unsigned seed = 1; seed <= 40; ++seed) {
    const auto history = replay(Register{seed}.events(60), never, never, rules());
    const auto facts = derive(history.requests, {}, {}, rules());
    std::map<int, Tabulation> told;
    for (int year = 2020; year <= 2026; ++year) {
      told.emplace(year, tabulate(form, facts, rules().clock.rulebook(), year, {}));
    }
    std::map<std::string, int> closings;
    for (const auto& [year, one] : told) {
      // An outcome that the form does not have is told, and leaves the balance open by exactly itself.
      const auto lost = std::count_if(one.findings.begin(), one.findings.end(),
                                      [](const Finding& finding) { return finding.code == "FCT.OUTCOME"; });
      const auto in = number(one, "requests.new_received.total") + number(one, "requests.carried_in.total");
      const auto out = number(one, "requests.handled_total.total") + number(one, "requests.carried_out.total");
      ASSERT_EQ(in, out + lost) << seed << " " << year;
      if (lost == 0) {
        const auto findings = check(one.report);
        ASSERT_TRUE(findings.empty()) << seed << " " << year << " " << findings.front().message;
      }
      const auto next = told.find(year + 1);
      if (next != told.end()) {
        for (const auto* type : {"natural_person", "commercial_enterprise", "legal_service_org"}) {
          ASSERT_EQ(number(one, std::string{"requests.carried_out."} + type),
                    number(next->second, std::string{"requests.carried_in."} + type))
              << seed << " " << year;
        }
      }
      // Every count leads back to as many facts.
      for (const auto& [path, sources] : one.sources) {
        ASSERT_EQ(number(one, path), static_cast<std::int64_t>(sources.size())) << path;
        counted += static_cast<std::int64_t>(sources.size());
        const bool closing = path.rfind("requests.", 0) == 0 && path.find("new_received") == std::string::npos &&
                             path.find("carried_") == std::string::npos;
        for (const auto& source : sources) {
          ASSERT_FALSE(source.events.empty());
          closings[source.fact] += closing ? 1 : 0;
        }
      }
    }
    // A request is closed in one cell of one year.
    for (const auto& [request, times] : closings) {
      ASSERT_LE(times, 1) << seed << " " << request;
    }
  }
  EXPECT_GT(counted, 2000);
}

TEST(FactsOfEveryRegister, EveryRequestCountsAsNewOnceOrIsTold) {
  const auto form = Form::builtin("cn-format-2021");
  for (unsigned seed = 1; seed <= 40; ++seed) {
    const auto history = replay(Register{seed}.events(60), never, never, rules());
    const auto facts = derive(history.requests, {}, {}, rules());
    std::set<std::string> told;
    for (const auto& finding : facts.findings) {
      told.insert(finding.cells.front());
    }
    std::int64_t received = 0;
    for (int year = 2020; year <= 2026; ++year) {
      const auto one = tabulate(form, facts, rules().clock.rulebook(), year, {});
      received += number(one, "requests.new_received.total");
      for (const auto& finding : one.findings) {
        if (finding.code == "FCT.TYPE") {
          told.insert(finding.cells.front());
        }
      }
    }
    ASSERT_EQ(received + static_cast<std::int64_t>(told.size()), static_cast<std::int64_t>(facts.requests.size()))
        << seed;
  }
}

}  // namespace
}  // namespace gongkai::request_office
