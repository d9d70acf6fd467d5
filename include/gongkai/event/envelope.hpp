// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// What every event carries beside its content: whose it is, the two days, who, from where, under which rules.
///
/// Two days: `legal_day` is when it was so (the reply was signed on the 4th), `recorded_on` when the office wrote it
/// down (on the 7th). Questions are asked with both: `as_of` and `known_at` (event/fold.hpp). Nothing is ever edited:
/// an event that `corrects` another stands in its place from its own day of recording on.

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

#include <gongkai/base/date.hpp>
#include <gongkai/event/actor.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// Where an event was taken from. Importing the same rows again changes nothing (event/codec.hpp).
struct Source {
  std::string document;  ///< the register or letter: "2023年依申请公开登记簿.xlsx"
  std::string row;       ///< the row's own key there; empty for what was not imported

  friend bool operator==(const Source& a, const Source& b) { return a.document == b.document && a.row == b.row; }
  friend bool operator!=(const Source& a, const Source& b) { return !(a == b); }
};

/// The two days of a command.
struct When {
  Date legal_day;
  Date recorded_on;
};

/// The envelope of an event.
struct Envelope {
  Envelope(std::string subject_id, Date on, Date recorded)
      : subject{std::move(subject_id)}, legal_day{on}, recorded_on{recorded} {}

  std::int64_t sequence = 0;  ///< position in the office's one list, from 1; 0 for one that is in no list yet
  std::string subject;        ///< the record, request or review
  Date legal_day;
  Date recorded_on;
  Capacity by;
  Source source;
  std::string rulebook;                  ///< identity of the rulebook in force when it was recorded
  std::string calendar;                  ///< identity of the calendar then
  std::optional<std::int64_t> corrects;  ///< the sequence of the event that this one replaces

  friend bool operator==(const Envelope& a, const Envelope& b) {
    return std::tie(a.sequence, a.subject, a.legal_day, a.recorded_on, a.by, a.source, a.rulebook, a.calendar,
                    a.corrects) == std::tie(b.sequence, b.subject, b.legal_day, b.recorded_on, b.by, b.source,
                                            b.rulebook, b.calendar, b.corrects);
  }
  friend bool operator!=(const Envelope& a, const Envelope& b) { return !(a == b); }
};

}  // namespace gongkai
