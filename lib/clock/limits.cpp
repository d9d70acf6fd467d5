// SPDX-License-Identifier: Apache-2.0
#include "clock/limits.hpp"

#include "clock/documents.hpp"

namespace gongkai::detail {
namespace {

void count_from_receipt(const ClockCore& core, const ClockEvent& document, std::int32_t day, std::int32_t as_of,
                        OwnLimit& limit) {
  limit.start = recipient_day(document, as_of);
  if (!limit.known || limit.days <= 0) {
    return;
  }
  limit.due = core.days.nth(limit.start == no_day ? day : limit.start, limit.days);
  if (limit.start == no_day) {
    limit.due.latest = no_day;
    limit.due.unknown = day;
  }
}

OwnLimit from_piece(const RuleLine& rule, const RulePiece& piece) {
  OwnLimit limit;
  limit.rule = &rule;
  limit.piece = &piece;
  limit.known = piece.in_force();
  limit.days = limit.known ? piece.limit.count : 0;
  return limit;
}

}  // namespace

OwnLimit correction_limit(const ClockCore& core, const ClockEvent& notice, std::int32_t day, std::int32_t regime_day,
                          std::int32_t as_of) {
  const ClockRules& rules = core.rules;
  const RulePiece& own = rules.correction_period.at(regime_day);
  const RulePiece* norm = &rules.correction_period_norm.at(day);
  if (!norm->in_force() && rules.correction_period_norm.first_in_force() != nullptr) {
    norm = rules.correction_period_norm.first_in_force();
  }
  OwnLimit limit =
      own.in_force() ? from_piece(rules.correction_period, own) : from_piece(rules.correction_period_norm, *norm);
  if (notice.until) {
    limit.start = recipient_day(notice, as_of);
    limit.due = {notice.until->to_ordinal(), notice.until->to_ordinal(), no_day};
    limit.piece = nullptr;
    return limit;
  }
  if (notice.days && notice.days->count() > 0) {
    limit.days = notice.days->count();
    limit.known = true;
    limit.piece = nullptr;
  }
  count_from_receipt(core, notice, day, as_of, limit);
  return limit;
}

OwnLimit fee_limit(const ClockCore& core, const ClockEvent& notice, std::int32_t day, std::int32_t as_of) {
  OwnLimit limit = from_piece(core.rules.fee_payment, core.rules.fee_payment.at(day));
  count_from_receipt(core, notice, day, as_of, limit);
  return limit;
}

OwnLimit answer_limit(const ClockCore& core, const ClockEvent& letter, std::int32_t day, std::int32_t regime_day,
                      std::int32_t as_of) {
  const RuleLine& rule = letter.kind == ClockEventKind::third_party_consulted ? core.rules.third_party_answer
                                                                              : core.rules.other_agency_answer;
  OwnLimit limit = from_piece(rule, rule.at(regime_day));
  if (letter.kind == ClockEventKind::agency_consulted && letter.basis == Consultation::coordination) {
    limit.known = false;  // coordination (art. 11) knows no limit; the joint authors' one is only a measure
  }
  count_from_receipt(core, letter, day, as_of, limit);
  return limit;
}

}  // namespace gongkai::detail
