// SPDX-License-Identifier: Apache-2.0
#pragma once
// The clock of a reply as a state machine: events go in one by one in order of days, the answer comes out at any time.

#include <cstdint>
#include <optional>
#include <vector>

#include <gongkai/clock/history.hpp>
#include <gongkai/clock/options.hpp>

#include "clock/clock_core.hpp"
#include "clock/trace.hpp"

namespace gongkai::detail {

/// How a request (or a corrected request) came in: the days from which its channel picks the start.
struct Arrival {
  std::optional<Code> channel;
  std::int32_t submitted = no_day;
  std::int32_t received = no_day;
  std::int32_t acknowledged = no_day;
  std::int32_t confirmed = no_day;
};

/// What the channel's rule makes of an arrival.
struct ArrivalStart {
  std::int32_t arrived = no_day;  // the day the agency had it
  std::int32_t start = no_day;
  std::int32_t ignored = no_day;
  QuestionSet asked = 0;
  StartRule rule = StartRule::none;
  const std::string* citation = nullptr;  // none without channel
  const std::string* rule_name = nullptr;
};

[[nodiscard]] ArrivalStart start_of(const ClockCore& core, const Options& options, const Arrival& arrival);

class ReplyClock {
 public:
  /// `as_of`: nothing after it is known; `no_day`: everything is. `trace` may be null.
  ReplyClock(const ClockCore& core, const Options& options, std::int32_t as_of, Trace* trace) noexcept
      : core_{&core}, options_{&options}, as_of_{as_of}, trace_{trace} {}

  /// An event that takes effect on `day`; days must not descend.
  void apply(const ClockEvent& event, std::int32_t day);
  void asked(QuestionSet questions, std::int32_t ignored) noexcept {
    asked_ |= questions;
    ignored_ = std::max(ignored_, ignored);
  }
  /// The answer. Records the last run's steps and findings in the trace.
  [[nodiscard]] Outcome finish();

  /// The first start, before any correction or payment.
  [[nodiscard]] std::int32_t first_start() const noexcept { return first_start_; }
  [[nodiscard]] std::int32_t first_arrival() const noexcept { return first_arrival_; }

 private:
  struct Pause {
    std::int32_t from;
    std::int32_t to = no_day;  // `no_day`: still open
    DayRange cap;              // both `no_day`: none
    std::int32_t asked_on;
    std::int32_t received_on;  // by the one who was asked; `no_day` when not recorded
    ClockEventKind kind;
    Consultation basis;
    const std::string* party;
    bool takes_days;  // whether the regime leaves its time out
  };
  struct Wait {
    std::int32_t from = no_day;
    DayRange due;
    bool ignored = false;  // a choice says that it has no effect
    [[nodiscard]] bool active() const noexcept { return from != no_day; }
  };

  void arrive(const ClockEvent& event, std::int32_t day);
  void derive_start();
  void settle_start();
  void begin(std::int32_t day, std::int32_t from, std::string_view cause, std::string_view cause_citation);
  void notice_correction(const ClockEvent& event, std::int32_t day);
  void correct(const ClockEvent& event, std::int32_t day);
  void consult(const ClockEvent& event, std::int32_t day);
  void answer(const ClockEvent& event, std::int32_t day);
  void extend(const ClockEvent& event, std::int32_t day);
  void defer(const ClockEvent& event, std::int32_t day);
  void ask_reasons(std::int32_t day);
  void hear_reasons(std::int32_t day);
  void notice_fee(const ClockEvent& event, std::int32_t day);
  void pay(const ClockEvent& event, std::int32_t day);
  void stop(const ClockEvent& event, std::int32_t day);

  [[nodiscard]] bool waiting() const noexcept { return correction_.active() || fee_.active() || reasons_.active(); }
  [[nodiscard]] std::int32_t frozen(std::int32_t day) const noexcept;
  [[nodiscard]] bool expired(std::int32_t day) const;
  [[nodiscard]] std::int32_t limit() const noexcept { return base_ + extension_; }
  [[nodiscard]] std::int32_t regime_day() const noexcept { return regime_ != no_day ? regime_ : first_arrival_; }
  void pauses_until(std::int32_t day, std::vector<Stretch>& out) const;
  void find(std::string_view id, std::string_view citation, Trace::Values values);
  [[nodiscard]] const std::string& reply_citation() const noexcept;

  const ClockCore* core_;
  const Options* options_;
  std::int32_t as_of_;
  Trace* trace_;

  Arrival arrival_;
  bool arrival_open_ = true;  // arrival events still shape the start
  bool restarting_ = false;   // a corrected request has come and waits for its start
  std::int32_t restart_from_ = no_day;
  std::int32_t first_arrival_ = no_day;
  std::int32_t first_start_ = no_day;
  std::int32_t start_ = no_day;
  std::int32_t count_from_ = no_day;
  std::int32_t regime_ = no_day;
  std::int32_t base_ = 0;
  const RulePiece* reply_ = nullptr;
  std::int32_t extension_ = 0;
  bool extended_ = false;
  bool ever_extended_ = false;
  std::int32_t deferred_to_ = no_day;
  bool correction_asked_ = false;
  Wait correction_;
  Wait fee_;
  Wait reasons_;           // by option only
  bool fee_void_ = false;  // a fee notice had no effect: nor has its payment
  std::vector<Pause> pauses_;
  std::int32_t end_ = no_day;
  bool withdrawn_ = false;
  bool replied_by_courier_ = false;
  std::int32_t last_ = no_day;
  QuestionSet asked_ = 0;
  std::int32_t ignored_ = no_day;
};

}  // namespace gongkai::detail
