// SPDX-License-Identifier: Apache-2.0
// Lines of the register of requests, and of that of remedies, as events of requests.
#include <algorithm>
#include <gongkai/rules/builtin.hpp>
#include <map>
#include <set>

#include "facts/opening.hpp"
#include "facts/register.hpp"

namespace gongkai::detail {
namespace {

std::optional<Date> first_of(std::initializer_list<std::optional<Date>> days) {
  for (const auto& day : days) {
    if (day) {
      return day;
    }
  }
  return std::nullopt;
}

std::optional<Date> receipt_of(const RequestLine& line) {
  return first_of({line.submitted, line.received, line.acknowledged, line.confirmed});
}
// Of the reply: when it was decided, else what is known of its going out.
std::optional<Date> reply_day(const RequestLine& line) {
  return first_of({line.replied, line.reply_posted, line.reply_delivered});
}
// Of the file, whatever ended it.
std::optional<Date> end_of(const RequestLine& line) {
  return first_of({line.replied, line.reply_posted, line.reply_delivered, line.withdrawn, line.closed});
}

// How a file ends that the applicant let lie (R2019 art. 30, 国办函〔2020〕109号): where the notice that was not
// followed is on record. Without it only the outcome is known.
std::optional<RequestAction> lapse_of(const RequestLine& line) {
  if (line.outcome == cn::outcome::other_correction_overdue.token() && line.correction_noticed && !line.corrected) {
    return RequestCorrectionLapsed{};
  }
  if (line.outcome == cn::outcome::other_fee_overdue.token() && line.fee_noticed && !line.fee_paid) {
    return RequestFeeLapsed{};
  }
  return std::nullopt;
}

void judge(const RequestLine& line, LineJudge& judge) {
  judge.require(!line.number.empty(), "number", "a request has a number", "申请应有编号");
  judge.require_word("applicant_type", "applicant_type", line.applicant.type);
  judge.require_word("channel", "channel", line.channel);
  judge.require_word("outcome", "outcome", line.outcome);
  for (const auto& ground : line.grounds) {
    judge.require_word("grounds", "ground", ground);
  }
  const auto receipt = receipt_of(line);
  judge.require(receipt.has_value(), "received", "no day says when the request came", "没有载明收到申请的日期");
  const auto end = end_of(line);
  const bool ends_by_itself = line.withdrawn && !reply_day(line);
  if (end && line.outcome.empty() && !ends_by_itself) {
    judge.problem("outcome", {}, "wanted, as the day is given on which it was replied to or closed",
                  "已填答复或者办结日期，也应填写办理结果");
  }
  judge.require(line.outcome.empty() || end.has_value(), "replied", "wanted, as the outcome is given",
                "已填办理结果，也应填写答复日期");
  if (receipt && end && *end < *receipt) {
    judge.problem("replied", end->to_string(), "before the request came, on " + receipt->to_string(),
                  "早于收到申请的" + receipt->to_string());
  }
}

// One line after another: the days of a line are told in the order in which a file grows.
class RequestTeller {
 public:
  RequestTeller(const RequestLine& line, std::vector<RequestEvent>& out) : line_{line}, out_{out} {}

  void run() {
    receipt();
    correction();
    consultations(line_.third_parties, true);
    consultations(line_.agencies, false);
    if (line_.extended) {
      RequestExtended extended;
      extended.document.decided_on = line_.extended;
      extended.working_days = line_.extension_days.value_or(0);
      tell(*line_.extended, std::move(extended));
    }
    fee();
    if (line_.deferred) {
      tell(*line_.deferred, RequestDeferred{line_.deferred_until});
    }
    end();
  }

 private:
  void tell(Date day, RequestAction action) {
    out_.push_back({envelope_of(line_.number, day, line_.source), std::move(action)});
  }

