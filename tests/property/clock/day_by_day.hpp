// SPDX-License-Identifier: Apache-2.0
#pragma once
// The reply clock once more, in the plainest way: a clerk with a calendar on the wall who each morning makes a mark for
// a working day and then reads the day's mail. Slow, without tables, without unions of intervals.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <gongkai/clock/clock.hpp>

namespace gongkai::testing {

class DayByDay {
 public:
  struct Answer {
    std::optional<Date> start;
    std::optional<Date> earliest;
    std::optional<Date> latest;
    bool waiting = false;
    std::optional<DeadlineStatus> status;
    int used = 0;
  };

  DayByDay(const Rulebook& rulebook, const WorkCalendar& calendar) : rulebook_{rulebook}, calendar_{calendar} {}

  /// Only histories of `RandomCases`: one request handed in, documents without a way of service.
  [[nodiscard]] Answer ask(const ClockHistory& history, Date as_of) const {
    std::vector<ClockEvent> events = history.events();
    std::stable_sort(events.begin(), events.end(), [](const auto& a, const auto& b) { return a.on < b.on; });
    Clerk clerk{rulebook_, calendar_, as_of};
    Date day = events.front().on;
    const Date last = std::max(as_of, day);
    std::size_t next = 0;
    for (; day <= last; day = day + CalendarDays{1}) {
      clerk.morning(day);
      for (; next < events.size() && events[next].on == day && day <= as_of; ++next) {
        clerk.read(events[next], day);
      }
    }
    return clerk.answer(as_of);
  }

 private:
  struct Letter {
    bool third;
    bool coordination;
    std::string party;
    Date sent;
    std::optional<Date> cap;
    std::optional<Date> answered;
    bool counts;
  };

  class Clerk {
   public:
    Clerk(const Rulebook& rulebook, const WorkCalendar& calendar, Date as_of)
        : rulebook_{&rulebook}, calendar_{&calendar}, as_of_{as_of} {}

    void morning(Date day) {
      if (!start_ || ended_ || waiting() || due_reached(day - CalendarDays{1})) {
        if (start_ && !ended_ && !waiting() && worked(day) && !paused(day)) {
          ++after_due_;
        }
        return;
      }
      if (day > *start_ && worked(day) && !paused(day)) {
        ++marks_;
        if (marks_ == limit_ + extension_ && !deferred_) {
          due_ = day;
        }
      }
    }

    void read(const ClockEvent& event, Date day) {
      if (ended_) {
        return;
      }
      const bool letter =
          event.kind == ClockEventKind::third_party_consulted || event.kind == ClockEventKind::agency_consulted ||
          event.kind == ClockEventKind::third_party_answered || event.kind == ClockEventKind::agency_answered;
      if (event.kind == ClockEventKind::submitted) {
        arrived_ = day;
        begin(day);
        return;
      }
      if (!arrived_ && !letter) {
        return;
      }
      const Date law = start_ ? *start_ : day;
      const std::optional<Date> delivered =
          event.delivered && *event.delivered <= as_of_ ? event.delivered : std::nullopt;
      switch (event.kind) {
        case ClockEventKind::correction_noticed:
          if (!corrected_once_ && !due_reached(day)) {
            corrected_once_ = true;
            correcting_ = true;
            correction_due_.reset();
            if (delivered) {
              correction_due_ = calendar_->add(*delivered, event.days ? *event.days : WorkingDays{15});
            }
          }
          break;
        case ClockEventKind::corrected:
          if (correcting_ && (!correction_due_ || day <= *correction_due_ || event.excuse == Excuse::good_reason)) {
            correcting_ = false;
            begin(day);
          }
          break;
        case ClockEventKind::third_party_consulted:
        case ClockEventKind::agency_consulted: {
          if (due_reached(day)) {
            break;
          }
          const bool third = event.kind == ClockEventKind::third_party_consulted;
          const bool coordination = !third && event.basis == Consultation::coordination;
          const bool new_law = rulebook_->at("correction_notice", law).in_force();
          Letter out{third, coordination, event.party, day, std::nullopt, std::nullopt, third || new_law};
          if (delivered && new_law && !coordination) {
            out.cap = calendar_->add(*delivered, WorkingDays{15});
          }
          letters_.push_back(out);
          break;
        }
        case ClockEventKind::third_party_answered:
        case ClockEventKind::agency_answered:
          for (Letter& out : letters_) {
            if (!out.answered && out.third == (event.kind == ClockEventKind::third_party_answered) &&
                out.party == event.party) {
              out.answered = day;
              break;
            }
          }
          break;
        case ClockEventKind::extended:
          if (start_ && !due_reached(day) && !extended_ && !deferred_ && event.days && event.days->count() > 0) {
            extended_ = true;
            extension_ = std::min(event.days->count(), rulebook_->at("extension", law).working_days().count());
          }
          break;
        case ClockEventKind::deferred:
          if (rulebook_->at("excessive_deferral", law).state() != ValueState::no_rule && event.until &&
              *event.until > day && !due_reached(day)) {
            deferred_ = event.until;
            due_ = event.until;
          }
          break;
        case ClockEventKind::fee_noticed:
          if (!paying_ && rulebook_->at("clock_effect", "fee_notice", law).in_force() &&
              rulebook_->at("fee_payment", day).in_force() && !due_reached(day)) {
            paying_ = true;
            fee_due_.reset();
            if (delivered) {
              fee_due_ = calendar_->add(*delivered, WorkingDays{20});
            }
          }
          break;
        case ClockEventKind::fee_paid:
          if (paying_ && (!fee_due_ || day <= *fee_due_) && event.extent == Extent::whole) {
            paying_ = false;
            begin(day);
          }
          break;
        case ClockEventKind::replied:
        case ClockEventKind::withdrawn:
          ended_ = day;
          withdrawn_ = event.kind == ClockEventKind::withdrawn;
          break;
        default:
          break;
      }
    }

