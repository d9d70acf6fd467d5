// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gongkai/error.hpp>
#include <gongkai/event/fold.hpp>
#include <gongkai/request/fee.hpp>
#include <gongkai/request/transitions.hpp>
#include <unordered_map>

#include "event/applied.hpp"
#include "request/apply_one.hpp"
#include "request/duties.hpp"
#include "request/words.hpp"

namespace gongkai {
namespace {

// One event on one request: the graph says where it leads, this says what else it does.
class Application {
 public:
  Application(RequestRegister& requests, RequestState& state, const RequestEvent& event, const RequestRules& rules)
      : requests_{requests},
        state_{state},
        envelope_{event.envelope},
        action_{event.action},
        rules_{rules},
        rulebook_{rules.clock.rulebook()} {}

  void run() {
    if (envelope_.legal_day > envelope_.recorded_on) {
      report("request.days",
             {{"what", "recorded on " + envelope_.recorded_on.to_string() + ", before it happened on " + day()},
              {"what_zh", "登记日期" + envelope_.recorded_on.to_string() + "早于发生日期" + day()}});
    }
    if (const auto* document = detail::outgoing(action_)) {
      report_days(document->decided_on, document->posted_on, document->delivered_on);
    }
    std::visit(*this, action_);
  }

  void operator()(const RequestSubmitted& what) {
    if (step()) {
      state_.applicant = what.applicant;
      // The caller's id, else the derived one, where that is certain (options.md, applicant_identity).
      auto& applicant = state_.applicant;
      if (applicant.id.empty() && !applicant.type.empty() && !applicant.identity_key.empty() &&
          !normalised_name(applicant.name).empty()) {
        applicant.id = applicant_id(applicant.type, applicant.name, applicant.identity_key);
      }
      state_.channel = what.channel;
      state_.letter = what.letter;
      state_.title = what.title;
      state_.document_number = what.document_number;
      state_.submitted_on = envelope_.legal_day;
      came_in();
    }
  }
  void operator()(const RequestArrived& /*what*/) {
    if (step()) {
      state_.received_on = envelope_.legal_day;
      came_in();
    }
  }
  void operator()(const RequestAcknowledged& /*what*/) {
    if (step()) {
      came_in();
    }
  }
  void operator()(const RequestConfirmed& /*what*/) {
    if (step()) {
      came_in();
    }
  }
  void operator()(const RequestRegistered& what) {
    if (step()) {
      state_.number = what.number;
      if (!what.applicant_type.empty()) {
        state_.applicant.type = what.applicant_type;
      }
    }
  }
  void operator()(const RequestIdentified& what) {
    if (step()) {
      state_.applicant.id = what.applicant;
    }
  }
  void operator()(const RequestSplit& what) {
    if (step()) {
      state_.split_into = what.into;
    }
  }
  void operator()(const RequestCorrectionNoticed& /*what*/) { step_and_tell(); }
  void operator()(const RequestCorrected& what) {
    const bool late = state_.stage == RequestStage::abandoned;
    if (step(!late ? "" : what.with_good_reason ? "late with good reason" : "late") && late) {
      reopen();
    }
    // Whatever the stage, the clock knows what a corrected request means.
    tell_clock();
  }
  void operator()(const RequestCorrectionLapsed& /*what*/) {
    (void)close(cn::outcome::other_correction_overdue.token());
  }
  void operator()(const RequestThirdPartyConsulted& what) { consult(what.party, true); }
  void operator()(const RequestThirdPartyAnswered& what) { answer(what.party, what.answer, true); }
  void operator()(const RequestAgencyConsulted& what) { consult(what.party, false); }
  void operator()(const RequestAgencyAnswered& what) { answer(what.party, what.answer, false); }
  void operator()(const RequestReasonsAsked& /*what*/) { step_and_tell(); }
  void operator()(const RequestReasonsGiven& /*what*/) { step_and_tell(); }
  void operator()(const RequestDeferred& /*what*/) { step_and_tell(); }
  void operator()(const RequestExtended& what) {
    if (detail::is_unknown(what.document)) {
      report("request.notice", {{"day", day()}});
    }
    step_and_tell();
  }

