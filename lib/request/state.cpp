// SPDX-License-Identifier: Apache-2.0
#include <gongkai/request/state.hpp>

#include <algorithm>
#include <tuple>

#include "event/words.hpp"
#include "request/apply_one.hpp"

namespace gongkai {
namespace {

constexpr std::array<detail::Word, 12> stages{{{"not_received", "未收到"},
                                               {"received", "已收到"},
                                               {"processing", "办理中"},
                                               {"correction_asked", "待补正"},
                                               {"consulting", "征求意见中"},
                                               {"fee_noticed", "待缴费"},
                                               {"decided", "已答复"},
                                               {"served", "已送达"},
                                               {"filed", "已归档"},
                                               {"abandoned", "视为放弃"},
                                               {"withdrawn", "已撤回"},
                                               {"split", "已拆分"}}};

auto tied(const RequestDecision& d) {
  return std::tie(d.outcome, d.document, d.decided_on, d.posted_on, d.delivered_on, d.service, d.grounds,
                  d.principal_ground, d.article, d.withheld, d.released, d.clearance, d.published_at, d.record,
                  d.event);
}
auto tied(const RequestConsultation& c) {
  return std::tie(c.party, c.third_party, c.asked_on, c.answered_on, c.answer);
}
auto tied(const RequestFee& f) { return std::tie(f.tariff, f.amount_fen, f.paid_fen, f.pages, f.noticed_on, f.waived); }
auto tied(const RequestPayment& p) { return std::tie(p.day, p.fen, p.event); }
auto tied(const RequestClosing& c) { return std::tie(c.outcome, c.day, c.reopened_on, c.event); }
auto tied(const RequestRemedy& r) {
  return std::tie(r.id, r.kind, r.opened_on, r.concluded_on, r.result, r.ledger, r.decide_again, r.decided_anew,
                  r.opened_event, r.concluded_event);
}

template <typename T>
bool same_all(const std::vector<T>& a, const std::vector<T>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const T& x, const T& y) { return tied(x) == tied(y); });
}

}  // namespace

const std::string& RequestState::outcome() const noexcept {
  static const std::string pending;
  if (!decisions.empty()) {
    return decisions.back().outcome;
  }
  return closings.empty() || closings.back().reopened_on ? pending : closings.back().outcome;
}

const RequestState* RequestRegister::find(std::string_view request) const {
  const auto found = requests.find(std::string{request});
  return found == requests.end() ? nullptr : &found->second;
}

void detail::begin_anew(RequestState& state) {
  state.stage = RequestStage::not_received;
  for (auto* text :
       {&state.id, &state.applicant.id, &state.applicant.type, &state.applicant.name, &state.applicant.identity_key,
        &state.channel, &state.letter, &state.number, &state.title, &state.document_number}) {
    text->clear();
  }
  state.submitted_on.reset();
  state.received_on.reset();
  state.split_into.clear();
  state.consultations.clear();
  state.fee.reset();
  state.payments.clear();
  state.decisions.clear();
  state.closings.clear();
  state.remedies.clear();
  state.history.clear();
  state.history_documents.clear();
  state.last_day.reset();
  state.receipt_events.clear();
  state.events.clear();
  state.findings.clear();
}

std::string_view to_string(RequestStage stage) noexcept { return detail::word_of(stages, stage).word; }
std::string_view label_zh(RequestStage stage) noexcept { return detail::word_of(stages, stage).label_zh; }

bool operator==(const RequestState& a, const RequestState& b) {
  const auto plain = [](const RequestState& s) {
    return std::tie(s.id, s.stage, s.applicant, s.channel, s.letter, s.number, s.title, s.document_number,
                    s.submitted_on, s.received_on, s.split_into, s.history, s.history_documents, s.last_day,
                    s.receipt_events, s.events, s.findings);
  };
  const bool same_fee = a.fee.has_value() == b.fee.has_value() && (!a.fee || tied(*a.fee) == tied(*b.fee));
  return plain(a) == plain(b) && same_fee && same_all(a.consultations, b.consultations) &&
         same_all(a.payments, b.payments) && same_all(a.decisions, b.decisions) && same_all(a.closings, b.closings) &&
         same_all(a.remedies, b.remedies);
}

}  // namespace gongkai