    [[nodiscard]] Answer answer(Date as_of) const {
      Answer out;
      out.start = start_;
      out.waiting = waiting();
      out.used = marks_ + after_due_;
      const Date now = ended_ ? *ended_ : as_of;
      bool open = false;
      for (const Letter& letter : letters_) {
        const bool over = letter.answered || (letter.cap && *letter.cap <= now);
        open = open || (letter.counts && !over && !ended_);
      }
      if (start_ && !out.waiting) {
        out.earliest = finish(now, true);
        out.latest = finish(now, false);
      }
      if (ended_) {
        out.status = withdrawn_                            ? DeadlineStatus::withdrawn
                     : out.latest && *ended_ > *out.latest ? DeadlineStatus::late
                                                           : DeadlineStatus::met;
        return out;
      }
      if (!start_) {
        return out;
      }
      const std::optional<Date>& own = correcting_ ? correction_due_ : fee_due_;
      if (out.waiting) {
        out.status = own && as_of > *own ? DeadlineStatus::abandoned : DeadlineStatus::paused;
      } else if (out.latest && as_of > *out.latest) {
        out.status = DeadlineStatus::overdue;
      } else {
        out.status = open ? DeadlineStatus::paused : DeadlineStatus::running;
      }
      return out;
    }

   private:
    [[nodiscard]] bool waiting() const { return correcting_ || paying_; }
    [[nodiscard]] bool worked(Date day) const { return calendar_->is_working_day(day); }
    [[nodiscard]] bool due_reached(Date day) const { return !waiting() && due_ && *due_ <= day && still_due(); }
    // An extension told before the due day pushes it away again: the marks decide.
    [[nodiscard]] bool still_due() const { return deferred_ || marks_ >= limit_ + extension_; }

    [[nodiscard]] bool paused(Date day) const {
      return std::any_of(letters_.begin(), letters_.end(), [&](const Letter& letter) {
        return letter.counts && letter.sent < day && (!letter.answered || day <= *letter.answered) &&
               (!letter.cap || day <= *letter.cap);
      });
    }

    void begin(Date day) {
      start_ = day;
      marks_ = 0;
      after_due_ = 0;
      limit_ = rulebook_->at("reply", day).working_days().count();
      extension_ = 0;
      extended_ = false;
      deferred_.reset();
      due_.reset();
    }

    // Goes on marking days after `now` until the limit is full; letters still out come back now, or at their caps.
    [[nodiscard]] std::optional<Date> finish(Date now, bool soonest) const {
      if (deferred_) {
        return deferred_;
      }
      if (due_ && still_due()) {
        return due_;
      }
      int marks = marks_;
      for (Date day = now + CalendarDays{1}; day < now + CalendarDays{400}; day = day + CalendarDays{1}) {
        const bool held = std::any_of(letters_.begin(), letters_.end(), [&](const Letter& letter) {
          return letter.counts && !letter.answered && !ended_ && !soonest && (!letter.cap || day <= *letter.cap) &&
                 day > letter.sent;
        });
        if (worked(day) && !held && day > *start_ && ++marks == limit_ + extension_) {
          return day;
        }
      }
      return std::nullopt;
    }

    const Rulebook* rulebook_;
    const WorkCalendar* calendar_;
    Date as_of_;
    std::optional<Date> arrived_, start_, due_, deferred_, ended_, correction_due_, fee_due_;
    bool corrected_once_ = false;
    bool correcting_ = false;
    bool paying_ = false;
    bool extended_ = false;
    bool withdrawn_ = false;
    int limit_ = 0;
    int extension_ = 0;
    int marks_ = 0;
    int after_due_ = 0;
    std::vector<Letter> letters_;
  };

  Rulebook rulebook_;
  WorkCalendar calendar_;
};

}  // namespace gongkai::testing