  void operator()(const RequestFeeNoticed& what) {
    if (!step()) {
      return;
    }
    if (state_.fee && state_.fee->tariff != what.tariff) {
      report("request.fee_both", {{"day", day()}});
    }
    report_fee(what);
    state_.fee = RequestFee{what.tariff, what.amount_fen, 0, what.pages, envelope_.legal_day, {}};
    tell_clock();
  }
  void operator()(const RequestFeePaid& what) {
    const auto owed = state_.fee ? state_.fee->amount_fen - state_.fee->paid_fen : 0;
    const bool in_full = what.amount_fen >= owed;
    const bool choice = state_.stage == RequestStage::fee_noticed;
    if (!step(!choice ? "" : in_full ? "in full" : "in part")) {
      return;
    }
    // Money that nobody asked for came in all the same.
    state_.payments.push_back({envelope_.legal_day, what.amount_fen, envelope_.sequence});
    if (state_.fee) {
      state_.fee->paid_fen += what.amount_fen;
      tell_clock(in_full);
    }
  }
  void operator()(const RequestFeeWaived& what) {
    const bool owed = state_.stage == RequestStage::fee_noticed;
    if (step() && state_.fee) {
      state_.fee->waived = what.ground.empty() ? "other" : what.ground;
      if (owed) {
        // Nothing is owed any more: for the clock as if it were paid.
        add_to_history(ClockEvent{ClockEventKind::fee_paid, envelope_.legal_day}, {});
      }
    }
  }
  void operator()(const RequestFeeLapsed& /*what*/) { (void)close(cn::outcome::other_fee_overdue.token()); }

  void operator()(const RequestDecided& what) {
    const bool choice = state_.stage == RequestStage::decided || state_.stage == RequestStage::served ||
                        state_.stage == RequestStage::filed;
    if (!step(!choice ? "" : detail::must_decide_again(state_) ? "to be decided again" : "again")) {
      return;
    }
    report_decision(what);
    reopen();
    state_.decisions.push_back({what.outcome, what.document.id, what.document.decided_on.value_or(envelope_.legal_day),
                                what.document.posted_on, what.document.delivered_on, what.document.service,
                                what.grounds, what.principal_ground, what.article, what.withheld, what.released,
                                what.clearance, what.published_at, what.record, envelope_.sequence});
    for (auto& remedy : state_.remedies) {
      remedy.decided_anew = remedy.decided_anew || (remedy.decide_again && remedy.concluded_on.has_value());
    }
    tell_clock();
  }

  void operator()(const RequestServed& what) {
    const bool reply = detail::is_reply(state_, what.document);
    if (!step(state_.stage != RequestStage::decided ? "" : reply ? "reply" : "other document")) {
      return;
    }
    report_days(reply ? std::optional<Date>{state_.decisions.back().decided_on} : std::nullopt, what.posted_on,
                what.delivered_on);
    if (reply) {
      auto& decision = state_.decisions.back();
      decision.posted_on = what.posted_on ? what.posted_on : decision.posted_on;
      decision.delivered_on = what.delivered_on ? what.delivered_on : decision.delivered_on;
      decision.service = what.service.empty() ? decision.service : what.service;
    }
    serve(what, reply);
  }

  void operator()(const RequestFiled& /*what*/) { (void)step(); }
  void operator()(const RequestWithdrawn& /*what*/) {
    if (close(rules_.clock.options().get("withdrawn_outcome"))) {
      tell_clock();
    }
  }

  void operator()(const RequestRemedyOpened& what) {
    if (!step()) {
      return;
    }
    if (!detail::find_code(rulebook_, "remedy", what.kind)) {
      report("request.remedy", {{"remedy", what.remedy},
                                {"what", "its kind, \"" + what.kind + "\", is not known"},
                                {"what_zh", "救济途径“" + what.kind + "”不存在"}});
    }
    if (const auto early = detail::remedy_too_early(state_, what.kind, rulebook_)) {
      report("request.remedy", {{"remedy", what.remedy}, {"what", early->en}, {"what_zh", early->zh}});
    }
    RequestRemedy remedy{what.remedy,        what.kind, envelope_.legal_day, std::nullopt, {}, {}, false, false,
                         envelope_.sequence, 0};
    state_.remedies.push_back(std::move(remedy));
  }
  void operator()(const RequestRemedyConcluded& what) {
    if (!step()) {
      return;
    }
    for (auto& remedy : state_.remedies) {
      if (remedy.id == what.remedy && !remedy.concluded_on) {
        remedy.concluded_on = envelope_.legal_day;
        remedy.result = what.result;
        remedy.ledger = what.ledger;
        remedy.decide_again = what.decide_again;
        remedy.concluded_event = envelope_.sequence;
        if (!what.result.empty() && !detail::find_code(rulebook_, "remedy_result", what.result)) {
          report("request.remedy", {{"remedy", what.remedy},
                                    {"what", "its result, \"" + what.result + "\", is not known"},
                                    {"what_zh", "审理结果“" + what.result + "”不存在"}});
        }
        return;
      }
    }
    report("request.remedy", {{"remedy", what.remedy},
                              {"what", "it was not pending when it was concluded"},
                              {"what_zh", "审结时没有对应的未结案件"}});
  }

