// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/catalogue/transitions.hpp>
#include <gongkai/facts/tabulate.hpp>
#include <gongkai/report/check.hpp>

#include "unit/request/office.hpp"

namespace gongkai::request_office {
namespace {

Facts facts_of(const RequestRegister& requests) { return derive(requests, {}, {}, rules()); }

Tabulation told(const RequestRegister& requests, int year, const char* form = "cn-format-2021") {
  return tabulate(Form::builtin(form), facts_of(requests), rules().clock.rulebook(), year, {});
}

std::int64_t number(const Tabulation& tabulation, const std::string& path) {
  const auto cell = tabulation.report.cell(path);
  EXPECT_TRUE(cell.is_number()) << path;
  return cell.value.unscaled;
}

// One carried in from 2022, one received and answered, one withdrawn, one pending at the end of 2023.
Desk office() {
  Desk desk;
  desk.open("q0", {2022, 12, 20});
  desk.open("q1", {2023, 3, 6}).act("q1", granted({2023, 3, 7}), {2023, 3, 7});
  desk.open("q2", {2023, 3, 6}, submission("a2")).act("q2", RequestWithdrawn{}, {2023, 3, 8});
  desk.act("q0", refused(), {2023, 1, 9});
  desk.open("q3", {2023, 12, 28});
  return desk;
}

TEST(Tabulate, RequestsStandInTheRowsOfTheirYear) {
  const auto desk = office();
  const auto report = told(desk.requests(), 2023);
  EXPECT_EQ(number(report, "requests.new_received.natural_person"), 3);
  EXPECT_EQ(number(report, "requests.carried_in.natural_person"), 1);
  EXPECT_EQ(number(report, "requests.granted.natural_person"), 1);
  EXPECT_EQ(number(report, "requests.denied_process.natural_person"), 1);
  EXPECT_EQ(number(report, "requests.other_misc.natural_person"), 1);
  EXPECT_EQ(number(report, "requests.carried_out.natural_person"), 1);
  EXPECT_EQ(number(report, "requests.handled_total.total"), 3);
  EXPECT_EQ(number(report, "requests.granted.commercial_enterprise"), 0);
  EXPECT_TRUE(report.findings.empty());
  // What only a declaration can tell is not zero.
  EXPECT_EQ(report.report.cell("proactive.administrative_licenses.decisions").kind, CellKind::blank);
  EXPECT_TRUE(check(report.report).empty());
}

TEST(Tabulate, WhatIsCarriedOutIsCarriedIn) {
  const auto desk = office();
  for (const int year : {2022, 2023}) {
    EXPECT_EQ(number(told(desk.requests(), year), "requests.carried_out.natural_person"),
              number(told(desk.requests(), year + 1), "requests.carried_in.natural_person"));
  }
  EXPECT_EQ(number(told(desk.requests(), 2021), "requests.new_received.total"), 0);
}

TEST(Tabulate, ACellLeadsToItsEventsAndAnEventToItsCells) {
  const auto desk = office();
  const auto report = told(desk.requests(), 2023);
  const auto sources = report.trace("requests.granted.natural_person");
  ASSERT_EQ(sources.size(), 1U);
  EXPECT_EQ(sources[0].fact, "q1");
  const auto reply = desk.request("q1").decisions[0].event;
  EXPECT_EQ(sources[0].events, std::vector<std::int64_t>{reply});
  EXPECT_EQ(report.cells_of(reply), std::vector<std::string>{"requests.granted.natural_person"});
  EXPECT_TRUE(report.trace("requests.granted.other_org").empty());
}

TEST(Tabulate, TheTrialFormHasOneRowForOtherHandling) {
  const auto report = told(office().requests(), 2023, "cn-trial-2019");
  EXPECT_EQ(number(report, "requests.other_handling.natural_person"), 1);
  EXPECT_EQ(number(report, "requests.handled_total.total"), 3);
}

TEST(Tabulate, AnAnnulledReplyIsReplacedWithinItsYearOnly) {
  for (const auto& [day, expected] :
       {std::pair{Date{2023, 12, 20}, "granted"}, std::pair{Date{2024, 1, 10}, "denied_process"}}) {
    Desk desk;
    desk.open("q1", {2023, 3, 6}).act("q1", refused(), {2023, 3, 7});
    desk.act("q1", RequestRemedyOpened{"r1", "reconsideration", ""}, {2023, 4, 6});
    desk.act("q1", RequestRemedyConcluded{"r1", "corrected", "", true}, {2023, 6, 6});
    desk.act("q1", granted(day), day);
    const auto report = told(desk.requests(), 2023);
    EXPECT_EQ(number(report, std::string{"requests."} + expected + ".natural_person"), 1) << day;
    EXPECT_EQ(number(report, "requests.handled_total.total"), 1);
    EXPECT_EQ(number(report, "remedies.reconsideration.corrected"), 1);
    EXPECT_EQ(number(told(desk.requests(), 2024), "requests.handled_total.total"), 0);
  }
}

TEST(Tabulate, RemediesArePendingUntilTheYearInWhichTheyEnd) {
  Desk desk;
  desk.open("q1", {2023, 3, 6}).act("q1", refused(), {2023, 3, 7});
  desk.act("q1", RequestRemedyOpened{"r1", "reconsideration", ""}, {2023, 12, 6});
  desk.act("q1", RequestRemedyConcluded{"r1", "upheld", "", false}, {2024, 2, 6});
  desk.act("q1", RequestRemedyOpened{"r2", "litigation_after_reconsideration", ""}, {2024, 2, 20});
  desk.act("q1", RequestRemedyConcluded{"r2", "", "驳回起诉", false}, {2024, 6, 6});
  EXPECT_EQ(number(told(desk.requests(), 2023), "remedies.reconsideration.pending"), 1);
  EXPECT_EQ(number(told(desk.requests(), 2024), "remedies.reconsideration.pending"), 0);
  EXPECT_EQ(number(told(desk.requests(), 2024), "remedies.reconsideration.upheld"), 1);
  EXPECT_EQ(number(told(desk.requests(), 2024), "remedies.litigation_after_reconsideration.total"), 0);
}

TEST(Tabulate, ARequestCorrectedInJanuaryWasReceivedInDecember) {
  Desk desk;
  desk.open("q1", {2023, 12, 27}).act("q1", correction_notice({2023, 12, 28}), {2023, 12, 28});
  desk.act("q1", RequestCorrected{}, {2024, 1, 5}).act("q1", granted({2024, 1, 8}), {2024, 1, 8});
  EXPECT_EQ(number(told(desk.requests(), 2023), "requests.new_received.total"), 1);
  EXPECT_EQ(number(told(desk.requests(), 2024), "requests.carried_in.total"), 1);
}

TEST(Tabulate, ASplitLetterCountsByItsParts) {
  Desk desk;
  desk.act("q1", submission(), {2023, 3, 6}).act("q1", RequestSplit{{"q2", "q3"}}, {2023, 3, 6});
  desk.open("q2", {2023, 3, 6}).open("q3", {2023, 3, 6});
  EXPECT_EQ(number(told(desk.requests(), 2023), "requests.new_received.total"), 2);
}

TEST(Tabulate, WhatNoCellCountsIsTold) {
  auto nameless = submission();
  nameless.applicant.type.clear();
  const auto history = replay({event(1, {2023, 3, 6}, nameless), event(2, {2023, 3, 6}, submission(), "q2"),
                               event(3, {2023, 3, 7}, refused("nonsense"), "q2"),
                               event(4, {2023, 3, 8}, granted({2023, 3, 8}), "q3")},  // never received
                              never, never, rules());
  const auto facts = facts_of(history.requests);
  ASSERT_EQ(facts.findings.size(), 1U);
  EXPECT_EQ(facts.findings[0].code, "FCT.DAY");
  const auto report = told(history.requests, 2023);
  ASSERT_EQ(report.findings.size(), 2U);
  EXPECT_EQ(report.findings[0].code, "FCT.OUTCOME");
  EXPECT_EQ(report.findings[1].code, "FCT.TYPE");
}

TEST(Tabulate, FiguresDeclaredOrBroughtAlongAreTraced) {
  Desk desk;
  desk.act("o1", OpeningBalance{2023, "requests", "carried_in", "natural_person", 2, "2022年年报"}, {2023, 1, 3});
  desk.act("o2", OpeningBalance{2022, "proactive", "normative_documents", "in_force", 7, "清理结果"}, {2022, 1, 4});
  desk.act("f1", FigureDeclared{2023, "proactive.administrative_licenses.decisions", Decimal{31, 0}, "审批局统计表"},
           {2023, 12, 30});
  desk.act("f2",
           FigureDeclared{2023, "proactive.administrative_fees.amount_wan_yuan", Decimal{1250, 2}, "财政所统计表"},
           {2023, 12, 30});
  const auto report = told(desk.requests(), 2023);
  EXPECT_EQ(number(report, "requests.carried_in.natural_person"), 2);
  EXPECT_EQ(number(report, "proactive.normative_documents.in_force"), 7);
  EXPECT_EQ(number(report, "proactive.administrative_licenses.decisions"), 31);
  EXPECT_EQ(report.report.cell("proactive.administrative_fees.amount_wan_yuan").value, (Decimal{1250, 2}));
  EXPECT_TRUE(report.trace("requests.carried_in.natural_person")[0].opening);
  EXPECT_EQ(report.trace("proactive.administrative_licenses.decisions")[0].fact, "审批局统计表");
  EXPECT_EQ(report.report.cell("proactive.administrative_penalties.decisions").kind, CellKind::blank);
}

TEST(Tabulate, NormativeDocumentsAreCountedFromDatesAlone) {
  Catalogue catalogue;
  const auto add = [&](const std::string& id, std::optional<Date> from, std::optional<Date> to,
                       std::optional<Date> repealed) {
    auto& record = catalogue.records.try_emplace(id, id).first->second;
    record.data.kind = "normative_document";
    record.data.created_on = Date{2021, 5, 6};
    record.data.in_force_from = from;
    record.data.in_force_to = to;
    record.repealed_on = repealed;
  };
  add("a", std::nullopt, std::nullopt, std::nullopt);
  add("b", Date{2022, 1, 1}, std::nullopt, std::nullopt);
  add("c", std::nullopt, Date{2022, 6, 30}, std::nullopt);
  add("d", std::nullopt, std::nullopt, Date{2023, 2, 1});
  const auto facts = derive({}, catalogue, {}, rules());
  const auto cells = [&](int year) {
    const auto report = tabulate(Form::builtin("cn-format-2021"), facts, rules().clock.rulebook(), year, {});
    return std::array<std::int64_t, 3>{number(report, "proactive.normative_documents.issued"),
                                       number(report, "proactive.normative_documents.repealed"),
                                       number(report, "proactive.normative_documents.in_force")};
  };
  EXPECT_EQ(cells(2021), (std::array<std::int64_t, 3>{4, 0, 3}));
  EXPECT_EQ(cells(2022), (std::array<std::int64_t, 3>{0, 1, 3}));
  EXPECT_EQ(cells(2023), (std::array<std::int64_t, 3>{0, 1, 2}));
}

TEST(Tabulate, WhatWasBroughtAlongIsCarriedOverUntilItIsClosed) {
  Desk desk;
  desk.act("o1", OpeningBalance{2022, "requests", "carried_in", "natural_person", 3, "2021年年报"}, {2022, 1, 4});
  desk.act("o2", OpeningBalance{2022, "requests", "granted", "natural_person", 1, "2022年台账"}, {2022, 12, 30});
  auto events = desk.events();
  // One of the three is decided here in 2023, though it never came in here.
  RequestRegistered registered{"旧1", "natural_person"};
  events.push_back(event(3, {2023, 2, 1}, registered, "old"));
  events.push_back(event(4, {2023, 2, 6}, refused(), "old"));
  const auto requests = replay(events, never, never, rules()).requests;
  const auto facts = facts_of(requests);
  EXPECT_TRUE(facts.findings.empty());
  const auto cells = [&](int year) {
    const auto report = told(requests, year);
    EXPECT_TRUE(report.findings.empty());
    EXPECT_TRUE(check(report.report).empty()) << year;
    return std::array<std::int64_t, 3>{number(report, "requests.carried_in.natural_person"),
                                       number(report, "requests.handled_total.natural_person"),
                                       number(report, "requests.carried_out.natural_person")};
  };
  EXPECT_EQ(cells(2021), (std::array<std::int64_t, 3>{0, 0, 0}));
  EXPECT_EQ(cells(2022), (std::array<std::int64_t, 3>{3, 1, 2}));
  EXPECT_EQ(cells(2023), (std::array<std::int64_t, 3>{2, 1, 1}));
  EXPECT_EQ(cells(2024), (std::array<std::int64_t, 3>{1, 0, 1}));
  // The trace shows what it adds up, and that it was brought along.
  std::int64_t sum = 0;
  for (const auto& source : told(requests, 2023).trace("requests.carried_out.total")) {
    EXPECT_TRUE(source.opening);
    sum += source.amount.unscaled;
  }
  EXPECT_EQ(sum, 1);
}

TEST(Tabulate, MoreTakenOutThanBroughtAlongIsTold) {
  Desk desk;
  desk.act("o1", OpeningBalance{2022, "requests", "carried_in", "natural_person", 1, "2021年年报"}, {2022, 1, 4});
  desk.act("o2", OpeningBalance{2022, "requests", "granted", "natural_person", 2, "2022年台账"}, {2022, 12, 30});
  const auto report = told(desk.requests(), 2022);
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].code, "FCT.OPENING");
}

