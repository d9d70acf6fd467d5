// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Events as JSON Lines, one object a line, `"schema": 1` in each; and what importing a file again does.
///
///     const auto file = read_review_events(bytes, OnBadLine::keep_good);
///     for (const auto& bad : file.rejected) { show(bad.line, bad.field, bad.value, bad.rule); }
///     const auto import = import_again(store.events(), file.events, today);   // nothing new: nothing to append
///
/// Every module has its own three functions (`review/event.hpp` …); what they share is here.

#include <cstdint>
#include <string>
#include <vector>

#include <gongkai/export.hpp>

namespace gongkai {

/// What to do with a file that has bad lines.
enum class OnBadLine : std::uint8_t {
  keep_good,  ///< the good lines, and every bad one reported
  keep_none   ///< no line when one is bad, and every bad one reported
};

/// One line that is no event.
struct RejectedLine {
  std::int64_t line = 0;  ///< from 1
  std::string field;      ///< JSON pointer within the line; `line:column` when it is no JSON; empty for the whole
  std::string value;      ///< what stands there, as JSON; cut to 200 bytes
  std::string rule;       ///< what was expected

  friend bool operator==(const RejectedLine& a, const RejectedLine& b) {
    return a.line == b.line && a.field == b.field && a.value == b.value && a.rule == b.rule;
  }
  friend bool operator!=(const RejectedLine& a, const RejectedLine& b) { return !(a == b); }
};

/// What a file held.
template <typename Event>
struct EventFile {
  std::vector<Event> events;           ///< in the order of the lines
  std::vector<RejectedLine> rejected;  ///< in the order of the lines
};

/// What importing rows again comes to. A row is what has the same `Source`; a row may give several events. The n-th
/// event of a kind is compared with the n-th of that kind of the row as it stands: the same is left alone, another
/// becomes a correction, one that the row no longer gives is retracted, a further one is added. Rows that are not in
/// the import stay as they are.
template <typename Event>
struct Import {
  std::vector<Event> append;  ///< numbered on from the last sequence
  std::int64_t unchanged = 0;
  std::int64_t added = 0;
  std::int64_t corrected = 0;
  std::int64_t retracted = 0;
};

}  // namespace gongkai
