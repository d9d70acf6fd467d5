// SPDX-License-Identifier: Apache-2.0
#include "clock/row_clock.hpp"

#include <algorithm>

namespace gongkai::detail {
namespace {

constexpr std::size_t worth_tables = 10000;  // rows; for fewer the tables take longer than they save

std::int32_t in_days(const RulePiece& piece) noexcept { return piece.in_force() ? piece.limit.count : 0; }

bool plain(const Options& chosen) {
  const Options defaults;
  return chosen.day_of_receipt == defaults.day_of_receipt &&
         chosen.receipt_on_rest_day == defaults.receipt_on_rest_day &&
         chosen.online_submission == defaults.online_submission &&
         chosen.consultation_interval == defaults.consultation_interval &&
         chosen.pending_at_revision == defaults.pending_at_revision;
}

// Working days of the union of stretches that are sorted by `from`, inside (from, to].
std::int32_t taken(const DayCounter& days, const std::array<Stretch, Row::max_pauses>& stretches, std::size_t count,
                   std::int32_t from, std::int32_t to) {
  std::int32_t total = 0;
  std::int32_t done = from;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t begin = std::max(stretches[i].from, done);
    const std::int32_t end = std::min(stretches[i].to, to);
    if (end > begin) {
      total += days.count(begin, end);
      done = end;
    }
  }
  return total;
}

}  // namespace

template <typename Piece>
std::vector<std::uint8_t> RowClock::by_day(const std::vector<Piece>& pieces, std::int32_t from, std::int32_t to) {
  std::vector<std::uint8_t> out;
  out.reserve(static_cast<std::size_t>(to - from + 1));
  std::size_t i = 0;
  for (std::int32_t day = from; day <= to; ++day) {
    while (i + 1 < pieces.size() && pieces[i + 1].from <= day) {
      ++i;
    }
    out.push_back(static_cast<std::uint8_t>(i));
  }
  return out;
}