TEST(Tabulate, DeclaredFiguresAddUpAndGiveWayToEvents) {
  Desk desk;
  const std::string path = "proactive.administrative_licenses.decisions";
  desk.act("f1", FigureDeclared{2023, path, Decimal{31, 0}, "审批局"}, {2023, 12, 30});
  desk.act("f2", FigureDeclared{2023, path, Decimal{12, 0}, "城管局"}, {2023, 12, 30});
  // No catalogue is kept: what is declared of documents stands, and what nobody tells is blank.
  desk.act("f3", FigureDeclared{2023, "proactive.normative_documents.issued", Decimal{7, 0}, "法制办"}, {2023, 12, 30});
  auto report = told(desk.requests(), 2023);
  EXPECT_TRUE(report.findings.empty());
  EXPECT_EQ(number(report, path), 43);
  EXPECT_EQ(report.trace(path).size(), 2U);
  EXPECT_EQ(number(report, "proactive.normative_documents.issued"), 7);
  EXPECT_EQ(report.report.cell("proactive.normative_documents.in_force").kind, CellKind::blank);
  EXPECT_EQ(report.report.cell("proactive.rules.issued").kind, CellKind::blank);
  TabulateOptions town;
  town.rule_making = RuleMaking::none;
  report = tabulate(Form::builtin("cn-format-2021"), facts_of(desk.requests()), rules().clock.rulebook(), 2023, town);
  EXPECT_EQ(number(report, "proactive.rules.issued"), 0);
  // The same document twice, and a figure beside events.
  desk.act("f4", FigureDeclared{2023, path, Decimal{13, 0}, "城管局"}, {2023, 12, 31});
  desk.act("f5", FigureDeclared{2023, "requests.new_received.natural_person", Decimal{9, 0}, "台账"}, {2023, 12, 31});
  desk.open("q1", {2023, 3, 6});
  report = told(desk.requests(), 2023);
  EXPECT_EQ(number(report, path), 44);
  EXPECT_EQ(number(report, "requests.new_received.natural_person"), 1);
  ASSERT_EQ(report.findings.size(), 2U);
  EXPECT_EQ(report.findings[0].code, "FCT.DECLARED");
}

