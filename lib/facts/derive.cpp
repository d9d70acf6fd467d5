// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gongkai/facts/fact.hpp>
#include <map>

#include "event/finding_texts.hpp"
#include "facts/end_of_request.hpp"

namespace gongkai {
namespace {

EventIds ids(std::int64_t event) { return event == 0 ? EventIds{} : EventIds{event}; }

class Derivation {
 public:
  explicit Derivation(const RequestRules& rules) : rules_{rules} {}

  void add(const RequestState& state) {
    // A letter that was split is no request; its parts are.
    if (state.stage != RequestStage::split) {
      request(state);
    }
    for (const auto& remedy : state.remedies) {
      out_.remedies.push_back({state.id, remedy.id, remedy.kind, remedy.opened_on, remedy.concluded_on, remedy.result,
                               remedy.concluded_on.has_value() && remedy.result.empty(), ids(remedy.opened_event),
                               ids(remedy.concluded_event)});
    }
    for (const auto& payment : state.payments) {
      out_.fees.push_back({state.id, payment.day, payment.fen, ids(payment.event)});
    }
  }

  void add(const RecordState& record) {
    std::int32_t number = 0;
    bool was_public = false;
    for (const auto& version : record.earlier) {
      auto fact = of_record(record, ++number, was_public);
      fact.created_on = version.created_on;
      fact.published_on = version.published_on;
      fact.in_force_from = version.in_force_from;
      fact.in_force_to = version.in_force_to;
      fact.repealed_on = version.replaced_on;
      fact.formed_events = ids(version.formed_event);
      fact.published_events = ids(version.published_event);
      fact.repealed_events = ids(version.replaced_event);
      was_public = was_public || version.published_on;
      publication(std::move(fact));
    }
    auto fact = of_record(record, ++number, was_public);
    fact.created_on = record.created_on();
    fact.published_on = record.published_since_formed;
    fact.in_force_from = record.data.in_force_from;
    fact.in_force_to = record.data.in_force_to;
    fact.repealed_on = record.repealed_on;
    fact.full_text = record.data.full_text;
    for (const auto& clarification : record.clarifications) {
      fact.clarified_on.push_back(clarification.day);
      fact.clarified_events.push_back(clarification.event);
    }
    fact.formed_events = ids(record.formed_event);
    for (const auto& act : record.acts) {
      if (fact.published_events.empty() && act.day == fact.published_on) {
        fact.published_events = ids(act.event);
      }
    }
    fact.repealed_events = ids(record.repealed_event);
    publication(std::move(fact));
  }

  void add(const ReviewState& review) {
    ReviewFact fact;
    fact.review = review.id;
    fact.about = review.about;
    fact.policy = review.policy;
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
                              Decimal{figure.value, 0}, figure.document, true, ids(figure.event)});
    }
    for (const auto& figure : requests.declared) {
      out_.figures.push_back({figure.year, figure.path, figure.value, figure.document, false, ids(figure.event)});
    }
    for (const auto& inquiry : requests.inquiries) {
      out_.inquiries.push_back({inquiry.id, inquiry.channel, inquiry.day, ids(inquiry.event)});
    }
    brought_along(requests);
    std::sort(out_.findings.begin(), out_.findings.end());
    return std::move(out_);
  }

 private:
  void report(std::string_view id, const RequestState& state, detail::FindingValues values) {
    values.emplace_back("subject", state.id);
    // For findings only; a request of the register has had an event.
    const auto day = state.last_day.value_or(Date::from_ordinal(0));
    out_.findings.push_back(detail::FindingTexts::builtin().make(id, day, state.id, values));
  }

  void request(const RequestState& state) {
    RequestFact fact;
    fact.request = state.id;
    fact.applicant = state.applicant.id;
    fact.applicant_type = state.applicant.type;
    fact.channel = state.channel;
    fact.received_on = detail::first_receipt(state, rules_.clock);
    fact.received_events = state.receipt_events;
    if (fact.received_events.empty() && !state.events.empty()) {
      fact.received_events = {state.events.front()};
    }
    if (const auto end = detail::end_of_request(state, rules_.clock.options())) {
      fact.closed_on = end->day;
      fact.outcome = end->outcome;
      fact.answered = end->answered;
      fact.closed_events = ids(end->event);
    }
    if (!fact.received_on) {
      undated_.push_back(out_.requests.size());
    } else if (fact.closed_on && fact.closed_on->year() < fact.received_on->year()) {
      report(
          "facts.order", state,
          {{"closed", std::to_string(fact.closed_on->year())}, {"received", std::to_string(fact.received_on->year())}});
    }
    out_.requests.push_back(std::move(fact));
  }

  // A request that was never received here and is closed is one of those that were carried in, as long as there are
  // any of its type; the earliest closed first.
  void brought_along(const RequestRegister& requests) {
    std::sort(undated_.begin(), undated_.end(), [&](std::size_t a, std::size_t b) {
      const auto& x = out_.requests[a];
      const auto& y = out_.requests[b];
      return x.closed_on != y.closed_on ? x.closed_on < y.closed_on : a < b;
    });
    std::map<std::string, std::vector<std::pair<std::int32_t, std::int64_t>>> carried;  // type → year, number
    for (const auto& figure : requests.opening) {
      const bool in = figure.row == "carried_in";
      if (figure.table == "requests" && (in || figure.row == "carried_out") && figure.value > 0) {
        carried[figure.column].emplace_back(in ? figure.year : figure.year + 1, figure.value);
      }
    }
    for (const auto i : undated_) {
      auto& fact = out_.requests[i];
      for (auto& [year, number] : carried[fact.applicant_type]) {
        if (fact.closed_on && year <= fact.closed_on->year() && number > 0 && !fact.brought_along) {
          fact.brought_along = true;
          --number;
        }
      }
      if (!fact.brought_along) {
        report(fact.closed_on ? "facts.day" : "facts.not_received", *requests.find(fact.request), {});
      }
    }
  }

  static PublicationFact of_record(const RecordState& record, std::int32_t version, bool was_public) {
    PublicationFact fact;
    fact.record = record.id;
    fact.version = version;
    fact.kind = record.data.kind;
    fact.mode = record.mode;
    fact.classes = record.data.classes;
    fact.was_public = was_public;
    return fact;
  }
  void publication(PublicationFact fact) {
    const bool document = fact.kind == "normative_document" || fact.kind == "rules";
    if (document && !fact.created_on) {
      out_.findings.push_back(detail::FindingTexts::builtin().make(
          "facts.undated", fact.published_on.value_or(Date::from_ordinal(0)), fact.record, {{"subject", fact.record}}));
    }
    out_.publications.push_back(std::move(fact));
  }

  const RequestRules& rules_;
  Facts out_;
  std::vector<std::size_t> undated_;
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