RowClock::RowClock(const ClockCore& core, const Options& options, std::int32_t as_of, std::size_t rows)
    : days_{&core.days}, as_of_{as_of}, usable_{plain(options)}, tabled_{rows > worth_tables} {
  for (const auto& [code, line] : core.rules.clock_start) {
    std::vector<StartPiece> pieces;
    for (const RulePiece& piece : line.pieces()) {
      Start start = Start::other;
      switch (piece.start) {
        case StartRule::submission_day:
        case StartRule::signing_day:
        case StartRule::system_receipt:
        case StartRule::system_confirmation:
        case StartRule::not_stated:
          start = Start::received;
          break;
        case StartRule::office_confirmation:
        case StartRule::mutual_confirmation:
        case StartRule::agency_rule:
          start = Start::confirmed;
          break;
        case StartRule::none:
          break;
      }
      pieces.push_back({piece.from, start});
    }
    starts_.push_back(std::move(pieces));
  }
  for (const auto& pieces : starts_) {
    start_by_day_.push_back(tabled_ ? by_day(pieces, days_->first(), days_->last()) : std::vector<std::uint8_t>{});
  }
  std::vector<std::int32_t> days;
  const RuleLine& effect = core.rules.effect(Interruption::third_party_consultation);
  for (const RuleLine* line : {&core.rules.reply, &core.rules.extension, &core.rules.third_party_answer, &effect}) {
    for (const RulePiece& piece : line->pieces()) {
      days.push_back(piece.from);
    }
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  for (const std::int32_t day : days) {
    limits_.push_back({day, in_days(core.rules.reply.at(day)), in_days(core.rules.extension.at(day)),
                       in_days(core.rules.third_party_answer.at(day)),
                       effect.at(day).effect == ClockEffect::not_counted});
  }
  if (tabled_) {
    law_by_day_ = by_day(limits_, days_->first(), days_->last());
  }
}

// The consultations and the extension, each in order of its day, as the general clock meets them.
bool RowClock::with_pauses(const Row& row, std::int32_t start, std::int32_t horizon, bool ended, std::int32_t& limit,
                           std::array<Stretch, Row::max_pauses>& out, std::size_t& count) const {
  std::array<Row::Pause, Row::max_pauses> pauses = row.pause;
  for (std::size_t i = 1; i < row.pauses; ++i) {
    for (std::size_t j = i; j > 0 && pauses[j].sent < pauses[j - 1].sent; --j) {
      std::swap(pauses[j], pauses[j - 1]);
    }
  }
  const LimitPiece& regime_of_start = law(start);
  const std::int32_t told = row.extended_on != no_day ? row.extended_on : std::max(row.received, row.confirmed);
  bool extended = row.extension <= 0 || told > horizon || told < start || regime_of_start.extension == 0;
  count = 0;
  const auto counted = [&](std::int32_t day) {
    return day <= start ? 0 : days_->count(start, day) - taken(*days_, out, count, start, day);
  };
  for (std::size_t i = 0; i < row.pauses; ++i) {
    const Row::Pause& pause = pauses[i];
    if (pause.sent > horizon) {
      break;
    }
    if (!extended && told < pause.sent) {
      limit += counted(told) < limit ? std::min(row.extension, regime_of_start.extension) : 0;
      extended = true;
    }
    if (pause.sent >= start && counted(pause.sent) >= limit) {
      continue;  // on or after the due day: no effect
    }
    const LimitPiece& regime = law(pause.sent >= start          ? start
                                   : pause.sent >= row.received ? row.received
                                                                : pause.sent);
    if (!regime.takes_days) {
      continue;
    }
    std::int32_t to = no_day;
    if (pause.answered != no_day && pause.answered >= pause.sent && pause.answered <= horizon) {
      to = pause.answered;
    }
    if (regime.cap > 0 && pause.delivered != no_day && pause.delivered <= as_of_) {
      const DayRange cap = days_->nth(pause.delivered, regime.cap);
      if (!cap.certain()) {
        return false;
      }
      if (to == no_day && cap.earliest <= horizon) {
        to = cap.earliest;
      }
      to = to == no_day ? no_day : std::min(to, cap.earliest);
      // Past `horizon` a cap matters only to a clock that still runs, and that one is open.
    }
    if (to == no_day) {
      if (!ended) {
        return false;
      }
      to = std::max(horizon, pause.sent);  // the end of the clock ends the wait
    }
    out[count++] = {pause.sent, to};
  }
  if (!extended) {
    limit += counted(told) < limit ? std::min(row.extension, regime_of_start.extension) : 0;
  }
  return true;
}

bool RowClock::answer(const Row& row, RowAnswer& out) const {
  if (row.confirmed != no_day && row.confirmed < row.received) {
    return false;  // out of order
  }
  const Start rule = row.channel < 0 ? Start::received : start_rule(row.channel, row.received);
  std::int32_t start = row.received;
  if (rule != Start::received) {
    if (rule == Start::other || row.confirmed == no_day || row.confirmed > as_of_) {
      return false;
    }
    start = row.confirmed;
  }
  const LimitPiece& regime = law(start);
  // What the general clock treats on its own: nothing has come yet, no rule, or past the calendar.
  if (!usable_ || row.received > as_of_ || start > as_of_ || regime.base == 0 || !days_->knows(start) ||
      as_of_ > days_->last()) {
    return false;
  }
  const bool ended = row.answered != no_day && row.answered <= as_of_ && row.answered >= row.received;
  if (row.answered != no_day && row.answered < start) {
    return false;  // answered before the clock started
  }
  const std::int32_t horizon = ended ? row.answered : as_of_;
  std::int32_t limit = regime.base;
  std::int32_t used = 0;
  DayRange due;
  if (row.pauses == 0) {
    if (row.extension > 0) {
      const std::int32_t told = row.extended_on != no_day ? row.extended_on : std::max(row.received, row.confirmed);
      if (told >= start && told <= horizon && days_->count(start, told) < limit) {
        limit += std::min(row.extension, regime.extension);
      }
    }
    due = days_->nth_plain(start, limit);
    used = days_->count(start, horizon);
  } else {
    std::array<Stretch, Row::max_pauses> stretches{};
    std::size_t count = 0;
    if (!with_pauses(row, start, horizon, ended, limit, stretches, count)) {
      return false;
    }
    // From stretch to stretch until the limit is full.
    std::int32_t left = limit;
    std::int32_t from = start;
    for (std::size_t i = 0; i < count; ++i) {
      if (stretches[i].to <= from) {
        continue;
      }
      const std::int32_t before = days_->count(from, std::max(stretches[i].from, from));
      if (before >= left) {
        break;
      }
      left -= before;
      from = stretches[i].to;
    }
    due = days_->nth_plain(from, left);
    used = days_->count(start, horizon) - taken(*days_, stretches, count, start, horizon);
  }
  if (!due.certain()) {
    return false;
  }
  out.due = due.earliest;
  out.used = used;
  out.open = 0;
  const DeadlineStatus status = ended ? (row.answered > due.earliest ? DeadlineStatus::late : DeadlineStatus::met)
                                : as_of_ > due.earliest ? DeadlineStatus::overdue
                                                        : DeadlineStatus::running;
  out.status = static_cast<std::uint8_t>(status);
  return true;
}

}  // namespace gongkai::detail
