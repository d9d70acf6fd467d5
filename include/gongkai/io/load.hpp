// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// From files. Everything else in the library takes bytes.
///
///     auto calendar = load_calendar("holidays-2027.json");  // ours, holiday-cn's JSON or iCalendar: told by content
///     auto in_force = calendar_in_force("CN");              // $GONGKAI_DATA, else what the library ships

#include <string>
#include <string_view>

#include <gongkai/base/limits.hpp>
#include <gongkai/calendar/work_calendar.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// All bytes of a file. `ParseError` 224 when it is missing, unreadable or no regular file, 222 when it is larger than
/// `limits.max_bytes` (before it is read).
[[nodiscard]] GONGKAI_EXPORT std::string read_file(const std::string& path, const ReadLimits& limits = {});

/// A calendar from a file in our format, in holiday-cn's JSON (one year) or in iCalendar, told by its content; from a
/// folder, all `YYYY.json` in it, in holiday-cn's JSON. Errors as `read_file` and as the reader of the format.
/// \param icalendar what an iCalendar file does not say; its country must be set for such a file
[[nodiscard]] GONGKAI_EXPORT WorkCalendar load_calendar(const std::string& path, const ICalendarOptions& icalendar = {},
                                                        const ReadLimits& limits = {});

/// The calendar that a program should use: `$GONGKAI_DATA/cn/calendar/holidays.json` (with the country in small
/// letters) when the environment variable GONGKAI_DATA is set and not empty, so that a new notice needs no new release;
/// else `WorkCalendar::builtin`. A file that should be there and is not is `ParseError` 224: nothing is silently
/// replaced. `NotFoundError` 401 for an unknown country; `RulebookError` 301 when the file is another country's.
[[nodiscard]] GONGKAI_EXPORT WorkCalendar calendar_in_force(std::string_view country);

}  // namespace gongkai
