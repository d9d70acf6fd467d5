// SPDX-License-Identifier: Apache-2.0
#pragma once
// Random cases, regular and irregular alike, the same ones for the same seed.

#include <algorithm>
#include <random>
#include <string>

#include <gongkai/clock/clock.hpp>

namespace gongkai::testing {

struct CaseRange {
  Date first{2008, 5, 1};
  Date last{2025, 6, 30};
};

class RandomCases {
 public:
  RandomCases(std::uint64_t seed, const Rulebook& rulebook, CaseRange range = {})
      : engine_{seed}, in_person_{rulebook.code("channel", "in_person")}, range_{range} {}

  [[nodiscard]] int number(int low, int high) { return std::uniform_int_distribution<int>{low, high}(engine_); }
  [[nodiscard]] bool chance(int percent) { return number(1, 100) <= percent; }
  [[nodiscard]] Date day() { return range_.first + CalendarDays{number(0, (range_.last - range_.first).count())}; }

  [[nodiscard]] ClockHistory received(Date on) const {
    ClockHistory history;
    history.add(ClockEvent::submitted(on, in_person_));
    return history;
  }

  /// A request with up to six further events of any kind, in no particular order, some of them nonsense.
  [[nodiscard]] ClockHistory any() {
    const Date start = day();
    ClockHistory history = received(start);
    for (int i = number(0, 6); i > 0; --i) {
      history.add(event(start + CalendarDays{number(-3, 90)}));
    }
    return history;
  }

  /// A consultation, answered or not.
  void consult(ClockHistory& history, Date on, int taken, const std::string& party, bool coordination) {
    ClockEvent asked{coordination ? ClockEventKind::agency_consulted : ClockEventKind::third_party_consulted, on};
    asked.party = party;
    asked.basis = coordination ? Consultation::coordination : Consultation::joint_author;
    asked.delivered = on + CalendarDays{number(0, std::min(3, std::max(0, taken)))};
    history.add(asked);
    if (taken >= 0) {
      ClockEvent answer{coordination ? ClockEventKind::agency_answered : ClockEventKind::third_party_answered,
                        on + CalendarDays{taken}};
      answer.party = party;
      history.add(answer);
    }
  }

 private:
  [[nodiscard]] ClockEvent event(Date on) {
    static constexpr ClockEventKind kinds[] = {ClockEventKind::correction_noticed,
                                               ClockEventKind::corrected,
                                               ClockEventKind::third_party_consulted,
                                               ClockEventKind::third_party_answered,
                                               ClockEventKind::agency_consulted,
                                               ClockEventKind::agency_answered,
                                               ClockEventKind::extended,
                                               ClockEventKind::deferred,
                                               ClockEventKind::fee_noticed,
                                               ClockEventKind::fee_paid,
                                               ClockEventKind::replied,
                                               ClockEventKind::withdrawn};
    ClockEvent event{kinds[number(0, 11)], on};
    event.party = chance(50) ? "A" : "B";
    event.basis = chance(50) ? Consultation::coordination : Consultation::joint_author;
    if (chance(80)) {
      event.delivered = on + CalendarDays{number(0, 5)};
    }
    if (event.kind == ClockEventKind::extended) {
      event.days = WorkingDays{number(0, 30)};
    }
    if (event.kind == ClockEventKind::correction_noticed && chance(30)) {
      event.days = WorkingDays{number(1, 20)};
    }
    if (event.kind == ClockEventKind::deferred) {
      event.until = on + CalendarDays{number(-5, 120)};
    }
    event.excuse = chance(20) ? Excuse::good_reason : Excuse::none;
    event.extent = chance(15) ? Extent::partly : Extent::whole;
    return event;
  }

  std::mt19937_64 engine_;
  Code in_person_;
  CaseRange range_;
};

}  // namespace gongkai::testing