  void operator()(const InquiryRecorded& what) {
    requests_.inquiries.push_back(
        {envelope_.subject, envelope_.legal_day, what.channel, what.topic, envelope_.sequence});
  }
  void operator()(const OpeningBalance& what) {
    requests_.opening.push_back(
        {what.year, what.table, what.row, what.column, what.value, what.document, envelope_.sequence});
  }
  void operator()(const FigureDeclared& what) {
    requests_.declared.push_back({what.year, what.path, what.value, what.document, envelope_.sequence});
  }
  void operator()(const RequestRetracted& /*what*/) {
    if (!envelope_.corrects) {
      report("request.retraction", {{"sequence", std::to_string(envelope_.sequence)}});
    }
  }

 private:
  std::string day() const { return envelope_.legal_day.to_string(); }

  void report(std::string_view id, detail::FindingValues values) {
    detail::report(state_, envelope_, id, std::move(values));
  }

  // False when the event has no effect.
  bool step(std::string_view when = {}) {
    return detail::take_step(state_, envelope_, request_graph(), action_.index(), "request.stage", when);
  }

  void step_and_tell() {
    if (step()) {
      tell_clock();
    }
  }

  void came_in() {
    state_.receipt_events.push_back(envelope_.sequence);
    tell_clock();
  }

  void tell_clock(bool paid_in_full = true) {
    if (auto told = detail::clock_event(action_, envelope_.legal_day, rulebook_, paid_in_full)) {
      add_to_history(*std::move(told), detail::document_of(action_));
    }
  }
  void add_to_history(ClockEvent event, std::string document) {
    state_.history.add(std::move(event));
    state_.history_documents.push_back(std::move(document));
  }

  // The days of a document that went out earlier become known.
  void serve(const RequestServed& what, bool reply) {
    const auto& events = state_.history.events();
    for (std::size_t i = events.size(); i-- > 0;) {
      const bool this_one =
          reply ? events[i].kind == ClockEventKind::replied : state_.history_documents[i] == what.document;
      if (this_one) {
        auto known = events[i];
        known.posted = what.posted_on ? what.posted_on : known.posted;
        known.delivered = what.delivered_on ? what.delivered_on : known.delivered;
        const auto way = detail::service_way(what.service);
        known.service = way && *way != ServiceWay::unstated ? *way : known.service;
        known.signature = what.refused_signature ? Signature::refused : known.signature;
        state_.history.amend(i, std::move(known));
        return;
      }
    }
  }

  [[nodiscard]] bool close(std::string_view outcome) {
    if (!step()) {
      return false;
    }
    state_.closings.push_back({std::string{outcome}, envelope_.legal_day, std::nullopt, envelope_.sequence});
    return true;
  }
  void reopen() {
    if (!state_.closings.empty() && !state_.closings.back().reopened_on) {
      state_.closings.back().reopened_on = envelope_.legal_day;
    }
  }

  void consult(const std::string& party, bool third_party) {
    if (step()) {
      state_.consultations.push_back({party, third_party, envelope_.legal_day, std::nullopt, {}});
      tell_clock();
    }
  }
  void answer(const std::string& party, const std::string& text, bool third_party) {
    const auto* asked = detail::open_consultation(state_, party, third_party);
    if (asked == nullptr) {
      report("request.party", {{"party", party}, {"day", day()}});
    } else {
      auto& consultation = state_.consultations[static_cast<std::size_t>(asked - state_.consultations.data())];
      consultation.answered_on = envelope_.legal_day;
      consultation.answer = text;
    }
    const bool choice = state_.stage == RequestStage::consulting;
    if (step(!choice ? "" : detail::any_open_consultation(state_) ? "others have not" : "all have answered")) {
      tell_clock();
    }
  }

  void report_days(std::optional<Date> decided, std::optional<Date> posted, std::optional<Date> delivered) {
    if (const auto wrong = detail::days_out_of_order(state_, decided, posted, delivered)) {
      report("request.days", {{"what", wrong->en}, {"what_zh", wrong->zh}});
    }
  }

  void report_fee(const RequestFeeNoticed& what) {
    try {
      const auto due = detail::fee_due(requests_, state_, what, rules_);
      if (!due || due->minor() != what.amount_fen) {
        report("request.fee", {{"day", day()},
                               {"amount", Money::from_minor(what.amount_fen, Currency::cny()).to_string()},
                               {"tariff", what.tariff},
                               {"due", due ? due->to_string() : "–"}});
      }
    } catch (const Error& error) {  // no tariff in force, or too little is known to compute one
      report("request.fee_unknown", {{"day", day()}, {"why", error.message()}});
    }
  }