  void receipt() {
    const Date first = *receipt_of(line_);
    tell(first, RequestSubmitted{line_.applicant, line_.channel, line_.letter, {}, line_.title, line_.document_number});
    if (line_.received) {
      tell(*line_.received, RequestArrived{});
    }
    if (line_.acknowledged) {
      tell(*line_.acknowledged, RequestAcknowledged{});
    }
    if (line_.confirmed) {
      tell(*line_.confirmed, RequestConfirmed{});
    }
    // It stands in the register: it is registered, at the latest when it was received.
    tell(std::max(first, line_.received.value_or(first)), RequestRegistered{line_.number, {}});
  }

  void correction() {
    if (line_.correction_noticed) {
      RequestCorrectionNoticed notice;
      notice.document.decided_on = line_.correction_noticed;
      notice.document.delivered_on = line_.correction_delivered;
      notice.working_days = line_.correction_days;
      tell(*line_.correction_noticed, std::move(notice));
    }
    if (line_.corrected) {
      tell(*line_.corrected, RequestCorrected{});
    }
  }

  void consultations(const std::vector<ConsultationLine>& asked, bool third_party) {
    std::size_t n = 0;
    for (const auto& one : asked) {
      ++n;
      const auto party = one.party.empty() ? (third_party ? "third party " : "agency ") + std::to_string(n) : one.party;
      OutgoingDocument letter;
      letter.decided_on = one.consulted;
      letter.delivered_on = one.delivered;
      if (one.consulted) {
        tell(*one.consulted, third_party ? RequestAction{RequestThirdPartyConsulted{party, letter}}
                                         : RequestAction{RequestAgencyConsulted{party, {}, letter}});
      }
      if (one.answered) {
        tell(*one.answered, third_party ? RequestAction{RequestThirdPartyAnswered{party, one.answer}}
                                        : RequestAction{RequestAgencyAnswered{party, one.answer}});
      }
    }
  }

  void fee() {
    if (line_.fee_noticed) {
      RequestFeeNoticed notice;
      notice.document.decided_on = line_.fee_noticed;
      notice.document.delivered_on = line_.fee_delivered;
      notice.amount_fen = line_.fee_fen.value_or(0);
      tell(*line_.fee_noticed, std::move(notice));
    }
    if (line_.fee_paid) {
      tell(*line_.fee_paid, RequestFeePaid{line_.fee_fen.value_or(0)});
    }
  }

  void end() {
    if (const auto lapse = lapse_of(line_)) {
      tell(*end_of(line_), *lapse);
    } else if (reply_day(line_) || (line_.closed && !line_.withdrawn)) {
      RequestDecided decided;
      decided.outcome = line_.outcome;
      decided.document = {line_.reply, line_.reply_service, line_.replied, line_.reply_posted, line_.reply_delivered};
      decided.grounds = line_.grounds;
      decided.article = line_.article;
      decided.reason = line_.reason;
      tell(*end_of(line_), std::move(decided));
      served();
    }
    if (line_.withdrawn) {
      tell(*line_.withdrawn, RequestWithdrawn{line_.reason});
    }
  }

  // Posting and delivery later than the decision are known on their own days only.
  void served() {
    const auto last = std::max(line_.reply_posted, line_.reply_delivered);
    if (line_.replied && last && *last >= *line_.replied) {
      tell(*last, RequestServed{line_.reply, line_.reply_service, line_.reply_posted, line_.reply_delivered, false});
    }
  }

