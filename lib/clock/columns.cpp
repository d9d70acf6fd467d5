// SPDX-License-Identifier: Apache-2.0
#include <gongkai/clock/columns.hpp>

#include <algorithm>
#include <string>

#include <gongkai/error.hpp>

#include "clock/clock_impl.hpp"
#include "clock/other_clocks.hpp"
#include "clock/row_clock.hpp"

namespace gongkai {
namespace {

using detail::no_day;

[[noreturn]] void refuse_day(std::int32_t day, std::size_t row) {
  throw InvalidArgumentError{ErrorCode::invalid_date, "row " + std::to_string(row),
                             "row " + std::to_string(row) + ": day number " + std::to_string(day) +
                                 " (days since 1970-01-01) is no day from 0001-01-01 to 9999-12-31"};
}

inline std::int32_t day_of(const Column<std::int32_t>& column, std::size_t row) {
  if (!column.is_valid(row)) {
    return no_day;
  }
  const std::int32_t day = column.values()[row];
  if (day < Date::min_ordinal || day > Date::max_ordinal) {
    refuse_day(day, row);
  }
  return day;
}

std::int32_t day_of(const std::optional<Column<std::int32_t>>& column, std::size_t row) {
  return column ? day_of(*column, row) : no_day;
}

std::int32_t value_of(const std::optional<Column<std::int32_t>>& column, std::size_t row, std::int32_t missing) {
  return column && column->is_valid(row) ? column->values()[row] : missing;
}

int channel_of(const std::optional<Column<std::uint8_t>>& column, std::size_t row, std::size_t known) {
  if (!column || !column->is_valid(row)) {
    return -1;
  }
  const std::uint8_t channel = column->values()[row];
  if (channel >= known) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "row " + std::to_string(row),
                               "row " + std::to_string(row) + ": there is no channel number " +
                                   std::to_string(channel) + "; clock_channels has " + std::to_string(known)};
  }
  return channel;
}

template <typename T>
void check_length(const std::optional<Column<T>>& column, std::size_t size, const char* name) {
  if (column && column->size() != size) {
    throw InvalidArgumentError{
        ErrorCode::length_mismatch, name,
        std::string{name} + " has " + std::to_string(column->size()) + " rows, received has " + std::to_string(size)};
  }
}

void check_lengths(const ReplyColumns& rows) {
  const std::size_t size = rows.received.size();
  check_length(rows.channel, size, "channel");
  check_length(rows.confirmed, size, "confirmed");
  check_length(rows.extension, size, "extension");
  check_length(rows.extended_on, size, "extended_on");
  check_length(rows.answered, size, "answered");
  for (const PauseColumns& pause : rows.pauses) {
    check_length(std::optional<Column<std::int32_t>>{pause.sent}, size, "sent");
    check_length(pause.delivered, size, "delivered");
    check_length(pause.answered, size, "pause answered");
  }
}

template <typename T>
class Writer {
 public:
  Writer(const Sink<T>& sink, std::size_t size, const char* name) : sink_{&sink}, wanted_{!sink.values.empty()} {
    if (wanted_ && sink.values.size() != size) {
      throw InvalidArgumentError{ErrorCode::length_mismatch, name,
                                 std::string{name} + ": the answers need " + std::to_string(size) + " rows"};
    }
  }
  /// Rows in order, none left out.
  void put(std::size_t row, T value, bool valid) {
    if (!wanted_) {
      return;
    }
    sink_->values[row] = valid ? value : T{0};
    if (sink_->validity == nullptr) {
      if (!valid) {
        throw InvalidArgumentError{ErrorCode::invalid_option, "row " + std::to_string(row),
                                   "row " + std::to_string(row) + " has no answer, and no bitmap is there to say so"};
      }
      return;
    }
    bits_ |= static_cast<unsigned>(valid) << (row & 7);
    if ((row & 7) == 7) {
      sink_->validity[row >> 3] = static_cast<std::uint8_t>(bits_);
      bits_ = 0;
    }
  }
  void finish(std::size_t size) {
    if (wanted_ && sink_->validity != nullptr && (size & 7) != 0) {
      sink_->validity[size >> 3] = static_cast<std::uint8_t>(bits_);
    }
  }

 private:
  const Sink<T>* sink_;
  bool wanted_;
  unsigned bits_ = 0;
};

}  // namespace

std::vector<Code> clock_channels(const Clock& clock) {
  std::vector<Code> out;
  for (const auto& [code, line] : clock.impl()->core->rules.clock_start) {
    out.push_back(code);
  }
  return out;
}