  void report_decision(const RequestDecided& what) {
    const auto outcomes = rulebook_.taxonomy("outcome");
    const auto* outcome = outcomes.find(what.outcome);
    if (outcome == nullptr) {
      report("request.outcome", {{"outcome", what.outcome}});
      return;
    }
    const bool in_part = outcome->code == cn::outcome::partially_granted;
    const bool released = in_part || outcome->code == cn::outcome::granted;
    if (!released && what.article.empty()) {
      report("request.article", {{"outcome", what.outcome}});
    }
    const bool denied = outcome->group == cn::outcome_group::denied;
    if (denied && what.grounds.empty()) {
      report("request.ground", {{"outcome", what.outcome}});
    }
    if (denied && what.evidence.empty()) {
      report("request.evidence", {{"outcome", what.outcome}});
    }
    if (in_part && what.withheld.empty()) {
      report("request.parts", {});
    }
    if (what.released &&
        (!what.clearance || !what.clearance->permits(*what.released) || what.clearance->day > envelope_.legal_day)) {
      report("request.clearance", {{"day", day()}});
    }
  }

  RequestRegister& requests_;
  RequestState& state_;
  const Envelope& envelope_;
  const RequestAction& action_;
  const RequestRules& rules_;
  const Rulebook& rulebook_;
};

// Null: an inquiry, a figure brought along and what is taken back are no requests.
RequestState* state_for(RequestRegister& requests, const RequestEvent& event) {
  const auto& id = event.envelope.subject;
  if (event.action.index() < request_graph().actions().size()) {
    return &requests.requests.try_emplace(id, id).first->second;
  }
  const auto found = requests.requests.find(id);
  return found == requests.requests.end() ? nullptr : &found->second;
}

void apply_to_nobody(RequestRegister& requests, const RequestEvent& event, const RequestRules& rules) {
  RequestState nobody{event.envelope.subject};
  Application{requests, nobody, event, rules}.run();
}

}  // namespace

RequestRules RequestRules::builtin(std::string_view country) {
  return {StageRules::builtin(country, "request"), Clock::builtin(detail::country_folder(country))};
}

RequestRegister apply(RequestRegister requests, const RequestEvent& event, const RequestRules& rules) {
  if (auto* state = state_for(requests, event)) {
    detail::apply_one(requests, *state, event, rules);
  } else {
    apply_to_nobody(requests, event, rules);
  }
  return requests;
}

void detail::apply_one(RequestRegister& office, RequestState& state, const RequestEvent& event,
                       const RequestRules& rules) {
  if (state.events.empty()) {
    // What most requests come to; few grow beyond.
    state.events.reserve(8);
    state.history.reserve(4);
    state.history_documents.reserve(4);
  }
  Application{office, state, event, rules}.run();
  state.events.push_back(event.envelope.sequence);
  state.last_day = event.envelope.legal_day;
}

RequestHistory replay(const std::vector<RequestEvent>& events, Date as_of, Date known_at, const RequestRules& rules) {
  RequestHistory out;
  auto ordered = order_of(events, as_of, known_at);
  out.findings = std::move(ordered.findings);
  // By id; in the register states stay where they are.
  std::unordered_map<std::string_view, RequestState*> states;
  for (const auto i : ordered.order) {
    const auto known = states.find(events[i].envelope.subject);
    auto* state = known == states.end() ? state_for(out.requests, events[i]) : known->second;
    if (state == nullptr) {
      apply_to_nobody(out.requests, events[i], rules);
      continue;
    }
    if (known == states.end()) {
      states.emplace(state->id, state);
    }
    detail::apply_one(out.requests, *state, events[i], rules);
  }
  for (const auto& [id, state] : out.requests.requests) {
    out.findings.insert(out.findings.end(), state.findings.begin(), state.findings.end());
  }
  std::sort(out.findings.begin(), out.findings.end());
  return out;
}

Deadline reply_deadline(const RequestState& request, const RequestRules& rules, Date as_of) {
  return rules.clock.deadline(DeadlineKind::reply, request.history, as_of);
}

std::vector<Finding> check(const RequestRegister& requests, Date as_of, const RequestRules& rules) {
  std::vector<Finding> out;
  for (const auto& [id, state] : requests.requests) {
    if (state.stage == RequestStage::split) {
      for (const auto& part : state.split_into) {
        if (requests.find(part) == nullptr) {
          out.push_back(
              detail::FindingTexts::builtin().make("request.split", as_of, id, {{"subject", id}, {"part", part}}));
        }
      }
      continue;
    }
    const auto deadline = reply_deadline(state, rules, as_of);
    for (auto finding : deadline.findings()) {
      finding.cells.insert(finding.cells.begin(), id);
      out.push_back(std::move(finding));
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace gongkai
