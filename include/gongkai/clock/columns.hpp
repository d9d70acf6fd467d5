// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// The clock of replies for a whole register: flat columns in, flat columns out, the same answers as case by case.
///
///     ReplyColumns in{Column<std::int32_t>{received}};
///     in.answered = Column<std::int32_t>{answered};
///     reply_columns(clock, in, Date{2024, 12, 31}, {Sink<std::int32_t>{due, due_bits}, …});
///
/// Row i is the history that `reply_history(clock, in, i)` shows; the answer is `clock.due(DeadlineKind::reply, that,
/// as_of)`. Days are int32 (Arrow date32). A missing day is a null, not a zero; a column that is not given is all null.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <gongkai/base/code.hpp>
#include <gongkai/base/column.hpp>
#include <gongkai/calendar/columns.hpp>
#include <gongkai/clock/clock.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// One consultation of a third party in every case. A null `sent` is no consultation.
struct PauseColumns {
  Column<std::int32_t> sent;                      ///< dispatch of the letter
  std::optional<Column<std::int32_t>> delivered;  ///< the third party's receipt; null: not recorded, so no cap
  std::optional<Column<std::int32_t>> answered;   ///< the opinion was received; null: not yet
};

/// The register. All columns have the length of `received`, else `InvalidArgumentError` 104.
struct ReplyColumns {
  explicit ReplyColumns(Column<std::int32_t> received_days) noexcept : received{received_days} {}

  Column<std::int32_t> received;                    ///< the day the agency had the request; null: no clock
  std::optional<Column<std::uint8_t>> channel;      ///< index into `clock_channels`; null: the day of receipt counts
  std::optional<Column<std::int32_t>> confirmed;    ///< with the applicant, where the channel asks for it
  std::vector<PauseColumns> pauses;                 ///< any number
  std::optional<Column<std::int32_t>> extension;    ///< working days granted; null: none
  std::optional<Column<std::int32_t>> extended_on;  ///< the day told; null: that of receipt or of a later confirmation
  std::optional<Column<std::int32_t>> answered;     ///< the day of the reply; null: none yet
};

/// Where the answers go. Those not wanted stay empty. Values of null answers are 0.
struct ReplyAnswers {
  Sink<std::int32_t> due;        ///< null: no certain due day; `open` says why
  Sink<std::uint8_t> status;     ///< `DeadlineStatus`
  Sink<std::int32_t> days_used;  ///< working days
  Span<std::uint8_t> open;       ///< 0: certain or none; else 1 + `OpenReason`
};

/// The channels that `ReplyColumns::channel` numbers, in the order of the rulebook's taxonomy.
[[nodiscard]] GONGKAI_EXPORT std::vector<Code> clock_channels(const Clock& clock);

/// Answers every row from what had happened by `as_of`. Returns the number of rows without a certain due day.
/// One thread, no allocation for rows without an open consultation. A day outside the range of `Date` is
/// `InvalidArgumentError` 101, a channel outside `clock_channels` 103, both with the row; a null answer without a
/// bitmap to stand in 107.
GONGKAI_EXPORT std::size_t reply_columns(const Clock& clock, const ReplyColumns& rows, Date as_of,
                                         const ReplyAnswers& answers);

/// What one row says, as a history. 101, 103 as above.
[[nodiscard]] GONGKAI_EXPORT ClockHistory reply_history(const Clock& clock, const ReplyColumns& rows, std::size_t row);

}  // namespace gongkai
