// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <gongkai/facts/register.hpp>
#include <gongkai/report/check.hpp>

namespace gongkai {
namespace {

const RequestRules& rules() {
  static const RequestRules builtin = RequestRules::builtin("CN");
  return builtin;
}
const CatalogueRules& catalogue_rules() {
  static const CatalogueRules builtin = CatalogueRules::builtin("CN");
  return builtin;
}
Tabulation told(const RegisterLines& lines, int year, const char* form = "cn-format-2021") {
  const auto events = events_of(lines, rules());
  EXPECT_TRUE(events.problems.empty());
  return tabulate(Form::builtin(form), events, rules(), catalogue_rules(), year);
}

RequestLine line(const std::string& number, Date received) {
  RequestLine out;
  out.source = {"登记簿.xlsx", number};
  out.number = number;
  out.applicant.type = "natural_person";
  out.received = received;
  return out;
}
RequestLine answered(const std::string& number, Date received, Date replied, const std::string& outcome = "granted") {
  auto out = line(number, received);
  out.replied = replied;
  out.outcome = outcome;
  return out;
}
RegisterLines with(std::vector<RequestLine> requests) {
  RegisterLines out;
  out.requests = std::move(requests);
  return out;
}
std::int64_t value(const Tabulation& told, const char* path) {
  const auto cell = told.report.cell(path);
  EXPECT_TRUE(cell.is_number()) << path;
  return static_cast<std::int64_t>(cell.value.unscaled);
}
std::vector<std::string> fields(const RegisterEvents& events) {
  std::vector<std::string> out;
  for (const auto& problem : events.problems) {
    out.push_back(problem.field);
    EXPECT_FALSE(problem.rule.empty());
    EXPECT_FALSE(problem.rule_zh.empty());
  }
  return out;
}

TEST(Register, ALineIsCountedInItsYearAndCarriedOverTheEdge) {
  const auto lines = with({answered("1", {2023, 12, 20}, {2024, 1, 9}), answered("2", {2024, 3, 4}, {2024, 3, 25}),
                           line("3", {2024, 12, 30})});
  const auto first = told(lines, 2023);
  EXPECT_EQ(value(first, "requests.new_received.natural_person"), 1);
  EXPECT_EQ(value(first, "requests.carried_out.natural_person"), 1);
  const auto second = told(lines, 2024);
  EXPECT_EQ(value(second, "requests.new_received.total"), 2);
  EXPECT_EQ(value(second, "requests.carried_in.total"), 1);
  EXPECT_EQ(value(second, "requests.granted.total"), 2);
  EXPECT_EQ(value(second, "requests.carried_out.total"), 1);
  EXPECT_TRUE(check(second.report, first.report).empty());
  ASSERT_EQ(second.trace("requests.carried_out.natural_person").size(), 1U);
  EXPECT_EQ(second.trace("requests.carried_out.natural_person").front().fact, "3");
}

TEST(Register, FilesThatNoLetterClosesHaveTheirOwnOutcomes) {
  auto lapsed = line("1", {2024, 3, 4});
  lapsed.correction_noticed = Date{2024, 3, 8};
  lapsed.outcome = "other_correction_overdue";
  lapsed.closed = Date{2024, 4, 15};
  auto unpaid = line("2", {2024, 3, 4});
  unpaid.fee_noticed = Date{2024, 3, 8};
  unpaid.outcome = "other_fee_overdue";
  unpaid.closed = Date{2024, 4, 15};
  auto withdrawn = line("3", {2024, 3, 4});
  withdrawn.withdrawn = Date{2024, 3, 6};
  auto withdrawn_and_said_so = line("4", {2024, 3, 4});
  withdrawn_and_said_so.withdrawn = Date{2024, 3, 6};
  withdrawn_and_said_so.outcome = "other_misc";
  const auto year = told(with({lapsed, unpaid, withdrawn, withdrawn_and_said_so}), 2024);
  EXPECT_EQ(value(year, "requests.other_correction_overdue.total"), 1);
  EXPECT_EQ(value(year, "requests.other_fee_overdue.total"), 1);
  EXPECT_EQ(value(year, "requests.other_misc.total"), 2);
  EXPECT_EQ(value(year, "requests.carried_out.total"), 0);
}

TEST(Register, EveryOutcomeOfTheClosedListLandsInItsRow) {
  RegisterLines lines;
  const auto outcomes = rules().clock.rulebook().taxonomy("outcome").members();
  for (const auto& member : outcomes) {
    const std::string outcome{member.code.token()};
    lines.requests.push_back(answered("n-" + outcome, {2024, 3, 4}, {2024, 3, 25}, outcome));
  }
  const auto year = told(lines, 2024);
  for (const auto& member : outcomes) {
    const auto path = "requests." + std::string{member.code.token()} + ".natural_person";
    EXPECT_EQ(value(year, path.c_str()), 1) << path;
  }
  EXPECT_TRUE(check(year.report).empty());
}

TEST(Register, ALineThatCannotBeMeantIsNoEvent) {
  auto no_number = line("", {2024, 3, 4});
  auto no_day = line("2", {2024, 3, 4});
  no_day.received.reset();
  auto no_reply_day = line("3", {2024, 3, 4});
  no_reply_day.outcome = "granted";
  auto no_outcome = line("4", {2024, 3, 4});
  no_outcome.replied = Date{2024, 3, 25};
  auto odd = answered("5", {2024, 3, 4}, {2024, 3, 25}, "shrugged");
  odd.applicant.type = "martian";
  odd.channel = "telepathy";
  const auto backwards = answered("6", {2024, 3, 4}, {2023, 3, 25});
  const auto events = events_of(with({no_number, no_day, no_reply_day, no_outcome, odd, backwards,
                                      line("7", {2024, 3, 4}), line("7", {2024, 3, 5})}),
                                rules());
  EXPECT_EQ(fields(events), (std::vector<std::string>{"number", "received", "replied", "outcome", "applicant_type",
                                                      "channel", "outcome", "replied", "number"}));
  EXPECT_EQ(events.problems.back().line, 7U);
  EXPECT_EQ(events.requests.size(), 3U);  // submitted, arrived, registered of the first 7
  EXPECT_EQ(events.requests.front().envelope.subject, "7");
}

TEST(Register, RemediesAreCountedByTheirDaysAndSomeNowhere) {
  auto lines = with({answered("1", {2023, 3, 4}, {2023, 3, 25}, "denied_process")});
  RemedyLine upheld;
  upheld.request = "1";
  upheld.kind = "reconsideration";
  upheld.opened = Date{2023, 12, 1};
  upheld.concluded = Date{2024, 1, 20};
  upheld.result = "upheld";
  RemedyLine dismissed = upheld;
  dismissed.kind = "litigation_after_reconsideration";
  dismissed.opened = Date{2024, 2, 1};
  dismissed.concluded = Date{2024, 6, 1};
  dismissed.result.clear();
  dismissed.ledger = "驳回起诉";
  lines.remedies = {upheld, dismissed};
  EXPECT_EQ(value(told(lines, 2023), "remedies.reconsideration.pending"), 1);
  const auto year = told(lines, 2024);
  EXPECT_EQ(value(year, "remedies.reconsideration.upheld"), 1);
  EXPECT_EQ(value(year, "remedies.litigation_after_reconsideration.total"), 0);

  RegisterLines bad;
  bad.requests = lines.requests;
  bad.remedies.resize(3);
  bad.remedies[2] = upheld;
  bad.remedies[2].request = "9";
  bad.remedies[0].concluded = Date{2024, 1, 1};
  bad.remedies[1] = upheld;
  bad.remedies[1].concluded = Date{2023, 1, 1};
  EXPECT_EQ(fields(events_of(bad, rules())),
            (std::vector<std::string>{"request", "kind", "opened", "result", "concluded", "request"}));
}

TEST(Register, RecordsComeToTheTablesOfDocumentsAndToTheNarrative) {
  RegisterLines lines;
  RecordLine order;
  order.source = {"信息表.csv", "1"};
  order.index_number = "不老屯-2023-001";
  order.data.title = "管理办法";
  order.data.kind = "normative_document";
  order.data.created_on = Date{2023, 2, 1};
  order.data.classes = {{"catalogue_class", "class_regulations"}};
  order.data.full_text = true;
  order.published = Date{2023, 2, 20};
  RecordLine old = order;
  old.index_number = "不老屯-2010-001";
  old.data.created_on = Date{2010, 2, 1};
  old.published = Date{2010, 2, 3};
  old.repealed = Date{2023, 5, 1};
  RecordLine rumour = order;
  rumour.index_number.clear();
  rumour.data.kind = "clarification";
  rumour.data.classes = {{"catalogue_class", "class_activities"}};
  rumour.clarifies = "网传水库溃坝";
  lines.records = {order, old, rumour};
  const auto year = told(lines, 2023);
  EXPECT_EQ(value(year, "proactive.normative_documents.issued"), 1);
  EXPECT_EQ(value(year, "proactive.normative_documents.repealed"), 1);
  EXPECT_EQ(value(year, "proactive.normative_documents.in_force"), 1);
  const auto narrative = told(lines, 2023, "cn-narrative-2008");
  EXPECT_EQ(narrative.report.figure("proactive_total").value, (Decimal{2, 0}));
  EXPECT_EQ(narrative.report.figure("clarifications").value, (Decimal{1, 0}));
  EXPECT_EQ(narrative.report.figure("fulltext_rate_percent").value, (Decimal{100, 0}));

  RegisterLines bad;
  bad.records.resize(1);
  bad.records[0].mode = "sometimes";
  bad.records[0].channels = {"telepathy"};
  EXPECT_EQ(fields(events_of(bad, rules())), (std::vector<std::string>{"title", "published", "mode", "channel"}));
  bad.records = {order, order};
  EXPECT_EQ(fields(events_of(bad, rules())), std::vector<std::string>{"index_number"});
}

TEST(Register, FiguresAreDeclaredOrBroughtAlong) {
  auto lines = with({answered("1", {2024, 3, 4}, {2024, 3, 25})});
  FigureLine licences;
  licences.year = 2024;
  licences.path = "proactive.administrative_licenses.decisions";
  licences.value = Decimal{321, 0};
  licences.document = "行政审批局统计";
  FigureLine carried = licences;
  carried.path = "requests.carried_in.natural_person";
  carried.value = Decimal{2, 0};
  carried.document = "2023年年报";
  carried.opening = true;
  lines.figures = {licences, carried};
  const auto year = told(lines, 2024);
  EXPECT_EQ(value(year, "proactive.administrative_licenses.decisions"), 321);
  EXPECT_EQ(value(year, "requests.carried_in.natural_person"), 2);
  EXPECT_EQ(value(year, "requests.carried_out.natural_person"), 2);

  lines.figures[0].path = "proactive.administrative_licences.decisions";
  const auto misspelt = told(lines, 2024);
  EXPECT_TRUE(std::any_of(misspelt.findings.begin(), misspelt.findings.end(),
                          [](const Finding& finding) { return finding.code == "FCT.CELL"; }));
  RegisterLines bad;
  bad.figures.resize(1);
  bad.figures[0].opening = true;
  EXPECT_EQ(fields(events_of(bad, rules())), (std::vector<std::string>{"year", "path", "document", "path"}));
}

TEST(Register, ImportingTheLinesAgainChangesNothing) {
  auto lines = with({answered("1", {2024, 3, 4}, {2024, 3, 25}), line("2", {2024, 3, 5})});
  const auto known = events_of(lines, rules()).requests;
  const auto same = import_again(known, events_of(lines, rules()).requests, Date{2025, 1, 5});
  EXPECT_TRUE(same.append.empty());
  EXPECT_EQ(same.unchanged, static_cast<std::int64_t>(known.size()));
  lines.requests[1] = answered("2", {2024, 3, 5}, {2024, 3, 26});
  const auto more = import_again(known, events_of(lines, rules()).requests, Date{2025, 1, 5});
  EXPECT_EQ(more.added, 1);
  EXPECT_EQ(more.corrected + more.retracted, 0);
}

TEST(Register, OneReplyMayAnswerSeveralRequests) {
  auto first = answered("1", {2024, 3, 4}, {2024, 3, 25});
  auto second = answered("2", {2024, 3, 5}, {2024, 3, 25});
  first.reply = second.reply = "不政信复〔2024〕3号";
  const auto events = events_of(with({first, second}), rules());
  const auto history = replay(events.requests, {2024, 12, 31}, {2024, 12, 31}, rules());
  EXPECT_EQ(history.requests.find("1")->decisions.front().document,
            history.requests.find("2")->decisions.front().document);
  EXPECT_EQ(value(told(with({first, second}), 2024), "requests.granted.total"), 2);
}

TEST(Register, ARegularLineGivesNoFinding) {
  auto full = answered("1", {2024, 3, 4}, {2024, 4, 30});
  full.channel = "online";
  full.submitted = Date{2024, 3, 4};
  full.acknowledged = Date{2024, 3, 4};
  full.correction_noticed = Date{2024, 3, 7};
  full.correction_delivered = Date{2024, 3, 8};
  full.correction_days = 10;
  full.corrected = Date{2024, 3, 15};
  full.extended = Date{2024, 4, 1};
  full.extension_days = 20;
  full.reply_service = "china_post";
  full.reply_posted = Date{2024, 5, 6};
  full.reply_delivered = Date{2024, 5, 8};
  const auto events = events_of(with({full}), rules());
  ASSERT_TRUE(events.problems.empty());
  const auto history = replay(events.requests, {2024, 12, 31}, {2024, 12, 31}, rules());
  for (const auto& finding : history.findings) {
    ADD_FAILURE() << finding.code << ' ' << finding.message;
  }
  const auto& request = *history.requests.find("1");
  EXPECT_EQ(request.decisions.front().posted_on, (Date{2024, 5, 6}));
  // 20 working days from the day after 15 March over Qingming, 20 more over the first of May.
  EXPECT_EQ(reply_deadline(request, rules(), {2024, 12, 31}).due(), (Date{2024, 5, 14}));
}

}  // namespace
}  // namespace gongkai
