// SPDX-License-Identifier: Apache-2.0
// Random registers over four years, regular and irregular, from fixed seeds: what every report of them must hold.
#include <gtest/gtest.h>

#include <algorithm>
#include <gongkai/event/fold.hpp>
#include <gongkai/facts/tabulate.hpp>
#include <gongkai/report/check.hpp>
#include <map>
#include <random>
#include <set>

#include "property/histories.hpp"
#include "unit/request/office.hpp"

namespace gongkai::request_office {
namespace {

constexpr int requests_each = 60;

unsigned registers() { return testing::seeds(40, requests_each); }

class Register {
 public:
  explicit Register(unsigned seed) : random_{seed} {}

  int below(int n) { return std::uniform_int_distribution<int>{0, n - 1}(random_); }
  bool one_in(int n) { return below(n) == 0; }

  std::vector<RequestEvent> events(int requests = requests_each) {
    for (int i = 0; i < requests; ++i) {
      one("q" + std::to_string(i));
    }
    // Some things were written down wrongly, or never were.
    const auto first = static_cast<int>(events_.size());
    for (int i = 0; i < first; ++i) {
      if (one_in(40)) {
        auto again = events_[static_cast<std::size_t>(i)];
        again.envelope.corrects = again.envelope.sequence;
        again.envelope.sequence = static_cast<std::int64_t>(events_.size()) + 1;
        again.envelope.recorded_on = again.envelope.recorded_on + CalendarDays{below(30)};
        if (one_in(3)) {
          again.action = RequestRetracted{"误登"};
        } else if (auto* decided = std::get_if<RequestDecided>(&again.action)) {
          *decided = refused("denied_internal_affairs");
        } else {
          again.envelope.legal_day = again.envelope.legal_day + CalendarDays{below(3)};
        }
        events_.push_back(std::move(again));
      }
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
      const Date answer = start + CalendarDays{10 + below(30)};
      if (one_in(3)) {
        // Deemed abandoned, and now and then opened again, sometimes in another year.
        add(id, answer, RequestCorrectionLapsed{});
        if (one_in(2)) {
          return;
        }
        add(id, answer + CalendarDays{below(60)}, RequestCorrected{"", false, !one_in(3), std::nullopt});
      } else {
        add(id, answer, RequestCorrected{});
      }
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
  for (unsigned seed = 1; seed <= registers(); ++seed) {
    const auto history = replay(Register{seed}.events(), never, never, rules());
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
  for (unsigned seed = 1; seed <= registers(); ++seed) {
    const auto history = replay(Register{seed}.events(), never, never, rules());
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

// What the books of a year's end say is what the whole history says of that year: nothing that happens later, no
// annulled reply, no file opened again, moves a closed year; and so what one report carries out, the next carries in.
TEST(FactsOfEveryRegister, AClosedYearStaysAsItWas) {
  const auto form = Form::builtin("cn-format-2021");
  for (unsigned seed = 1; seed <= registers(); ++seed) {
    const auto events = Register{seed}.events();
    const auto whole = derive(replay(events, never, never, rules()).requests, {}, {}, rules());
    for (int year = 2021; year <= 2025; ++year) {
      const Date last{year, 12, 31};
      const auto then = derive(replay(events, last, never, rules()).requests, {}, {}, rules());
      const auto& rulebook = rules().clock.rulebook();
      const auto told_then = tabulate(form, then, rulebook, year, {});
      const auto told_later = tabulate(form, whole, rulebook, year, {});
      const auto* table = told_then.report.table("requests");
      ASSERT_EQ(*table, *told_later.report.table("requests")) << seed << " " << year;
      ASSERT_EQ(*told_then.report.table("remedies"), *told_later.report.table("remedies")) << seed << " " << year;
    }
  }
}

// An oracle that looks at the events of one request alone: receipt in person or never, the ends in their order.
struct Expected {
  std::map<std::int64_t, std::set<std::string>> cells;  // event → cells of the year
};
Expected expected(const std::vector<RequestEvent>& events, const RequestHistory& history, int year) {
  Expected out;
  const auto in = [&](Date day) { return day.year() == year; };
  std::map<std::int64_t, Date> days;
  for (const auto& event : events) {
    days.emplace(event.envelope.sequence, event.envelope.legal_day);
  }
  static const std::set<std::string> types{"natural_person", "commercial_enterprise", "legal_service_org"};
  for (const auto& [id, request] : history.requests.requests) {
    for (const auto& remedy : request.remedies) {
      const auto path = "remedies." + remedy.kind + ".";
      if (remedy.concluded_on && in(*remedy.concluded_on)) {
        out.cells[remedy.concluded_event].insert(path + remedy.result);
      } else if (remedy.opened_on.year() <= year && (!remedy.concluded_on || remedy.concluded_on->year() > year)) {
        out.cells[remedy.opened_event].insert(path + "pending");
      }
    }
    if (!request.submitted_on || request.channel == "email" || types.count(request.applicant.type) == 0) {
      continue;
    }
    // The end that counts: the first file that was closed and not opened again within its year; else of the replies of
    // the year of the first reply the last.
    std::optional<std::pair<std::int64_t, std::string>> end;
    for (const auto& closing : request.closings) {
      if (!end && (!closing.reopened_on || closing.reopened_on->year() != closing.day.year())) {
        end = {closing.event, closing.outcome};
      }
    }
    const bool without_reply = end.has_value();
    for (const auto& decision : request.decisions) {
      if (!without_reply && decision.decided_on.year() == request.decisions.front().decided_on.year()) {
        end = {decision.event, decision.outcome};
      }
    }
    const int from = request.submitted_on->year();
    const int to = end ? days.at(end->first).year() : 9999;
    if (to < from || from > year || to < year) {
      continue;
    }
    const auto column = "." + request.applicant.type;
    for (const auto receipt : request.receipt_events) {
      out.cells[receipt].insert((from == year ? "requests.new_received" : "requests.carried_in") + column);
      if (to > year) {
        out.cells[receipt].insert("requests.carried_out" + column);
      }
    }
    if (to == year && end->second != "nonsense") {
      out.cells[end->first].insert("requests." + end->second + column);
    }
  }
  return out;
}

TEST(FactsOfEveryRegister, EveryEventCountsInExactlyTheCellsItBelongsTo) {
  const auto form = Form::builtin("cn-format-2021");
  std::size_t seen = 0;
  for (unsigned seed = 1; seed <= registers(); ++seed) {
    const auto events = Register{seed}.events();
    const auto history = replay(events, never, never, rules());
    const auto facts = derive(history.requests, {}, {}, rules());
    for (int year = 2021; year <= 2025; ++year) {
      const auto told = tabulate(form, facts, rules().clock.rulebook(), year, {});
      std::map<std::int64_t, std::set<std::string>> found;
      for (const auto& [path, sources] : told.sources) {
        for (const auto& source : sources) {
          for (const auto event : source.events) {
            found[event].insert(path);
          }
        }
      }
      const auto wanted = expected(events, history, year).cells;
      ASSERT_EQ(found, wanted) << seed << " " << year;
      seen += found.size();
      // And asked one by one.
      if (!found.empty()) {
        const auto& [event, paths] = *found.begin();
        ASSERT_EQ(told.cells_of(event), (std::vector<std::string>{paths.begin(), paths.end()}));
      }
    }
  }
  EXPECT_GT(seen, 2000U);
}

}  // namespace
}  // namespace gongkai::request_office
