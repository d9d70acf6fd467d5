// SPDX-License-Identifier: Apache-2.0
// What clocks are told of the actions of a request.
#include "request/words.hpp"

namespace gongkai::detail {
namespace {

class Teller {
 public:
  Teller(Date day, const Rulebook& rulebook, bool paid_in_full)
      : day_{day}, rulebook_{rulebook}, paid_in_full_{paid_in_full} {}

  using Answer = std::optional<ClockEvent>;

  Answer operator()(const RequestSubmitted& what) const {
    auto out = of(ClockEventKind::submitted);
    out.channel = find_code(rulebook_, "channel", what.channel);
    return out;
  }
  Answer operator()(const RequestArrived& /*what*/) const { return of(ClockEventKind::received); }
  Answer operator()(const RequestAcknowledged& /*what*/) const { return of(ClockEventKind::acknowledged); }
  Answer operator()(const RequestConfirmed& /*what*/) const { return of(ClockEventKind::confirmed); }
  Answer operator()(const RequestCorrectionNoticed& what) const {
    auto out = sent(ClockEventKind::correction_noticed, what.document);
    if (what.working_days) {
      out.days = WorkingDays{*what.working_days};
    }
    return out;
  }
  Answer operator()(const RequestCorrected& what) const {
    auto out = of(ClockEventKind::corrected);
    out.channel = find_code(rulebook_, "channel", what.channel);
    out.extent = what.in_part ? Extent::partly : Extent::whole;
    out.excuse = what.with_good_reason ? Excuse::good_reason : Excuse::none;
    out.posted = what.posted_on;
    return out;
  }
  Answer operator()(const RequestThirdPartyConsulted& what) const {
    auto out = sent(ClockEventKind::third_party_consulted, what.document);
    out.party = what.party;
    return out;
  }
  Answer operator()(const RequestThirdPartyAnswered& what) const {
    auto out = of(ClockEventKind::third_party_answered);
    out.party = what.party;
    return out;
  }
  Answer operator()(const RequestAgencyConsulted& what) const {
    auto out = sent(ClockEventKind::agency_consulted, what.document);
    out.party = what.party;
    out.basis = what.basis == basis_coordination ? Consultation::coordination : Consultation::joint_author;
    return out;
  }
  Answer operator()(const RequestAgencyAnswered& what) const {
    auto out = of(ClockEventKind::agency_answered);
    out.party = what.party;
    return out;
  }
  Answer operator()(const RequestReasonsAsked& what) const {
    return sent(ClockEventKind::reasons_asked, what.document);
  }
  Answer operator()(const RequestReasonsGiven& /*what*/) const { return of(ClockEventKind::reasons_given); }
  Answer operator()(const RequestDeferred& what) const {
    auto out = of(ClockEventKind::deferred);
    out.until = what.until;
    return out;
  }
  Answer operator()(const RequestFeeNoticed& what) const { return sent(ClockEventKind::fee_noticed, what.document); }
  Answer operator()(const RequestFeePaid& /*what*/) const {
    auto out = of(ClockEventKind::fee_paid);
    out.extent = paid_in_full_ ? Extent::whole : Extent::partly;
    return out;
  }
  Answer operator()(const RequestExtended& what) const {
    auto out = sent(ClockEventKind::extended, what.document);
    if (what.working_days != 0) {  // 0: an imported register does not say for how long
      out.days = WorkingDays{what.working_days};
    }
    return out;
  }
  Answer operator()(const RequestDecided& what) const {
    auto out = sent(ClockEventKind::replied, what.document);
    out.decided = what.document.decided_on.value_or(day_);
    out.outcome = find_code(rulebook_, "outcome", what.outcome);
    return out;
  }
  Answer operator()(const RequestWithdrawn& /*what*/) const { return of(ClockEventKind::withdrawn); }
  template <typename Other>
  Answer operator()(const Other& /*what*/) const {
    return std::nullopt;
  }

 private:
  [[nodiscard]] ClockEvent of(ClockEventKind kind) const { return ClockEvent{kind, day_}; }
  [[nodiscard]] ClockEvent sent(ClockEventKind kind, const OutgoingDocument& document) const {
    ClockEvent out{kind, day_};
    out.decided = document.decided_on;
    out.posted = document.posted_on;
    out.delivered = document.delivered_on;
    out.service = service_way(document.service).value_or(ServiceWay::unstated);
    return out;
  }

  Date day_;
  const Rulebook& rulebook_;
  bool paid_in_full_;
};

}  // namespace

std::optional<ServiceWay> service_way(std::string_view word) {
  if (word.empty()) {
    return ServiceWay::unstated;
  }
  for (const auto way :
       {ServiceWay::direct, ServiceWay::entrusted, ServiceWay::china_post, ServiceWay::email, ServiceWay::courier}) {
    if (to_string(way) == word) {
      return way;
    }
  }
  return std::nullopt;
}

std::optional<ClockEvent> clock_event(const RequestAction& action, Date day, const Rulebook& rulebook,
                                      bool paid_in_full) {
  return std::visit(Teller{day, rulebook, paid_in_full}, action);
}

const OutgoingDocument* outgoing(const RequestAction& action) {
  return std::visit(
      [](const auto& what) -> const OutgoingDocument* {
        using T = std::decay_t<decltype(what)>;
        if constexpr (std::is_same_v<T, RequestCorrectionNoticed> || std::is_same_v<T, RequestThirdPartyConsulted> ||
                      std::is_same_v<T, RequestAgencyConsulted> || std::is_same_v<T, RequestReasonsAsked> ||
                      std::is_same_v<T, RequestFeeNoticed> || std::is_same_v<T, RequestExtended> ||
                      std::is_same_v<T, RequestDecided>) {
          return &what.document;
        } else {
          return nullptr;
        }
      },
      action);
}

std::string document_of(const RequestAction& action) {
  const auto* document = outgoing(action);
  return document == nullptr ? std::string{} : document->id;
}

}  // namespace gongkai::detail
