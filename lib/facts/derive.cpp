// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gongkai/facts/fact.hpp>

#include "event/finding_texts.hpp"

namespace gongkai {
namespace {

class Derivation {
 public:
  explicit Derivation(const RequestRules& rules) : rules_{rules}, options_{rules.clock.options()} {}

  void add(const RequestState& state) {
    // A letter that was split is no request; nor is what was never received.
    if (state.stage != RequestStage::split) {
      requests(state);
    }
    for (const auto& remedy : state.remedies) {
      out_.remedies.push_back(
          {state.id, remedy.id, remedy.kind, remedy.opened_on.year(),
           remedy.concluded_on ? std::optional<std::int32_t>{remedy.concluded_on->year()} : std::nullopt, remedy.result,
           remedy.concluded_on.has_value() && remedy.result.empty(),
           remedy.concluded_event == 0 ? std::vector<std::int64_t>{remedy.opened_event}
                                       : std::vector<std::int64_t>{remedy.opened_event, remedy.concluded_event}});
    }
    if (state.fee) {
      for (const auto& [day, fen] : state.fee->payments) {
        out_.fees.push_back({state.id, day, fen});
      }
    }
  }

  void add(const RecordState& record) {
    PublicationFact fact;
    fact.record = record.id;
    fact.kind = record.data.kind;
    fact.classes = record.data.classes;
    fact.created_on = record.data.created_on;
    fact.first_published_on = record.first_published_on;
    fact.in_force_from = record.data.in_force_from;
    fact.in_force_to = record.data.in_force_to;
    fact.repealed_on = record.repealed_on;
    fact.full_text = record.data.full_text;
    for (const auto& clarification : record.clarifications) {
      fact.clarified_on.push_back(clarification.day);
    }
    fact.events = record.events;
    out_.publications.push_back(std::move(fact));
  }

  void add(const ReviewState& review) {
    ReviewFact fact;
    fact.review = review.id;
    fact.about = review.about;
    fact.rounds = review.round;
    if (review.clearance) {
      fact.completed_on = review.clearance->day;
      fact.conclusion = review.clearance->conclusion;
    }
    fact.events = review.events;
    out_.reviews.push_back(std::move(fact));
  }

  Facts finish(const RequestRegister& requests) {
    for (const auto& figure : requests.opening) {
      out_.figures.push_back({figure.year, figure.table + "." + figure.row + "." + figure.column,
                              Decimal{figure.value, 0}, figure.document, true, figure.event});
    }
    for (const auto& figure : requests.declared) {
      out_.figures.push_back({figure.year, figure.path, figure.value, figure.document, false, figure.event});
    }
    for (const auto& inquiry : requests.inquiries) {
      out_.inquiries.push_back({inquiry.id, inquiry.day, inquiry.event});
    }
    std::sort(out_.findings.begin(), out_.findings.end());
    return std::move(out_);
  }

 private:
  void requests(const RequestState& state) {
    RequestFact fact;
    fact.request = state.id;
    fact.applicant_type = state.applicant.type;
    const auto received = received_on(state);
    if (received) {
      fact.received_year = received->year();
    } else {
      out_.findings.push_back(
          detail::FindingTexts::builtin().make("facts.day", day_of(state), state.id, {{"subject", state.id}}));
    }
    if (!state.events.empty()) {
      fact.received_events = {state.events.front()};
    }
    close(state, fact);
    if (fact.closed_year && fact.received_year && *fact.closed_year < *fact.received_year) {
      out_.findings.push_back(
          detail::FindingTexts::builtin().make("facts.order", day_of(state), state.id,
                                               {{"subject", state.id},
                                                {"closed", std::to_string(*fact.closed_year)},
                                                {"received", std::to_string(*fact.received_year)}}));
    }
    out_.requests.push_back(std::move(fact));
  }

  // For findings only; a request of the register has had an event.
  static Date day_of(const RequestState& state) { return state.last_day.value_or(Date::from_ordinal(0)); }

  // The first receipt: what came later, a correction or a payment, restarts a clock and moves no request.
  std::optional<Date> received_on(const RequestState& state) const {
    if (options_.year_of_request == YearOfRequest::submission && state.submitted_on) {
      return state.submitted_on;
    }
    ClockHistory first;
    for (const auto& event : state.history.events()) {
      if (event.kind == ClockEventKind::submitted || event.kind == ClockEventKind::received ||
          event.kind == ClockEventKind::acknowledged || event.kind == ClockEventKind::confirmed) {
        first.add(event);
      }
    }
    const auto start = rules_.clock.due(DeadlineKind::reply, first).start;
    return start ? start : state.received_on;
  }

  std::optional<Date> outcome_day(const RequestDecision& decision) const {
    if (options_.year_of_outcome == YearOfOutcome::decided) {
      return decision.decided_on;
    }
    return decision.posted_on ? decision.posted_on : decision.delivered_on;
  }

  void close(const RequestState& state, RequestFact& fact) const {
    for (const auto& decision : state.decisions) {
      const auto day = outcome_day(decision);
      if (!day) {
        continue;
      }
      if (!fact.closed_year) {
        fact.closed_year = day->year();
      }
      // Decided again within the year the new result replaces the old; later it is the ledger's.
      if (day->year() == *fact.closed_year) {
        fact.outcome = decision.outcome;
        fact.answered = true;
        fact.closed_events = {decision.event};
      }
    }
    if (!fact.closed_year && state.decisions.empty() && state.closed_on) {
      fact.closed_year = state.closed_on->year();
      fact.outcome = state.closed_as;
      fact.closed_events = {state.closing_event};
    }
  }

  const RequestRules& rules_;
  const Options& options_;
  Facts out_;
};

}  // namespace

Facts derive(const RequestRegister& requests, const Catalogue& catalogue,
             const std::map<std::string, ReviewState>& reviews, const RequestRules& rules) {
  Derivation derivation{rules};
  for (const auto& [id, state] : requests.requests) {
    derivation.add(state);
  }
  for (const auto& [id, record] : catalogue.records) {
    derivation.add(record);
  }
  for (const auto& [id, review] : reviews) {
    derivation.add(review);
  }
  return derivation.finish(requests);
}

}  // namespace gongkai
