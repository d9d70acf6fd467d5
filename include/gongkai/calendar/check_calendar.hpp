// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Is a calendar file right? For whoever adds the notice of a new year, before anybody counts with it.
///
///     for (const Finding& finding : check_calendar(bytes, "holidays.json")) { … }
///
/// A statutory day on a weekend is made good on a weekday (《全国年节及纪念日放假办法》, art. 6). So in every year the
/// weekdays off less the make-up days come to the number of statutory days in force, and a slip of the pen shows.
///
/// | code | severity | what |
/// | --- | --- | --- |
/// | `CAL.COUNTRY` | error | the country is not two capital letters |
/// | `CAL.COVERAGE` | error | a year of the coverage has no notice, or a year with a notice is outside the coverage |
/// | `CAL.ORDER` | error | a list is not in the order of days, or impossibly long |
/// | `CAL.TWICE` | error | a day stands twice, in one year or in two |
/// | `CAL.BOTH` | error | a day is off and worked |
/// | `CAL.WEEKDAY` | error | a make-up day that is worked anyway |
/// | `CAL.YEAR` | error | a day under a year that it does not belong to |
/// | `CAL.NAME` | error | a day without the name of its holiday |
/// | `CAL.NOTICE` | error | a number that stands twice, notices not in the order of publication |
/// | `CAL.AMENDMENT` | error | a notice that changed another does not agree with the lists |
/// | `CAL.OVERRIDE` | error | an override without source, twice, or outside the coverage |
/// | `CAL.BALANCE` | error | the weekdays off less the make-up days are not the statutory number |
/// | `CAL.HOLIDAY` | warning | a statutory holiday has no day off in a year |
/// | `CAL.SPAN` | warning | the days of one holiday are interrupted by working days |
/// | `CAL.MAKE_UP` | warning | a make-up day for a holiday that has no day off in its year, or far from it |
/// | `CAL.SOURCE` | warning | a year whose notice has no number or no date |
/// | `CAL.PARTIAL` | note | the coverage does not begin on a 1 January or end on a 31 December |
/// | `CAL.STATUTORY` | note | the statutory number of days of a year is not known, so its balance is not checked |
///
/// Errors but `CAL.BALANCE` are what `WorkCalendar::from_json` refuses. `Finding::cells` holds the JSON pointer.

#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/finding.hpp>
#include <gongkai/base/limits.hpp>
#include <gongkai/calendar/work_calendar.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// All findings, sorted; none for data that are in order. `ParseError` when the bytes are not in our format at all.
[[nodiscard]] GONGKAI_EXPORT std::vector<Finding> check_calendar(std::string_view bytes, const std::string& file,
                                                                 const ReadLimits& limits = {});
/// The same for a calendar from whatever format, as far as it can still be wrong.
[[nodiscard]] GONGKAI_EXPORT std::vector<Finding> check_calendar(const WorkCalendar& calendar);

}  // namespace gongkai
