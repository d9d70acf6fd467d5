// SPDX-License-Identifier: Apache-2.0
#include "facts/request_derivation.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "event/finding_texts.hpp"
#include "facts/end_of_request.hpp"

namespace gongkai::detail {

void RequestDerivation::report(std::string_view id, const std::string& subject, Date day,
                               std::vector<std::pair<std::string_view, std::string_view>> values) {
  values.emplace_back("subject", subject);
  out_.findings.push_back(FindingTexts::builtin().make(id, day, subject, values));
}

void RequestDerivation::add(const RequestState& state) {
  add_remedies(state);
  if (state.stage == RequestStage::split) {
    return;
  }
  RequestFact fact;
  fact.request = state.id;
  fact.applicant = state.applicant.id;
  fact.applicant_type = state.applicant.type;
  fact.channel = state.channel;
  fact.received_on = first_receipt(state, rules_->clock);
  fact.received_events = state.receipt_events;
  if (fact.received_events.empty() && !state.events.empty()) {
    fact.received_events = {state.events.front()};
  }
  if (const auto end = end_of_request(state, rules_->clock.options())) {
    fact.closed_on = end->day;
    fact.outcome = end->outcome;
    fact.answered = end->answered;
    fact.closed_events = event_ids(end->event);
  }
  // For findings only; a request of the register has had an event.
  const auto last_day = state.last_day.value_or(Date::from_ordinal(0));
  if (!fact.received_on) {
    undated_.push_back({std::move(fact), last_day});
    return;
  }
  if (fact.closed_on && fact.closed_on->year() < fact.received_on->year()) {
    report(
        "facts.order", state.id, last_day,
        {{"closed", std::to_string(fact.closed_on->year())}, {"received", std::to_string(fact.received_on->year())}});
  }
  out_.requests.push_back(std::move(fact));
}

void RequestDerivation::add_remedies(const RequestState& state) {
  for (const auto& remedy : state.remedies) {
    out_.remedies.push_back({state.id, remedy.id, remedy.kind, remedy.opened_on, remedy.concluded_on, remedy.result,
                             remedy.concluded_on.has_value() && remedy.result.empty(), event_ids(remedy.opened_event),
                             event_ids(remedy.concluded_event)});
  }
  for (const auto& payment : state.payments) {
    out_.fees.push_back({state.id, payment.day, payment.fen, event_ids(payment.event)});
  }
}

Facts RequestDerivation::take() {
  auto out = std::move(out_);
  out_ = {};
  std::sort(out.findings.begin(), out.findings.end());
  return out;
}

Facts RequestDerivation::finish(const RequestRegister& office) {
  for (const auto& figure : office.opening) {
    out_.figures.push_back({figure.year, figure.table + "." + figure.row + "." + figure.column,
                            Decimal{figure.value, 0}, figure.document, true, event_ids(figure.event)});
  }
  for (const auto& figure : office.declared) {
    out_.figures.push_back({figure.year, figure.path, figure.value, figure.document, false, event_ids(figure.event)});
  }
  for (const auto& inquiry : office.inquiries) {
    out_.inquiries.push_back({inquiry.id, inquiry.channel, inquiry.day, event_ids(inquiry.event)});
  }
  brought_along(office);
  return take();
}

// A request that was never received here and is closed is one of those that were carried in, as long as there are any
// of its type; the earliest closed first.
void RequestDerivation::brought_along(const RequestRegister& office) {
  std::sort(undated_.begin(), undated_.end(), [](const Undated& a, const Undated& b) {
    return std::tie(a.fact.closed_on, a.fact.request) < std::tie(b.fact.closed_on, b.fact.request);
  });
  std::map<std::string, std::vector<std::pair<std::int32_t, std::int64_t>>> carried;  // type → year, number
  for (const auto& figure : office.opening) {
    const bool in = figure.row == "carried_in";
    if (figure.table == "requests" && (in || figure.row == "carried_out") && figure.value > 0) {
      carried[figure.column].emplace_back(in ? figure.year : figure.year + 1, figure.value);
    }
  }
  for (auto& [fact, last_day] : undated_) {
    for (auto& [year, number] : carried[fact.applicant_type]) {
      if (fact.closed_on && year <= fact.closed_on->year() && number > 0 && !fact.brought_along) {
        fact.brought_along = true;
        --number;
      }
    }
    if (!fact.brought_along) {
      report(fact.closed_on ? "facts.day" : "facts.not_received", fact.request, last_day, {});
    }
    out_.requests.push_back(std::move(fact));
  }
  undated_.clear();
}

}  // namespace gongkai::detail
