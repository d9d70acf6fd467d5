// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a roll-up remembers of one report, in few bytes: most cells of most reports are zero.

#include <gongkai/report/annual_report.hpp>
#include <string>
#include <vector>

namespace gongkai::detail {

/// The tables of the form as bytes. Equal tables, equal bytes; texts and places are not in it.
[[nodiscard]] std::string pack_tables(const Form& form, const AnnualReport& report);
/// The tables again.
[[nodiscard]] std::vector<Table> unpack_tables(const Form& form, const std::string& bytes);

}  // namespace gongkai::detail