TEST(Tabulate, ARevisionIsOneRepealedAndOneIssued) {
  RecordData data;
  data.title = "管理办法";
  data.kind = "normative_document";
  data.created_on = Date{2021, 5, 6};
  auto revised = data;
  revised.created_on = Date{2023, 4, 3};
  const auto record = [](std::int64_t sequence, Date day, RecordAction action) {
    RecordEvent out{Envelope{"d1", day, day}, std::move(action)};
    out.envelope.sequence = sequence;
    return out;
  };
  const auto catalogue = replay({record(1, {2021, 5, 6}, RecordDrafted{data}),
                                 record(2, {2021, 5, 6}, RecordAttributeDecided{"proactive", "", "", "", std::nullopt}),
                                 record(3, {2021, 5, 10}, RecordPublished{"website", "", std::nullopt}),
                                 record(4, {2023, 4, 3}, RecordChanged{revised, "修订"}),
                                 record(5, {2023, 4, 6}, RecordPublished{"website", "", std::nullopt})},
                                never, never, CatalogueRules::builtin("CN"))
                             .catalogue;
  const auto facts = derive({}, catalogue, {}, rules());
  ASSERT_EQ(facts.publications.size(), 2U);
  const auto report = [&](const char* form, int year) {
    return tabulate(Form::builtin(form), facts, rules().clock.rulebook(), year, {});
  };
  const auto now = report("cn-format-2021", 2023);
  EXPECT_EQ(number(now, "proactive.normative_documents.issued"), 1);
  EXPECT_EQ(number(now, "proactive.normative_documents.repealed"), 1);
  EXPECT_EQ(number(now, "proactive.normative_documents.in_force"), 1);
  EXPECT_EQ(now.cells_of(4),
            (std::vector<std::string>{"proactive.normative_documents.in_force", "proactive.normative_documents.issued",
                                      "proactive.normative_documents.repealed"}));
  EXPECT_EQ(number(report("cn-format-2021", 2022), "proactive.normative_documents.in_force"), 1);
  EXPECT_EQ(number(report("cn-trial-2019", 2023), "proactive.normative_documents.total_disclosed"), 2);
  // Published again it is no new item of the narrative.
  EXPECT_EQ(report("cn-narrative-2008", 2023).report.figure("proactive_total").value, (Decimal{0, 0}));
  EXPECT_EQ(report("cn-narrative-2008", 2021).report.figure("proactive_total").value, (Decimal{1, 0}));
}

