// SPDX-License-Identifier: Apache-2.0
#pragma once
// The figures of the running text have a place of their own in a report, and are tables for whoever fills, adds up or
// checks by the form. One and the other.

#include <gongkai/report/annual_report.hpp>

namespace gongkai::detail {

/// The tables `narrative` and `narrative.classes` become figures of the text; what is no figure is not stated.
void move_narrative_out(AnnualReport& report);

/// The other way round, for a report whose style the form is. A report without them, or of another form, stays.
[[nodiscard]] AnnualReport with_narrative_tables(const AnnualReport& report, const Form& form);

}  // namespace gongkai::detail
