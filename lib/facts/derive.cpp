// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gongkai/facts/fact.hpp>

#include "event/finding_texts.hpp"
#include "facts/request_derivation.hpp"

namespace gongkai {
namespace {

class Derivation {
 public:
  explicit Derivation(const RequestRules& rules) : requests_{rules} {}

  void add(const RequestState& state) { requests_.add(state); }

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
      fact.formed_events = detail::event_ids(version.formed_event);
      fact.published_events = detail::event_ids(version.published_event);
      fact.repealed_events = detail::event_ids(version.replaced_event);
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
    fact.formed_events = detail::event_ids(record.formed_event);
    for (const auto& act : record.acts) {
      if (fact.published_events.empty() && act.day == fact.published_on) {
        fact.published_events = detail::event_ids(act.event);
      }
    }
    fact.repealed_events = detail::event_ids(record.repealed_event);
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
    auto told = requests_.finish(requests);
    out_.requests = std::move(told.requests);
    out_.remedies = std::move(told.remedies);
    out_.fees = std::move(told.fees);
    out_.figures = std::move(told.figures);
    out_.inquiries = std::move(told.inquiries);
    out_.findings.insert(out_.findings.end(), told.findings.begin(), told.findings.end());
    std::sort(out_.requests.begin(), out_.requests.end(),
              [](const RequestFact& a, const RequestFact& b) { return a.request < b.request; });
    std::sort(out_.findings.begin(), out_.findings.end());
    return std::move(out_);
  }

 private:
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

  detail::RequestDerivation requests_;
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