ClockHistory reply_history(const Clock& clock, const ReplyColumns& rows, std::size_t row) {
  ClockHistory history;
  const std::int32_t received = day_of(rows.received, row);
  if (received == no_day) {
    return history;
  }
  const auto& channels = clock.impl()->core->rules.clock_start;
  const int channel = channel_of(rows.channel, row, channels.size());
  history.add(ClockEvent::received(
      Date::from_ordinal(received),
      channel < 0 ? std::nullopt : std::optional<Code>{channels[static_cast<std::size_t>(channel)].first}));
  const std::int32_t confirmed = day_of(rows.confirmed, row);
  if (confirmed != no_day) {
    history.add(ClockEvent{ClockEventKind::confirmed, Date::from_ordinal(confirmed)});
  }
  for (std::size_t i = 0; i < rows.pauses.size(); ++i) {
    const PauseColumns& pause = rows.pauses[i];
    const std::int32_t sent = day_of(pause.sent, row);
    if (sent == no_day) {
      continue;
    }
    ClockEvent asked{ClockEventKind::third_party_consulted, Date::from_ordinal(sent)};
    asked.party = std::to_string(i + 1);
    asked.delivered = detail::date_of(day_of(pause.delivered, row));
    history.add(asked);
    if (const std::int32_t answered = day_of(pause.answered, row); answered != no_day) {
      ClockEvent answer{ClockEventKind::third_party_answered, Date::from_ordinal(answered)};
      answer.party = asked.party;
      history.add(answer);
    }
  }
  if (const std::int32_t days = value_of(rows.extension, row, 0); days > 0) {
    const std::int32_t told = day_of(rows.extended_on, row);
    ClockEvent extension{ClockEventKind::extended,
                         Date::from_ordinal(told != no_day ? told : std::max(received, confirmed))};
    extension.days = WorkingDays{days};
    history.add(extension);
  }
  if (const std::int32_t answered = day_of(rows.answered, row); answered != no_day) {
    history.add(ClockEvent{ClockEventKind::replied, Date::from_ordinal(answered)});
  }
  return history;
}

std::size_t reply_columns(const Clock& clock, const ReplyColumns& rows, Date as_of, const ReplyAnswers& answers) {
  check_lengths(rows);
  const std::size_t size = rows.received.size();
  Writer<std::int32_t> due{answers.due, size, "due"};
  Writer<std::uint8_t> status{answers.status, size, "status"};
  Writer<std::int32_t> used{answers.days_used, size, "days_used"};
  if (!answers.open.empty() && answers.open.size() != size) {
    throw InvalidArgumentError{ErrorCode::length_mismatch, "open",
                               "open: the answers need " + std::to_string(size) + " rows"};
  }
  const detail::ClockCore& core = *clock.impl()->core;
  const detail::RowClock fast{core, clock.options(), as_of.to_ordinal(), size};
  const std::size_t channels = core.rules.clock_start.size();
  std::size_t open_rows = 0;
  detail::Row row;
  for (std::size_t i = 0; i < size; ++i) {
    row.received = day_of(rows.received, i);
    detail::RowAnswer answer;
    if (row.received != no_day) {
      row.channel = channel_of(rows.channel, i, channels);
      row.confirmed = day_of(rows.confirmed, i);
      row.extension = value_of(rows.extension, i, 0);
      row.extended_on = row.extension > 0 ? day_of(rows.extended_on, i) : no_day;
      row.answered = day_of(rows.answered, i);
      row.pauses = 0;
      bool fits = true;
      for (const PauseColumns& pause : rows.pauses) {
        const std::int32_t sent = day_of(pause.sent, i);
        if (sent == no_day) {
          continue;
        }
        fits = row.pauses < detail::Row::max_pauses;
        if (!fits) {
          break;
        }
        row.pause[row.pauses++] = {sent, day_of(pause.delivered, i), day_of(pause.answered, i)};
      }
      if (!fits || !fast.answer(row, answer)) {
        const detail::Outcome outcome =
            detail::evaluate_reply(core, reply_history(clock, rows, i), clock.options(), as_of.to_ordinal(), nullptr);
        answer = detail::RowAnswer::of(outcome);
      }
    }
    open_rows += answer.due == no_day ? 1 : 0;
    due.put(i, answer.due, answer.due != no_day);
    status.put(i, answer.status, answer.status != detail::RowAnswer::no_status);
    used.put(i, answer.used, answer.used >= 0);
    if (!answers.open.empty()) {
      answers.open[i] = answer.open;
    }
  }
  due.finish(size);
  status.finish(size);
  used.finish(size);
  return open_rows;
}

}  // namespace gongkai