TEST(Tabulate, AFileOpenedAgainIsPendingUntilItIsClosed) {
  const auto at = [](Date reopened) {
    Desk desk;
    desk.open("q1", {2023, 9, 4}).act("q1", correction_notice({2023, 9, 5}), {2023, 9, 5});
    desk.act("q1", RequestCorrectionLapsed{}, {2023, 10, 9});
    desk.act("q1", RequestCorrected{"", false, true, std::nullopt}, reopened);
    desk.act("q1", granted({2024, 1, 10}), {2024, 1, 10});
    return desk;
  };
  const auto same_year = at({2023, 12, 20});
  EXPECT_EQ(number(told(same_year.requests(), 2023), "requests.carried_out.total"), 1);
  EXPECT_EQ(number(told(same_year.requests(), 2024), "requests.granted.total"), 1);
  // Opened in another year it stays closed in the first: the ledger alone knows more.
  const auto next_year = at({2024, 1, 4});
  EXPECT_EQ(number(told(next_year.requests(), 2023), "requests.other_correction_overdue.total"), 1);
  EXPECT_EQ(number(told(next_year.requests(), 2024), "requests.handled_total.total"), 0);
}

TEST(Tabulate, TheOptionsSayWhichDayPutsWhatInAYear) {
  Desk desk;
  auto reply = granted({2023, 12, 29});
  desk.open("q1", {2023, 12, 4}).act("q1", reply, {2023, 12, 29});
  RequestServed posted;
  posted.service = "china_post";
  posted.posted_on = Date{2024, 1, 2};
  desk.act("q1", posted, {2024, 1, 2});
  auto options = rules().clock.options();
  options.year_of_outcome = YearOfOutcome::sent;
  const RequestRules sent{rules().stages, rules().clock.with_options(options)};
  const auto form = Form::builtin("cn-format-2021");
  const auto facts = derive(desk.requests(), {}, {}, sent);
  EXPECT_EQ(number(told(desk.requests(), 2023), "requests.granted.total"), 1);
  EXPECT_EQ(number(tabulate(form, facts, rules().clock.rulebook(), 2023), "requests.carried_out.total"), 1);
  EXPECT_EQ(number(tabulate(form, facts, rules().clock.rulebook(), 2024), "requests.granted.total"), 1);
}

}  // namespace
}  // namespace gongkai::request_office