  const RequestLine& line_;
  std::vector<RequestEvent>& out_;
};

void judge(const RemedyLine& line, const std::set<std::string>& requests, LineJudge& judge) {
  judge.require(!line.request.empty(), "request", "the number of the request is wanted", "应填所涉申请的编号");
  if (!line.request.empty() && requests.count(line.request) == 0) {
    judge.problem("request", line.request, "no line of the register of requests has this number",
                  "申请登记簿中没有这一编号");
  }
  judge.require(!line.kind.empty(), "kind", "reconsideration or litigation?", "应填行政复议或者行政诉讼");
  judge.require_word("kind", "remedy", line.kind);
  judge.require_word("result", "remedy_result", line.result);
  judge.require(line.opened.has_value(), "opened", "the day on which the case began is wanted", "应填受理日期");
  const bool ended =
      (!line.result.empty() && line.result != cn::remedy_result::pending.token()) || !line.ledger.empty();
  judge.require(line.concluded.has_value() || !ended, "concluded", "wanted, as the result is given",
                "已填审理结果，也应填写审结日期");
  if (line.concluded && !ended) {
    judge.problem("result", line.result, "wanted, as the day is given on which the case was concluded",
                  "已填审结日期，也应填写审理结果");
  }
  if (line.opened && line.concluded && *line.concluded < *line.opened) {
    judge.problem("concluded", line.concluded->to_string(), "before it began, on " + line.opened->to_string(),
                  "早于受理的" + line.opened->to_string());
  }
}

}  // namespace

void tell_requests(const RegisterLines& lines, const Rulebook& rulebook, RegisterEvents& out) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < lines.requests.size(); ++i) {
    const auto& line = lines.requests[i];
    LineJudge judged{out, rulebook, RegisterKind::requests, i};
    judge(line, judged);
    if (!seen.insert(line.number).second && !line.number.empty()) {
      judged.problem("number", line.number, "another line has this number, too", "编号重复");
    }
    if (judged.fine()) {
      RequestTeller{line, out.requests}.run();
    }
  }
}

void tell_remedies(const RegisterLines& lines, const Rulebook& rulebook, RegisterEvents& out) {
  std::set<std::string> requests;
  for (const auto& line : lines.requests) {
    requests.insert(line.number);
  }
  std::map<std::string, int> nth;                       // request and kind → how many
  std::set<std::pair<std::string, std::string>> cases;  // request and case
  for (std::size_t i = 0; i < lines.remedies.size(); ++i) {
    const auto& line = lines.remedies[i];
    LineJudge judged{out, rulebook, RegisterKind::remedies, i};
    judge(line, requests, judged);
    const int n = ++nth[line.request + '\n' + line.kind];
    const auto name = line.remedy.empty() ? line.kind + '-' + std::to_string(n) : line.remedy;
    if (!cases.emplace(line.request, name).second) {
      judged.problem("remedy", name, "another line has this case of this request, too", "同一申请的案号重复");
    }
    if (!judged.fine()) {
      continue;
    }
    out.requests.push_back(
        {envelope_of(line.request, *line.opened, line.source), RequestRemedyOpened{name, line.kind, {}}});
    if (line.concluded) {
      out.requests.push_back({envelope_of(line.request, *line.concluded, line.source),
                              RequestRemedyConcluded{name, line.result, line.ledger, false}});
    }
  }
}

void tell_figures(const RegisterLines& lines, const Rulebook& rulebook, RegisterEvents& out) {
  for (std::size_t i = 0; i < lines.figures.size(); ++i) {
    const auto& line = lines.figures[i];
    LineJudge judged{out, rulebook, RegisterKind::figures, i};
    judged.require(line.year > 0, "year", "the report year is wanted", "应填报告年度");
    judged.require(!line.path.empty(), "path", "the cell is wanted: requests.carried_in.natural_person",
                   "应填所在单元格");
    judged.require(!line.document.empty(), "document", "the document in which it stands is wanted", "应填来源文件");
    const auto at = parts_of(line.path);
    if (line.opening && (at.row.empty() || line.value.decimals != 0)) {
      judged.problem("path", line.path, "what is brought along is a whole number of a table, a row and a column",
                     "结转数应为某表某行某列的整数");
    }
    if (!judged.fine()) {
      continue;
    }
    const Date day = line.opening ? Date{line.year, 1, 1} : Date{line.year, 12, 31};
    const auto subject = (line.opening ? "opening:" : "declared:") + line.path;
    if (line.opening) {
      out.requests.push_back(
          {envelope_of(subject, day, line.source),
           OpeningBalance{line.year, std::string{at.table}, std::string{at.row}, std::string{at.column},
                          static_cast<std::int64_t>(line.value.unscaled), line.document}});
    } else {
      out.requests.push_back(
          {envelope_of(subject, day, line.source), FigureDeclared{line.year, line.path, line.value, line.document}});
    }
  }
}

}  // namespace gongkai::detail
